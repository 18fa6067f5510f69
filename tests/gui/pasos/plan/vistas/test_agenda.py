"""The agenda as people use it; what counts is what the project then holds."""

from __future__ import annotations

import gc
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from promueve_gui.application.plan_lines import in_order
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea
from promueve_gui.gui.pasos.plan.vistas.agenda_lines import EVERY_DAY
from promueve_gui.gui.pasos.plan.vistas.agenda_model import AgendaModel
from tests.gui.conftest import HOY
from tests.gui.looking import colours
from tests.gui.mouse import LEFT, drag, press_and_move
from tests.gui.pasos.plan.vistas.conftest import FERIADO, LINES, LUNES, MARTES, SABADO
from tests.gui.pasos.plan.vistas.seen import agenda_of, line, menu_on, texts

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.plan.vistas.agenda_lines import AgendaLines
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project

CONTROL = Qt.KeyboardModifier.ControlModifier


def rows(model: AgendaModel) -> list[str]:
    """Return the rows as «day» or as identities of lines."""
    found = (model.row(place) for place in range(model.rowCount()))
    return [dia.isoformat() if linea is None else linea.id for dia, linea in found]


def test_a_line_more_costs_no_object_more() -> None:
    """Or else the collector of cycles would search them all whenever others are shown, and stop the window."""
    lineas = [LineaPlan(id=f"l{n:04}", fecha=LUNES + timedelta(days=n // 100)) for n in range(5000)]
    model = AgendaModel(lambda _: "", lambda _: "")
    was_on = gc.isenabled()
    gc.disable()
    try:
        before = gc.get_count()[0]
        model.set_lines(lineas, LUNES, every_day=False)
        made = gc.get_count()[0] - before
    finally:
        if was_on:
            gc.enable()
    assert model.rowCount() == 5050
    assert made < 100


def place_of(agenda: AgendaLines, identidad: str) -> QPoint:
    row = agenda.model.row_of(agenda.desk.lines.line(identidad))
    agenda.list.scrollTo(agenda.model.index(row, 0))
    return agenda.list.place_of(row)


def day_place(agenda: AgendaLines, dia: date) -> QPoint:
    row = agenda.model.row_of_day(dia)
    agenda.list.scrollTo(agenda.model.index(row, 0))
    return agenda.list.place_of(row)


def test_days_are_headings_of_the_lines_that_begin_on_them(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    assert rows(agenda.model) == [
        "2026-10-03",
        "serie10",
        "2026-11-03",
        "serie11",
        "2026-11-10",
        "boletin",
        "correo",
        "2026-11-14",
        "feria",
        "2026-11-17",
        "campana",
        "2026-11-19",
        "2026-12-03",
        "serie12",
    ]


def test_it_begins_at_today(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    assert agenda.day() == HOY
    agenda.select("boletin")
    assert agenda.day() == MARTES
    agenda.today_button.click()
    assert agenda.day() == HOY


def test_today_stays_at_the_top_whatever_comes_and_however_high_the_list_is(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    agenda.go_to_today()
    for height in (80, 40, 60):
        agenda.list.resize(400, height)
        assert agenda.list.visualRect(agenda.list.currentIndex()).top() == 0
    panel.desk.project.edit("Agregar", [alta(LineaPlan(id="otra", nombre="Otra", fecha=HOY + timedelta(days=2)))])
    agenda.refresh()
    assert agenda.day() == HOY
    assert agenda.list.visualRect(agenda.list.currentIndex()).top() == 0


def test_headings_say_why_nobody_works(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    assert agenda.model.heading(SABADO) == "Sábado 14 de noviembre de 2026 · 1 actividad"
    assert agenda.model.heading(FERIADO) == ("Lunes 16 de noviembre de 2026 · Día de la Revolución · sin actividades")
    assert agenda.model.heading(MARTES).endswith("2 actividades")


def test_every_day_can_be_shown(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    agenda.every_day.setChecked(True)
    assert FERIADO.isoformat() in rows(agenda.model)
    assert agenda.option() == EVERY_DAY
    agenda.set_option("")
    assert FERIADO.isoformat() not in rows(agenda.model)


def test_a_line_is_carried_to_another_day(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    start = place_of(agenda, "feria")
    drag(agenda.list.viewport(), start, agenda.list.viewport(), agenda.list.place_of(agenda.model.row_of_day(MARTES)))
    assert line(project, "feria").fecha == MARTES
    assert agenda.list.current_line() == "feria"


def test_several_lines_are_carried_together(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    agenda.select("boletin")
    QTest.keyClick(agenda.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert agenda.selected() == ["boletin", "correo"]
    assert not panel.bulk.isHidden()
    start = place_of(agenda, "boletin")
    drag(agenda.list.viewport(), start, agenda.list.viewport(), agenda.list.place_of(agenda.model.row_of_day(SABADO)))
    assert line(project, "boletin").fecha == line(project, "correo").fecha == SABADO


def test_the_day_under_what_is_carried_is_lit(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    viewport = agenda.list.viewport()
    start, over = place_of(agenda, "feria"), agenda.list.place_of(agenda.model.row_of_day(MARTES))
    lit = panel.desk.context.colores.seleccion
    area = agenda.list.visualRect(agenda.model.index(agenda.model.row_of_day(MARTES), 0))
    agenda.list.clearSelection()
    assert lit not in colours(viewport, area)
    press_and_move(viewport, start, start + QPoint(15, 15), over)
    assert lit in colours(viewport, area)
    QTest.keyClick(agenda.list, Qt.Key.Key_Escape)
    assert lit not in colours(viewport, area)


def test_lines_come_out_of_the_tray_and_go_back(panel: LinesPanel, project: Project) -> None:
    agenda, tray = agenda_of(panel), panel.side.tray
    start = tray.visualRect(tray.model().index(0, 0)).center()
    drag(tray.viewport(), start, agenda.list.viewport(), day_place(agenda, MARTES))
    assert line(project, "estudio").fecha == MARTES
    drag(agenda.list.viewport(), place_of(agenda, "correo"), tray, QPoint(20, 60))
    assert line(project, "correo").fecha is None
    assert tray.current_id() == "correo"


def test_enter_in_the_tray_puts_the_line_on_the_day_of_the_cursor(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    agenda.select("feria")
    panel.side.tray.select("estudio")
    QTest.keyClick(panel.side.tray, Qt.Key.Key_Return)
    assert line(project, "estudio").fecha == SABADO


def test_control_and_arrows_move_the_lines_chosen(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    agenda.select("boletin")
    QTest.keyClick(agenda.list, Qt.Key.Key_Up, CONTROL)
    assert line(project, "boletin").fecha == LUNES
    QTest.keyClick(agenda.list, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(agenda.list, Qt.Key.Key_Down, CONTROL)
    assert line(project, "boletin").fecha == date(2026, 11, 11)
    assert agenda.list.current_line() == "boletin"


def test_enter_opens_a_line_and_begins_one_on_a_day(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    agenda.select("feria")
    QTest.keyClick(agenda.list, Qt.Key.Key_Return)
    assert panel.form.record_id == "feria"
    panel.close_form()
    agenda.list.go_to(agenda.model.row_of_day(MARTES))
    QTest.keyClick(agenda.list, Qt.Key.Key_Return)
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert nueva.fecha == MARTES
    assert panel.form.record_id == nueva.id
    assert agenda.list.current_line() == nueva.id


def test_a_double_click_opens(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    place = place_of(agenda, "feria")
    QTest.mouseClick(agenda.list.viewport(), LEFT, pos=place)
    QTest.mouseDClick(agenda.list.viewport(), LEFT, pos=place)
    assert panel.form.record_id == "feria"


def test_backspace_takes_the_day_away(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    agenda.select("feria")
    QTest.keyClick(agenda.list, Qt.Key.Key_Backspace)
    assert line(project, "feria").fecha is None
    assert "feria" not in rows(agenda.model)


def test_home_and_end_go_to_the_ends(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    QTest.keyClick(agenda.list, Qt.Key.Key_End)
    assert agenda.list.current_line() == "serie12"
    QTest.keyClick(agenda.list, Qt.Key.Key_Home)
    assert agenda.day() == date(2026, 10, 3)
    QTest.keyClick(agenda.list, Qt.Key.Key_PageDown)
    assert agenda.day() != date(2026, 10, 3)


def test_the_row_of_the_cursor_is_told_in_words(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    said: list[str] = []
    agenda.described.connect(said.append)
    agenda.select("feria")
    assert said[-1] == "Feria, Lista, 14 de noviembre de 2026, Cae en sábado"
    index = agenda.model.index(agenda.model.row_of(agenda.desk.lines.line("feria")), 0)
    assert index.data() == "Feria"
    assert "Cae en sábado" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert agenda.model.data(agenda.model.index(-1, 0)) is None


def test_the_right_button_shows_the_menu_of_the_lines(panel: LinesPanel) -> None:
    agenda = agenda_of(panel)
    place = place_of(agenda, "feria")
    QTest.mouseClick(agenda.list.viewport(), LEFT, pos=place)
    agenda.list.customContextMenuRequested.emit(place)
    menu = menu_on(agenda)
    assert texts(menu)[0] == "Abrir la ficha"
    menu.close()


def test_without_lines_it_says_what_to_do(empty_panel: LinesPanel) -> None:
    agenda = agenda_of(empty_panel)
    assert not agenda.list.isVisible()
    assert agenda.day() == HOY
    agenda.take_focus()
    agenda.go_to_today()
    agenda.create_asked.emit({})
    assert len(empty_panel.desk.lines.lines()) == 1


def test_a_read_only_agenda_changes_nothing(read_only_panel: LinesPanel) -> None:
    agenda = agenda_of(read_only_panel)
    agenda.list.go_to(agenda.model.row_of_day(MARTES))
    QTest.keyClick(agenda.list, Qt.Key.Key_Return)
    agenda.select("boletin")
    QTest.keyClick(agenda.list, Qt.Key.Key_Down, CONTROL)
    assert read_only_panel.desk.project.proyecto.activos(LineaPlan) == list(LINES)


def test_changes_from_elsewhere_show_by_themselves(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    QAbstractItemModelTester(agenda.model)
    project.edit("Agregar", [alta(LineaPlan(id="otra", nombre="Otra", fecha=LUNES))])
    project.edit("Cancelar", [cambio(line(project, "feria"), estado=EstadoLinea.CANCELADA)])
    QApplication.processEvents()
    assert rows(agenda.model)[4:8] == ["2026-11-09", "otra", "2026-11-10", "boletin"]
    assert "feria" not in rows(agenda.model)
    project.undo()
    QApplication.processEvents()
    assert "feria" in rows(agenda.model)


FIRST = date(2026, 11, 1)
SOME = st.builds(
    lambda n, dia, estado: LineaPlan(
        id=f"l{n:02}", nombre=f"L{n % 5}", fecha=None if dia is None else FIRST + timedelta(days=dia), estado=estado
    ),
    st.integers(0, 20),
    st.none() | st.integers(0, 30),
    st.sampled_from([EstadoLinea.IDEA, EstadoLinea.CANCELADA]),
)


@given(
    before=st.lists(SOME, unique_by=lambda linea: linea.id, min_size=1),
    after=st.lists(SOME, unique_by=lambda linea: linea.id),
    every_day=st.booleans(),
)
def test_single_changes_give_what_all_anew_would(
    before: list[LineaPlan], after: list[LineaPlan], every_day: bool
) -> None:
    made = AgendaModel(lambda _: "", lambda _: "")
    made.set_lines(in_order(before), HOY, every_day=every_day)
    if not made.rowCount():
        return
    known = {linea.id: linea for linea in before}
    for linea in after:
        made.replace(known.get(linea.id), linea)
        known[linea.id] = linea
    anew = AgendaModel(lambda _: "", lambda _: "")
    anew.set_lines(in_order(known.values()), HOY, every_day=False)
    with_lines = {HOY.isoformat(), *(linea.fecha.isoformat() for linea in known.values() if linea.fecha)}
    assert [row for row in rows(made) if not row[0].isdigit() or (row in with_lines and _shown(made, row))] == [
        row for row in rows(anew) if not row[0].isdigit() or _shown(anew, row)
    ]


def _shown(model: AgendaModel, row: str) -> bool:
    return model.count(date.fromisoformat(row)) > 0
