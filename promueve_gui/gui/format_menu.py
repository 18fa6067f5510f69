"""What a menu offers of formats other than Word, for all contents; and the template that presentations are made on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from promueve_gui.application.content_formats import FORMATOS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

NEWS, TEMPLATE = ("novedades", "Novedades por correo…"), ("plantilla", "Plantilla de presentaciones…")


def fill_formats(menu: QMenu, ask: Callable[[str], object], *, news: bool) -> None:
    """Fill a menu; ``ask`` is told what is wanted by the name that the window knows it by."""
    menu.setToolTipsVisible(True)
    for formato in FORMATOS:
        action = menu.addAction(f"{formato.titulo}…")
        action.setToolTip(formato.descripcion)
        action.triggered.connect(partial(_ask, ask, formato.clave))
    for name, text in (NEWS, TEMPLATE) if news else (TEMPLATE,):
        menu.addSeparator()
        menu.addAction(text).triggered.connect(partial(_ask, ask, name))


def _ask(ask: Callable[[str], object], wanted: str, _checked: object = None) -> None:
    ask(wanted)
