"""Tables over pages: titles repeated, headings of blocks that go on, rows kept whole where a page can hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.impresion.pages import GAP
from promueve_gui.gui.impresion.paper import POINT, Look
from promueve_gui.gui.theme import CLARO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.application.print_model import Bloque, Tabla
    from promueve_gui.gui.impresion.pages import Pages

RULE = 0.6 * POINT
CONTINUES = "(continúa)"
PAD = 3 * POINT
BLANK = 0.35  # of a page: more than that is not left blank for the sake of a tall row


class TableFlow:
    """Puts one table on the pages."""

    def __init__(self, pages: Pages, table: Tabla) -> None:
        """Share the width out among the columns."""
        self._pages, self._table = pages, table
        whole = sum(column.peso for column in table.columnas)
        self._widths = [pages.body.width() * column.peso / whole for column in table.columnas]
        self._leading = pages.type.leading(Look.TEXT)
        self._titles = self._wrapped([column.titulo for column in table.columnas], Look.COLUMN)
        self._titles_height = self._height(self._titles, Look.COLUMN)
        self._block_height = pages.type.leading(Look.BLOCK) + 2 * PAD
        self._titled = False  # whether the page in hand has the titles already

    def steps(self) -> Iterator[None]:
        """Put the table row by row; control comes back after each."""
        for block in self._table.bloques:
            self._begin(block)
            for row in block.renglones:
                self._put(self._wrapped(row, Look.TEXT), block)
                yield

    def _wrapped(self, texts: Sequence[str], look: Look) -> list[Sequence[str]]:
        inside = zip(texts, self._widths, strict=True)
        return [self._pages.type.wrap(text, look, width - 2 * PAD) for text, width in inside]

    def _height(self, cells: Sequence[Sequence[str]], look: Look) -> float:
        return max(map(len, cells)) * self._pages.type.leading(look) + 2 * PAD

    def _begin(self, block: Bloque) -> None:
        """Put the heading of a block, on the next page when not even its first row would follow it."""
        first = self._height(self._wrapped(block.renglones[0], Look.TEXT), Look.TEXT) if block.renglones else 0.0
        titles = 0.0 if self._titled else self._titles_height
        smallest = titles + self._block_height + min(first, 6 * self._leading)
        if not self._pages.room_for(smallest):
            self._turn()
        elif not self._titled:
            self._put_titles()
        self._put_heading(block.titulo)

    def _turn(self) -> None:
        self._pages.turn()
        self._put_titles()

    def _put_titles(self) -> None:
        pages = self._pages
        pages.fill(pages.body.left(), pages.top, pages.body.width(), self._titles_height, CLARO.acento)
        self._put_cells(self._titles, Look.COLUMN, CLARO.sobre_acento)
        pages.top += self._titles_height
        self._titled = True

    def _put_heading(self, text: str) -> None:
        pages = self._pages
        pages.fill(pages.body.left(), pages.top, pages.body.width(), self._block_height, CLARO.seleccion)
        line = pages.type.wrap(text, Look.BLOCK, pages.body.width() - 2 * PAD)[:1]
        pages.write(line, Look.BLOCK, pages.body.left() + PAD, pages.top + PAD, colour=CLARO.acento)
        pages.top += self._block_height

    def _put(self, cells: Sequence[Sequence[str]], block: Bloque) -> None:
        """Put a row; one that is too tall for what is left of a page goes to the next, unless much would stay blank."""
        height = self._height(cells, Look.TEXT)
        if not self._pages.room_for(height) and self._pages.left_over < BLANK * self._pages.body.height():
            self._turn()
            self._put_heading(f"{block.titulo} {CONTINUES}")
        while not self._pages.room_for(height):
            fitting = max(int((self._pages.left_over - 2 * PAD) // self._leading), 1)
            self._put_row([cell[:fitting] for cell in cells])
            cells = [cell[fitting:] for cell in cells]
            height = self._height(cells, Look.TEXT)
            self._turn()
            self._put_heading(f"{block.titulo} {CONTINUES}")
        self._put_row(cells)

    def _put_row(self, cells: Sequence[Sequence[str]]) -> None:
        pages = self._pages
        self._put_cells(cells, Look.TEXT, CLARO.texto)
        pages.top += self._height(cells, Look.TEXT)
        pages.fill(pages.body.left(), pages.top - RULE, pages.body.width(), RULE, CLARO.linea)

    def _put_cells(self, cells: Sequence[Sequence[str]], look: Look, colour: str) -> None:
        x = self._pages.body.left()
        for lines, width, column in zip(cells, self._widths, self._table.columnas, strict=True):
            centred = width - 2 * PAD if column.centrada else 0.0
            self._pages.write(lines, look, x + PAD, self._pages.top + PAD, colour=colour, centred=centred)
            x += width


def table_steps(pages: Pages, table: Tabla) -> Iterator[None]:
    """Put a table under what stands on the page already."""
    if not pages.fresh and pages.sheets:
        pages.top += GAP
    yield from TableFlow(pages, table).steps()
