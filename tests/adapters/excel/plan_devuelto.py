"""A plan that leaves, is worked on with openpyxl, and comes back: what tests of that have in common."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.adapters.excel.plan import write_plan
from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.returns import Returns
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol, TipoContenido
from tests.adapters.excel.muestra import Leido, delivery, project, sample
from tests.fakes import memory_session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from promueve_gui.application.session import Session
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.diferencias import Devolucion

    Deed = Callable[[Leido], None]


def planned() -> Session:
    """Return the sample with a series, a signed-off line and one for twelve groups."""
    comunes: dict[str, Any] = {
        "tipo_contenido": TipoContenido.REDES, "canal": Canal.REDES, "rol_responsable": Rol.ENLACE,
        "estado": EstadoLinea.PLANEADA,
    }  # fmt: skip
    grupos = [GrupoUsuarios(id=f"n{n}", nombre=f"Grupo número {n}", area="a2") for n in range(12)]
    serie = [
        LineaPlan(
            id=f"s{n}", nombre="Mensaje del bimestre", conjunto="c2", grupos=("g2",), fecha=date(2026, 2 * n, 3),
            serie="serie", **comunes,
        )
        for n in (1, 2, 3)
    ]  # fmt: skip
    firmada = LineaPlan(
        id="v", nombre="Firmada: «sí, señor»", conjunto="c1", grupos=tuple(g.id for g in grupos),
        fecha=date(2026, 9, 1), visto_bueno="p1", visto_bueno_fecha=date(2026, 8, 1), notas="Dos\nrenglones", **comunes,
    )  # fmt: skip
    return memory_session(project([*sample(), *grupos, *serie, firmada]))


def sent(session: Session, path: Path, *, personales: bool = False, por_mes: bool = False, parte: str = "") -> Path:
    """Write the plan of a project, or a part of it, and note that it left."""
    entrega = replace(delivery(session.snapshot(), personales=personales), por_mes=por_mes, parte=parte)
    write_plan(entrega, path, ignore_progress)
    documento = f"plan:{parte}" if parte else "plan"
    session.record_export(documento, path.name, exportacion=entrega.exportacion(documento))
    return path


def worked_on(path: Path, *deeds: Deed) -> LibroDevuelto:
    """Do something to a workbook, save it in its place and read it back."""
    libro: Leido = load_workbook(path)
    for deed in deeds:
        deed(libro)
    libro.save(path)
    devuelto = read_returned(path)
    assert devuelto is not None
    return devuelto


def compared(session: Session, libro: LibroDevuelto) -> Devolucion:
    return Returns(session).compare(libro)


def told(devolucion: Devolucion) -> set[tuple[str, str, str]]:
    """Return each difference as kind, title and field."""
    return {(d.tipo.value, d.titulo, d.campo) for d in devolucion.diferencias}


def place(hoja: Leido, titulo: str) -> int:
    """Return the number of the column with a title in the first row."""
    return [celda.value for celda in hoja[1]].index(titulo) + 1


def line_of(hoja: Leido, actividad: str) -> int:
    """Return the row of the first line with this name."""
    lugar = place(hoja, "Actividad")
    return next(n for n in range(2, hoja.max_row + 1) if hoja.cell(n, lugar).value == actividad)


def put(actividad: str, titulo: str, valor: object) -> Deed:
    """Return what writes a value into a cell of a line."""

    def deed(libro: Leido) -> None:
        hoja = libro["Plan"]
        hoja.cell(line_of(hoja, actividad), place(hoja, titulo)).value = valor

    return deed


def add(valores: dict[str, object]) -> Deed:
    """Return what writes a new line under the others."""

    def deed(libro: Leido) -> None:
        hoja = libro["Plan"]
        renglon = hoja.max_row + 1
        for titulo, valor in valores.items():
            hoja.cell(renglon, place(hoja, titulo)).value = valor

    return deed


def remove(actividad: str) -> Deed:
    """Return what deletes the row of a line."""

    def deed(libro: Leido) -> None:
        libro["Plan"].delete_rows(line_of(libro["Plan"], actividad))

    return deed


def names(lineas: Sequence[LineaPlan]) -> list[str]:
    return sorted(linea.nombre for linea in lineas)
