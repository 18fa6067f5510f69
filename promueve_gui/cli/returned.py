"""One source that came back — a workbook or a project —: what it brought, as text for people and as JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, field
from typing import TYPE_CHECKING, Any, Protocol

from promueve_gui.application.received import sentence
from promueve_gui.cli.choosing import only_content
from promueve_gui.cli.counts import count_rows
from promueve_gui.cli.terminal import DONE, FINDINGS, NOTHING_DONE
from promueve_gui.domain.cotejo import where
from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.institucion import AreaGeneradora

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from promueve_gui.application.consolidate import Consolidacion
    from promueve_gui.application.received import Aplicado
    from promueve_gui.application.returns import Returns
    from promueve_gui.application.session import Session
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.diferencias import Diferencia
    from promueve_gui.domain.proyecto import Proyecto

LIBRO, DOCUMENTO, PROYECTO = "libro", "documento", "proyecto"  # kinds of source, as JSON names them
NOT_YET = "Nada cambió todavía: lo que sigue espera en «Dudas»."


@frozen(kw_only=True)
class Traido:
    """What became of one source, or the sentence that says why nothing did.

    ``conflictos`` and ``dudas`` wait in the project, but for additions that look like something; ``problemas`` are what
    could not be taken at all.
    """

    fuente: Path
    formato: str | None = None
    nuevos: Mapping[str, int] = field(default_factory=dict)
    cambiados: Mapping[str, int] = field(default_factory=dict)
    iguales: Mapping[str, int] = field(default_factory=dict)
    conflictos: Sequence[Problema] = ()
    dudas: Sequence[Problema] = ()
    problemas: Sequence[Problema] = ()
    avisos: Sequence[str] = ()
    error: str = ""

    @property
    def code(self) -> int:
        """Return the exit code of this source alone."""
        if self.error:
            return NOTHING_DONE
        return FINDINGS if self.conflictos or self.dudas or self.problemas else DONE

    def to_json(self) -> dict[str, Any]:
        """Return the source as ``--json`` prints it."""
        problemas = [_whole(self.error)] if self.error else self.problemas
        return {
            "fuente": str(self.fuente),
            "formato": self.formato,
            "nuevos": dict(self.nuevos),
            "cambiados": dict(self.cambiados),
            "iguales": dict(self.iguales),
            "conflictos": [asdict(conflicto) for conflicto in self.conflictos],
            "dudas": [asdict(duda) for duda in self.dudas],
            "problemas": [asdict(problema) for problema in problemas],
            "avisos": list(self.avisos),
        }

    def tell(self, terminal: Terminal) -> None:
        """Say for people what it brought."""
        if self.error:
            return
        terminal.line(self.fuente.name)
        terminal.table(count_rows((self.nuevos, self.cambiados, self.iguales)))
        if not self.nuevos and not self.cambiados:
            waits = self.conflictos or self.dudas
            nothing = "Sin cambios." if self.problemas else "Sin cambios: el proyecto ya lo tiene todo."
            terminal.line(f"  {NOT_YET if waits else nothing}")
        for aviso in self.avisos:
            terminal.line(f"  {aviso}")
        for hallado in (*self.conflictos, *self.dudas, *self.problemas):
            terminal.line(f"  - {hallado.mensaje}")


def bring_text(session: Session, returns: Returns, fuente: Path, libro: LibroDevuelto, contenido: str = "") -> Traido:
    """Take a document in, as far as it is certain; ``contenido`` is the title of what it is, when it does not say.

    Raises ``UserError``.
    """
    suyo = only_content(contenido, session.proyecto).id if contenido else None
    devolucion = returns.compare(libro, area=suyo)
    if devolucion.contenido is None:
        raise UserError("word_sin_contenido", archivo=libro.archivo)
    return _of_book(fuente, returns.apply(devolucion, {}), session.proyecto)


def bring_book(session: Session, returns: Returns, fuente: Path, libro: LibroDevuelto, area: str = "") -> Traido:
    """Take a workbook in, as far as it is certain; ``area`` is the name of whose it is, when it does not say.

    Raises ``UserError``.
    """
    if libro.texto is not None:
        return bring_text(session, returns, fuente, libro)
    suyas = session.proyecto.llamados(AreaGeneradora, area) if area else []
    if area and len(suyas) != 1:
        raise UserError("area_desconocida", area=area)
    aplicado = returns.apply(returns.compare(libro, area=suyas[0] if suyas else None), {})
    return _of_book(fuente, aplicado, session.proyecto)


def _of_book(fuente: Path, aplicado: Aplicado, proyecto: Proyecto) -> Traido:
    nuevos: Counter[str] = Counter()
    cambiados: dict[tuple[str, str], None] = {}
    agregados = {cambio.id for cambio in (aplicado.edicion.cambios if aplicado.edicion else ()) if cambio.antes is None}
    for tomada in aplicado.tomadas:
        if tomada.id not in agregados:
            cambiados[tomada.entidad, tomada.id] = None
        elif tomada.tipo is TipoDiferencia.NUEVO:
            nuevos[tomada.entidad] += 1
    devolucion, pendientes = aplicado.devolucion, aplicado.resuelto.pendientes
    conflictos = [p for p in pendientes if p.tipo is TipoDiferencia.CONFLICTO]
    return Traido(
        fuente=fuente,
        formato=LIBRO if devolucion.libro.texto is None else DOCUMENTO,
        nuevos=nuevos,
        cambiados=Counter(entidad for entidad, _ in cambiados),
        iguales={entidad: cuantos for entidad, cuantos in devolucion.iguales.items() if cuantos},
        conflictos=[_waiting(pendiente, proyecto) for pendiente in conflictos],
        dudas=[
            *(_waiting(p, proyecto) for p in pendientes if p.tipo is not TipoDiferencia.CONFLICTO),
            *(_alike(t, proyecto) for t in aplicado.tomadas if t.tipo is TipoDiferencia.NUEVO and t.parecido),
        ],
        problemas=devolucion.problemas,
        avisos=devolucion.avisos,
    )


def of_project(fuente: Path, hecho: Consolidacion) -> Traido:
    """Return what another project brought."""
    return Traido(
        fuente=fuente,
        formato=PROYECTO,
        nuevos=hecho.nuevos,
        cambiados=hecho.cambiados,
        iguales=hecho.iguales,
        conflictos=[_whole(conflicto) for conflicto in hecho.conflictos],
        dudas=[_whole(duda) for duda in (*hecho.retiros, *hecho.parecidos, *hecho.heredadas)],
    )


class Source(Protocol):
    """What became of one source of a call."""

    @property
    def error(self) -> str:
        """Return why nothing did; empty otherwise."""

    @property
    def code(self) -> int:
        """Return the exit code of this source alone."""


def conclude(traidos: Sequence[Source], terminal: Terminal) -> int:
    """Say what stopped the sources that brought nothing, in one line when there are no others; return the exit code."""
    fallidos = [traido.error for traido in traidos if traido.error]
    if len(fallidos) == len(traidos):
        terminal.problem(" ".join(fallidos))
        return NOTHING_DONE
    for error in fallidos:
        terminal.problem(error)
    return FINDINGS if any(traido.code for traido in traidos) else DONE


def _waiting(diferencia: Diferencia, proyecto: Proyecto) -> Problema:
    lugar = diferencia.lugar
    mensaje = sentence(diferencia, proyecto)
    return Problema(lugar.hoja, lugar.renglon or None, lugar.columna, diferencia.texto, mensaje)


def _alike(nueva: Diferencia, proyecto: Proyecto) -> Problema:
    """Return the note that a record was added which looks like another: nobody is asked, but somebody has to look."""
    lugar, otro = nueva.lugar, proyecto.titulo(nueva.entidad, nueva.parecido)
    mensaje = (
        f"{where(lugar)}: se agregó «{nueva.titulo}», que se parece a «{otro}»; revise en «Duplicados» si es lo mismo."
    )
    return Problema(lugar.hoja, lugar.renglon, "", nueva.titulo, mensaje)


def _whole(mensaje: str) -> Problema:
    return Problema("", None, "", "", mensaje)
