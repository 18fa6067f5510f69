"""How many pages a content takes in Word, from its paragraphs and without writing it.

A line holds as many letters as their mean width allows; the rest is the size and space of each style, as the recipes
make them. It stays within a quarter of a page of what LibreOffice lays out (``tests/e2e``), and gives fractions, which
a count of pages does not.
"""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, in_order
from promueve_gui.adapters.word.side_by_side import COLUMNA_QR, LADO_QR, columns
from promueve_gui.adapters.word.style_table import RECETAS
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.adapters.word.style_table import Receta

_CM_POR_PUNTO = 2.54 / 72
_COLA = 2.6  # letters that a line leaves empty, on average, because the next word does not fit: half a word of Spanish
_RESGUARDO = 0.25  # cm between the columns of the contacts, and below a code


@frozen
class Letra:
    """A typeface: mean advance of a letter of Spanish text, plain and bold, and height of a line, all in ems.

    Measured on 2,400 letters of bulletins, spaces included, from the tables of each font.
    """

    plana: float
    negrita: float
    alto: float


CALIBRI = Letra(0.411, 0.419, 1.221)  # and Carlito, which has the same widths
DEJAVU_SANS = Letra(0.513, 0.576, 1.164)


@frozen
class Hoja:
    """What a page leaves for the text, in cm, and the typeface and size of its letterhead."""

    ancho: float
    alto: float
    letra: Letra = CALIBRI
    tamano: float = 11


PROPIA = Hoja(16.59, 22.54)  # of the letterhead that ships: letter, with its margins


def estimate_pages(parrafos: Iterable[Parrafo], hoja: Hoja = PROPIA) -> float:
    """Return the length in pages, with its fraction; 0 for nothing."""
    alto, pendiente = 0.0, 0.0
    for estilo, seguidos in groupby(in_order(parrafos), key=lambda parrafo: parrafo.estilo):
        grupo, receta = list(seguidos), RECETAS[estilo]
        for lugar, unidad in enumerate(_units(grupo, hoja)):
            junto = receta.junto and lugar
            alto += 0 if junto else max(pendiente, receta.antes * _CM_POR_PUNTO)
            pendiente = 0 if receta.junto and lugar < len(grupo) - 1 else receta.despues * _CM_POR_PUNTO
            alto += unidad
    return alto / hoja.alto


def _units(grupo: Sequence[Parrafo], hoja: Hoja) -> list[float]:
    """Return the height of each paragraph of one style, or of each row where they stand side by side."""
    receta = RECETAS[grupo[0].estilo]
    if grupo[0].estilo is Estilo.CONTACTO and len(grupo) > 1:
        anchos = columns([max(map(len, p.texto.split()), default=0) for p in grupo], hoja.ancho)
        filas = [grupo[inicio : inicio + len(anchos)] for inicio in range(0, len(grupo), len(anchos))]
        return [
            max(_height(p, receta, hoja, ancho - _RESGUARDO) for p, ancho in zip(fila, anchos, strict=False))
            for fila in filas
        ]
    if any(parrafo.qr for parrafo in grupo):
        ancho = hoja.ancho - COLUMNA_QR
        codigo = LADO_QR + _RESGUARDO
        return [max(_height(p, receta, hoja, ancho), codigo if p.qr else 0) for p in grupo]
    return [_height(parrafo, receta, hoja, hoja.ancho) for parrafo in grupo]


def _height(parrafo: Parrafo, receta: Receta, hoja: Hoja, ancho: float) -> float:
    """Return the height of the lines of a paragraph, without the space around it."""
    tamano = receta.tamano or hoja.tamano
    em = tamano * _CM_POR_PUNTO
    cuerda = "".join(tramo.texto for tramo in parrafo.tramos)
    gruesas = sum(len(tramo.texto) for tramo in parrafo.tramos if tramo.fuerte or receta.negrita)
    media = hoja.letra.plana + (hoja.letra.negrita - hoja.letra.plana) * gruesas / max(len(cuerda), 1)
    caben = max((ancho - receta.sangria) / (media * em), 1)
    renglones = sum(_lines(len(linea), caben) for linea in cuerda.split("\n"))
    return renglones * em * hoja.letra.alto * receta.interlineado


def _lines(letras: int, caben: float) -> int:
    """Return how many lines so many letters take where ``caben`` fit in one."""
    return 1 if letras <= caben else 1 + ceil((letras - caben) / max(caben - _COLA, 1))
