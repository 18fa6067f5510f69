"""The month in which a day is picked: the program's colours, no numbers of weeks, Monday first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

if TYPE_CHECKING:
    from datetime import date

SIZE = (308, 248)  # pixels
ARROWS = {"qt_calendar_prevmonth": Qt.ArrowType.LeftArrow, "qt_calendar_nextmonth": Qt.ArrowType.RightArrow}


class DayCalendar(QCalendarWidget):
    """Opens over the window, and goes with the first day that is picked."""

    def __init__(self, parent: QWidget, current: date | None) -> None:
        """Show the month of ``current``, or this one."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContentsMargins(1, 1, 1, 1)  # its frame
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        quiet = QTextCharFormat()
        quiet.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        self.setHeaderTextFormat(quiet)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, quiet)  # Qt's own is a red that cannot be read on dark ground
        for name, arrow in ARROWS.items():
            made = self.findChild(QToolButton, name)
            if made is not None:
                made.setArrowType(arrow)  # Qt's own are pictures, black in every theme
        if current is not None:
            self.setSelectedDate(QDate(current.year, current.month, current.day))
        self.setFixedSize(*SIZE)
