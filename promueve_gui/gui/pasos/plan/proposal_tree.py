"""The tree of proposals: groups that fold, several rows chosen at once, and a place that is kept when it is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from promueve_gui.application.proposals import LineaPropuesta
    from promueve_gui.gui.pasos.plan.proposal_model import ProposalModel

WIDTHS = (300, 90, 190, 130, 150, 140)
INDENT = 14


class ProposalTree(QTreeView):
    """Shows a ``ProposalModel``."""

    accept_asked = Signal()
    edit_asked = Signal()
    dismiss_asked = Signal()

    def __init__(self, model: ProposalModel) -> None:
        """Show ``model``, every group open."""
        super().__init__()
        self._model = model
        self._folded: set[str] = set()  # the titles of the groups that the user closed
        self.setModel(model)
        self.setObjectName("arbol")
        self.setAccessibleName("Propuestas")
        self.setIndentation(INDENT)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, pixels in enumerate(WIDTHS):
            self.setColumnWidth(column, pixels)
        self.customContextMenuRequested.connect(self._show_menu)
        self.collapsed.connect(lambda index: self._folded.add(self._title(index)))
        self.expanded.connect(lambda index: self._folded.discard(self._title(index)))

    def chosen(self) -> list[LineaPropuesta]:
        """Return the chosen proposals; a group stands for all of its own."""
        found: dict[str, LineaPropuesta] = {}
        for index in self.selectionModel().selectedRows():
            found.update((one.clave, one) for one in self._model.proposals_at(index))
        return list(found.values())

    def keeping_place(self, change: Callable[[], None]) -> None:
        """Change the rows; cursor, choice, folded groups and scrolling stay where they were, or close by."""
        before = self._model.shown()
        here = self._model.proposals_at(self.currentIndex())
        clave = here[0].clave if here else ""
        place = next((place for place, one in enumerate(before) if one.clave == clave), -1)
        chosen = {one.clave for one in self.chosen()}
        scrolled = self.verticalScrollBar().value()
        change()
        self._unfold()
        shown = self._model.shown()
        claves = {one.clave for one in shown}
        if place >= 0 and shown:
            near = clave if clave in claves else shown[min(place, len(shown) - 1)].clave
            index = self._model.index_of(near)
            self.setCurrentIndex(index)
            for other in (chosen & claves) - {near}:
                self.selectionModel().select(self._model.index_of(other), _ADD)
        self.verticalScrollBar().setValue(scrolled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept, accept and edit, or dismiss with a key; the rest is Qt's."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        keys = {Qt.Key.Key_A: self.accept_asked, Qt.Key.Key_E: self.edit_asked, Qt.Key.Key_Delete: self.dismiss_asked}
        asked = keys.get(Qt.Key(event.key())) if plain else None
        if asked is None:
            super().keyPressEvent(event)
        else:
            asked.emit()

    def _unfold(self) -> None:
        for row, group in enumerate(self._model.groups()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)  # Qt's own
            self.setExpanded(self._model.index(row, 0), group.titulo not in self._folded)

    def _title(self, index: QModelIndex) -> str:
        return self._model.groups()[index.row()].titulo

    def _show_menu(self, position: QPoint) -> None:
        if not self.chosen():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, asked in (
            ("Aceptar\tA", self.accept_asked),
            ("Aceptar y editar\tE", self.edit_asked),
            ("Descartar…\tSupr", self.dismiss_asked),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, asked=asked: asked.emit())
        menu.popup(self.viewport().mapToGlobal(position))


_ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
