"""The plan among the documents: as what, for whom, and with which choices it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from promueve_gui.application.agenda_options import ALARMAS, OpcionesAgenda
from promueve_gui.application.export_documents import AGENDA, CALENDARIO_PDF, PLAN, PLAN_PDF
from promueve_gui.application.plan_request import PedidoDocumento
from promueve_gui.domain.reparto_plan import REPARTOS, Reparto
from promueve_gui.gui.pasos.entregables.document_card import DocumentCard
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import label, row, show_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.deliverables import Entregable
    from promueve_gui.gui.context import Context

WAYS = (
    (PLAN.clave, "Libro de Excel"),
    (PLAN_PDF.clave, "PDF: tabla por meses"),
    (CALENDARIO_PDF.clave, "PDF: calendario por mes"),
    (AGENDA.clave, "Calendario (.ics)"),
)
NEVER = "Sin recordatorio"


class PlanCard(DocumentCard):
    """The card of the plan, with its choices."""

    def __init__(self, context: Context, entregable: Entregable, ask: Callable[[str], None]) -> None:
        """Begin with the workbook of the whole plan."""
        super().__init__(context, entregable, ask)
        self.way, self.whom = _choice("Como", WAYS), _choice("Para", [(r.value, r.etiqueta) for r in Reparto])
        self.by_month = QCheckBox("Una hoja por mes")
        days = [(str(n), f"{n} día antes" if n == 1 else f"{n} días antes") for n in ALARMAS]
        self.alarm = _choice("Recordar", [("", NEVER), *days])
        self.events = QCheckBox("Eventos y mesas redondas")
        self.published = QCheckBox("Publicaciones de datos")
        self._of_calendar = QWidget()
        self._of_calendar.setLayout(row(*_named("Recordar", self.alarm), self.events, self.published, None))
        choices = row(*_named("Como", self.way), *_named("Para", self.whom), self.by_month, None)
        choices.setContentsMargins(32 + 2 * GRID, 0, 0, 0)
        self._of_calendar.setContentsMargins(32 + 2 * GRID, 0, 0, 0)
        self.body.addLayout(choices)
        self.body.addWidget(self._of_calendar)
        self.way.currentIndexChanged.connect(self._refresh)
        self.whom.currentIndexChanged.connect(self._refresh)
        self._refresh()

    def wanted(self) -> str:
        """Return the name by which the plan is asked for, with the choices that matter."""
        return self._request().to_text()

    def _request(self) -> PedidoDocumento:
        clave = self.way.currentData()
        alarm = self.alarm.currentData()
        whole = self.whom.currentData() == Reparto.TODO.value
        agenda = OpcionesAgenda(
            alarma=int(alarm) if alarm else None,
            eventos=whole and self.events.isChecked(),
            publicaciones=whole and self.published.isChecked(),
        )
        return PedidoDocumento(
            clave=clave,
            reparto=REPARTOS[self.whom.currentData()],
            por_mes=clave == PLAN.clave and self.by_month.isChecked(),
            agenda=agenda if clave == AGENDA.clave else OpcionesAgenda(),
        )

    def _refresh(self) -> None:
        """Show the choices that the way of leaving has; what is nobody's own is for the whole plan alone."""
        show_part(self.by_month, shown=self.way.currentData() == PLAN.clave)
        show_part(self._of_calendar, shown=self.way.currentData() == AGENDA.clave)
        whole = self.whom.currentData() == Reparto.TODO.value
        for box in (self.events, self.published):
            box.setEnabled(whole)
            box.setToolTip("" if whole else "Van solo en el calendario de todo el plan.")


def _choice(name: str, choices: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    for value, text in choices:
        made.addItem(text, value)
    return made


def _named(name: str, widget: QComboBox) -> tuple[QWidget, QWidget]:
    said = label(name, "secundario")
    said.setBuddy(widget)
    return said, widget
