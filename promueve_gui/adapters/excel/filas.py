"""Rows of a sheet as SpreadsheetML text. Only rows: everything around them is openpyxl's.

openpyxl makes an object and an XML element of every styled cell; written as text, large plans take a fraction of that.
Text is always an inline string, so that nothing a user typed can ever become a formula.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from promueve_gui.domain.celdas import clean
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

Dato: TypeAlias = str | int | date | None

ALTO_RENGLON = 13.0  # points of a line of text of 10 points
ALTO_MARGEN = 5.0  # points that a row has besides its lines
RENGLONES_TOPE = 12  # lines of the tallest row: longer texts are read in the cell

_LETRAS = tuple(get_column_letter(n) for n in range(1, 257))
_PELIGROSOS = frozenset("=+-@\t")
# Four digits so written stand for a character (ST_Xstring, ECMA-376 part 1, 22.9.2.19), unless its «_» is so written.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EPOCA = date(1899, 12, 30).toordinal()  # day 0 of serial dates, as counted from March 1900 on
_PRIMER_DIA = date(1900, 3, 1)  # before it Excel counts a 29 February that never was


@frozen
class Estilo:
    """Numbers of a cell format in the workbook: as it is, and with the mark that keeps text from being a formula."""

    normal: int
    literal: int


@dataclass(slots=True)
class Fila:
    """One row: a value and a style per column. ``alto`` in points.

    Without ``alto``, the row is as tall as its texts need in columns of ``anchos`` characters: programs that open the
    file do not always work that out. ``nivel`` is the depth of its group in the outline; ``rellena`` also paints the
    cells without a value.
    """

    valores: Sequence[Dato]
    estilos: Sequence[Estilo]
    alto: float | None = None
    anchos: Sequence[int] = ()
    nivel: int = 0
    rellena: bool = False


def row_xml(numero: int, fila: Fila) -> str:
    """Return row ``numero`` (from 1) as XML."""
    celdas: list[str] = []
    for letra, valor, estilo in zip(_LETRAS, fila.valores, fila.estilos, strict=False):
        if valor is None or valor == "":
            if fila.rellena:
                celdas.append(f'<c r="{letra}{numero}" s="{estilo.normal}"/>')
        elif isinstance(valor, str):
            contenido, literal = _text_xml(valor)
            formato = estilo.literal if literal else estilo.normal
            celdas.append(f'<c r="{letra}{numero}" s="{formato}" t="inlineStr">{contenido}</c>')
        else:
            celdas.append(_number_xml(f"{letra}{numero}", valor, estilo))
    return f'<row r="{numero}"{_row_attributes(fila)}>{"".join(celdas)}</row>'


@lru_cache(maxsize=8192)
def _text_xml(texto: str) -> tuple[str, bool]:
    """Return the content of a cell of text, and whether it begins like a formula. Labels and titles repeat a lot."""
    limpio = clean(texto)
    escrito = escape(_ESCAPE.sub("_x005F_", limpio) if "_x" in limpio else limpio)
    espacio = ' xml:space="preserve"' if limpio != limpio.strip() else ""
    return f"<is><t{espacio}>{escrito}</t></is>", limpio[:1] in _PELIGROSOS


def _number_xml(donde: str, valor: int | date, estilo: Estilo) -> str:
    if isinstance(valor, date):
        if valor < _PRIMER_DIA:
            contenido, _ = _text_xml(f"{valor.day:02}/{valor.month:02}/{valor.year:04}")
            return f'<c r="{donde}" s="{estilo.normal}" t="inlineStr">{contenido}</c>'
        valor = valor.toordinal() - _EPOCA
    return f'<c r="{donde}" s="{estilo.normal}"><v>{valor}</v></c>'


def _row_attributes(fila: Fila) -> str:
    """Return height and level. Only a chosen height is marked as such, so that others grow when a user types more."""
    if fila.alto is not None:
        altura = f' ht="{fila.alto:g}" customHeight="1"'
    elif fila.anchos:
        altura = f' ht="{_needed(fila):g}"'
    else:
        altura = ""
    return altura + (f' outlineLevel="{fila.nivel}"' if fila.nivel else "")


def _needed(fila: Fila) -> float:
    renglones = 1
    for valor, ancho in zip(fila.valores, fila.anchos, strict=False):
        if isinstance(valor, str) and (len(valor) > ancho or "\n" in valor):
            renglones = max(renglones, count_lines(valor, ancho))
    return min(renglones, RENGLONES_TOPE) * ALTO_RENGLON + ALTO_MARGEN


@lru_cache(maxsize=8192)
def count_lines(texto: str, ancho: int) -> int:
    """Return about how many lines ``texto`` takes in a column of ``ancho`` characters, wrapped by words.

    Widths are counted in digits of 11 points; letters of 10 points are a little narrower.
    """
    cabe = ancho * 11 // 10
    renglones = 0
    for parrafo in texto.split("\n"):
        renglones += 1
        ocupado = 0
        for palabra in parrafo.split(" "):
            largo = len(palabra)
            if ocupado and ocupado + largo > cabe:
                renglones += 1
                ocupado = 0
            partes, resto = divmod(max(largo - 1, 0), cabe)
            renglones += partes
            ocupado += resto + 2  # the letter taken off for ``divmod`` and the space after the word
        if renglones > RENGLONES_TOPE:
            break
    return renglones
