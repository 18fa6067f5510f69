"""The tab of the lines: which view, which line, which card and which tray."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from promueve_gui.application.plan_filter import FiltroPlan
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea
from promueve_gui.gui.models.record_table import Role
from promueve_gui.gui.pasos.plan import proposal_watch
from promueve_gui.gui.pasos.plan.vistas.lines_panel import SETTING, VIEWS
from tests.gui.looking import PaintCount
from tests.gui.pasos.plan.conftest import month_of
from tests.gui.pasos.plan.vistas.conftest import MARTES
from tests.gui.pasos.plan.vistas.seen import agenda_of, board_of, line, menu_on, texts, timeline_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project

ALT = Qt.KeyboardModifier.AltModifier
KEYS = [tipo.KEY for tipo in VIEWS]
TIMES = 3


def shown(panel: LinesPanel) -> list[str]:
    return [registro.id for registro in panel.table.records.model.registros()]


def test_it_begins_with_the_table(panel: LinesPanel) -> None:
    assert panel.switch.current == "tabla"
    assert panel.state() == "tabla"
    assert not panel.side.isVisible()
    assert shown(panel)[:2] == ["serie10", "serie11"]


@pytest.mark.parametrize("place", range(5))
def test_alt_and_a_number_choose_the_view(panel: LinesPanel, place: int) -> None:
    panel.take_focus()
    QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key(Qt.Key.Key_1 + place), ALT)
    assert panel.switch.current == KEYS[place]
    assert panel.view.isVisible()


def test_arrows_go_through_the_buttons_of_the_views(panel: LinesPanel) -> None:
    panel.switch.buttons["tabla"].setFocus()
    QTest.keyClick(panel.switch.buttons["tabla"], Qt.Key.Key_Right)
    assert panel.switch.current == "mes"
    QTest.keyClick(panel.switch.buttons["mes"], Qt.Key.Key_Left)
    QTest.keyClick(panel.switch.buttons["tabla"], Qt.Key.Key_Left)
    assert panel.switch.current == "tablero"
    assert panel.switch.buttons["tablero"].hasFocus()
    QTest.keyClick(panel.switch.buttons["tablero"], Qt.Key.Key_A)
    panel.switch.buttons["agenda"].click()
    assert panel.switch.current == "agenda"
    panel.switch.choose("nada")
    assert panel.switch.current == "agenda"


def test_tab_comes_to_the_button_of_the_view_shown_alone(panel: LinesPanel) -> None:
    panel.show_view("agenda")
    tabbed = [k for k, made in panel.switch.buttons.items() if made.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["agenda"]


@pytest.fixture
def proposals_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the page from telling how many proposals there are, for which it paints its tabs anew."""
    monkeypatch.setattr(proposal_watch, "LATER_MS", 3_600_000)


@pytest.mark.usefixtures("proposals_wait")
@pytest.mark.parametrize(("before", "key"), list(itertools.permutations(KEYS, 2)))
def test_a_view_that_is_switched_to_is_painted_once(panel: LinesPanel, before: str, key: str) -> None:
    panel.show_view(key)
    painted = PaintCount(panel.view_of(key))
    # What is in its way it is each time; what comes in between, as an answer of a worker, is not.
    assert 1 in [switched(panel, before, key, painted) for _ in range(TIMES)]


def switched(panel: LinesPanel, before: str, key: str, painted: PaintCount) -> int:
    """Return how often a view is painted when one turns to it from another."""
    panel.show_view(before)
    turns()
    painted.many = 0
    panel.show_view(key)
    turns()
    return painted.many


def turns() -> None:
    for _ in range(6):
        QApplication.processEvents()


def test_only_the_controls_of_the_view_shown_are_seen(panel: LinesPanel) -> None:
    agenda, timeline = agenda_of(panel), timeline_of(panel)
    assert not agenda.today_button.isVisible()
    assert timeline.today_button.isVisible()


@pytest.mark.parametrize(
    ("key", "has_tray"), [("tabla", False), ("mes", True), ("agenda", True), ("tiempo", True), ("tablero", False)]
)
def test_the_tray_stands_where_lines_have_days(panel: LinesPanel, key: str, has_tray: bool) -> None:
    panel.show_view(key)
    assert panel.side.isVisible() is has_tray
    panel.open_form("boletin")
    assert not panel.side.isVisible()
    panel.close_form()
    assert panel.side.isVisible() is has_tray


def test_the_view_is_remembered(panel: LinesPanel, make_page: Callable[[Project], PlanPage], project: Project) -> None:
    timeline_of(panel).set_option("canal·anio")
    panel.hide()
    assert panel.desk.context.settings.text(SETTING) == "tiempo:canal·anio"
    again = make_page(project)
    assert again.lines.state() == "tiempo:canal·anio"


def test_an_unknown_view_is_the_table(panel: LinesPanel) -> None:
    panel.show_view("mes")
    panel.show_view("de otra versión:x")
    assert panel.switch.current == "tabla"
    with pytest.raises(KeyError):
        panel.view_of("nada")


def test_the_line_that_is_open_is_chosen_in_the_next_view(panel: LinesPanel) -> None:
    panel.open_form("feria")
    assert agenda_of(panel).selected() == ["feria"]
    assert board_of(panel).selected() == ["feria"]
    assert timeline_of(panel).selected() == ["feria"]
    panel.show_view("mes")
    assert panel.view.selected() == ["feria"]
    panel.show_view("tabla")
    assert panel.view.selected() == ["feria"]
    assert panel.form.record_id == "feria"


def test_the_card_follows_the_cursor_of_the_table(panel: LinesPanel, qtbot: QtBot) -> None:
    panel.open_form("feria")
    panel.table.select("boletin")
    assert panel.form.record_id == "boletin"
    panel.desk.lines.set_filter(FiltroPlan(texto="nada que se le parezca"))
    qtbot.waitUntil(lambda: panel.form.record_id is None)


def test_the_card_stays_when_a_filter_hides_its_line_from_a_table_that_nobody_sees(
    panel: LinesPanel, qtbot: QtBot
) -> None:
    agenda_of(panel)
    panel.open_form("feria")
    with qtbot.waitSignal(panel.desk.lines.renewed):
        panel.desk.lines.set_filter(FiltroPlan(texto="boletín"))
    QApplication.processEvents()
    assert panel.form.record_id == "feria"


def test_a_line_is_shown_whatever_the_filter(panel: LinesPanel) -> None:
    panel.desk.lines.set_filter(FiltroPlan(canal=frozenset({Canal.REDES})))
    panel.show_record("feria", "notas")
    assert "feria" in shown(panel)
    assert panel.form.record_id == "feria"


def test_the_table_obeys_the_filter(panel: LinesPanel, qtbot: QtBot) -> None:
    panel.desk.lines.set_filter(FiltroPlan(canal=frozenset({Canal.REDES})))
    qtbot.waitUntil(lambda: shown(panel) == ["serie10", "serie11", "campana", "serie12"])
    panel.table.records.clear()
    qtbot.waitUntil(lambda: len(shown(panel)) == 9)
    assert panel.desk.lines.filtro.vacio


def test_signs_of_a_line_are_letters_with_words(panel: LinesPanel, project: Project) -> None:
    panel.desk.actions.sign_off(["feria"])
    model = panel.table.records.model
    column = model.columns.index("senales")
    index = model.index(model.row_of("feria"), column)
    assert index.data() == "▲ ★"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Cae en sábado · Con visto bueno el 19 nov"
    assert index.data(Role.SHOWN).tip == "Cae en sábado · Con visto bueno el 19 nov"
    assert model.index(model.row_of("serie10"), column).data() == "▲ ↻"


def test_several_rows_can_be_changed_at_once(panel: LinesPanel, project: Project) -> None:
    panel.table.records.table.selectAll()
    assert panel.bulk.said.text() == "9 elegidas"
    assert panel.bulk.isVisible()
    panel.bulk.sign.click()
    assert line(project, "boletin").visto_bueno == "ana"
    assert line(project, "vieja").visto_bueno is None  # given up
    menu = panel.bulk.more.menu()
    menu.aboutToShow.emit()
    assert "Estado" in texts(menu)
    panel.table.select("boletin")
    assert not panel.bulk.isVisible()


def test_several_rows_are_withdrawn_from_the_bar(panel: LinesPanel, project: Project, messages: object) -> None:
    panel.table.records.table.selectAll()
    messages.answer("Otro plan")  # type: ignore[attr-defined]  # the answers of the tests
    panel.bulk.withdraw.click()
    assert project.proyecto.activos(LineaPlan) == []
    assert not panel.bulk.isVisible()


def test_the_menu_of_the_table_has_what_lines_can(panel: LinesPanel) -> None:
    table = panel.table.records.table
    panel.table.select("feria")
    table.customContextMenuRequested.emit(table.visualRect(table.currentIndex()).center())
    menu = [made for made in table.findChildren(QMenu) if made.parent() is table][-1]
    assert "Abrir la ficha" in texts(menu)
    assert "Visto bueno" in texts(menu)
    assert texts(menu).count("Retirar…") == 1
    menu.close()


def test_insert_begins_a_line_in_every_view(panel: LinesPanel, project: Project) -> None:
    for key in KEYS:
        panel.show_view(key)
        QApplication.processEvents()
        panel.take_focus()
        before = len(project.proyecto.activos(LineaPlan))
        QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Insert)
        assert len(project.proyecto.activos(LineaPlan)) == before + 1, key
        panel.close_form()


def test_views_that_nobody_sees_wait(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    panel.show_view("tabla")
    rows = agenda.model.rowCount()
    project.edit("Agregar", [alta(LineaPlan(id="otra", nombre="Otra", fecha=MARTES))])
    QApplication.processEvents()
    assert agenda.model.rowCount() == rows
    panel.show_view("agenda")
    assert agenda.model.rowCount() == rows + 1


def test_what_has_the_cursor_is_told_under_the_view(panel: LinesPanel) -> None:
    board = board_of(panel)
    agenda = agenda_of(panel)
    agenda.select("feria")
    assert "Cae en sábado" in panel._said.text()  # noqa: SLF001  # what is seen
    board.described.emit("de otra vista")
    assert "Cae en sábado" in panel._said.text()  # noqa: SLF001  # what is seen


def test_the_tray_has_the_menu_and_opens(panel: LinesPanel) -> None:
    agenda_of(panel)
    tray = panel.side.tray
    tray.customContextMenuRequested.emit(tray.rect().center())
    tray.select("estudio")
    tray.customContextMenuRequested.emit(tray.rect().center())
    menu = menu_on(panel.side)
    assert texts(menu)[0] == "Abrir la ficha"
    menu.close()
    tray.open_asked.emit("estudio")
    assert panel.form.record_id == "estudio"


def test_the_month_hears_of_the_filter(panel: LinesPanel, page: PlanPage, qtbot: QtBot) -> None:
    panel.show_view("mes")
    month = month_of(page).month
    qtbot.waitUntil(lambda: month.place_of_line("boletin") is not None)
    panel.desk.lines.set_filter(FiltroPlan(estado=frozenset({EstadoLinea.LISTA})))
    qtbot.waitUntil(lambda: month.place_of_line("boletin") is None)
    assert month.place_of_line("feria") is not None


def test_the_menu_of_the_month_is_that_of_the_line(panel: LinesPanel, page: PlanPage) -> None:
    panel.show_view("mes")
    view = month_of(page)
    view.select("feria")
    view.month.menu_asked.emit("feria", view.mapToGlobal(view.rect().center()))
    menu = menu_on(view)
    assert "Pasar al siguiente día hábil" in texts(menu)
    menu.close()
    view.show_menu(view.mapToGlobal(view.rect().center()))
    assert texts(menu_on(view))[0] == "Abrir la ficha"
