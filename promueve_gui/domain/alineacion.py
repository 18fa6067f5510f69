"""Which paragraph of a returned document is which of those that left: by their words, their bookmarks and their order.

What stays the same is found first; between two such places, pairs are chosen so that they are alike in all. A file
that has lost its bookmarks is aligned by its titles and its words alone.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.texto_devuelto import PARTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.domain.texto_devuelto import ParrafoDevuelto, ParrafoEscrito

MAXIMO = 90_000  # pairs of paragraphs that are compared word by word; beyond, only bookmarks tell
PARECIDO = 0.4  # share of words in common from which two paragraphs are taken for the same one
MARCADO = 0.6  # what a bookmark is worth beside it: more than any doubt, less than the same words
_AJENO = 0.3  # what having the bookmark of another paragraph takes away
_PALABRA = re.compile(r"\w+")


def alinear(escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto]) -> list[int | None]:
    """Return for each returned paragraph the place of the written one that it is, ``None`` for none."""
    conocidas = {escrito.marca for escrito in escritos if escrito.marca}
    pares: list[int | None] = [None] * len(devueltos)
    unos = [plegar(escrito.bloque.texto) for escrito in escritos]
    otros = [plegar(devuelto.bloque.texto) for devuelto in devueltos]
    uno = otro = 0
    for desde, hasta, largo in SequenceMatcher(None, unos, otros, autojunk=False).get_matching_blocks():
        for lugar, par in _entre(escritos[uno:desde], devueltos[otro:hasta], conocidas):
            pares[otro + lugar] = uno + par
        for paso in range(largo):
            pares[hasta + paso] = desde + paso
        uno, otro = desde + largo, hasta + largo
    return pares


def repartir(
    escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto], pares: Sequence[int | None]
) -> list[str]:
    """Return the field that each returned paragraph is a line of, empty for what is of none.

    A new paragraph belongs where its bookmark or its neighbours do; what stands before or after all that left is of
    the letterhead.
    """
    por_marca = {escrito.marca: escrito.campo for escrito in escritos if escrito.marca}
    propios = ["" if par is None or escritos[par].titula else escritos[par].campo for par in pares]
    contexto = [None if par is None else escritos[par].campo for par in pares]
    puestos = [lugar for lugar, par in enumerate(pares) if par is not None]
    for lugar in range(len(devueltos)):
        if pares[lugar] is not None:
            continue
        marcados = (por_marca.get(marca, "") for marca in devueltos[lugar].marcas)
        propios[lugar] = next(filter(None, marcados), "")
        if not propios[lugar] and puestos and puestos[0] < lugar < puestos[-1]:
            propios[lugar] = _vecino(contexto[:lugar], contexto[lugar + 1 :])
    return propios


def parecido(unos: Counter[str], otros: Counter[str]) -> float:
    """Return which share of their words two texts have in common, from 0 to 1."""
    todas = unos.total() + otros.total()
    return 2 * (unos & otros).total() / todas if todas else 0.0


def palabras(textos: Iterable[str]) -> Counter[str]:
    """Return the words of texts, folded, with how often they come."""
    return Counter(palabra for texto in textos for palabra in _PALABRA.findall(plegar(texto)))


def es_de_varios(campo: str) -> bool:
    """Tell whether a field may have several paragraphs."""
    entidad, _, resto = campo.partition(PARTE)
    tipo, nombre = (POR_ENTIDAD["contenido"], campo) if not resto else (POR_ENTIDAD[entidad], resto.split(PARTE)[1])
    descrito = campos(tipo).get(nombre)
    return descrito is not None and descrito.tipo is Tipo.TEXTO_LARGO


def _vecino(antes: Sequence[str | None], despues: Sequence[str | None]) -> str:
    """Return the field that a paragraph falls to between two others: the one before, unless only that after has many.

    ``None`` is a neighbour that is new itself.
    """
    previo = next((campo for campo in reversed(antes) if campo is not None), "")
    siguiente = next((campo for campo in despues if campo is not None), "")
    if previo and es_de_varios(previo):
        return previo
    return siguiente if siguiente and es_de_varios(siguiente) else ""


def _entre(
    escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto], conocidas: set[str]
) -> list[tuple[int, int]]:
    """Return the pairs (returned, written) of a stretch in which no paragraph stayed the same, in order."""
    if not escritos or not devueltos:
        return []
    if len(escritos) * len(devueltos) > MAXIMO:
        return _por_marcas(escritos, devueltos)
    if len(escritos) == len(devueltos) == 1 and not conocidas.intersection(devueltos[0].marcas):
        return [(0, 0)]  # written anew in its place
    valores = _valores(escritos, devueltos, conocidas)
    alto, ancho = len(devueltos), len(escritos)
    mejor = [[0.0] * (ancho + 1) for _ in range(alto + 1)]
    for i in range(alto - 1, -1, -1):
        for j in range(ancho - 1, -1, -1):
            mejor[i][j] = max(mejor[i + 1][j], mejor[i][j + 1], mejor[i + 1][j + 1] + valores[i][j])
    pares, i, j = [], 0, 0
    while i < alto and j < ancho:
        if valores[i][j] > 0 and mejor[i][j] == mejor[i + 1][j + 1] + valores[i][j]:
            pares.append((i, j))
            i, j = i + 1, j + 1
        elif mejor[i][j] == mejor[i + 1][j]:
            i += 1
        else:
            j += 1
    return pares


def _valores(
    escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto], conocidas: set[str]
) -> list[list[float]]:
    """Return how well each returned paragraph fits each written one; 0 where it does not."""
    de_escritos = [palabras([escrito.bloque.texto]) for escrito in escritos]
    valores = []
    for devuelto in devueltos:
        suyas, marcas = palabras([devuelto.bloque.texto]), conocidas.intersection(devuelto.marcas)
        fila = []
        for escrito, propias in zip(escritos, de_escritos, strict=True):
            cuanto = parecido(suyas, propias)
            if escrito.marca in marcas:
                cuanto += MARCADO
            elif marcas:
                cuanto -= _AJENO
            fila.append(cuanto if cuanto >= PARECIDO else 0.0)
        valores.append(fila)
    return valores


def _por_marcas(escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto]) -> list[tuple[int, int]]:
    lugares = {escrito.marca: lugar for lugar, escrito in enumerate(escritos) if escrito.marca}
    pares, siguiente = [], 0
    for i, devuelto in enumerate(devueltos):
        halladas = (lugares[marca] for marca in devuelto.marcas if marca in lugares)
        j = next((lugar for lugar in halladas if lugar >= siguiente), None)
        if j is not None:
            pares.append((i, j))
            siguiente = j + 1
    return pares
