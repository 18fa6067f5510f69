"""The agenda as rows: a heading for each day, the lines that begin on it beneath. Only what is seen is made."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from promueve_gui.application.plan_lines import counted
from promueve_gui.domain.fechas import DIAS_SEMANA, fecha_larga
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.line_signs import line_told
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Index = QModelIndex | QPersistentModelIndex
Row = date | LineaPlan  # a day is a heading; no pairs of both, of which there would be too many to keep
MOST_DAYS = 4000  # of a plan whose every day is shown: ten years and more are a slip of the hand


class AgendaModel(QAbstractListModel):
    """Days and lines in one list, in order, so that places are found by halving it."""

    def __init__(self, day_off: Callable[[date], str], warning: Callable[[LineaPlan], str]) -> None:
        """Take what says why nobody works on a day, and what is wrong with the day of a line."""
        super().__init__()
        self._day_off, self._warning = day_off, warning
        self._rows: list[Row] = []
        self._every_day = False
        self._today = date.min

    def set_lines(self, lines: Sequence[LineaPlan], today: date, *, every_day: bool) -> None:
        """Show the days of these lines, which come in order, and today or, if asked, every day in between."""
        self.beginResetModel()
        self._today, self._every_day = today, every_day
        rows: list[Row] = []
        last: date | None = None
        for linea in lines:
            dia = linea.fecha
            if dia is None or not linea.vigente:
                continue
            if dia != last:
                rows += self._days_before(last, dia)
                rows.append(dia)
                last = dia
            rows.append(linea)
        if last is not None and last < today:
            rows += self._days_before(last, today)
            rows.append(today)
        self._rows = rows
        self.endResetModel()

    def replace(self, before: LineaPlan | None, now: LineaPlan | None) -> None:
        """Take over the change of one line, moving no more rows than it takes."""
        if before is not None and before.fecha is not None:
            self._take_out(before, before.fecha)
        if now is not None and now.fecha is not None and now.vigente:
            self._put(now, now.fecha)

    def row(self, place: int) -> tuple[date, LineaPlan | None]:
        """Return day and line of a row; a heading has no line."""
        row = self._rows[place]
        return (row, None) if isinstance(row, date) else (_day(row), row)

    def row_of(self, linea: LineaPlan | None) -> int:
        """Return the row of a line, -1 when it is not here."""
        if linea is None or linea.fecha is None:
            return -1
        place = bisect_left(self._rows, _key(linea), key=_key)
        found = self._rows[place] if place < len(self._rows) else None
        return place if isinstance(found, LineaPlan) and found.id == linea.id else -1

    def row_of_day(self, dia: date) -> int:
        """Return the row of a day or of the first one after it; that of the last where none comes after, -1 empty."""
        return min(bisect_left(self._rows, _key(dia), key=_key), len(self._rows) - 1)

    def count(self, dia: date) -> int:
        """Return how many lines begin on a day."""
        first = bisect_left(self._rows, _key(dia), key=_key)
        after = bisect_left(self._rows, _key(dia + timedelta(days=1)), key=_key)
        return max(after - first - 1, 0)

    def _days_before(self, last: date | None, dia: date) -> list[date]:
        """Return the headings without lines between two days: every day if asked, else only today."""
        if self._every_day and last is not None and (dia - last).days <= MOST_DAYS:
            return [last + timedelta(days=n) for n in range(1, (dia - last).days)]
        return [self._today] if (last or date.min) < self._today < dia else []

    def _take_out(self, linea: LineaPlan, dia: date) -> None:
        place = self.row_of(linea)
        if place < 0:
            return
        alone = self.count(dia) == 1 and dia != self._today and not self._every_day
        first = place - 1 if alone else place
        self.beginRemoveRows(QModelIndex(), first, place)
        del self._rows[first : place + 1]
        self.endRemoveRows()

    def _put(self, linea: LineaPlan, dia: date) -> None:
        heading = bisect_left(self._rows, _key(dia), key=_key)
        new: list[Row] = [linea]
        place = bisect_left(self._rows, _key(linea), key=_key)
        if heading == len(self._rows) or self._rows[heading] != dia:
            new, place = [dia, linea], heading
        self.beginInsertRows(QModelIndex(), place, place + len(new) - 1)
        self._rows[place:place] = new
        self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt asks for anything
        """Return a row in words."""
        if not index.isValid():
            return None
        dia, linea = self.row(index.row())
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
        told = counted(count) if count else "sin actividades"
        weekday = DIAS_SEMANA[dia.weekday()]
        parts = [f"{weekday.capitalize()} {fecha_larga(dia)}", "" if off.lower() == weekday else off, told]
        return " · ".join(filter(None, parts))


def _key(row: Row) -> tuple[date, bool, str, str]:
    """Return where a row comes: by day, its heading first, its lines by name."""
    return (row, False, "", "") if isinstance(row, date) else (_day(row), True, row.nombre, row.id)


def _day(linea: LineaPlan) -> date:
    return linea.fecha or date.max  # only lines with a day are here
