"""What a menu offers to look at a content as it will be, or to take it out: to a document, or to the clipboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from promueve_gui.application.content_formats import FRAGMENTO, TEXTO, formatos_de
from promueve_gui.gui.asking import COPY, LOOK

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from promueve_gui.domain.contenidos import Contenido

PREVIEW = "Vista previa…"
COPIES = ((FRAGMENTO.clave, "Copiar como HTML"), (TEXTO.clave, "Copiar como texto"))


def add_outputs(menu: QMenu, contenido: Contenido, ask: Callable[[str], object]) -> None:
    """Add them to ``menu``; ``ask`` is told what is wanted by the name that the window knows it by."""
    menu.addSeparator()
    look = menu.addAction(PREVIEW)
    look.setEnabled(contenido.tipo is not None)
    look.triggered.connect(lambda _: ask(preview_of(contenido)))
    formats = menu.addMenu("Exportar como")
    formats.addAction("Word…").triggered.connect(lambda _: ask(f"word:{contenido.id}"))
    for formato in formatos_de(contenido):
        wanted = f"{formato.clave}:{contenido.id}"
        formats.addAction(formato.menu).triggered.connect(partial(_ask, ask, wanted))
    for clave, text in COPIES:
        menu.addAction(text).triggered.connect(partial(_ask, ask, f"{COPY}{clave}:{contenido.id}"))


def preview_of(contenido: Contenido) -> str:
    """Return the name by which the window knows what a content will look like on paper."""
    return f"{LOOK}word:{contenido.id}"


def _ask(ask: Callable[[str], object], wanted: str, _checked: object = None) -> None:
    ask(wanted)
