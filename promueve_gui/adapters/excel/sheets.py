"""Workbooks as plain values, sheet by sheet: no styles, macros, links or pictures; formulas by their result.

A reference saved without its result (``='Diccionario de datos'!A2``) is looked up in the sheet that it names.
"""

from __future__ import annotations

import re
import warnings
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from promueve_gui.adapters.errores_formula import SIN_RESULTADO
from promueve_gui.adapters.excel.celdas_excel import MAX_COLUMNAS, Senas
from promueve_gui.adapters.excel.container import open_container
from promueve_gui.adapters.excel.rejilla import open_workbook
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path


MAX_CELDAS = 1_000_000  # used cells of a workbook
MAX_RENGLONES = 1_048_576  # rows of a sheet, by the format itself
MAX_CADENA = 8  # references followed from one cell to the next
_CADA = 512  # rows between two reports of progress
_REFERENCIA = re.compile(r"=\+?(?:'((?:[^']|'')+)'!|([^\W\d][\w.]*)!)?\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")

Celda: TypeAlias = object  # str, int, float, bool, datetime, date, time, timedelta or None
Progreso: TypeAlias = "Callable[[int, int], None]"
_Fila: TypeAlias = tuple[tuple[str, bool], int, "tuple[Celda, ...]"]  # sheet and if hidden, row number, values


@dataclass(slots=True)
class Hoja:
    """A sheet: its used rows by number, counted from 1, each cut after its last used cell.

    A formula saved without its result says ``SIN_RESULTADO``.
    """

    nombre: str
    filas: dict[int, list[Celda]] = field(default_factory=dict)
    oculta: bool = False
    senas: Senas = field(default_factory=Senas)

    def celda(self, renglon: int, columna: int) -> Celda:
        """Return the value at a row and a column, both counted from 1; ``None`` where nothing is written."""
        fila = self.filas.get(renglon, [])
        return fila[columna - 1] if columna <= len(fila) else None


def read_sheets(path: Path, progress: Progreso | None = None) -> list[Hoja]:
    """Read every sheet of the workbook at ``path``; ``progress`` hears the rows read so far and 0, and may raise.

    What openpyxl stumbles over, though Excel opens it, and what LibreOffice writes are read in a plainer way.

    Raises:
        UserError: ``fuente_danada``, ``fuente_otro_tipo``, ``fuente_peligrosa`` or ``fuente_demasiadas_celdas``.
    """
    try:
        hojas = _read_with_formulas(path, progress)
    except UserError as error:
        if error.code not in {"fuente_danada", "fuente_otro_tipo"}:
            raise
        with suppress(UserError):
            return _read_plainly(path, progress)
        raise
    return hojas or _read_plainly(path, progress)  # none is seen where their names are those of the strict standard


def _read_with_formulas(path: Path, progress: Progreso | None) -> list[Hoja]:
    contenedor = open_container(path)
    if contenedor.revuelto:
        return _read_plainly(path, progress)
    lector = _Lector(path.name, progress)
    hojas = lector.read(contenedor.origen, solo_valores=True)
    if contenedor.formulas:
        _resolve(hojas, _Lector(path.name, progress).read(contenedor.formulas, solo_valores=False))
    for hoja in hojas:
        hoja.senas = contenedor.senas.get(hoja.nombre, hoja.senas)
    return hojas


def _read_plainly(path: Path, progress: Progreso | None) -> list[Hoja]:
    libro = open_workbook(path)
    lector = _Lector(path.name, progress)
    hojas = []
    for rejilla in libro.sheets():
        fuera = next(iter(libro.lejanas.get(rejilla.nombre, ())), "")
        hojas.append(Hoja(rejilla.nombre, oculta=rejilla.oculta, senas=Senas(fuera=fuera)))
        for renglon, valores in enumerate(rejilla.filas, start=1):
            lector.keep(hojas[-1], renglon, valores)
    return hojas


class _Lector:
    """One pass over a workbook, with its count of used cells."""

    def __init__(self, archivo: str, progress: Progreso | None) -> None:
        self._archivo = archivo
        self._progress = progress
        self._usadas = 0
        self._leidos = 0

    def read(self, origen: IO[bytes], *, solo_valores: bool) -> list[Hoja]:
        """Return the sheets with results, or with formulas as written."""
        hojas: dict[str, Hoja] = {}
        with warnings.catch_warnings(), closing(_rows(origen, solo_valores=solo_valores)) as filas:
            warnings.simplefilter("ignore")  # openpyxl tells of every style and extension that it does not know
            for (nombre, oculta), renglon, valores in self._safely(filas):
                self.keep(hojas.setdefault(nombre, Hoja(nombre, oculta=oculta)), renglon, valores)
        return list(hojas.values())

    def keep(self, hoja: Hoja, renglon: int, valores: Sequence[Celda]) -> None:
        """Add a row to a sheet, unless it is blank. Raises ``UserError`` when cells are too many."""
        usadas = len(valores) - valores.count(None) - valores.count("")
        if usadas:
            ultima = len(valores)
            while valores[ultima - 1] is None or valores[ultima - 1] == "":
                ultima -= 1
            hoja.filas[renglon] = list(valores[:ultima])
            self._usadas += usadas
        if self._usadas > MAX_CELDAS:
            raise UserError("fuente_demasiadas_celdas", archivo=self._archivo, limite=MAX_CELDAS)
        self._leidos += 1
        if self._progress and self._leidos % _CADA == 0:
            self._progress(self._leidos, 0)

    def _safely(self, filas: Iterator[_Fila]) -> Iterator[_Fila]:
        """Turn whatever a broken workbook makes openpyxl stumble on into one clear error."""
        while True:
            try:
                fila = next(filas, None)
            except Exception as error:
                raise UserError("fuente_danada", archivo=self._archivo) from error
            if fila is None:
                return
            yield fila


def _rows(origen: IO[bytes], *, solo_valores: bool) -> Generator[_Fila, None, None]:
    """Yield sheet, row number and values; the declared size of a sheet is not believed."""
    libro = load_workbook(origen, read_only=True, data_only=solo_valores, keep_vba=False, keep_links=False)
    with closing(libro):
        for hoja in libro.worksheets:
            hoja.reset_dimensions()
            cual = hoja.title, hoja.sheet_state != "visible"
            yield cual, 0, ()
            vacia: tuple[Celda, ...] | None = None  # openpyxl gives the same one for all the rows that are not there
            for renglon, valores in enumerate(hoja.iter_rows(max_col=MAX_COLUMNAS, values_only=True), start=1):
                if renglon > MAX_RENGLONES:
                    raise ValueError(renglon)
                if valores is vacia:
                    continue
                if valores.count(None) == len(valores):
                    vacia = valores
                else:
                    yield cual, renglon, valores


def _resolve(hojas: list[Hoja], formulas: list[Hoja]) -> None:
    """Fill the cells whose formula has no saved result and only points at another cell."""
    por_nombre = {hoja.nombre.casefold(): hoja for hoja in hojas}
    escritas = {hoja.nombre.casefold(): hoja for hoja in formulas}
    for hoja in formulas:
        destino = por_nombre[hoja.nombre.casefold()]
        for renglon, valores in hoja.filas.items():
            for columna, formula in enumerate(valores, start=1):
                if (
                    isinstance(formula, str)
                    and formula.startswith("=")
                    and destino.celda(renglon, columna) == SIN_RESULTADO
                ):
                    _put(destino, renglon, columna, _follow(hoja.nombre, formula, escritas))


def _follow(hoja: str, valor: Celda, escritas: dict[str, Hoja]) -> Celda:
    """Follow a reference from cell to cell until something that is not a formula; ``None`` if it leads nowhere."""
    for _ in range(MAX_CADENA):
        if not (isinstance(valor, str) and valor.startswith("=")):
            return valor
        referencia = _REFERENCIA.fullmatch(valor.strip())
        if not referencia:
            return None
        entre_comillas, suelta, columna, renglon = referencia.groups()
        hoja = entre_comillas.replace("''", "'") if entre_comillas else suelta or hoja
        destino = escritas.get(hoja.casefold())
        valor = destino.celda(int(renglon), column_index_from_string(columna)) if destino else None
    return None


def _put(hoja: Hoja, renglon: int, columna: int, valor: Celda) -> None:
    if valor is not None:
        hoja.filas[renglon][columna - 1] = valor
