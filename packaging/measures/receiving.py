"""Returned workbooks received in the real window, run as a process: how long it takes, how long nothing answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from measures import usage
from measures.event_loop import StallWatch, idle_for, wait_until
from measures.real_window import real_window, wait_for_project
from measures.sampling import milliseconds
from promueve_gui.domain.flow import USUARIOS
from promueve_gui.gui.dialogs.return_preview import ReturnPreview

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.gui.main_window import MainWindow

PATIENCE = 1800.0  # seconds
SETTLE_SECONDS = 1.0


def main(arguments: Sequence[str]) -> None:
    """Receive the files, after the project that comes first, with the list of groups open; print what it took."""
    project, *paths = map(Path, arguments)
    with real_window(project.parent) as window:
        window.opening.open(project)
        wait_for_project(window)
        if window.wizard is None:
            raise LookupError
        window.wizard.go(USUARIOS)
        idle = _longest(lambda: idle_for(SETTLE_SECONDS))
        wall: list[float] = []
        stall = _longest(lambda: wall.append(milliseconds(lambda: _receive(window, paths))))
        peak = usage.peak_mebibytes()
    print(json.dumps({"stall": stall, "idle": idle, "wall": wall[0], "peak": peak}))


def _receive(window: MainWindow, paths: Sequence[Path]) -> None:
    """Drop the files, take what is certain as soon as it is shown, and wait until the review has followed."""
    window.import_files(list(paths))
    wait_until(lambda: _shown() is not None, PATIENCE)
    idle_for(SETTLE_SECONDS)
    shown, project = _shown(), window.project
    if shown is None or project is None:
        raise LookupError
    before = project.overview
    shown.go.click()
    wait_until(lambda: project.overview is not before and not window.runner.busy, PATIENCE)


def _shown() -> ReturnPreview | None:
    widget = QApplication.activeModalWidget()
    return widget if isinstance(widget, ReturnPreview) else None


def _longest(work: Callable[[], None]) -> float:
    watch = StallWatch()
    work()
    return watch.stop()
