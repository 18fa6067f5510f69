"""The face that all field editors share. Knows no project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Campo, Valor


class FieldEditor(QWidget):
    """Edits one value. ``edited`` means «changing», ``settled`` «the user is through with it»."""

    edited = Signal()
    settled = Signal()
    focused = Signal()

    def __init__(self, campo: Campo) -> None:
        """Take the description of the field."""
        super().__init__()
        self.campo = campo

    def value(self) -> Valor:
        """Return the value. Raises ``ValorInvalidoError`` for a text that does not fit."""
        raise NotImplementedError

    def set_value(self, valor: Valor) -> None:
        """Show a value without telling that it was edited."""
        raise NotImplementedError

    def unfinished(self) -> bool:
        """Tell whether the value is half typed, so that it is too early to say that it does not fit."""
        return False

    def typed(self) -> str:
        """Return the text on screen, whether it fits or not; nothing where values are only chosen."""
        return ""

    def show_typed(self, text: str) -> None:
        """Show a text that somebody typed and that did not fit."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Allow or refuse editing."""
        self.setEnabled(not read_only)

    def watch(self, widget: QWidget) -> None:
        """Make ``widget`` the one that has the focus, the name and the state of this editor."""
        self.setFocusProxy(widget)
        widget.setAccessibleName(self.campo.etiqueta)
        widget.installEventFilter(self)

    def mark(self, *, bad: bool) -> None:
        """Show whether the value needs attention, by the frame as well as by the sentence beneath."""
        target = self.focusProxy() or self
        if target.property("mal") != bad:
            target.setProperty("mal", bad)
            target.style().unpolish(target)
            target.style().polish(target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the focus comes and goes; leave undo to the project where the text has nothing to take back."""
        overriding = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and overriding and left_to_project(watched, event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        elif leaves(event):
            self.settled.emit()
        return super().eventFilter(watched, event)


def leaves(event: QEvent) -> bool:
    """Tell whether the user leaves a widget; its own list or menu, popping up over it, is not leaving."""
    if not isinstance(event, QFocusEvent):
        return False
    return event.lostFocus() and event.reason() is not Qt.FocusReason.PopupFocusReason


def left_to_project(widget: QObject, event: QKeyEvent) -> bool:
    """Tell whether a key asks to undo or redo and ``widget`` has no typing of its own to take back.

    Qt's text fields keep these keys for themselves all the same, so that after the last letter nothing would happen.
    """
    if event.matches(QKeySequence.StandardKey.Undo):
        own = _can_undo(widget)
    elif event.matches(QKeySequence.StandardKey.Redo):
        own = _can_redo(widget)
    else:
        return False
    return not own


def _can_undo(widget: QObject) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    return isinstance(widget, QPlainTextEdit | QTextEdit) and widget.document().isUndoAvailable()


def _can_redo(widget: QObject) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable()
    return isinstance(widget, QPlainTextEdit | QTextEdit) and widget.document().isRedoAvailable()
