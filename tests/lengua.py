"""Spelling made up: a dictionary that knows every word but some, and words kept in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.ports import Lengua
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.lectura import frases, palabras, perspicuidad

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

SUGERENCIAS = {"camion": ("camión", "camino"), "informasion": ("información",), "xqzt": ()}


def vocales(palabra: str) -> int:
    """Return a count of syllables that anybody can check: one per vowel."""
    return max(1, sum(letra in "aeiouáéíóú" for letra in palabra.lower()))


def legibilidad(texto: str, silabas: Callable[[str], int]) -> float | None:
    """Return the perspicuity of a text, counted at once."""
    todas = palabras(texto)
    return perspicuidad(sum(map(silabas, todas)), len(todas), len(frases(texto)))


class WordList:
    """A dictionary (port ``Ortografia``) of all words but those of ``suggestions``. ``refuses`` makes it stop."""

    def __init__(self, suggestions: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.suggestions = SUGERENCIAS if suggestions is None else suggestions
        self.asked: list[str] = []
        self.refuses = False

    def desconocidas(self, palabras: Sequence[str]) -> frozenset[str]:
        if self.refuses:
            raise UserError("ortografia_detenida")
        self.asked.extend(palabras)
        return frozenset(palabras) & self.suggestions.keys()

    def sugerencias(self, palabra: str) -> tuple[str, ...]:
        if self.refuses:
            raise UserError("ortografia_detenida")
        return self.suggestions.get(palabra, ())

    def close(self) -> None:
        self.asked.clear()


class MemoryWords:
    """The words of a user (port ``DiccionarioPersonal``), kept in memory. ``refuses`` makes it full."""

    def __init__(self, *words: str) -> None:
        self.kept = frozenset(words)
        self.refuses = False

    def palabras(self) -> frozenset[str]:
        return self.kept

    def agregar(self, palabra: str) -> None:
        if self.refuses:
            raise UserError("diccionario_no_guardado", archivo="diccionario.txt")
        self.kept |= {palabra}

    def quitar(self, palabras: Collection[str]) -> None:
        if self.refuses:
            raise UserError("diccionario_no_guardado", archivo="diccionario.txt")
        self.kept -= frozenset(palabras)


def make_lengua(spelling: WordList | None = None, *, words: MemoryWords | None = None, without: bool = False) -> Lengua:
    """Return help to write Spanish, made up; ``without`` a dictionary, if asked for."""
    return Lengua(None if without else spelling or WordList(), vocales, words or MemoryWords())
