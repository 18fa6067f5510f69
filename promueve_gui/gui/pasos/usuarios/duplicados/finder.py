"""Looks for duplicates on a worker, again whenever what it goes by has changed, and only while somebody looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from promueve_gui.application.duplicates import Duplicados, find_duplicates
from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import Task

SETTLE_MS = 400
PROFILE = "vigente"  # any will do: the synonyms that ship are those of all
LOOKED_AT = frozenset({"nombre", "siglas", "clase", "descripcion", "notas", "retirado"})  # of a group
DECIDED = frozenset({UnionGrupos.ENTIDAD, NoDuplicado.ENTIDAD})


class Finder(QObject):
    """Keeps ``found`` true. ``watch`` says whether anybody looks."""

    started = Signal()
    progressed = Signal(int, int)
    changed = Signal()  # ``found`` is another
    ended = Signal()
    stopped = Signal()  # the search was cancelled

    def __init__(self, project: Project, parent: QObject) -> None:
        """Start with nothing found; it goes with ``parent``."""
        super().__init__(parent)
        self.found = Duplicados()
        self._project = project
        self._task: Task | None = None
        self._stale, self._watched = True, False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.search)
        project.changed.connect(self._on_changed)

    @property
    def searching(self) -> bool:
        """Tell whether a search is under way."""
        return self._task is not None

    @property
    def waiting(self) -> bool:
        """Tell whether a search is about to begin."""
        return self._settle.isActive()

    def watch(self, *, watched: bool) -> None:
        """Search at once when somebody looks and what was found may no longer hold."""
        self._watched = watched
        if not watched:
            self._settle.stop()  # nobody waits for it, and the project may be about to close
        if watched and self._stale and not self.searching:
            self.search()

    def search(self) -> None:
        """Search now; while another search is under way, when it has ended."""
        self._settle.stop()
        self._stale = self.searching
        if self._stale:
            return
        snapshot, services = self._project.session.snapshot(), self._project.services

        def work(progress: Progress) -> Duplicados:
            shipped = partial(services.textos.load_perfil, PROFILE)
            return find_duplicates(snapshot, services.build_similitud(), progress, shipped)

        self._task = task = self._project.runner.start(work)
        task.progressed.connect(self.progressed)
        task.succeeded.connect(self._on_found)
        task.cancelled.connect(self.stopped)
        task.crashed.connect(self._project.crashed)
        task.ended.connect(self._on_ended)
        self.started.emit()

    def cancel(self) -> None:
        """Stop the search under way."""
        if self._task is not None:
            self._task.cancel()

    def _on_ended(self) -> None:
        self._task = None
        self.ended.emit()
        if self._stale and self._watched:
            self._settle.start()

    def _on_found(self, found: Duplicados) -> None:
        self.found = found.vigentes(self._project.proyecto)
        self.changed.emit()

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        entidades = {cambio.entidad for cambio in cambios if _matters(cambio)}
        if not entidades:
            return
        if entidades & DECIDED:  # what people decided counts at once
            self.found = self.found.vigentes(self._project.proyecto)
            self.changed.emit()
        self._stale = True
        if self._watched:
            self._settle.start()


def _matters(cambio: Cambio) -> bool:
    """Tell whether a change may make other groups look alike."""
    if cambio.entidad == GrupoUsuarios.ENTIDAD:
        return cambio.antes is None or cambio.despues is None or not LOOKED_AT.isdisjoint(cambio.despues)
    return cambio.entidad in DECIDED or cambio.entidad == Sinonimo.ENTIDAD
