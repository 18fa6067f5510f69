"""Tooltips and captions that say what people typed as they typed it, where Qt looks for HTML and shortcuts in it."""

from __future__ import annotations

# Not ``html.escape``, which brings a list of two thousand names with it when the program starts.
_LITERALLY = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})


def plain_tip(text: str) -> str:
    """Return a tooltip that shows ``text`` literally, line by line; empty for an empty text."""
    return f"<qt>{text.translate(_LITERALLY)}</qt>" if text else ""


def plain_caption(text: str) -> str:
    """Return the caption of a button or menu entry that shows ``text`` literally: Qt takes «&» for a shortcut."""
    return text.replace("&", "&&")
