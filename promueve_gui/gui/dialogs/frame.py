"""What the plain dialogs share: a title, a size, a way out; and those that ask something, a question and an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row


class PlainDialog(QDialog):
    """A dialog with a heading, a body and, in its ``foot``, «Cerrar»; freed when it closes."""

    def __init__(self, parent: QWidget, title: str, width: int, height: int, hint: str = "") -> None:
        """Lay out heading and way out; fill it through ``body``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        fit(self, width, height)
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID)
        self.buttons = QDialogButtonBox()
        close = self.buttons.addButton("Cerrar", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)  # Enter belongs to the lists and fields of the dialog
        self.buttons.rejected.connect(self.reject)
        said = column(label(title, "titulo"))
        if hint:
            said.addWidget(label(hint, "secundario", wrap=True))
        said.addLayout(self.body, 1)
        self.foot = row(self.buttons)
        lay_out(self, said, self.foot)


class AskingDialog(QDialog):
    """A dialog with a question, a body, what accepts and «Cancelar»; freed when it closes.

    ``go`` accepts; whoever asks connects to ``accepted`` and reads the answer there.
    """

    def __init__(self, parent: QWidget, title: str, question: str, go: str = "") -> None:
        """Lay out question and buttons; fill it through ``body``."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID)
        self.go = button(go, self.accept, "primario")
        buttons = QDialogButtonBox()
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        said = column(label(question, "subtitulo", wrap=True))
        said.addLayout(self.body, 1)
        lay_out(self, said, buttons)
        self.finished.connect(self.deleteLater)
