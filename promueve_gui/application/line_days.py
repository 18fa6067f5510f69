"""Lines of the plan on days on which nobody works: what to say of them, and the day that would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.fechas import DIAS_SEMANA, es_habil

if TYPE_CHECKING:
    from datetime import date

    from promueve_gui.application.working_days import DiasHabiles
    from promueve_gui.domain.plan import LineaPlan


def falls_on(linea: LineaPlan, habiles: DiasHabiles) -> str:
    """Return «Cae en sábado» or «Cae en día inhábil: Navidad»; empty for working days and for what is closed."""
    dia = linea.fecha
    if dia is None or not linea.abierta or habiles.es_habil(dia):
        return ""
    if es_habil(dia) or dia in habiles:
        return f"Cae en día inhábil: {habiles.motivo(dia)}"
    return f"Cae en {DIAS_SEMANA[dia.weekday()]}"


def day_that_works(linea: LineaPlan, habiles: DiasHabiles) -> date | None:
    """Return the first working day on or after that of a line; ``None`` for one without a date."""
    return None if linea.fecha is None else habiles.desde(linea.fecha)


def day_briefly(dia: date) -> str:
    """Return a day as in «lunes 4/05»."""
    return f"{DIAS_SEMANA[dia.weekday()]} {dia.day}/{dia.month:02}"
