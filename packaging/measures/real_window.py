"""The real window on a project, for measures that need one; offscreen unless the environment says otherwise."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from measures.event_loop import wait_until
from promueve_gui import bootstrap
from promueve_gui.gui.app import make_application, make_window
from promueve_gui.gui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.gui.main_window import MainWindow


@contextmanager
def real_window(folder: Path) -> Iterator[MainWindow]:
    """Give the window, shown on its start screen; it keeps its settings in ``folder``."""
    app = make_application()
    window = make_window(bootstrap.build_services(), Settings(folder / "ventana.ini"))
    window.show()
    app.processEvents()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        app.processEvents()


def wait_for_project(window: MainWindow) -> None:
    """Wait until a project is open, its first review shown and nothing more is being worked out."""
    wait_until(lambda: window.project is not None and window.project.overview is not None and not window.runner.busy)
