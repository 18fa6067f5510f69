from __future__ import annotations

from PySide6.QtGui import QTextDocumentFragment

from promueve_gui.gui.widgets.tips import breakable, plain_caption, plain_tip


def test_a_tooltip_shows_exactly_what_was_typed() -> None:
    text = "<b>INEGI</b> & «socios»\nsegundo renglón"
    assert QTextDocumentFragment.fromHtml(plain_tip(text)).toPlainText() == text


def test_nothing_gives_no_tooltip() -> None:
    assert plain_tip("") == ""


def test_an_ampersand_in_a_caption_is_no_shortcut() -> None:
    assert plain_caption("R&D") == "R&&D"


def test_long_words_can_go_on_in_the_next_line_and_nothing_else_changes() -> None:
    assert breakable("Falta el contacto técnico.") == "Falta el contacto técnico."
    told = breakable("El correo «datos.abiertos@institucion.gob.mx» y " + "a" * 60)
    assert told.replace("\u200b", "") == "El correo «datos.abiertos@institucion.gob.mx» y " + "a" * 60
    assert max(map(len, told.replace("\u200b", " ").split())) <= 20
