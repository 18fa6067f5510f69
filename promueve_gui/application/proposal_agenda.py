"""What the plan already holds when lines are proposed: what would be repeated, and which days are taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.fechas import add_days, bimestre_de, bimestres
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.domain.vocabularios import Canal, PeriodoRegla, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from promueve_gui.application.working_days import DiasHabiles
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

CERCA = 45  # days within which the same content about the same thing, by the same channel, is a repetition
_DESVIO = 7  # days that a line may give way to others
_CARGA = 2  # lines on one day that leave no room for another
_BIMESTRES_POR_SEMESTRE = 3
Asunto: TypeAlias = "tuple[Id, TipoContenido | None, Canal | None]"


@dataclass(frozen=True, slots=True, order=True)
class Periodo:
    """A stretch of the calendar in which a rule proposes so many lines."""

    inicio: date
    fin: date
    nombre: str

    def contiene(self, dia: date) -> bool:
        """Tell whether ``dia`` falls in it."""
        return self.inicio <= dia <= self.fin

    def share(self, desde: date, hasta: date) -> float:
        """Return how much of it, from 0 to 1, lies between two days, both included."""
        dias = (min(self.fin, hasta) - max(self.inicio, desde)).days + 1
        return max(dias, 0) / ((self.fin - self.inicio).days + 1)


@lru_cache(maxsize=4096)
def period_of(dia: date, periodo: PeriodoRegla | None) -> Periodo:
    """Return the period of a day; its name is «2026-2» (bimestre), «2026-s1» or «2026»."""
    bimestre = bimestre_de(dia)
    seis = bimestres(bimestre.anio)
    if periodo is PeriodoRegla.ANIO:
        return Periodo(seis[0].inicio, seis[-1].fin, f"{bimestre.anio}")
    if periodo is PeriodoRegla.SEMESTRE:
        segundo = bimestre.numero > _BIMESTRES_POR_SEMESTRE
        tres = seis[_BIMESTRES_POR_SEMESTRE:] if segundo else seis[:_BIMESTRES_POR_SEMESTRE]
        return Periodo(tres[0].inicio, tres[-1].fin, f"{bimestre.anio}-s{1 + segundo}")
    return Periodo(bimestre.inicio, bimestre.fin, f"{bimestre.anio}-{bimestre.numero}")


class Agenda:
    """The lines of the plan by subject and by day, those given up and withdrawn too.

    Proposals that were accepted or dismissed are known by their keys.
    """

    def __init__(self, proyecto: Proyecto, habiles: DiasHabiles) -> None:
        """Note what the plan holds now."""
        self._habiles = habiles
        self._dias: dict[Asunto, list[date | None]] = {}
        self._ocupados: Counter[tuple[Canal | None, date]] = Counter()
        self._por_dia: Counter[date] = Counter()
        self._de_regla: dict[str, list[date]] = {}
        self._ya: set[tuple[str, Id]] = set()  # rules, and what their lines are about
        self.descartadas = {descartada.clave for descartada in proyecto.activos(SugerenciaDescartada)}
        self.descartados = {clave.rpartition("/")[0] for clave in self.descartadas}  # whatever their period
        self.aceptadas = {linea.propuesta for linea in proyecto.todos(LineaPlan) if linea.propuesta}
        for linea in proyecto.todos(LineaPlan):
            for objeto in filter(None, (linea.conjunto, linea.herramienta, linea.evento)):
                self._dias.setdefault((objeto, linea.tipo_contenido, linea.canal), []).append(linea.fecha)
                self._ya.add((linea.regla, objeto))
            if linea.fecha is not None:
                self._occupy(linea.canal, linea.fecha, linea.vigente)
                self._de_regla.setdefault(linea.regla, []).append(linea.fecha)

    def add(self, objeto: Id, linea: LineaPlan) -> None:
        """Note a line about ``objeto`` that is proposed."""
        self._dias.setdefault((objeto, linea.tipo_contenido, linea.canal), []).append(linea.fecha)
        if linea.fecha is not None:
            self._occupy(linea.canal, linea.fecha, linea.vigente)
            self._de_regla.setdefault(linea.regla, []).append(linea.fecha)

    def repeats(self, asunto: Asunto, dia: date, periodo: Periodo | None = None) -> bool:
        """Tell whether the subject is in the plan near a day, in a period, or without a day yet."""
        return any(
            otro is None or abs((otro - dia).days) <= CERCA or (periodo is not None and periodo.contiene(otro))
            for otro in self._dias.get(asunto, ())
        )

    def took(self, regla: Id, objeto: Id) -> bool:
        """Tell whether the plan has, or had, a line about ``objeto`` that came from a rule, wherever it stands now."""
        return (regla, objeto) in self._ya

    def times_before(self, asunto: Asunto, dia: date) -> int:
        """Return how often the subject stands in the plan in the year up to a day."""
        desde = add_days(dia, -365)
        return sum(otro is not None and desde <= otro < dia for otro in self._dias.get(asunto, ()))

    def made_by(self, regla: Id) -> Sequence[date]:
        """Return the days of the lines that came from a rule, those that are proposed too."""
        return self._de_regla.get(regla, ())

    def free_day(self, dia: date, canal: Canal | None, *, antes: bool) -> date:
        """Return the nearest working day with room, ``antes`` or after the one given, which it is when there is none.

        There is room where no other line goes through the channel and no more than one through others; at most a week
        away, and in the same bimestre.
        """
        bimestre = bimestre_de(dia)
        for paso in range(_DESVIO + 1):
            otro = add_days(dia, -paso if antes else paso)
            lleno = self._ocupados[canal, otro] or self._por_dia[otro] >= _CARGA
            if not lleno and bimestre.contiene(otro) and self._habiles.es_habil(otro):
                return otro
        return dia

    def _occupy(self, canal: Canal | None, dia: date, cuantas: int) -> None:
        self._ocupados[canal, dia] += cuantas
        self._por_dia[dia] += cuantas
