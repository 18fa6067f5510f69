"""Where the calls write: plain text in UTF-8, aligned. It knows no use case."""

from __future__ import annotations

import io
import json
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

DONE, FINDINGS, NOTHING_DONE = 0, 1, 2


class UnsaidError(Exception):
    """What was to be said could not be written, whatever was done: the disk with the output is full, or gone."""


@frozen
class Terminal:
    """The two streams. With ``for_machines`` only data go to ``out``; what is meant for people goes to ``err``."""

    out: TextIO
    err: TextIO
    for_machines: bool = False

    def line(self, text: str = "") -> None:
        """Write a line for people."""
        _write(self.err if self.for_machines else self.out, text)

    def problem(self, text: str) -> None:
        """Write a line about what went wrong; line breaks in it become spaces, so that it stays one."""
        _write(self.err, " ".join(text.split()))

    def data(self, value: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
        """Write a value as JSON."""
        _write(self.out, json.dumps(value, ensure_ascii=False, indent=2))

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Write rows in columns; the last column is not padded."""
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.line(("  " + "  ".join(cells)).rstrip())

    def flush(self) -> None:
        """See that everything written has left.

        Raises ``BrokenPipeError`` when nobody reads any more, as writing does, and ``UnsaidError``.
        """
        with _told():
            self.out.flush()
            self.err.flush()

    def abandon(self) -> None:
        """Write no more, because whoever read the output has gone; Python would complain of it when it ends."""
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.out.fileno())


def in_utf8(stream: TextIO) -> TextIO:
    """Return the stream writing UTF-8: Windows gives redirected ones the code page of the machine."""
    if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def _write(stream: TextIO, text: str) -> None:
    # A lone surrogate, from a file name in no known encoding, must not end a call.
    with _told():
        stream.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnsaidError from error
