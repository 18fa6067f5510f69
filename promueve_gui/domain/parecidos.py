"""Names that look like the same thing written twice: accents, capitals, a slip of the finger. It only proposes."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

UMBRAL = 0.9
# Beyond this many names a comparison of each with each would keep people waiting; accents and capitals still count.
LIMITE = 400
_CONJUNCIONES = frozenset("aeouy")


class _Visto(NamedTuple):
    nombre: str
    plegado: str
    marcas: list[str]


def parecidos(nombres: Iterable[str], interesan: Container[str]) -> dict[str, str]:
    """Return, for each of ``nombres`` that matters (is in ``interesan``), the name before it that it looks like.

    Of two names that look alike only the second is told; a name that looks like several gets the most similar.
    """
    vistos: list[_Visto] = []
    por_plegado: dict[str, str] = {}
    hallados: dict[str, str] = {}
    for nombre in dict.fromkeys(nombres):
        visto = _Visto(nombre, plegado := plegar(nombre), _marcas(plegado))
        if nombre in interesan:
            otro = por_plegado.get(plegado) or _cercano(visto, vistos)
            if otro is not None:
                hallados[nombre] = otro
        vistos.append(visto)
        por_plegado.setdefault(plegado, nombre)
    return hallados


def _cercano(nuevo: _Visto, vistos: Sequence[_Visto]) -> str | None:
    """Return the most similar name, at least ``UMBRAL``, whose numbers are the same; the first of several."""
    if len(vistos) > LIMITE:
        return None
    comparador = SequenceMatcher(None, b=nuevo.plegado, autojunk=False)
    mejor, cuanto = None, UMBRAL
    for visto in vistos:
        comparador.set_seq1(visto.plegado)
        if comparador.real_quick_ratio() < cuanto or visto.marcas != nuevo.marcas or comparador.quick_ratio() < cuanto:
            continue
        razon = comparador.ratio()
        if razon > cuanto or (razon == cuanto and mejor is None):
            mejor, cuanto = visto.nombre, razon
    return mejor


def _marcas(plegado: str) -> list[str]:
    """Return the words that tell apart what is otherwise alike: numbers, also Roman, and lone letters.

    «Delegación 1» and «Delegación 2», or «Región I» and «Región II», are different areas though one sign apart.
    """
    return [palabra for palabra in plegado.split() if _es_marca(palabra)]


def _es_marca(palabra: str) -> bool:
    if len(palabra) == 1:
        return palabra not in _CONJUNCIONES
    return any(signo.isdigit() for signo in palabra) or set(palabra) <= set("ivx")
