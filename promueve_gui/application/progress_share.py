"""Progress of one piece among several."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promueve_gui.application.ports import Progress

_PARTES = 1000  # steps of progress that each document counts for, whatever its size


def share(progress: Progress, lugar: int, cuantos: int) -> Progress:
    """Return the progress of the document number ``lugar`` of ``cuantos``, from 0, as its share of the whole."""

    def report(done: int, total: int) -> None:
        propio = min(done, total) * _PARTES // total if total else 0
        progress(lugar * _PARTES + propio, cuantos * _PARTES)

    return report
