"""The map of users: Consolidado, Por área, Análisis and Diccionario in one workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.conversion import row_reader
from promueve_gui.adapters.excel.diccionario import add_dictionary
from promueve_gui.adapters.excel.layout import Columna, columnas
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.adapters.excel.listas import Listas
from promueve_gui.adapters.excel.mapa_analisis import add_analysis
from promueve_gui.adapters.excel.mapa_por_area import add_by_area
from promueve_gui.adapters.excel.tabla import add_table
from promueve_gui.adapters.excel.usos import datasets_used
from promueve_gui.application.export_documents import MAPA
from promueve_gui.domain.actores import Tratamiento, tratamiento
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.ficha import Campo, Tipo
from promueve_gui.domain.formato import SEPARADOR
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.procedencia import nombrado_por
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import ClaseGrupo, TipoUso

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from promueve_gui.adapters.excel.conversion import Derivada
    from promueve_gui.adapters.excel.diccionario import Ayudas
    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.proyecto import Proyecto

HOJA_LISTAS = "Listas"

DERIVADAS = (
    Columna(
        clave="tratamiento",
        campo=Campo("Tratamiento sugerido", Tipo.OPCION, opciones=Tratamiento, ancho=14),
        derivada=True,
        ayuda="Cómo conviene tratar al grupo según su poder y su interés. Se calcula; no se escribe.",
    ),
    Columna(
        clave="uso_actual",
        campo=Campo("Datos que ya usa", Tipo.REFERENCIAS, destino=ConjuntoDatos.ENTIDAD, ancho=26),
        derivada=True,
        ayuda="Conjuntos de datos que el grupo usa hoy. Sale de los usos de datos que se registraron.",
    ),
    Columna(
        clave="uso_potencial",
        campo=Campo("Datos que podría usar", Tipo.REFERENCIAS, destino=ConjuntoDatos.ENTIDAD, ancho=26),
        derivada=True,
        ayuda="Conjuntos de datos que podrían servirle. Sale de los usos de datos que se registraron.",
    ),
    Columna(
        clave="nombrado_por",
        campo=Campo("Áreas que lo identificaron", Tipo.REFERENCIAS, destino=AreaGeneradora.ENTIDAD, ancho=30),
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
        leer = row_reader(todas, proyecto, _derived(proyecto))
        # Order of the sheets; the lists are known only when the first one has said what it needs.
        consolidado, por_area = libro.add_sheet("Consolidado"), libro.add_sheet("Por área")
        analisis, diccionario = libro.add_sheet("Análisis"), libro.add_sheet("Diccionario")
        listas = Listas(HOJA_LISTAS, proyecto)
        add_table(libro, consolidado, todas, map(leer, grupos), len(grupos), listas)
        add_by_area(libro, por_area, todas, leer, grupos, proyecto)
        add_analysis(libro, analisis, proyecto, grupos, entrega.momento.date())
        add_dictionary(libro, diccionario, GrupoUsuarios, todas, self._ayudas, proyecto)
        hoja_listas = libro.add_sheet(HOJA_LISTAS)
        hoja_listas.sheet_state = "hidden"
        listas.fill(libro, hoja_listas)
        libro.save(path, progress)


def sorted_groups(proyecto: Proyecto) -> list[GrupoUsuarios]:
    """Return the groups in use by area, class (in the order of the Guía) and name."""
    clases: dict[ClaseGrupo | None, int] = {clase: lugar for lugar, clase in enumerate(ClaseGrupo)}
    entidad = "area_generadora"

    def orden(grupo: GrupoUsuarios) -> tuple[str, int, str]:
        area = proyecto.titulo(entidad, grupo.area)
        return (plegar(area), clases.get(grupo.clase, len(clases)), plegar(grupo.nombre))

    return sorted(proyecto.activos(GrupoUsuarios), key=orden)


def _derived(proyecto: Proyecto) -> Mapping[str, Derivada]:
    usos = datasets_used(proyecto)

    def advice(grupo: GrupoUsuarios) -> Dato:
        sugerido = tratamiento(grupo.poder, grupo.interes)
        return sugerido.etiqueta if sugerido else ""

    def using(tipo: TipoUso) -> Derivada:
        return lambda grupo: SEPARADOR.join(usos.get((grupo.id, tipo), ()))

    return {
        "tratamiento": advice,
        "uso_actual": using(TipoUso.ACTUAL),
        "uso_potencial": using(TipoUso.POTENCIAL),
        "nombrado_por": nombrado_por(proyecto),
    }
