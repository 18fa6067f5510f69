"""The sheets that each workbook of ours has: which hold a table that is read back, and what of it is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.formato_layout import (
    COLUMNAS_DATOS,
    COLUMNAS_GRUPOS,
    HOJA_DATOS,
    HOJA_GRUPOS,
    HOJA_INSTRUCCIONES,
    HOJA_LISTAS,
    HOJA_SELLO,
)
from promueve_gui.adapters.excel.layout import columnas
from promueve_gui.adapters.excel.mapa import (
    HOJA_ANALISIS,
    HOJA_CONSOLIDADO,
    HOJA_CONTACTOS,
    HOJA_DICCIONARIO,
    HOJA_POR_AREA,
)
from promueve_gui.adapters.excel.plan_layout import (
    HOJA_CALENDARIO,
    HOJA_CATALOGOS,
    HOJA_COBERTURA,
    HOJA_PLAN,
    plan_columns,
)
from promueve_gui.domain.alcance import FORMATO, MAPA, PLAN
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from promueve_gui.adapters.excel.layout import Columna
    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.domain.devueltos import HojaDevuelta
    from promueve_gui.domain.ficha import Registro

# What people read, or nobody: never a table that comes back.
_SIN_TABLA = frozenset(
    map(
        plegar,
        (
            HOJA_INSTRUCCIONES,
            HOJA_LISTAS,
            HOJA_SELLO,
            HOJA_POR_AREA,
            HOJA_ANALISIS,
            HOJA_DICCIONARIO,
            HOJA_CONTACTOS,
            HOJA_CALENDARIO,
            HOJA_COBERTURA,
            HOJA_CATALOGOS,
        ),
    )
)


@frozen(kw_only=True)
class TablaPropia:
    """A table that a workbook of ours leaves with: its sheet, the kind of its records, and its titles by field."""

    hoja: str
    entidad: str
    titulos: Mapping[str, str]


def tables_of(documento: str) -> tuple[TablaPropia, ...]:
    """Return the tables of a document, by what its stamp says it is («formato:<id>», «mapa», «plan:area:<id>»)."""
    tablas = {
        FORMATO: ((HOJA_GRUPOS, GrupoUsuarios, COLUMNAS_GRUPOS), (HOJA_DATOS, UsoDatos, COLUMNAS_DATOS)),
        MAPA: ((HOJA_CONSOLIDADO, GrupoUsuarios, columnas(GrupoUsuarios)),),
        PLAN: ((HOJA_PLAN, LineaPlan, plan_columns(personales=False)),),
    }
    return tuple(_table(*partes) for partes in tablas.get(documento.partition(":")[0], ()))


def has_no_table(nombre: str) -> bool:
    """Tell whether a sheet of this name is one of ours that is never read back."""
    return plegar(nombre) in _SIN_TABLA


def report_missing(hojas: Sequence[HojaDevuelta], documento: str, reporte: Reporte) -> None:
    """Say which columns a document left with and does not bring any more; a table that is gone is told elsewhere."""
    for tabla in tables_of(documento):
        suyas = [hoja for hoja in hojas if hoja.entidad == tabla.entidad]
        for hoja in suyas[:1]:
            for campo, titulo in tabla.titulos.items():
                if not any(campo in otra.campos for otra in suyas):
                    reporte.hoja = hoja.nombre
                    reporte.general(
                        f"Hoja «{hoja.nombre}»: falta la columna «{titulo}»; lo que el proyecto dice de ella no "
                        "cambia. Si se borró sin querer, vuelva a ponerla con ese título.",
                        titulo,
                    )


def report_unread(sueltas: Sequence[str], documento: str, reporte: Reporte) -> None:
    """Say which sheets, by name, hold something and were not read because they have not the titles of a table."""
    destino = next((tabla.hoja for tabla in tables_of(documento)), "")
    for nombre in sueltas if destino else ():
        reporte.hoja = nombre
        reporte.general(
            f"Hoja «{nombre}»: no tiene los títulos del formato y no se leyó; si trae datos, páselos a la hoja "
            f"«{destino}», debajo de sus títulos."
        )


def _table(hoja: str, tipo: type[Registro], suyas: Iterable[Columna]) -> TablaPropia:
    titulos = {columna.clave: columna.campo.etiqueta for columna in suyas if not columna.derivada}
    return TablaPropia(hoja=hoja, entidad=tipo.ENTIDAD, titulos=titulos)
