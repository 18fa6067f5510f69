"""The template of presentations: which one is in use, what it lacks, and how to choose another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.slide_templates import slide_template, use_shipped_slides, use_slide_template
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.fitting import lay_out
from promueve_gui.gui.messages import SLIDE_TEMPLATES
from promueve_gui.gui.widgets.parts import button, column, label, row, show_part

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

TITLE = "Plantilla de presentaciones"
HINT = (
    "Una presentación o plantilla de PowerPoint (.pptx, .potx) con el diseño de la institución. Se copia dentro del "
    "proyecto; sus láminas de muestra no se usan."
)
SHIPPED = "Se usa la plantilla que trae Promueve, con el nombre de la institución."
OWN = "Se usa la plantilla «{nombre}»."
SOUND = "Tiene todo lo que se necesita."
UNREADABLE = "No se pudo leer «{nombre}». Revise que exista y que no esté abierto en PowerPoint."
WIDTH = 520


class SlideTemplateDialog(QDialog):
    """Shows the template in use and takes another, once it was found to be harmless."""

    def __init__(self, parent: QWidget, context: Context, project: Project, messages: Messages) -> None:
        """Show the template of the project."""
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setMinimumWidth(WIDTH)
        self._context, self._project, self._messages = context, project, messages
        self.which, self.lacks = label("", wrap=True), label("", "secundario", wrap=True)
        icon = context.icon("file-document-outline", context.colores.sobre_acento)
        self.choose = button("Elegir archivo…", self.choose_file, "primario", icon)
        self.remove = button("Usar la de Promueve", self.use_shipped)
        closing = QDialogButtonBox()
        closing.addButton("Cerrar", QDialogButtonBox.ButtonRole.RejectRole)
        closing.rejected.connect(self.reject)
        self.choose.setEnabled(not project.read_only)
        self.remove.setEnabled(not project.read_only)
        said = column(label(TITLE, "titulo"), label(HINT, "secundario", wrap=True), self.which, self.lacks)
        said.addLayout(row(self.choose, self.remove, None))
        lay_out(self, said, closing)
        self.finished.connect(self.deleteLater)
        self._refresh()

    def choose_file(self) -> None:
        """Ask for a file, try it, and keep it inside the project."""
        path = self._messages.open_file("Elegir plantilla de presentaciones", SLIDE_TEMPLATES)
        if path is None:
            return
        try:
            data = path.read_bytes()
            faltas = self._context.services.check_slide_template(data)
            sha256 = self._project.session.put_file(data)
        except UserError as error:
            self._messages.tell(mensaje(error))
        except OSError:
            self._messages.tell(UNREADABLE.format(nombre=path.name))
        else:
            self._use(path, sha256, faltas)

    def use_shipped(self) -> None:
        """Go back to the template that ships."""
        self._project.edit(*use_shipped_slides(self._project.proyecto))
        self._refresh()

    def _use(self, path: Path, sha256: str, faltas: list[str]) -> None:
        self._project.edit(*use_slide_template(self._project.proyecto, path.name, sha256, faltas))
        self._refresh()

    def _refresh(self) -> None:
        suya = slide_template(self._project.proyecto)
        self.which.setText(SHIPPED if suya is None else OWN.format(nombre=suya.nombre))
        self.lacks.setText("" if suya is None else suya.revision or SOUND)
        show_part(self.lacks, shown=suya is not None)
        show_part(self.remove, shown=suya is not None)
