"""The rules that propose lines of the plan: a list with its form, and how many lines each proposes now."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from promueve_gui.application.plan_lines import counted
from promueve_gui.application.proposals import horizon, propose
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.late_answer import LateAnswer
from promueve_gui.gui.widgets.parts import column, label
from promueve_gui.gui.widgets.record_list import RecordList
from promueve_gui.gui.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from datetime import date

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

COUNT_DELAY_MS = 300
COLUMNS = ("nombre", "objeto", "prioritarios", "clase", "tipo_contenido", "canal", "dias", "momento", "tope", "periodo")
EMPTY = (
    "cog-outline",
    "Este proyecto no tiene reglas",
    "Cada regla dice qué actividad se propone cuando un conjunto se publica, hay un evento o falta comunicar.",
)
CHOOSE = "Elija una regla para ver cuántas actividades propone."


class PlanRules(QWidget):
    """Edits the project's own copy of the rules."""

    def __init__(self, context: Context, project: Project, messages: Messages) -> None:
        """Show the rules, and begin to count."""
        super().__init__()
        self._project, self._services = project, context.services
        records = RecordList(
            context, project, messages, ReglaPlan, columns=COLUMNS, filters=("objeto",), empty=EMPTY, primary=False
        )
        self.panel = RecordPanel(context, project, records, ReglaPlan)
        self.told = label(CHOOSE, "menor", wrap=True)
        self._counts: Counter[Id] | None = None
        self._until: date | None = None
        self._answer = LateAnswer(project, "Contando lo que propone cada regla…")
        self._timer = QTimer(self, singleShot=True, interval=COUNT_DELAY_MS)
        layout = column(self.panel, self._answer, self.told)
        layout.setContentsMargins(0, 0, 0, GRID // 2)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._timer.timeout.connect(self._ask)
        self._answer.ready.connect(self._on_counted)
        records.current_changed.connect(lambda _: self._tell())
        project.changed.connect(self._on_changed)
        self._timer.start()

    def _on_changed(self, cambios: tuple[Cambio, ...]) -> None:
        if any(cambio.entidad == ReglaPlan.ENTIDAD for cambio in cambios):
            self._timer.start()

    def _ask(self) -> None:
        hoy, feriados = self._services.today(), self._services.feriados
        hasta = self._until = horizon(self._project.proyecto, hoy)

        def count(proyecto: Proyecto, progress: Progress) -> Counter[Id]:
            return Counter(one.regla.id for one in propose(proyecto, hoy, hasta, feriados, progress))

        self._answer.ask(count)

    def _on_counted(self, counts: Counter[Id]) -> None:
        self._counts = counts
        self._tell()

    def _tell(self) -> None:
        regla = self.panel.list.table.current_record()
        if regla is None or self._counts is None or self._until is None:
            self.told.setText(CHOOSE)
            return
        many = self._counts[regla.id]
        what = f"propone {counted(many)}" if many else "no propone ninguna actividad"
        self.told.setText(f"Esta regla {what} de aquí al {fecha_larga(self._until)}, con lo que el plan tiene hoy.")
