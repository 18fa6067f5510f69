"""What the plan still lacks once other rules have proposed: priorities without a line (R3), silent bimestres (R8)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import called
from promueve_gui.application.proposal_occasions import Ocasion
from promueve_gui.application.upcoming import data_dates
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.fechas import add_days, bimestre_de, fecha_larga
from promueve_gui.domain.reglas import Contexto, cuenta_por_bimestre
from promueve_gui.domain.reglas.ligas import CON_LIGA
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import ObjetoRegla

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from promueve_gui.application.proposal_audience import Audiencia
    from promueve_gui.application.working_days import DiasHabiles
    from promueve_gui.domain.catalogos import ReglaPlan
    from promueve_gui.domain.fechas import Bimestre
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto

    DayOf = Callable[[Id, date], date | None]  # of a line about a dataset for a day of its data; None when it has none

DIAS_PREPARAR = 30  # for a line that follows no date of the data
_DIAS_ENTRE = 14  # one such line and the next
_LEJOS = 3  # nearer than this are the groups of the area, and those that use or could use the data


class Faltantes:
    """Looks for gaps from ``hoy`` to ``hasta`` in a plan that is being proposed."""

    def __init__(self, proyecto: Proyecto, audiencia: Audiencia, habiles: DiasHabiles, hoy: date, hasta: date) -> None:
        """Look at the data once: which may be promoted in that time (R2), and when they come out next."""
        self._proyecto, self._audiencia, self._habiles = proyecto, audiencia, habiles
        self._hoy, self._hasta = hoy, hasta
        conjuntos = (c for c in proyecto.activos(ConjuntoDatos) if c.promovible)
        self._disponibles = sorted((c for c in conjuntos if (c.fecha_publicacion or hoy) <= hasta), key=_rank)
        self._fechas: dict[Id, list[date]] = {}
        for dia, _, conjunto in data_dates(proyecto, add_days(hoy, 1), hasta):
            self._fechas.setdefault(conjunto.id, []).append(dia)

    def datasets(self, lineas: Iterable[LineaPlan], day_of: DayOf) -> list[Ocasion]:
        """Return an occasion for each priority dataset that none of ``lineas`` promotes."""
        cubiertos = {linea.conjunto for linea in lineas}
        faltan = [c for c in self._disponibles if c.prioritario and c.id not in cubiertos]
        dias = self._days(faltan, day_of)
        return [_occasion(c, dias[c.id], self._without(c), ObjetoRegla.CONJUNTO) for c in faltan if c.id in dias]

    def groups(self, lineas: Iterable[LineaPlan], regla: ReglaPlan, day_of: DayOf) -> list[Ocasion]:
        """Return an occasion for each dataset that suits priority groups that none of ``lineas`` attends to."""
        cubiertos = {grupo for linea in lineas for grupo in linea.grupos}
        por_conjunto: dict[Id, tuple[ConjuntoDatos, list[GrupoUsuarios]]] = {}
        for grupo in self._audiencia.grupos.values():
            if grupo.prioritario and grupo.id not in cubiertos and self._audiencia.admits(regla, grupo):
                conjunto = self._suited(grupo)
                if conjunto is not None:
                    por_conjunto.setdefault(conjunto.id, (conjunto, []))[1].append(grupo)
        dias = self._days([conjunto for conjunto, _ in por_conjunto.values()], day_of)
        return [
            replace(
                _occasion(conjunto, dias[conjunto.id], self._unattended(grupos), ObjetoRegla.GRUPO),
                grupos=tuple(grupo.id for grupo in grupos),
            )
            for conjunto, grupos in por_conjunto.values()
            if conjunto.id in dias
        ]

    def silent_bimestres(self, lineas: Iterable[LineaPlan]) -> Iterator[Bimestre]:
        """Yield the bimestres in which nothing with a direct URL was communicated or is planned (R4, R8)."""
        planeados = {
            bimestre_de(linea.fecha) for linea in lineas if linea.fecha is not None and linea.tipo_contenido in CON_LIGA
        }
        bimestre = bimestre_de(self._hoy)
        if cuenta_por_bimestre(Contexto(self._proyecto, self._hoy), self._hoy.year).get(bimestre):
            planeados.add(bimestre)
        previo = None
        while bimestre != previo and bimestre.inicio <= self._hasta:
            if bimestre not in planeados:
                yield bimestre
            previo, bimestre = bimestre, bimestre_de(add_days(bimestre.fin, 1))

    def for_bimestre(self, bimestre: Bimestre, day_of: DayOf, times: Callable[[Id, date], int]) -> list[Ocasion]:
        """Return what could be spoken of in a bimestre, the best first: data of those days, not heard of lately."""
        desde, fin = self._what_is_left(bimestre)
        medio = desde + (fin - desde) // 2
        habil = self._habiles.desde(medio)
        medio = habil if habil <= fin else self._habiles.hasta(medio)
        halladas = []
        for conjunto in self._disponibles:
            propias = (dia for dia in self._fechas.get(conjunto.id, ()) if bimestre.contiene(dia))
            dias = (day_of(conjunto.id, dia) for dia in propias)
            con_fecha = next((dia for dia in dias if dia is not None and desde <= dia <= fin), None)
            dia = con_fecha or medio
            if desde <= dia <= fin and (conjunto.fecha_publicacion or dia) <= dia:
                rango = (con_fecha is None, times(conjunto.id, dia), *_rank(conjunto))
                halladas.append((rango, self._communication(bimestre, conjunto, dia)))
        return [ocasion for _, ocasion in sorted(halladas, key=lambda hallada: hallada[0])]

    def _what_is_left(self, bimestre: Bimestre) -> tuple[date, date]:
        """Return the days of a bimestre that can be planned: from tomorrow on, or today when no working day follows."""
        desde, fin = max(bimestre.inicio, add_days(self._hoy, 1)), min(bimestre.fin, self._hasta)
        return (desde if self._habiles.desde(desde) <= fin else max(bimestre.inicio, self._hoy)), fin

    def _communication(self, bimestre: Bimestre, conjunto: ConjuntoDatos, dia: date) -> Ocasion:
        nombre = f"{bimestre.ordinal} bimestre ({bimestre.etiqueta} de {bimestre.anio})"
        razon = f"En el {nombre} no hay una comunicación planeada; «{called(conjunto)}» puede darle tema"
        return _occasion(conjunto, dia, razon, ObjetoRegla.BIMESTRE)

    def _days(self, conjuntos: Iterable[ConjuntoDatos], day_of: DayOf) -> dict[Id, date]:
        """Return the day after the next date of each dataset, or working days spread over the time that is left."""
        dias: dict[Id, date] = {}
        sueltas = 0
        for conjunto in conjuntos:
            propias = (day_of(conjunto.id, dia) for dia in self._fechas.get(conjunto.id, ()))
            dia = next((dia for dia in propias if dia is not None), None)
            if dia is None:
                dia = self._spare_day(sueltas)
                sueltas += 1
            if self._hoy < dia and (conjunto.fecha_publicacion or dia) <= dia:
                dias[conjunto.id] = dia
        return dias

    def _spare_day(self, vez: int) -> date:
        quedan = (self._hasta - self._hoy).days
        paso = DIAS_PREPARAR + vez * _DIAS_ENTRE % max(quedan - DIAS_PREPARAR, 1)
        return self._habiles.hasta(add_days(self._hoy, min(paso, quedan)))

    def _suited(self, grupo: GrupoUsuarios) -> ConjuntoDatos | None:
        """Return the dataset that a group is nearest to: one that it uses, of its area, or the best of all."""
        usados = self._audiencia.used_by(grupo.id)

        def cercania(conjunto: ConjuntoDatos) -> int:
            return usados.get(conjunto.id, _LEJOS - (conjunto.area == grupo.area))

        return min(self._disponibles, key=cercania, default=None)

    def _without(self, conjunto: ConjuntoDatos) -> str:
        return (
            f"«{called(conjunto)}» es prioritario y ninguna actividad lo promueve hasta el {fecha_larga(self._hasta)}"
        )

    def _unattended(self, grupos: Sequence[GrupoUsuarios]) -> str:
        nombres = sorted((f"«{called(grupo)}»" for grupo in grupos), key=plegar)
        if len(nombres) == 1:
            cuales = f"{nombres[0]} es un grupo prioritario y ninguna actividad lo atiende"
        else:
            cuales = (
                f"{', '.join(nombres[:-1])} y {nombres[-1]} son grupos prioritarios y ninguna actividad los atiende"
            )
        return f"{cuales} hasta el {fecha_larga(self._hasta)}"


def _rank(conjunto: ConjuntoDatos) -> tuple[bool, int, str, Id]:
    """The most valuable first."""
    return not conjunto.destacado, -conjunto.valor, plegar(conjunto.nombre), conjunto.id


def _occasion(conjunto: ConjuntoDatos, dia: date, razon: str, hueco: ObjetoRegla) -> Ocasion:
    return Ocasion(objeto=conjunto, fecha=dia, conjuntos=(conjunto,), razon=razon, hueco=hueco)
