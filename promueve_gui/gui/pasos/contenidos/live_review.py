"""What is known of the words of the texts on screen, asked of a worker as they are written.

Marks and measures look into ``text``; what it does not know yet they ask for with ``want``, and ``learned`` tells when
it is there. Nothing here waits.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.text_review import NAMED, TextReview, institutional, look_up, names_of
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.catalogos import PalabraDiccionario
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.ortografia import SILABAS_DIFICIL, clave, conocidas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from promueve_gui.application.text_review import Conocida
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Services
    from promueve_gui.gui.project import Project

DELAY_MS = 80  # in which the words of several paragraphs come together
BATCH = 400  # words asked about at once: some milliseconds of a worker
NO_DICTIONARY = (
    "La ortografía no se revisa porque este equipo no tiene un diccionario de español; instale el de Hunspell o "
    "LibreOffice en español."
)


@frozen
class _Answer:
    """What a worker found: of words, the names of the project where they were asked for, the words of the user."""

    found: dict[str, Conocida]
    names: frozenset[str] | None
    personal: frozenset[str]
    without: bool  # there is no dictionary of Spanish


class LiveReview(QObject):
    """Asks, and remembers; one for all texts of the page."""

    learned = Signal(object)  # words whose marks change now (frozenset), or None for any
    stated = Signal()  # another ``sentence``
    told = Signal(str)  # why a word was not added

    def __init__(self, services: Services, project: Project) -> None:
        """Know nothing yet; the dictionary is looked for with the first question."""
        super().__init__()
        self._services, self._project = services, project
        self.text = TextReview()
        self.sentence = ""  # why there is no spelling; empty while there is
        self._personal: frozenset[str] = frozenset()
        self._ignored: dict[Id, frozenset[str]] = {}
        self._content: Id = ""
        self._wanted: dict[str, None] = {}
        self._asking = False
        self._stale = True  # the names of the project are to be read
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._ask)
        project.changed.connect(self._on_changed)

    def show_content(self, identidad: Id | None) -> None:
        """Take another content: what is ignored in one is not in others, and words may be no longer the user's."""
        self._content = identidad or ""
        self._stale = True
        self._excuse_ignored()

    def want(self, words: Iterable[str]) -> bool:
        """Ask about words of which nothing is known yet, and about names that changed; tell whether any word waits."""
        unknown = self.text.unknown(words)
        self._wanted.update(dict.fromkeys(unknown))
        if (unknown or self._stale) and not self._asking and not self._timer.isActive():
            self._timer.start()
        return bool(unknown)

    def suggest(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """Ask what may have been meant by a word; ``then`` is called with it, a moment later."""

        def work(_: object) -> tuple[str, ...]:
            ortografia = self._services.lengua.ortografia
            return () if ortografia is None else ortografia.sugerencias(word)

        task = self._project.runner.start(work)
        task.succeeded.connect(then)
        task.refused.connect(lambda _: then(()))
        task.crashed.connect(self._project.crashed)

    def ignore(self, word: str) -> None:
        """Let a word pass in the content that is written."""
        self._ignored[self._content] = self._ignored.get(self._content, frozenset()) | {clave(word)}
        self._excuse_ignored()
        self.learned.emit(frozenset({word}))

    def add_personal(self, word: str) -> str:
        """Keep a word in the user's dictionary; return the sentence on why it was not, or nothing."""
        try:
            self._services.lengua.personal.agregar(word)
        except UserError as error:
            return mensaje(error)
        self._personal |= {clave(word)}
        self._join()
        self.learned.emit(frozenset({word}))
        return ""

    def add_institutional(self, word: str) -> None:
        """Keep a word in the institution's dictionary, which travels with the project."""
        nueva = PalabraDiccionario(id=nuevo_id(), palabra=word)
        self._project.edit(f"Agregar «{word}» al diccionario de la institución", [alta(nueva)])

    def _excuse_ignored(self) -> None:
        self.text.excuse(ignored=self._ignored.get(self._content, frozenset()))

    # Asking

    def _ask(self) -> None:
        if self._project.closed or self._asking:
            return
        if self._project.busy:  # a worker has the session; it is asked as soon as it is over
            self._timer.start()
            return
        words = list(self._wanted)[:BATCH]
        for word in words:
            del self._wanted[word]
        self._asking = True
        snapshot = self._project.session.snapshot() if self._stale else None
        self._stale = False
        services, spelling = self._services, not self.sentence

        def work(_: object) -> _Answer:
            lengua = services.lengua
            asked = lengua if spelling else replace(lengua, ortografia=None)
            names = None if snapshot is None else names_of(snapshot)
            return _Answer(
                look_up(asked, words), names, lengua.personal.palabras() | lengua.propias, lengua.ortografia is None
            )

        task = self._project.runner.start(work)
        task.succeeded.connect(self._on_found)
        task.refused.connect(lambda error: self._on_refused(error, words))
        task.crashed.connect(self._project.crashed)
        task.ended.connect(self._on_ended)

    def _on_found(self, answer: _Answer) -> None:
        self.text.learn(answer.found)
        if answer.without:
            self._state(NO_DICTIONARY)
        before = self.text.excused
        self.text.excuse(names=answer.names)
        self._personal = conocidas(answer.personal)
        self._join()
        if before != self.text.excused:
            self.learned.emit(None)
        else:
            told = (word for word, known in answer.found.items() if not known.bien or known.silabas >= SILABAS_DIFICIL)
            self.learned.emit(frozenset(told))

    def _on_refused(self, error: UserError, words: list[str]) -> None:
        """Go on without spelling; the words are still to be measured."""
        self._state(mensaje(error))
        self._stale = True
        self._wanted.update(dict.fromkeys(words))

    def _on_ended(self) -> None:
        self._asking = False
        QTimer.singleShot(0, self, self._ask_more)  # once the outcome was told

    def _ask_more(self) -> None:
        if self._wanted:
            self._ask()

    def _join(self) -> None:
        """Put the user's dictionary and the institution's together."""
        self.text.excuse(added=self._personal | institutional(self._project.proyecto))

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        changed = {cambio.entidad for cambio in cambios}
        if PalabraDiccionario.ENTIDAD in changed:
            self._join()
            self.learned.emit(None)
        if changed & {tipo.ENTIDAD for tipo in NAMED}:
            self._stale = True  # they are read again when a text is looked at

    def _state(self, sentence: str) -> None:
        if sentence != self.sentence:
            self.sentence = sentence
            self.stated.emit()
