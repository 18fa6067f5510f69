"""A document straight to a PDF file: pages made and painted, a little at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.impresion.composing import compose_steps
from promueve_gui.gui.impresion.pages import Pages
from promueve_gui.gui.impresion.paper import Typesetter
from promueve_gui.gui.impresion.pdf import pdf_steps
from promueve_gui.gui.theme import font

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from promueve_gui.application.print_model import Impreso

HALF = 500  # steps for making the pages, and as many for painting them


def write_steps(document: Impreso, path: Path) -> Generator[tuple[int, int], None, None]:
    """Write ``document`` to ``path``, whole or not at all. Raises ``UserError`` («exportacion_fallida»)."""
    pages = Pages(document, Typesetter(font()))
    for done, total in compose_steps(pages):
        yield HALF * done // max(total, 1), 2 * HALF
    for done, total in pdf_steps(pages, path):
        yield HALF + HALF * done // total, 2 * HALF
