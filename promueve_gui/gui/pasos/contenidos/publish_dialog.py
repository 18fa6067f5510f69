"""Marks a content as published and registers its publication in one step: when, through which channel, which data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.revision import revisar_campo
from promueve_gui.gui.fitting import lay_out
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.editors.factory import make_editor
from promueve_gui.gui.widgets.parts import column, label, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QLabel, QLayout

    from promueve_gui.domain.ficha import Valor
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.editors.base import FieldEditor

WIDTH = 640  # pixels: the longest channel is read whole
HALF = ("fecha", "canal")
WHOLE = ("url", "url_publicada")
HINT = "Quedan juntos: el contenido publicado y su renglón en la bitácora de difusión. Se deshacen con un solo paso."


class PublishDialog(QDialog):
    """Asks what the log needs; ``valores`` is what it starts with."""

    def __init__(self, parent: QWidget, context: Context, project: Project, valores: Mapping[str, Valor]) -> None:
        """Propose ``valores``."""
        super().__init__(parent)
        self.setWindowTitle("Marcar como publicado")
        self.setMinimumWidth(WIDTH)
        self.logs = True  # whether it goes into the log too
        self.valores: dict[str, Any] = {}
        self.editors: dict[str, FieldEditor] = {}
        self.problems: dict[str, QLabel] = {}
        said = column(label("Marcar como publicado", "titulo"), spacing=GRID + GRID // 2)
        said.addWidget(label(f"«{valores['nombre']}»", "subtitulo", wrap=True))
        said.addWidget(label(HINT, "secundario", wrap=True))
        halves = row(spacing=2 * GRID)
        for nombre in (*HALF, *WHOLE):
            made = self._field(nombre, context, project, valores.get(nombre))
            if nombre in HALF:
                halves.addLayout(made, 1)
            else:
                said.addLayout(made)
        said.insertLayout(3, halves)
        lay_out(self, said, self._make_buttons())
        self.editors["fecha"].setFocus()

    def _field(self, nombre: str, context: Context, project: Project, valor: Valor) -> QLayout:
        campo = campos(Publicacion)[nombre]
        editor = make_editor(campo, context, project, self)
        if valor is not None:
            editor.set_value(valor)
        problem = label("", "problema", wrap=True)
        problem.hide()
        title = label(f"{campo.etiqueta} *" if campo.requerido else campo.etiqueta)
        title.setBuddy(editor.focusProxy() or editor)
        self.editors[nombre], self.problems[nombre] = editor, problem
        made = column(title, editor, problem, spacing=4)
        made.addStretch(1)
        return made

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        both = QPushButton("Publicar y registrar")
        both.setObjectName("primario")
        both.setDefault(True)
        buttons.addButton(both, QDialogButtonBox.ButtonRole.AcceptRole)
        only = buttons.addButton("Solo marcar", QDialogButtonBox.ButtonRole.ActionRole)
        only.setToolTip("Marcarlo como publicado sin registrar la publicación")
        only.setAutoDefault(False)
        only.clicked.connect(self._only_mark)
        buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._check)
        buttons.rejected.connect(self.reject)
        return buttons

    def _only_mark(self) -> None:
        self.logs = False
        self.accept()

    def _check(self) -> None:
        """Accept what the log can take; what is missing or does not fit is told beside its field."""
        bad = [nombre for nombre in self.editors if self._sentence(nombre)]
        if bad:
            self.editors[bad[0]].setFocus()
        else:
            self.accept()

    def _sentence(self, nombre: str) -> str:
        editor, problem = self.editors[nombre], self.problems[nombre]
        try:
            self.valores[nombre] = editor.value()
        except ValorInvalidoError as error:
            sentence = str(error)
        else:
            sentence = revisar_campo(editor.campo, self.valores[nombre])
        problem.setText(sentence)
        problem.setVisible(bool(sentence))
        editor.mark(bad=bool(sentence))
        editor.setAccessibleDescription(sentence)
        return sentence
