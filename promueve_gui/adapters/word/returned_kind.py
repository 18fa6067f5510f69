"""Whether a file is a document of Word, by its content and never by its name; what to do with those that nearly are.

Looked at before the libraries that read documents are loaded: most files that come back are workbooks.
"""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from promueve_gui.adapters.intake import MAX_BYTES, read_bytes
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CUERPO = "word/document"  # how the name of the part with the text begins, whatever program wrote it
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97-2003, and whatever has a password
_DE_WORD, _CIFRADO = "WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
_MUESTRA = 4096
_ZIP, _RTF = b"PK\x03\x04", b"{\\rtf"
# How Word marks what it saves as a web page or as XML.
_OTROS_DE_WORD = (b"urn:schemas-microsoft-com:office:word", b'progid="Word.Document"', b"/office/2006/xmlPackage")
_TIPO_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_DE_TEXTOS = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".fodt", ".rtf"})
_DE_NINGUNO = frozenset(
    {"fuente_comprimida", "fuente_danada", "fuente_no_reconocida", "fuente_otro_tipo", "fuente_pagina_web"}
)
_DE_LIBROS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx"})


def is_document(path: Path) -> bool:
    """Tell whether a file is a document that can be read.

    Raises:
        UserError: ``word_antiguo`` (.doc), ``word_con_contrasena``, ``word_odt``, ``word_otro_formato`` (web page, XML)
            or ``word_rtf``, which say what to do.
    """
    try:
        if not path.is_file():
            return False
    except (OSError, ValueError):
        return False
    nombre, inicio = path.name, read_bytes(path, _MUESTRA)
    if inicio.startswith(_OLE):
        _refuse_old(path)
    if inicio.startswith(_RTF):
        raise UserError("word_rtf", archivo=nombre)
    if inicio.startswith(_ZIP) and _TIPO_ODT in inicio:
        raise UserError("word_odt", archivo=nombre)
    if not inicio.startswith(_ZIP) and any(marca in inicio for marca in _OTROS_DE_WORD):
        raise UserError("word_otro_formato", archivo=nombre)
    return inicio.startswith(_ZIP) and _has_text(read_bytes(path, MAX_BYTES))


def _has_text(data: bytes) -> bool:
    """Tell whether a zip holds the text of a document; one within another, as people send them, is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archivo:
            return any(nombre.startswith(_CUERPO) for nombre in archivo.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return _CUERPO.encode() in data  # cut off: its beginning tells what it was


@contextmanager
def named_as_document(path: Path) -> Iterator[None]:
    """Say ``word_no_es`` of a file that nobody can read and that is called like a document, not like a table."""
    try:
        yield
    except UserError as error:
        if error.code in _DE_NINGUNO and path.suffix.lower() in _DE_TEXTOS:
            raise UserError("word_no_es", archivo=path.name) from error
        raise


def _refuse_old(path: Path) -> None:
    """Raise ``UserError`` for a document in the old container; a workbook there is told by its own reader."""
    data = read_bytes(path, MAX_BYTES)
    if _DE_WORD in data:
        raise UserError("word_antiguo", archivo=path.name)
    if _CIFRADO in data and path.suffix.lower() not in _DE_LIBROS:
        raise UserError("word_con_contrasena", archivo=path.name)
