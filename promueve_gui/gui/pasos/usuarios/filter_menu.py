"""The filters of the list, reached from beside it: one menu of them, and what is in force in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.texto import contado
from promueve_gui.gui.widgets.parts import tool
from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.widgets.record_list import RecordList

FILTERS = ("clase", "area", "ejes")


class FilterMenu:
    """Sets the filters of a list; they are the list's own, so that both always agree."""

    def __init__(self, context: Context, records: RecordList) -> None:
        """Take the list."""
        self._records = records
        self.button: QToolButton = tool(
            "Filtrar los grupos por clase, área o eje", context.icon("filter-variant"), self._open
        )

    def said(self) -> str:
        """Say what is in force: «12 de 44 grupos (Clase: Gobierno; búsqueda: agua)»."""
        model = self._records.model
        shown, total = model.rowCount(), model.total()
        if not total:
            return "Aquí aparecerán los grupos de la lista"
        groups = contado(total, "grupo", "grupos")
        if not model.narrowed:
            return groups
        parts = [f"{_label(nombre)}: {text}" for nombre, text in self._records.narrowing().items()]
        if query := self._records.search.text().strip():
            parts.append(f"búsqueda: {query}")
        return f"{shown:,} de {groups} ({'; '.join(parts)})" if parts else f"{shown:,} de {groups}"

    def _open(self) -> None:
        menu = self.menu()
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Return the menu, as the project is now."""
        menu = QMenu(self.button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        in_force = self._records.narrowing()
        for nombre in FILTERS:
            self._add_filter(menu.addMenu(_label(nombre)), nombre, in_force.get(nombre))
        menu.addSeparator()
        clear = menu.addAction("Quitar búsqueda y filtros")
        clear.setEnabled(self._records.model.narrowed)
        clear.triggered.connect(lambda _: self._records.clear())
        return menu

    def _add_filter(self, menu: QMenu, nombre: str, current: str | None) -> None:
        every = menu.addAction("Todos")
        every.setCheckable(True)
        every.setChecked(current is None)
        every.triggered.connect(lambda _: self._records.narrow(nombre, None))
        menu.addSeparator()
        for choice in self._records.choices(nombre):
            action = menu.addAction(plain_caption(choice[1]))
            action.setCheckable(True)
            action.setChecked(choice[1] == current)
            action.triggered.connect(lambda _=False, choice=choice: self._records.narrow(nombre, choice))


def _label(nombre: str) -> str:
    return campos(GrupoUsuarios)[nombre].etiqueta
