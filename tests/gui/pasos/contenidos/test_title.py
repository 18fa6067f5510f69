"""The title of a content: what everybody reads first is read whole while it is written, and spelled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promueve_gui.application.text_review import LONGEST_PARAGRAPH
from promueve_gui.gui.pasos.contenidos.spelling_desk import IGNORE, INSTITUTIONAL, PERSONAL
from tests.gui.desk import type_text
from tests.gui.pasos.contenidos.conftest import COMPLETO, RECORDS
from tests.gui.pasos.contenidos.marked import MISSPELLED, looks
from tests.gui.pasos.contenidos.test_editor import box, contenido
from tests.gui.pasos.contenidos.test_live_review import captions, choose, desk_of, marks_of, suggested
from tests.lengua import WordList, make_lengua

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Services
    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project

TITLE = "El camion trae informasion"
LONG = "La Secretaría abre los datos de 4,200 puentes rurales, con ubicación, estado y fecha de la última revisión"


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


def marked(page: ContenidosPage) -> list[str]:
    return looks(box(page, "nombre"), MISSPELLED)


def test_a_long_title_is_read_whole(titled: ContenidosPage, qtbot: QtBot) -> None:
    title = box(titled, "nombre")
    title.setPlainText(LONG)
    qtbot.waitUntil(lambda: title.verticalScrollBar().maximum() == 0)
    letter = title.cursorRect()
    cursor = title.textCursor()
    cursor.setPosition(len(LONG))
    assert title.cursorRect(cursor).top() > letter.top()
    assert title.viewport().rect().contains(title.cursorRect(cursor))


def test_a_word_is_marked_once_it_was_written(titled: ContenidosPage, qtbot: QtBot) -> None:
    title = box(titled, "nombre")
    title.setFocus()
    type_text(title, " xqzt")
    qtbot.waitUntil(lambda: marks_of(titled, "nombre").wrong() == 3)
    assert marked(titled) == ["camion", "informasion"]
    box(titled, "cuerpo").setFocus()
    qtbot.waitUntil(lambda: marked(titled) == ["camion", "informasion", "xqzt"])


def test_titles_are_counted_and_come_first_with_f7(titled: ContenidosPage, qtbot: QtBot) -> None:
    title, text, desk = box(titled, "nombre"), box(titled, "cuerpo"), desk_of(titled)
    text.setPlainText("Un xqzt.")
    qtbot.waitUntil(lambda: titled.editor.walk.text() == "Ortografía: 3 (F7)")
    QApplication.processEvents()
    visited = []
    for _ in range(4):
        assert desk.go_on()
        visited.append((title if title.hasFocus() else text).textCursor().selectedText())
        suggested(titled, qtbot).close()
    assert visited == ["camion", "informasion", "xqzt", "camion"]


def test_a_suggestion_is_taken_and_undone(titled: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    title = box(titled, "nombre")
    title.setFocus()
    cursor = title.textCursor()
    cursor.setPosition(5)
    title.setTextCursor(cursor)
    QTest.keyClick(title, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    menu = suggested(titled, qtbot)
    assert captions(menu)[:5] == ["camión", "camino", PERSONAL, INSTITUTIONAL, IGNORE]
    choose(menu, "camión")
    assert title.toPlainText() == "El camión trae informasion"
    assert title.textCursor().position() == len("El camión")
    titled.editor.flush()
    assert contenido(project, "estudio").nombre == "El camión trae informasion"
    project.undo()
    assert contenido(project, "estudio").nombre == TITLE


def test_a_line_without_end_is_not_marked(titled: ContenidosPage) -> None:
    box(titled, "nombre").setPlainText("camion " * LONGEST_PARAGRAPH)
    assert marks_of(titled, "nombre").wrong() == 0
