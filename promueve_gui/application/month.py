"""One month of the plan: its weeks, the lines of each day, the undated ones, and what else falls on those days."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import counted
from promueve_gui.application.review import ClaseProximo, Proximo, other_dates
from promueve_gui.application.upcoming import data_dates
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.fechas import DIAS_SEMANA, fecha_larga
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.reglas import Contexto
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from promueve_gui.application.ports import Feriados
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto

FIRST_YEAR, LAST_YEAR = 2000, 2100  # what the calendar shows; plans are of our century


@frozen
class Layer:
    """What stands on the days of a month besides lines: holidays and closures by name, and other dates."""

    inhabiles: Mapping[date, str]
    otros: Mapping[date, list[Proximo]]


@lru_cache(maxsize=24)
def weeks(anio: int, mes: int) -> tuple[tuple[date, ...], ...]:
    """Return the weeks that hold a month, from Monday to Sunday; the first and last may reach into its neighbours."""
    dias = list(Calendar().itermonthdates(anio, mes))
    return tuple(tuple(dias[inicio : inicio + 7]) for inicio in range(0, len(dias), 7))


def by_day(lineas: Iterable[LineaPlan], desde: date, hasta: date) -> dict[date, list[LineaPlan]]:
    """Return, out of lines in use, those in force on each day of a stretch, by name.

    One that covers a period is on each of its days.
    """
    encontradas: dict[date, list[LineaPlan]] = {}
    for linea in lineas:
        inicio, fin = linea.fecha, linea.fecha_fin
        if inicio is None or inicio > hasta or (inicio < desde and (fin is None or fin < desde)) or not linea.vigente:
            continue  # dates first: they leave most lines out, and this runs over all of them after each change
        for dia in _days(inicio, fin or inicio, desde, hasta):
            encontradas.setdefault(dia, []).append(linea)
    for del_dia in encontradas.values():
        del_dia.sort(key=lambda linea: (linea.nombre, linea.id))
    return encontradas


def waiting(lineas: Iterable[LineaPlan]) -> list[LineaPlan]:
    """Return, out of lines in use, those in force that wait for a day, by name."""
    sin_fecha = [linea for linea in lineas if linea.fecha is None and linea.vigente]
    return sorted(sin_fecha, key=lambda linea: (linea.nombre, linea.id))


def layer(proyecto: Proyecto, hoy: date, feriados: Feriados, desde: date, hasta: date) -> Layer:
    """Return holidays, closures, publications, updates, events and deadlines from ``desde`` to ``hasta``."""
    contexto = Contexto(proyecto, hoy, feriados)
    otros: dict[date, list[Proximo]] = {}
    for proximo in (*_datos(proyecto, desde, hasta), *other_dates(contexto)):
        if desde <= proximo.fecha <= hasta:
            otros.setdefault(proximo.fecha, []).append(proximo)
    for proximos in otros.values():
        proximos.sort(key=lambda proximo: (proximo.clase, proximo.texto, proximo.id))
    return Layer(DiasHabiles(proyecto, feriados).nombrados(desde, hasta), otros)


def _days(inicio: date, fin: date, desde: date, hasta: date) -> Iterator[date]:
    primero, ultimo = max(inicio, desde), min(max(inicio, fin), hasta)
    yield from (primero + timedelta(days=paso) for paso in range((ultimo - primero).days + 1))


def _datos(proyecto: Proyecto, desde: date, hasta: date) -> Iterator[Proximo]:
    """Yield first publications and updates of what may be promoted."""
    for dia, clase, conjunto in data_dates(proyecto, desde, hasta):
        texto = f"{conjunto.nombre} ({clase.etiqueta.lower()})"
        yield Proximo(dia, ClaseProximo.DATO, texto, conjunto.ENTIDAD, conjunto.id)


def line_text(linea: LineaPlan) -> str:
    """Return name, state and dates of a line, one a line of text, for a tooltip or a screen reader."""
    estado = linea.estado.etiqueta if linea.estado else ""
    fechas = [fecha_larga(dia) for dia in (linea.fecha, linea.fecha_fin) if dia is not None]
    canal = linea.canal.etiqueta if linea.canal else ""
    return "\n".join(parte for parte in (linea.titulo_visible, estado, canal, " a ".join(fechas)) if parte)


def day_text(dia: date, lineas: Sequence[LineaPlan], otras: Layer) -> str:
    """Return a day in words: weekday, date, its holiday, and how much stands on it."""
    cuantas = counted(len(lineas)) if lineas else "sin actividades"
    fechas = len(otras.otros.get(dia, ()))
    partes = [
        f"{DIAS_SEMANA[dia.weekday()].capitalize()} {fecha_larga(dia)}",
        otras.inhabiles.get(dia, ""),
        cuantas,
        f"{contado(fechas, 'fecha', 'fechas')} más" if fechas else "",
    ]
    return " · ".join(parte for parte in partes if parte)
