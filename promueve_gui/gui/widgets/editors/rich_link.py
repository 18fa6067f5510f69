"""Asks where a link leads, and what it says."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from promueve_gui.domain.enriquecido import enlace_valido
from promueve_gui.gui.fitting import lay_out
from promueve_gui.gui.widgets.parts import column, label

WIDTH = 460  # pixels
HINT = "Una dirección de Internet (https://…), un correo (mailto:nombre@institucion.gob.mx) o un dato, como {url}."
WRONG = "Esa dirección no sirve como liga. Escríbala completa, con https:// al principio."


def whole_address(typed: str) -> str:
    """Return an address as it was meant: without scheme, it is one of the web or of a mailbox."""
    address = typed.strip()
    if not address or enlace_valido(address):
        return address
    return next((a for a in (f"mailto:{address}", f"https://{address}") if "." in address and enlace_valido(a)), "")


class LinkDialog(QDialog):
    """Takes text and address; an empty address makes a link text again."""

    def __init__(self, parent: QWidget, text: str, address: str) -> None:
        """Propose what the link says and where it leads today."""
        super().__init__(parent)
        self.setWindowTitle("Liga")
        self.setMinimumWidth(WIDTH)
        self.text, self.address = QLineEdit(text), QLineEdit(address)
        self.address.setPlaceholderText("https://…")
        self.problem = label("", "problema", wrap=True)
        said = column()
        for caption, line in (("Texto", self.text), ("Dirección", self.address)):
            title = label(caption)
            title.setBuddy(line)
            line.setAccessibleName(caption)
            said.addLayout(column(title, line, spacing=4))
        said.addWidget(label(HINT, "menor", wrap=True))
        said.addWidget(self.problem)
        buttons = QDialogButtonBox()
        buttons.addButton("Aceptar", QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("primario")
        buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole)
        if address:
            remove = buttons.addButton("Quitar la liga", QDialogButtonBox.ButtonRole.ActionRole)
            remove.clicked.connect(self._remove)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        lay_out(self, said, buttons)
        (self.address if text else self.text).setFocus()

    @property
    def result_text(self) -> str:
        """Return what the link says: its address, unless something else was typed."""
        return self.text.text() or self.address.text()

    def _accept(self) -> None:
        address = whole_address(self.address.text())
        if not address:
            self.problem.setText(WRONG)
            self.address.setFocus()
            return
        self.address.setText(address)
        self.accept()

    def _remove(self) -> None:
        self.address.clear()
        self.accept()
