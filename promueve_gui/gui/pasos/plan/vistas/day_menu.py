"""All that stands on one day, as a menu: lines, other dates, and a new line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from promueve_gui.application.review import Proximo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan

MOST = 30


@frozen
class DayActions:
    """What can be chosen: a line, another record by table and identity, a new line (``None`` when not allowed)."""

    open_line: Callable[[Id], object]
    jump: Callable[[str, Id], object]
    create: Callable[[date], object] | None


def make_day_menu(
    parent: QWidget, actions: DayActions, dia: date, lines: Sequence[LineaPlan], others: Sequence[Proximo]
) -> QMenu:
    """Return the menu of a day, which goes away by itself once it was closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(fecha_larga(dia)).setEnabled(False)
    for linea in lines[:MOST]:
        estado = f" ({linea.estado.etiqueta.lower()})" if linea.estado else ""
        action = menu.addAction(_plain(f"{linea.titulo_visible}{estado}"))
        action.triggered.connect(lambda _=False, identidad=linea.id: actions.open_line(identidad))
    if len(lines) > MOST:
        menu.addAction(f"y {len(lines) - MOST} más, en la lista de actividades").setEnabled(False)
    if others:
        menu.addSeparator()
    for otro in others[:MOST]:
        action = menu.addAction(_plain(f"{otro.clase.etiqueta}: {otro.texto}"))
        action.triggered.connect(lambda _=False, o=otro: actions.jump(o.entidad, o.id))
    menu.addSeparator()
    new = menu.addAction("Nueva actividad este día")
    new.setEnabled(actions.create is not None)
    new.triggered.connect(lambda: actions.create and actions.create(dia))
    return menu


def _plain(text: str) -> str:
    """Return a text for a menu: an ampersand is a letter there, not a mark for a shortcut."""
    return " ".join(text.split()).replace("&", "&&")
