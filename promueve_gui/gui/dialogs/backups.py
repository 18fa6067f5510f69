"""The backups of a project, and putting one in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener

PATH = Qt.ItemDataRole.UserRole
REASONS = {
    "dia": "primer cambio del día",
    "importacion": "antes de importar",
    "consolidacion": "antes de consolidar",
    "recepcion": "antes de recibir lo devuelto",
    "restauracion": "antes de restaurar otro respaldo",
    "migracion": "antes de actualizar el proyecto",
}
HINT = (
    "Promueve guarda copias en la carpeta «respaldos», junto al proyecto: una por día y una antes de cada cambio "
    "grande. Al restaurar una, el proyecto de ahora se conserva también como respaldo."
)


class BackupsDialog(PlainDialog):
    """Lists the good backups, newest first."""

    restore_asked = Signal(object)  # Path of the backup

    def __init__(self, parent: QWidget, opener: ProjectOpener, path: Path) -> None:
        """List the backups of the project at ``path``."""
        super().__init__(parent, "Respaldos", 620, 440, HINT)
        self.list = QListWidget()
        self.list.setAccessibleName("Respaldos")
        for respaldo in opener.backups(path):
            reason = REASONS.get(respaldo.motivo, respaldo.motivo)
            item = QListWidgetItem(f"{respaldo.momento:%d/%m/%Y %H:%M}  ·  {reason}")
            item.setData(PATH, respaldo.path)
            self.list.addItem(item)
        self.restore = button("Restaurar", self._restore, "primario")
        self.restore.setEnabled(self.list.count() > 0)
        self.list.setCurrentRow(0)  # the newest, and seen to be chosen
        self.body.addWidget(self.list, 1)
        self.list.setFocus()
        if self.list.count() == 0:
            self.list.hide()
            self.body.addWidget(label("Todavía no hay respaldos de este proyecto.", "secundario"))
            self.body.addStretch(1)
        self.buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)

    def _restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.restore_asked.emit(item.data(PATH))
