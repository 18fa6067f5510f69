"""The wizard: pages by mouse and keyboard, and the keys that must not turn or close them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget, QWizard

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.flow import CONTENIDOS, INICIO, PASOS, PLAN, PROMOCION, RECOMENDACIONES, USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
from promueve_gui.gui.pasos.plan.page import PlanPage
from promueve_gui.gui.widgets.record_delegate import ROW_HEIGHT
from promueve_gui.gui.widgets.record_table import RecordTable
from tests.gui.desk import press

if TYPE_CHECKING:
    from promueve_gui.domain.flow import Paso
    from tests.gui.desk import Desk

INSTITUCION = Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026)
LINES = 8
AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")


@pytest.fixture(autouse=True)
def _open(desk: Desk) -> None:
    desk.open(desk.make([INSTITUCION, AREA]))
    desk.window.activateWindow()


def test_next_and_back_turn_the_pages_and_stop_at_the_ends(desk: Desk) -> None:
    back, following = (
        desk.wizard.button(b) for b in (QWizard.WizardButton.CustomButton1, QWizard.WizardButton.CustomButton2)
    )
    assert not back.isEnabled()
    for paso in PASOS[1:]:
        press(desk.wizard, "Siguiente ›")
        assert desk.wizard.current_step() is paso
    assert not following.isEnabled()
    press(desk.wizard, "‹ Atrás")
    assert desk.wizard.current_step() is PASOS[-2]


@pytest.mark.parametrize("number", range(len(PASOS)))
def test_every_page_has_its_key(desk: Desk, number: int) -> None:
    QTest.keyClick(desk.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert desk.wizard.current_step() is PASOS[number]


def test_alt_and_the_arrows_turn_the_pages(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.wizard.current_step() is USUARIOS
    QTest.keyClick(desk.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(desk.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.wizard.current_step() is INICIO


def test_a_click_on_a_step_goes_there(desk: Desk) -> None:
    steps = desk.wizard.steps.list
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=steps.visualItemRect(steps.item(2)).center())
    assert desk.wizard.current_step() is PLAN
    QTest.keyClick(steps, Qt.Key.Key_Up)
    assert desk.wizard.current_step() is USUARIOS


def test_a_screen_too_small_for_a_page_shows_all_of_it_by_scrolling(desk: Desk) -> None:
    desk.window.setMinimumSize(1, 1)
    desk.window.resize(683, 384)  # 1366 × 768 at 200 %
    for paso in PASOS:
        desk.wizard.go(paso)
        desk.settle()
        page, hint = desk.wizard.page_of(paso), desk.wizard.page_of(paso).minimumSizeHint()
        assert desk.wizard.height() < desk.window.height()
        assert page.size() == page.size().expandedTo(hint)


def needs_no_scrolling(page: QWidget) -> bool:
    around = page.parentWidget()
    return around is not None and page.size() == around.size()


def test_the_smallest_ordinary_window_needs_no_scrolling(desk: Desk) -> None:
    desk.window.resize(960, 600)
    for paso in PASOS:
        desk.wizard.go(paso)
        page = desk.wizard.page_of(paso)
        desk.qtbot.waitUntil(partial(needs_no_scrolling, page))


def test_insert_among_the_steps_adds_to_the_list_of_the_page(desk: Desk) -> None:
    desk.wizard.go(USUARIOS)
    desk.wizard.steps.list.setFocus()
    QTest.keyClick(desk.wizard.steps.list, Qt.Key.Key_Insert)
    assert len(desk.project.proyecto.activos(GrupoUsuarios)) == 1


def test_insert_among_the_steps_asks_which_content_to_write(desk: Desk) -> None:
    desk.wizard.go(CONTENIDOS)
    page = desk.wizard.page_of(CONTENIDOS)
    assert isinstance(page, ContenidosPage)
    desk.wizard.steps.list.setFocus()
    QTest.keyClick(desk.wizard.steps.list, Qt.Key.Key_Insert)
    assert page.contents.add_menu.isVisible()
    page.contents.add_menu.close()


def test_insert_among_the_steps_of_a_page_without_a_list_does_nothing(desk: Desk) -> None:
    QTest.keyClick(desk.wizard.steps.list, Qt.Key.Key_Insert)
    assert desk.project.session.next_undo() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_and_escape_leave_the_page_where_it_is(desk: Desk, key: Qt.Key) -> None:
    desk.wizard.jump("area_generadora", "a", "nombre")
    panel, _ = desk.wizard.page_of(INICIO).panels["area_generadora"]
    for widget in (panel.list.search, panel.form.editor("nombre").focusProxy(), desk.wizard, desk.wizard.steps.list):
        assert widget is not None
        widget.setFocus()
        QTest.keyClick(widget, key)
        assert desk.wizard.current_step() is INICIO
        assert desk.wizard.isVisible()
    desk.wizard.accept()
    desk.wizard.reject()
    assert desk.wizard.isVisible()


def test_enter_on_a_row_opens_its_form_and_not_the_next_page(desk: Desk) -> None:
    desk.wizard.jump("area_generadora", "", "")
    panel, _ = desk.wizard.page_of(INICIO).panels["area_generadora"]
    panel.list.table.selectRow(0)
    QTest.keyClick(panel.list.table, Qt.Key.Key_Return)
    assert panel.form_open
    assert desk.wizard.current_step() is INICIO
    line = panel.form.editor("nombre").focusProxy()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not panel.form_open


def test_the_name_of_the_institution_stands_above_the_steps(desk: Desk) -> None:
    desk.project.edit("Renombrar", [cambio(INSTITUCION, nombre="Secretaría del Mar", anio=2027)])
    said = [child.text() for child in desk.wizard.steps.findChildren(type(desk.wizard.page_of(INICIO).title))]
    assert said == ["Secretaría del Mar", "Programa de promoción 2027"]


def test_the_steps_shrink_to_their_circles_on_a_narrow_window(desk: Desk) -> None:
    wide = desk.wizard.steps.width()
    desk.window.resize(960, 620)
    desk.qtbot.waitUntil(lambda: desk.wizard.steps.width() < wide)
    desk.window.resize(1366, 768)
    desk.qtbot.waitUntil(lambda: desk.wizard.steps.width() == wide)


def test_the_states_of_the_steps_are_said_to_a_screen_reader(desk: Desk) -> None:
    steps = desk.wizard.steps.list

    def said() -> list[str]:
        return [steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(steps.count())]

    assert said()[1].startswith("Usuarios, Área Generadora")  # also before the first review
    desk.qtbot.waitUntil(lambda: said()[1].startswith("Usuarios, Área Generadora: "))
    assert all(said())


def test_going_to_a_page_saves_what_is_being_typed(desk: Desk) -> None:
    desk.wizard.jump("area_generadora", "a", "siglas")
    panel, _ = desk.wizard.page_of(INICIO).panels["area_generadora"]
    line = panel.form.editor("siglas").focusProxy()
    assert line is not None
    QTest.keyClicks(line, "DE")
    desk.wizard.go(PLAN)
    area = desk.project.proyecto.get(AreaGeneradora, "a")
    assert area is not None
    assert area.siglas == "DE"
    QApplication.processEvents()


def test_the_keyboard_goes_with_the_page_and_stays_on_the_steps(desk: Desk) -> None:
    desk.wizard.jump("area_generadora", "a", "nombre")
    for number in range(1, len(PASOS)):
        QTest.keyClick(desk.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert desk.wizard.page_of(PASOS[number]).isAncestorOf(focused), PASOS[number].clave
    desk.wizard.steps.list.setFocus()
    desk.wizard.go(PLAN)
    assert QApplication.focusWidget() is desk.wizard.steps.list


def test_no_part_of_a_page_is_a_window_for_a_blink(desk: Desk) -> None:
    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                seen.append(watched)
            return False

    seen: list[QWidget] = []
    watch = Watch()
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]  # there is one
    for paso in PASOS:
        desk.wizard.go(paso)
        for tabs in desk.wizard.page_of(paso).findChildren(QTabWidget):
            for place in range(tabs.count()):
                tabs.setCurrentIndex(place)
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]  # there is one
    assert seen == []


def fills(desk: Desk, paso: Paso) -> bool:
    """Tell whether a page is as tall as the place of the pages."""
    around = desk.wizard.page(desk.wizard.currentId()).parentWidget()
    return around is not None and desk.wizard.page_of(paso).height() == around.height()


def test_every_page_takes_all_the_height_whatever_is_seen_first(desk: Desk) -> None:
    for paso in (PROMOCION, RECOMENDACIONES, USUARIOS, CONTENIDOS):
        desk.wizard.go(paso)
        desk.settle()
        desk.qtbot.waitUntil(partial(fills, desk, paso))
    desk.project.edit("Registrar", [alta(Publicacion(id="p", nombre="Aviso"))])
    log = desk.wizard.page_of(PROMOCION)
    desk.wizard.go(PROMOCION)
    (table, *_) = [one for one in log.findChildren(RecordTable) if one.isVisible()]
    desk.qtbot.waitUntil(lambda: table.viewport().height() >= LINES * ROW_HEIGHT)


def test_a_record_that_is_gone_to_has_the_keyboard(desk: Desk) -> None:
    desk.wizard.go(PLAN)
    desk.wizard.jump(AREA.ENTIDAD, AREA.id, "")
    QApplication.processEvents()
    table = QApplication.focusWidget()
    assert isinstance(table, RecordTable)
    assert table.current_record() == AREA


def test_the_views_of_the_plan_have_their_keys_wherever_the_focus_is(desk: Desk) -> None:
    desk.wizard.steps.list.setFocus()
    desk.wizard.go(PLAN)
    assert QApplication.focusWidget() is desk.wizard.steps.list
    page = desk.wizard.page_of(PLAN)
    assert isinstance(page, PlanPage)
    QTest.keyClick(desk.wizard.steps.list, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert page.lines.switch.current == "agenda"
