"""Tables on their way into a rich text, which knows none: a row becomes a line, where its cells say one thing each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtGui import QTextCursor

from promueve_gui.domain.bloque_leido import recortado
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo
from promueve_gui.gui.widgets.editors.rich_document import blocks, read_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

BETWEEN, WITHIN = Tramo(" · "), Tramo(" ")  # what parts the cells of a row, and the lines of one


class _Place(NamedTuple):
    """Where a paragraph stands: which table it is, by where that begins, -1 for none, where in it, and its number."""

    table: int
    row: int
    column: int
    number: int


def read_by_rows(document: QTextDocument) -> Iterator[Bloque]:
    """Yield the blocks of a document that say something, those of the cells of a row as one."""
    said = ((_place(block), bloque) for block in blocks(document) for bloque in read_block(block))
    with_words = ((place, bloque) for place, bloque in said if bloque.texto.strip())
    for (table, _), together in groupby(with_words, key=lambda one: one[0][:2]):
        found = list(together)
        columns = {place.column for place, _ in found}
        # Lines broken within a cell, as spreadsheets write them, are one paragraph; several are a layout of a page.
        paragraphs = found if len(columns) == 1 else {place.number for place, _ in found}
        simple = len(columns) == len(paragraphs) and all(bloque.clase is Clase.PARRAFO for _, bloque in found)
        if table >= 0 and simple:
            yield _joined(found)
        else:
            yield from (bloque for _, bloque in found)


def _place(block: QTextBlock) -> _Place:
    cursor = QTextCursor(block)
    table = cast("QTextTable | None", cursor.currentTable())  # the stubs of Qt say that there always is one
    if table is None:
        return _Place(-1, 0, 0, block.blockNumber())
    cell = table.cellAt(cursor)
    return _Place(table.firstPosition(), cell.row(), cell.column(), block.blockNumber())


def _joined(lines: list[tuple[_Place, Bloque]]) -> Bloque:
    tramos: list[Tramo] = []
    previous = -1
    for place, line in lines:
        texto = line.texto
        between = BETWEEN if place.column != previous else WITHIN
        tramos += [between, *recortado(line.tramos, len(texto) - len(texto.lstrip()), len(texto.rstrip()))]
        previous = place.column
    return Bloque(Clase.PARRAFO, tuple(tramos[1:]))
