"""The agenda as rows: a heading for each day, the lines that begin on it beneath. Only what is seen is made."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.application.plan_views import agenda
from promueve_gui.domain.fechas import DIAS_SEMANA, fecha_larga
from promueve_gui.gui.pasos.plan.vistas.line_signs import line_told
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan

Index = QModelIndex | QPersistentModelIndex
Row = tuple[date, "LineaPlan | None"]  # a heading has no line
MOST_DAYS = 4000  # of a plan whose every day is shown: ten years and more are a slip of the hand


class AgendaModel(QAbstractListModel):
    """Days and lines in one list."""

    def __init__(self, day_off: Callable[[date], str], warning: Callable[[LineaPlan], str]) -> None:
        """Take what says why nobody works on a day, and what is wrong with the day of a line."""
        super().__init__()
        self._day_off, self._warning = day_off, warning
        self._rows: list[Row] = []
        self._place: dict[Id, int] = {}
        self._headings: dict[date, int] = {}
        self._counts: dict[date, int] = {}

    def set_lines(self, lines: Sequence[LineaPlan], today: date, *, every_day: bool) -> None:
        """Show the days of these lines and today or, if asked, every day from the first to the last."""
        self.beginResetModel()
        days = {jornada.fecha: jornada.lineas for jornada in agenda(lines)}
        shown = sorted({*days, today}) if days else []
        if every_day and shown and (shown[-1] - shown[0]).days <= MOST_DAYS:
            first = shown[0]
            shown = [first + timedelta(days=n) for n in range((shown[-1] - first).days + 1)]
        self._rows, self._headings = [], {}
        for dia in shown:
            self._headings[dia] = len(self._rows)
            self._rows.append((dia, None))
            self._rows += [(dia, linea) for linea in days.get(dia, ())]
        self._counts = {dia: len(lineas) for dia, lineas in days.items()}
        self._place = {linea.id: place for place, (_, linea) in enumerate(self._rows) if linea is not None}
        self.endResetModel()

    def row(self, place: int) -> Row:
        """Return day and line of a row."""
        return self._rows[place]

    def row_of(self, identidad: Id | None) -> int:
        """Return the row of a line, -1 when it is not here."""
        return -1 if identidad is None else self._place.get(identidad, -1)

    def row_of_day(self, dia: date) -> int:
        """Return the row of a day or of the first one after it; that of the last where none comes after, -1 empty."""
        if dia in self._headings:
            return self._headings[dia]
        later = [place for day, place in self._headings.items() if day > dia]
        return min(later) if later else len(self._rows) - 1

    def count(self, dia: date) -> int:
        """Return how many lines begin on a day."""
        return self._counts.get(dia, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt asks for anything
        """Return a row in words."""
        if not index.isValid():
            return None
        dia, linea = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if linea is None:
                return self.heading(dia)
            return line_told(linea, self._warning).replace("\n", ", ") if role != 0 else linea.nombre
        if role == Qt.ItemDataRole.ToolTipRole and linea is not None:
            return plain_tip(line_told(linea, self._warning))
        return None

    def heading(self, dia: date) -> str:
        """Return a day in words, with why nobody works on it and how much there is to do."""
        off, count = self._day_off(dia), self.count(dia)
        counted = {0: "sin actividades", 1: "1 actividad"}.get(count, f"{count} actividades")
        weekday = DIAS_SEMANA[dia.weekday()]
        parts = [f"{weekday.capitalize()} {fecha_larga(dia)}", "" if off.lower() == weekday else off, counted]
        return " · ".join(filter(None, parts))
