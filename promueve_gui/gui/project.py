"""The open project as the window sees it: edits go in here, changes and reviews come out as signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from promueve_gui.application.garbage import set_aside
from promueve_gui.application.mensajes import REINTENTABLES, mensaje
from promueve_gui.application.overview import Overview, overview
from promueve_gui.application.search import SearchIndex
from promueve_gui.application.session import rebased
from promueve_gui.domain.cambios import Cambios
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.drafts import Drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio, Edicion
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Services
    from promueve_gui.gui.task_runner import Task, TaskRunner

T = TypeVar("T")
FIRST_REVIEW_MS = 20  # after the first turn of events, in which what was built is painted without a worker beside it
REVIEW_DELAY_MS = 250
LET_GO = 10_000  # changes, forgotten in a few milliseconds
WARM_UP_DELAY_MS = 1000  # after the first review, so that the window is not kept waiting for what nobody searches yet


@frozen
class _Waiting:
    """An edit that the file refused for a reason that may pass, or that came while a worker had the session."""

    motivo: str
    cambios: tuple[Cambio, ...]
    origen: str


class Project(QObject):
    """One open project: the only way for widgets to read and change it."""

    changed = Signal(tuple)  # of Cambio
    saved = Signal()
    failed = Signal(str)  # the sentence; when ``pending``, the edit waits to be tried again
    recovered = Signal()
    reviewed = Signal()
    session_noted = Signal()
    crashed = Signal(object)  # an error of a worker that nobody else hears of

    def __init__(self, session: Session, path: Path, services: Services, runner: TaskRunner) -> None:
        """Take an open session; its first review starts once the widgets were built and painted."""
        super().__init__()
        self.session = session
        self.path = path
        self.services = services
        self.runner = runner
        self.index = SearchIndex()
        self.drafts = Drafts()
        self.overview: Overview | None = None
        self.refusal = ""  # why the last edit was not made; nothing when it was
        self._waiting: list[_Waiting] = []
        self._held: list[Cambio] | None = None
        self._reviewing: Task | None = None
        self._closed = False
        self._shown = False  # whether events turned since the widgets were built
        self._review_timer = QTimer(self, singleShot=True)
        self._review_timer.timeout.connect(self._review)
        self._warm_up_timer: QTimer | None = QTimer(self, singleShot=True, interval=WARM_UP_DELAY_MS)
        self._warm_up_timer.timeout.connect(self._warm_up)
        session.subscribe(self._on_changes)
        self._review_timer.start(0)

    @property
    def proyecto(self) -> Proyecto:
        """The content, to be read only."""
        return self.session.proyecto

    @property
    def read_only(self) -> bool:
        """Tell whether edits are refused."""
        return self.session.read_only

    @property
    def pending(self) -> bool:
        """Tell whether an edit waits because the file refused it."""
        return bool(self._waiting)

    @property
    def closed(self) -> bool:
        """Tell whether the file was let go of; a widget may outlive it for a moment."""
        return self._closed

    @property
    def busy(self) -> bool:
        """Tell whether a worker has the session."""
        return self._held is not None

    def edit(self, motivo: str, cambios: Iterable[Cambio | None], origen: str = "ventana") -> Edicion | None:
        """Make changes as one edition. When the file refuses, they wait and ``failed`` tells; nothing is lost."""
        wanted = _Waiting(motivo, tuple(cambio for cambio in cambios if cambio is not None), origen)
        if not wanted.cambios:
            return None
        if not self.busy and not self._waiting:
            return self._try(wanted)
        if wanted not in self._waiting:  # a form asks again for what it still shows
            self._waiting.append(wanted)
        if not self.busy:
            self.retry()
        return None

    def _try(self, wanted: _Waiting) -> Edicion | None:
        self._let_review_go()
        try:
            edicion = self.session.edit(wanted.motivo, wanted.cambios, wanted.origen)
        except UserError as error:
            if error.code in REINTENTABLES:
                self._waiting.append(wanted)
            self.refusal = mensaje(error)
            self.failed.emit(self.refusal)
            return None
        self.refusal = ""
        if edicion is not None:
            self.saved.emit()
        return edicion

    def retry(self) -> None:
        """Try again, in their order, the edits that the file refused; what follows one that fails goes on waiting."""
        waiting, self._waiting = self._waiting, []
        for place, wanted in enumerate(waiting):
            current = _Waiting(wanted.motivo, tuple(rebased(wanted.cambios, self.proyecto)), wanted.origen)
            if current.cambios:
                self._try(current)
            if self._waiting:
                self._waiting.extend(waiting[place + 1 :])
                return
        self.recovered.emit()

    def save_copy(self, path: Path) -> None:
        """Write a copy of the project, with the edits that wait, and open nothing. Raises ``UserError``."""
        self.session.save_copy(path)
        if not self._waiting:
            return
        copy = self.services.opener.open(path)
        try:
            for wanted in self._waiting:
                copy.edit(wanted.motivo, rebased(wanted.cambios, copy.proyecto), wanted.origen)
        finally:
            copy.close()

    def forget_pending(self) -> None:
        """Give up the edits that wait, since a copy has them."""
        self._waiting.clear()
        self.recovered.emit()

    def run_long(self, work: Callable[[Session, Progress], T]) -> Task:
        """Let a worker have the session for a large change, such as an import; widgets are told when it is over.

        Edits that come meanwhile, from a form that settles, wait until then.
        """
        self._held = []
        task = self.runner.start(lambda progress: work(self.session, progress))
        task.ended.connect(self._on_long_ended)
        return task

    def _on_long_ended(self) -> None:
        held, self._held = self._held, None
        if held:
            with set_aside():  # what was imported stays
                self._on_changes(tuple(held))
            self.saved.emit()
            self._let_go(held)
        if self._waiting:
            self.retry()

    def _let_go(self, told: list[Cambio]) -> None:
        """Forget changes that everybody was told of, so many in each turn of the event loop: they may be very many."""
        del told[-LET_GO:]
        if told:
            QTimer.singleShot(0, self, lambda: self._let_go(told))

    def note_export(self, documento: str, archivo: str, position: int, exportacion: Id | None = None) -> None:
        """Note that a document, named by its identity, left in the state named by ``position``; see the session."""
        try:
            self.session.record_export(documento, archivo, position, exportacion)
        except UserError as error:
            self.failed.emit(mensaje(error))
        self.session_noted.emit()

    def exports(self) -> Mapping[str, datetime]:
        """Return when each document last left, by its identity."""
        return self.session.exports()

    def undo(self) -> str:
        """Take back the last edition and return its reason; empty when there is none."""
        return self._step(redo=False)

    def redo(self) -> str:
        """Bring back the last undone edition and return its reason; empty when there is none."""
        return self._step(redo=True)

    def _step(self, *, redo: bool) -> str:
        if self.busy:
            return ""
        self._let_review_go()
        try:
            edicion = self.session.redo() if redo else self.session.undo()
        except UserError as error:
            self.failed.emit(mensaje(error))
            return ""
        if edicion is None:
            return ""
        self.saved.emit()
        return edicion.motivo

    def _on_changes(self, cambios: tuple[Cambio, ...]) -> None:
        if self._held is not None:  # on a worker's thread, where widgets must not be touched
            self._held.extend(cambios)
            return
        self.changed.emit(Cambios(cambios))
        self._review_timer.start(REVIEW_DELAY_MS)

    def _let_review_go(self) -> None:
        """Stop a review under way, before a change: it would be out of date, and keeps the window waiting meanwhile."""
        if self._reviewing is not None:
            self._reviewing.cancel()
            self._review_timer.start(REVIEW_DELAY_MS)  # even if the change is refused

    def _review(self) -> None:
        if not self._shown:
            self._shown = True
            self._review_timer.start(FIRST_REVIEW_MS)
            return
        if self._reviewing is not None:  # one at a time; the newest state is reviewed when this one ends
            self._review_timer.start(REVIEW_DELAY_MS)
            return
        snapshot, services = self.session.snapshot(), self.services
        task = self.runner.start(lambda progress: overview(snapshot, services.today(), services.feriados, progress))
        self._reviewing = task
        task.succeeded.connect(self._on_reviewed)
        task.crashed.connect(self.crashed)
        task.ended.connect(self._on_review_ended)

    def _on_reviewed(self, made: Overview) -> None:
        if self._closed:  # a review that was under way; pages that still listen must not ask a closed file
            return
        self.overview = made
        self.reviewed.emit()

    def _on_review_ended(self) -> None:
        self._reviewing = None
        if self._warm_up_timer is not None and not self._closed:
            self._warm_up_timer.start()

    def _warm_up(self) -> None:
        self._warm_up_timer = None
        snapshot = self.session.snapshot()
        self.runner.start(lambda progress: self.index.warm_up(snapshot, progress)).crashed.connect(self.crashed)

    def close(self) -> None:
        """Close the file."""
        self._closed = True
        self._review_timer.stop()
        if self._warm_up_timer is not None:
            self._warm_up_timer.stop()
        self.session.close()
