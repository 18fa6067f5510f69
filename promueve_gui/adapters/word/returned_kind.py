"""Whether a file is a document of Word, by its content and never by its name; what to do with those that nearly are.

Looked at before the libraries that read documents are loaded: most files that come back are workbooks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.intake import MAX_BYTES, read_bytes
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

_CUERPO = b"word/document"  # how the name of the part with the text begins, whatever program wrote it
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97-2003, and whatever has a password
_DE_WORD, _CIFRADO = "WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
_MUESTRA = 4096
_ZIP, _RTF = b"PK\x03\x04", b"{\\rtf"
_TIPO_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_DE_LIBROS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx"})


def is_document(path: Path) -> bool:
    """Tell whether a file is a document that can be read.

    Raises:
        UserError: ``word_antiguo`` (.doc), ``word_con_contrasena``, ``word_odt`` or ``word_rtf``, which say what to do.
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
    return inicio.startswith(_ZIP) and _CUERPO in read_bytes(path, MAX_BYTES)


def _refuse_old(path: Path) -> None:
    """Raise ``UserError`` for a document in the old container; a workbook there is told by its own reader."""
    data = read_bytes(path, MAX_BYTES)
    if _DE_WORD in data:
        raise UserError("word_antiguo", archivo=path.name)
    if _CIFRADO in data and path.suffix.lower() not in _DE_LIBROS:
        raise UserError("word_con_contrasena", archivo=path.name)
