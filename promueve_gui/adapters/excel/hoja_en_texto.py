"""A sheet of ours that somebody saved as text (.csv, .txt): told by its titles, so that it is said what to do instead.

It is not read: without the other sheets, the stamp and what the cells were, too much of it would be a guess.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.encabezado import find_header
from promueve_gui.adapters.intake import read_bytes, utf16_without_bom

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.adapters.excel.rejilla import Fila

_MUESTRA = 16384  # bytes within which the titles are
_SEPARADORES = ",;\t|"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def is_sheet_in_text(path: Path) -> bool:
    """Tell whether a text begins with the titles of one of our sheets. Raises ``UserError`` (``fuente_ilegible``)."""
    lineas = _text(read_bytes(path, _MUESTRA)).splitlines()
    for separador in _SEPARADORES:
        filas = list(csv.reader(lineas, delimiter=separador))
        ancho = max(map(len, filas), default=0)
        completas: list[Fila] = [[*fila, *[""] * (ancho - len(fila))] for fila in filas]
        if find_header(completas) is not None:
            return True
    return False


def _text(data: bytes) -> str:
    codificacion = next((nombre for marca, nombre in _BOMS if data.startswith(marca)), utf16_without_bom(data))
    if codificacion:
        return data.decode(codificacion, errors="ignore")
    try:
        return data[: data.rfind(b"\n") + 1].decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="ignore")
