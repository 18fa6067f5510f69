"""«Mover a una fecha»: a day, typed or picked, with a word about weekends and holidays before it is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.application.line_days import day_briefly
from promueve_gui.application.plan_lines import called, counted
from promueve_gui.domain.fechas import DIAS_SEMANA, fecha_larga
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.dialogs.frame import AskingDialog
from promueve_gui.gui.widgets.editors.text import DateEditor
from promueve_gui.gui.widgets.parts import button, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.vistas.shared_lines import SharedLines

WIDTH = 420


class DayDialog(AskingDialog):
    """Asks for the day of one line or of several; freed when it closes."""

    def __init__(self, parent: QWidget, context: Context, lines: SharedLines, lineas: Sequence[LineaPlan]) -> None:
        """Begin with the day that the first of them has."""
        what = f"«{called(lineas[0])}»" if len(lineas) == 1 else counted(len(lineas))
        super().__init__(parent, "Mover a una fecha", f"¿A qué día se mueve {what}?", "Mover")
        self._lines = lines
        self.setMinimumWidth(WIDTH)
        self.editor = DateEditor(campos(LineaPlan)["fecha"], context.icon("calendar"))
        self.editor.set_value(lineas[0].fecha or context.services.today())
        self.said = label("", "menor", wrap=True)
        self.next = button("", self._take_next, "enlace")
        for widget in (self.editor, self.said):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.next, None))
        self.editor.edited.connect(self._refresh)
        self.go.setDefault(True)
        self.editor.setFocus()
        self._refresh()

    def day(self) -> date | None:
        """Return the day; ``None`` while what is typed is none."""
        try:
            return cast("date | None", self.editor.value())
        except ValorInvalidoError:
            return None

    def _take_next(self) -> None:
        days, dia = self._lines.days, self.day()
        if days is not None and dia is not None:
            self.editor.set_value(days.desde(dia))
            self._refresh()

    def _refresh(self) -> None:
        dia, days = self.day(), self._lines.days
        off = "" if dia is None else self._lines.day_off(dia)
        self.next.setVisible(bool(off) and days is not None)
        if dia is None:
            self.said.setText("Escriba el día como dd/mm/aaaa.")
        else:
            self.said.setText(f"{DIAS_SEMANA[dia.weekday()].capitalize()} {fecha_larga(dia)}" + _aside(dia, off))
            if off and days is not None:
                self.next.setText(f"Pasar al {day_briefly(days.desde(dia))}")
        self.go.setEnabled(dia is not None)


def _aside(dia: date, off: str) -> str:
    """Return what to add about a day on which nobody works."""
    if not off:
        return ""
    weekday = off.lower() == DIAS_SEMANA[dia.weekday()]
    return ": es fin de semana" if weekday else f": es día inhábil ({off})"
