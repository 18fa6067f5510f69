"""Hunspell in a process of its own: a line of JSON asks, a line of JSON answers.

Apart because reading a dictionary and looking for suggestions hold Python's lock for up to half a second, in which
the window would stand still whatever the thread; and because what people paste should not reach C++ in the window.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from promueve_gui.adapters.lengua.deslices import ranked

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

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
            answer = ranked(words[0], checker.spell, checker.suggest(words[0]))[:MOST_SUGGESTIONS]
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()
