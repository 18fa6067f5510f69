"""«Copiar el plan de otro año»: which lines would come, which would not and why, before anything is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from promueve_gui.application.plan_lines import called, counted
from promueve_gui.application.plan_years import copy_year, years_to_copy, years_with_lines
from promueve_gui.domain.fechas import DIAS_SEMANA, fecha_corta
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.late_answer import LateAnswer
from promueve_gui.gui.widgets.parts import EmptyState, button, label, row
from promueve_gui.gui.widgets.tips import plain_tip
from promueve_gui.gui.widgets.year_box import YearBox

if TYPE_CHECKING:
    from datetime import date

    from promueve_gui.application.plan_years import PlanCopiado
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

HINT = (
    "Cada actividad pasa al mismo día del otro año, o al siguiente día hábil: otra vez planeada, sin visto bueno ni "
    "notas. Repetir la copia no agrega nada dos veces."
)
NOTHING = ("Todavía no hay nada que copiar", "Ningún año tiene actividades con fecha.")
DATE_WIDTH = 180


class CopyYearDialog(PlainDialog):
    """Previews the copy; what it shows is what it does."""

    def __init__(self, parent: QWidget, context: Context, project: Project) -> None:
        """Propose to copy last year into the program's, or the program's into the next one."""
        super().__init__(parent, "Copiar el plan de otro año", 820, 600, HINT)
        self._project, self._context = project, context
        self._copy: PlanCopiado | None = None
        years = years_with_lines(project.proyecto)
        self.source = QComboBox()
        self.source.setAccessibleName("Año que se copia")
        self.source.addItems([str(year) for year in years])
        self.target = YearBox("Año al que se copia")
        if years:
            source, target = years_to_copy(project.proyecto, years)
            self.source.setCurrentIndex(years.index(source))
            self.target.setValue(target)
        self.tree = QTreeWidget()
        self.tree.setObjectName("arbol")
        self.tree.setAccessibleName("Lo que se copia y lo que no")
        self.tree.setHeaderLabels(["Fecha nueva", "Actividad"])
        self.tree.setColumnWidth(0, DATE_WIDTH)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self._answer = LateAnswer(project, "Revisando el plan de ese año…")
        self.copy = button("", self.accept_copy, "primario")
        icon = context.icon("calendar", context.colores.secundario)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(EmptyState(icon, *NOTHING))
        self._stack.setCurrentIndex(0 if years else 1)
        self.body.addLayout(row(label("Copiar las de"), self.source, label("a"), self.target, None))
        self.body.addWidget(self._answer)
        self.body.addWidget(self._stack, 1)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.source.activated.connect(lambda _: self._ask())
        self.target.valueChanged.connect(lambda _: self._ask())
        self._answer.ready.connect(self._show)
        self._tell()
        if years:
            self._ask()

    def accept_copy(self) -> None:
        """Copy, as one edition, and close."""
        copy = self._copy
        if copy is not None and self._project.edit(copy.motivo, copy.cambios) is not None:
            self.accept()

    def _ask(self) -> None:
        self._copy = None
        self._tell()
        de, a, feriados = int(self.source.currentText()), self.target.value(), self._context.services.feriados
        self._answer.ask(lambda proyecto, _: copy_year(proyecto, de, a, feriados))

    def _show(self, copy: PlanCopiado) -> None:
        self._copy = copy
        self.tree.clear()
        new = [(_day(linea.fecha), called(linea)) for linea in copy.nuevas]
        out = [("", f"{called(left.linea)}: {left.razon}") for left in copy.omitidas]
        for title, lines in ((f"Se copian ({len(new)})", new), (f"No se copian ({len(out)})", out)):
            group = QTreeWidgetItem([title])
            self.tree.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            for cells in lines:
                item = QTreeWidgetItem(list(cells))
                item.setToolTip(1, plain_tip(cells[1]))
                group.addChild(item)
            group.setExpanded(True)
        self._tell()

    def _tell(self) -> None:
        many = 0 if self._copy is None else len(self._copy.nuevas)
        nothing = "Copiar" if self._copy is None and self.source.count() else "Nada que copiar"
        self.copy.setText(f"Copiar {counted(many)}" if many else nothing)
        self.copy.setEnabled(bool(many) and not self._project.read_only)


def _day(dia: date | None) -> str:
    return "" if dia is None else f"{DIAS_SEMANA[dia.weekday()][:3]} {fecha_corta(dia)}"
