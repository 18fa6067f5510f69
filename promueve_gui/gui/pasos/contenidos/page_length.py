"""How many pages a content takes in Word: on its own letterhead, once a worker has measured that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from promueve_gui.application.content_measures import en_word
from promueve_gui.application.letterheads import letterhead_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Services
    from promueve_gui.gui.project import Project


class PageLength(QObject):
    """Says it at once, on the letterhead that ships while the other one is measured."""

    measured = Signal()

    def __init__(self, services: Services, project: Project) -> None:
        """Know no letterhead yet."""
        super().__init__()
        self._services, self._project = services, project
        self._asked: set[str] = set()
        self._estimators: dict[str, Callable[[Contenido, Proyecto], float]] = {}

    def sentence(self, contenido: Contenido, proyecto: Proyecto) -> str:
        """Return how long a content is, and on which letterhead that is so."""
        membrete = letterhead_of(proyecto, contenido)
        if membrete is None:
            return en_word(self._services.estimate_pages(contenido, proyecto))
        estimate = self._estimators.get(membrete.archivo)
        if estimate is not None:
            return en_word(estimate(contenido, proyecto), membrete.titulo)
        self._measure(membrete.archivo)
        return en_word(self._services.estimate_pages(contenido, proyecto), membrete.titulo, medido=False)

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

    def _on_measured(self, found: tuple[str, Callable[[Contenido, Proyecto], float]]) -> None:
        archivo, estimate = found
        self._estimators[archivo] = estimate
        self.measured.emit()
