"""How much fits on a slide: what does not goes on to another one, so that letters stay large enough to be read.

An estimate, on the safe side: the letters of the template may be others on the computer where it is shown.
"""

from __future__ import annotations

import textwrap
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, Parrafo
from promueve_gui.adapters.word.text import Tramo
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from promueve_gui.adapters.presentaciones.deck import Hoja

ANCHO_LETRA = 0.55  # of its size: the mean letter of wide faces; Calibri's has 0.49
ALTO_RENGLON = 1.2
ENTRE_PARRAFOS = 0.45
SANGRIA = 1.2  # of its size: what a point and its sign take away from the width
REDUCCIONES = (1.0, 0.85)
_REDUCCIONES_PARTIDA = (1.0, 0.85, 0.7, 0.6)  # of what goes on: no sentence is cut that fits in smaller letters
MINIMO = 16.0  # points under which letters are not made smaller
TITULO_MINIMO = 20.0  # the same of a title, which is cut then, and goes on in the text
_REDUCCIONES_TITULO = (1.0, 0.8, 0.65)
_REDUCCIONES_PORTADA = (1.0, 0.85, 0.7, 0.55)
_CONTINUA = " (00 de 00)"  # what the title of a slide that goes on to others has at its end


@frozen
class Caja:
    """The room for text of a slide, in points, and the size of its letters."""

    ancho: float
    alto: float
    letra: float

    def scaled(self, razon: float) -> Caja:
        """Return the same room with other letters."""
        return replace(self, letra=self.letra * razon)

    @property
    def por_renglon(self) -> int:
        """Return how many letters a line takes."""
        return max(int((self.ancho - SANGRIA * self.letra) / (ANCHO_LETRA * self.letra)), 8)

    @property
    def renglones(self) -> int:
        """Return how many lines one paragraph alone may have."""
        return max(int(self.alto / (ALTO_RENGLON * self.letra)), 1)

    def lines(self, texto: str) -> int:
        """Return how many lines a text takes."""
        return sum(max(len(textwrap.wrap(linea, self.por_renglon)), 1) for linea in texto.split("\n"))

    def height(self, parrafos: Iterable[Parrafo]) -> float:
        """Return how high paragraphs are, in points."""
        altos = [self.lines(parrafo.texto) * ALTO_RENGLON + ENTRE_PARRAFOS for parrafo in parrafos]
        return self.letra * max(sum(altos) - ENTRE_PARRAFOS, 0)


@frozen
class Repartida:
    """A slide that fits; ``razon`` is how much smaller than the template's its letters are, 1 for not at all."""

    hoja: Hoja
    razon: float = 1.0


def title_ratio(caja: Caja, titulo: str) -> float:
    """Return how much smaller than the template's the letters of a title are, 1 for not at all."""
    razones = [r for r in _REDUCCIONES_TITULO if r == 1 or caja.letra * r >= TITULO_MINIMO]
    return next((r for r in razones if _has_room(caja.scaled(r), titulo)), razones[-1])


def cover_ratio(caja: Caja, parrafos: Sequence[Parrafo]) -> float:
    """Return how much smaller than the template's the letters of a cover are, whose text goes on to no other slide."""
    razones = (r for r in _REDUCCIONES_PORTADA if caja.scaled(r).height(parrafos) <= caja.alto)
    return next(razones, _REDUCCIONES_PORTADA[-1])


def with_short_title(hoja: Hoja, caja: Caja) -> Hoja:
    """Return a slide whose title fits in ``caja``: what is too long for the smallest letters begins its text."""
    menor = caja.scaled(title_ratio(caja, hoja.titulo))
    if _has_room(menor, hoja.titulo):
        return hoja
    menor = caja.scaled(title_ratio(caja, hoja.titulo + _CONTINUA))
    palabras = hoja.titulo.split(" ")
    caben = len(palabras)
    while caben > 1 and not _has_room(menor, " ".join(palabras[:caben]) + "…" + _CONTINUA):
        caben -= 1
    titulo, resto = " ".join(palabras[:caben]), " ".join(palabras[caben:])
    if not resto:  # a single word that is longer than the place
        titulo, resto = titulo[: menor.por_renglon], titulo[menor.por_renglon :]
    sigue = Parrafo(Estilo.APARTADO, (Tramo(f"…{resto}"),))
    return replace(hoja, titulo=f"{titulo}…", parrafos=(sigue, *hoja.parrafos))


def _has_room(caja: Caja, titulo: str) -> bool:
    return caja.lines(titulo) <= caja.renglones


def fit(hoja: Hoja, caja: Caja) -> list[Repartida]:
    """Return the slides that one becomes: itself, or several that go on; a little smaller if they are fewer then.

    Those that go on say so in their title, so that each has its own; the notes stay with the first.
    """
    entera = _ratio_of_whole(hoja.parrafos, caja)
    razones = dict.fromkeys((entera, *(r for r in REDUCCIONES if r < entera and _is_large(caja.scaled(r), caja))))
    repartos = [(razon, _split(hoja.parrafos, caja.scaled(razon))) for razon in razones]
    razon, grupos = min(repartos, key=lambda reparto: len(reparto[1]))  # of two alike, that of the larger letters
    if len(grupos) == 1:
        return [Repartida(hoja, razon)]
    return [
        Repartida(
            replace(
                hoja,
                titulo=f"{hoja.titulo} ({lugar} de {len(grupos)})",
                parrafos=tuple(grupo),
                notas=hoja.notas if lugar == 1 else "",
            ),
            razon,
        )
        for lugar, grupo in enumerate(grupos, start=1)
    ]


def _is_large(menor: Caja, caja: Caja) -> bool:
    """Tell whether letters may be made as small as those of ``menor``."""
    return menor.letra >= min(MINIMO, caja.letra)


def _ratio_of_whole(parrafos: Sequence[Parrafo], caja: Caja) -> float:
    """Return in how much smaller letters every paragraph fits on a slide of its own; 1 where some never does."""
    for razon in _REDUCCIONES_PARTIDA:
        menor = caja.scaled(razon)
        if _is_large(menor, caja) and all(_fits_alone(parrafo, menor) for parrafo in parrafos):
            return razon
    return 1.0


def _split(parrafos: Iterable[Parrafo], caja: Caja) -> list[list[Parrafo]]:
    grupos: list[list[Parrafo]] = [[]]
    for parrafo in (parte for entero in parrafos for parte in _pieces(entero, caja)):
        if grupos[-1] and caja.height([*grupos[-1], parrafo]) > caja.alto:
            grupos.append(_take_headings(grupos[-1], parrafo, caja))
        grupos[-1].append(parrafo)
    return grupos


def _take_headings(grupo: list[Parrafo], parrafo: Parrafo, caja: Caja) -> list[Parrafo]:
    """Take from the end of a slide the headings of what comes next, and return them, if both fit on another one."""
    sueltos = [*takewhile(lambda p: p.estilo is Estilo.APARTADO, reversed(grupo))][::-1]
    if len(sueltos) == len(grupo) or caja.height([*sueltos, parrafo]) > caja.alto:
        return []
    del grupo[len(grupo) - len(sueltos) :]
    return sueltos


def _pieces(parrafo: Parrafo, caja: Caja) -> Iterator[Parrafo]:
    """Yield a paragraph, in pieces if it is higher than a slide by itself."""
    tope = max(caja.renglones - 1, 1) * caja.por_renglon * 4 // 5  # words are not cut, so lines are never full
    while len(parrafo.texto) > tope and not _fits_alone(parrafo, caja):
        corte = _place_to_cut(parrafo.texto, tope)
        primero, resto = cut(parrafo.tramos, corte)
        yield replace(parrafo, tramos=primero)
        parrafo = replace(parrafo, tramos=resto)
    yield parrafo


def _fits_alone(parrafo: Parrafo, caja: Caja) -> bool:
    """Tell whether a paragraph fits on a slide; what has more letters than that takes is not gone through."""
    return len(parrafo.texto) <= caja.renglones * (caja.por_renglon + 1) and caja.height([parrafo]) <= caja.alto


def _place_to_cut(texto: str, tope: int) -> int:
    """Return where to cut: after the last sentence that fits, or the last word, or anywhere."""
    frase = texto.rfind(". ", tope // 2, tope)
    palabra = texto.rfind(" ", 1, tope)
    return frase + 2 if frase > 0 else palabra + 1 if palabra > 0 else tope


def cut(tramos: tuple[Tramo, ...], corte: int) -> tuple[tuple[Tramo, ...], tuple[Tramo, ...]]:
    """Return stretches up to the letter ``corte`` and from it on; a stretch that is cut looks the same in both."""
    primero: list[Tramo] = []
    resto: list[Tramo] = []
    for tramo in tramos:
        antes, despues = tramo.texto[: max(corte, 0)], tramo.texto[max(corte, 0) :]
        corte -= len(tramo.texto)
        if antes:
            primero.append(replace(tramo, texto=antes))
        if despues:
            resto.append(replace(tramo, texto=despues))
    return tuple(primero), tuple(resto)
