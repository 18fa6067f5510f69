"""Which paragraph of a returned document is which of those that left: by their words, their bookmarks and their order.

What stays the same is found first; between two such places, pairs are chosen so that they are alike in all. A file
that has lost its bookmarks is aligned by its titles and its words alone.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from promueve_gui.domain.enriquecido import Clase
from promueve_gui.domain.pertenencia import es_de_varios
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from promueve_gui.domain.texto_devuelto import ParrafoDevuelto, ParrafoEscrito

MAXIMO = 90_000  # pairs of paragraphs that are compared word by word; beyond, only bookmarks tell
PARECIDO = 0.4  # share of words in common from which two paragraphs are taken for the same one
MARCADO = 0.6  # what a bookmark is worth beside it: more than any doubt, less than the same words
_TITULAR = 0.05  # what it is worth that both stand above a text: of other pairs that are as good, the one with it
_AJENO = 0.3  # what having the bookmark of another paragraph takes away
_PALABRA = re.compile(r"\w+")
_NUMERO = re.compile(r"\d+[.)]\s*")  # of a slide, which changes with its place


def alinear(escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto]) -> list[int | None]:
    """Return for each returned paragraph the place of the written one that it is, ``None`` for none.

    What stands below the heading of a field is aligned by itself, wherever that went: what was moved below another one
    is new there.
    """
    conocidas = {escrito.marca for escrito in escritos if escrito.marca}
    de_otros = _estilos_de_otros(escritos, devueltos)
    pares: list[int | None] = [None] * len(devueltos)
    for uno, otro in _apartados(escritos, devueltos):
        for lugar, par in _apartado(escritos[uno], devueltos[otro], conocidas, de_otros):
            pares[otro.start + lugar] = uno.start + par
    _movidos(escritos, devueltos, pares)
    return pares


def parecido(unos: Counter[str], otros: Counter[str]) -> float:
    """Return which share of their words two texts have in common, from 0 to 1."""
    todas = unos.total() + otros.total()
    return 2 * (unos & otros).total() / todas if todas else 0.0


def palabras(textos: Iterable[str]) -> Counter[str]:
    """Return the words of texts, folded, with how often they come."""
    return Counter(palabra for texto in textos for palabra in _PALABRA.findall(plegar(texto)))


def _movidos(escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto], pares: list[int | None]) -> None:
    """Pair with itself, where it was moved to, what must not become text of a field, or of another one.

    That is what is of none and, where nothing of it was found, what is alone in its field or says of which it is.
    """
    hallados = set(pares)
    vivos = {escritos[par].campo for par in hallados if par is not None}
    con_partes = any(escrito.encabeza for escrito in escritos)
    idos = {
        plegar(escrito.bloque.texto): lugar
        for lugar, escrito in enumerate(escritos)
        if lugar not in hallados and escrito.campo not in vivos - {""} and not escrito.titula
        if not (con_partes and es_de_varios(escrito.campo)) or escrito.etiqueta or not escrito.campo
    }
    for lugar, devuelto in enumerate(devueltos):
        if pares[lugar] is None:
            pares[lugar] = idos.pop(plegar(devuelto.bloque.texto), None)


def _apartados(
    escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto]
) -> Iterator[tuple[slice, slice]]:
    """Yield what stands together at both sides: what comes before any heading, and each of them with what follows."""
    cortes = _cortes(escritos, devueltos)
    unos, otros = [*cortes, len(escritos)], [*cortes.values(), len(devueltos)]
    yield slice(0, min(unos)), slice(0, min(otros))
    for uno, otro in cortes.items():
        hasta = (min(corte for corte in lado if corte > desde) for lado, desde in ((unos, uno), (otros, otro)))
        yield slice(uno, next(hasta)), slice(otro, next(hasta))


def _cortes(escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto]) -> dict[int, int]:
    """Return where the headings of fields stand at both sides, and what comes first after the last field."""
    titulares = [lugar for lugar, escrito in enumerate(escritos) if escrito.encabeza]
    ultimo = max((lugar for lugar, escrito in enumerate(escritos) if escrito.campo), default=-1)
    if titulares and ultimo + 1 < len(escritos):
        titulares.append(ultimo + 1)
    hallados: dict[int, int] = {}
    unos = [plegar(escrito.bloque.texto.removeprefix(escrito.etiqueta)) for escrito in escritos]
    otros = [plegar(devuelto.bloque.texto) for devuelto in devueltos]
    sin_numero = [_NUMERO.sub("", texto) for texto in otros]
    for lugar in titulares:
        suyos = sin_numero if escritos[lugar].etiqueta else otros
        iguales = [otro for otro, texto in enumerate(suyos) if texto == unos[lugar]]
        titulados = [otro for otro in iguales if devueltos[otro].bloque.clase is Clase.TITULO] or iguales
        if len(titulados) != 1 or unos.count(unos[lugar]) > 1:  # of slides, bookmark and number tell too
            marca = escritos[lugar].marca
            titulados = [n for n, d in enumerate(devueltos) if marca in d.marcas and _NUMERO.match(d.bloque.texto)]
        if len(titulados) == 1:
            hallados[lugar] = titulados[0]
    return hallados


def _estilos_de_otros(
    escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto]
) -> Mapping[str, set[str]]:
    """Return, by what paragraphs look like, the styles in which the file shows others; those left alone tell."""
    aspectos = {plegar(escrito.bloque.texto): escrito.aspecto for escrito in escritos}
    vistos: dict[str, set[str]] = {}
    for devuelto in devueltos:
        aspecto = aspectos.get(plegar(devuelto.bloque.texto))
        if aspecto is not None:
            vistos.setdefault(aspecto, set()).add(devuelto.estilo)
    todos = set(aspectos.values())
    return {
        uno: set().union(*(vistos.get(otro, ()) for otro in todos if otro != uno)) - vistos.get(uno, set())
        for uno in todos
    }


def _apartado(
    escritos: Sequence[ParrafoEscrito],
    devueltos: Sequence[ParrafoDevuelto],
    conocidas: set[str],
    de_otros: Mapping[str, set[str]],
) -> Iterator[tuple[int, int]]:
    """Yield the pairs (returned, written) of what stands together."""
    unos = [plegar(escrito.bloque.texto) for escrito in escritos]
    otros = [plegar(devuelto.bloque.texto) for devuelto in devueltos]
    uno = otro = 0
    for desde, hasta, largo in SequenceMatcher(None, unos, otros, autojunk=False).get_matching_blocks():
        for lugar, par in _entre(escritos[uno:desde], devueltos[otro:hasta], conocidas, de_otros):
            yield otro + lugar, uno + par
        for paso in range(largo):
            yield hasta + paso, desde + paso
        uno, otro = desde + largo, hasta + largo


def _entre(
    escritos: Sequence[ParrafoEscrito],
    devueltos: Sequence[ParrafoDevuelto],
    conocidas: set[str],
    de_otros: Mapping[str, set[str]],
) -> list[tuple[int, int]]:
    """Return the pairs (returned, written) of a stretch in which no paragraph stayed the same, in order."""
    if not escritos or not devueltos:
        return []
    if len(escritos) * len(devueltos) > MAXIMO:
        return _por_marcas(escritos, devueltos)
    a_solas = len(escritos) == len(devueltos) == 1 and not conocidas.intersection(devueltos[0].marcas)
    if a_solas and devueltos[0].estilo not in de_otros[escritos[0].aspecto]:
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
            titular = escrito.titula and devuelto.bloque.clase is Clase.TITULO and not marcas
            fila.append(cuanto if cuanto >= PARECIDO else _TITULAR if titular else 0.0)
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
