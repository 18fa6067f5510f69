"""Spelling by Hunspell (port ``Ortografia``): starts the process that answers, asks it, and ends it."""

from __future__ import annotations

import json
import subprocess
import sys
import weakref
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, cast

from promueve_gui.adapters.lengua.consulta import CHECK, SUGGEST
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

CHECK_SECONDS = 30.0  # the first answer waits for the dictionary to be read, on a slow computer too
SUGGEST_SECONDS = 3.0
STOPPED = "ortografia_detenida"
VERB = "--ortografia"  # what the program is started with to answer; people have no use for it


def own_command(dictionary: Path) -> list[str]:
    """Return the command that starts this program to answer about ``dictionary``, installed or from its source."""
    installed = getattr(sys, "frozen", False)
    program = [sys.executable] if installed else [sys.executable, str(Path(__file__).resolve().parents[3] / "main.py")]
    return [*program, VERB, str(dictionary)]


class _Answering:
    """One process, and the thread that reads what it answers: pipes have no time limit of their own."""

    def __init__(self, command: Sequence[str]) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own program, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0,
        )
        self.answers: SimpleQueue[bytes] = SimpleQueue()
        self._reader = Thread(target=self._read, daemon=True, name="ortografia")
        self._reader.start()

    def _read(self) -> None:
        for line in cast("BinaryIO", self.process.stdout):
            self.answers.put(line)
        self.answers.put(b"")

    def ask(self, question: bytes, seconds: float) -> bytes | None:
        """Return the line that answers; empty when the process ended, ``None`` when it did not answer in time."""
        stdin = cast("BinaryIO", self.process.stdin)
        try:
            stdin.write(question)
            stdin.flush()
            return self.answers.get(timeout=seconds)
        except Empty:
            return None
        except (OSError, ValueError):
            return b""

    def end(self) -> None:
        """End the process; it has nothing to save."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                cast("BinaryIO", pipe).close()
            except OSError:  # what was still to be written has nobody to read it
                continue


class HunspellApart:
    """Asks a process about words; starts it with the first question, and again when it had to be ended."""

    def __init__(
        self, command: Sequence[str], check_seconds: float = CHECK_SECONDS, suggest_seconds: float = SUGGEST_SECONDS
    ) -> None:
        """Remember the command that runs ``consulta.serve``, and how long answers are waited for."""
        self._command, self._lock = tuple(command), Lock()
        self._check_seconds, self._suggest_seconds = check_seconds, suggest_seconds
        self._running: _Answering | None = None
        self._finalize: weakref.finalize[..., HunspellApart] | None = None

    def desconocidas(self, palabras: Sequence[str]) -> frozenset[str]:
        """Return which words the dictionary does not know. Raises ``UserError``."""
        return frozenset(self._ask(CHECK, palabras, self._check_seconds)) if palabras else frozenset()

    def sugerencias(self, palabra: str) -> tuple[str, ...]:
        """Return what may have been meant; nothing when it is not known in time. Raises ``UserError``."""
        self.desconocidas([palabra])  # so that the time limit is not spent on reading the dictionary
        try:
            return tuple(self._ask(SUGGEST, [palabra], self._suggest_seconds))
        except UserError:
            return ()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def _ask(self, kind: str, words: Sequence[str], seconds: float) -> list[str]:
        question = json.dumps([kind, list(words)]).encode() + b"\n"
        with self._lock:
            served = self._running is not None
            answer = self._answer(question, seconds)
            if answer == b"" and served:  # somebody ended it meanwhile: it begins again
                answer = self._answer(question, seconds)
            if not answer:
                raise UserError(STOPPED)
            return cast("list[str]", json.loads(answer))

    def _answer(self, question: bytes, seconds: float) -> bytes | None:
        try:
            running = self._running or self._start()
        except OSError as error:
            raise UserError(STOPPED) from error
        answer = running.ask(question, seconds)
        if not answer:
            self._stop()
        return answer

    def _start(self) -> _Answering:
        self._running = _Answering(self._command)
        self._finalize = weakref.finalize(self, self._running.end)
        return self._running

    def _stop(self) -> None:
        self._running = None
        if self._finalize is not None:
            self._finalize()
            self._finalize = None
