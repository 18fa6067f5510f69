"""The few questions before a new project: institution, initials, contact, profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.revision import revisar_campo
from promueve_gui.domain.texto import en_un_renglon
from promueve_gui.gui.fitting import lay_out
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import column, label
from promueve_gui.gui.widgets.year_box import YearBox

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context

WIDTH, FIELD_WIDTH = 640, 320  # pixels
PROBLEM_LINES = 2
NAMES = ("nombre", "siglas", "correo_contacto")


class NewProjectDialog(QDialog):
    """Asks what a project cannot do without; the rest can be filled in later."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        """Ask with the current year and the newest profile proposed."""
        super().__init__(parent)
        self._context = context
        self.setWindowTitle("Nuevo proyecto")
        self.setMinimumWidth(WIDTH)
        self.lines = {nombre: QLineEdit() for nombre in NAMES}
        form = QFormLayout()
        form.setVerticalSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # no name is cut on a small screen
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        descritos = campos(Institucion)
        for nombre, line in self.lines.items():
            line.setAccessibleName(descritos[nombre].etiqueta)
            line.setMinimumWidth(FIELD_WIDTH)
            form.addRow(descritos[nombre].etiqueta, line)
        self.year = YearBox(descritos["anio"].etiqueta)
        self.year.setValue(context.services.today().year)
        form.addRow(descritos["anio"].etiqueta, self.year)
        self.profile = QComboBox()
        self.profile.setAccessibleName("Perfil")
        for clave, nombre in context.services.textos.perfiles():
            self.profile.addItem(nombre, clave)
        self.profile.setCurrentIndex(max(0, self.profile.findData("vigente")))
        form.addRow("Perfil", self.profile)
        self.problem = label("", "problema", wrap=True)
        self.problem.setMinimumHeight(PROBLEM_LINES * self.problem.fontMetrics().lineSpacing())  # nothing jumps
        buttons = QDialogButtonBox()
        make = buttons.addButton("Crear…", QDialogButtonBox.ButtonRole.AcceptRole)
        make.setObjectName("primario")
        buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._check)
        buttons.rejected.connect(self.reject)
        intro = label("Después podrá cambiar todo esto en Inicio.", "secundario", wrap=True)
        said = column(intro, spacing=GRID + GRID // 2)
        said.addLayout(form)
        said.addWidget(self.problem)
        lay_out(self, said, buttons)

    def registros(self) -> list[Registro]:
        """Return what the project begins with: the institution and its profile."""
        texts = {nombre: en_un_renglon(line.text()) for nombre, line in self.lines.items()}
        institucion = Institucion(id=nuevo_id(), anio=self.year.value(), **texts)
        return [institucion, *self._context.services.textos.load_perfil(self.profile.currentData())]

    def _check(self) -> None:
        for nombre, line in self.lines.items():
            campo = campos(Institucion)[nombre]
            sentence = revisar_campo(campo, line.text().strip())
            if sentence and not (nombre == "correo_contacto" and not line.text().strip()):
                self.problem.setText(f"{campo.etiqueta}: {sentence}")
                line.setFocus()
                return
        self.accept()


def ask_institution(parent: QWidget, context: Context) -> list[Registro] | None:
    """Ask about the institution; ``None`` when the user thought better of it."""
    dialog = NewProjectDialog(parent, context)
    try:
        return dialog.registros() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()
