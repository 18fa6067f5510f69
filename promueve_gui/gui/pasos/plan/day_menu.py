"""All that stands on one day, as a menu: lines, other dates, and a new line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from promueve_gui.domain.fechas import fecha_larga

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QPoint

    from promueve_gui.application.review import Proximo
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.month_view import MonthView

MOST = 30


def show_day_menu(
    view: MonthView, globally: QPoint, dia: date, lines: Sequence[LineaPlan], others: Sequence[Proximo]
) -> None:
    """Show the menu of a day at a place of the screen; what is chosen in it is asked of ``view``."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(fecha_larga(dia)).setEnabled(False)
    for linea in lines[:MOST]:
        estado = f" ({linea.estado.etiqueta.lower()})" if linea.estado else ""
        action = menu.addAction(_plain(f"{linea.nombre or 'Actividad sin nombre'}{estado}"))
        action.triggered.connect(lambda _=False, identidad=linea.id: view.open_asked.emit(identidad))
    if len(lines) > MOST:
        menu.addAction(f"y {len(lines) - MOST} más, en la lista de actividades").setEnabled(False)
    if others:
        menu.addSeparator()
    for otro in others[:MOST]:
        action = menu.addAction(_plain(f"{otro.clase.etiqueta}: {otro.texto}"))
        action.triggered.connect(lambda _=False, o=otro: view.jump_asked.emit(o.entidad, o.id))
    menu.addSeparator()
    new = menu.addAction("Nueva actividad este día")
    new.setEnabled(view.editable)
    new.triggered.connect(lambda: view.create_asked.emit(dia))
    menu.popup(globally)


def _plain(text: str) -> str:
    """Return a text for a menu: an ampersand is a letter there, not a mark for a shortcut."""
    return " ".join(text.split()).replace("&", "&&")
