"""Coverage of the plan: groups or datasets against bimestres, types of content or channels; where the gaps are."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from promueve_gui.application.plan_lines import initial_values
from promueve_gui.application.publications import CANAL_HABITUAL
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.fechas import Bimestre, bimestres
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Canal, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from promueve_gui.application.ports import Feriados
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

_POR_ANIO = 6  # bimestres


class Filas(Opcion):
    """What the rows of the matrix are."""

    GRUPOS = "grupos", "Grupos de usuarios"
    CONJUNTOS = "conjuntos", "Conjuntos de datos"


class Columnas(Opcion):
    """What the columns of the matrix are."""

    BIMESTRES = "bimestres", "Bimestres"
    TIPOS = "tipos", "Tipos de contenido"
    CANALES = "canales", "Canales"


@frozen
class Columna:
    """One column: its key («2026-1», «boletin»), its title, and the bimestre, type or channel that it stands for."""

    clave: str
    titulo: str
    valor: Bimestre | TipoContenido | Canal


@frozen
class Renglon:
    """One row: its record, how many lines it has in all, and the identities of those in each column.

    ``hueco`` tells that it is a priority that no line of the plan attends to (R3).
    """

    entidad: str
    id: Id
    titulo: str
    prioritario: bool
    total: int
    celdas: tuple[tuple[Id, ...], ...]
    hueco: bool


@frozen
class Cobertura:
    """The matrix; ``totales`` counts the lines of each column once, whatever rows they stand in."""

    columnas: tuple[Columna, ...]
    renglones: tuple[Renglon, ...]
    totales: tuple[int, ...]


def coverage(
    proyecto: Proyecto, filas: Filas, columnas: Columnas, anio: int, lineas: Iterable[LineaPlan] | None = None
) -> Cobertura:
    """Return the matrix of a year, priorities first and then by name.

    ``lineas`` are the lines to count, those in force by default; cells keep their order. A line counts in every
    bimestre that it touches; undated ones, and those of other years, only in the total of a row.
    """
    titulos = _columns(columnas, anio)
    places = _placer(columnas, anio)
    totales = [0] * len(titulos)
    cuantas: dict[Id, int] = {}
    celdas: dict[Id, list[list[Id]]] = {}
    for linea in proyecto.activos(LineaPlan) if lineas is None else lineas:
        if not linea.vigente:
            continue
        quienes = linea.grupos if filas is Filas.GRUPOS else (linea.conjunto or "",)
        for identidad in quienes:
            cuantas[identidad] = cuantas.get(identidad, 0) + 1
        for lugar in places(linea):
            totales[lugar] += 1
            for identidad in quienes:
                if identidad not in celdas:
                    celdas[identidad] = [[] for _ in titulos]
                celdas[identidad][lugar].append(linea.id)
    vacias: list[list[Id]] = [[] for _ in titulos]
    renglones = [
        _row(registro, cuantas.get(registro.id, 0), celdas.get(registro.id, vacias))
        for registro in _records(proyecto, filas)
    ]
    renglones.sort(key=lambda renglon: (not renglon.prioritario, plegar(renglon.titulo), renglon.id))
    return Cobertura(titulos, tuple(renglones), tuple(totales))


def lines_of_year(lineas: Iterable[LineaPlan], anio: int) -> list[LineaPlan]:
    """Return, out of lines in use, those that touch a year and those that wait for a day."""
    return [linea for linea in lineas if _touches(linea, anio)]


def _touches(linea: LineaPlan, anio: int) -> bool:
    inicio = linea.fecha
    if inicio is None or inicio.year == anio:
        return True
    return linea.fecha_fin is not None and inicio.year < anio <= linea.fecha_fin.year


def cell_values(
    proyecto: Proyecto, renglon: Renglon, columna: Columna, hoy: date, feriados: Feriados
) -> dict[str, Any]:
    """Return what a line made in a cell begins with («crear línea aquí»): row, column, and a working day.

    A bimestre gives a day in it, not before ``hoy`` while it lasts; a type gives the channel where it usually goes out.
    """
    propio = {"grupos": (renglon.id,)} if renglon.entidad == GrupoUsuarios.ENTIDAD else {"conjunto": renglon.id}
    valores = {**initial_values(), **propio}
    match columna.valor:
        case Bimestre() as bimestre:
            valores["fecha"] = _day_in(bimestre, hoy, DiasHabiles(proyecto, feriados))
        case TipoContenido() as tipo:
            valores |= {"tipo_contenido": tipo, "canal": CANAL_HABITUAL[tipo]}
        case canal:
            valores["canal"] = canal
    return valores


def _columns(columnas: Columnas, anio: int) -> tuple[Columna, ...]:
    match columnas:
        case Columnas.BIMESTRES:
            return tuple(Columna(f"{b.anio}-{b.numero}", b.etiqueta, b) for b in bimestres(anio))
        case Columnas.TIPOS:
            return tuple(Columna(str(tipo), tipo.etiqueta, tipo) for tipo in TipoContenido)
        case _:
            return tuple(Columna(str(canal), canal.etiqueta, canal) for canal in Canal)


def _placer(columnas: Columnas, anio: int) -> Callable[[LineaPlan], Sequence[int]]:
    """Return what tells the columns that a line touches, by their places."""
    if columnas is Columnas.BIMESTRES:
        return lambda linea: _bimestres_of(linea, anio)
    campo = attrgetter("tipo_contenido" if columnas is Columnas.TIPOS else "canal")
    lugares = {columna.valor: (lugar,) for lugar, columna in enumerate(_columns(columnas, anio))}
    return lambda linea: lugares.get(campo(linea), ())


def _bimestres_of(linea: LineaPlan, anio: int) -> range:
    """Return which bimestres of a year a line touches, counted from 0."""
    inicio, fin = linea.fecha, linea.ultimo_dia
    if inicio is None or fin is None:
        return range(0)
    primero = (inicio.year - anio) * _POR_ANIO + (inicio.month - 1) // 2
    ultimo = (fin.year - anio) * _POR_ANIO + (fin.month - 1) // 2
    return range(max(primero, 0), min(ultimo + 1, _POR_ANIO))


def _records(proyecto: Proyecto, filas: Filas) -> Sequence[GrupoUsuarios | ConjuntoDatos]:
    if filas is Filas.GRUPOS:
        return proyecto.activos(GrupoUsuarios)
    return [conjunto for conjunto in proyecto.activos(ConjuntoDatos) if conjunto.promovible]


def _row(registro: GrupoUsuarios | ConjuntoDatos, total: int, celdas: Iterable[Iterable[Id]]) -> Renglon:
    return Renglon(
        registro.ENTIDAD,
        registro.id,
        registro.nombre,
        registro.prioritario,
        total,
        tuple(map(tuple, celdas)),
        registro.prioritario and not total,
    )


def _day_in(bimestre: Bimestre, hoy: date, habiles: DiasHabiles) -> date:
    """Return a working day in the middle of a bimestre, or in what is left of it."""
    medio = bimestre.inicio + (bimestre.fin - bimestre.inicio) // 2
    if bimestre.contiene(hoy):
        medio = hoy + (bimestre.fin - hoy) // 2
    habil = habiles.desde(medio)
    return habil if bimestre.contiene(habil) else habiles.hasta(medio)
