"""Which months a plan is shown over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.domain.fechas import MESES, add_months, bimestre_de

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.plan import LineaPlan

MESES_MAXIMOS = 24  # columns that can still be read; dates farther away are counted apart
_POR_ANIO = 12


def plan_months(lineas: Sequence[LineaPlan], anio: int | None, hoy: date) -> list[date]:
    """Return the first days of the months to show: whole bimestres that hold the plan's year and all its dates.

    The plan's year is ``anio``, or that of ``hoy`` when it is unknown or outside the calendar. When the dates lie too
    far apart (``MESES_MAXIMOS``), only the year is shown.
    """
    elegido = anio if anio and date.min.year < anio < date.max.year else hoy.year
    enero, diciembre = date(elegido, 1, 1), date(elegido, _POR_ANIO, 1)
    fechas = [fecha for linea in lineas for fecha in (linea.fecha, linea.fecha and linea.fecha_fin) if fecha]
    desde = bimestre_de(min([enero, *fechas])).inicio
    hasta = bimestre_de(max([diciembre, *fechas])).inicio
    cuantos = _months_apart(desde, hasta) + 2
    if cuantos > MESES_MAXIMOS:
        desde, cuantos = enero, _POR_ANIO
    return [add_months(desde, lugar) for lugar in range(cuantos)]


def span(linea: LineaPlan, meses: Sequence[date]) -> range:
    """Return the places in ``meses`` of the months that a line touches, cut to those shown; empty without a date."""
    if linea.fecha is None:
        return range(0)
    ultima = max(linea.fecha, linea.fecha_fin or linea.fecha)
    desde, hasta = _months_apart(meses[0], linea.fecha), _months_apart(meses[0], ultima)
    return range(max(desde, 0), min(hasta, len(meses) - 1) + 1)


def month_label(mes: date) -> str:
    """Return «ene 2026»."""
    return f"{MESES[mes.month - 1][:3]} {mes.year}"


def _months_apart(desde: date, hasta: date) -> int:
    return (hasta.year - desde.year) * _POR_ANIO + hasta.month - desde.month
