"""«Análisis»: the groups counted by class, eje, quadrant, salience and area, with native charts beside the tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.estilos import CELDA, CIFRA, TRATAMIENTOS, Aspecto
from promueve_gui.adapters.excel.filas import count_lines
from promueve_gui.adapters.excel.graficas import area_chart, eje_chart
from promueve_gui.adapters.excel.lienzo import Lienzo
from promueve_gui.adapters.excel.mapa_prominencia import add_salience
from promueve_gui.domain.actores import Tratamiento, tratamiento, trato
from promueve_gui.domain.derivadas import datasets_used
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.formato import ESCALA_MAXIMA
from promueve_gui.domain.grupos import SIN_AREA
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje, TipoUso

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.proyecto import Proyecto

_ANCHOS = (36, 14, 14, 14, 14, 14, 14, 14, 10)
_COLUMNA_GRAFICAS = "J"
_GRADOS = range(1, ESCALA_MAXIMA + 1)
_CIFRA_CUADRO = '0;;"·"'  # a group count of zero is a dot, so that the others stand out
_COLUMNA_TEXTO, _ULTIMA_COLUMNA = "D", "I"
_SIGUEN = 5  # columns that the text takes besides its own
_ANCHO_TEXTO = sum(_ANCHOS[3:])  # characters
_ALTO_RENGLON, _HOLGURA, _ALTO_MINIMO = 13.0, 5.0, 18.0  # points


def add_analysis(libro: Libro, hoja: Worksheet, proyecto: Proyecto, grupos: Sequence[GrupoUsuarios], dia: date) -> None:
    """Fill ``hoja`` with the counts of ``grupos`` on ``dia``."""
    lienzo = Lienzo(libro, _ANCHOS)
    institucion = proyecto.unico(Institucion)
    lienzo.title("Análisis de los grupos de usuarios")
    partes = [institucion.nombre if institucion else "", _how_many(len(grupos)), fecha_larga(dia)]
    lienzo.note(" · ".join(filter(None, partes)))
    clases = _add_classes(lienzo, grupos)
    textos = _add_quadrants(lienzo, grupos, proyecto.unico(Perfil))
    add_salience(lienzo, grupos)
    areas, cuantas = _add_areas(lienzo, proyecto, grupos)
    lienzo.put_on(hoja)
    for fila in textos:
        hoja.merged_cells.add(f"{_COLUMNA_TEXTO}{fila}:{_ULTIMA_COLUMNA}{fila}")
    hoja.add_chart(eje_chart(hoja, clases), f"{_COLUMNA_GRAFICAS}{clases - 1}")
    if cuantas:
        hoja.add_chart(area_chart(hoja, areas, cuantas), f"{_COLUMNA_GRAFICAS}{areas - 1}")


def _how_many(grupos: int) -> str:
    if not grupos:
        return "Todavía no hay grupos registrados"
    return contado(grupos, "grupo registrado", "grupos registrados")


def _add_classes(lienzo: Lienzo, grupos: Sequence[GrupoUsuarios]) -> int:
    """Add class × eje and return the row of its header. A group with several ejes counts in each of them."""
    lienzo.heading("Grupos por clase y eje estratégico")
    columnas: list[Callable[[GrupoUsuarios], bool]] = [_has_eje(eje) for eje in Eje]
    columnas.append(lambda grupo: not grupo.ejes)
    cabecera = lienzo.header(["Clase", *(eje.etiqueta for eje in Eje), "Sin eje", "Total"], alto=44)
    for clase in ClaseGrupo:
        suyos = [grupo for grupo in grupos if grupo.clase is clase]
        lienzo.count(clase.etiqueta, [*(sum(map(columna, suyos)) for columna in columnas), len(suyos)])
    if sin_clase := [grupo for grupo in grupos if grupo.clase is None]:
        lienzo.count("Sin clase", [*(sum(map(columna, sin_clase)) for columna in columnas), len(sin_clase)])
    lienzo.total("Total", [*(sum(map(columna, grupos)) for columna in columnas), len(grupos)])
    lienzo.note("Un grupo puede seguir varios ejes; por eso la suma de los ejes puede ser mayor que el total.")
    return cabecera


def _has_eje(eje: Eje) -> Callable[[GrupoUsuarios], bool]:
    return lambda grupo: eje in grupo.ejes


def _add_quadrants(lienzo: Lienzo, grupos: Sequence[GrupoUsuarios], perfil: Perfil | None) -> list[int]:
    """Add the power–interest grid, with power upwards as people draw it, and the advice of each quadrant.

    Returns the rows that say what to do, whose text is as wide as the columns from ``_COLUMNA_TEXTO`` on.
    """
    lienzo.heading("Poder e interés")
    lienzo.header(["Poder ↑   Interés →", *(f"Interés {grado}" for grado in _GRADOS)])
    lugares = Counter((grupo.poder, grupo.interes) for grupo in grupos)
    for poder in reversed(_GRADOS):
        cuentas: list[Dato] = [lugares[poder, interes] for interes in _GRADOS]
        tintes = [TRATAMIENTOS[tratamiento(poder, interes)] for interes in _GRADOS]
        aspectos = [Aspecto(relleno=t, formato=_CIFRA_CUADRO, horizontal="center", vertical="center") for t in tintes]
        lienzo.add([f"Poder {poder}", *cuentas], [CELDA, *aspectos])
    lienzo.space()
    textos = [lienzo.header(["Tratamiento sugerido", "Grupos", "Prioritarios", "Qué hacer", *[""] * _SIGUEN])]
    for sugerido in (*Tratamiento, None):
        suyos = [grupo for grupo in grupos if tratamiento(grupo.poder, grupo.interes) is sugerido]
        etiqueta = sugerido.etiqueta if sugerido else "Sin calificar"
        texto = trato(perfil, sugerido)
        cuentas = [len(suyos), sum(grupo.prioritario for grupo in suyos), texto, *[""] * _SIGUEN]
        tinte = Aspecto(relleno=TRATAMIENTOS[sugerido], vertical="center", linea=True)
        alto = max(_ALTO_RENGLON * count_lines(texto, _ANCHO_TEXTO) + _HOLGURA, _ALTO_MINIMO)
        textos.append(lienzo.add([etiqueta, *cuentas], [tinte, CIFRA, CIFRA, *[CELDA] * (_SIGUEN + 1)], alto))
    return textos


def _add_areas(lienzo: Lienzo, proyecto: Proyecto, grupos: Sequence[GrupoUsuarios]) -> tuple[int, int]:
    """Add the counts by area, largest first, and return the row of the header and how many areas there are."""
    lienzo.heading("Grupos por área generadora")
    clases = [clase.etiqueta for clase in ClaseGrupo]
    usan = ("Ya usan datos", "Podrían usar", "Sin usos")  # each group is in one of them, so that they make the total
    cabecera = lienzo.header(["Área", *clases, "Total", "Prioritarios", *usan], alto=44)
    nombres = {area.id: area.nombre for area in proyecto.activos(AreaGeneradora)}
    por_area: dict[str, list[GrupoUsuarios]] = {nombre: [] for nombre in nombres.values()}
    for grupo in grupos:
        por_area.setdefault(proyecto.titulo(AreaGeneradora.ENTIDAD, grupo.area) or SIN_AREA, []).append(grupo)
    usos = datasets_used(proyecto)
    con_uso = {grupo for grupo, _ in usos}
    actuales = {grupo for grupo, tipo in usos if tipo is TipoUso.ACTUAL}

    def cuentas(suyos: Sequence[GrupoUsuarios]) -> list[int]:
        por_clase = Counter(grupo.clase for grupo in suyos)
        return [
            *(por_clase[clase] for clase in ClaseGrupo),
            len(suyos),
            sum(grupo.prioritario for grupo in suyos),
            sum(grupo.id in actuales for grupo in suyos),
            sum(grupo.id in con_uso - actuales for grupo in suyos),
            sum(grupo.id not in con_uso for grupo in suyos),
        ]

    for area, suyos in sorted(por_area.items(), key=lambda par: (-len(par[1]), plegar(par[0]))):
        lienzo.count(area, cuentas(suyos))
    lienzo.total("Total", cuentas(grupos))
    return cabecera, len(por_area)
