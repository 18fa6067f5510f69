"""How many pages a content takes in Word: on its own letterhead, once a worker has measured that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from promueve_gui.application.letterheads import letterhead_of
from promueve_gui.application.page_estimates import en_paginas, en_word, sin_letra

if TYPE_CHECKING:
    from promueve_gui.application.page_estimates import PageEstimator
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Services
    from promueve_gui.gui.project import Project

SHIPPED = ""  # the letterhead that ships; the others go by their SHA-256


class PageLength(QObject):
    """Says it at once, on the letterhead that ships while the other one is measured."""

    measured = Signal()

    def __init__(self, services: Services, project: Project) -> None:
        """Know no letterhead yet."""
        super().__init__()
        self._services, self._project = services, project
        self._asked: set[str] = set()
        self._estimators: dict[str, PageEstimator] = {}

    def sentence(self, contenido: Contenido, proyecto: Proyecto) -> str:
        """Return how long a content is, on which letterhead that is so, and which typefaces are missing here."""
        return self.said(contenido, proyecto)[1]

    def said(self, contenido: Contenido, proyecto: Proyecto) -> tuple[str, str]:
        """Return how many pages a content takes, and the whole ``sentence``."""
        membrete = letterhead_of(proyecto, contenido)
        estimate = self._estimators.get(SHIPPED if membrete is None else membrete.archivo)
        medido = estimate is not None
        if estimate is None:
            if membrete is not None:
                self._measure(membrete.archivo)
            estimate = self._shipped(proyecto)
        paginas = estimate(contenido, proyecto)
        dicho = en_word(paginas, "" if membrete is None else membrete.titulo, medido=medido)
        return en_paginas(paginas), "\n".join(filter(None, (dicho, sin_letra(estimate.ausentes))))

    def _shipped(self, proyecto: Proyecto) -> PageEstimator:
        if SHIPPED not in self._estimators:
            self._estimators[SHIPPED] = self._services.page_estimator(None, proyecto)
        return self._estimators[SHIPPED]

    def _measure(self, archivo: str) -> None:
        """Have a letterhead measured by a worker, once: what is kept under a SHA-256 never changes."""
        if archivo in self._asked or self._project.closed or self._project.busy:
            return
        self._asked.add(archivo)
        data = self._project.session.get_file(archivo)
        if data is None:
            return
        snapshot, services = self._project.session.snapshot(), self._services
        task = self._project.runner.start(lambda _: (archivo, services.page_estimator(data, snapshot)))
        task.succeeded.connect(self._on_measured)
        task.crashed.connect(self._project.crashed)

    def _on_measured(self, found: tuple[str, PageEstimator]) -> None:
        archivo, estimate = found
        self._estimators[archivo] = estimate
        self.measured.emit()
