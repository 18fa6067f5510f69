"""The map of users: Consolidado, Por área, Análisis and Diccionario in one workbook; Contactos where asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.conversion import row_reader
from promueve_gui.adapters.excel.diccionario import add_dictionary
from promueve_gui.adapters.excel.layout import Columna, columnas
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.adapters.excel.listas import Listas
from promueve_gui.adapters.excel.mapa_analisis import add_analysis
from promueve_gui.adapters.excel.mapa_por_area import add_by_area
from promueve_gui.adapters.excel.sello_escrito import add_stamp
from promueve_gui.adapters.excel.tabla import add_table
from promueve_gui.application.export_documents import MAPA
from promueve_gui.domain.actores import Tratamiento
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.derivadas import (
    CALCULADAS,
    NOMBRADO_POR,
    PROMINENCIA,
    TRATAMIENTO,
    USO_ACTUAL,
    USO_POTENCIAL,
    calculadas,
)
from promueve_gui.domain.ficha import Campo, Tipo
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.prominencia import FUENTE, Prominencia
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.diccionario import Ayudas
    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.proyecto import Proyecto

HOJA_LISTAS = "Listas"
HOJA_POR_AREA = "Por área"
HOJA_CONSOLIDADO, HOJA_ANALISIS, HOJA_DICCIONARIO, HOJA_CONTACTOS = (
    "Consolidado",
    "Análisis",
    "Diccionario",
    "Contactos",
)

# What people should know who write in a sheet that is only read.
DE_CONSULTA = {
    HOJA_ANALISIS: "esta hoja se calcula y no se tomó; cambie los datos en la hoja «Consolidado».",
    HOJA_DICCIONARIO: "esta hoja explica las columnas y no se tomó; escríbalo en la hoja «Consolidado».",
    HOJA_CONTACTOS: "esta hoja es de consulta y no se tomó; cambie el contacto en el proyecto.",
}

DERIVADAS = (
    Columna(
        clave=TRATAMIENTO,
        campo=Campo(CALCULADAS[TRATAMIENTO], Tipo.OPCION, opciones=Tratamiento, ancho=14),
        derivada=True,
        ayuda=(
            "Cómo conviene tratar al grupo según su poder y su interés; qué hacer en cada caso, en la hoja Análisis. "
            "Se calcula; no se escribe."
        ),
    ),
    Columna(
        clave=PROMINENCIA,
        campo=Campo(CALCULADAS[PROMINENCIA], Tipo.OPCION, opciones=Prominencia, ancho=14),
        derivada=True,
        ayuda=(
            f"Cuánta atención reclama el grupo por su poder, su legitimidad y su urgencia ({FUENTE}). Se calcula; no "
            "se escribe."
        ),
    ),
    Columna(
        clave=USO_ACTUAL,
        campo=Campo(CALCULADAS[USO_ACTUAL], Tipo.REFERENCIAS, destino=ConjuntoDatos.ENTIDAD, ancho=26),
        derivada=True,
        ayuda="Conjuntos de datos que el grupo usa hoy. Sale de los usos de datos que se registraron.",
    ),
    Columna(
        clave=USO_POTENCIAL,
        campo=Campo(CALCULADAS[USO_POTENCIAL], Tipo.REFERENCIAS, destino=ConjuntoDatos.ENTIDAD, ancho=26),
        derivada=True,
        ayuda="Conjuntos de datos que podrían servirle. Sale de los usos de datos que se registraron.",
    ),
    Columna(
        clave=NOMBRADO_POR,
        campo=Campo(CALCULADAS[NOMBRADO_POR], Tipo.REFERENCIAS, destino=AreaGeneradora.ENTIDAD, ancho=30),
        derivada=True,
        ayuda="Áreas que señalaron al grupo o a los que se unieron con él. Se calcula; no se escribe.",
    ),
)


class MapWriter:
    """Writes the map. ``ayudas`` gives the help of the fields of an entity."""

    def __init__(self, ayudas: Ayudas) -> None:
        """Take the texts for the dictionary."""
        self._ayudas = ayudas

    def __call__(self, entrega: Entrega, path: Path, progress: Progress) -> None:
        """Write the map of ``entrega`` to ``path``, reporting rows written."""
        proyecto = entrega.proyecto
        libro = Libro(MAPA.titulo, MAPA.clave, entrega)
        todas = (*columnas(GrupoUsuarios, personales=entrega.personales), *DERIVADAS)
        grupos = sorted_groups(proyecto)
        leer = row_reader(todas, proyecto, calculadas(proyecto))
        # Order of the sheets; the lists are known only when the first one has said what it needs.
        consolidado, por_area = libro.add_sheet(HOJA_CONSOLIDADO), libro.add_sheet(HOJA_POR_AREA)
        analisis, diccionario = libro.add_sheet(HOJA_ANALISIS), libro.add_sheet(HOJA_DICCIONARIO)
        contactos = libro.add_sheet(HOJA_CONTACTOS) if entrega.personales else None
        libro.watch(analisis, diccionario, *filter(None, [contactos]))
        listas = Listas(HOJA_LISTAS, proyecto)
        add_table(libro, consolidado, todas, map(leer, grupos), len(grupos), listas)
        add_by_area(libro, por_area, todas, leer, grupos, proyecto)
        add_analysis(libro, analisis, proyecto, grupos, entrega.momento.date())
        add_dictionary(libro, diccionario, GrupoUsuarios, todas, self._ayudas, proyecto)
        if contactos is not None:
            _add_contacts(libro, contactos, proyecto)
        hoja_listas = libro.add_sheet(HOJA_LISTAS)
        hoja_listas.sheet_state = "hidden"
        listas.fill(libro, hoja_listas)
        add_stamp(libro, MAPA.clave, entrega)
        libro.save(path, progress)


def _add_contacts(libro: Libro, hoja: Worksheet, proyecto: Proyecto) -> None:
    """Fill ``hoja`` with the persons of the groups, by group and name."""
    todas = columnas(Contacto, personales=True)
    leer = row_reader(todas, proyecto, {})
    entidad = GrupoUsuarios.ENTIDAD
    contactos = sorted(
        proyecto.activos(Contacto), key=lambda c: (plegar(proyecto.titulo(entidad, c.grupo)), plegar(c.nombre))
    )
    add_table(libro, hoja, todas, map(leer, contactos), len(contactos))


def sorted_groups(proyecto: Proyecto) -> list[GrupoUsuarios]:
    """Return the groups in use by area, class (in the order of the Guía) and name."""
    clases: dict[ClaseGrupo | None, int] = {clase: lugar for lugar, clase in enumerate(ClaseGrupo)}
    entidad = "area_generadora"

    def orden(grupo: GrupoUsuarios) -> tuple[str, int, str]:
        area = proyecto.titulo(entidad, grupo.area)
        return (plegar(area), clases.get(grupo.clase, len(clases)), plegar(grupo.nombre))

    return sorted(proyecto.activos(GrupoUsuarios), key=orden)
