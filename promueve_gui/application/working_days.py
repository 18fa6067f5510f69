"""Working days of an institution: weekends, official holidays and its own closures, by name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.domain.fechas import DIAS_SEMANA, es_habil, habil_desde, habil_hasta
from promueve_gui.domain.feriados import nombre_feriado
from promueve_gui.domain.institucion import DiaInhabil

if TYPE_CHECKING:
    from promueve_gui.application.ports import Feriados
    from promueve_gui.domain.proyecto import Proyecto


_SIN_MOTIVO = "Día inhábil"


class DiasHabiles:
    """Knows why nobody works on a day; asks for the holidays of a year when that year is first looked at."""

    def __init__(self, proyecto: Proyecto, feriados: Feriados) -> None:
        """Take the closures of a project as they are now."""
        self._feriados = feriados
        self._oficiales: dict[int, dict[date, str]] = {}
        cierres = proyecto.activos(DiaInhabil)
        self._cierres = {cierre.fecha: cierre.motivo or _SIN_MOTIVO for cierre in cierres if cierre.fecha is not None}

    def __contains__(self, dia: object) -> bool:
        """Tell whether ``dia`` is a holiday or a closure, whatever its weekday."""
        return isinstance(dia, date) and (dia in self._cierres or dia in self._del_anio(dia.year))

    def motivo(self, dia: date) -> str:
        """Return why nobody works on ``dia``: its holiday or closure, or else its weekday; empty on working days."""
        nombre = self._cierres.get(dia) or self._del_anio(dia.year).get(dia)
        if nombre is not None:
            return nombre
        return "" if es_habil(dia) else DIAS_SEMANA[dia.weekday()].capitalize()

    def es_habil(self, dia: date) -> bool:
        """Tell whether people work on ``dia``."""
        return es_habil(dia, self)

    def desde(self, dia: date) -> date:
        """Return the first working day on or after ``dia``."""
        return habil_desde(dia, self)

    def hasta(self, dia: date) -> date:
        """Return the last working day on or before ``dia``."""
        return habil_hasta(dia, self)

    def en_su_mes(self, dia: date) -> date:
        """Return the first working day on or after ``dia`` or, where that is of another month, the last one before.

        So that what closes a bimestre stays in it. In a month in which nobody works there is none.
        """
        despues, antes = self.desde(dia), self.hasta(dia)
        return antes if despues.month != dia.month == antes.month else despues

    def nombrados(self, desde: date, hasta: date) -> dict[date, str]:
        """Return the holidays and closures of a stretch by name; a closure's own name comes first."""
        oficiales = (self._del_anio(anio) for anio in range(desde.year, hasta.year + 1))
        nombres = {dia: nombre for del_anio in oficiales for dia, nombre in del_anio.items()} | self._cierres
        return {dia: nombre for dia, nombre in nombres.items() if desde <= dia <= hasta}

    def _del_anio(self, anio: int) -> dict[date, str]:
        if anio not in self._oficiales:
            self._oficiales[anio] = {dia: nombre_feriado(dia) for dia in self._feriados(anio)}
        return self._oficiales[anio]
