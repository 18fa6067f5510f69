"""Rows of texts with their place, whatever file they come from, and the list of what was wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.importacion import Problema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from promueve_gui.adapters.excel.sheets import Hoja

Fila: TypeAlias = tuple[int, list[str]]  # row number counted from 1, and cells
Progreso: TypeAlias = "Callable[[int, int], None]"

_MAX_VALOR = 80  # characters of a value that a sentence repeats
_LETRAS = 26
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
class Reporte:
    """Collects problems, each as one sentence that says where, what, and how to mend it."""

    archivo: str
    hoja: str = ""
    problemas: list[Problema] = field(default_factory=list)

    def celda(self, renglon: int, indice: int, valor: str, texto: str) -> None:
        """Report a cell; ``indice`` counts columns from 0, ``texto`` continues «Renglón 7, columna H: …»."""
        letra = column_letter(indice)
        self._add(renglon, letra, valor, f"{self._lugar(renglon)}, columna {letra}: {texto}.")

    def renglon(self, renglon: int, valor: str, texto: str) -> None:
        """Report a whole row; ``texto`` continues «Renglón 7: …»."""
        self._add(renglon, "", valor, f"{self._lugar(renglon)}: {texto}.")

    def clave(self, numero: int, clave: str, valor: str, texto: str) -> None:
        """Report a key of the dataset number ``numero`` of a JSON document."""
        self._add(numero, clave, valor, f"Conjunto {numero}, campo «{clave}»: {texto}.")

    def general(self, mensaje: str, valor: str = "") -> None:
        """Report something about the whole file, as a sentence of its own."""
        self._add(None, "", valor, mensaje)

    def _lugar(self, renglon: int) -> str:
        return f"Hoja «{self.hoja}», renglón {renglon}" if self.hoja else f"Renglón {renglon}"

    def _add(self, renglon: int | None, columna: str, valor: str, mensaje: str) -> None:
        self.problemas.append(Problema(self.hoja, renglon, columna, _as_found(valor), mensaje))


@dataclass(slots=True)
class Avance:
    """Tells a listener, now and then, how many rows are done; the listener may raise to stop everything."""

    progress: Progreso | None
    total: int

    def paso(self, hechos: int) -> None:
        """Say that ``hechos`` rows are done, if it is time to."""
        if self.progress and hechos % _CADA == 0:
            self.progress(hechos, self.total)


def column_letter(indice: int) -> str:
    """Return the letter of a column as spreadsheets show it; ``indice`` counts from 0."""
    letras = ""
    numero = indice + 1
    while numero:
        numero, resto = divmod(numero - 1, _LETRAS)
        letras = chr(ord("A") + resto) + letras
    return letras


def shorten(valor: str) -> str:
    """Return ``valor`` in one line, short enough to be repeated in a sentence."""
    plano = " ".join(valor[: 4 * _MAX_VALOR].split())
    return plano if len(plano) <= _MAX_VALOR else plano[: _MAX_VALOR - 1] + "…"


def _as_found(valor: str) -> str:
    return valor if len(valor) <= _MAX_VALOR and valor.isprintable() else shorten(valor)


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
