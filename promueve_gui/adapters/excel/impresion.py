"""How a table too wide for one letter page is printed: over several, side by side, large enough to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

CARTA_ANCHO = 11.0  # inches, lying down
PUNTOS_PULGADA = 72
PUNTOS_CARACTER = 5.25  # of the width of a column: seven pixels, in the default letter of the workbook
ESCALA_MINIMA = 90  # per cent: letters of 10 points are read as of 9, and well enough where a wider letter is used


def print_across(hoja: Worksheet, anchos: Sequence[int], repetidas: int, escala: int = ESCALA_MINIMA) -> None:
    """Print ``hoja``, whose columns have these widths in characters, on as many pages across as it takes.

    ``escala``, in per cent, is the smallest that its letters may be printed at. The first ``repetidas`` columns are
    repeated on each. Where to break is left to whoever prints, since letters, and columns with them, are not as wide on
    every computer. Hidden columns have no width.
    """
    paginas = pages_across(anchos, repetidas, _fits(hoja, escala))
    if paginas > 1:
        hoja.page_setup.fitToWidth = paginas
        hoja.page_setup.pageOrder = "overThenDown"
        if repetidas:
            hoja.print_title_cols = f"A:{get_column_letter(repetidas)}"


def pages_across(anchos: Sequence[int], repetidas: int, cabe: float) -> int:
    """Return over how many pages, each of ``cabe`` characters, whole columns go; one that is wider has its own."""
    fijas = sum(anchos[:repetidas])
    paginas, ocupado = 1, fijas
    for ancho in anchos[repetidas:]:
        if ocupado > fijas and ocupado + ancho > cabe:
            paginas, ocupado = paginas + 1, fijas
        ocupado += ancho
    return paginas


def _fits(hoja: Worksheet, escala: int) -> float:
    """Return how many characters a page holds at the smallest scale."""
    margenes = hoja.page_margins.left + hoja.page_margins.right
    return (CARTA_ANCHO - margenes) * PUNTOS_PULGADA / PUNTOS_CARACTER * 100 / escala
