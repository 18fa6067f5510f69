"""Sheets of a workbook as SpreadsheetML, made fit for calamine, which is fast and makes a full grid of what it reads.

Three things would be lost or would cost too much: calamine gives errors, and formulas saved without their result, as
blank cells, so they become texts (``SIN_RESULTADO`` stands for the latter); and one cell in a far corner would make a
grid of millions, so cells that lie outside any table are taken out and named.
"""

from __future__ import annotations

import re
from itertools import islice
from operator import ge

from promueve_gui.adapters.errores_formula import SIN_RESULTADO
from promueve_gui.domain.frozen import frozen

MAX_CASILLAS = 2_000_000  # places of the grid from the first cell to the last used one
MAX_COLUMNAS = 256  # columns that are looked at; the official layouts have up to 20
MAX_RENGLONES = 200_000

_CELDA = re.compile(rb"<(?:\w+:)?c(?=[\s/>])(?:[^<>]*?\sr=[\"']([A-Za-z]{1,3})(\d{1,7})[\"'])?")
# Whole rows first: formatted rows without content come by the million.
_RENGLON_VACIO = re.compile(rb'<row r="\d{1,7}"[^<>]*(?:/>|>(?:<c r="[A-Z]{1,3}\d{1,7}"[^<>]*/>)*+</row>)')
_CELDA_VACIA = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"[^<>]*(?:/>|>(?:<v\s*/>|<v></v>)?</c>)')
_CELDA_ENTERA = re.compile(
    rb"<(?P<p>(?:\w+:)?)c(?=\s)[^<>]*?\sr=[\"'](?P<letras>[A-Za-z]{1,3})(?P<renglon>\d{1,7})[\"'][^<>]*?"
    rb"(?:/>|>.*?</(?P=p)c>)",
    re.DOTALL,
)
_ERROR = re.compile(rb"(<(?:\w+:)?c\s[^<>]*?\st=[\"'])e(?=[\"'])")
_FORMULA_SIN_RESULTADO = re.compile(
    rb"(?P<celda><(?P<p>(?:\w+:)?)c\s[^<>]*)(?<!/)>\s*<(?P=p)f\b[^<>]*(?:/>|>[^<]*</(?P=p)f>)\s*"
    rb"(?:<(?P=p)v\s*/>|<(?P=p)v>\s*</(?P=p)v>)?\s*</(?P=p)c>"
)
# Looked for first, and not «<formula1>» of a dropdown: for a sheet without formulas it takes a tenth of the time.
_FORMULAS = (re.compile(rb"<f[\s/>]"), re.compile(rb":f[\s/>]"))
# From column IW on: the first that is beyond ``MAX_COLUMNAS``. Looking for such an address first is much faster.
_LEJOS = re.compile(rb"r=[\"'](?:I[W-Z]|[J-Z][A-Z]|[A-Z]{3})\d")
_FUERA = re.compile(
    rb"<(?:\w+:)?c\s(?:[^<>]*?\s)?r=[\"']((?:I[W-Z]|[J-Z][A-Z]|[A-Z]{3})\d{1,7})[\"'][^<>]*(?<!/)>\s*"
    rb"(?!</|<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</)"
)
_JUNTAS = re.compile(rb"<(?:\w+:)?mergeCell\s(?:[^<>]*?\s)?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_RENGLON = re.compile(rb"<(?:\w+:)?row\s(?:[^<>]*?\s)?r=[\"'](\d{1,7})[\"']")
_TIPO = re.compile(rb"\st=[\"'](\w+)[\"']")


@frozen
class Senas:
    """What a sheet's XML says that its values do not.

    ``juntas`` are the cells merged with those below them: column, first and last row, counted from 1; ``fuera`` is the
    first cell with something in it beyond the columns that are read («XFD7»). ``revuelta`` tells that some row stands
    after one that comes later.
    """

    juntas: tuple[tuple[int, int, int], ...] = ()
    fuera: str = ""
    sin_resultado: bool = False
    revuelta: bool = False


class DemasiadasCasillasError(Exception):
    """A sheet stays too large with everything taken out that could be."""


class SinDireccionError(Exception):
    """A cell does not say where it stands, as the programs that people use always do."""


@frozen
class HojaSaneada:
    """A sheet's XML, fit to read, and the addresses of the cells that were taken out of it («XFD1048576»)."""

    contenido: bytes
    lejanas: tuple[str, ...] = ()


def is_sheet(contenido: bytes) -> bool:
    """Tell whether a part of the workbook holds cells."""
    return b"sheetData" in contenido


def mend_sheet(contenido: bytes) -> HojaSaneada:
    """Return a sheet fit to read.

    Raises:
        DemasiadasCasillasError: it has more than ``MAX_CASILLAS``.
        SinDireccionError: some cell does not say its address.
    """
    contenido, lejanas = _of_fair_size(contenido)
    if b't="e"' in contenido or b"t='e'" in contenido:
        contenido = _ERROR.sub(rb"\1str", contenido)
    return HojaSaneada(mark_formulas(contenido), lejanas)


def look_at_sheet(contenido: bytes) -> Senas:
    """Return what the values of a sheet do not say."""
    juntas = tuple(
        (column_number(letras), int(arriba), int(abajo))
        for letras, arriba, otras, abajo in _JUNTAS.findall(contenido)
        if letras == otras and arriba != abajo
    )
    fuera = _FUERA.search(contenido) if _LEJOS.search(contenido) else None
    renglones = list(map(int, _RENGLON.findall(contenido)))
    revuelta = any(map(ge, renglones, islice(renglones, 1, None)))
    return Senas(juntas, fuera[1].decode() if fuera else "", mark_formulas(contenido) != contenido, revuelta)


def mark_formulas(contenido: bytes) -> bytes:
    """Return the sheet with ``SIN_RESULTADO`` in place of the formulas that were saved without their result."""
    if any(formula.search(contenido) for formula in _FORMULAS):
        return _FORMULA_SIN_RESULTADO.sub(_said_to_be_without_result, contenido)
    return contenido


def _of_fair_size(contenido: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the sheet, without blank cells and cells that lie far away if it is too large with them."""
    lejanas: tuple[str, ...] = ()
    if _casillas(contenido) > MAX_CASILLAS:
        contenido = _CELDA_VACIA.sub(b"", _RENGLON_VACIO.sub(b"", contenido))
        if _casillas(contenido) > MAX_CASILLAS:
            contenido, lejanas = _without_far_cells(contenido)
            if _casillas(contenido) > MAX_CASILLAS:
                raise DemasiadasCasillasError
    return contenido, lejanas


def _casillas(contenido: bytes) -> int:
    """Return how many places the grid up to the last cell has."""
    celdas = _CELDA.findall(contenido)
    letras = {columna for columna, _ in celdas}
    if b"" in letras:
        raise SinDireccionError
    ancho = max(map(column_number, letras), default=0)
    return ancho * max(map(int, {renglon for _, renglon in celdas}), default=0)


def column_number(letras: bytes) -> int:
    """Return the number of a column, from 1, by its letters."""
    numero = 0
    for letra in letras.upper():
        numero = numero * 26 + letra - ord("A") + 1
    return numero


def _without_far_cells(contenido: bytes) -> tuple[bytes, tuple[str, ...]]:
    lejanas: list[str] = []

    def judge(celda: re.Match[bytes]) -> bytes:
        if column_number(celda["letras"]) <= MAX_COLUMNAS and int(celda["renglon"]) <= MAX_RENGLONES:
            return celda[0]
        lejanas.append((celda["letras"] + celda["renglon"]).decode().upper())
        return b""

    return _CELDA_ENTERA.sub(judge, contenido), tuple(lejanas)


def _said_to_be_without_result(celda: re.Match[bytes]) -> bytes:
    tipo = _TIPO.search(celda["celda"])
    if tipo and tipo[1] == b"str":
        return celda[0]  # its result is an empty text
    prefijo = celda["p"]
    abre = _TIPO.sub(b"", celda["celda"])
    return b'%b t="str"><%bv>%b</%bv></%bc>' % (abre, prefijo, SIN_RESULTADO.encode(), prefijo, prefijo)
