"""«Enviar formatos»: which areas, until when, with which words and into which folder. It prepares nothing itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from promueve_gui.application.correos import correos_del_area, plantilla
from promueve_gui.application.export_documents import documentos_formato
from promueve_gui.application.formats import Motivo, Pedido, vence_propuesto
from promueve_gui.domain.envios import seguimientos
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.gui.dialogs.area_ticks import AreaTicks
from promueve_gui.gui.dialogs.message_editor import MessageEditor
from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.editors.text import DateEditor
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

SIZE = (1000, 580)
TITLE = "Enviar formatos a las áreas"
HINT = (
    "Se escriben un libro de Excel y un borrador de correo por área. Promueve no envía nada: ábralos y envíelos usted."
)
NO_DAY = "Escriba hasta cuándo espera los formatos."
PAST_DAY = "Esa fecha ya pasó; escriba otra."


class SendFormatsDialog(QDialog):
    """Asks for all that a sending takes; ``pedido`` and ``folder`` are what was answered."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        project: Project,
        messages: Messages,
        folder: Path,
        areas: Collection[Id],
    ) -> None:
        """Begin with ``areas`` ticked or, without any, with those that were not sent one yet."""
        super().__init__(parent)
        self.folder = folder
        self._messages = messages
        self._proyecto = project.proyecto
        self._hoy = context.services.today()
        everybody = seguimientos(self._proyecto, self._hoy)
        self._everybody = sorted(everybody, key=lambda where: plegar(where.area.nombre))
        self._files = {d.area: d.archivo for d in documentos_formato(self._proyecto.activos(AreaGeneradora))}
        self._message = plantilla(self._proyecto, Motivo.ENVIO, context.services.textos.mensajes())
        self.setWindowTitle(TITLE)
        fit(self, *SIZE)
        self.ticks = AreaTicks(context, self._everybody, lambda area: correos_del_area(self._proyecto, area), areas)
        self.editor = MessageEditor(self._proyecto, self._message)
        self.due = DateEditor(campos(EnvioFormato)["vence"], context.icon("calendar"))
        self.due.set_value(vence_propuesto(self._proyecto, self._hoy))
        self.problem = label("", "problema", wrap=True)
        self.where = ElidedLabel(str(folder))
        self.buttons = QDialogButtonBox()
        self.go = button("", self.accept, "primario")
        self.buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        self._lay_out()
        self.buttons.rejected.connect(self.reject)
        self.ticks.changed.connect(self._refresh)
        self.ticks.current_changed.connect(self._preview)
        self.due.edited.connect(self._refresh)
        self.due.edited.connect(self._preview)
        self.ticks.list.setFocus()
        self._refresh()
        self._preview()

    def pedido(self) -> Pedido:
        """Return what is to be prepared."""
        asunto, cuerpo = self.editor.texts()
        return Pedido(
            motivo=Motivo.ENVIO,
            areas=self.ticks.ticked(),
            mensaje=replace(self._message, asunto=asunto, cuerpo=cuerpo),
            hoy=self._hoy,
            vence=self._day(),
        )

    def _lay_out(self) -> None:
        due_label = label(self.due.campo.etiqueta)
        due_label.setBuddy(self.due)
        left = QWidget()
        beneath = row(due_label, self.due, None)
        layout = column(label("Áreas", "subtitulo"), self.ticks)
        layout.setStretch(1, 1)
        layout.addLayout(beneath)
        layout.addWidget(self.problem)
        left.setLayout(layout)
        middle = row(left, self.editor, spacing=2 * GRID)
        middle.setStretch(0, 4)
        middle.setStretch(1, 5)
        self.where.setAccessibleName("Carpeta de los formatos")
        below = row(label("Se guardan en"), self.where, button("Otra carpeta…", self._choose_folder))
        below.setStretch(1, 1)
        whole = column(label(TITLE, "titulo"), label(HINT, "secundario", wrap=True))
        whole.addLayout(middle, 1)
        whole.addLayout(below)
        lay_out(self, whole, self.buttons)

    def _day(self) -> date | None:
        try:
            return cast("date | None", self.due.value())
        except ValorInvalidoError:
            return None

    def _refresh(self) -> None:
        """Say what is wrong with the day, and offer to prepare when nothing is and somebody is ticked."""
        try:
            day = cast("date | None", self.due.value())
            sentence = NO_DAY if day is None else PAST_DAY if day < self._hoy else ""
        except ValorInvalidoError as error:
            sentence = str(error)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.due.mark(bad=bool(sentence))
        ticked = len(self.ticks.ticked())
        self.go.setEnabled(bool(ticked) and not sentence)
        self.go.setText(f"Preparar {contado(ticked, 'formato', 'formatos')}")

    def _preview(self) -> None:
        where = self.ticks.current()
        if where is None:
            return
        area = where.area
        self.editor.show_for(area, correos_del_area(self._proyecto, area), self._files[area.id], self._hoy, self._day())

    def _choose_folder(self) -> None:
        chosen = self._messages.choose_folder("Elegir la carpeta de los formatos")
        if chosen is not None:
            self.folder = chosen
            self.where.setText(str(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to lists and fields, so that it prepares nothing before its time."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.go.hasFocus():
            event.ignore()
            return
        super().keyPressEvent(event)
