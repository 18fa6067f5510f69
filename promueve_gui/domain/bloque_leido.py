"""Blocks of text tidied up in one way, so that what left and what came back are the same when nobody changed a word.

Word and LibreOffice rewrite a file as they like: stretches are cut, spaces at the ends go, addresses become links.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import unquote

from promueve_gui.domain.enriquecido import Bloque, Tramo, limpio
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import compuesto, sin_cortes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CORREO = "mailto:"


def enlace_leido(enlace: str) -> str:
    """Return where a link leads, however a program writes it: «%C3%B1» or «ñ», with or without the last «/»."""
    return unquote(enlace).rstrip("/")


def ordenado(bloque: Bloque) -> Bloque:
    """Return a block without spaces around, in as few stretches as can be; an address that leads to itself is text."""
    tramos = _juntos(_sueltos(_juntos(bloque.tramos)))
    texto = "".join(tramo.texto for tramo in tramos)
    inicio, fin = len(texto) - len(texto.lstrip()), len(texto.rstrip())
    return replace(bloque, tramos=recortado(tramos, inicio, max(inicio, fin)))


def renglones(bloque: Bloque) -> list[Bloque]:
    """Return a block for each of its lines that says something: people break lines within a paragraph."""
    tramos = [replace(tramo, texto=sin_cortes(compuesto(limpio(tramo.texto)))) for tramo in bloque.tramos]
    desde, hallados = 0, []
    for parte in "".join(tramo.texto for tramo in tramos).split("\n"):
        hasta = desde + len(parte)
        hallados.append(ordenado(replace(bloque, tramos=recortado(tramos, desde, hasta))))
        desde = hasta + 1
    return [hallado for hallado in hallados if hallado.tramos]


def recortado(tramos: Iterable[Tramo], desde: int, hasta: int) -> tuple[Tramo, ...]:
    """Return the stretches of a text from one place of it up to another."""
    return tuple(_recortes(tramos, desde, hasta))


def iguales(uno: Bloque, otro: Bloque) -> bool:
    """Tell whether two tidied blocks are the same paragraph, whatever their numbers in a list."""
    return uno.clase is otro.clase and [*map(_visto, uno.tramos)] == [*map(_visto, otro.tramos)]


def _visto(tramo: Tramo) -> Tramo:
    return replace(tramo, enlace=enlace_leido(tramo.enlace)) if tramo.enlace else tramo


def _recortes(tramos: Iterable[Tramo], desde: int, hasta: int) -> Iterator[Tramo]:
    lugar = 0
    for tramo in tramos:
        texto = tramo.texto[max(0, desde - lugar) : max(0, hasta - lugar)]
        lugar += len(tramo.texto)
        if texto:
            yield replace(tramo, texto=texto)


def _sueltos(tramos: Iterable[Tramo]) -> Iterator[Tramo]:
    """Yield stretches without a link that they need no mark for; programs cut a link in as many as they like."""
    for enlace, partes in groupby(tramos, key=lambda tramo: tramo.enlace):
        juntas = [*partes]
        sobra = _lleva_a_si_mismo("".join(tramo.texto for tramo in juntas).strip(), enlace)
        yield from (replace(tramo, enlace="") if sobra else tramo for tramo in juntas)


def _lleva_a_si_mismo(texto: str, enlace: str) -> bool:
    destino = enlace_leido(enlace.removeprefix(CORREO))
    return bool(enlace) and destino == enlace_leido(texto)


@frozen
class _Aspecto:
    negrita: bool
    cursiva: bool
    enlace: str


def _juntos(tramos: Iterable[Tramo]) -> tuple[Tramo, ...]:
    vistos: list[tuple[str, _Aspecto]] = []
    for tramo in tramos:
        aspecto = _Aspecto(tramo.negrita, tramo.cursiva, tramo.enlace)
        if vistos and not tramo.texto.strip() and not tramo.enlace and not vistos[-1][1].enlace:
            aspecto = vistos[-1][1]  # nobody sees whether a space is bold
        vistos.append((tramo.texto, aspecto))
    grupos = groupby((visto for visto in vistos if visto[0]), key=lambda visto: visto[1])
    return tuple(
        Tramo("".join(texto for texto, _ in partes), aspecto.negrita, aspecto.cursiva, aspecto.enlace)
        for aspecto, partes in grupos
    )
