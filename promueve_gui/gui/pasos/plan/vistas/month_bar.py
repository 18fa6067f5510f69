"""The controls over the calendar: which month, what else is shown, a picture."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from promueve_gui.application.month import FIRST_YEAR, LAST_YEAR
from promueve_gui.domain.fechas import MESES, add_months
from promueve_gui.gui.widgets.parts import button, row, tool
from promueve_gui.gui.widgets.year_box import YearBox

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context

YEAR_WIDTH = 58


class MonthBar(QObject):
    """Shows one month and says which other is wanted; ``controls`` are its widgets."""

    month_asked = Signal(object)  # the first day of the month, or today
    others_asked = Signal(bool)
    picture_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make the controls; ``show_month`` fills them."""
        super().__init__()
        self._context = context
        self._shown = context.services.today()
        self.month = QComboBox()
        self.month.setAccessibleName("Mes")
        self.month.addItems([mes.capitalize() for mes in MESES])
        self.month.activated.connect(lambda _: self._ask())
        self.year = YearBox("Año", FIRST_YEAR, LAST_YEAR)
        self.year.setToolTip("Escriba el año, o cámbielo con las flechas")
        self.year.setFixedWidth(YEAR_WIDTH)
        self.year.valueChanged.connect(lambda _: self._ask())
        self.others = QCheckBox("Otras fechas")
        self.others.setToolTip("Publicaciones y actualizaciones de datos, eventos, respuestas y compromisos")
        self.others.setChecked(True)
        self.others.toggled.connect(self.others_asked)
        self.controls: tuple[QWidget, ...] = (self._pickers(),)
        self.show_month(self._shown)

    def show_month(self, dia: date) -> None:
        """Show the month of a day."""
        self._shown = dia
        self.month.setCurrentIndex(dia.month - 1)
        self.year.blockSignals(True)
        self.year.setValue(dia.year)
        self.year.blockSignals(False)

    def _pickers(self) -> QWidget:
        context, made = self._context, QWidget()
        self.back = tool("Mes anterior (Re Pág)", context.icon("chevron-left"), lambda: self._turn(-1))
        self.on = tool("Mes siguiente (Av Pág)", context.icon("chevron-right"), lambda: self._turn(1))
        self.today = button("Hoy", lambda: self.month_asked.emit(context.services.today()))
        self.today.setToolTip("Ir al día de hoy")
        picture = tool("Guardar el mes como imagen", context.icon("image-outline"), self.picture_asked.emit)
        layout = row(self.back, self.month, self.year, self.on, self.today, picture, self.others, spacing=4)
        made.setLayout(layout)
        return made

    def _turn(self, months: int) -> None:
        self.month_asked.emit(add_months(self._shown.replace(day=1), months))

    def _ask(self) -> None:
        self.month_asked.emit(date(self.year.value(), self.month.currentIndex() + 1, 1))
