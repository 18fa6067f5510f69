"""Calendar arithmetic of the Guía: bimestres, periodicities and deadlines, and dates in Spanish words.

It never asks what day it is: every function is told.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from functools import total_ordering
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import ComputoDias, Frecuencia

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
ORDINALES = ("primer", "segundo", "tercer", "cuarto", "quinto", "sexto")
_ABREVIATURAS = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
DIAS_SEMANA = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_ETIQUETAS = ("ene–feb", "mar–abr", "may–jun", "jul–ago", "sep–oct", "nov–dic")
_SABADO = 5
_DICIEMBRE = 31  # days of the last month, after which the calendar may end
_EN_TODOS = 28  # the last day that every month has

# Steps of dominio §4: days, or months. Real time, hourly and irregular data have no next date.
_DIAS = {Frecuencia.DIARIO: 1, Frecuencia.SEMANAL: 7, Frecuencia.QUINCENAL: 14}
_MESES = {
    Frecuencia.MENSUAL: 1,
    Frecuencia.BIMESTRAL: 2,
    Frecuencia.TRIMESTRAL: 3,
    Frecuencia.CUATRIMESTRAL: 4,
    Frecuencia.SEMESTRAL: 6,
    Frecuencia.ANUAL: 12,
    Frecuencia.BIANUAL: 24,
    Frecuencia.QUINQUENAL: 60,
    Frecuencia.DECENAL: 120,
}

# What is renewed all the time, and how to say it.
CONTINUAS: Mapping[Frecuencia | None, str] = MappingProxyType(
    {Frecuencia.TIEMPO_REAL: "en tiempo real", Frecuencia.HORARIO: "cada hora", Frecuencia.DIARIO: "cada día"}
)

# Ten years: whatever is typed as a term or a pause, the calculation ends soon and inside the calendar.
PLAZO_MAXIMO = 3660


@total_ordering
@frozen
class Bimestre:
    """Two calendar months, from ene–feb (1) to nov–dic (6), as R8 reads them."""

    anio: int
    numero: int

    def __lt__(self, other: Bimestre) -> bool:
        """Tell whether it comes before the other."""
        return (self.anio, self.numero) < (other.anio, other.numero)

    @property
    def inicio(self) -> date:
        """Return its first day."""
        return date(self.anio, 2 * self.numero - 1, 1)

    @property
    def fin(self) -> date:
        """Return its last day."""
        return date(self.anio, 2 * self.numero, _dias_del_mes(self.anio, 2 * self.numero))

    @property
    def etiqueta(self) -> str:
        """Return its short name, such as «ene–feb»."""
        return _ETIQUETAS[self.numero - 1]

    @property
    def ordinal(self) -> str:
        """Return the word that goes before «bimestre», such as «sexto»."""
        return ORDINALES[self.numero - 1]

    def contiene(self, dia: date) -> bool:
        """Tell whether ``dia`` falls in it."""
        return self.inicio <= dia <= self.fin

    def dias_restantes(self, hoy: date) -> int:
        """Return how many days follow ``hoy`` until it ends: 0 on its last day, negative once it is over."""
        return (self.fin - hoy).days

    def quedan(self, hoy: date) -> str:
        """Return ``dias_restantes`` in words, while it is not over: «quedan 12 días», «hoy termina»."""
        dias = self.dias_restantes(hoy)
        return {0: "hoy termina", 1: "queda 1 día"}.get(dias, f"quedan {dias} días")


def _dias_del_mes(anio: int, mes: int) -> int:
    """Return how many days a month has. ``calendar`` knows it too, but brings ``locale`` with it at the start."""
    return _DICIEMBRE if mes == len(MESES) else (date(anio, mes + 1, 1) - timedelta(days=1)).day


def bimestre_de(dia: date) -> Bimestre:
    """Return the bimestre of a day."""
    return Bimestre(dia.year, (dia.month + 1) // 2)


def bimestres(anio: int) -> tuple[Bimestre, ...]:
    """Return the six bimestres of a year. The year must be one of the calendar (1 to 9999)."""
    return tuple(Bimestre(anio, numero) for numero in range(1, 7))


def add_months(dia: date, meses: int) -> date:
    """Return the same day ``meses`` later, or the last day of that month when it is shorter.

    Raises ``OverflowError`` outside the calendar (years 1 to 9999), as adding days does.
    """
    anio, mes = divmod(dia.year * 12 + dia.month - 1 + meses, 12)
    if not date.min.year <= anio <= date.max.year:
        raise OverflowError(anio)
    if dia.day <= _EN_TODOS:  # most days, and a third of the time
        return date(anio, mes + 1, dia.day)
    return date(anio, mes + 1, min(dia.day, _dias_del_mes(anio, mes + 1)))


def moved_end(inicio: date, fin: date, nuevo: date) -> date:
    """Return the last day of a period once it begins on ``nuevo``: as long as it was, or as many whole months.

    Never outside the calendar.
    """
    if inicio.day == 1 and fin.day == _dias_del_mes(fin.year, fin.month):
        meses = (fin.year - inicio.year) * 12 + fin.month - inicio.month
        with suppress(OverflowError):
            ultimo = add_months(nuevo.replace(day=1), meses)
            return ultimo.replace(day=_dias_del_mes(ultimo.year, ultimo.month))
    return add_days(nuevo, (fin - inicio).days)


def add_days(dia: date, dias: int) -> date:
    """Return the day ``dias`` later, or earlier when negative; never outside the calendar (years 1 to 9999)."""
    return date.fromordinal(min(max(dia.toordinal() + dias, date.min.toordinal()), date.max.toordinal()))


def next_update(first: date, frecuencia: Frecuencia | None, after: date) -> date | None:
    """Return the first update later than ``after`` of what was, or will be, published on ``first``.

    Publishing for the first time is not an update, so the answer is always later than ``first`` too. Every date is
    counted from ``first``: monthly from 31 January gives 28 February and then 31 March (dominio §4). ``None`` when
    the frequency has no dates, or when the calendar ends before.
    """
    return next(_updates(first, frecuencia, after), None)


def updates_between(first: date, frecuencia: Frecuencia | None, start: date, end: date) -> list[date]:
    """Return every update from ``start`` to ``end``, both included, in order; see ``next_update``."""
    previo = start - timedelta(days=1) if start > date.min else start
    return list(takewhile(end.__ge__, _updates(first, frecuencia, previo)))


def _updates(first: date, frecuencia: Frecuencia | None, after: date) -> Iterator[date]:
    """Yield the updates later than ``after``, until the calendar ends."""
    if frecuencia is None or (frecuencia not in _DIAS and frecuencia not in _MESES):
        return
    vez = _vez_aproximada(first, frecuencia, after)
    try:
        while True:
            dia = _actualizacion(first, frecuencia, vez)
            if dia > after:
                yield dia
            vez += 1
    except OverflowError:
        return


def _vez_aproximada(first: date, frecuencia: Frecuencia, after: date) -> int:
    """Return the number of an update at or shortly before the one that follows ``after``; never less than 1."""
    if frecuencia in _DIAS:
        transcurridas = (after - first).days // _DIAS[frecuencia]
    else:
        meses = (after.year - first.year) * 12 + after.month - first.month
        transcurridas = meses // _MESES[frecuencia]
    return max(1, transcurridas)


def _actualizacion(first: date, frecuencia: Frecuencia, vez: int) -> date:
    if frecuencia in _DIAS:
        return first + timedelta(days=_DIAS[frecuencia] * vez)
    return add_months(first, _MESES[frecuencia] * vez)


def es_habil(dia: date, inhabiles: Container[date] = ()) -> bool:
    """Tell whether ``dia`` is a working day: neither weekend nor one of ``inhabiles`` (holidays and closures)."""
    return dia.weekday() < _SABADO and dia not in inhabiles


def habil_desde(dia: date, inhabiles: Container[date] = ()) -> date:
    """Return the first working day on or after ``dia``; the last day of the calendar when none is left."""
    while not es_habil(dia, inhabiles) and dia < date.max:
        dia += timedelta(days=1)
    return dia


def habil_hasta(dia: date, inhabiles: Container[date] = ()) -> date:
    """Return the last working day on or before ``dia``; the first day of the calendar when there is none."""
    while not es_habil(dia, inhabiles) and dia > date.min:
        dia -= timedelta(days=1)
    return dia


def deadline(
    received: date, dias: int, computo: ComputoDias, feriados: Container[date] = (), pausa_dias: int = 0
) -> date:
    """Return the last day to answer what was received on ``received``, which is day 0 (R11).

    ``dias`` and ``pausa_dias`` are days of the same kind, as ``computo`` says; together at most ``PLAZO_MAXIMO``.
    Hábiles skip Saturdays, Sundays and ``feriados`` (holidays and closures). Never later than the calendar.
    """
    total = min(max(dias, 0) + max(pausa_dias, 0), PLAZO_MAXIMO)
    if computo is ComputoDias.NATURALES:
        return received + timedelta(days=min(total, (date.max - received).days))
    dia = received
    while total and dia < date.max:
        dia += timedelta(days=1)
        total -= es_habil(dia, feriados)
    return dia


def fecha_larga(dia: date) -> str:
    """Return a date in words, as in «22 de diciembre de 2026»."""
    return f"{dia.day} de {MESES[dia.month - 1]} de {dia.year}"


def fecha_corta(dia: date) -> str:
    """Return a date as dd/mm/aaaa."""
    return f"{dia.day:02}/{dia.month:02}/{dia.year:04}"


def fecha_breve(dia: date) -> str:
    """Return day and month alone, as in «22 dic»."""
    return f"{dia.day} {_ABREVIATURAS[dia.month - 1]}"
