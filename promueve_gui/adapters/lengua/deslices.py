"""Slips of the pen: what a word that no dictionary knows may be, and how far that is from it.

Hunspell knows which words there are, but it ranks accents and transposed letters like any other change, and its table
of letters that sound alike is that of Spain. Nothing here knows a word.
"""

from __future__ import annotations

import unicodedata
from itertools import takewhile
from operator import eq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What is confused by ear in Mexico, as it is written and as it is meant.
ALIKE = tuple(
    pair.split("/")
    for pair in "s/c c/s s/z z/s c/z z/c b/v v/b y/ll ll/y i/y y/i g/j j/g h/ sc/c c/sc s/x x/s cs/x c/cc cc/c r/rr "
    "rr/r k/c k/qu ge/gue gi/gui gue/güe gui/güi nb/mb np/mp mv/nv n/ñ".split()
)
ACCENTS = str.maketrans("aeiou", "áéíóú")
PLAIN = str.maketrans("áéíóúàèìòù", "aeiouaeiou")
LETTERS = "abcdefghijklmnopqrstuvwxyzñü"
# How far a slip takes a word: the accents that people leave out, what sounds alike, a letter that slipped.
ACCENT, CAPITAL, SOUND, LETTER, JOINED, OTHER_LETTER, FAR = 0.25, 0.3, 0.4, 1.0, 1.3, 1.5, 9.0
ACCENTED_VOWELS = 6  # «comuníquesenoslo»
LONGEST = 30  # letters; there are too many slips of a longer one to look at


def ranked(word: str, known: Callable[[str], bool], others: list[str]) -> list[str]:
    """Return what ``word`` may be, the likeliest first: near words that are ``known``, and then ``others``.

    Of those that are as near, what begins like the word comes first; then what has the same letters, and what lacks
    none: more are left out than put in.
    """
    near: dict[str, float] = {}
    for found, far in _meant(word.lower(), known):
        meant = found.capitalize() if word[:1].isupper() else found
        near[meant] = min(far, near.get(meant, FAR))
    bare = _bare(word)

    def place(found: str) -> tuple[float, int, bool, int]:
        other = _bare(found)
        begins = sum(1 for _ in takewhile(bool, map(eq, bare, other)))
        return near[found], -begins, sorted(bare) != sorted(other), -len(other)

    return sorted(near, key=place) + [other for other in others if other not in near]


def _meant(word: str, known: Callable[[str], bool]) -> Iterator[tuple[str, float]]:
    """Yield known words near a word in small letters, and how far each is; names in their capital."""
    accents = sorted(filter(_accented, word))
    for slip, far in _slips(word.translate(PLAIN)) if len(word) <= LONGEST else ():
        if " " in slip:
            if all(map(known, slip.split())):
                yield slip, far
            continue
        for form in (slip, *_with_accent(slip)):
            name = form.capitalize()
            if known(form):
                yield form, far + ACCENT * (sorted(filter(_accented, form)) != accents)
            elif known(name):
                yield name, far + CAPITAL + ACCENT * (sorted(filter(_accented, form)) != accents)


def _slips(word: str) -> Iterator[tuple[str, float]]:
    """Yield what a word without accents may be: itself, by ear once or twice, and with one letter that slipped."""
    yield word, 0.0
    for once in _sounding_alike(word):
        yield once, SOUND
        for twice in _sounding_alike(once):
            yield twice, 2 * SOUND
    for place in range(len(word) + 1):
        begin, end = word[:place], word[place:]
        yield begin + end[1:], SOUND if begin[-1:] == end[:1] else LETTER  # the same letter twice
        yield begin + end[1:2] + end[:1] + end[2:], LETTER
        if min(len(begin), len(end)) > 1:
            yield f"{begin} {end}", JOINED
        for letter in LETTERS:
            yield begin + letter + end, LETTER
            yield begin + letter + end[1:], OTHER_LETTER


def _sounding_alike(word: str) -> Iterator[str]:
    """Yield what a word may be that was written by ear: another letter of the same sound, in one place."""
    for written, meant in ALIKE:
        place = word.find(written)
        while place >= 0:
            yield word[:place] + meant + word[place + len(written) :]
            place = word.find(written, place + 1)
    if word.startswith(tuple("aeiou")):
        yield f"h{word}"


def _with_accent(word: str) -> Iterator[str]:
    """Yield a word with one accent more; Spanish has none further from the end than the vowels that are tried."""
    vowels = [place for place, letter in enumerate(word) if letter in "aeiou"]
    for place in vowels[-ACCENTED_VOWELS:]:
        yield word[:place] + word[place].translate(ACCENTS) + word[place + 1 :]


def _accented(letter: str) -> bool:
    return letter in "áéíóú"


def _bare(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower().translate(PLAIN)
