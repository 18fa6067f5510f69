"""The calls that start a project: ``nuevo`` and ``ejemplo``; and how every call opens one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.open_project import SUFFIX
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.cli.arguments import UsageError
from promueve_gui.cli.terminal import DONE
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.texto import en_un_renglon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.application.session import Session
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.ficha import Registro

PERFIL = "vigente"


def nuevo(pedido: Pedido, terminal: Terminal) -> int:
    """Write a new project with its institution and a profile."""
    nombre, siglas = (_said(pedido, clave) for clave in ("--institucion", "--siglas"))
    institucion = Institucion(id=nuevo_id(), nombre=nombre, siglas=siglas, anio=bootstrap.today().year)
    perfil = bootstrap.build_recursos().load_perfil(pedido.opciones.get("--perfil", PERFIL))
    path = _create(pedido.archivo, [institucion, *perfil])
    terminal.line(f"Se creó «{path}» para {nombre} ({siglas}).")
    return DONE


def ejemplo(pedido: Pedido, terminal: Terminal) -> int:
    """Write the sample project, dated around a day."""
    fecha = pedido.fecha("--fecha") or bootstrap.today()
    path = _create(pedido.archivo, bootstrap.build_example(fecha))
    terminal.line(f"Se creó «{path}», un proyecto completo de una institución inventada.")
    return DONE


@contextmanager
def open_project(path: Path, terminal: Terminal, *, to_read: bool = False) -> Iterator[Session]:
    """Give the open project; an older one is brought up to date first, which is said.

    ``to_read`` promises to change nothing: a project in use by somebody will do too, and an older one stays as it is.
    Raises ``UserError``.
    """
    opener = bootstrap.build_opener()
    found = opener.inspect(path)
    session = opener.open(path, upgrade=True, read_only=to_read)
    try:
        if session.read_only and not to_read:
            raise UserError("solo_lectura")
        if found.estado is EstadoArchivo.ANTERIOR and not to_read:
            kept = f"respaldos/{path.stem}.v{found.esquema}.bak"
            terminal.line(f"El proyecto era de una versión anterior: se actualizó, y el original quedó en «{kept}».")
        yield session
    finally:
        session.close()


def _said(pedido: Pedido, clave: str) -> str:
    texto = en_un_renglon(pedido.opciones[clave])
    if not texto:
        raise UsageError(f"Falta el valor de «{clave}».")
    return texto


def _create(asked: Path, registros: list[Registro]) -> Path:
    path = asked if asked.suffix.lower() == SUFFIX else asked.with_name(asked.name + SUFFIX)
    bootstrap.build_opener().create(path, registros)
    return path
