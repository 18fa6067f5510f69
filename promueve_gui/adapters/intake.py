"""The door of files from outside: what kind each is, told by its first bytes and never by its name."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 100 * 1024 * 1024
_MEGA = 1024 * 1024
_MUESTRA = 4096  # bytes that are looked at to tell the kind
_MAX_CONTROL = 0.1  # share of control characters above which bytes are no text

_POCOS = 8  # characters too few to tell an encoding by
_CASI_TODOS = 0.8  # share of the characters of a Western text whose first byte in UTF-16 is null

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_CIFRADO, _MENSAJE, _DE_WORD, _DE_EXCEL = (
    nombre.encode("utf-16-le") for nombre in ("EncryptedPackage", "__substg1.0_", "WordDocument", "Workbook")
)
# The headers of a message: two lines or more, the subject or the version of MIME among them.
_CORREO = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]*: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+?(?:Subject|MIME-Version|Message-ID): ",
    re.IGNORECASE,
)
# How the marks are called that programs leave beside a file that is open, and how many bytes they have at most.
_MARCAS = ("~$", ".~lock.")
_MAX_MARCA = 1024
_SQLITE, _DE_PROMUEVE = b"SQLite format 3\x00", b"PRMV"
_DONDE_DICE_DE_QUIEN = slice(68, 72)  # the ``application_id`` in the header of SQLite
_AJENOS = (
    (b"%PDF", "un PDF"),
    (b"{\\rtf", "un documento RTF"),
    (b"\x89PNG", "una imagen"),
    (b"\xff\xd8\xff", "una imagen"),
    (b"GIF8", "una imagen"),
    (_SQLITE, "una base de datos"),
)
_COMPRIMIDOS = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
# Workbooks of which all is one text, as their programs can save them.
_EN_XML = (
    (b"urn:oasis:names:tc:opendocument:", "un documento de OpenDocument sin comprimir (.fods)"),
    (b"urn:schemas-microsoft-com:office:spreadsheet", "un libro de Excel guardado como XML"),
    (b"urn:uof:", "un documento de WPS guardado como XML (.uos)"),
)
_PAGINA = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta")
_BLANCOS = b"\xef\xbb\xbf \t\r\n"
_DE_TEXTO = frozenset(b"\t\n\r\x0c\x1a\x1b")
_BOM_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Envase(Enum):
    """What holds the data, whatever the layout inside."""

    LIBRO = "libro"
    TEXTO = "texto"


def tell_container(path: Path) -> Envase:
    """Return what kind of file ``path`` is, by its size and first bytes.

    Raises:
        UserError: ``archivo_no_existe``, ``fuente_carpeta``, ``fuente_ilegible``, ``fuente_vacia``,
            ``fuente_muy_grande``, ``fuente_con_contrasena``, ``fuente_xls``, ``fuente_correo``, ``fuente_comprimida``,
            ``fuente_pagina_web``, ``fuente_proyecto``, ``fuente_marca_abierto`` or ``fuente_otro_tipo``.
    """
    _check_size(path)
    inicio = read_bytes(path, _MUESTRA)
    if inicio.startswith(_OLE):
        raise _refusal_of_old(path)
    if inicio.startswith(_ZIP):
        return Envase.LIBRO
    _refuse_others(path.name, inicio)
    return Envase.TEXTO


def is_of_another_kind(inicio: bytes) -> bool:
    """Tell whether a file that begins so is one that other programs make: a workbook, a PDF or a picture."""
    return inicio.startswith((_OLE, _ZIP, *_COMPRIMIDOS, *(firma for firma, _ in _AJENOS)))


def read_bytes(path: Path, limite: int = -1) -> bytes:
    """Return the first ``limite`` bytes of ``path``, or all of them.

    Raises:
        UserError: ``fuente_ilegible`` when the system does not let it be read, or ``fuente_marca_abierto`` when that
            is because it is the mark of a program that is at work: Windows lets nobody read those of Excel.
    """
    try:
        with path.open("rb") as archivo:
            return archivo.read(limite)
    except OSError as error:
        marca = path.name.startswith(_MARCAS)
        raise UserError("fuente_marca_abierto" if marca else "fuente_ilegible", archivo=path.name) from error


def _check_size(path: Path) -> None:
    try:
        if path.is_dir():
            raise UserError("fuente_carpeta", archivo=path.name)
        tamano = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise UserError("archivo_no_existe", archivo=path.name) from error
    except OSError as error:
        raise UserError("fuente_ilegible", archivo=path.name) from error
    if tamano == 0:
        raise UserError("fuente_vacia", archivo=path.name)
    if tamano <= _MAX_MARCA and path.name.startswith(_MARCAS):
        raise UserError("fuente_marca_abierto", archivo=path.name)
    if tamano > MAX_BYTES:
        raise UserError("fuente_muy_grande", archivo=path.name, limite=MAX_BYTES // _MEGA)


def _refusal_of_old(path: Path) -> UserError:
    """Return why a file is refused that holds others as Office did before 2007, by what these are called."""
    contenido = read_bytes(path)
    if _CIFRADO in contenido:
        return UserError("fuente_con_contrasena", archivo=path.name)
    if _MENSAJE in contenido:
        return UserError("fuente_correo", archivo=path.name)
    if _DE_WORD in contenido and _DE_EXCEL not in contenido:
        return UserError("fuente_otro_tipo", archivo=path.name, tipo="un documento antiguo de Word")
    return UserError("fuente_xls", archivo=path.name)


def _refuse_others(nombre: str, inicio: bytes) -> None:
    if inicio.startswith(_COMPRIMIDOS):
        raise UserError("fuente_comprimida", archivo=nombre)
    if inicio.startswith(_SQLITE) and inicio[_DONDE_DICE_DE_QUIEN] == _DE_PROMUEVE:
        raise UserError("fuente_proyecto", archivo=nombre)
    tipo = next((tipo for firma, tipo in _AJENOS if inicio.startswith(firma)), "")
    if inicio.lstrip(_BLANCOS).startswith(b"<?xml"):
        tipo = next((tipo for marca, tipo in _EN_XML if marca in inicio), "un archivo XML")
    if tipo:
        raise UserError("fuente_otro_tipo", archivo=nombre, tipo=tipo)
    if _CORREO.match(inicio):
        raise UserError("fuente_correo", archivo=nombre)
    sin_blancos = inicio.lstrip(_BLANCOS)
    if not sin_blancos:
        raise UserError("fuente_vacia", archivo=nombre)
    if sin_blancos.lower().startswith(_PAGINA):
        raise UserError("fuente_pagina_web", archivo=nombre)
    if utf16_without_bom(inicio):
        return
    controles = sum(byte < ord(" ") and byte not in _DE_TEXTO for byte in inicio)
    if controles > _MAX_CONTROL * len(inicio) and not inicio.startswith(_BOM_UTF16):
        raise UserError("fuente_otro_tipo", archivo=nombre, tipo="un archivo binario")


def utf16_without_bom(data: bytes) -> str:
    """Return the name of the encoding of ``data`` if it is Western text in UTF-16 that does not say so, or nothing.

    Of every two bytes one is then nearly always null, and the other never is.
    """
    muestra = data[:_MUESTRA]
    mitad = len(muestra) // 2
    primeros, segundos = muestra[0::2].count(0), muestra[1::2].count(0)
    if mitad < _POCOS or (primeros and segundos) or max(primeros, segundos) < _CASI_TODOS * mitad:
        return ""
    return "utf-16-be" if primeros else "utf-16-le"
