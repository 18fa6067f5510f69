"""Tooltips, captions and sentences that say what people typed, where Qt looks for HTML, shortcuts and spaces in it."""

from __future__ import annotations

import re

_LONG_WORD = re.compile(r"\S{15,}")
_SEAMS = re.compile(r"[@./_?&=-]+|\w{16}(?=\w{4})")  # where an address goes on in the next line, or anything endless

# Not ``html.escape``, which brings a list of two thousand names with it when the program starts.
_LITERALLY = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})


def plain_tip(text: str) -> str:
    """Return a tooltip that shows ``text`` literally, line by line; empty for an empty text."""
    return f"<qt>{text.translate(_LITERALLY)}</qt>" if text else ""


def plain_caption(text: str) -> str:
    """Return the caption of a button or menu entry that shows ``text`` literally: Qt takes «&» for a shortcut."""
    return text.replace("&", "&&")


def breakable(text: str) -> str:
    """Return ``text`` with places, not seen, where its long words can go on in the next line; Qt breaks at spaces."""
    return _LONG_WORD.sub(lambda word: _SEAMS.sub("\\g<0>\N{ZERO WIDTH SPACE}", word[0]), text)
