"""How many pages a content takes in Word, from its paragraphs and without writing it.

A line holds as many letters as their mean width allows, in whole words; the rest is the size and space of each style,
as the letterhead or the recipes have them (``measuring``), and what pages leave empty (``page_breaks``). It stays
within a quarter of a page of what LibreOffice lays out (``tests/e2e``), and gives fractions, which a count does not.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, in_order
from promueve_gui.adapters.word.page_breaks import Bloque, length
from promueve_gui.adapters.word.side_by_side import ANGOSTA, ANGOSTO, COLUMNA_QR, LADO_QR, columns
from promueve_gui.adapters.word.style_table import RECETAS
from promueve_gui.adapters.word.typefaces import CALIBRI
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.adapters.word.style_table import Receta
    from promueve_gui.adapters.word.typefaces import Letra

CM_POR_PUNTO = 2.54 / 72
_CORTAN = " -/?"  # after which a line may end (UAX 14); the last three are in addresses
# Ems of a letter where all are capitals: nearly the same in narrow and wide typefaces; and how much wider they are at
# least. Small capitals are as wide as small letters.
_MAYUSCULAS, _MAS_ANCHAS = 0.59, 1.22
_RESGUARDO = 0.25  # cm between the columns of the contacts, and below a code


@frozen(kw_only=True)
class Aspecto:
    """How the paragraphs of a style look: sizes and spaces in points, indents in cm.

    ``fijo`` is the height of a line where it does not depend on the typeface, 0 where it does; ``primera`` is what the
    first line stands further in; ``junto`` leaves no space between neighbours; ``familia`` names the typeface;
    ``mayusculas`` writes all in capitals; ``entero`` and ``sigue`` are those of ``page_breaks.Bloque``.
    """

    letra: Letra
    tamano: float
    familia: str = "Calibri"
    negrita: bool = False
    mayusculas: bool = False
    antes: float = 0
    despues: float = 0
    interlineado: float = 1.0
    fijo: float = 0
    sangria: float = 0
    primera: float = 0
    junto: bool = False
    entero: bool = False
    sigue: bool = False

    @property
    def renglon(self) -> float:
        """Return the height of a line in cm."""
        return (self.fijo or self.tamano * self.letra.alto * self.interlineado) * CM_POR_PUNTO


@frozen
class Hoja:
    """What a page leaves for the text, in cm, and how its styles look.

    ``aparte`` is what the letterhead itself takes besides, once; ``letra_contactos`` the width of a letter there;
    ``alto`` is that of all ``columnas`` together.
    """

    ancho: float
    alto: float
    aspectos: Mapping[Estilo, Aspecto]
    aparte: float = 0
    letra_contactos: float = ANGOSTA
    columnas: int = 1

    @property
    def familias(self) -> frozenset[str]:
        """Return the typefaces that it is written in."""
        return frozenset(aspecto.familia for aspecto in self.aspectos.values())

    def set_in(self, letras: Mapping[str, Letra]) -> Hoja:
        """Return the same page in the typefaces that a computer shows for those that it names."""
        aspectos = {
            estilo: replace(aspecto, letra=letras.get(aspecto.familia, aspecto.letra))
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
        sigue=receta.con_siguiente,
    )


PROPIA = Hoja(16.59, 22.54, own_looks())  # of the letterhead that ships: letter, with its margins


def estimate_pages(parrafos: Iterable[Parrafo], hoja: Hoja = PROPIA) -> float:
    """Return the length in pages, with its fraction; 0 for nothing."""
    bloques = [
        bloque
        for estilo, seguidos in groupby(in_order(parrafos), key=lambda parrafo: parrafo.estilo)
        for bloque in _blocks(list(seguidos), hoja.aspectos[estilo], hoja)
    ]
    return length(bloques, hoja.alto / hoja.columnas, hoja.aparte) / hoja.alto if bloques else 0


def _blocks(grupo: Sequence[Parrafo], aspecto: Aspecto, hoja: Hoja) -> list[Bloque]:
    """Return the paragraphs of one style, or the rows where they stand side by side."""
    if hoja.ancho >= ANGOSTO and grupo[0].estilo is Estilo.CONTACTO and len(grupo) > 1:
        palabras = [max(map(len, p.texto.split()), default=0) for p in grupo]
        anchos = columns(palabras, hoja.ancho, hoja.letra_contactos)
        filas = [grupo[inicio : inicio + len(anchos)] for inicio in range(0, len(grupo), len(anchos))]
        return [
            _row(aspecto, max(_height(p, aspecto, ancho - _RESGUARDO) for p, ancho in zip(fila, anchos, strict=False)))
            for fila in filas
        ]
    if hoja.ancho >= ANGOSTO and any(parrafo.qr for parrafo in grupo):
        ancho = hoja.ancho - COLUMNA_QR - _RESGUARDO
        codigo = LADO_QR + _RESGUARDO
        return [_row(aspecto, max(_height(p, aspecto, ancho), codigo if p.qr else 0)) for p in grupo]
    ultimo = len(grupo) - 1
    return [
        Bloque(
            renglones=_line_count(parrafo, aspecto, hoja.ancho),
            alto=aspecto.renglon,
            antes=0 if aspecto.junto and lugar else aspecto.antes * CM_POR_PUNTO,
            despues=0 if aspecto.junto and lugar < ultimo else aspecto.despues * CM_POR_PUNTO,
            entero=aspecto.entero,
            sigue=aspecto.sigue,
        )
        for lugar, parrafo in enumerate(grupo)
    ]


def _row(aspecto: Aspecto, alto: float) -> Bloque:
    antes, despues = aspecto.antes * CM_POR_PUNTO, aspecto.despues * CM_POR_PUNTO
    return Bloque(renglones=1, alto=alto, antes=antes, despues=despues, entero=True)


def _height(parrafo: Parrafo, aspecto: Aspecto, ancho: float) -> float:
    """Return the height of the lines of a paragraph, without the space around it."""
    return _line_count(parrafo, aspecto, ancho) * aspecto.renglon


def _line_count(parrafo: Parrafo, aspecto: Aspecto, ancho: float) -> int:
    gruesas = sum(len(tramo.texto) for tramo in parrafo.tramos if tramo.fuerte or aspecto.negrita)
    return line_count(parrafo.texto, aspecto, ancho, gruesas)


def line_count(texto: str, aspecto: Aspecto, ancho: float, gruesas: int = 0) -> int:
    """Return how many lines of a width in cm a text takes, ``gruesas`` of its letters being bold."""
    letra = aspecto.letra
    media = letra.plana + (letra.negrita - letra.plana) * gruesas / max(len(texto), 1)
    if aspecto.mayusculas:
        media = max(media * _MAS_ANCHAS, _MAYUSCULAS)
    de_una = media * aspecto.tamano * CM_POR_PUNTO
    caben = max((ancho - aspecto.sangria) / de_una, 1)
    primera = aspecto.primera / de_una
    return sum(_lines(linea, caben, primera) for linea in texto.split("\n"))


def _lines(linea: str, caben: float, primera: float) -> int:
    """Return how many lines a text takes where so many letters fit, the first one standing further in."""
    cuantas, inicio, hasta = 1, 0, int(max(caben - primera, 1))
    while inicio + hasta < len(linea):
        corte = max(linea.rfind(signo, inicio, inicio + hasta + (signo == " ")) for signo in _CORTAN)
        inicio = corte + 1 if corte >= inicio else inicio + hasta
        cuantas, hasta = cuantas + 1, int(caben)
    return cuantas
