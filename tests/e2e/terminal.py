"""Calls the program as a terminal does, inside this process, and keeps what it answered."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from promueve_gui import bootstrap
from promueve_gui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.proyecto import Proyecto


@dataclass(frozen=True)
class Answer:
    """Exit code and what was written."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """Return the output as the JSON that it is."""
        return json.loads(self.out)


def call(*argv: object) -> Answer:
    """Call the program with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    code = main([str(argument) for argument in argv], out, err)
    return Answer(code, out.getvalue(), err.getvalue())


def only_line(answer: Answer) -> str:
    """Return why nothing was done: one line, and nothing in the output."""
    assert answer.code == 2, answer
    assert answer.out == ""
    (line,) = answer.err.splitlines()
    assert "Traceback" not in line
    return line


def content(path: Path) -> Proyecto:
    """Return what a project holds."""
    session = bootstrap.build_opener().open(path, read_only=True)
    try:
        return session.snapshot()
    finally:
        session.close()
