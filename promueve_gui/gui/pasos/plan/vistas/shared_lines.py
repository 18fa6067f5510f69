"""The lines that every view of the plan shows: what the filter admits, worked out once for all of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from promueve_gui.application.line_days import falls_on
from promueve_gui.application.plan_filter import FiltroPlan, matching
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.fechas import DIAS_SEMANA, es_habil
from promueve_gui.domain.institucion import DiaInhabil
from promueve_gui.domain.plan import LineaPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner

MANY = 200  # past this many changes at once everything is worked out anew
YEARS_AROUND = 2


class SharedLines(QObject):
    """The lines in use that the filter admits, and those made or changed since it was set: nothing vanishes by hand."""

    renewed = Signal()  # other lines, or the same ones say something else
    filter_changed = Signal()
    days_known = Signal()  # holidays and closures

    def __init__(self, project: Project, runner: TaskRunner, today: Callable[[], date], parent: QObject) -> None:
        """Admit everything."""
        super().__init__(parent)
        self._project, self._runner, self._today = project, runner, today
        self._filtro = FiltroPlan()
        self.generation = 0  # of what is admitted: it grows whenever that is worked out anew
        self._kept: set[Id] = set()
        self._lines: list[LineaPlan] | None = None
        self._place: dict[Id, int] = {}
        self._days: DiasHabiles | None = None
        # Many lines may change at once; views are told once, when the dust has settled.
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self.renewed)
        project.changed.connect(self._on_changed)
        self._ask_days()

    @property
    def filtro(self) -> FiltroPlan:
        """Return the filter in force."""
        return self._filtro

    def set_filter(self, filtro: FiltroPlan) -> None:
        """Admit what another filter does."""
        if filtro != self._filtro:
            self._filtro = filtro
            self._kept.clear()
            self._forget()
            self.filter_changed.emit()
            self._telling.start()

    def lines(self) -> Sequence[LineaPlan]:
        """Return the lines admitted, in the order of the project."""
        if self._lines is None:
            self._lines = self._work_out()
            self._place = {linea.id: place for place, linea in enumerate(self._lines)}
        return self._lines

    def line(self, identidad: Id | None) -> LineaPlan | None:
        """Return a line as it is now, admitted or not; ``None`` when it is not in use."""
        linea = self._project.proyecto.get(LineaPlan, identidad)
        return linea if linea is not None and linea.activo else None

    def lines_of(self, ids: Iterable[Id]) -> list[LineaPlan]:
        """Return lines as they are now."""
        return [linea for linea in map(self.line, ids) if linea is not None]

    def admits(self, identidad: Id) -> bool:
        """Tell whether a line is shown."""
        self.lines()
        return identidad in self._place

    def keep(self, identidad: Id) -> None:
        """Show a line whatever the filter, until another one is set."""
        if not self.admits(identidad):
            self._kept.add(identidad)
            self._forget()
            self._telling.start()

    def total(self) -> int:
        """Return how many lines there are, admitted or not."""
        return len(self._project.proyecto.activos(LineaPlan))

    @property
    def days(self) -> DiasHabiles | None:
        """Return the working days; ``None`` while the holidays are being looked up."""
        return self._days

    def day_off(self, dia: date) -> str:
        """Return why nobody works on a day; empty for working days."""
        if self._days is not None:
            return self._days.motivo(dia)
        return "" if es_habil(dia) else DIAS_SEMANA[dia.weekday()].capitalize()

    def warning(self, linea: LineaPlan) -> str:
        """Return what is wrong with the day of a line; empty for nothing."""
        return "" if self._days is None else falls_on(linea, self._days)

    def _forget(self) -> None:
        self._lines = None
        self.generation += 1

    def _work_out(self) -> list[LineaPlan]:
        proyecto = self._project.proyecto
        if self._filtro.vacio:
            return proyecto.activos(LineaPlan)
        found = matching(proyecto, self._filtro, self._project.index)
        if not self._kept:
            return found
        shown = {linea.id for linea in found} | self._kept
        return [linea for linea in proyecto.activos(LineaPlan) if linea.id in shown]

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        mine: dict[Id, bool] = {}  # whether it is new
        others = False
        for c in cambios:
            if c.entidad == LineaPlan.ENTIDAD:
                mine[c.id] = mine.get(c.id, False) or c.antes is None
            else:
                others = True
        if self._lines is not None:
            if len(mine) > MANY or (others and not self._filtro.vacio):  # a filter looks at other records too
                self._kept |= {identidad for identidad, new in mine.items() if new or identidad in self._place}
                self._forget()
            else:
                self._take(self._lines, mine)
        if any(c.entidad == DiaInhabil.ENTIDAD for c in cambios):
            self._ask_days()
        self._telling.start()

    def _take(self, lines: list[LineaPlan], changed: Mapping[Id, bool]) -> None:
        """Take a few changes over into the lines worked out before."""
        removed = False
        for identidad, new in changed.items():
            linea, place = self.line(identidad), self._place.get(identidad)
            if linea is None:
                removed = removed or place is not None
                continue
            if place is not None:
                lines[place] = linea
            elif new or self._filtro.vacio or self._admitted(linea):
                self._place[identidad] = len(lines)
                lines.append(linea)
            self._kept.add(identidad)
        if removed:
            self._lines = [linea for linea in lines if self.line(linea.id) is not None]
            self._place = {linea.id: place for place, linea in enumerate(self._lines)}

    def _admitted(self, linea: LineaPlan) -> bool:
        return bool(matching(self._project.proyecto, self._filtro, self._project.index, [linea]))

    def _ask_days(self) -> None:
        """Look up the holidays on a worker: the first of a session take a while."""
        snapshot, feriados, today = self._project.session.snapshot(), self._project.services.feriados, self._today()
        first, last = date(today.year - YEARS_AROUND, 1, 1), date(today.year + YEARS_AROUND, 12, 31)

        def look_up(_progress: object) -> DiasHabiles:
            days = DiasHabiles(snapshot, feriados)
            days.nombrados(first, last)
            return days

        task = self._runner.start(look_up)
        task.succeeded.connect(self._on_days)
        task.crashed.connect(self._project.crashed)

    def _on_days(self, days: DiasHabiles) -> None:
        if not isValid(self):  # the page went meanwhile
            return
        self._days = days
        self.days_known.emit()
