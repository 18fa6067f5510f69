"""Until when to look ahead: some months, what a page adds to them, or a day that is picked. Holds no project."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from promueve_gui.domain.fechas import add_days, add_months, fecha_larga
from promueve_gui.gui.widgets.parts import row, show_part

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS = (3, 6, 12)
OTHER = "Otra fecha…"
LAST_YEAR = 2100


class HorizonBox(QWidget):
    """A choice of ends; the last one opens a field for a day."""

    changed = Signal()

    def __init__(self, name: str, hoy: date, others: Sequence[tuple[str, date]] = ()) -> None:
        """Offer ``others``, with their names, before some months from ``hoy``; the first of all is chosen."""
        super().__init__()
        self._ends: list[date] = []
        self._choice = QComboBox()
        self._choice.setAccessibleName(name)
        self._day = QDateEdit()
        self._day.setAccessibleName(f"{name}: qué día")
        self._day.setDisplayFormat("dd/MM/yyyy")
        self._day.setCalendarPopup(True)
        self._day.setDateRange(_qdate(add_days(hoy, 1)), QDate(LAST_YEAR, 12, 31))
        for text, end in (*others, *((f"Próximos {many} meses", add_months(hoy, many)) for many in MONTHS)):
            self._choice.addItem(text)
            self._choice.setItemData(
                self._choice.count() - 1, f"Hasta el {fecha_larga(end)}", Qt.ItemDataRole.ToolTipRole
            )
            self._ends.append(end)
        self._choice.addItem(OTHER)
        self._day.setDate(_qdate(self._ends[0]))
        self._day.hide()
        self.setLayout(row(self._choice, self._day))
        self._choice.activated.connect(lambda _: self._on_chosen())
        self._day.dateChanged.connect(lambda _: self.changed.emit())

    def until(self) -> date:
        """Return the last day to look at."""
        place = self._choice.currentIndex()
        return self._ends[place] if place < len(self._ends) else _date(self._day.date())

    def choose(self, place: int) -> None:
        """Choose one of the ends, as the user does; past the last one, a day of one's own."""
        self._choice.setCurrentIndex(place)
        self._on_chosen()

    def choose_day(self, dia: date) -> None:
        """Look ahead until a day of one's own."""
        self._choice.setCurrentIndex(len(self._ends))
        self._day.setDate(_qdate(dia))
        self._on_chosen()

    def _on_chosen(self) -> None:
        own = self._choice.currentIndex() == len(self._ends)
        show_part(self._day, shown=own)
        if own:
            self._day.setFocus()
        self.changed.emit()


def _qdate(dia: date) -> QDate:
    return QDate(dia.year, dia.month, dia.day)


def _date(dia: QDate) -> date:
    return date(dia.year(), dia.month(), dia.day())
