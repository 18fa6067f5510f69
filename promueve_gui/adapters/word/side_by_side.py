"""How wide things are that stand side by side, in cm: codes beside links, contacts in columns. Knows no docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LADO_QR, COLUMNA_QR = 1.8, 2.1
ANGOSTO = 8.0  # of text; below it nothing stands side by side
_COLUMNAS = 3
# Of a letter of the size in which contacts are written: in typefaces known to be narrow, and in any other.
ANGOSTA, ANCHA = 0.17, 0.2
_MINIMA, _ENTRE = 20, 2  # letters of the narrowest column, and between two


def columns(palabras: Sequence[int], ancho: float, letra: float = ANGOSTA) -> list[float]:
    """Return the widths of the most columns in which the longest words, in letters, fit whole; two at least."""
    for cuantas in range(min(len(palabras), _COLUMNAS), 2, -1):
        pedidas = [max([*palabras[lugar::cuantas], _MINIMA]) + _ENTRE for lugar in range(cuantas)]
        if sum(pedidas) * letra <= ancho:
            return [ancho * pedida / sum(pedidas) for pedida in pedidas]
    return [ancho / 2] * 2
