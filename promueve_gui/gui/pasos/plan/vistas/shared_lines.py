"""The lines that every view of the plan shows: what the filter admits, worked out once for all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from promueve_gui.application.line_days import falls_on
from promueve_gui.application.plan_filter import FiltroPlan, matching
from promueve_gui.application.plan_lines import by_date, in_order
from promueve_gui.application.plan_views import put_in_order
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.alusiones import aludidas
from promueve_gui.domain.fechas import DIAS_SEMANA, es_habil
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import AreaGeneradora, DiaInhabil
from promueve_gui.domain.plan import LineaPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner

    Changed = tuple[LineaPlan | None, LineaPlan | None]  # before and after; None where it is not shown

MANY = 200  # past this many changes at once everything is worked out anew
YEARS_AROUND = 2
# The tables of what lines name, and of the areas that what they name is of.
NAMED = frozenset({AreaGeneradora.ENTIDAD, *(campo.destino for campo in campos(LineaPlan).values() if campo.destino)})
DONE = object()


class SharedLines(QObject):
    """The lines in use that the filter admits, by date and name, and how they came to be what they are.

    Those made or changed since the filter was set stay: nothing vanishes under one's hand.
    """

    renewed = Signal()  # other lines, or the same ones say something else
    filter_changed = Signal()
    saved_changed = Signal()  # which saved view was chosen
    days_known = Signal()  # holidays and closures

    def __init__(self, project: Project, runner: TaskRunner, today: Callable[[], date], parent: QObject) -> None:
        """Admit everything."""
        super().__init__(parent)
        self._project, self._runner, self._today = project, runner, today
        self._filtro = FiltroPlan()
        self._saved: Id | None = None
        self.generation = 0  # of what is admitted: it grows whenever that is worked out anew
        self._kept: set[Id] = set()
        self._all: list[LineaPlan] | None = None  # every line in use, in order
        self._lines: list[LineaPlan] | None = None  # those admitted; the same list where that is all of them
        self._known: dict[Id, LineaPlan] | None = None  # the lines admitted, made when first asked for
        self._preparing: Iterator[None] = iter(())  # what is still to be done before views are told of other lines
        self._prepare_view: Callable[[], Iterator[None]] = lambda: iter(())
        self._changes: list[Changed] = []  # since the last generation
        self._days: DiasHabiles | None = None
        # Many lines may change at once; views are told once, when the dust has settled.
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell)
        self._days_asked = QTimer(self, singleShot=True, interval=0)
        self._days_asked.timeout.connect(self._ask_days)
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

    @property
    def saved(self) -> Id | None:
        """Return the saved view that was chosen last."""
        return self._saved

    def set_saved(self, identidad: Id) -> None:
        """Note that a saved view was chosen."""
        self._saved = identidad
        self.saved_changed.emit()

    def lines(self) -> Sequence[LineaPlan]:
        """Return the lines admitted, by date and name, undated ones last."""
        if self._lines is None:
            self._lines = self._work_out()
        return self._lines

    def prepare_view(self, prepare: Callable[[], Iterator[None]]) -> None:
        """Have a view get ready for other lines before it is told of them, a part in each turn of the event loop."""
        self._prepare_view = prepare

    @property
    def settled(self) -> bool:
        """Tell whether views have been told of the lines as they are."""
        return not self._telling.isActive()

    @property
    def ready(self) -> bool:
        """Tell whether the lines are worked out; if not, they will be before ``renewed`` tells of them."""
        return self._lines is not None

    def between(self, first: date, last: date) -> Sequence[LineaPlan]:
        """Return those of the lines admitted whose days touch a stretch of time."""
        lines = self.lines()
        begin = bisect_left(lines, first, key=lambda linea: linea.fecha or date.max)
        end = bisect_right(lines, last, lo=begin, key=lambda linea: linea.fecha or date.max)
        before = [linea for linea in lines[:begin] if (fin := linea.fecha_fin) is not None and fin >= first]
        return [*before, *lines[begin:end]]

    def undated(self) -> Sequence[LineaPlan]:
        """Return those of the lines admitted that have no date."""
        lines = self.lines()
        return lines[bisect_left(lines, True, key=lambda linea: linea.fecha is None) :]

    @property
    def version(self) -> tuple[int, int]:
        """Return what names the present state of the lines."""
        return self.generation, len(self._changes)

    def changes_since(self, version: tuple[int, int]) -> Sequence[Changed] | None:
        """Return the lines before and after each change since a version; ``None`` when all was worked out anew."""
        return self._changes[version[1] :] if version[0] == self.generation else None

    def line(self, identidad: Id | None) -> LineaPlan | None:
        """Return a line as it is now, admitted or not; ``None`` when it is not in use."""
        linea = self._project.proyecto.get(LineaPlan, identidad)
        return linea if linea is not None and linea.activo else None

    def lines_of(self, ids: Iterable[Id]) -> list[LineaPlan]:
        """Return lines as they are now."""
        return [linea for linea in map(self.line, ids) if linea is not None]

    def admits(self, identidad: Id) -> bool:
        """Tell whether a line is shown."""
        if self._known is None:
            self._known = {linea.id: linea for linea in self.lines()}
        return identidad in self._known

    def keep(self, identidad: Id) -> None:
        """Show a line whatever the filter, until another one is set."""
        if not self.admits(identidad):
            self._kept.add(identidad)
            self._forget()
            self._telling.start()

    def total(self) -> int:
        """Return how many lines there are, admitted or not."""
        return len(self._every())

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

    def _tell(self) -> None:
        """Tell that there are other lines; first, what that takes is done, a part in each turn of the event loop."""
        if next(self._preparing, DONE) is DONE:
            self.renewed.emit()
        else:
            self._telling.start()

    def _parts(self) -> Iterator[None]:
        """Work the lines out, with a pause wherever others may have their turn."""
        every = self._every()
        yield
        if self._filtro.texto:
            yield from self._project.index.gather(every)
        self.lines()
        yield
        yield from self._prepare_view()

    def _forget(self) -> None:
        self._lines = self._known = None
        self._preparing = self._parts()
        self._changes = []
        self.generation += 1

    def _every(self) -> list[LineaPlan]:
        if self._all is None:
            self._all = in_order(self._project.proyecto.activos(LineaPlan))
        return self._all

    def _work_out(self) -> list[LineaPlan]:
        if self._filtro.vacio:
            return self._every()
        found = matching(self._project.proyecto, self._filtro, self._project.index, self._every())
        if not self._kept:
            return found
        shown = {linea.id for linea in found} | self._kept
        return [linea for linea in self._every() if linea.id in shown]

    def _on_changed(self, cambios: Sequence[Cambio]) -> None:
        mine: dict[Id, dict[str, Valor]] = {}  # what each line said before, where it says something else now
        new: set[Id] = set()
        for c in cambios:
            if c.entidad == LineaPlan.ENTIDAD:
                mine[c.id] = {**(c.antes or {}), **mine.get(c.id, {})}
                if c.antes is None:
                    new.add(c.id)
            elif c.entidad == DiaInhabil.ENTIDAD:
                self._days_asked.start()
        others = bool(aludidas(cambios) & NAMED)  # views and filters look at the names of other records too
        if len(mine) > MANY or self._lines is None or others:
            if mine:
                self._kept |= new | {linea.id for linea in self._lines or () if linea.id in mine}
                self._all = None
            self._forget()
        elif mine:
            self._take(self._lines, mine, new)
        else:
            return
        self._telling.start()

    def _take(self, lines: list[LineaPlan], changed: Mapping[Id, Mapping[str, Valor]], new: Container[Id]) -> None:
        """Take a few changes over into the lines worked out before."""
        every = self._every()
        for identidad, antes in changed.items():
            was, now = self._as_it_was(every, identidad, antes), self.line(identidad)
            before = was if was is not None and _place(lines, was) >= 0 else None
            anyway = before is not None or identidad in new or self._filtro.vacio
            shown = now is not None and (anyway or self._admitted(now))
            if every is not lines:
                _exchange(every, was, now)
            _exchange(lines, before, now if shown else None)
            if shown:
                self._kept.add(identidad)
            if before is not None or shown:
                self._changes.append((before, now if shown else None))
        self._known = None

    def _as_it_was(self, every: Sequence[LineaPlan], identidad: Id, antes: Mapping[str, Any]) -> LineaPlan | None:
        """Return a line as it was worked out, found by halving: looking at all of them takes too long."""
        now = self._project.proyecto.get(LineaPlan, identidad)
        if now is None:
            return next((linea for linea in every if linea.id == identidad), None)
        then = replace(now, fecha=antes.get("fecha", now.fecha), nombre=antes.get("nombre", now.nombre))
        place = _place(every, then)
        return every[place] if place >= 0 else None

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


def _place(lines: Sequence[LineaPlan], linea: LineaPlan) -> int:
    """Return where a line stands among lines in order, -1 when it does not."""
    place = bisect_left(lines, by_date(linea), key=by_date)
    return place if place < len(lines) and lines[place].id == linea.id else -1


def _exchange(lines: list[LineaPlan], before: LineaPlan | None, now: LineaPlan | None) -> None:
    """Take a line out as it was, and put it in as it is."""
    if before is not None:
        put_in_order(lines, before, present=False)
    if now is not None:
        put_in_order(lines, now, present=True)
