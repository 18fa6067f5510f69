"""Finding one person in texts by name, e-mail or telephone: which words are hers, and where they stand (dominio §8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import campos, per_type
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.palabras_plegadas import FoldedWords
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from promueve_gui.domain.ficha import Registro

BORRADO = "(borrado)"
ANTES = 40  # letters that an excerpt shows before the name
MINIMO = 3  # letters and digits: with fewer, nearly every text would be found

_CORREO = r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)*"
_PALABRA = "[\\w\u0300-\u036f]+"  # an accent may stand apart from its letter
_PIEZA = re.compile(f"{_CORREO}|{_PALABRA}")
_ENTRE = re.compile(r"[\s,.\-–'’]{1,4}")  # what may stand between the words of a name: «Pérez López, Juan»
_DE_UNA_VEZ = 256
_SEPARADORES = re.compile(r"[;\n]+")

Frase = tuple[str, ...]


@frozen
class _Pieza:
    """A word of a text or an e-mail address, folded, and where it stands."""

    plegada: str
    inicio: int
    fin: int


@dataclass(frozen=True)  # no slots: what is worked out from the terms is kept
class Busqueda:
    """What is looked for. Each term is a name of one or more words, or an e-mail address; accents do not matter.

    A name is also found with its surnames first. Short terms stand for whole words: «Ana» is not found in «Anaya».
    """

    terminos: tuple[str, ...]

    @classmethod
    def de(cls, texto: str) -> Busqueda:
        """Return the search for what somebody typed: terms apart by semicolons or line breaks.

        Raises ``UserError("persona_sin_nombre")`` when there is none, or one is too short to tell anybody.
        """
        terminos = tuple(dict.fromkeys(filter(None, (" ".join(t.split()) for t in _SEPARADORES.split(texto)))))
        if not terminos or any(sum(map(str.isalnum, termino)) < MINIMO for termino in terminos):
            raise UserError("persona_sin_nombre")
        return cls(terminos)

    def con(self, otros: Iterable[str]) -> Busqueda:
        """Return the search for these terms too; those that are no more than one plain word are left out."""
        nuevos = (" ".join(otro.split()) for otro in otros)
        return Busqueda(tuple(dict.fromkeys((*self.terminos, *filter(_distinctive, nuevos)))))

    def holds(self, texto: str) -> bool:
        """Tell whether a text names the person."""
        return next(self._spans(texto), None) is not None

    def names(self, nombre: str) -> bool:
        """Tell whether a name may be the person's: it holds every word of a term, whatever stands between them."""
        piezas = {pieza.plegada for pieza in _piezas(nombre)}
        return any(piezas.issuperset(frase) for frase in self._terms)

    def erased(self, texto: str) -> str:
        """Return a text with ``BORRADO`` where it names the person."""
        partes: list[str] = []
        desde = 0
        for inicio, fin in self._spans(texto):
            partes += [texto[desde:inicio], BORRADO]
            desde = fin
        return "".join([*partes, texto[desde:]]) if partes else texto

    def erased_by_lines(self, texto: str) -> str:
        """Return a list of persons with ``BORRADO`` in the place of each line that names this one."""
        return "\n".join(BORRADO if self.holds(linea) else linea for linea in texto.split("\n"))

    def excerpt(self, texto: str) -> str:
        """Return a text, of a long one no more than what stands around the first place that names the person."""
        linea = " ".join(texto.split())
        inicio = next((inicio for inicio, _ in self._spans(linea)), 0)
        desde = linea.rfind(" ", 0, inicio - ANTES) + 1 if inicio > ANTES else 0
        return f"… {linea[desde:]}" if desde else linea

    def may_hold(self, texto: str) -> bool:
        """Tell whether a long text, such as JSON, may name the person; quick, and never wrong when it says no."""
        if "\\u" in texto:  # letters of JSON that are written by their number
            return True
        return self._folded_terms.may_be_in(texto)

    def sift(self, textos: Sequence[str]) -> Iterator[int]:
        """Yield the places of the texts that may name the person; of tens of thousands, those few are to be looked at.

        They are looked at by the hundred first, since most name nobody.
        """
        for inicio in range(0, len(textos), _DE_UNA_VEZ):
            trozo = textos[inicio : inicio + _DE_UNA_VEZ]
            if self.may_hold("\n".join(trozo)):
                yield from (lugar for lugar, texto in enumerate(trozo, start=inicio) if self.may_hold(texto))

    @cached_property
    def _folded_terms(self) -> FoldedWords:
        return FoldedWords(self._terms)

    @cached_property
    def _terms(self) -> tuple[Frase, ...]:
        return tuple(tuple(pieza.plegada for pieza in _piezas(termino)) for termino in self.terminos)

    @cached_property
    def _by_first_word(self) -> Mapping[str, tuple[Frase, ...]]:
        """Return how a name may stand in a text, by its first word; the longest first, to be taken whole."""
        frases = {frase[lugar:] + frase[:lugar] for frase in self._terms for lugar in range(len(frase))}
        found: dict[str, list[Frase]] = {}
        for frase in sorted(frases, key=lambda frase: (-len(frase), frase)):
            found.setdefault(frase[0], []).append(frase)
        return {primera: tuple(suyas) for primera, suyas in found.items()}

    def _spans(self, texto: str) -> Iterator[tuple[int, int]]:
        """Yield where a text names the person: from which letter to which."""
        piezas = _piezas(texto)
        lugar = 0
        while lugar < len(piezas):
            frases = self._by_first_word.get(piezas[lugar].plegada, ())
            largo = next((len(frase) for frase in frases if _stands(frase, piezas, lugar, texto)), 0)
            if largo:
                yield piezas[lugar].inicio, piezas[lugar + largo - 1].fin
            lugar += largo or 1


def _piezas(texto: str) -> list[_Pieza]:
    return [_Pieza(plegar(m.group()), m.start(), m.end()) for m in _PIEZA.finditer(texto)]


def _stands(frase: Frase, piezas: list[_Pieza], lugar: int, texto: str) -> bool:
    """Tell whether the words of ``frase`` stand one after another from ``lugar`` on."""
    suyas = piezas[lugar : lugar + len(frase)]
    if tuple(pieza.plegada for pieza in suyas) != frase:
        return False
    return all(_ENTRE.fullmatch(texto, una.fin, otra.inicio) for una, otra in pairwise(suyas))


def _distinctive(termino: str) -> bool:
    """Tell whether a term is somebody's alone: an address, or more than one word."""
    return "@" in termino or len(_piezas(termino)) > 1


@per_type
def is_person(tipo: type[Registro]) -> bool:
    """Tell whether records of a kind are persons: people know them by a personal name."""
    return campos(tipo)[tipo.TITULO].personal
