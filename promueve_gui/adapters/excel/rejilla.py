"""Workbooks read fast: xlsx, xlsm and ods as rows of plain values. Macros, links and pictures are never looked at.

The container is looked over first, as for any file from outside, and no more memory is used than its sheets deserve.
"""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from promueve_gui.adapters.excel import celdas_excel, celdas_ods
from promueve_gui.adapters.excel.celdas_excel import DemasiadasCasillasError, SinDireccionError
from promueve_gui.adapters.excel.container import ROTO, check_archive
from promueve_gui.adapters.excel.marcas import marks_of
from promueve_gui.adapters.excel.paquete import own_properties, sheet_names
from promueve_gui.adapters.intake import read_bytes
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime, time, timedelta
    from pathlib import Path

    from promueve_gui.adapters.excel.marcas import Marcas

Crudo: TypeAlias = "str | int | float | bool | date | datetime | time | timedelta"  # "" is a blank cell
Fila: TypeAlias = "list[Crudo]"
_Juntas: TypeAlias = "tuple[tuple[int, int], tuple[int, int]]"  # first and last row and column, from 0


@frozen
class Rejilla:
    """A sheet: its rows from the first one, each from column A on."""

    nombre: str
    filas: Iterator[Fila]
    oculta: bool = False


@frozen(kw_only=True)
class LibroCrudo:
    """A workbook. ``huella`` is the SHA-256 of the file; ``lejanas`` says by sheet which far cells were left out.

    ``propiedades`` are the document's own, by name; ``marcas`` what people left on the cells of each sheet.
    """

    archivo: str
    huella: str
    propiedades: Mapping[str, str]
    lejanas: Mapping[str, tuple[str, ...]]
    marcas: Mapping[str, Marcas]
    _libro: CalamineWorkbook

    def sheets(self) -> Iterator[Rejilla]:
        """Yield the sheets one by one; only the one in hand takes memory.

        Raises:
            UserError: ``fuente_danada``.
        """
        for hoja in self._libro.sheets_metadata:
            if hoja.typ is SheetTypeEnum.WorkSheet:
                yield Rejilla(hoja.name, self._rows(hoja.name), oculta=hoja.visible is not SheetVisibleEnum.Visible)

    def _rows(self, nombre: str) -> Iterator[Fila]:
        try:
            hoja = self._libro.get_sheet_by_name(nombre)
            margen: Fila = [""] * (hoja.start[1] if hoja.start else 0)  # calamine leaves out blank columns at the left
            filas = (margen + fila for fila in hoja.iter_rows()) if margen else hoja.iter_rows()
            yield from _filled_down(filas, hoja.merged_cell_ranges or [])
        except Exception as error:  # whatever a broken sheet makes calamine stumble on
            raise UserError("fuente_danada", archivo=self.archivo) from error


def _filled_down(filas: Iterator[Fila], juntas: Iterable[_Juntas]) -> Iterator[Fila]:
    """Give the rows that a cell was merged over what it says: whoever merges cells means all of them.

    Cells merged with those beside them are titles and stay as they are.
    """
    bajan: dict[int, list[tuple[int, int]]] = {}
    for (arriba, columna), (abajo, otra) in juntas:
        if columna == otra:
            bajan.setdefault(arriba, []).append((columna, abajo))
    vigentes: dict[int, tuple[int, Crudo]] = {}
    for renglon, fila in enumerate(filas):
        if renglon in bajan:
            vigentes |= {c: (abajo, fila[c]) for c, abajo in bajan[renglon] if c < len(fila)}
        for columna, (abajo, valor) in vigentes.items():
            if renglon <= abajo:
                fila[columna] = valor
        yield fila


def open_workbook(path: Path) -> LibroCrudo:
    """Open the workbook at ``path``.

    Raises:
        UserError: ``fuente_ilegible``, ``fuente_danada``, ``fuente_otro_tipo``, ``fuente_peligrosa``,
            ``fuente_con_contrasena`` or ``fuente_demasiadas_celdas``.
    """
    data = read_bytes(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archivo:
            check_archive(archivo, path.name, opendocument=True)
            propiedades, marcas = own_properties(archivo), marks_of(archivo)
            origen, lejanas = _mended(archivo, data)
    except DemasiadasCasillasError as error:
        raise UserError("fuente_demasiadas_celdas", archivo=path.name, limite=celdas_excel.MAX_CASILLAS) from error
    except (*ROTO, SinDireccionError, SyntaxError) as error:  # a document that is no XML is a SyntaxError
        raise UserError("fuente_danada", archivo=path.name) from error
    try:
        libro = CalamineWorkbook.from_filelike(origen)
    except Exception as error:
        raise UserError("fuente_danada", archivo=path.name) from error
    return LibroCrudo(
        archivo=path.name,
        huella=sha256(data).hexdigest(),
        propiedades=propiedades,
        lejanas=lejanas,
        marcas=marcas,
        _libro=libro,
    )


def _mended(archivo: zipfile.ZipFile, data: bytes) -> tuple[io.BytesIO, dict[str, tuple[str, ...]]]:
    """Return the workbook fit to read: as it is, or a copy in memory when some sheet had to be mended."""
    partes: dict[str, bytes] = {}
    lejanas: dict[str, tuple[str, ...]] = {}
    for parte in archivo.infolist():
        contenido = archivo.read(parte)
        if parte.filename == celdas_ods.PARTE:
            saneado = celdas_ods.mend_content(contenido)
        elif celdas_excel.is_sheet(contenido):
            hoja = celdas_excel.mend_sheet(contenido)
            saneado = hoja.contenido
            lejanas |= {parte.filename: hoja.lejanas} if hoja.lejanas else {}
        else:
            continue
        if saneado is not contenido and saneado != contenido:
            partes[parte.filename] = saneado
    if not partes:
        return io.BytesIO(data), {}
    copia = io.BytesIO()
    with zipfile.ZipFile(copia, "w", zipfile.ZIP_STORED) as nuevo:
        for parte in archivo.infolist():
            nuevo.writestr(parte.filename, partes.get(parte.filename) or archivo.read(parte))
    copia.seek(0)
    nombres = sheet_names(archivo) if lejanas else {}
    return copia, {nombres.get(parte, ""): celdas for parte, celdas in lejanas.items()}
