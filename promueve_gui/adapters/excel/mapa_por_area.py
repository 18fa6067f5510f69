"""«Por área»: the groups of the map in one block per area, each with its count, areas without groups included."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl.worksheet.properties import Outline

from promueve_gui.adapters.excel.estilos import BANDA, REPETIDO, SUMA, aspecto_de
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.tabla import frame_table, header, set_widths, stripe
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.layout import Columna
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.proyecto import Proyecto

# The area comes first and the rest is what somebody of the area would read.
CLAVES = (
    "area", "nombre", "clase", "ejes", "prioritario", "poder", "interes", "tratamiento", "uso_actual", "uso_potencial"
)  # fmt: skip
SIN_AREA = "Sin área"
_ANCHO_AREA = 26
_NOMBRES_CLASE = {
    ClaseGrupo.DENTRO: "dentro de la institución",
    ClaseGrupo.GOBIERNO: "de gobierno",
    ClaseGrupo.SOCIEDAD: "de la sociedad",
}


def add_by_area(
    libro: Libro,
    hoja: Worksheet,
    todas: Sequence[Columna],
    leer: Callable[[GrupoUsuarios], list[Dato]],
    grupos: Sequence[GrupoUsuarios],
    proyecto: Proyecto,
) -> None:
    """Fill ``hoja``. ``todas`` and ``leer`` are the columns of the map and how a group is read into them."""
    lugares = [lugar for clave in CLAVES for lugar, columna in enumerate(todas) if columna.clave == clave]
    columnas = [replace(todas[lugares[0]], fijo=_ANCHO_AREA), *(todas[lugar] for lugar in lugares[1:])]
    por_area = _by_area(grupos, proyecto)
    cuantas = 2 + len(por_area) + len(grupos)
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
            yield Fila(_padded([area, _summary(suyos)], len(columnas)), banda, anchos=anchos[:1], rellena=True)
            for grupo in suyos:
                valores = leer(grupo)
                yield Fila([area, *(valores[lugar] for lugar in lugares[1:])], normal, anchos=anchos, nivel=1)
        total = _padded(["Toda la institución", _summary(grupos)], len(columnas))
        yield Fila(total, suma, anchos=anchos[:1], rellena=True)

    libro.fill(hoja, filas(), cuantas)


def _by_area(grupos: Sequence[GrupoUsuarios], proyecto: Proyecto) -> list[tuple[str, list[GrupoUsuarios]]]:
    """Return the areas by name with their groups, those without an area at the end."""
    entidad = AreaGeneradora.ENTIDAD
    con_grupos = {
        area: list(suyos) for area, suyos in groupby(grupos, key=lambda grupo: proyecto.titulo(entidad, grupo.area))
    }
    juntas: dict[str, list[GrupoUsuarios]] = {area.nombre: [] for area in proyecto.activos(AreaGeneradora)}
    juntas |= con_grupos
    ordenadas = sorted(juntas, key=lambda area: (not area, plegar(area)))
    return [(area or SIN_AREA, juntas[area]) for area in ordenadas]


def _summary(grupos: Sequence[GrupoUsuarios]) -> str:
    """Return how many groups there are and of which classes, in words."""
    if not grupos:
        return "Sin grupos registrados"
    clases = Counter(grupo.clase for grupo in grupos)
    partes = [f"{clases[clase]} {nombre}" for clase, nombre in _NOMBRES_CLASE.items() if clases[clase]]
    if prioritarios := sum(grupo.prioritario for grupo in grupos):
        partes.append(f"{prioritarios} prioritario{'s' if prioritarios > 1 else ''}")
    total = "1 grupo" if len(grupos) == 1 else f"{len(grupos):,} grupos"
    return f"{total}: {', '.join(partes)}" if partes else total


def _padded(valores: list[Dato], largo: int) -> list[Dato]:
    return valores + [None] * (largo - len(valores))
