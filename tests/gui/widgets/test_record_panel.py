"""A list with its form beside it: opening, following the cursor, closing, and what happens when the record goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.widgets.editors.text import LineEditor
from promueve_gui.gui.widgets.record_list import RecordList
from promueve_gui.gui.widgets.record_panel import RecordPanel
from tests.gui.desk import type_text
from tests.gui.looking import labels
from tests.gui.samples import PLANEACION, SENADO

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


@pytest.fixture
def make_panel(
    context: Context, project: Project, messages: Answers, show: Callable[..., QWidget]
) -> Callable[..., RecordPanel]:
    def make(beside: QWidget | None = None) -> RecordPanel:
        records = RecordList(context, project, messages, GrupoUsuarios, columns=("nombre", "clase"))
        panel = RecordPanel(
            context, project, records, GrupoUsuarios, beside=beside, fields=("nombre", "siglas", "poder")
        )
        show(panel, 1100, 600)
        return panel

    return make


@pytest.fixture
def panel(make_panel: Callable[..., RecordPanel]) -> RecordPanel:
    return make_panel()


def line(panel: RecordPanel, nombre: str) -> LineEditor:
    made = panel.form.editor(nombre)
    assert isinstance(made, LineEditor)
    return made


def test_no_form_is_open_at_first(panel: RecordPanel) -> None:
    assert not panel.form_open
    assert not panel.form.isVisible()


def test_enter_opens_the_form_in_its_first_field(panel: RecordPanel) -> None:
    panel.list.table.select_record("senado")
    QTest.keyClick(panel.list.table, Qt.Key.Key_Return)
    assert panel.form_open
    assert panel.form.record_id == "senado"
    assert line(panel, "nombre").line.text() == "Comisión del Senado"
    assert line(panel, "nombre").line.hasFocus()
    assert "Comisión del Senado" in labels(panel)


def test_escape_saves_and_goes_back_to_the_list(panel: RecordPanel, project: Project) -> None:
    panel.open_form("senado")
    line(panel, "nombre").line.selectAll()
    type_text(line(panel, "nombre").line, "Cámara alta")
    QTest.keyClick(line(panel, "nombre").line, Qt.Key.Key_Escape)
    assert not panel.form_open
    assert panel.list.table.hasFocus()
    changed = project.proyecto.get(GrupoUsuarios, "senado")
    assert changed is not None
    assert changed.nombre == "Cámara alta"


def test_the_cross_closes_the_form(panel: RecordPanel) -> None:
    panel.open_form("senado")
    (cross,) = [one for one in panel.findChildren(QToolButton) if one.accessibleName() == "Cerrar la ficha (Esc)"]
    cross.click()
    assert not panel.form_open
    assert panel.form.record_id is None


def test_the_form_follows_the_cursor_only_while_it_is_open(panel: RecordPanel) -> None:
    shown: list[str | None] = []
    panel.form.shown.connect(shown.append)
    panel.list.table.select_record("senado")
    assert shown == []
    panel.open_form("senado")
    panel.list.table.select_record("prensa")
    assert shown == ["senado", "prensa"]
    assert "Periodistas" in labels(panel)


def test_the_form_closes_when_the_list_has_no_cursor_any_more(panel: RecordPanel) -> None:
    panel.list.table.select_record("senado")
    panel.open_form("senado")
    panel.list.model.set_query("zzz")
    assert not panel.form_open


def test_a_new_record_opens_without_a_name(panel: RecordPanel, project: Project) -> None:
    panel.list.add()
    assert panel.form_open
    assert "Grupo sin nombre" in labels(panel)
    type_text(line(panel, "nombre").line, "Niñez")
    panel.flush()
    assert "Niñez" in labels(panel)
    project.undo()
    project.undo()
    assert panel.form.record_id == "escuelas"  # its coming into being was taken back, and the cursor went on


def test_a_withdrawn_record_closes_its_form(panel: RecordPanel, project: Project) -> None:
    panel.open_form("senado")
    project.edit("Retirar", [retiro(SENADO, "Repetido")])
    assert not panel.form_open


def test_a_change_of_another_record_leaves_the_form_alone(panel: RecordPanel, project: Project) -> None:
    panel.open_form("senado")
    project.edit("Cambiar", [cambio(PLANEACION, nombre="Dirección de Planeación")])
    assert panel.form.record_id == "senado"
    assert "Comisión del Senado" in labels(panel)


def test_a_jump_goes_to_a_field_even_of_a_hidden_record(panel: RecordPanel) -> None:
    panel.list.model.set_query("planeación")
    panel.show_record("senado", "siglas")
    assert panel.form.record_id == "senado"
    assert line(panel, "siglas").line.hasFocus()
    panel.show_record("prensa")
    assert panel.form.record_id == "prensa"
    panel.show_record("prensa", "un_campo_que_no_esta")
    assert panel.form.record_id == "prensa"


def test_a_picture_stands_beside_while_no_form_is_open(make_panel: Callable[..., RecordPanel]) -> None:
    picture = QLabel("cuadrícula")
    panel = make_panel(picture)
    assert picture.isVisible()
    panel.open_form("senado")
    assert panel.form_open
    assert not picture.isVisible()
    panel.close_form()
    assert picture.isVisible()


def test_the_guide_hears_of_the_fields_of_list_and_form(panel: RecordPanel) -> None:
    told: list[tuple[str, str]] = []
    panel.field_focused.connect(lambda entidad, nombre: told.append((entidad, nombre)))
    panel.list.table.select_record("senado")
    QTest.keyClick(panel.list.table, Qt.Key.Key_Right)
    panel.open_form("senado")
    assert told[-2:] == [("grupo_usuarios", "clase"), ("grupo_usuarios", "nombre")]
