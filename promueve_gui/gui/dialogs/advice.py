"""Asking for advice: a draft to copy, or to open in the mail program. Nothing is sent from here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from promueve_gui.application.advice import draft_advice
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from promueve_gui.domain.flow import Paso
    from promueve_gui.gui.project import Project

HINT = "Promueve no envía correos: prepara el borrador para que usted lo revise y lo envíe."
SIN_CORREO = "El perfil no tiene correo para pedir asesoría; puede agregarlo en Edición › Perfil y catálogos."


class AdviceDialog(PlainDialog):
    """The draft, to be completed."""

    def __init__(self, parent: QWidget, project: Project, paso: Paso) -> None:
        """Draft for the step that is shown."""
        super().__init__(parent, "Pedir asesoría", 620, 460, HINT)
        draft = draft_advice(project.proyecto, paso)
        self.to, self.subject, self.text = QLineEdit(draft.para), QLineEdit(draft.asunto), QPlainTextEdit(draft.texto)
        form = QFormLayout()
        for name, widget in (("Para", self.to), ("Asunto", self.subject)):
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        self.text.setAccessibleName("Texto del mensaje")
        self.text.setTabChangesFocus(True)
        self.body.addLayout(form)
        if not draft.para:
            self.body.addWidget(label(SIN_CORREO, "menor", wrap=True))
        self.body.addWidget(self.text, 1)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.buttons.addButton(button("Abrir en el correo", self._open, "primario"), role)
        self.buttons.addButton(button("Copiar texto", self.copy), role)

    def address(self) -> QUrl:
        """Return the draft as a ``mailto:`` address (RFC 6068)."""
        query = f"subject={quote(self.subject.text())}&body={quote(self.text.toPlainText())}"
        return QUrl(f"mailto:{quote(self.to.text(), safe='@')}?{query}")

    def copy(self) -> None:
        """Copy the whole draft."""
        QGuiApplication.clipboard().setText(
            f"Para: {self.to.text()}\nAsunto: {self.subject.text()}\n\n{self.text.toPlainText()}"
        )

    def _open(self) -> None:
        QDesktopServices.openUrl(self.address())
