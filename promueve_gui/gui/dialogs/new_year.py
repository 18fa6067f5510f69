"""«Iniciar año nuevo»: the year of the program, and what becomes of the lines that were not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialogButtonBox, QListWidget, QRadioButton, QWidget

from promueve_gui.application.plan_lines import called, counted
from promueve_gui.application.plan_years import Pendientes, left_open, new_year, plan_year
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.parts import button, label, row
from promueve_gui.gui.widgets.year_box import YearBox

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

HINT = (
    "El programa pasa a ser el del año que elija: su tablero, sus bimestres y sus propuestas. Los grupos, conjuntos, "
    "contenidos y recomendaciones siguen como están, y lo de años anteriores no se borra."
)


class NewYearDialog(PlainDialog):
    """Asks for the year and for the fate of what is left open; one edition does it."""

    copy_wanted = Signal()  # a copy of the plan of an earlier year, right afterwards

    def __init__(self, parent: QWidget, context: Context, project: Project) -> None:
        """Propose the year after the program's."""
        super().__init__(parent, "Iniciar año nuevo", 640, 560, HINT)
        self._project = project
        self.year = YearBox("Año del programa")
        self.year.setValue((plan_year(project.proyecto) or context.services.today().year) + 1)
        self._open = label("", "subtitulo", wrap=True)
        self.fates = QButtonGroup(self)
        self.lines = QListWidget()
        self.lines.setAccessibleName("Actividades sin hacer de años anteriores")
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # too long a line ends in «…»
        self.lines.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.then_copy = QCheckBox("Después, copiar el plan de un año anterior…")
        self.begin = button("", self.begin_year, "primario")
        self.begin.setEnabled(not project.read_only)
        self.body.addLayout(row(label("Año del programa"), self.year, None))
        self.body.addWidget(self._open)
        for place, fate in enumerate(Pendientes):
            choice = QRadioButton(fate.etiqueta)
            choice.setChecked(not place)
            self.fates.addButton(choice, place)
            self.body.addWidget(choice)
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(self.then_copy)
        self.buttons.addButton(self.begin, QDialogButtonBox.ButtonRole.ActionRole)
        self.year.valueChanged.connect(lambda _: self._tell())
        self._tell()

    def begin_year(self) -> None:
        """Begin the year, as one edition, and close."""
        fate = list(Pendientes)[self.fates.checkedId()]
        motivo, cambios = new_year(self._project.proyecto, self.year.value(), fate)
        self._project.edit(motivo, cambios)
        self.accept()
        if self.then_copy.isChecked():
            self.copy_wanted.emit()

    def _tell(self) -> None:
        left = left_open(self._project.proyecto, self.year.value())
        said = f"{counted(len(left))} de años anteriores sin hacer: ¿qué se hace con ellas?"
        self._open.setText(said if left else "No quedan actividades sin hacer de años anteriores.")
        for choice in self.fates.buttons():
            choice.setVisible(bool(left))
        self.lines.setVisible(bool(left))
        self.lines.clear()
        self.lines.addItems([f"{fecha_corta(linea.fecha)}  {called(linea)}" for linea in left if linea.fecha])
        self.begin.setText(f"Iniciar {self.year.value()}")
