"""How two texts differ, word by word: what both say, what only the first says and what only the second does.

Long texts are compared by lines first, and by words only where lines differ, so that a large paste costs no minutes.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PALABRA = re.compile(r"\w+|\s|[^\w\s]")
_RENGLON = re.compile(r"[^\n]*\n|[^\n]+")
MAXIMO = 4_000_000  # pairs of words that are compared; beyond, a passage counts as another one


class Suerte(Enum):
    """What became of a stretch of text."""

    IGUAL = "igual"
    QUITADO = "quitado"
    AGREGADO = "agregado"


@frozen
class Trozo:
    """A stretch of text that is in both, or in one of them."""

    suerte: Suerte
    texto: str


def comparar(antes: str, despues: str) -> tuple[Trozo, ...]:
    """Return both texts as one: without what was added it is ``antes``, without what was taken out ``despues``."""
    return tuple(_unidos(_por_renglones(antes, despues)))


def _por_renglones(antes: str, despues: str) -> Iterator[Trozo]:
    unos, otros = _RENGLON.findall(antes), _RENGLON.findall(despues)
    for igual, quitado, agregado in _cotejados(unos, otros):
        yield Trozo(Suerte.IGUAL, igual)
        yield from _por_palabras(quitado, agregado)


def _por_palabras(antes: str, despues: str) -> Iterator[Trozo]:
    unas, otras = _PALABRA.findall(antes), _PALABRA.findall(despues)
    pares = _cotejados(unas, otras) if len(unas) * len(otras) <= MAXIMO else [("", antes, despues)]
    for igual, quitado, agregado in pares:
        yield Trozo(Suerte.IGUAL, igual)
        yield Trozo(Suerte.QUITADO, quitado)
        yield Trozo(Suerte.AGREGADO, agregado)


def _cotejados(unas: Sequence[str], otras: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what is the same, and what stands after it in the one and in the other."""
    cotejo = SequenceMatcher(None, unas, otras, autojunk=len(unas) * len(otras) > MAXIMO)
    una = otra = 0
    igual = ""
    for desde, hasta, largo in cotejo.get_matching_blocks():
        yield igual, "".join(unas[una:desde]), "".join(otras[otra:hasta])
        igual = "".join(unas[desde : desde + largo])
        una, otra = desde + largo, hasta + largo
    yield igual, "", ""


def _unidos(trozos: Iterable[Trozo]) -> Iterator[Trozo]:
    for suerte, iguales in groupby((trozo for trozo in trozos if trozo.texto), key=lambda trozo: trozo.suerte):
        yield Trozo(suerte, "".join(trozo.texto for trozo in iguales))
