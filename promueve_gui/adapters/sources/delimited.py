"""Delimited text into rows, whatever the state of its quotes: one bad row never takes the following ones with it."""

from __future__ import annotations

import csv
from itertools import chain, repeat
from typing import TYPE_CHECKING

from promueve_gui.adapters.sources.tables import BLOQUE, Fila, Tabla
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.adapters.reporte import Reporte

SEPARADORES = (",", ";", "\t", "|")
MAX_CELDAS = 1_000_000  # used cells of a file
_MAX_LINEAS = 200  # lines that one quoted cell may take; beyond, its quote was never closed
_MUESTRA_LINEA = 80  # characters of it that are shown
_MAX_LARGO = 500_000  # characters of a line; longer ones hold no table
_DEMASIADO_LARGO = "el renglón es demasiado largo y no se leyó. Revise los saltos de línea del archivo"
_COMILLAS_ABIERTAS = (
    "hay comillas que se abren y no se cierran, o de más; se leyó como se pudo. Revise las comillas de ese renglón"
)


def sample(lineas: list[str], separador: str, cuantas: int) -> list[Fila]:
    """Return up to ``cuantas`` rows from the top, read without complaint, to look for the header in them."""
    return list(chain.from_iterable(_Renglones(lineas[:cuantas], separador, ancho=0, reporte=None).read()))


def unwrapped(lineas: list[str]) -> list[str]:
    """Return the lines out of the quotes that a spreadsheet put around each, taking it for a single cell."""
    return [_unwrapped(linea) for linea in lineas]


def _unwrapped(linea: str) -> str:
    if not linea.startswith('"') or len(linea) > _MAX_LARGO:
        return linea
    celdas = next(csv.reader([linea]), [])
    return f"{celdas[0]}\n" if len(celdas) == 1 and "\n" not in celdas[0] else linea


def read_table(lineas: list[str], separador: str, ancho: int, reporte: Reporte) -> Tabla:
    """Return all rows, read as they are asked for, with the numbers of their physical lines.

    ``ancho`` is how many cells the header has. Going through the rows raises ``UserError`` with the code
    ``fuente_demasiadas_celdas`` where there are too many.
    """
    bloques = _counted(_Renglones(lineas, separador, ancho, reporte).read(), reporte.archivo)
    return Tabla("", bloques, len(lineas), exacta=True)


def _counted(bloques: Iterator[Sequence[Fila]], archivo: str) -> Iterator[Sequence[Fila]]:
    usadas = 0
    for filas in bloques:
        celdas = [fila for _, fila in filas]
        usadas += sum(map(len, celdas)) - sum(map(list.count, celdas, repeat("")))
        if usadas > MAX_CELDAS:
            raise UserError("fuente_demasiadas_celdas", archivo=archivo, limite=MAX_CELDAS)
        yield filas


class _Renglones:
    """Reads blocks where every line is a row, strictly where cells have several, and line by line where quotes fail."""

    def __init__(self, lineas: list[str], separador: str, ancho: int, reporte: Reporte | None) -> None:
        self._lineas = lineas
        self._separador = separador
        self._ancho = ancho
        self._reporte = reporte
        csv.field_size_limit(_MAX_LARGO)  # by itself, csv takes a cell of 131,072 characters for wrong quotes
        self._siguiente = 0  # index of the first line of the record being read

    def read(self) -> Iterator[Sequence[Fila]]:
        """Yield the rows, as many as come together."""
        while self._siguiente < len(self._lineas):
            inicio, fin = self._siguiente, min(self._siguiente + BLOQUE, len(self._lineas))
            filas = self._plain(self._lineas[inicio:fin])
            if filas:
                self._siguiente = fin
                yield list(enumerate(filas, inicio + 1))
            else:
                for fila in self._read_carefully(fin):
                    yield (fila,)

    def _plain(self, lineas: list[str]) -> list[list[str]]:
        """Return a row for each line; none at all when some line is not one row, or holds no table."""
        if max(map(len, lineas)) > _MAX_LARGO:
            return []
        try:
            filas = list(csv.reader(lineas, delimiter=self._separador, strict=True))
        except csv.Error:
            return []
        return filas if len(filas) == len(lineas) else []

    def _read_carefully(self, fin: int) -> Iterator[Fila]:
        while self._siguiente < fin:
            try:
                yield from self._read_strictly(fin)
            except csv.Error:
                yield from self._read_alone()

    def _read_strictly(self, hasta: int) -> Iterator[Fila]:
        """Read until line ``hasta`` or until a record that cannot be right, of which nothing is kept."""
        inicio = self._siguiente
        lector = csv.reader(self._feed(), delimiter=self._separador, strict=True)
        for celdas in lector:
            fin = inicio + lector.line_num
            if fin - self._siguiente > 1 and self._swallowed(celdas, fin):
                raise csv.Error
            renglon, self._siguiente = self._siguiente + 1, fin
            yield renglon, celdas
            if fin >= hasta:
                return

    def _feed(self) -> Iterator[str]:
        """Give lines until one cell has taken too many; the reader then says that its quote is open."""
        for numero in range(self._siguiente, len(self._lineas)):
            if numero - self._siguiente >= _MAX_LINEAS:
                return
            if len(self._lineas[numero]) > _MAX_LARGO:
                raise csv.Error
            yield self._lineas[numero]

    def _swallowed(self, celdas: list[str], fin: int) -> bool:
        """Tell whether a record of several lines ate rows: it has not the cells of the header and its last line has."""
        if len(celdas) == self._ancho or not self._ancho:
            return False
        return len(self._leniently(self._lineas[fin - 1])) >= self._ancho

    def _leniently(self, linea: str) -> list[str]:
        return next(csv.reader([linea], delimiter=self._separador), [])

    def _read_alone(self) -> Iterator[Fila]:
        """Read one physical line by itself, first as if its open quote were not there."""
        linea = self._lineas[self._siguiente]
        self._siguiente += 1
        if len(linea) > _MAX_LARGO:
            self._complain(linea[:_MUESTRA_LINEA], _DEMASIADO_LARGO)
            return
        celdas = self._leniently(linea)
        sin_abierta = _without_open_quote(linea, self._separador)
        if len(celdas) != self._ancho and sin_abierta != linea:
            celdas = self._leniently(sin_abierta)
        self._complain(linea.strip(), _COMILLAS_ABIERTAS)
        yield self._siguiente, [celda.rstrip("\r\n") for celda in celdas]

    def _complain(self, linea: str, texto: str) -> None:
        if self._reporte:
            self._reporte.renglon(self._siguiente, linea, texto)


def _without_open_quote(linea: str, separador: str) -> str:
    """Return ``linea`` without the quote that opens a cell and is never closed, if there is one."""
    abierta = -1
    for indice, signo in enumerate(linea):
        if signo != '"':
            continue
        if abierta >= 0:
            abierta = -1
        elif indice == 0 or linea[indice - 1] in {separador, '"'}:
            abierta = indice
    return linea if abierta < 0 else linea[:abierta] + linea[abierta + 1 :]
