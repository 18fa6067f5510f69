"""«Por área»: what each area said, in one block per area with its count, areas without groups included.

A group that stands for others is in the block of every area that named it, in that area's own words, beside the name
that it has in the map by now.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.worksheet.properties import Outline

from promueve_gui.adapters.excel.estilos import BANDA, REPETIDO, SUMA, aspecto_de
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.layout import Columna
from promueve_gui.adapters.excel.tabla import frame_table, header, set_widths, stripe
from promueve_gui.domain.consultas import EN_PALABRAS_DEL_AREA
from promueve_gui.domain.ficha import Campo, Tipo
from promueve_gui.domain.grupos import SIN_AREA
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.domain.voces import Voces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.proyecto import Proyecto

# The area comes first and the rest is what somebody of the area would read.
CLAVES = (
    "area", "nombre", "clase", "ejes", "prioritario", "poder", "interes", "tratamiento", "uso_actual", "uso_potencial"
)  # fmt: skip
EN_EL_MAPA = Columna(clave="en_el_mapa", campo=Campo("Nombre en Consolidado", Tipo.TEXTO, ancho=40), derivada=True)
_SIN_GRUPOS = "Sin grupos registrados"
_RESUMEN = re.compile(r"\d[\d,]* grupos?(?:: \d|$)")
_ANCHO_AREA = 26
_NOMBRES_CLASE = {
    ClaseGrupo.DENTRO: "dentro de la institución",
    ClaseGrupo.GOBIERNO: "de gobierno",
    ClaseGrupo.SOCIEDAD: "de la sociedad",
}


class _Voz(NamedTuple):
    """A group as an area named it, and the group that stands for it in the map."""

    dicho: GrupoUsuarios
    grupo: GrupoUsuarios


def add_by_area(
    libro: Libro,
    hoja: Worksheet,
    todas: Sequence[Columna],
    leer: Callable[[GrupoUsuarios], list[Dato]],
    grupos: Sequence[GrupoUsuarios],
    proyecto: Proyecto,
) -> None:
    """Fill ``hoja``. ``todas`` and ``leer`` are the columns of the map and how a group is read into them."""
    procedencias = Procedencias.of(proyecto)
    lugares = {columna.clave: lugar for lugar, columna in enumerate(todas) if columna.clave in CLAVES}
    columnas = [todas[lugares[clave]] for clave in CLAVES]
    columnas[0] = replace(columnas[0], fijo=_ANCHO_AREA)
    if procedencias.unidos:
        columnas.insert(2, EN_EL_MAPA)
    voces = Voces(proyecto, procedencias)
    dichas = [_Voz(voz, grupo) for grupo in grupos for voz in voces.de(grupo)]
    por_area = _by_area(dichas, proyecto)
    cuantas = 2 + len(por_area) + len(dichas)
    set_widths(hoja, columnas)
    frame_table(hoja, len(columnas), cuantas, fijas=2)
    stripe(hoja, len(columnas), cuantas - 1, clave=2)
    # The line that sums up an area stands over its groups, also when they are folded away.
    hoja.sheet_properties.outlinePr = Outline(summaryBelow=False)
    hoja.sheet_format.outlineLevelRow = 1
    titulos = header(libro, columnas)
    # The area wraps in its column; the sentence beside it runs over those without a value.
    banda, suma = (
        [libro.estilos.get(replace(aspecto, ajusta=True))] + [libro.estilos.get(aspecto)] * (len(columnas) - 1)
        for aspecto in (BANDA, SUMA)
    )
    normal = [libro.estilos.get(aspecto_de(columna.campo.tipo)) for columna in columnas]
    normal[0] = libro.estilos.get(REPETIDO)

    anchos = [columna.ancho for columna in columnas]

    def filas() -> Iterator[Fila]:
        yield titulos
        for area, suyos in por_area:
            resumen = _summary([voz.dicho for voz in suyos])
            yield Fila(_padded([area, resumen], len(columnas)), banda, anchos=anchos[:1], rellena=True)
            for voz in suyos:
                valores = _words(voz, area, leer, lugares)
                yield Fila([valores[columna.clave] for columna in columnas], normal, anchos=anchos, nivel=1)
        total = _padded(["Toda la institución", _summary(grupos)], len(columnas))
        yield Fila(total, suma, anchos=anchos[:1], rellena=True)

    libro.fill(hoja, filas(), cuantas)


def _words(
    voz: _Voz, area: str, leer: Callable[[GrupoUsuarios], list[Dato]], lugares: Mapping[str, int]
) -> dict[str, Dato]:
    """Return the cells of a group as an area named it, by the key of their column."""
    de_hoy = leer(voz.grupo)
    suyas = de_hoy if voz.dicho is voz.grupo else leer(voz.dicho)
    valores = {clave: (suyas if clave in EN_PALABRAS_DEL_AREA else de_hoy)[lugar] for clave, lugar in lugares.items()}
    nombre = "" if voz.dicho.nombre == voz.grupo.nombre else voz.grupo.nombre
    return {**valores, "area": area, EN_EL_MAPA.clave: nombre}


def _by_area(voces: Sequence[_Voz], proyecto: Proyecto) -> list[tuple[str, list[_Voz]]]:
    """Return the areas by name with what they said, those without an area at the end."""
    entidad = AreaGeneradora.ENTIDAD
    juntas: dict[str, list[_Voz]] = {area.nombre: [] for area in proyecto.activos(AreaGeneradora)}
    for voz in voces:
        juntas.setdefault(proyecto.titulo(entidad, voz.dicho.area), []).append(voz)
    ordenadas = sorted(juntas, key=lambda area: (not area, plegar(area)))
    return [(area or SIN_AREA, _sorted(juntas[area])) for area in ordenadas]


def _sorted(voces: Sequence[_Voz]) -> list[_Voz]:
    """Return what an area said by class, in the order of the Guía, and name."""
    clases: dict[ClaseGrupo | None, int] = {clase: lugar for lugar, clase in enumerate(ClaseGrupo)}
    return sorted(voces, key=lambda v: (clases.get(v.dicho.clase, len(clases)), plegar(v.dicho.nombre)))


def is_summary(texto: str) -> bool:
    """Tell whether a text is what the sheet says of an area, and no name of a group."""
    return texto == _SIN_GRUPOS or _RESUMEN.match(texto) is not None


def _summary(grupos: Sequence[GrupoUsuarios]) -> str:
    """Return how many groups there are and of which classes, in words."""
    if not grupos:
        return _SIN_GRUPOS
    clases = Counter(grupo.clase for grupo in grupos)
    partes = [f"{clases[clase]} {nombre}" for clase, nombre in _NOMBRES_CLASE.items() if clases[clase]]
    if prioritarios := sum(grupo.prioritario for grupo in grupos):
        partes.append(f"{prioritarios} prioritario{'s' if prioritarios > 1 else ''}")
    total = contado(len(grupos), "grupo", "grupos")
    return f"{total}: {', '.join(partes)}" if partes else total


def _padded(valores: list[Dato], largo: int) -> list[Dato]:
    return valores + [None] * (largo - len(valores))
