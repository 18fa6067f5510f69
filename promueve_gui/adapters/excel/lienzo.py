"""A sheet of several small tables under one another, as a report has them: title, headings, headers, counts, totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from promueve_gui.adapters.excel.estilos import (
    CABECERA,
    CABECERA_CENTRADA,
    CELDA,
    CIFRA,
    NOTA,
    SUBTITULO,
    SUMA,
    SUMA_CIFRA,
    TITULO,
)
from promueve_gui.adapters.excel.filas import Fila

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.estilos import Aspecto
    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.libro import Libro

_ALTO = 18.0
_ALTO_TITULO = 28.0


class Lienzo:
    """Rows put one after another; each method that adds one returns its number, for charts to refer to."""

    def __init__(self, libro: Libro, anchos: Sequence[int]) -> None:
        """Start without rows. ``anchos`` are the widths of the columns in characters."""
        self._libro = libro
        self._anchos = anchos
        self._filas: list[Fila] = []

    def add(self, valores: Sequence[Dato], aspectos: Sequence[Aspecto], alto: float | None = _ALTO) -> int:
        """Add a row with a look per cell."""
        self._filas.append(
            Fila(valores, [self._libro.estilos.get(a) for a in aspectos], alto, self._anchos, rellena=True)
        )
        return len(self._filas)

    def title(self, texto: str) -> int:
        """Add the title of the sheet."""
        return self.add([texto], [TITULO], _ALTO_TITULO)

    def note(self, texto: str) -> int:
        """Add a line in small letters."""
        return self.add([texto], [NOTA])

    def space(self) -> int:
        """Add a blank row."""
        return self.add([], [], None)

    def heading(self, texto: str) -> int:
        """Add the name of a table, apart from what stands above."""
        self.space()
        return self.add([texto], [SUBTITULO], _ALTO_TITULO)

    def header(self, titulos: Sequence[str], alto: float = 24) -> int:
        """Add the titles of the columns of a table."""
        return self.add(titulos, [CABECERA] + [CABECERA_CENTRADA] * (len(titulos) - 1), alto)

    def count(self, nombre: str, cuentas: Sequence[int]) -> int:
        """Add a row of counts. Its height is free, because names of areas are long."""
        return self.add([nombre, *cuentas], [CELDA] + [CIFRA] * len(cuentas), None)

    def total(self, nombre: str, cuentas: Sequence[int]) -> int:
        """Add the sum under a table."""
        return self.add([nombre, *cuentas], [SUMA] + [SUMA_CIFRA] * len(cuentas))

    def put_on(self, hoja: Worksheet) -> None:
        """Give ``hoja`` these rows and the widths; the title stays in sight and is printed on every page."""
        for numero, ancho in enumerate(self._anchos, start=1):
            hoja.column_dimensions[get_column_letter(numero)].width = ancho
        hoja.freeze_panes = "A2"
        hoja.print_title_rows = "1:1"
        self._libro.fill(hoja, self._filas, len(self._filas))
