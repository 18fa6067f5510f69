"""What was found of a person, as a workbook that can be handed to her: one sheet, one line per place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.layout import Columna
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.adapters.excel.tabla import add_table
from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.person_listing import COLUMNAS
from promueve_gui.domain.ficha import Campo, Tipo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.person_listing import Linea

CLAVE, TITULO, HOJA = "persona", "Datos de una persona", "Datos"
_ANCHOS = (18, 30, 26, 60, 18)


def write_person(entrega: Entrega, lineas: Sequence[Linea], path: Path) -> None:
    """Write the list to ``path``, with the institution and the moment of ``entrega``."""
    libro = Libro(TITULO, CLAVE, entrega)
    columnas = [
        Columna(clave=nombre, campo=Campo(nombre, Tipo.TEXTO), derivada=True, fijo=ancho)
        for nombre, ancho in zip(COLUMNAS, _ANCHOS, strict=True)
    ]
    add_table(libro, libro.add_sheet(HOJA), columnas, [linea.partes for linea in lineas], len(lineas))
    libro.save(path, ignore_progress)
