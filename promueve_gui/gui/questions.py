"""The dialogs that the system has not: sentences that can be copied, a reason to be typed, a last warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from promueve_gui.domain.texto import en_un_renglon
from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

REASON_WIDTH = 480


class SentencesDialog(QDialog):
    """Tells several things, one a line."""

    def __init__(self, parent: QWidget, title: str, sentences: Sequence[str]) -> None:
        """Show ``sentences`` under ``title``."""
        super().__init__(parent)
        self._sentences = sentences
        self.setWindowTitle(title)
        fit(self, 640, 360)
        lines = QListWidget()
        lines.addItems(list(sentences))
        lines.setWordWrap(True)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.setResizeMode(QListWidget.ResizeMode.Adjust)
        lines.setAccessibleName(title)
        buttons = QDialogButtonBox()
        copy = buttons.addButton("Copiar todo", QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        done = buttons.addButton("Entendido", QDialogButtonBox.ButtonRole.AcceptRole)
        done.setObjectName("primario")
        done.setDefault(True)
        buttons.accepted.connect(self.accept)
        _lay_out(self, title, lines, buttons)

    def copy(self) -> None:
        """Copy every sentence."""
        QGuiApplication.clipboard().setText("\n".join(self._sentences))


WITHDRAW = ("Retirar", "Motivo del retiro", "Motivo del retiro; queda en la bitácora, y el retiro se puede deshacer:")


class ReasonDialog(QDialog):
    """Asks why something is withdrawn; without a reason there is nothing to accept, unless it may be left out."""

    def __init__(
        self, parent: QWidget, title: str, words: tuple[str, str, str] = WITHDRAW, *, optional: bool = False
    ) -> None:
        """Ask under ``title``; ``words`` are what the button does, what the line is called, and the question."""
        super().__init__(parent)
        action, name, asked = words
        self.setWindowTitle(action)
        self.setMinimumWidth(REASON_WIDTH)
        self._done = QPushButton(action)
        self._done.setObjectName("primario")
        self._done.setEnabled(optional)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(lambda: self._done.setEnabled(optional or bool(self.reason())))
        question = QLabel(asked, wordWrap=True)
        buttons = QDialogButtonBox()
        buttons.addButton(self._done, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        _lay_out(self, title, question, self.line, buttons)
        self.line.setFocus()

    def reason(self) -> str:
        """Return what was typed, without spare spaces."""
        return en_un_renglon(self.line.text())


class NameDialog(QDialog):
    """Asks what to call something; without a name there is nothing to accept."""

    def __init__(self, parent: QWidget, title: str, what: str, name: str) -> None:
        """Ask under ``title`` for ``what``, beginning with ``name``."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(REASON_WIDTH)
        self._done = QPushButton("Guardar")
        self._done.setObjectName("primario")
        self.line = QLineEdit(name)
        self.line.setAccessibleName(what)
        self.line.textChanged.connect(lambda: self._done.setEnabled(bool(self.name())))
        self._done.setEnabled(bool(self.name()))
        buttons = QDialogButtonBox()
        buttons.addButton(self._done, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        _lay_out(self, title, QLabel(what), self.line, buttons)
        self.line.selectAll()
        self.line.setFocus()

    def name(self) -> str:
        """Return what was typed, without spare spaces."""
        return " ".join(self.line.text().split())


class ForeverDialog(QDialog):
    """Asks about what cannot be undone: there is nothing to accept until the user says to have understood that."""

    def __init__(self, parent: QWidget, title: str, text: str, action: str) -> None:
        """Ask whether to do ``action``; ``text`` says what will be gone."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(REASON_WIDTH)
        self._done = QPushButton(action)
        self._done.setObjectName("primario")
        self._done.setEnabled(False)
        self.understood = QCheckBox("Entiendo que esto no se puede deshacer")
        self.understood.toggled.connect(self._done.setEnabled)
        body = QLabel(text, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        buttons = QDialogButtonBox()
        buttons.addButton(self._done, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        _lay_out(self, title, body, self.understood, buttons)
        self.understood.setFocus()


def _lay_out(dialog: QDialog, title: str, *widgets: QWidget) -> None:
    """Put a heading and ``widgets`` above the last of them, the buttons."""
    heading = QLabel(title, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
    heading.setObjectName("subtitulo")
    said = QVBoxLayout()
    said.setSpacing(GRID)
    for widget in (heading, *widgets[:-1]):
        said.addWidget(widget)
    lay_out(dialog, said, widgets[-1])
