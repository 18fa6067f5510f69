"""Where everything stands in the workbook of an area: its sheets, their columns, and what it says of itself.

The writer follows it and the reader of returned workbooks looks for it. A change that a reader must know of raises
``layout.VERSION``.
"""

from __future__ import annotations

from dataclasses import replace

from promueve_gui.adapters.excel.layout import Columna, columnas
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos

HOJA_INSTRUCCIONES = "Instrucciones"
HOJA_GRUPOS = "Grupos"
HOJA_DATOS = "Datos"
HOJA_LISTAS = "Listas"
HOJA_SELLO = "_promueve"

# Rows of the sheet that nobody sees, a name and a value in each.
SELLO_PROYECTO = "proyecto"
SELLO_EXPORTACION = "exportacion"
SELLO_DOCUMENTO = "documento"
SELLO_AREA = "area"
SELLO_INSTITUCION = "institucion"
SELLO_VERSION = "version"

# What is decided for the whole institution, and the area itself, which the workbook is about.
_NO_SON_DEL_AREA = frozenset({"area", "prioritario", "legitimidad", "urgencia"})
_ANCHOS_GRUPOS = {"nombre": 32, "ejes": 28, "descripcion": 36, "poder": 10, "interes": 10, "notas": 26}
# The dataset first: the area begins from what it publishes.
_ANCHOS_DATOS = {"conjunto": 44, "grupo": 36, "tipo": 12, "uso": 48}


def _grupos() -> tuple[Columna, ...]:
    suyas = (columna for columna in columnas(GrupoUsuarios) if columna.clave not in _NO_SON_DEL_AREA)
    return tuple(replace(columna, fijo=_ANCHOS_GRUPOS.get(columna.clave, 0)) for columna in suyas)


def _datos() -> tuple[Columna, ...]:
    identidad, *visibles = columnas(UsoDatos)
    por_clave = {columna.clave: columna for columna in visibles}
    return (identidad, *(replace(por_clave[clave], fijo=ancho) for clave, ancho in _ANCHOS_DATOS.items()))


COLUMNAS_GRUPOS = _grupos()
COLUMNAS_DATOS = _datos()
