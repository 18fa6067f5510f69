"""Tooltips that say what people typed as they typed it: Qt takes any text that looks like HTML for HTML."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Return a tooltip that shows ``text`` literally, line by line; empty for an empty text."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
