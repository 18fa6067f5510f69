"""The face that all field editors share. Knows no project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

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

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001  # as Qt's own setters
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
        """Tell when the focus comes and goes."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.settled.emit()
        return super().eventFilter(watched, event)
