"""The stamp of a workbook, on a sheet out of sight, for programs that lose document properties; ``sello`` reads it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.estilos import OCULTO
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.formato_layout import (
    HOJA_SELLO,
    SELLO_AREA,
    SELLO_DOCUMENTO,
    SELLO_EXPORTACION,
    SELLO_INSTITUCION,
    SELLO_PROYECTO,
    SELLO_VERSION,
)
from promueve_gui.adapters.excel.layout import VERSION
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.domain.ficha import Id


def add_stamp(libro: Libro, documento: str, entrega: Entrega, area: Id = "") -> None:
    """Write what the workbook says of itself: which document it is, of which export and, if of one, of which area."""
    institucion = entrega.proyecto.unico(Institucion)
    filas: list[list[Dato]] = [
        [SELLO_PROYECTO, institucion.id if institucion else ""],
        [SELLO_EXPORTACION, entrega.exportacion(documento)],
        [SELLO_DOCUMENTO, documento],
        [SELLO_AREA, area],
        [SELLO_INSTITUCION, institucion.nombre if institucion else ""],
        [SELLO_VERSION, VERSION],
    ]
    hoja = libro.add_sheet(HOJA_SELLO)
    libro.hide(hoja, del_todo=True)
    estilos = [libro.estilos.get(OCULTO)] * 2
    # The prints are there once the sheets before this one are written.
    libro.fill(hoja, (Fila(fila, estilos) for fila in chain(filas, libro.huellas.rows())), len(filas))
