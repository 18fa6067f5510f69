"""From one year's plan to the next: copying its lines with shifted dates, and beginning a new year."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import by_date, counted
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.cambios import alta, cambio, nuevo_id, nuevos_ids
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.fechas import add_months, moved_end
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import EstadoLinea

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from promueve_gui.application.ports import Feriados
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.proyecto import Proyecto


class Pendientes(Opcion):
    """What becomes of earlier years' lines that were not done."""

    DEJAR = "dejar", "Dejarlas como están"
    BANDEJA = "bandeja", "Llevarlas a la bandeja, sin fecha"
    CANCELAR = "cancelar", "Cancelarlas"


@frozen
class Omitida:
    """A line that is not copied, and why (a sentence)."""

    linea: LineaPlan
    razon: str


@frozen
class PlanCopiado:
    """What copying a year would do: reason and changes for one edit, the new lines, and what is left out."""

    motivo: str
    cambios: tuple[Cambio, ...]
    nuevas: tuple[LineaPlan, ...]
    omitidas: tuple[Omitida, ...]


def plan_year(proyecto: Proyecto) -> int | None:
    """Return the institution's year of the program, or ``None`` while it has none that the calendar knows."""
    institucion = proyecto.unico(Institucion)
    anio = institucion.anio if institucion else None
    return anio if anio and date.min.year <= anio <= date.max.year else None


def years_with_lines(proyecto: Proyecto) -> list[int]:
    """Return the years in which lines in force stand, newest first: what can be copied from."""
    lineas = proyecto.activos(LineaPlan)
    return sorted({linea.fecha.year for linea in lineas if linea.fecha and linea.vigente}, reverse=True)


def years_to_copy(proyecto: Proyecto, years: Sequence[int]) -> tuple[int, int]:
    """Return from which of ``years``, newest first, to which year one would copy.

    That is from the last year before the program's to the program's; without one, from the program's, or the first that
    follows it, to the next; and while the program has no year, from the newest.
    """
    own = plan_year(proyecto)
    if own is None:
        return years[0], years[0] + 1
    earlier = next((year for year in years if year < own), None)
    return (years[-1], years[-1] + 1) if earlier is None else (earlier, own)


def copy_year(proyecto: Proyecto, de: int, a: int, feriados: Feriados) -> PlanCopiado:
    """Return what copying the lines in force of year ``de`` into year ``a`` would do.

    Same month and day, moved to the next working day of its month, or else the last; planned again, without sign-off
    or notes; lines of one series make a new one. A line for an event stands for the event of the same name in the new
    year, or else for none yet. Twice the same copy adds nothing the second time.
    """
    copia = _Copia(proyecto, de, a, feriados)
    nuevas: list[LineaPlan] = []
    omitidas: list[Omitida] = []
    for linea in copia.originales():
        hecha = copia.copied(linea)
        if isinstance(hecha, str):
            omitidas.append(Omitida(linea, hecha))
        else:
            nuevas.append(hecha)
    ids = nuevos_ids(len(nuevas))
    nuevas = [replace(linea, id=identidad) for linea, identidad in zip(nuevas, ids, strict=True)]
    motivo = f"Copiar {counted(len(nuevas))} de {de} a {a}"
    return PlanCopiado(motivo, tuple(map(alta, nuevas)), tuple(nuevas), tuple(omitidas))


def left_open(proyecto: Proyecto, anio: int) -> list[LineaPlan]:
    """Return the lines of the years before ``anio`` that were not done, by date: what ``new_year`` asks about.

    One that began before and goes on in that year is not among them.
    """
    todas = proyecto.activos(LineaPlan)
    anteriores = (linea for linea in todas if (ultimo := linea.ultimo_dia) is not None and ultimo.year < anio)
    return sorted((linea for linea in anteriores if linea.abierta), key=by_date)


def new_year(proyecto: Proyecto, anio: int, pendientes: Pendientes = Pendientes.DEJAR) -> tuple[str, list[Cambio]]:
    """Return reason and changes that make ``anio`` the year of the program and deal with what was not done before."""
    institucion = proyecto.unico(Institucion)
    hechos = [cambio(institucion, anio=anio) if institucion else None]
    hechos += [_settled(linea, pendientes) for linea in left_open(proyecto, anio)]
    return f"Iniciar el año {anio}", [hecho for hecho in hechos if hecho is not None]


def _settled(linea: LineaPlan, pendientes: Pendientes) -> Cambio | None:
    if pendientes is Pendientes.BANDEJA:
        return cambio(linea, fecha=None, fecha_fin=None)
    return cambio(linea, estado=EstadoLinea.CANCELADA) if pendientes is Pendientes.CANCELAR else None


class _Copia:
    """Carries lines of one year into another."""

    def __init__(self, proyecto: Proyecto, de: int, a: int, feriados: Feriados) -> None:
        self._proyecto = proyecto
        self._de = de
        self._a = a
        self._habiles = DiasHabiles(proyecto, feriados)
        self._series: dict[str, str] = {}
        hechas = (linea for linea in proyecto.activos(LineaPlan) if linea.fecha and linea.fecha.year == a)
        self._ya = Counter(map(self._key, hechas))
        eventos = proyecto.activos(Evento)
        self._eventos = {plegar(e.nombre): e.id for e in eventos if e.fecha is not None and e.fecha.year == a}

    def originales(self) -> list[LineaPlan]:
        """Return the lines in force of the year that is copied, by date."""
        lineas = [linea for linea in self._proyecto.activos(LineaPlan) if linea.vigente]
        return sorted((linea for linea in lineas if linea.fecha and linea.fecha.year == self._de), key=by_date)

    def copied(self, linea: LineaPlan) -> LineaPlan | str:
        """Return the line as it is in the new year, or why it is not copied."""
        traba = self._hindrance(linea)
        if traba or linea.fecha is None or linea.ultimo_dia is None:
            return traba
        dia = self._day(linea.fecha)
        fin = moved_end(linea.fecha, linea.ultimo_dia, dia)
        if linea.ultimo_dia.year == self._de:
            fin = min(fin, date(self._a, 12, 31))
        return replace(
            linea,
            fecha=dia,
            fecha_fin=fin if linea.ultimo_dia > linea.fecha else None,
            evento=self._event(linea),
            grupos=tuple(i for i in linea.grupos if self._in_use(GrupoUsuarios, i)),
            persona=linea.persona if self._in_use(Persona, linea.persona) else None,
            serie=self._series.setdefault(linea.serie, nuevo_id()) if linea.serie else "",
            estado=EstadoLinea.PLANEADA,
            propuesta="",
            notas="",
            visto_bueno=None,
            visto_bueno_fecha=None,
        )

    def _hindrance(self, linea: LineaPlan) -> str:
        conjunto = self._proyecto.get(ConjuntoDatos, linea.conjunto)
        if conjunto is not None and not conjunto.promovible:
            return f"«{conjunto.nombre}» ya no se promueve."
        if linea.herramienta is not None and not self._in_use(Herramienta, linea.herramienta):
            return "Su herramienta ya no está en el proyecto."
        if self._ya[self._key(linea)]:
            self._ya[self._key(linea)] -= 1
            return f"Ya está en el plan de {self._a}."
        return ""

    def _day(self, dia: date) -> date:
        mismo = add_months(dia, 12 * (self._a - self._de))
        habil = self._habiles.en_su_mes(mismo)
        return habil if habil.year == self._a else self._habiles.hasta(mismo)

    def _event(self, linea: LineaPlan) -> Id | None:
        evento = self._proyecto.get(Evento, linea.evento)
        return None if evento is None else self._eventos.get(plegar(evento.nombre))

    def _in_use(self, tipo: type[Registro], identidad: Id | None) -> bool:
        registro = self._proyecto.get(tipo, identidad)
        return registro is not None and registro.activo

    def _key(self, linea: LineaPlan) -> Hashable:
        """Return what makes a line the same in both years: what it is called and promotes, and how."""
        return plegar(linea.nombre), linea.conjunto, linea.herramienta, linea.tipo_contenido, linea.canal
