"""The call ``consolidar``: other projects of the institution are brought into one; doubts are listed, not guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.consolidate import consolidate
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.open_project import REFUSALS
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.cli.counts import count_rows
from promueve_gui.cli.projects import open_project
from promueve_gui.cli.terminal import DONE, FINDINGS
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.session import Session
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal


def consolidar(pedido: Pedido, terminal: Terminal) -> int:
    """Bring in every source; nothing is done when one of them is no project, or of another institution."""
    opener = bootstrap.build_opener()
    for fuente in pedido.fuentes:
        _check(opener, pedido.archivo, fuente)
    with open_project(pedido.archivo, terminal) as session:
        codigos = [_bring(opener, session, fuente, terminal, first=n == 0) for n, fuente in enumerate(pedido.fuentes)]
    return max(codigos)


def _check(opener: ProjectOpener, archivo: Path, fuente: Path) -> None:
    found = opener.inspect(fuente)
    if found.estado is EstadoArchivo.AJENO:
        raise UserError("consolidar_solo_proyectos", archivo=fuente.name)
    if found.estado in REFUSALS:
        raise UserError(REFUSALS[found.estado], archivo=fuente.name, programa=found.programa or str(found.esquema))
    if archivo.exists() and fuente.samefile(archivo):
        raise UserError("consolidar_consigo", archivo=fuente.name)


def _bring(opener: ProjectOpener, session: Session, fuente: Path, terminal: Terminal, *, first: bool) -> int:
    try:
        with bootstrap.open_untouched(opener, fuente) as otra:
            hecho = consolidate(session, otra, fuente.name)
    except UserError as error:
        if first:
            raise
        terminal.problem(mensaje(error))
        return FINDINGS
    terminal.line(f"{fuente.name}")
    terminal.table(count_rows((hecho.nuevos, hecho.cambiados, hecho.iguales)))
    if not hecho.nuevos and not hecho.cambiados:
        terminal.line("  Sin cambios: el proyecto ya lo tiene todo.")
    for duda in hecho.dudas:
        terminal.line(f"  - {duda}")
    return FINDINGS if hecho.dudas else DONE
