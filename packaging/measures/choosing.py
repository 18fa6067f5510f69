"""Choosing and proposing in the real window: 2,000 datasets and 500 groups, 20,000 lines, and the longest stall."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from measures.event_loop import StallWatch, idle_for, wait_until
from measures.large_plan import TINY, PlanSize, plan_of_years, promotable
from measures.large_project import size
from measures.real_window import real_window, wait_for_project
from measures.report import Figure
from measures.sampling import milliseconds, percentile
from promueve_gui import bootstrap
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan import PlanPage
from promueve_gui.gui.pasos.plan.page import DATA, PROPOSALS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.main_window import MainWindow

GROUPS = 500
MOST, MOST_STALL, MOST_PROPOSALS = 100.0, 50.0, 2_000.0
RUNS = 7
SETTLE_SECONDS = 1.5  # the search index warms up after the first review
COVERAGE = PROPOSALS + 1


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of the matrix, the coverage and the proposals."""
    wanted = replace(size(quick=quick), groups=GROUPS)
    lines = list(plan_of_years(wanted))
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        figures = _in_window(Path(name), lines, lambda page: _coverage(page, wanted.lines))
    datasets = TINY if quick else PlanSize()
    rules = bootstrap.build_recursos().load_perfil("vigente")
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        figures += _in_window(Path(name), [*promotable(datasets), *rules], lambda page: _choosing(page, datasets))
    return figures


def _in_window(folder: Path, records: Sequence[Registro], look: Callable[[PlanPage], list[Figure]]) -> list[Figure]:
    path = folder / "plan.promueve"
    bootstrap.build_opener().create(path, records)
    with real_window(folder) as window:
        window.opening.open(path)
        wait_for_project(window)
        return look(_page(window))


def _page(window: MainWindow) -> PlanPage:
    if window.wizard is None:
        raise LookupError
    window.wizard.jump(LineaPlan.ENTIDAD, "", "")
    page = window.findChild(PlanPage)
    if page is None:
        raise LookupError
    wait_until(lambda: page.watch.answered and not page.watch.pending())
    idle_for(SETTLE_SECONDS)
    wait_until(lambda: not page.runner.busy)
    return page


def _coverage(page: PlanPage, lines: int) -> list[Figure]:
    page.pages.setCurrentIndex(COVERAGE)
    idle_for(0.2)
    groups = _median(page.coverage.refresh)
    page.coverage.rows.setCurrentIndex(1)
    page.coverage.columns.setCurrentIndex(2)
    page.coverage.refresh()
    datasets = _median(page.coverage.refresh)
    return [
        Figure(name=f"Coverage of {lines:,} lines in the window: {GROUPS} groups by bimestre", ours=groups, most=MOST),
        Figure(name="  datasets by channel", ours=datasets, most=MOST),
    ]


def _choosing(page: PlanPage, wanted: PlanSize) -> list[Figure]:
    page.pages.setCurrentIndex(PROPOSALS)
    tab = page.proposals.proposals
    idle_for(0.2)
    watch = StallWatch()
    start = perf_counter()
    page.watch.ask()
    wait_until(lambda: not page.watch.pending())
    proposed, stall = 1000 * (perf_counter() - start), watch.stop()
    many = tab.model.total
    page.pages.setCurrentIndex(DATA)
    page.choosing.switch.setCurrentIndex(1)
    matrix = page.choosing.matrix
    if matrix is None:
        raise LookupError
    idle_for(0.2)
    matrix.table.setCurrentIndex(matrix.model.index(3, 3))
    marked = _median(matrix.table.toggle)
    name = f"Proposals for {wanted.datasets:,} datasets and {wanted.groups} groups in the window ({many:,} found)"
    return [
        Figure(name=name, ours=proposed, most=MOST_PROPOSALS),
        Figure(name="  longest stall meanwhile", ours=stall, most=MOST_STALL),
        Figure(name="  marking a criterion in the value matrix, proposals anew", ours=marked, most=MOST),
    ]


def _median(act: Callable[[], object]) -> float:
    return percentile([milliseconds(lambda: _painted(act)) for _ in range(RUNS)], 50)


def _painted(act: Callable[[], object]) -> None:
    act()
    QApplication.processEvents()
