"""A document to a PDF file where there is no window, such as from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.impresion.document import write_steps
from promueve_gui.gui.widgets.application import application

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.print_model import Impreso


def write_pdf(document: Impreso, path: Path, progress: Progress) -> None:
    """Write ``document`` to ``path``, whole or not at all; on the main thread. Raises ``UserError``."""
    with application():
        for done, total in write_steps(document, path):
            progress(done, total)
