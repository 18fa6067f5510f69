"""«Cambiar un dato de todas»: a field and the value that every chosen line gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QSizePolicy, QStackedWidget

from promueve_gui.application.plan_lines import counted
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.dialogs.frame import AskingDialog
from promueve_gui.gui.fitting import fit
from promueve_gui.gui.widgets.editors.factory import make_editor
from promueve_gui.gui.widgets.parts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.ficha import Valor
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

FIELDS = (
    "estado",
    "canal",
    "tipo_contenido",
    "rol_responsable",
    "persona",
    "grupos",
    "conjunto",
    "herramienta",
    "evento",
    "fecha",
    "notas",
)
SIZE = (460, 260)
EMPTY = "Si lo deja vacío, ese dato se quita de todas."


class BulkDialog(AskingDialog):
    """Asks what to change; ``campo`` and ``value`` are what was answered. Freed when it closes."""

    def __init__(self, parent: QWidget, context: Context, project: Project, how_many: int) -> None:
        """Offer the fields that several lines may share."""
        super().__init__(parent, "Cambiar un dato", f"¿Qué dato se cambia en {counted(how_many)}?")
        fit(self, *SIZE)
        self.fields = QComboBox()
        self.fields.setAccessibleName("Qué dato se cambia")
        self.fields.addItems([campos(LineaPlan)[nombre].etiqueta for nombre in FIELDS])
        self.editors = [make_editor(campos(LineaPlan)[nombre], context, project, self) for nombre in FIELDS]
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for editor in self.editors:
            self._stack.addWidget(editor)
            editor.edited.connect(self._refresh)
        self.fields.currentIndexChanged.connect(self._stack.setCurrentIndex)
        self.fields.currentIndexChanged.connect(lambda _: self._refresh())
        self.problem = label("", "problema", wrap=True)
        self._how_many = counted(how_many)
        for widget in (self.fields, self._stack, label(EMPTY, "menor", wrap=True), self.problem):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.fields.setFocus()
        self._refresh()

    def campo(self) -> str:
        """Return the field to change."""
        return FIELDS[self.fields.currentIndex()]

    def value(self) -> Valor:
        """Return the value to give. Raises ``ValorInvalidoError``, but not once the dialog was accepted."""
        return self.editors[self.fields.currentIndex()].value()

    def _refresh(self) -> None:
        try:
            self.value()
            problem = ""
        except ValorInvalidoError as error:
            problem = str(error)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.go.setEnabled(not problem)
        self.go.setText(f"{'Quitar de' if self._empty() else 'Cambiar en'} {self._how_many}")

    def _empty(self) -> bool:
        try:
            return not self.value()
        except ValorInvalidoError:
            return False
