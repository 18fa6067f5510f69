"""Ctrl+Z where people expect it: the letters first, then the work; also after a large import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.flow import INICIO
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from tests.gui.desk import type_text

if TYPE_CHECKING:
    from promueve_gui.gui.widgets.record_panel import RecordPanel
    from tests.gui.desk import Desk

AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(desk: Desk) -> RecordPanel:
    desk.open(desk.make([Institucion(id="i", nombre="Secretaría", siglas="S", anio=2026), AREA]))
    desk.wizard.jump("area_generadora", "a", "siglas")
    return desk.wizard.page_of(INICIO).panels["area_generadora"][0]


def area(desk: Desk) -> AreaGeneradora:
    found = desk.project.proyecto.get(AreaGeneradora, "a")
    assert found is not None
    return found


def field(panel: RecordPanel, nombre: str) -> QWidget:
    widget = panel.form.editor(nombre).focusProxy()
    assert widget is not None
    widget.setFocus()
    return widget


def test_in_a_field_the_letters_go_first_and_then_the_work(desk: Desk, panel: RecordPanel) -> None:
    desk.project.edit("Corregir el correo", [cambio(AREA, correo="e@s.gob.mx")])
    line = field(panel, "siglas")
    assert isinstance(line, QLineEdit)
    type_text(line, "DE")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""
    assert area(desk).correo == "e@s.gob.mx"
    panel.flush()
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert area(desk).correo == ""
    assert desk.window.statusBar().currentMessage() == "Se deshizo: Corregir el correo"
    QTest.keyClick(line, Qt.Key.Key_Y, CTRL)  # the letters again: the field has them still
    assert line.text() == "DE"


def test_what_was_undone_elsewhere_comes_back_from_within_a_field(desk: Desk, panel: RecordPanel) -> None:
    desk.project.edit("Corregir el correo", [cambio(AREA, correo="e@s.gob.mx")])
    line = field(panel, "siglas")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert area(desk).correo == ""
    QTest.keyClick(line, Qt.Key.Key_Y, CTRL)
    assert area(desk).correo == "e@s.gob.mx"


def test_the_same_holds_for_a_long_text(desk: Desk, panel: RecordPanel) -> None:
    desk.project.edit("Corregir el correo", [cambio(AREA, correo="e@s.gob.mx")])
    box = field(panel, "otros_nombres")
    assert isinstance(box, QPlainTextEdit)
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert area(desk).correo == ""
    QTest.keyClick(box, Qt.Key.Key_Y, CTRL)
    assert area(desk).correo == "e@s.gob.mx"
    type_text(box, "Estadística")
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.toPlainText() == ""
    assert area(desk).correo == "e@s.gob.mx"


def test_in_a_table_it_is_the_work(desk: Desk, panel: RecordPanel) -> None:
    desk.project.edit("Corregir el correo", [cambio(AREA, correo="e@s.gob.mx")])
    panel.close_form()
    QTest.keyClick(panel.list.table, Qt.Key.Key_Z, CTRL)
    assert area(desk).correo == ""


def test_other_keys_of_a_field_stay_its_own(desk: Desk, panel: RecordPanel) -> None:
    line = field(panel, "nombre")
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_A, CTRL)
    assert line.selectedText() == AREA.nombre


def test_a_large_edition_is_taken_back_on_a_worker_and_told_when_it_is_over(desk: Desk, panel: RecordPanel) -> None:
    many = [alta(AreaGeneradora(id=f"n{n}", nombre=f"Área número {n}", responsable=f"{n:090}")) for n in range(3000)]
    desk.project.edit("Importar «áreas.csv»", many)
    pending = desk.project.session.next_undo()
    assert pending is not None
    assert pending.grande
    panel.close_form()
    QTest.keyClick(panel.list.table, Qt.Key.Key_Z, CTRL)
    assert desk.project.busy
    desk.settle()
    assert desk.project.proyecto.activos(AreaGeneradora) == [AREA]
    assert panel.list.model.rowCount() == 1
    assert desk.window.statusBar().currentMessage() == "Se deshizo: Importar «áreas.csv»"
    QTest.keyClick(panel.list.table, Qt.Key.Key_Y, CTRL)
    desk.settle()
    assert panel.list.model.rowCount() == 3001
