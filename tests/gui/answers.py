"""What a person answers to message boxes and file dialogs, said beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.gui.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Answers(Messages):
    """Answers from a queue instead of showing dialogs; what was told or asked is kept in ``said``."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._queue: list[Any] = []

    def answer(self, *answers: Any) -> None:
        """Give the next answers, in order."""
        self._queue += answers

    def tell(self, text: str, title: str = "Promueve") -> None:
        self.said.append(text)

    def tell_list(self, title: str, sentences: Sequence[str]) -> None:
        self.said += [title, *sentences]

    def ask(self, title: str, text: str, choices: Sequence[str]) -> int:
        self.said.append(text)
        return int(self._queue.pop(0))

    def ask_reason(self, title: str) -> str:
        self.said.append(title)
        return str(self._queue.pop(0))

    def ask_dismissal(self, title: str) -> str | None:
        self.said.append(title)
        answer: str | None = self._queue.pop(0)
        return answer

    def ask_name(self, title: str, what: str, name: str) -> str:
        self.said.append(title)
        return str(self._queue.pop(0))

    def open_project(self) -> Path | None:
        return self._path("open_project")

    def save_project(self, name: str, title: str = "Guardar el proyecto en") -> Path | None:
        return self._path(name)

    def open_sources(self) -> list[Path]:
        self.said.append("open_sources")
        return list(self._queue.pop(0))

    def open_documents(self) -> list[Path]:
        self.said.append("open_documents")
        return list(self._queue.pop(0))

    def open_returned(self) -> list[Path]:
        self.said.append("open_returned")
        return list(self._queue.pop(0))

    def open_file(self, title: str, kind: str = "") -> Path | None:
        return self._path(title)

    def save_file(self, title: str, name: str, kind: str, suffix: str) -> Path | None:
        return self._path(name)

    def save_as(self, title: str, name: str, kinds: Mapping[str, str]) -> Path | None:
        return self._path(name)

    def ask_forever(self, title: str, text: str, action: str) -> bool:
        self.said.append(text)
        return bool(self._queue.pop(0))

    def choose_folder(self, title: str) -> Path | None:
        return self._path(title)

    def _path(self, what: str) -> Path | None:
        self.said.append(what)
        answer: Path | None = self._queue.pop(0)
        return answer
