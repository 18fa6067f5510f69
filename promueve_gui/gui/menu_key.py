"""Shift+F10 asks for the menu of what has the focus, where the platform does not see to it itself, as X11 does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEYS = "Shift+F10"
_BY_THEMSELVES = frozenset({"windows", "cocoa"})


def serve_menu_key(window: QWidget) -> None:
    """Let the keys ask for menus while a window, or a dialog, has the focus."""
    if QGuiApplication.platformName() in _BY_THEMSELVES:
        return
    QShortcut(QKeySequence(KEYS), window).activated.connect(ask_for_menu)


def ask_for_menu() -> None:
    """Ask what has the focus for its menu, as the key of menus does: at the cursor of a text."""
    widget = QApplication.focusWidget()
    if widget is None or QApplication.activePopupWidget() is not None:  # a menu that is open lets the keys through
        return
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = (cursor if isinstance(cursor, QRect) else widget.rect()).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, asked)
