"""Dates of the sample project: short expressions that become days around today, so that it never looks old.

The year of the sample runs from January (or five months back, whichever is earlier) to December (or two months
ahead, whichever is later), so that at any date it has a past to show and a future to plan.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from promueve_gui.domain.frozen import frozen

MESES_BIMESTRE = 2
SABADO = 5
DIAS_PASADO = 150
DIAS_FUTURO = 60

_EXPRESION = re.compile(r"(?P<base>hoy|habil)(?P<dias>[+-]\d+)?|(?P<tramo>pasado|futuro) (?P<parte>0\.\d+)")


@frozen
class Calendario:
    """Reads date expressions against ``hoy``.

    - ``hoy``, ``hoy-29``: that very day;
    - ``habil+5``: the same, moved off the weekend, away from today;
    - ``pasado 0.4``: that part of the way from the start of the year to the end of the last complete bimestre;
    - ``futuro 0.4``: that part of the way from tomorrow to the end of the year; both moved off the weekend.
    """

    hoy: date

    @property
    def inicio(self) -> date:
        """First day of the past that the sample shows."""
        return min(date(self.hoy.year, 1, 1), self.hoy - timedelta(days=DIAS_PASADO))

    @property
    def cierre(self) -> date:
        """Last day of the last complete bimestre: the current one is left for the user to fulfil."""
        mes = self.hoy.month - (self.hoy.month - 1) % MESES_BIMESTRE
        return date(self.hoy.year, mes, 1) - timedelta(days=1)

    @property
    def fin(self) -> date:
        """Last day of the future that the sample plans."""
        return max(date(self.hoy.year, 12, 31), self.hoy + timedelta(days=DIAS_FUTURO))

    def fecha(self, expresion: str) -> date:
        """Return the day that an expression names. Raises ``ValueError`` for anything else."""
        leida = _EXPRESION.fullmatch(expresion)
        if leida is None:
            raise ValueError(expresion)
        if leida["tramo"]:
            return self._en_tramo(leida["tramo"], float(leida["parte"]))
        dias = int(leida["dias"] or 0)
        dia = self.hoy + timedelta(days=dias)
        return dia if leida["base"] == "hoy" else _fuera_de_fin_de_semana(dia, adelante=dias > 0)

    def _en_tramo(self, tramo: str, parte: float) -> date:
        desde, hasta = (self.inicio, self.cierre) if tramo == "pasado" else (self.hoy + timedelta(days=1), self.fin)
        dia = desde + timedelta(days=int(parte * (hasta - desde).days))
        return _fuera_de_fin_de_semana(dia, adelante=tramo == "futuro")


def _fuera_de_fin_de_semana(dia: date, *, adelante: bool) -> date:
    sobra = dia.weekday() - SABADO
    if sobra < 0:
        return dia
    return dia + timedelta(days=2 - sobra) if adelante else dia - timedelta(days=1 + sobra)
