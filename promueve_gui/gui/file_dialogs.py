"""Qt's dialog for files and folders, in our words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Qt's own dialog, for desktops without one, is translated in part only, and says «fichero».
FILE_LABELS = {
    QFileDialog.DialogLabel.LookIn: "&Buscar en:",
    QFileDialog.DialogLabel.FileName: "&Nombre del archivo:",
    QFileDialog.DialogLabel.FileType: "&Tipo de archivo:",
    QFileDialog.DialogLabel.Reject: "Cancelar",
}
ACCEPT = {QFileDialog.FileMode.AnyFile: "&Guardar", QFileDialog.FileMode.Directory: "&Elegir"}


def choose_paths(
    parent: QWidget, title: str, folder: str, mode: str, kind: str = "", name: str = ""
) -> tuple[list[Path], str]:
    """Ask for files or a folder; return what was chosen, nothing if the user thought better of it, and its kind.

    ``mode`` names one of Qt's ``FileMode``; «AnyFile» asks where something goes, and proposes ``name``.
    """
    wanted = QFileDialog.FileMode[mode]
    dialog = QFileDialog(parent, title, folder, kind)
    dialog.setFileMode(wanted)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=wanted is QFileDialog.FileMode.Directory)
    if wanted is QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked later, once the name has its extension
        dialog.selectFile(name)
    for part, text in FILE_LABELS.items():
        dialog.setLabelText(part, text)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, ACCEPT.get(wanted, "&Abrir"))
    if wanted is QFileDialog.FileMode.Directory:
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, "&Carpeta:")
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    paths = [Path(text) for text in dialog.selectedFiles()] if accepted else []
    chosen = dialog.selectedNameFilter()
    dialog.deleteLater()
    return paths, chosen
