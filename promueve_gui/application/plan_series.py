"""Lines that repeat: making a series out of one, and changing one of it or all that follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from promueve_gui.application.plan_lines import by_date, called, counted
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.cambios import alta, cambio, nuevo_id, nuevos_ids
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.fechas import add_days, add_months, moved_end, next_update, updates_between
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea, Frecuencia

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from promueve_gui.application.ports import Feriados
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

MAXIMO = 260  # weekly for five years; more is a slip of the hand


class Cada(Opcion):
    """How often a line repeats."""

    SEMANA = "semana", "Cada semana"
    QUINCENA = "quincena", "Cada dos semanas"
    MES = "mes", "Cada mes"
    BIMESTRE = "bimestre", "Cada bimestre"
    TRIMESTRE = "trimestre", "Cada trimestre"
    SEMESTRE = "semestre", "Cada semestre"
    ANIO = "anio", "Cada año"
    ACTUALIZACION = "actualizacion", "Con cada actualización del conjunto"


class Alcance(Opcion):
    """Which lines of a series a change is for."""

    ESTA = "esta", "Solo esta actividad"
    SIGUIENTES = "siguientes", "Esta y las siguientes"


_DIAS = {Cada.SEMANA: 7, Cada.QUINCENA: 14}
_MESES = {Cada.MES: 1, Cada.BIMESTRE: 2, Cada.TRIMESTRE: 3, Cada.SEMESTRE: 6, Cada.ANIO: 12}
_ULTIMO_CON_OTRO_BIMESTRE = 10  # the last month after which a bimestre still fits in the year
_DECENIO = 3653  # days between two updates at the slowest frequency
# What each line of a series has for itself.
_DIAS_PROPIOS = frozenset({"fecha", "fecha_fin"})
_PROPIOS = _DIAS_PROPIOS | {
    "estado",
    "visto_bueno",
    "visto_bueno_fecha",
    "serie",
    "regla",
    "propuesta",
    "notas",
    "retirado",
}


def end_proposed(inicio: date) -> date:
    """Return until when a series that begins on ``inicio`` goes: its year or, in its last bimestre, the next one."""
    return inicio.replace(inicio.year + (inicio.month > _ULTIMO_CON_OTRO_BIMESTRE), 12, 31)


def repetitions(proyecto: Proyecto, linea: LineaPlan, cada: Cada, hasta: date, feriados: Feriados) -> list[date]:
    """Return the days after its own on which ``linea`` would be repeated until ``hasta``, for a preview.

    Counted from its own day: monthly from 31 January gives 28 February and then 31 March. With each update, as many
    days after it as the line stands after the one before. A line that stands on a working day is repeated on working
    days. At most ``MAXIMO``; none without a date, or without updates to follow.
    """
    return [dia for dia, _ in preview(proyecto, linea, cada, hasta, feriados)]


def preview(
    proyecto: Proyecto, linea: LineaPlan, cada: Cada, hasta: date, feriados: Feriados
) -> list[tuple[date, date]]:
    """Return the days of ``repetitions``, each with the day that it would have been if everybody always worked."""
    inicio = linea.fecha
    if inicio is None:
        return []
    conjunto = proyecto.get(ConjuntoDatos, linea.conjunto)
    dias = _with_updates(inicio, conjunto) if cada is Cada.ACTUALIZACION else _by_calendar(inicio, cada)
    habiles = DiasHabiles(proyecto, feriados)
    de_meses = cada in _MESES
    ajustar = (habiles.en_su_mes if de_meses else habiles.desde) if habiles.es_habil(inicio) else _as_it_is
    return _distinct(dias, ajustar, inicio, hasta)


def repeat(
    proyecto: Proyecto, linea: LineaPlan, cada: Cada, hasta: date, feriados: Feriados
) -> tuple[str, list[Cambio]]:
    """Return reason and changes that repeat ``linea``; all then share a ``serie``. The new ones begin as planned.

    A line that has a series already begins a new one, so that what was repeated before stays as it is.
    """
    dias = repetitions(proyecto, linea, cada, hasta, feriados)
    motivo = f"Repetir «{called(linea)}»: {counted(len(dias))} más, {cada.etiqueta.lower()}"
    if not dias or linea.fecha is None:
        return motivo, []
    serie = nuevo_id()
    primera = cambio(linea, serie=serie)
    modelo = replace(linea, serie=serie, estado=EstadoLinea.PLANEADA, visto_bueno=None, visto_bueno_fecha=None)
    nuevas = [_on(modelo, identidad, dia) for identidad, dia in zip(nuevos_ids(len(dias)), dias, strict=True)]
    return motivo, [*([primera] if primera else []), *map(alta, nuevas)]


def series_of(proyecto: Proyecto, linea: LineaPlan, alcance: Alcance) -> list[LineaPlan]:
    """Return the lines that a change of ``linea`` is for, itself first; of what follows only what is not done."""
    if alcance is Alcance.ESTA or not linea.serie:
        return [linea]
    siguientes = [
        otra
        for otra in proyecto.activos(LineaPlan)
        if otra.serie == linea.serie and otra.id != linea.id and otra.abierta and by_date(otra) > by_date(linea)
    ]
    return [linea, *sorted(siguientes, key=by_date)]


def place_in_series(proyecto: Proyecto, linea: LineaPlan) -> tuple[int, int]:
    """Return which one a line is among those of its series, counted by date, and how many they are."""
    if not linea.serie:
        return 1, 1
    todas = sorted((otra for otra in proyecto.activos(LineaPlan) if otra.serie == linea.serie), key=by_date)
    return next((lugar for lugar, otra in enumerate(todas, 1) if otra.id == linea.id), 1), len(todas)


def spreads(valores: Mapping[str, Any]) -> bool:
    """Tell whether any of the fields changed is one that the lines of a series share, their days included."""
    return not (_PROPIOS - _DIAS_PROPIOS).issuperset(valores)


def follow(proyecto: Proyecto, antes: LineaPlan, valores: Mapping[str, Any]) -> tuple[str, list[Cambio]]:
    """Return reason and changes that give those that follow in a series what ``antes`` was given already."""
    motivo, cambios = edit_series(proyecto, antes, valores, Alcance.SIGUIENTES)
    return motivo, [hecho for hecho in cambios if hecho.id != antes.id]


def edit_series(
    proyecto: Proyecto, linea: LineaPlan, valores: Mapping[str, Any], alcance: Alcance
) -> tuple[str, list[Cambio]]:
    """Return reason and changes that give ``valores`` to a line, or to it and those that follow in its series.

    A new ``fecha`` moves those that follow by as many days, and a new ``fecha_fin`` gives each the same length; the
    state and the sign-off are each line's own. Raises ``KeyError`` for a field that lines do not have.
    """
    primera, *siguientes = series_of(proyecto, linea, alcance)
    motivo = f"Cambiar «{called(primera)}»"
    if siguientes:
        motivo += f" y {counted(len(siguientes))} que le siguen"
    hechos = [cambio(primera, **valores)]
    comunes = {campo: valor for campo, valor in valores.items() if campo not in _PROPIOS}
    hechos += [cambio(otra, **comunes, **_dates(linea, valores, otra)) for otra in siguientes]
    return motivo, [hecho for hecho in hechos if hecho is not None]


def _dates(linea: LineaPlan, valores: Mapping[str, Any], otra: LineaPlan) -> dict[str, date | None]:
    """Return the days of another line of the series when this one is moved or stretched."""
    nueva = replace(linea, **{campo: valores[campo] for campo in ("fecha", "fecha_fin") if campo in valores})
    if nueva.fecha == linea.fecha and nueva.fecha_fin == linea.fecha_fin:
        return {}
    if linea.fecha is None or nueva.fecha is None or otra.fecha is None:
        return {}
    inicio = add_days(otra.fecha, (nueva.fecha - linea.fecha).days)
    largo = _length(nueva if "fecha_fin" in valores else otra)
    return {"fecha": inicio, "fecha_fin": add_days(inicio, largo) if largo else None}


def _length(linea: LineaPlan) -> int:
    """Return how many days follow the first one of a line."""
    ultimo = linea.ultimo_dia
    return 0 if ultimo is None or linea.fecha is None else (ultimo - linea.fecha).days


def _distinct(
    dias: Iterator[date], ajustar: Callable[[date], date], inicio: date, hasta: date
) -> list[tuple[date, date]]:
    """Return the days as they are adjusted, each later than the one before, with what they were."""
    hallados = [(inicio, inicio)]
    for dia in dias:
        ajustado = ajustar(dia)
        if max(dia, ajustado) > hasta:
            break
        if ajustado > hallados[-1][0]:
            hallados.append((ajustado, dia))
    return hallados[1:]


def _on(modelo: LineaPlan, identidad: Id, dia: date) -> LineaPlan:
    """Return the same line on another day, its period as long, or as many whole months."""
    inicio, fin = modelo.fecha, modelo.ultimo_dia
    hasta = moved_end(inicio, fin, dia) if inicio and fin and fin > inicio else None
    return replace(modelo, id=identidad, fecha=dia, fecha_fin=hasta)


def _as_it_is(dia: date) -> date:
    return dia


def _by_calendar(inicio: date, cada: Cada) -> Iterator[date]:
    for vez in range(1, MAXIMO + 1):
        try:
            yield add_months(inicio, _MESES[cada] * vez) if cada in _MESES else add_days(inicio, _DIAS[cada] * vez)
        except OverflowError:
            return


def _with_updates(inicio: date, conjunto: ConjuntoDatos | None) -> Iterator[date]:
    """Yield days that stand to each update to come as ``inicio`` stands to the nearest date of the dataset.

    Not for daily data: nobody promotes the same every day.
    """
    if conjunto is None or conjunto.fecha_publicacion is None or conjunto.frecuencia is Frecuencia.DIARIO:
        return
    primera, frecuencia = conjunto.fecha_publicacion, conjunto.frecuencia
    pasadas = [primera, *updates_between(primera, frecuencia, add_days(inicio, -_DECENIO), inicio)]
    siguiente = next_update(primera, frecuencia, max(inicio, primera))
    cercanas = [pasadas[-1], *([siguiente] if siguiente else [])]
    ancla = min(cercanas, key=lambda dia: abs((dia - inicio).days))
    desfase, dia = (inicio - ancla).days, next_update(primera, frecuencia, ancla)
    for _ in range(MAXIMO):
        if dia is None:
            return
        yield add_days(dia, desfase)
        dia = next_update(primera, frecuencia, dia)
