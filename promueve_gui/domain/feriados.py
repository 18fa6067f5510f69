"""What the official holidays of Mexico are called. Which days they fall on is not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

# Ley Federal del Trabajo, article 74: each holiday has a month of its own, some a fixed day and some a Monday.
_POR_MES = {
    1: "Año Nuevo",
    2: "Día de la Constitución",
    3: "Natalicio de Benito Juárez",
    5: "Día del Trabajo",
    9: "Día de la Independencia",
    10: "Transmisión del Poder Ejecutivo",
    11: "Día de la Revolución",
    12: "Navidad",
}
_DICIEMBRE, _NAVIDAD = 12, 25


def nombre_feriado(dia: date) -> str:
    """Return the name of the official holiday that falls on ``dia``, or a general one for any other day."""
    if dia.month == _DICIEMBRE and dia.day != _NAVIDAD:
        return _POR_MES[10]  # until 2018 the Presidency changed hands on 1 December
    return _POR_MES.get(dia.month, "Día inhábil")
