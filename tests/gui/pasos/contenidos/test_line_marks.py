"""The spelling of what has one line only: titles are what everybody reads first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promueve_gui.application.text_review import LONGEST_PARAGRAPH
from promueve_gui.gui.pasos.contenidos.spelling_desk import IGNORE, INSTITUTIONAL, PERSONAL
from tests.gui.desk import type_text
from tests.gui.pasos.contenidos.conftest import COMPLETO, RECORDS
from tests.gui.pasos.contenidos.test_editor import box, contenido, line
from tests.gui.pasos.contenidos.test_live_review import captions, choose, desk_of, suggested
from tests.lengua import WordList, make_lengua

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context, Services
    from promueve_gui.gui.pasos.contenidos.line_marks import LineMarks
    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project

TITLE = "El camion trae informasion"


@pytest.fixture
def services(services: Services) -> Services:
    """Return services with a dictionary."""
    return replace(services, build_lengua=lambda: make_lengua(WordList()))


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return the contents of the other tests, one of them with slips in its title."""
    return open_project(*(replace(COMPLETO, nombre=TITLE) if r is COMPLETO else r for r in RECORDS))


@pytest.fixture
def titled(page: ContenidosPage, qtbot: QtBot) -> ContenidosPage:
    """Return the page once the slips of the title were found."""
    page.contents.show_record("estudio")
    qtbot.waitUntil(lambda: marked(page) == ["camion", "informasion"])
    return page


def marks_of(page: ContenidosPage) -> LineMarks:
    assert page.editor.form is not None
    return page.editor.form.lines["nombre"]


def marked(page: ContenidosPage) -> list[str]:
    return [word.text for word in marks_of(page).shown()]


def inked(page: ContenidosPage, colour: QColor) -> list[int]:
    """Return the columns of the title in which a mark is drawn."""
    picture = marks_of(page).box.grab().toImage()
    return [
        x
        for x in range(picture.width())
        if any(near(picture.pixelColor(x, y), colour) for y in range(picture.height()))
    ]


def near(one: QColor, other: QColor) -> bool:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < 60


def test_misspelled_words_have_a_line_beneath(titled: ContenidosPage, context: Context) -> None:
    colour = QColor(context.colores.error)
    columns, title = inked(titled, colour), line(titled, "nombre").line
    wide = title.fontMetrics().horizontalAdvance
    assert abs(columns[0] - wide("El ")) < wide("El")
    assert [x for x in columns if wide("El camion t") < x < wide("El camion tra")] == []
    assert wide("El camion trae infor") < columns[-1] < wide(f"{TITLE}lo")
    title.setText("El dato")
    assert inked(titled, colour) == []


def test_a_word_is_marked_once_it_was_written(titled: ContenidosPage, qtbot: QtBot) -> None:
    title = line(titled, "nombre").line
    title.setFocus()
    title.end(False)
    assert marked(titled) == ["camion"]  # the cursor stands behind the other
    type_text(title, " xqzt")
    qtbot.waitUntil(lambda: marks_of(titled).wrong() == 3)
    assert marked(titled) == ["camion", "informasion"]
    box(titled, "cuerpo").setFocus()
    assert marked(titled) == ["camion", "informasion", "xqzt"]


def test_titles_are_counted_and_come_first_with_f7(titled: ContenidosPage, qtbot: QtBot) -> None:
    title, text, desk = line(titled, "nombre").line, box(titled, "cuerpo"), desk_of(titled)
    text.setPlainText("Un xqzt.")
    qtbot.waitUntil(lambda: titled.editor.walk.text() == "Ortografía: 3 (F7)")
    QApplication.processEvents()
    title.setFocus()
    title.home(False)
    visited = []
    for _ in range(4):
        assert desk.go_on()
        visited.append(title.selectedText() if title.hasFocus() else text.textCursor().selectedText())
        suggested(titled, qtbot).close()
    assert visited == ["camion", "informasion", "xqzt", "camion"]


def test_a_suggestion_is_taken_and_undone(titled: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    title = line(titled, "nombre").line
    title.setFocus()
    title.setCursorPosition(5)
    QTest.keyClick(title, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    menu = suggested(titled, qtbot)
    assert captions(menu)[:5] == ["camión", "camino", PERSONAL, INSTITUTIONAL, IGNORE]
    choose(menu, "camión")
    assert (title.text(), title.cursorPosition()) == ("El camión trae informasion", 9)
    titled.editor.flush()
    assert contenido(project, "estudio").nombre == "El camión trae informasion"
    project.undo()
    assert contenido(project, "estudio").nombre == TITLE


def test_the_menu_of_a_word_is_asked_for_with_the_mouse(titled: ContenidosPage, qtbot: QtBot) -> None:
    title, desk = line(titled, "nombre").line, desk_of(titled)
    middle = QPoint(title.fontMetrics().horizontalAdvance("El cam"), title.height() // 2)
    for place, found in ((middle, True), (QPoint(4, title.height() // 2), False)):
        desk.menu = None
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, title.mapToGlobal(place))
        assert desk.eventFilter(title, asked) is found
        if found:
            assert captions(suggested(titled, qtbot))[0] == "camión"
            suggested(titled, qtbot).close()
    assert desk.menu is None


def test_what_changed_meanwhile_and_what_is_only_read_is_not_mended(titled: ContenidosPage) -> None:
    title, marks = line(titled, "nombre").line, marks_of(titled)
    word = marks.words()[0]
    title.setReadOnly(True)
    marks.replace(word, "camión")
    assert title.text() == TITLE
    title.setReadOnly(False)
    title.setText("Otro título")
    marks.replace(word, "camión")
    assert title.text() == "Otro título"


def test_letters_that_qt_counts_twice_keep_the_place(titled: ContenidosPage, qtbot: QtBot) -> None:
    title = line(titled, "nombre").line
    title.setText("\U0001f4c8 camion")
    marks = marks_of(titled)
    qtbot.waitUntil(lambda: marked(titled) == ["camion"])
    marks.select(marks.words()[0])
    assert title.selectedText() == "camion"


def test_a_line_without_end_is_not_marked(titled: ContenidosPage) -> None:
    line(titled, "nombre").line.setText("camion " * LONGEST_PARAGRAPH)
    assert marks_of(titled).wrong() == 0
