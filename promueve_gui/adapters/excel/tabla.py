"""A sheet that is a plain table: header, one row per record, filter, dropdowns, and room for more rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter

from promueve_gui.adapters.excel.estilos import (
    CABECERA,
    CABECERA_CENTRADA,
    CABECERA_GIRADA,
    CEBRA,
    LINEA,
    OCULTO,
    TEXTO,
    aspecto_de,
    dress,
)
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.impresion import print_across
from promueve_gui.adapters.excel.layout import HOLGURA
from promueve_gui.adapters.excel.listas import add_checks
from promueve_gui.domain.celdas import LARGO_MAXIMO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.estilos import Aspecto
    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.layout import Columna
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.adapters.excel.listas import Listas

ALTO_CABECERA = 32.0  # points: two lines
ALTO_GIRADA = 76.0  # points: the longest title that is turned upwards


def add_table(
    libro: Libro,
    hoja: Worksheet,
    columnas: Sequence[Columna],
    renglones: Iterable[Sequence[Dato]],
    cuantos: int,
    listas: Listas | None = None,
    *,
    libre: bool = False,
    impresas: int = 0,
) -> None:
    """Make ``hoja`` a table of ``columnas`` with ``cuantos`` rows of values.

    With ``listas`` its cells have dropdowns, and so have ``HOLGURA`` blank rows under them. ``libre`` rows, and those
    still to be written, may be changed where the sheet is protected. ``impresas`` columns from the first are printed,
    on one page across; without it all are, on as many as it takes.
    """
    set_widths(hoja, columnas, libre=libre)
    ultima = cuantos + 1
    fijas = _first_visible(columnas) + 1
    frame_table(hoja, len(columnas), ultima, fijas=fijas)
    if impresas:
        hoja.print_area = f"A1:{get_column_letter(impresas)}{ultima}"
    else:
        print_across(hoja, visible_widths(columnas), fijas)
    hasta = ultima + (HOLGURA if listas else 0)
    if listas:
        add_checks(hoja, columnas, listas, hasta)
    stripe(hoja, len(columnas), hasta, _first_visible(columnas))
    titulos = header(libro, columnas)
    estilos = [libro.estilos.get(_look(columna, libre=libre)) for columna in columnas]
    # What nobody sees must not make a row taller.
    anchos = [LARGO_MAXIMO if columna.oculta else columna.ancho for columna in columnas]
    libro.fill(hoja, chain([titulos], (Fila(valores, estilos, anchos=anchos) for valores in renglones)), ultima)


def set_widths(hoja: Worksheet, columnas: Sequence[Columna], *, libre: bool = False) -> None:
    """Give each column its width, and to the cells still to be written in it the look of its type."""
    for numero, columna in enumerate(columnas, start=1):
        dimension = hoja.column_dimensions[get_column_letter(numero)]
        dimension.width = columna.ancho
        dimension.hidden = columna.oculta
        dress(dimension, _look(columna, libre=libre))


def visible_widths(columnas: Sequence[Columna]) -> list[int]:
    """Return the widths, in characters, in which columns are printed."""
    return [0 if columna.oculta else columna.ancho for columna in columnas]


def frame_table(hoja: Worksheet, ancho: int, ultima: int, fijas: int) -> None:
    """Keep the header in sight and on every printed page, with the first ``fijas`` columns, and add the filter."""
    hoja.freeze_panes = f"{get_column_letter(fijas + 1)}2"
    hoja.print_title_rows = "1:1"
    hoja.auto_filter.ref = f"A1:{get_column_letter(ancho)}{max(ultima, 2)}"


def stripe(hoja: Worksheet, ancho: int, hasta: int, clave: int, desde: int = 2) -> None:
    """Draw lines and stripes under rows with something in column ``clave`` (from 0); sorting does not disturb them.

    ``desde`` is the first row under the header.
    """
    rango = f"A{desde}:{get_column_letter(ancho)}{max(hasta, desde)}"
    llena = f'${get_column_letter(clave + 1)}{desde}<>""'
    lado = Side("thin", color=LINEA)
    linea = Border(left=lado, right=lado, bottom=lado)
    add_rule(hoja, rango, f"AND({llena},MOD(ROW(),2)=1)", PatternFill("solid", bgColor=CEBRA), linea)
    add_rule(hoja, rango, llena, None, linea)


def add_rule(hoja: Worksheet, rango: str, formula: str, fill: PatternFill | None, border: Border | None = None) -> None:
    """Make the cells of ``rango`` look otherwise where ``formula``, written for the first of them, holds."""
    aspecto = DifferentialStyle(fill=fill, border=border)
    hoja.conditional_formatting.add(rango, Rule(type="expression", dxf=aspecto, formula=[formula]))


def header(libro: Libro, columnas: Sequence[Columna]) -> Fila:
    """Return the row of titles."""
    alto = ALTO_GIRADA if any(columna.girada for columna in columnas) else ALTO_CABECERA
    titulos = [columna.campo.etiqueta for columna in columnas]
    return Fila(titulos, [libro.estilos.get(_header_look(columna)) for columna in columnas], alto)


def _look(columna: Columna, *, libre: bool = False) -> Aspecto:
    aspecto = OCULTO if columna.oculta else aspecto_de(columna.campo.tipo)
    return replace(aspecto, libre=True) if libre else aspecto


def _header_look(columna: Columna) -> Aspecto:
    if columna.girada:
        return CABECERA_GIRADA
    return CABECERA if aspecto_de(columna.campo.tipo) is TEXTO else CABECERA_CENTRADA


def _first_visible(columnas: Sequence[Columna]) -> int:
    return next(lugar for lugar, columna in enumerate(columnas) if not columna.oculta)
