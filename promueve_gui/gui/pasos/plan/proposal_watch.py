"""Asks the rules again when what they look at changes: soon while the proposals are looked at, later otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import CitaGuia, DiaInhabil, Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.gui.widgets.late_answer import LateAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.proposals import LineaPropuesta
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.pasos.base import StepPage

SOON_MS, LATER_MS = 200, 1500
WATCHED = frozenset(
    tipo.ENTIDAD
    for tipo in (
        ReglaPlan,
        ConjuntoDatos,
        Evento,
        Herramienta,
        Publicacion,
        GrupoUsuarios,
        UsoDatos,
        CitaGuia,
        DiaInhabil,
        Institucion,
        Persona,
        LineaPlan,
        SugerenciaDescartada,
    )
)


class ProposalWatch(QObject):
    """Knows what is proposed, for the count of the tab and for its list."""

    found = Signal(object)  # list of LineaPropuesta

    def __init__(self, page: StepPage) -> None:
        """Wait until ``page`` is shown for the first time; the rest of the program's year is looked at."""
        super().__init__(page)
        self._page, self._project, self._services = page, page.project, page.context.services
        self.until: date | None = None  # the end of the horizon, when it was chosen
        self.tab: QWidget | None = None  # where proposals are looked at
        self.last: Sequence[LineaPropuesta] = ()
        self.answered = False
        self.answer = LateAnswer(page.project, "Buscando qué proponer…")
        self.answer.ready.connect(self._on_answer)
        self._stale = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_due)
        page.project.changed.connect(self._on_changed)

    def pending(self) -> bool:
        """Tell whether the rules are being asked, or are about to be."""
        return self._timer.isActive() or self.answer.waiting

    def on_shown(self) -> None:
        """Ask for what became stale while nobody looked."""
        if self._stale:
            self._start()

    def look_until(self, end: date) -> None:
        """Look ahead until another day."""
        self.until = end
        self.ask()

    def ask(self) -> None:
        """Ask the rules now."""
        self._stale = False
        hoy, feriados, until = self._services.today(), self._services.feriados, self.until

        def work(proyecto: Proyecto, progress: Progress) -> Sequence[LineaPropuesta]:
            # Loaded here, in the time of the worker: it takes as long as painting a view.
            from promueve_gui.application.proposals import horizon, propose

            return propose(proyecto, hoy, until or horizon(proyecto, hoy), feriados, progress)

        self.answer.ask(work)

    def _on_due(self) -> None:
        if self._page.isVisible():  # nobody may look by now, nor the file be open any more
            self.ask()

    def _start(self) -> None:
        looked_at = self.tab is not None and self.tab.isVisible()
        self._timer.start(SOON_MS if looked_at else LATER_MS)

    def _on_changed(self, cambios: tuple[Cambio, ...]) -> None:
        if any(cambio.entidad in WATCHED for cambio in cambios):
            self._stale = True
            self.answer.forget()
            if self._page.isVisible():
                self._start()

    def _on_answer(self, found: list[LineaPropuesta]) -> None:
        self.last, self.answered = found, True
        self.found.emit(found)
