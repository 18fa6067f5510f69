"""Rows of texts with their place, whatever file they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from promueve_gui.adapters.excel.sheets import Hoja

Fila: TypeAlias = tuple[int, list[str]]  # row number counted from 1, and cells
Progreso: TypeAlias = "Callable[[int, int], None]"

_CADA = 1024  # rows between two reports of progress


@dataclass(slots=True)
class Tabla:
    """A sheet or a delimited file, whose rows can be gone through once; ``total`` is how many there may be.

    ``exacta`` tells that a row with fewer cells than the header is damaged.
    """

    hoja: str
    filas: Iterable[Fila]
    total: int
    exacta: bool = False


@dataclass(slots=True)
class Avance:
    """Tells a listener, now and then, how many rows are done; the listener may raise to stop everything."""

    progress: Progreso | None
    total: int

    def paso(self, hechos: int) -> None:
        """Say that ``hechos`` rows are done, if it is time to."""
        if self.progress and hechos % _CADA == 0:
            self.progress(hechos, self.total)


def rows_of_sheet(hoja: Hoja) -> list[Fila]:
    """Return the rows of a sheet as texts; numbers without decimals lose the point, days are ISO 8601."""
    return [(renglon, list(map(_text, fila))) for renglon, fila in sorted(hoja.filas.items())]


def _text(valor: object) -> str:
    if valor is None:
        return ""
    if isinstance(valor, str):
        return valor
    if isinstance(valor, datetime):
        return valor.date().isoformat()
    if isinstance(valor, date):
        return valor.isoformat()
    if isinstance(valor, float) and valor.is_integer():
        return str(int(valor))
    return str(valor)
