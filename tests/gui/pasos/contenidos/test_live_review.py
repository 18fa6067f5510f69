"""Spelling and reading beside the text: what is marked, what is told, and what becomes of words and dictionaries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from promueve_gui.application.text_review import LONGEST_PARAGRAPH, LONGEST_TEXT
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.catalogos import PalabraDiccionario
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.gui import theme
from promueve_gui.gui.pasos.contenidos.live_review import NO_DICTIONARY
from promueve_gui.gui.pasos.contenidos.spelling_desk import IGNORE, INSTITUTIONAL, NONE, PAUSED, PERSONAL, SEARCHING
from tests.gui.desk import type_text
from tests.gui.pasos.contenidos.conftest import COMPLETO, RECORDS
from tests.gui.pasos.contenidos.marked import HARD, LONG, MISSPELLED, looks
from tests.gui.pasos.contenidos.test_editor import box, contenido
from tests.lengua import MemoryWords, WordList, make_lengua

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context, Services
    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.pasos.contenidos.spelling_desk import SpellingDesk
    from promueve_gui.gui.pasos.contenidos.text_marks import TextMarks
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

TEXT = "Un camion trae **informasion** de Xalapa. La responsabilidad es de todos."


@pytest.fixture
def spelling() -> WordList:
    """Return the dictionary of these tests."""
    return WordList()


@pytest.fixture
def words() -> MemoryWords:
    """Return the user's dictionary."""
    return MemoryWords("chilaquil")


@pytest.fixture
def services(services: Services, spelling: WordList, words: MemoryWords) -> Services:
    """Return services with both."""
    return replace(services, build_lengua=lambda: make_lengua(spelling, words=words))


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return the contents of the other tests, one of them with slips."""
    return open_project(*(replace(COMPLETO, cuerpo=TEXT) if r is COMPLETO else r for r in RECORDS))


@pytest.fixture
def written(page: ContenidosPage, qtbot: QtBot) -> ContenidosPage:
    """Return the page once the slips of its text were found."""
    page.contents.show_record("estudio")
    qtbot.waitUntil(lambda: looks(box(page, "cuerpo"), MISSPELLED) == ["camion", "informasion"])
    return page


def desk_of(page: ContenidosPage) -> SpellingDesk:
    assert page.editor.form is not None
    return page.editor.form.spelling


def marks_of(page: ContenidosPage, nombre: str) -> TextMarks:
    assert page.editor.form is not None
    return page.editor.form.marks[nombre]


def captions(menu: QMenu | None) -> list[str]:
    assert menu is not None
    return [action.text() for action in menu.actions() if action.text()]


def choose(menu: QMenu | None, caption: str) -> None:
    assert menu is not None
    next(action for action in menu.actions() if action.text() == caption).trigger()
    menu.close()


def suggested(page: ContenidosPage, qtbot: QtBot) -> QMenu:
    """Return the menu that is open, once it has its suggestions."""
    menu = desk_of(page).menu
    assert menu is not None
    qtbot.waitUntil(lambda: SEARCHING not in captions(menu))
    return menu


# Marks


def test_each_kind_of_mark_has_a_line_of_its_own(written: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    assert looks(box(written, "cuerpo"), HARD) == ["responsabilidad"]
    assert looks(box(written, "cuerpo"), LONG) == []
    larga = "Una frase tan larga que trae un camion y nadie la lee."
    project.edit("Alargar", [cambio(contenido(project, "estudio"), cuerpo=larga)])
    text = box(written, "cuerpo")
    qtbot.waitUntil(lambda: looks(text, LONG) == ["Una frase tan larga que trae un ", " y nadie la lee."])
    assert looks(text, MISSPELLED) == ["camion"]  # and the ground of the sentence is under it too
    assert contenido(project, "estudio").cuerpo == larga


def test_notes_are_spelled_but_not_measured(written: ContenidosPage, qtbot: QtBot) -> None:
    notes = box(written, "notas")
    notes.setFocus()
    type_text(notes, "Un camion de la responsabilidad larga que no se acaba nunca ")
    qtbot.waitUntil(lambda: looks(notes, MISSPELLED) == ["camion"])
    assert looks(notes, HARD) == looks(notes, LONG) == []


def test_a_word_is_marked_once_it_was_written(written: ContenidosPage, qtbot: QtBot) -> None:
    text = box(written, "cuerpo")
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.End)
    type_text(text, " Otro xqzt")
    qtbot.waitUntil(lambda: not written.editor.live.text.unknown(["xqzt"]))
    assert looks(text, MISSPELLED) == ["camion", "informasion"]
    type_text(text, " ")
    assert looks(text, MISSPELLED) == ["camion", "informasion", "xqzt"]
    type_text(text, "camion")
    notes = box(written, "notas")
    notes.setFocus()
    qtbot.waitUntil(lambda: looks(text, MISSPELLED)[-1:] == ["camion"])


def test_marks_are_no_edits(written: ContenidosPage, project: Project) -> None:
    before = project.session.history(1)
    written.editor.flush()
    assert project.session.history(1) == before


def test_names_of_the_project_and_the_users_words_are_known(
    written: ContenidosPage, spelling: WordList, qtbot: QtBot
) -> None:
    spelling.suggestions = {**spelling.suggestions, "Ochoa": (), "chilaquil": (), "xqzt": ()}
    text = box(written, "cuerpo")
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.End)
    type_text(text, " Ochoa chilaquil xqzt fin")
    qtbot.waitUntil(lambda: looks(text, MISSPELLED)[-1:] == ["xqzt"])
    assert looks(text, MISSPELLED) == ["camion", "informasion", "xqzt"]


def test_new_names_are_known_as_soon_as_they_are_there(written: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    persona = project.proyecto.registro("persona", "t")
    assert persona is not None
    project.edit("Cambiar", [cambio(persona, nombre="Luz Camion")])
    qtbot.waitUntil(lambda: looks(box(written, "cuerpo"), MISSPELLED) == ["informasion"])


def test_other_colours_are_taken(written: ContenidosPage, context: Context, qtbot: QtBot) -> None:
    context.set_theme(theme.Tema.OSCURO)
    text = box(written, "cuerpo")
    type_text(text, "x")
    inks = {
        part.format.underlineColor().name()
        for part in text.document().firstBlock().layout().formats()
        if part.format.underlineStyle() is MISSPELLED
    }
    assert inks == {context.colores.error}


def test_a_mark_says_what_it_is_about_where_the_pointer_rests(written: ContenidosPage) -> None:
    marks, text = marks_of(written, "cuerpo"), box(written, "cuerpo")
    cursor = QTextCursor(text.document())
    cursor.setPosition(5)
    assert marks.told_at(cursor).startswith("«camion» no está en el diccionario")
    place = text.cursorRect(cursor).center()
    QApplication.sendEvent(text.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, text.mapToGlobal(place)))
    assert "camion" in QToolTip.text()
    cursor.setPosition(0)
    assert marks.told_at(cursor) == ""


# What is told beside


def test_how_many_words_wait_is_told(written: ContenidosPage, qtbot: QtBot) -> None:
    editor = written.editor
    qtbot.waitUntil(lambda: editor.review.spelling.text() == "2 palabras por revisar")
    assert editor.walk.text() == "Ortografía: 2 (F7)"
    text = box(written, "cuerpo")
    text.selectAll()
    type_text(text, "camion ")
    qtbot.waitUntil(lambda: editor.review.spelling.text() == "1 palabra por revisar")
    text.selectAll()
    type_text(text, "Nada ")
    qtbot.waitUntil(lambda: editor.review.spelling.text() == "Sin palabras por revisar")
    assert editor.walk.isHidden()


def test_without_a_dictionary_it_is_said_and_reading_goes_on(
    context: Context, make_page: Callable[[Project], ContenidosPage], project: Project, qtbot: QtBot
) -> None:
    context.services = replace(context.services, build_lengua=lambda: make_lengua(without=True))
    project.services = context.services
    page = make_page(project)
    page.contents.show_record("estudio")
    qtbot.waitUntil(lambda: page.editor.review.spelling.text() == NO_DICTIONARY)
    qtbot.waitUntil(lambda: page.editor.review.reading.text().startswith("INFLESZ "))
    assert looks(box(page, "cuerpo"), MISSPELLED) == []
    assert looks(box(page, "cuerpo"), HARD) == ["responsabilidad"]


def test_a_dictionary_that_stops_is_said_and_reading_goes_on(
    make_page: Callable[[Project], ContenidosPage], project: Project, spelling: WordList, qtbot: QtBot
) -> None:
    spelling.refuses = True
    page = make_page(project)
    page.contents.show_record("estudio")
    qtbot.waitUntil(lambda: page.editor.review.spelling.text().startswith("La revisión de la ortografía se detuvo."))
    qtbot.waitUntil(lambda: page.editor.review.reading.text().startswith("INFLESZ "))
    heard: list[tuple[str, ...]] = []
    page.editor.live.suggest("camion", heard.append)
    qtbot.waitUntil(lambda: heard == [()])


@pytest.mark.parametrize("length", [LONGEST_PARAGRAPH + 50, LONGEST_TEXT + 50])
def test_a_text_that_is_too_long_is_not_marked_and_it_is_said(
    written: ContenidosPage, length: int, qtbot: QtBot
) -> None:
    text = box(written, "cuerpo")
    text.setPlainText("camion " * (length // 7) + "\nUn camion aparte.")
    qtbot.waitUntil(lambda: written.editor.review.spelling.text() == PAUSED)
    assert looks(text, MISSPELLED) == (["camion"] if length < LONGEST_TEXT else [])
    assert (marks_of(written, "cuerpo").next_wrong(0) is None) is (length >= LONGEST_TEXT)
    text.setPlainText("Un camion.")
    qtbot.waitUntil(lambda: written.editor.review.spelling.text() == "1 palabra por revisar")


HOSTILE = "<img src=x onerror=alert(1)> javascript:alert(1) שלום 😀👨‍👩‍👧 \x07 %s {conjunto} {} camion 日本"


def test_hostile_text_is_text(written: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    project.edit("Pegar", [cambio(contenido(project, "estudio"), cuerpo=HOSTILE)])
    text = box(written, "cuerpo")
    qtbot.waitUntil(lambda: looks(text, MISSPELLED) == ["camion"])
    assert "<img src=x" in text.toPlainText()
    assert desk_of(written).go_on()
    assert "camion" in text.textCursor().selectedText()


# Walking and mending


def test_f7_walks_the_words_and_goes_round(written: ContenidosPage, qtbot: QtBot) -> None:
    text, notes = box(written, "cuerpo"), box(written, "notas")
    notes.setPlainText("Un xqzt.")
    qtbot.waitUntil(lambda: desk_of(written).wrong() == 3)
    visited = []
    for _ in range(4):
        assert desk_of(written).go_on()
        focused = text if text.hasFocus() else notes
        visited.append(focused.textCursor().selectedText())
        suggested(written, qtbot).close()
    assert visited == ["camion", "informasion", "xqzt", "camion"]


def test_the_key_offers_suggestions_and_one_is_taken(written: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    box(written, "cuerpo").setFocus()
    QTest.keyClick(box(written, "cuerpo"), Qt.Key.Key_F7)
    menu = suggested(written, qtbot)
    assert captions(menu)[:5] == ["camión", "camino", PERSONAL, INSTITUTIONAL, IGNORE]
    assert menu.activeAction().text() == "camión"
    choose(menu, "camión")
    written.editor.flush()
    assert contenido(project, "estudio").cuerpo == TEXT.replace("camion", "camión")
    project.undo()
    assert contenido(project, "estudio").cuerpo == TEXT


def test_a_suggestion_takes_the_looks_of_the_word(written: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    written.editor.walk.click()
    suggested(written, qtbot).close()
    written.editor.walk.click()
    choose(suggested(written, qtbot), "información")
    written.editor.flush()
    assert "**información**" in contenido(project, "estudio").cuerpo


def test_the_menu_of_a_word_is_asked_for_by_keyboard_and_by_mouse(written: ContenidosPage, qtbot: QtBot) -> None:
    text, desk = box(written, "cuerpo"), desk_of(written)
    cursor = QTextCursor(text.document())
    desk.open_here()  # nowhere in particular
    cursor.setPosition(5)
    text.setTextCursor(cursor)
    text.setFocus()
    desk.open_here()
    first = suggested(written, qtbot)
    first.close()
    place = text.cursorRect(cursor).center()
    by_mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, text.mapToGlobal(place))
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    for watched, event in ((text.viewport(), by_mouse), (text, by_key)):
        before = desk.menu
        QApplication.sendEvent(watched, event)
        assert desk.menu is not before
        assert "camión" in captions(suggested(written, qtbot))
        assert desk.menu is not None
        desk.menu.close()


def test_a_word_without_suggestions_says_so(written: ContenidosPage, qtbot: QtBot) -> None:
    notes = box(written, "notas")
    notes.setPlainText("xqzt fin")
    notes.setFocus()
    qtbot.waitUntil(lambda: desk_of(written).wrong() == 3)
    desk_of(written).open_here()
    menu = suggested(written, qtbot)
    assert captions(menu)[0] == NONE
    menu.close()


def test_a_word_is_added_to_the_users_dictionary(written: ContenidosPage, words: MemoryWords, qtbot: QtBot) -> None:
    desk_of(written).go_on()
    choose(suggested(written, qtbot), PERSONAL)
    qtbot.waitUntil(lambda: looks(box(written, "cuerpo"), MISSPELLED) == ["informasion"])
    assert words.kept == {"chilaquil", "camion"}


def test_a_word_that_cannot_be_kept_stays_marked_and_it_is_said(
    written: ContenidosPage, words: MemoryWords, messages: Answers, qtbot: QtBot
) -> None:
    words.refuses = True
    desk_of(written).go_on()
    choose(suggested(written, qtbot), PERSONAL)
    assert "diccionario.txt" in messages.said[-1]
    assert written.editor.live.text.is_wrong("camion")


def test_a_word_is_added_to_the_institutions_dictionary_and_taken_back(
    written: ContenidosPage, project: Project, qtbot: QtBot
) -> None:
    desk_of(written).go_on()
    choose(suggested(written, qtbot), INSTITUTIONAL)
    qtbot.waitUntil(lambda: looks(box(written, "cuerpo"), MISSPELLED) == ["informasion"])
    assert [uno.palabra for uno in project.proyecto.activos(PalabraDiccionario)] == ["camion"]
    project.undo()
    box(written, "cuerpo").moveCursor(QTextCursor.MoveOperation.Start)  # a word is not marked beneath the cursor
    qtbot.waitUntil(lambda: looks(box(written, "cuerpo"), MISSPELLED) == ["camion", "informasion"])


def test_a_word_is_ignored_in_one_text_only(written: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    desk_of(written).go_on()
    choose(suggested(written, qtbot), IGNORE)
    qtbot.waitUntil(lambda: looks(box(written, "cuerpo"), MISSPELLED) == ["informasion"])
    project.edit("Escribir", [cambio(contenido(project, "historia"), retos="Un camion.")])
    written.contents.show_record("historia")
    qtbot.waitUntil(lambda: looks(box(written, "retos"), MISSPELLED) == ["camion"])
    written.contents.show_record("estudio")
    assert desk_of(written).wrong() == 1


def test_a_project_that_is_only_read_is_not_mended(
    make_page: Callable[[Project], ContenidosPage], open_project: Callable[..., Project], qtbot: QtBot
) -> None:
    page = make_page(open_project(replace(COMPLETO, conjuntos=(), contacto_tecnico=None, cuerpo=TEXT), read_only=True))
    page.contents.show_record("estudio")
    qtbot.waitUntil(lambda: desk_of(page).wrong() == 2)
    desk_of(page).go_on()
    menu = suggested(page, qtbot)
    offered = {action.text(): action.isEnabled() for action in menu.actions()}
    assert (offered["camión"], offered[INSTITUTIONAL], offered[IGNORE]) == (False, False, True)
    menu.close()


def test_without_slips_there_is_nowhere_to_go(page: ContenidosPage) -> None:
    page.contents.show_record("suelto")
    assert not desk_of(page).go_on()
    assert isinstance(contenido(page.project, "suelto"), Contenido)
