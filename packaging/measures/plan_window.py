"""The views of a plan of five years in the real window: switching, filtering as one types, carrying a line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from measures.event_loop import StallWatch, idle_for
from measures.large_plan import YEARS, plan_of_years
from measures.large_project import size
from measures.real_window import real_window, wait_for_project
from measures.report import Figure
from measures.sampling import milliseconds, percentile
from measures.usage import peak_mebibytes
from promueve_gui import bootstrap
from promueve_gui.application.plan_filter import FiltroPlan
from promueve_gui.domain.fechas import add_days
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea
from promueve_gui.gui.pasos.plan import PlanPage
from promueve_gui.gui.pasos.plan.vistas.lines_panel import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.main_window import MainWindow
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.pasos.plan.vistas.shared_lines import SharedLines

GROUPS = 500
MOST, MOST_STALL = 100.0, 50.0
SETTLE_SECONDS = 0.4
TURNS = 6  # of the event loop until all is painted, once it is worked out
TYPED = ("salud", "oaxaca", "escolar")


@dataclass
class Looked:
    """What looking took in one view, in milliseconds: coming to it, filtering, carrying, and the longest stall."""

    name: str
    first: float = 0.0
    switches: list[float] = field(default_factory=list)
    filters: list[float] = field(default_factory=list)
    carried: list[float] = field(default_factory=list)
    stall: float = 0.0


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of each view."""
    wanted = replace(size(quick=quick), groups=GROUPS)
    runs = 2 if quick else 8
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        folder = Path(name)
        path = folder / "plan.promueve"
        bootstrap.build_opener().create(path, plan_of_years(wanted))
        with real_window(folder) as window:
            idle = _idle(quick=quick)
            window.opening.open(path)
            wait_for_project(window)
            before = peak_mebibytes()
            page = _page(window)
            idle_for(SETTLE_SECONDS)
            looked = [_look(page.lines, tipo.KEY, tipo.NAME, runs) for tipo in VIEWS]
    figures = [Figure(name=f"A plan of {wanted.lines:,} lines over {YEARS} years in the window", ours=idle, bare=idle)]
    for view in looked:
        figures += _figures(view, idle)
    return [*figures, Figure(name="  peak of memory with all views", ours=peak_mebibytes(), bare=before, unit="MiB")]


def _figures(view: Looked, idle: float) -> list[Figure]:
    return [
        Figure(name=f"  {view.name}: built and shown for the first time", ours=view.first),
        Figure(name="    switching to it: p99", ours=percentile(view.switches, 99), most=MOST),
        Figure(name="    filtering as one types: p99", ours=percentile(view.filters, 99), most=MOST),
        Figure(name="    carrying a line, committed: p99", ours=percentile(view.carried, 99), most=MOST),
        Figure(name="    longest stall meanwhile", ours=view.stall, bare=idle, most=MOST_STALL),
    ]


def _idle(*, quick: bool) -> float:
    watch = StallWatch()
    idle_for(0.1 if quick else 1.0)
    return watch.stop()


def _page(window: MainWindow) -> PlanPage:
    if window.wizard is None:
        raise LookupError
    window.wizard.jump(LineaPlan.ENTIDAD, "", "")
    page = window.findChild(PlanPage)
    if page is None:
        raise LookupError
    return page


def _look(panel: LinesPanel, key: str, name: str, runs: int) -> Looked:
    lines = panel.desk.lines
    looked = Looked(name, first=_timed(lines, lambda: panel.show_view(key)))
    other = "tabla" if key != "tabla" else "tablero"
    idle_for(SETTLE_SECONDS)
    stalls: list[float] = []

    def timed(act: Callable[[], object]) -> float:
        watch = StallWatch()
        took = _timed(lines, act)
        stalls.append(watch.stop())
        idle_for(0.02)
        return took

    for _ in range(runs):
        panel.show_view(other)
        idle_for(0.05)
        looked.switches.append(timed(partial(panel.show_view, key)))
    typed = [word[:length] for word in TYPED for length in range(1, len(word) + 1)]
    filters = [*(FiltroPlan(texto=word) for word in typed), FiltroPlan(estado=frozenset({EstadoLinea.IDEA}))]
    looked.filters = [timed(partial(lines.set_filter, filtro)) for filtro in filters]
    lines.set_filter(FiltroPlan())
    idle_for(SETTLE_SECONDS)
    lineas = [linea for linea in lines.lines() if linea.fecha is not None]
    for n in range(runs):
        linea = lineas[n * 997 % len(lineas)]
        day = add_days(linea.fecha or panel.desk.context.services.today(), 1 + n)
        looked.carried.append(timed(partial(panel.desk.actions.move, [linea.id], day)))
        idle_for(SETTLE_SECONDS)  # the review follows, as it does when people pause
    looked.stall = max(stalls)
    return looked


def _timed(lines: SharedLines, act: Callable[[], object]) -> float:
    """Return how long it takes until everything that follows is on screen."""

    def whole() -> None:
        act()
        while not lines.settled:
            QApplication.processEvents()
        for _ in range(TURNS):
            QApplication.processEvents()

    return milliseconds(whole)
