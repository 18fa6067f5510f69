"""Hunspell in a process of its own: a line of JSON asks, a line of JSON answers.

Apart because reading a dictionary and looking for suggestions hold Python's lock for up to half a second, in which
the window would stand still whatever the thread; and because what people paste should not reach C++ in the window.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

# What sounds alike in Mexico, and is confused in writing; Hunspell's own table knows that of Spain.
ALIKE = tuple(pair.split("/") for pair in "s/c c/s s/z z/s c/z z/c b/v v/b y/ll ll/y g/j j/g h/ sc/c c/sc s/x".split())
ACCENTS = str.maketrans("aeiou", "áéíóú")
CHECK, SUGGEST = "desconocidas", "sugerencias"
MOST_SUGGESTIONS = 6


def serve(dictionary: Path, questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer questions about words of a dictionary (its path without ending) until there are no more."""
    from hunspell import Hunspell  # noqa: PLC0415 - only this process pays for it

    checker = Hunspell(dictionary.name, hunspell_data_dir=str(dictionary.parent), system_encoding="UTF-8")
    for line in questions:
        kind, words = json.loads(line)
        if kind == CHECK:
            answer = [word for word in words if not checker.spell(word)]
        else:
            heard = ((word, word.capitalize()) for word in sounding_alike(words[0]))  # names too: «México»
            likely = [next(filter(checker.spell, forms)) for forms in heard if any(map(checker.spell, forms))]
            answer = list(dict.fromkeys((*likely, *checker.suggest(words[0]))))[:MOST_SUGGESTIONS]
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def sounding_alike(word: str) -> Iterator[str]:
    """Yield what a word may be that was written by ear: an accent, another letter of the same sound, or both."""
    yield from _accented(word)
    for written, meant in ALIKE:
        place = word.find(written)
        while place >= 0:
            other = word[:place] + meant + word[place + len(written) :]
            yield other
            yield from _accented(other)
            place = word.find(written, place + 1)
    if word.startswith(tuple("aeiouáéíóú")):
        yield f"h{word}"


def _accented(word: str) -> Iterator[str]:
    """Yield a word with one accent more."""
    for place, letter in enumerate(word):
        if letter in "aeiou":
            yield word[:place] + letter.translate(ACCENTS) + word[place + 1 :]
