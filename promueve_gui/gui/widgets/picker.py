"""Choosing records from a searchable list: one, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from promueve_gui.domain.ficha import Tipo
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import column, label
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Campo, Id
    from promueve_gui.gui.project import Project

IDENTITY = Qt.ItemDataRole.UserRole


class PickerDialog(QDialog):
    """A list of the records of one kind, with search; boxes to tick when several may be chosen."""

    def __init__(self, parent: QWidget, project: Project, campo: Campo, chosen: tuple[Id, ...]) -> None:
        """List the records that the field may point at, those chosen first."""
        super().__init__(parent)
        self._project = project
        self._several = campo.tipo is Tipo.REFERENCIAS
        self._tipo = POR_ENTIDAD[campo.destino]
        self._chosen = dict.fromkeys(chosen)
        self.setWindowTitle(f"Elegir: {campo.etiqueta}")
        self.resize(560, 480)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(f"Buscar en {self._tipo.PLURAL}")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setAccessibleName(campo.etiqueta)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.itemActivated.connect(self._on_activated)
        self.count = label("", "menor")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Elegir")
        buttons.button(QDialogButtonBox.StandardButton.Ok).setObjectName("primario")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText("Cancelar")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.setLayout(column(self.search, self.list, self.count, buttons, margins=2 * GRID))
        self._fill("")

    def chosen(self) -> tuple[Id, ...]:
        """Return the identities chosen."""
        if self._several:
            return tuple(self._chosen)
        row = self.list.currentRow()
        return () if row < 0 else (self.list.item(row).data(IDENTITY),)

    def _fill(self, query: str) -> None:
        found = self._project.index.matching(self._project.proyecto.activos(self._tipo), query)
        found.sort(key=lambda registro: (registro.id not in self._chosen, plegar(registro.titulo)))
        self.list.blockSignals(True)  # Qt's signature
        self.list.clear()
        for registro in found:
            item = QListWidgetItem(registro.titulo or "(sin nombre)")
            item.setData(IDENTITY, registro.id)
            item.setToolTip(plain_tip(registro.titulo))
            if self._several:
                ticked = registro.id in self._chosen
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if not self._several and registro.id in self._chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)  # Qt's signature
        self._tell(len(found))

    def _tell(self, found: int) -> None:
        text = f"{found} {self._tipo.PLURAL if found != 1 else self._tipo.SINGULAR}"
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


def pick_records(parent: QWidget, project: Project, campo: Campo, chosen: tuple[Id, ...]) -> tuple[Id, ...] | None:
    """Ask for records; ``None`` when the user thought better of it."""
    dialog = PickerDialog(parent, project, campo, chosen)
    try:
        return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()
