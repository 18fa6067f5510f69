"""Rich text as a document of Qt: what is put into one is what is read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, escribir, leer
from promueve_gui.gui.widgets.editors.rich_document import fill, insert, join_lists, kind_of, read, set_kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ALL = (
    "## Camas en **hospitales**\n\nUna *cursiva*, una **negrita**, ***ambas*** y [la liga](https://ejemplo.gob.mx/a).\n\n"
    "- uno\n- dos 😀 y [más](https://b.mx)\n\n4. cuatro\n5. cinco\n\n5 \\* 3, \\*\\*sin\\*\\* marcas y {conjunto}"
)
LETTERS = st.text(st.sampled_from("aé *[]()#-1.\\ 😀{}_"), min_size=1, max_size=8)
STRETCHES = st.builds(
    Tramo, LETTERS, st.booleans(), st.booleans(), st.sampled_from(["", "https://ejemplo.gob.mx", "{url}"])
)
BLOCKS = st.lists(
    st.builds(
        Bloque,
        st.sampled_from(Clase),
        st.lists(STRETCHES, min_size=1, max_size=4).map(tuple),
        st.integers(min_value=1, max_value=20),
    ).filter(lambda bloque: bool(bloque.texto.strip())),
    max_size=6,
)


def through_a_document(text: str) -> str:
    document = QTextDocument()
    fill(document, leer(text))
    return escribir(read(document))


@pytest.mark.parametrize(
    "text", ["", ALL, "- uno", "3. tres", "## Solo", "Uno\n\n- dos\n\nTres\n\n1. a\n\n- b\n\n1. c"]
)
def test_what_is_put_in_comes_out(qapp: QApplication, text: str) -> None:
    assert through_a_document(text) == text


@given(BLOCKS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_text_comes_out_as_it_went_in(qapp: QApplication, bloques: list[Bloque]) -> None:
    text = escribir(bloques)
    assert through_a_document(text) == text


def test_filling_cannot_be_taken_back(qapp: QApplication) -> None:
    document = QTextDocument()
    fill(document, leer(ALL))
    assert not document.isUndoAvailable()
    fill(document, leer("Otro"))
    assert document.toPlainText() == "Otro"


def test_a_text_goes_on_in_the_line_where_it_is_inserted(qapp: QApplication) -> None:
    document = QTextDocument()
    fill(document, leer("- Hay camas"))
    cursor = QTextCursor(document)
    cursor.setPosition(4)
    insert(cursor, leer("muchas **más** "))
    assert escribir(read(document)) == "- Hay muchas **más** camas"
    document.undo()
    assert escribir(read(document)) == "- Hay camas"


def test_a_list_inserted_in_an_empty_line_is_a_list(qapp: QApplication) -> None:
    document = QTextDocument()
    fill(document, ())
    insert(QTextCursor(document), leer("- uno\n- dos\n\nFin"))
    assert escribir(read(document)) == "- uno\n- dos\n\nFin"


def test_lists_that_come_to_touch_are_one(qapp: QApplication) -> None:
    document = QTextDocument()
    fill(document, leer("1. a\n\nEn medio\n\n1. b"))
    cursor = QTextCursor(document.findBlockByNumber(1))
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.removeSelectedText()
    join_lists(document)
    (one, other) = (document.findBlockByNumber(n).textList() for n in range(2))
    assert one == other
    assert escribir(read(document)) == "1. a\n2. b"


def test_a_line_becomes_what_is_asked(qapp: QApplication) -> None:
    document = QTextDocument()
    fill(document, leer("Uno"))
    for clase in (Clase.TITULO, Clase.VINETA, Clase.NUMERO, Clase.PARRAFO):
        set_kind(QTextCursor(document), clase)
        assert kind_of(document.firstBlock()) is clase
    assert escribir(read(document)) == "Uno"


@pytest.mark.parametrize("text", ["- ", "## ", "1. \n2.  ", "\\ "])
def test_lines_without_anything_to_read_are_none(qapp: QApplication, text: str) -> None:
    assert through_a_document(text) == ""


def test_line_breaks_within_a_paragraph_end_it(qapp: QApplication) -> None:
    document = QTextDocument()
    QTextCursor(document).insertText("Uno\u2028dos\u2028\u2028tres\x07")
    assert escribir(read(document)) == "Uno\n\ndos\n\ntres"
