"""What the program is, which version, whose work is in it, and what whoever helps has to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context

ABOUT = (
    "Promueve acompaña a las instituciones en los cinco pasos para promover sus datos abiertos. Funciona sin conexión "
    "y guarda todo en un solo archivo de su equipo."
)
COPIED = "Se copió. Péguelo en un mensaje para quien le ayude; no lleva datos de personas ni de su proyecto."


def show_about(parent: QWidget, context: Context) -> None:
    """Show version, licences, where the log is, and offer the diagnosis."""
    AboutDialog(parent, context).open()


class AboutDialog(PlainDialog):
    """«Acerca de Promueve»."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        """Show what is known without looking for anything; the log folder need not exist yet."""
        super().__init__(parent, "Promueve", 620, 520, f"Versión {context.services.version}")
        self.setWindowTitle("Acerca de Promueve")
        self._context = context
        self._folder = context.services.log_folder()
        licences = QTextBrowser()
        licences.setAccessibleName("Licencias")
        licences.setOpenLinks(False)
        licences.setMarkdown(context.services.textos.licencias)
        place = label(f"Registro de errores: {self._folder}", "secundario", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told = label("", "secundario", wrap=True)
        self.body.addWidget(label(ABOUT, wrap=True))
        self.body.addWidget(licences, 1)
        self.body.addWidget(place)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.open_folder = button("Abrir la carpeta del registro", self._open_folder)
        self.open_folder.setEnabled(self._folder.is_dir())
        self.copy = button("Copiar diagnóstico", self._copy)
        for one in (self.copy, self.open_folder):
            one.setAutoDefault(False)
            row.addWidget(one)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.told)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnosis(self._context))
        self.told.setText(COPIED)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def diagnosis(context: Context) -> str:
    """Return versions, system and screens, one a line, without anything that names a person, a folder or a project."""
    screens = ", ".join(
        f"{screen.size().width()}×{screen.size().height()} al {round(100 * screen.devicePixelRatio())} %"
        for screen in QGuiApplication.screens()
    )
    facts = [
        *context.services.installation(),
        ("Qt", f"{qVersion()} ({QGuiApplication.platformName()})"),
        ("Pantallas", screens),
        ("Tema", context.settings.tema.value),
    ]
    return "\n".join(f"{name}: {value}" for name, value in facts)
