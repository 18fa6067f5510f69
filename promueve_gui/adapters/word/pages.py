"""How many pages a content takes in Word, from its paragraphs and without writing it.

A line holds as many letters as their mean width allows; the rest is the size and space of each style, as the
letterhead or the recipes have them (``measuring``). It stays within a quarter of a page of what LibreOffice lays out
(``tests/e2e``), and gives fractions, which a count of pages does not.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, in_order
from promueve_gui.adapters.word.side_by_side import ANGOSTA, ANGOSTO, COLUMNA_QR, LADO_QR, columns
from promueve_gui.adapters.word.style_table import RECETAS
from promueve_gui.adapters.word.typefaces import CALIBRI, typeface
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.adapters.word.style_table import Receta
    from promueve_gui.adapters.word.typefaces import Letra

CM_POR_PUNTO = 2.54 / 72
_COLA = 2.6  # letters that a line leaves empty, on average, because the next word does not fit: half a word of Spanish
_RESGUARDO = 0.25  # cm between the columns of the contacts, and below a code


@frozen(kw_only=True)
class Aspecto:
    """How the paragraphs of a style look: sizes and spaces in points, indents in cm.

    ``fijo`` is the height of a line where it does not depend on the typeface, 0 where it does; ``primera`` is what the
    first line stands further in; ``junto`` leaves no space between neighbours; ``familia`` names the typeface.
    """

    letra: Letra
    tamano: float
    familia: str = "Calibri"
    negrita: bool = False
    antes: float = 0
    despues: float = 0
    interlineado: float = 1.0
    fijo: float = 0
    sangria: float = 0
    primera: float = 0
    junto: bool = False

    @property
    def renglon(self) -> float:
        """Return the height of a line in cm."""
        return (self.fijo or self.tamano * self.letra.alto * self.interlineado) * CM_POR_PUNTO


@frozen
class Hoja:
    """What a page leaves for the text, in cm, and how its styles look.

    ``aparte`` is what the letterhead itself takes besides, once; ``letra_contactos`` the width of a letter there.
    """

    ancho: float
    alto: float
    aspectos: Mapping[Estilo, Aspecto]
    aparte: float = 0
    letra_contactos: float = ANGOSTA

    @property
    def familias(self) -> frozenset[str]:
        """Return the typefaces that it is written in."""
        return frozenset(aspecto.familia for aspecto in self.aspectos.values())

    def set_in(self, sustitutas: Mapping[str, str]) -> Hoja:
        """Return the same page in the typefaces that take the place of those that a computer has not."""
        aspectos = {
            estilo: replace(aspecto, letra=typeface(sustitutas.get(aspecto.familia, aspecto.familia)))
            for estilo, aspecto in self.aspectos.items()
        }
        return replace(self, aspectos=aspectos)


def own_looks(letra: Letra = CALIBRI, tamano: float = 11) -> dict[Estilo, Aspecto]:
    """Return how the styles look that are made here, in a typeface and size."""
    return {estilo: _look(receta, letra, tamano) for estilo, receta in RECETAS.items()}


def _look(receta: Receta, letra: Letra, tamano: float) -> Aspecto:
    return Aspecto(
        letra=letra,
        tamano=receta.tamano or tamano,
        negrita=receta.negrita,
        antes=receta.antes,
        despues=receta.despues,
        interlineado=receta.interlineado,
        sangria=receta.sangria,
        junto=receta.junto,
    )


PROPIA = Hoja(16.59, 22.54, own_looks())  # of the letterhead that ships: letter, with its margins


def estimate_pages(parrafos: Iterable[Parrafo], hoja: Hoja = PROPIA) -> float:
    """Return the length in pages, with its fraction; 0 for nothing."""
    alto, pendiente = 0.0, 0.0
    for estilo, seguidos in groupby(in_order(parrafos), key=lambda parrafo: parrafo.estilo):
        grupo, aspecto = list(seguidos), hoja.aspectos[estilo]
        for lugar, unidad in enumerate(_units(grupo, hoja)):
            junto = aspecto.junto and lugar
            alto += 0 if junto else max(pendiente, aspecto.antes * CM_POR_PUNTO)
            pendiente = 0 if aspecto.junto and lugar < len(grupo) - 1 else aspecto.despues * CM_POR_PUNTO
            alto += unidad
    return (alto + hoja.aparte) / hoja.alto if alto else 0


def _units(grupo: Sequence[Parrafo], hoja: Hoja) -> list[float]:
    """Return the height of each paragraph of one style, or of each row where they stand side by side."""
    aspecto = hoja.aspectos[grupo[0].estilo]
    if hoja.ancho >= ANGOSTO and grupo[0].estilo is Estilo.CONTACTO and len(grupo) > 1:
        palabras = [max(map(len, p.texto.split()), default=0) for p in grupo]
        anchos = columns(palabras, hoja.ancho, hoja.letra_contactos)
        filas = [grupo[inicio : inicio + len(anchos)] for inicio in range(0, len(grupo), len(anchos))]
        return [
            max(_height(p, aspecto, ancho - _RESGUARDO) for p, ancho in zip(fila, anchos, strict=False))
            for fila in filas
        ]
    if hoja.ancho >= ANGOSTO and any(parrafo.qr for parrafo in grupo):
        ancho = hoja.ancho - COLUMNA_QR
        codigo = LADO_QR + _RESGUARDO
        return [max(_height(p, aspecto, ancho), codigo if p.qr else 0) for p in grupo]
    return [_height(parrafo, aspecto, hoja.ancho) for parrafo in grupo]


def _height(parrafo: Parrafo, aspecto: Aspecto, ancho: float) -> float:
    """Return the height of the lines of a paragraph, without the space around it."""
    gruesas = sum(len(tramo.texto) for tramo in parrafo.tramos if tramo.fuerte or aspecto.negrita)
    return text_height(parrafo.texto, aspecto, ancho, gruesas)


def text_height(texto: str, aspecto: Aspecto, ancho: float, gruesas: int = 0) -> float:
    """Return the height in cm of a text in lines of a width, ``gruesas`` of its letters being bold."""
    letra = aspecto.letra
    media = letra.plana + (letra.negrita - letra.plana) * gruesas / max(len(texto), 1)
    de_una = media * aspecto.tamano * CM_POR_PUNTO
    caben = max((ancho - aspecto.sangria) / de_una, 1)
    primera = aspecto.primera / de_una
    return sum(_lines(len(linea) + primera, caben) for linea in texto.split("\n")) * aspecto.renglon


def _lines(letras: float, caben: float) -> int:
    """Return how many lines so many letters take where ``caben`` fit in one."""
    return 1 if letras <= caben else 1 + ceil((letras - caben) / max(caben - _COLA, 1))
