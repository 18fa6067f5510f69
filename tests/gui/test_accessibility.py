"""What every control of every page owes to people who do not see it, or who have no mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QTabWidget,
    QWidget,
    QWizard,
)

from promueve_gui.domain.flow import PASOS, PROMOCION
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.pasos.promocion import PromocionPage
from promueve_gui.gui.theme import Tema
from tests.gui.conftest import HOY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.gui.pasos.base import StepPage
    from tests.gui.desk import Desk

QTS_OWN = (QScrollBar, QHeaderView, QTabBar, QMenuBar)  # they say what they are by themselves
BOXES = (QComboBox, QSpinBox)  # what is inside one has its name
SIZES = [(1366, 768), (1093, 614), (960, 600)]


@pytest.fixture(params=["empty", "sample"])
def project(request: pytest.FixtureRequest, desk: Desk) -> str:
    institucion = Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026)
    empty = [institucion, *desk.services.textos.load_perfil("vigente")]
    desk.open(desk.make(empty if request.param == "empty" else desk.services.build_example(HOY)))
    desk.qtbot.waitUntil(lambda: desk.project.overview is not None, timeout=20_000)
    desk.settle()
    return str(request.param)


def visited(desk: Desk) -> Iterator[StepPage]:
    """Show every page, each of its tabs and a form of every kind of record, and give the page each time."""
    for paso in PASOS:
        desk.wizard.go(paso)
        page = desk.wizard.page_of(paso)
        yield page
        for tabs in page.findChildren(QTabWidget):
            for place in range(tabs.count()):
                tabs.setCurrentIndex(place)
                yield page
        for entidad in list(page.panels):
            first = next(iter(desk.project.proyecto.registros_de(entidad)), None)
            if first is not None:
                desk.wizard.jump(entidad, first.id, "")
                yield page


def focusable(root: QWidget) -> list[QWidget]:
    """Return the controls shown that the keyboard can reach, Qt's own parts left out."""
    shown = [w for w in root.findChildren(QWidget) if w.isVisible()]  # of the pages turned so far, one in ten is
    found = [w for w in shown if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [
        w
        for w in found
        if not isinstance(w, QTS_OWN)
        and not w.objectName().startswith("qt_")
        and w.focusProxy() is None
        and not any(isinstance(above, BOXES) for above in parents(w))
    ]


def parents(widget: QWidget) -> list[QWidget]:
    found = []
    while (above := widget.parentWidget()) is not None:
        found.append(above)
        widget = above
    return found


def name_of(widget: QWidget, labels: dict[QWidget, str]) -> str:
    """Return what a screen reader says of a control."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or labels.get(widget, "")


def buddies(root: QWidget) -> dict[QWidget, str]:
    return {label.buddy(): label.text() for label in root.findChildren(QLabel) if label.buddy() is not None}


def test_every_control_of_every_page_has_a_name(desk: Desk, project: str) -> None:
    nameless = set()
    for page in visited(desk):
        labels = buddies(page)
        for widget in focusable(desk.window):
            if not name_of(widget, labels).strip():
                above = [type(parent).__name__ for parent in parents(widget)][:4]
                nameless.add((page.paso.clave, type(widget).__name__, *above))
    assert nameless == set()


def test_no_label_takes_text_for_html(desk: Desk, project: str) -> None:
    loose = set()
    for page in visited(desk):
        labels = [label for label in page.findChildren(QLabel) if label.text()]
        loose |= {label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText}
    assert loose == set()


@pytest.mark.parametrize("size", SIZES)
def test_no_control_is_cut_off(desk: Desk, project: str, size: tuple[int, int]) -> None:
    cut = set()
    desk.window.resize(*size)
    for page in visited(desk):
        desk.settle()  # what a worker finds may still add a button, which has no room before the next layout
        QApplication.processEvents()
        cut |= {(page.paso.clave, b.text()) for b in page.findChildren(QPushButton) if too_narrow(b)}
        if desk.window.width() > size[0] or desk.window.height() > size[1]:
            cut.add((page.paso.clave, str(desk.window.size().toTuple())))
    assert cut == set()


def test_the_status_bar_covers_nothing(desk: Desk, project: str) -> None:
    covered = set()
    desk.window.resize(*SIZES[-1])
    forward = desk.wizard.button(QWizard.WizardButton.CustomButton2)
    for page in visited(desk):
        desk.window.banner.tell("Un aviso que dice algo tan largo que ocupa toda una línea de la ventana, y más.")
        QApplication.processEvents()
        bottom = forward.mapTo(desk.window, forward.rect().bottomLeft()).y()
        if bottom >= desk.window.statusBar().y():
            covered.add((page.paso.clave, bottom - desk.window.statusBar().y()))
    assert covered == set()


def too_narrow(button: QPushButton) -> bool:
    if not button.isVisible():
        return False
    text = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    return QFontMetrics(button.font()).horizontalAdvance(text) + icon > button.width()


def test_the_tab_key_reaches_every_part_of_a_page(desk: Desk, project: str) -> None:
    desk.wizard.steps.list.setFocus()
    seen: set[QWidget] = set()
    for _ in range(200):
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            break
        seen.add(focused)
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))
    page = desk.wizard.page_of(desk.wizard.current_step())
    reached = [w for w in focusable(page) if w.isEnabled()]
    assert [w for w in reached if w not in seen] == []
    assert desk.wizard.steps.list in seen


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab], ids=["forward", "back"])
def test_the_tab_key_leaves_every_control_of_every_page(desk: Desk, project: str, key: Qt.Key) -> None:
    held = set()
    for page in visited(desk):
        for widget in focusable(desk.window):
            if widget.isVisible() and widget.isEnabled():  # still, after what the ones before it did
                widget.setFocus()
                QTest.keyClick(widget, key)
                if QApplication.focusWidget() is widget:
                    held.add((page.paso.clave, type(widget).__name__, widget.accessibleName()))
    assert held == set()


@pytest.mark.parametrize("project", ["sample"], indirect=True)
def test_dates_and_states_of_round_tables_are_not_cut(desk: Desk, project: str) -> None:
    desk.wizard.go(PROMOCION)
    page = desk.wizard.page_of(PROMOCION)
    assert isinstance(page, PromocionPage)
    page.findChildren(QTabWidget)[0].setCurrentIndex(3)
    table = page.round_tables.table
    columns = range(1, table.columnCount())
    assert [place for place in columns if table.sizeHintForColumn(place) > table.columnWidth(place)] == []


def test_in_the_dark_too_the_focus_is_seen(desk: Desk, project: str) -> None:
    desk.window.context.set_theme(Tema.OSCURO)
    line = QLineEdit(desk.window)
    line.resize(200, 32)
    line.show()
    before = line.grab().toImage()
    desk.front()  # only the window in front shows who has the keyboard
    line.setFocus()
    desk.qtbot.waitUntil(line.hasFocus)
    assert line.grab().toImage() != before
