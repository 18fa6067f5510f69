"""The message that goes with something sent to many: its template, and what one of them will read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget

from promueve_gui.application.correos import CAMPOS, redactar
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import column, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from promueve_gui.application.correos import Redaccion
    from promueve_gui.domain.catalogos import PlantillaCorreo
    from promueve_gui.domain.institucion import AreaGeneradora
    from promueve_gui.domain.proyecto import Proyecto

NO_MAIL = "Para: (falta el correo)"
UNKNOWN = "Esto no se puede llenar y se enviará tal cual: {campos}."


@frozen
class _Reader:
    area: AreaGeneradora
    correos: Sequence[str]
    archivo: str
    fecha: date
    vence: date | None


class MessageEditor(QWidget):
    """Subject and body with merge fields, and beneath them the message as an area receives it."""

    def __init__(self, proyecto: Proyecto, mensaje: PlantillaCorreo) -> None:
        """Begin with a template of the project."""
        super().__init__()
        self._proyecto, self._mensaje = proyecto, mensaje
        self._reader: _Reader | None = None
        described = campos(type(mensaje))
        self.subject = QLineEdit(mensaje.asunto)
        self.subject.setCursorPosition(0)
        self.subject.setAccessibleName(described["asunto"].etiqueta)
        self.body = QPlainTextEdit(mensaje.cuerpo)
        self.body.setTabChangesFocus(True)
        self.body.setAccessibleName(described["cuerpo"].etiqueta)
        self.fields = self._make_fields()
        self.problem = label("", "problema", wrap=True)
        self.addressed = ElidedLabel("")
        self.addressed.setObjectName("menor")
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("Cómo queda el mensaje")
        layout = column(label("Mensaje", "subtitulo"))
        layout.addLayout(row(self.subject, self.fields))
        for widget in (self.body, self.problem, label("Cómo lo recibirá", "subtitulo"), self.addressed, self.preview):
            layout.addWidget(widget)
        layout.setSpacing(GRID)
        layout.setStretchFactor(self.body, 1)
        layout.setStretchFactor(self.preview, 1)
        self.setLayout(layout)
        self.subject.textChanged.connect(self._refresh)
        self.body.textChanged.connect(self._refresh)

    def texts(self) -> tuple[str, str]:
        """Return the template as it stands: subject and body."""
        return self.subject.text(), self.body.toPlainText()

    def show_for(
        self, area: AreaGeneradora, correos: Sequence[str], archivo: str, fecha: date, vence: date | None
    ) -> None:
        """Show the message that ``area`` would receive."""
        self._reader = _Reader(area, correos, archivo, fecha, vence)
        self._refresh()

    def _refresh(self) -> None:
        if self._reader is None:
            return
        who = self._reader
        asunto, cuerpo = self.texts()
        mensaje = replace(self._mensaje, asunto=asunto, cuerpo=cuerpo)
        said = redactar(self._proyecto, who.area, mensaje, who.archivo, who.fecha, who.vence)
        self.addressed.setText(f"Para: {'; '.join(who.correos)}" if who.correos else NO_MAIL)
        self.preview.setPlainText(f"{said.asunto}\n\n{said.texto}")
        sentence = troubles(said)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _make_fields(self) -> QToolButton:
        made = QToolButton()
        made.setObjectName("boton")
        made.setText("Insertar campo ▾")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setToolTip("Un dato que se llena solo en el mensaje de cada área")
        menu = QMenu(made)
        for name, meaning in CAMPOS.items():
            action = menu.addAction(f"{{{name}}}: {meaning}")
            action.triggered.connect(lambda _=False, name=name: self._insert(f"{{{name}}}"))
        made.setMenu(menu)
        return made

    def _insert(self, field: str) -> None:
        """Put a field where the cursor was: in the subject if it was there, else in the body."""
        if self.subject.hasFocus():
            self.subject.insert(field)
        else:
            self.body.insertPlainText(field)


def troubles(said: Redaccion) -> str:
    """Return in words which fields of a message could not be filled in; nothing when all could."""
    sentences = []
    if said.desconocidos:
        names = ", ".join(f"{{{name}}}" for name in said.desconocidos)
        sentences.append(UNKNOWN.format(campos=names))
    if said.vacios:
        names = ", ".join(f"{{{name}}}" for name in said.vacios)
        sentences.append(f"Quedará en blanco, porque falta el dato: {names}.")
    return " ".join(sentences)
