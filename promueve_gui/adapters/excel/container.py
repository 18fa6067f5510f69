"""The zip that a workbook is: looked over before openpyxl sees it. Nothing is ever extracted to disk or followed.

openpyxl uses lxml when it is installed, so entity bombs are stopped here: a part with a DOCTYPE is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING
from xml.parsers.expat import ExpatError

from promueve_gui.adapters.excel.celdas_excel import look_at_sheet, mark_formulas
from promueve_gui.adapters.excel.paquete import sheet_names
from promueve_gui.adapters.prolog import DoctypeError, check_prolog
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from promueve_gui.adapters.excel.celdas_excel import Senas

MAX_PARTES = 5_000
MAX_DESCOMPRIMIDO = 512 * 1024 * 1024  # bytes of all parts together
MAX_RAZON = 200  # times that a part may grow; deflate reaches 1,000, honest sheets stay below 100
SIN_IMPORTANCIA = 1024 * 1024  # bytes below which growth is harmless
GRANDE = 2 * 1024 * 1024  # bytes from which a sheet is freed of its blank cells before it is read

ROTO = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError)
_ARRANQUES_XML = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00", b" ", b"\t", b"\r", b"\n")
# With its address: a cell without one takes its place from those before it, so none of these could be left out.
_CELDA_VACIA = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"[^<>]*(?:/>|>(?:<v\s*/>|<v></v>)?</c>)')
_HOJA = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_OPENDOCUMENT = b"application/vnd.oasis.opendocument"
_HOJA_DE_CALCULO = _OPENDOCUMENT + b".spreadsheet"
_MANIFIESTO = "META-INF/manifest.xml"
_CIFRADO = b"encryption-data"


@frozen
class Contenedor:
    """A workbook's zip found fit to read: ``origen`` is what openpyxl opens, and ``senas`` go by the name of the sheet.

    Where some formula was saved without its result, ``origen`` says ``SIN_RESULTADO`` in its place and ``formulas`` is
    the workbook with what it says. ``revuelto`` tells that rows of some sheet stand out of order, of which openpyxl
    would lose some.
    """

    origen: IO[bytes]
    formulas: IO[bytes] | None
    senas: Mapping[str, Senas]
    revuelto: bool


def open_container(path: Path) -> Contenedor:
    """Look over the zip at ``path`` and return it as something safe to read.

    Raises:
        UserError: ``fuente_ilegible`` (the system does not let it be read), ``fuente_danada`` (not a sound workbook),
            ``fuente_comprimida``, ``fuente_otro_tipo`` (zips of another kind) or ``fuente_peligrosa`` (bomb, entities).
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError("fuente_ilegible", archivo=path.name) from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archivo:
            check_archive(archivo, path.name)
            hojas = [parte for parte in archivo.infolist() if _HOJA.fullmatch(parte.filename)]
            senas = {hoja.filename: look_at_sheet(archivo.read(hoja)) for hoja in hojas}
            grande = any(hoja.file_size > GRANDE for hoja in hojas)
            origen = formulas = _copy(archivo, _without_blank_cells) if grande else io.BytesIO(data)
            sin_resultado = any(sena.sin_resultado for sena in senas.values())
            if sin_resultado:
                with zipfile.ZipFile(formulas) as limpio:
                    origen = _copy(limpio, mark_formulas)
            nombres = sheet_names(archivo) if any(sena.juntas or sena.fuera for sena in senas.values()) else {}
    except (*ROTO, SyntaxError) as error:  # a part that is no XML is a SyntaxError
        raise UserError("fuente_danada", archivo=path.name) from error
    por_nombre = {nombres.get(parte, ""): sena for parte, sena in senas.items()}
    revuelto = any(sena.revuelta for sena in senas.values())
    return Contenedor(origen, formulas if sin_resultado else None, por_nombre, revuelto)


def check_archive(archivo: zipfile.ZipFile, nombre: str, *, opendocument: bool = False) -> bool:
    """Look over an open zip called ``nombre``; tell whether it is an OpenDocument sheet, refused unless asked for.

    Raises what ``open_container`` does and, for OpenDocument, ``fuente_con_contrasena``.
    """
    _check_sizes(archivo, nombre)
    es_opendocument = opendocument and _is_opendocument_sheet(archivo)
    if es_opendocument:
        _check_not_encrypted(archivo, nombre)
    else:
        _check_kind(archivo, nombre)
    _check_parts(archivo, nombre)
    return es_opendocument


def _is_opendocument_sheet(archivo: zipfile.ZipFile) -> bool:
    nombres = archivo.namelist()
    return "content.xml" in nombres and "mimetype" in nombres and archivo.read("mimetype").startswith(_HOJA_DE_CALCULO)


def _check_not_encrypted(archivo: zipfile.ZipFile, nombre: str) -> None:
    if _MANIFIESTO in archivo.namelist() and _CIFRADO in archivo.read(_MANIFIESTO):
        raise UserError("fuente_con_contrasena", archivo=nombre)


def _check_sizes(archivo: zipfile.ZipFile, nombre: str) -> None:
    """Judge by the central directory alone, before decompressing; ``zipfile`` holds parts to what it says."""
    partes = archivo.infolist()
    total = sum(parte.file_size for parte in partes)
    crece = any(
        parte.file_size > SIN_IMPORTANCIA and parte.file_size > MAX_RAZON * max(parte.compress_size, 1)
        for parte in partes
    )
    if len(partes) > MAX_PARTES or total > MAX_DESCOMPRIMIDO or crece:
        raise UserError("fuente_peligrosa", archivo=nombre)


def _check_kind(archivo: zipfile.ZipFile, nombre: str) -> None:
    nombres = set(archivo.namelist())
    en_xml = any(parte.startswith("xl/") for parte in nombres) and "xl/workbook.bin" not in nombres
    if "[Content_Types].xml" in nombres and en_xml:
        return
    if "xl/workbook.bin" in nombres:
        tipo = "un libro binario de Excel (.xlsb)"
    elif "mimetype" in nombres and archivo.read("mimetype").startswith(_OPENDOCUMENT):
        tipo = "un documento de OpenDocument"
    elif "word/document.xml" in nombres:
        tipo = "un documento de Word"
    else:
        raise UserError("fuente_comprimida", archivo=nombre)
    raise UserError("fuente_otro_tipo", archivo=nombre, tipo=tipo)


def _check_parts(archivo: zipfile.ZipFile, nombre: str) -> None:
    for parte in archivo.infolist():
        with archivo.open(parte) as contenido:
            if contenido.read(4).startswith(_ARRANQUES_XML):
                contenido.seek(0)
                _check_prolog(contenido, parte.filename, nombre)


def _check_prolog(contenido: IO[bytes], nombre_parte: str, nombre: str) -> None:
    """Refuse a part with a DOCTYPE, and one that is no XML where its name says so."""
    try:
        check_prolog(contenido.read)
    except DoctypeError as error:
        raise UserError("fuente_peligrosa", archivo=nombre) from error
    except ExpatError as error:
        if nombre_parte.lower().endswith((".xml", ".rels")):
            raise UserError("fuente_danada", archivo=nombre) from error


def _without_blank_cells(hoja: bytes) -> bytes:
    """Return a sheet without the cells that have a style and nothing else, which inflate it."""
    return _CELDA_VACIA.sub(b"", hoja)


def _copy(archivo: zipfile.ZipFile, cambio: Callable[[bytes], bytes]) -> IO[bytes]:
    """Copy the workbook in memory with a change in each of its sheets."""
    copia = io.BytesIO()
    with zipfile.ZipFile(copia, "w", zipfile.ZIP_STORED) as limpio:
        for parte in archivo.infolist():
            contenido = archivo.read(parte)
            if _HOJA.fullmatch(parte.filename):
                contenido = cambio(contenido)
            limpio.writestr(parte.filename, contenido)
    copia.seek(0)
    return copia
