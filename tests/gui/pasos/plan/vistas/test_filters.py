"""The filter that the views share, part by part, and views with a name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from promueve_gui.application.plan_filter import FiltroPlan
from promueve_gui.domain.vistas import VistaGuardada
from promueve_gui.domain.vocabularios import Canal, EstadoLinea
from promueve_gui.gui.widgets.picker import PickerDialog
from tests.gui.modal import when_asked
from tests.gui.mouse import LEFT
from tests.gui.pasos.plan.vistas.seen import agenda_of, texts, timeline_of, trigger

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.vistas.filter_bar import FilterBar
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

REDES = FiltroPlan(canal=frozenset({Canal.REDES}))


@pytest.fixture
def bar(panel: LinesPanel) -> FilterBar:
    """Return the bar over the views, all of it shown."""
    panel.bar.more.setChecked(True)
    return panel.bar


def filtro(panel: LinesPanel) -> FiltroPlan:
    return panel.desk.lines.filtro


def menu_of_part(bar: FilterBar, nombre: str) -> QMenu:
    menu = bar.parts.buttons[nombre].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def fill(panel: LinesPanel) -> QMenu:
    panel.bar.views.fill()
    menu = panel.bar.views.menu()
    assert isinstance(menu, QMenu)
    return menu


def test_words_filter_as_they_are_typed(bar: FilterBar, panel: LinesPanel, qtbot: QtBot) -> None:
    assert bar.count.text() == "9 actividades"
    assert not bar.clear_button.isVisible()
    QTest.keyClicks(bar.search, "mensaje")
    qtbot.waitUntil(lambda: bar.count.text() == "3 de 9")
    assert filtro(panel).texto == "mensaje"
    bar.clear_button.click()
    assert bar.search.text() == ""
    assert filtro(panel).vacio
    qtbot.waitUntil(lambda: bar.count.text() == "9 actividades")


def test_control_f_goes_to_the_words(panel: LinesPanel) -> None:
    panel.take_focus()
    QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.bar.search.hasFocus()


def test_the_other_parts_show_on_demand(panel: LinesPanel) -> None:
    assert not panel.bar.parts.isVisible()
    QTest.mouseClick(panel.bar.more, LEFT)
    assert panel.bar.parts.isVisible()


def test_several_choices_are_ticked_in_a_menu_that_stays(bar: FilterBar, panel: LinesPanel) -> None:
    menu = menu_of_part(bar, "estado")
    menu.popup(bar.mapToGlobal(bar.rect().center()))
    for place in (0, 3):
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.actions()[place]).center())
    assert menu.isVisible()
    assert filtro(panel).estado == {EstadoLinea.IDEA, EstadoLinea.LISTA}
    assert bar.parts.buttons["estado"].text() == "Estado: 2 ▾"
    assert bar.more.text() == "Filtros (1) ▾"
    menu.setActiveAction(menu.actions()[3])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert filtro(panel).estado == {EstadoLinea.IDEA}
    assert bar.parts.buttons["estado"].text() == "Estado: Idea ▾"
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_the_menu_ticks_what_is_in_force(bar: FilterBar, panel: LinesPanel) -> None:
    panel.desk.lines.set_filter(REDES)
    ticked = [action.text() for action in menu_of_part(bar, "canal").actions() if action.isChecked()]
    assert ticked == ["Redes sociales"]
    assert filtro(panel) == REDES


def test_records_are_picked(bar: FilterBar, panel: LinesPanel, qtbot: QtBot) -> None:
    def choose(dialog: PickerDialog) -> None:
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.accept()

    asked = when_asked(PickerDialog, choose)
    bar.parts.buttons["area"].click()
    assert filtro(panel).area == {"obras"}
    assert bar.parts.buttons["area"].text().endswith(": Dirección de Obras ▾")
    qtbot.waitUntil(lambda: bar.count.text() == "1 de 9")
    asked = when_asked(PickerDialog, lambda dialog: dialog.reject())
    bar.parts.buttons["grupos"].click()
    assert filtro(panel).grupos == frozenset()
    assert not asked.isActive()


def test_days_are_typed(bar: FilterBar, panel: LinesPanel) -> None:
    line = bar.parts.dates["desde"].line
    QTest.keyClicks(line, "10/11/2026")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert filtro(panel).desde == date(2026, 11, 10)
    QTest.keyClicks(bar.parts.dates["hasta"].line, "31/02/2026")
    QTest.keyClick(bar.parts.dates["hasta"].line, Qt.Key.Key_Return)
    assert filtro(panel).hasta is None
    assert bar.parts.dates["hasta"].line.property("mal") is True


def test_undated_lines_can_be_left_out(bar: FilterBar, panel: LinesPanel) -> None:
    bar.parts.undated.setChecked(False)
    assert not filtro(panel).sin_fecha
    assert not panel.desk.lines.admits("estudio")
    bar.clear()
    assert bar.parts.undated.isChecked()


def test_a_filter_from_elsewhere_shows_in_the_bar(bar: FilterBar, panel: LinesPanel) -> None:
    panel.desk.lines.set_filter(
        FiltroPlan(texto="feria", hasta=date(2026, 12, 1), grupos=frozenset({"prensa", "escuelas"}))
    )
    assert bar.search.text() == "feria"
    assert bar.parts.dates["hasta"].typed() == "01/12/2026"
    assert bar.parts.buttons["grupos"].text() == "Grupos de usuarios: 2 ▾"
    assert bar.parts.buttons["grupos"].accessibleDescription() == "Escuelas, Periodistas"
    assert bar.more.accessibleName() == "Filtros: 2 en uso"


# Views with a name


def test_a_view_is_saved_with_its_filter_and_chosen_again(
    panel: LinesPanel, messages: Answers, project: Project
) -> None:
    timeline_of(panel).set_option("canal·anio")
    panel.desk.lines.set_filter(REDES)
    messages.answer("Redes del año")
    trigger(fill(panel), "Guardar como…")
    (saved,) = project.proyecto.activos(VistaGuardada)
    assert (saved.nombre, saved.vista) == ("Redes del año", "tiempo:canal·anio")
    assert FiltroPlan.from_json(saved.filtros) == REDES
    assert panel.bar.views.text() == "Vista: Redes del año ▾"
    panel.bar.clear()
    assert panel.bar.views.text() == "Vista: Redes del año * ▾"
    panel.show_view("tabla")
    trigger(fill(panel), "Redes del año")
    assert panel.state() == "tiempo:canal·anio"
    assert filtro(panel) == REDES


def test_a_view_saved_without_the_days_without_lines_is_shown_without_them(
    panel: LinesPanel, messages: Answers, project: Project
) -> None:
    messages.answer("Corta")
    panel.show_view("agenda")
    panel.bar.views.save_as()
    agenda = agenda_of(panel)
    agenda.every_day.setChecked(True)
    panel.show_view("tabla")
    trigger(fill(panel), "Corta")
    assert panel.state() == "agenda"
    assert not agenda.every_day.isChecked()


def test_a_name_that_is_there_is_written_over(panel: LinesPanel, messages: Answers, project: Project) -> None:
    messages.answer("Mías", "MIAS", "")
    panel.bar.views.save_as()
    panel.desk.lines.set_filter(REDES)
    panel.bar.views.save_as()
    panel.bar.views.save_as()
    (saved,) = project.proyecto.activos(VistaGuardada)
    assert saved.nombre == "Mías"
    assert FiltroPlan.from_json(saved.filtros) == REDES


def test_a_saved_view_is_changed_renamed_and_removed(panel: LinesPanel, messages: Answers, project: Project) -> None:
    messages.answer("Mías", "Las mías", "")
    panel.bar.views.save_as()
    panel.desk.lines.set_filter(REDES)
    trigger(fill(panel), "Guardar los cambios en «Mías»")
    trigger(fill(panel), "Cambiar el nombre…")
    (saved,) = project.proyecto.activos(VistaGuardada)
    assert saved.nombre == "Las mías"
    assert FiltroPlan.from_json(saved.filtros) == REDES
    assert panel.bar.views.text() == "Vista: Las mías ▾"
    trigger(fill(panel), "Cambiar el nombre…")
    trigger(fill(panel), "Eliminar «Las mías»")
    assert project.proyecto.activos(VistaGuardada) == []
    assert panel.bar.views.text() == "Vistas ▾"
    assert texts(fill(panel)) == ["Todavía no hay vistas guardadas", "Guardar como…"]
    project.undo()
    assert panel.bar.views.text() == "Vista: Las mías ▾"


def test_no_two_views_have_the_same_name(panel: LinesPanel, messages: Answers, project: Project) -> None:
    messages.answer("Mías", "Otras", "MIAS", "OTRAS")
    panel.bar.views.save_as()
    panel.bar.views.save_as()
    trigger(fill(panel), "Cambiar el nombre…")
    assert messages.said[-1:] == ["Ya hay una vista que se llama «Mías». Elija otro nombre."]
    trigger(fill(panel), "Cambiar el nombre…")  # of its own, in capitals
    assert sorted(vista.nombre for vista in project.proyecto.activos(VistaGuardada)) == ["Mías", "OTRAS"]


def test_a_long_name_is_cut_on_the_button(panel: LinesPanel, messages: Answers) -> None:
    messages.answer("Todo lo que va a redes y al portal durante el año")
    panel.bar.views.save_as()
    assert panel.bar.views.text().startswith("Vista: Todo lo que va a redes")
    assert len(panel.bar.views.text()) < 40


def test_in_a_plan_to_be_read_views_are_only_chosen(read_only_panel: LinesPanel) -> None:
    assert [action.text() for action in fill(read_only_panel).actions() if action.isEnabled() and action.text()] == []
    assert not read_only_panel.bar.new.isEnabled()
