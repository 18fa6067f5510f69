from __future__ import annotations

from PySide6.QtGui import QTextDocumentFragment

from promueve_gui.gui.widgets.tips import plain_caption, plain_tip


def test_a_tooltip_shows_exactly_what_was_typed() -> None:
    text = "<b>INEGI</b> & «socios»\nsegundo renglón"
    assert QTextDocumentFragment.fromHtml(plain_tip(text)).toPlainText() == text


def test_nothing_gives_no_tooltip() -> None:
    assert plain_tip("") == ""


def test_an_ampersand_in_a_caption_is_no_shortcut() -> None:
    assert plain_caption("R&D") == "R&&D"
