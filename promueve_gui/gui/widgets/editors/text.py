"""Editors of text: one line, several lines, numbers, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from promueve_gui.domain.ficha import Tipo
from promueve_gui.domain.formato import leer, mostrar
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.gui.widgets.editors.base import FieldEditor, leaves
from promueve_gui.gui.widgets.editors.calendar import DayCalendar
from promueve_gui.gui.widgets.editors.plain_box import PlainBox
from promueve_gui.gui.widgets.editors.text_height import TextHeight
from promueve_gui.gui.widgets.parts import label, row, tool

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QIcon

    from promueve_gui.domain.ficha import Campo, Valor

LINES, TALLEST = 3, 12
NOTICE_MS = 12_000  # how long it is told what a paste left out
BACK_SOON = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)  # to where the cursor was
SIN_PROYECTO = Proyecto()  # texts, numbers and dates need none to be read and shown


class LineEditor(FieldEditor):
    """One line: text, e-mail, URL, a number or a day."""

    def __init__(self, campo: Campo) -> None:
        """Make the line."""
        super().__init__(campo)
        self.line = QLineEdit()
        placeholders = {Tipo.URL: "https://…", Tipo.CORREO: "nombre@institucion.gob.mx"}
        self.line.setPlaceholderText(placeholders.get(campo.tipo, ""))
        self.line.textEdited.connect(self.edited)
        self._place = row(self.line, spacing=4)
        self.setLayout(self._place)
        self.watch(self.line)

    def value(self) -> Valor:
        """Return what was typed, as its field keeps it. Raises ``ValorInvalidoError``."""
        return leer(self.campo, self.line.text(), SIN_PROYECTO)

    def set_value(self, valor: Valor) -> None:
        """Show a value."""
        text = mostrar(self.campo, valor, SIN_PROYECTO)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)  # a long text is read from its beginning

    def typed(self) -> str:
        """Return the text of the line."""
        return self.line.text()

    def show_typed(self, text: str) -> None:
        """Show a text that did not fit."""
        self.line.setText(text)

    def set_read_only(self, read_only: bool) -> None:
        """Allow or refuse editing; the text can still be copied."""
        self.line.setReadOnly(read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the end when the program puts the cursor here, so that typing goes on where the text stops.

        Left for another field, a text that is longer than the line shows its beginning again.
        """
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() is Qt.FocusReason.OtherFocusReason:
            self.line.end(False)  # Qt's signature
        elif isinstance(event, QFocusEvent) and leaves(event) and event.reason() not in BACK_SOON:
            self.line.home(False)
        return super().eventFilter(watched, event)


class LongTextEditor(FieldEditor):
    """Several lines of plain text; the tab key goes on to the next field."""

    def __init__(self, campo: Campo, box: PlainBox | None = None) -> None:
        """Let a box grow with its text."""
        super().__init__(campo)
        self.box = box or PlainBox()
        self.notice = label("", "menor", wrap=True)
        self.notice.hide()
        self.forget = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self.forget.timeout.connect(self.notice.hide)
        self.box.told.connect(self._tell)
        self.height_keeper = TextHeight(self.box, LINES, TALLEST)
        self.box.textChanged.connect(self._on_changed)
        self._silent = False
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.box)
        layout.addWidget(self.notice)
        self.setLayout(layout)
        self.watch(self.box)

    def value(self) -> Valor:
        """Return the text as it stands."""
        return self.box.toPlainText()

    def set_value(self, valor: Valor) -> None:
        """Show a text; the cursor stays where it is when the text is the same."""
        if str(valor or "") != self.box.toPlainText():
            self.show_typed(str(valor or ""))

    def typed(self) -> str:
        """Return the text as it stands."""
        return self.box.toPlainText()

    def show_typed(self, text: str) -> None:
        """Show a text without telling that it was edited."""
        self._silent = True
        self.box.setPlainText(text)
        self._silent = False

    def set_read_only(self, read_only: bool) -> None:
        """Allow or refuse editing; the text can still be copied."""
        self.box.setReadOnly(read_only)

    def change_looks(self, work: Callable[[], None]) -> None:
        """Let ``work`` change how the text looks, of which Qt tells as of any other change."""
        self._silent, before = True, self._silent
        work()
        self._silent = before

    def _on_changed(self) -> None:
        if not self._silent:
            self.edited.emit()

    def _tell(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.show()
        self.forget.start()


class DateEditor(LineEditor):
    """A day, typed as dd/mm/aaaa or picked from a calendar; empty while unknown."""

    def __init__(self, campo: Campo, icon: QIcon) -> None:
        """Make the line and the button of its calendar."""
        super().__init__(campo)
        self.line.setPlaceholderText("dd/mm/aaaa")
        self.line.setMaximumWidth(140)
        self.pick = tool(f"Elegir en el calendario: {campo.etiqueta}", icon, self._open)
        self._place.addWidget(self.pick)
        self._place.addStretch(1)

    def set_read_only(self, read_only: bool) -> None:
        """Allow or refuse editing."""
        super().set_read_only(read_only)
        self.pick.setEnabled(not read_only)

    def _open(self) -> None:
        try:
            current = cast("date | None", self.value())
        except ValueError:
            current = None
        calendar = DayCalendar(self, current)
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.clicked.connect(lambda _: calendar.close())
        calendar.activated.connect(lambda _: calendar.close())
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.show()
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.line.setText(day.toString("dd/MM/yyyy"))
        self.edited.emit()
        self.settled.emit()
