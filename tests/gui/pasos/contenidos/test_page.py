from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed, VersionContenido
from promueve_gui.gui.pasos.contenidos.page import NARROWEST_LIST, NARROWEST_REVIEW
from promueve_gui.gui.widgets.editors.marked_look import qt_position
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project


def test_it_opens_on_the_first_content(page: ContenidosPage) -> None:
    assert page.editor.record_id == "estudio"


def test_a_jump_goes_to_the_field(page: ContenidosPage) -> None:
    page.as_table.click()
    page.show_record("contenido", "historia", "solucion")
    assert page.editor.record_id == "historia"
    assert page.editor.form is not None
    assert page.focusWidget() is page.editor.form.editor("solucion").focusProxy()
    assert not page.as_table.isChecked()


@pytest.mark.parametrize("identidad", ["estudio", "mensaje"])
def test_the_tab_key_goes_from_the_head_over_list_and_state_through_the_form_to_the_guide(
    page: ContenidosPage, identidad: str
) -> None:
    page.contents.show_record(identidad)
    form = page.editor.form
    assert form is not None
    page.as_table.setFocus()
    visited: list[QWidget | None] = [page.as_table]
    while page.own_guide not in visited and len(visited) < 60:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget())
    first, last = form.editor("nombre").focusProxy(), form.editor("notas").focusProxy()
    wanted = [
        page.as_table,
        page.contents.view,
        page.editor.bar.word,
        page.editor.bar.more,
        first,
        last,
        page.own_guide,
    ]
    assert [visited.index(one) for one in wanted] == sorted(visited.index(one) for one in wanted)
    assert visited.index(first) == visited.index(page.editor.bar.more) + 1
    fields = [editor.focusProxy() for _, editor in form.editors()]
    assert [one for one in visited if one in fields] == [one for one in fields if one in visited]


def test_a_jump_to_the_list_alone(page: ContenidosPage) -> None:
    page.show_record("contenido", "", "")
    assert page.focusWidget() is page.contents.view


def test_the_keyboard_begins_in_the_list_or_where_the_first_content_is_added(
    page: ContenidosPage, project: Project
) -> None:
    page.take_focus()
    assert page.contents.view.hasFocus()
    page.as_table.click()
    page.take_focus()
    assert page.panels["contenido"][0].list.table.hasFocus()
    page.as_table.click()
    project.edit("Retirar", [cambio(c, retirado="Sobra") for c in project.proyecto.activos(Contenido)])
    page.take_focus()
    assert page.contents.add_button.hasFocus()


def test_the_table_shows_every_column_and_takes_blocks(page: ContenidosPage, project: Project) -> None:
    page.as_table.click()
    panel, _ = page.panels["contenido"]
    assert panel.isVisible()
    assert "coordinado_medio" in panel.list.model.columns
    panel.list.paste("Título\tLugar\nCamas nuevas\tPuebla\n")
    assert [(c.nombre, c.lugar) for c in project.proyecto.activos(Contenido)][-1] == ("Camas nuevas", "Puebla")
    page.as_table.click()
    assert not panel.isVisible()


def test_the_guide_follows_the_field_and_folds(page: ContenidosPage) -> None:
    page.editor.focus_field("url")
    assert page.own_guide.title.text() == "Guía · URL directa de los datos"
    page.show_guide(shown=False)
    assert not page.own_guide.isVisible()
    page.show_guide(shown=True)
    assert page.own_guide.isVisible()


def test_on_a_narrow_window_the_columns_beside_the_text_shrink(page: ContenidosPage) -> None:
    wide = page.contents.width()
    page.resize(820, 460)
    QApplication.processEvents()
    assert page.contents.width() < wide
    assert page.contents.width() >= NARROWEST_LIST
    assert page.editor.review.width() >= NARROWEST_REVIEW
    assert page.editor.width() > page.contents.width()


def test_a_text_box_grows_with_its_text(page: ContenidosPage, qtbot: QtBot) -> None:
    assert page.editor.form is not None
    editor = page.editor.form.editor("cuerpo")
    assert isinstance(editor, RichTextEditor)
    before = editor.box.height()
    editor.box.setPlainText("\n".join(["Renglón"] * 15))
    qtbot.waitUntil(lambda: editor.box.height() > before)
    tall = editor.box.height()
    editor.box.setPlainText("\n".join(["Renglón"] * 90))
    qtbot.waitUntil(lambda: editor.box.height() > tall)
    assert editor.box.height() < page.height()


def test_the_formats_of_a_text_are_at_hand_wherever_it_is_scrolled_to(page: ContenidosPage) -> None:
    page.contents.show_record("historia")
    page.resize(1029, 503)  # what 1093×614 leaves of it
    form = page.editor.form
    assert form is not None
    texts = [editor for _, editor in form.editors() if isinstance(editor, RichTextEditor)]
    assert not any(editor.bar.isVisible() for editor in texts)
    kept = form.formats.height()
    for editor in texts:
        editor.box.setFocus()
        form.verticalScrollBar().setValue(0)
        QApplication.processEvents()
        assert [one is editor for one in texts if one.bar.isVisible()] == [True]
        assert not editor.bar.visibleRegion().isEmpty()
        assert form.formats.height() == kept >= editor.bar.sizeHint().height()


def test_qt_counts_an_emoji_as_two() -> None:
    assert qt_position("😀 camas", 2) == 3
    assert qt_position("ñandú", 3) == 3


def test_the_guide_can_be_read_on_a_small_window_too(page: ContenidosPage, qtbot: QtBot) -> None:
    page.resize(1029, 503)  # what 1093×614 leaves of it
    page.contents.show_record("estudio")
    page.editor.focus_field("nombre")
    guide = page.own_guide
    qtbot.waitUntil(lambda: guide.text.isVisible() and guide.viewport().height() > 120)
    for part in (guide.title, guide.text):
        place = part.mapTo(guide.viewport(), part.rect().bottomLeft())
        assert place.y() < guide.viewport().height()
    assert guide.text.width() > guide.viewport().width() * 0.9


@pytest.mark.parametrize("tipo", [VersionContenido, VarianteRed, Lamina])
def test_a_part_is_shown_with_its_content(
    page: ContenidosPage, project: Project, tipo: type[VersionContenido | VarianteRed | Lamina]
) -> None:
    page.contents.show_record("estudio")
    project.edit("Agregar", [alta(tipo(id="p", contenido="historia")), alta(tipo(id="q"))])
    page.show_record(tipo.ENTIDAD, "p", "contenido")
    assert page.editor.record_id == "historia"
    page.show_record(tipo.ENTIDAD, "q", "")
    assert page.editor.record_id == "historia"


def test_a_document_that_came_back_is_asked_for_with_what_is_on_screen_saved(
    page: ContenidosPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.action_asked) as asked:
        page.receive.click()
    assert asked.args == ["documentos"]
    page.resize(1029, 503)  # what 1093×614 leaves of it
    for one in (page.receive, page.as_table):
        assert one.width() >= one.sizeHint().width()
        assert one.mapTo(page, one.rect().topRight()).x() < page.width()
