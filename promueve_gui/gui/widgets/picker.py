"""Choosing records from a searchable list: one, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from promueve_gui.domain.ficha import Tipo
from promueve_gui.domain.flow import paso_de
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.widgets.parts import column, label
from promueve_gui.gui.widgets.quick_add import QuickAdd
from promueve_gui.gui.widgets.search_box import SearchBox
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Campo, Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

IDENTITY = Qt.ItemDataRole.UserRole
MOVES = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PickerDialog(QDialog):
    """A list of the records of one kind, with search; boxes to tick when several may be chosen."""

    def __init__(
        self, parent: QWidget, context: Context, project: Project, campo: Campo, chosen: tuple[Id, ...]
    ) -> None:
        """List the records that the field may point at, those chosen first."""
        super().__init__(parent)
        self._project = project
        self._several = campo.tipo is Tipo.REFERENCIAS
        self._tipo = POR_ENTIDAD[campo.destino]
        self._chosen = dict.fromkeys(chosen)
        self._taken_away = False
        self.setWindowTitle(f"Elegir: {campo.etiqueta}")
        fit(self, 560, 480)
        self.search = SearchBox(context, f"Buscar en {self._tipo.PLURAL}")
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(campo.etiqueta)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.count = label("", "menor")
        self.empty = label(_nothing_yet(self._tipo), "secundario", wrap=True)
        self.new = QuickAdd(project, self._tipo)
        self.new.added.connect(self._on_added)
        self._done = QPushButton("Elegir")
        self._done.setObjectName("primario")
        self._done.setDefault(True)
        lay_out(self, column(self.search, self.list, self.count, self.empty, self.new), self._make_buttons())
        self._fill("")

    def chosen(self) -> tuple[Id, ...]:
        """Return the identities chosen; of one that may be chosen, nothing only when it was taken away."""
        if self._several:
            return tuple(self._chosen)
        return () if self._taken_away else tuple(item.data(IDENTITY) for item in self.list.selectedItems())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move and choose in the list do so from the search field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            selected = self.list.selectedItems()
            if event.key() in MOVES:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in ENTER and selected and (self.search.text() or not self._several):
                self._on_activated(selected[0])
                self.search.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()  # with buttons of our own: the standard ones bring the system's icons
        buttons.addButton(self._done, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        if self._chosen and not self._several:
            remove = buttons.addButton("Quitar", QDialogButtonBox.ButtonRole.ResetRole)
            remove.setAutoDefault(False)
            remove.clicked.connect(self._take_away)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _take_away(self) -> None:
        self._taken_away = True
        self.accept()

    def _fill(self, query: str) -> None:
        every = self._project.proyecto.activos(self._tipo)
        found = self._project.index.matching(every, query)
        found.sort(key=lambda registro: (registro.id not in self._chosen, plegar(registro.titulo)))
        self.list.blockSignals(True)  # Qt's signature
        self.list.clear()
        for registro in found:
            self.list.addItem(self._item(registro))
        if found and (len(found) == 1 or (not self._several and found[0].id in self._chosen)):
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)  # Qt's signature
        self.empty.setHidden(bool(every))
        self.count.setHidden(not every)
        self.new.suggest("" if found else query.strip())
        self._on_selected()
        self._tell(len(found))

    def _item(self, registro: Registro) -> QListWidgetItem:
        item = QListWidgetItem(registro.titulo_breve)
        item.setData(IDENTITY, registro.id)
        item.setToolTip(plain_tip(registro.titulo))
        if self._several:
            ticked = registro.id in self._chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _on_selected(self) -> None:
        self._done.setEnabled(self._several or bool(self.list.selectedItems()))

    def _on_added(self, identidad: Id) -> None:
        """Choose what was just made; where several may be chosen, the list stays for more."""
        if not self._several:
            self._chosen.clear()
        self._chosen[identidad] = None
        self.search.clear()
        self._fill("")
        if not self._several:
            self.accept()

    def _tell(self, found: int) -> None:
        text = contado(found, self._tipo.SINGULAR, self._tipo.PLURAL)
        if self._several:
            text += f" · marcados: {len(self._chosen)}" if self._chosen else " · marque lo que corresponda"
        self.count.setText(text)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        if item.checkState() is Qt.CheckState.Checked:
            self._chosen[item.data(IDENTITY)] = None
        else:
            self._chosen.pop(item.data(IDENTITY), None)
        self._tell(self.list.count())

    def _on_activated(self, item: QListWidgetItem) -> None:
        if self._several:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        else:
            self.accept()


def _nothing_yet(tipo: type[Registro]) -> str:
    add = "agréguelas" if tipo.FEMENINO else "agréguelos"
    return f"Todavía no hay {tipo.PLURAL}; {add} en la página «{paso_de(tipo.ENTIDAD).nombre}»."


def pick_records(
    parent: QWidget, context: Context, project: Project, campo: Campo, chosen: tuple[Id, ...]
) -> tuple[Id, ...] | None:
    """Ask for records; ``None`` when the user thought better of it."""
    dialog = PickerDialog(parent, context, project, campo, chosen)
    try:
        return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()
