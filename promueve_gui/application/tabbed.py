"""Cells as spreadsheets put them on the clipboard: tabs between cells, a line a row. Knows no records."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMULA_STARTS = ("=", "+", "-", "@")
# Spreadsheets quote only the cells that hold tabs or line breaks, so a quotation mark that is not closed right at the
# end of a cell is a letter like any other.
_CELL = re.compile(r'(?:"((?:[^"]++|"")*+)"(?=[\t\n])|([^\t\n]*))([\t\n])')


def read_tabbed(text: str) -> list[list[str]]:
    """Return the rows of ``text``, without the empty ones at its end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n") + "\n"
    rows: list[list[str]] = [[]]
    for cell in _CELL.finditer(lines):
        rows[-1].append(cell[2] if cell[1] is None else cell[1].replace('""', '"'))
        if cell[3] == "\n":
            rows.append([])
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def write_cells(rows: Iterable[Sequence[str]]) -> str:
    """Return ``rows`` for the clipboard; what a spreadsheet would run gets an apostrophe, which it takes for «text»."""
    return write_tabbed([f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell for cell in row] for row in rows)


def write_tabbed(rows: Iterable[Sequence[str]]) -> str:
    """Return ``rows`` as text that Excel and LibreOffice take as cells."""
    out = StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()
