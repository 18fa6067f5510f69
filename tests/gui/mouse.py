"""What a hand does with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEFT = Qt.MouseButton.LeftButton


def press_and_move(source: QWidget, start: QPoint, *places: QPoint) -> None:
    """Press on a widget and go through places of it, the button held down; QTest alone cannot hold it."""
    QTest.mousePress(source, LEFT, pos=start)
    move_on(source, *places)


def move_on(source: QWidget, *places: QPoint) -> None:
    """Go on through places of the widget that was pressed on, the button held down."""
    for place in places:
        whole = QPointF(source.mapToGlobal(place))
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            whole,
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(source, event)


def drag(source: QWidget, start: QPoint, target: QWidget, end: QPoint) -> None:
    """Carry something from a place of one widget to a place of another."""
    over = source.mapFromGlobal(target.mapToGlobal(end))
    press_and_move(source, start, start + QPoint(15, 15), over)
    QTest.mouseRelease(source, LEFT, pos=over)


def hover(widget: QWidget, place: QPoint) -> None:
    """Rest over a place until its tooltip shows."""
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def right_click(widget: QWidget, place: QPoint) -> None:
    """Ask for the menu of a place."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def menu_of(widget: QWidget) -> QMenu:
    """Return the menu that a widget shows."""
    return widget.findChildren(QMenu)[-1]
