"""A sheet per month with its lines, to be read and printed. Protected: the sheet «Plan» is where things are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from promueve_gui.adapters.excel.estilos import NOTA, TITULO, aspecto_de
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.plan_calendario import SIN_FECHA
from promueve_gui.adapters.excel.plan_layout import AVISO_CONSULTA, printed_columns
from promueve_gui.adapters.excel.plan_periodo import span
from promueve_gui.adapters.excel.tabla import header, set_widths, stripe
from promueve_gui.domain.fechas import MESES
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.layout import Columna
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.domain.plan import LineaPlan

_ARRIBA = 3  # rows down to the header


def add_months(
    libro: Libro,
    columnas: Sequence[Columna],
    leer: Callable[[LineaPlan], list[Dato]],
    lineas: Sequence[LineaPlan],
    meses: Sequence[date],
) -> None:
    """Add a sheet for each month in which some line falls, and one for the lines that fall in none."""
    por_mes: dict[int, list[LineaPlan]] = {}
    for linea in lineas:
        for lugar in span(linea, meses) or (len(meses),):
            por_mes.setdefault(lugar, []).append(linea)
    visibles = columnas[1 : printed_columns(tuple(columnas))]
    for lugar in sorted(por_mes):
        nombre = (
            f"{MESES[meses[lugar].month - 1].capitalize()} {meses[lugar].year}" if lugar < len(meses) else SIN_FECHA
        )
        _add_month(libro, nombre, visibles, [leer(linea)[1 : len(visibles) + 1] for linea in por_mes[lugar]])


def _add_month(libro: Libro, nombre: str, columnas: Sequence[Columna], renglones: Sequence[Sequence[Dato]]) -> None:
    hoja = libro.add_sheet(nombre)
    libro.watch(hoja)
    set_widths(hoja, columnas)
    ultima = len(renglones) + _ARRIBA
    hoja.freeze_panes = f"B{_ARRIBA + 1}"
    hoja.print_title_rows = f"{_ARRIBA}:{_ARRIBA}"
    hoja.auto_filter.ref = f"A{_ARRIBA}:{get_column_letter(len(columnas))}{ultima}"
    libro.protect(hoja, estructura=False)
    stripe(hoja, len(columnas), ultima, clave=0, desde=_ARRIBA + 1)
    cuantas = contado(len(renglones), "actividad", "actividades")
    titulo, nota = libro.estilos.get(TITULO), libro.estilos.get(NOTA)
    estilos = [libro.estilos.get(aspecto_de(columna.campo.tipo)) for columna in columnas]
    anchos = [columna.ancho for columna in columnas]
    filas = [
        Fila([f"{nombre} · {cuantas}"], [titulo], alto=28),
        Fila([AVISO_CONSULTA], [nota], alto=18),
        header(libro, columnas),
        *(Fila(renglon, estilos, anchos=anchos) for renglon in renglones),
    ]
    libro.fill(hoja, filas, len(filas))
