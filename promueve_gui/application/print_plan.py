"""The plan on paper: as a table by months, and as a calendar of one page per month."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.export_documents import PLAN, nombre_parte
from promueve_gui.application.month import Layer, by_day, layer, waiting, weeks
from promueve_gui.application.plan_agenda import object_title
from promueve_gui.application.plan_lines import counted, in_order
from promueve_gui.application.print_model import Bloque, ColumnaImpresa, Dia, Mes, Tabla, printed
from promueve_gui.domain.fechas import MESES, add_days, add_months, fecha_breve, fecha_corta
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.reparto_plan import part_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Feriados
    from promueve_gui.application.print_model import Impreso
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto

CALENDARIO = "Calendario del plan de promoción"
SIN_FECHA = "Sin fecha"
MESES_MAXIMOS = 60  # pages of a calendar: five years, those with most lines; the others are listed at its end
_COLUMNAS = (
    ColumnaImpresa("Fecha", 11, centrada=True),
    ColumnaImpresa("Actividad", 27),
    ColumnaImpresa("Qué se promueve", 22),
    ColumnaImpresa("Grupos de usuarios", 28),
    ColumnaImpresa("Tipo y canal", 18),
    ColumnaImpresa("Responsable", 17),
    ColumnaImpresa("Estado", 13),
)


@frozen
class Seleccion:
    """Some lines of the plan, by their identities, and the filter that left them in sight, in words."""

    lineas: frozenset[Id]
    filtro: str


def print_plan(entrega: Entrega, seleccion: Seleccion | None = None) -> Impreso:
    """Return the lines in use of the plan, or of the part asked for, as a table with a heading per month.

    Of a ``seleccion`` only its lines, and the paper says so.
    """
    proyecto = entrega.proyecto
    por_mes: dict[str, list[LineaPlan]] = {}
    todas = part_lines(proyecto, entrega.parte)
    lineas = in_order(_chosen(todas, seleccion))
    for linea in lineas:
        por_mes.setdefault(_month_of(linea.fecha), []).append(linea)
    bloques = [
        Bloque(
            f"{mes} · {counted(len(suyas))}", [_row(linea, proyecto, personales=entrega.personales) for linea in suyas]
        )
        for mes, suyas in por_mes.items()
    ]
    detalle = _detail(len(lineas), len(todas), seleccion)
    partes = [Tabla(_COLUMNAS, bloques)] if bloques else []
    return printed(_title(PLAN.titulo, entrega, seleccion), entrega, partes, detalle=detalle)


def print_calendar(entrega: Entrega, feriados: Feriados, seleccion: Seleccion | None = None) -> Impreso:
    """Return a page for each month from the first to the last of the lines in force, and the undated ones at the end.

    Holidays, events, publications and what falls due stand beside the lines; in a part of the plan, or a selection,
    holidays alone.
    """
    proyecto = entrega.proyecto
    todas = [linea for linea in part_lines(proyecto, entrega.parte) if linea.vigente]
    vigentes = _chosen(todas, seleccion)
    meses = _months(vigentes)
    partes: list[Mes | Tabla] = []
    if meses:
        desde, hasta = meses[0], add_days(add_months(meses[-1], 1), -1)
        lineas, otras = by_day(vigentes, desde, hasta), layer(proyecto, entrega.momento.date(), feriados, desde, hasta)
        if entrega.parte or seleccion is not None:
            otras = Layer(otras.inhabiles, {})
        partes += [_month(mes, lineas, otras) for mes in meses]
    fechadas = [linea for linea in in_order(vigentes) if linea.fecha is not None and linea.ultimo_dia is not None]
    antes = [linea for linea in fechadas if meses and linea.ultimo_dia and linea.ultimo_dia < meses[0]]
    lejanas = [linea for linea in fechadas if meses and linea.fecha and add_months(meses[-1], 1) <= linea.fecha]
    for titulo, sueltas in ((SIN_FECHA, waiting(vigentes)), ("Antes", antes), ("Más adelante", lejanas)):
        if sueltas:
            renglones = [_row(linea, proyecto, personales=entrega.personales) for linea in sueltas]
            partes.append(Tabla(_COLUMNAS, [Bloque(f"{titulo} · {counted(len(sueltas))}", renglones)]))
    detalle = _detail(len(vigentes), len(todas), seleccion)
    return printed(_title(CALENDARIO, entrega, seleccion), entrega, partes, detalle=detalle)


def _chosen(lineas: list[LineaPlan], seleccion: Seleccion | None) -> list[LineaPlan]:
    return lineas if seleccion is None else [linea for linea in lineas if linea.id in seleccion.lineas]


def _detail(cuantas: int, todas: int, seleccion: Seleccion | None) -> str:
    if seleccion is not None:
        return f"{counted(cuantas)} de las {todas} del plan · Filtro: {seleccion.filtro}"
    return counted(cuantas) if cuantas else "El plan todavía no tiene actividades."


def _title(titulo: str, entrega: Entrega, seleccion: Seleccion | None) -> str:
    if seleccion is not None:
        return f"{titulo}: selección"
    return f"{titulo}: {nombre_parte(entrega.parte, entrega.proyecto)}" if entrega.parte else titulo


def _month_of(dia: date | None) -> str:
    return SIN_FECHA if dia is None else _month_title(dia)


def _month_title(dia: date) -> str:
    return f"{MESES[dia.month - 1].capitalize()} de {dia.year}"


def _row(linea: LineaPlan, proyecto: Proyecto, *, personales: bool) -> list[str]:
    """Return the cells of a line; its notes under its name, its sign-off under its state."""
    como = [opcion.etiqueta for opcion in (linea.tipo_contenido, linea.canal) if opcion is not None]
    quien = [linea.rol_responsable.etiqueta if linea.rol_responsable else ""]
    estado = [linea.estado.etiqueta if linea.estado else ""]
    if linea.visto_bueno_fecha is not None:
        estado.append(f"Visto bueno: {fecha_corta(linea.visto_bueno_fecha)}")
    if personales:
        quien.append(proyecto.titulo(Persona.ENTIDAD, linea.persona))
    return [
        _days(linea),
        "\n".join(filter(None, (linea.titulo_visible, linea.notas))),
        object_title(proyecto, linea),
        "; ".join(proyecto.titulo(GrupoUsuarios.ENTIDAD, grupo) for grupo in linea.grupos),
        "\n".join(dict.fromkeys(como)),
        "\n".join(filter(None, quien)),
        "\n".join(filter(None, estado)),
    ]


def _days(linea: LineaPlan) -> str:
    if linea.fecha is None:
        return SIN_FECHA
    ultimo = linea.ultimo_dia
    desde = fecha_corta(linea.fecha)
    return desde if ultimo is None or ultimo == linea.fecha else f"{desde}\nal {fecha_corta(ultimo)}"


def _months(vigentes: Sequence[LineaPlan]) -> list[date]:
    """Return the first days of the months from the first line to the last, at most ``MESES_MAXIMOS``.

    When there are more, because a year was mistyped or the plan is a long one, those are chosen in which most begin.
    """
    inicios = Counter(_number(linea.fecha) for linea in vigentes if linea.fecha is not None)
    if not inicios:
        return []
    primero, ultimo = min(inicios), max(_number(linea.ultimo_dia) for linea in vigentes if linea.ultimo_dia is not None)
    if ultimo - primero >= MESES_MAXIMOS:
        primero = max(sorted(inicios), key=lambda mes: sum(inicios[mes + paso] for paso in range(MESES_MAXIMOS)))
    return [date(mes // 12, mes % 12 + 1, 1) for mes in range(primero, min(primero + MESES_MAXIMOS, ultimo + 1))]


def _number(dia: date) -> int:
    """Return the month of a day, counted from the year 0."""
    return dia.year * 12 + dia.month - 1


def _month(mes: date, lineas: Mapping[date, Sequence[LineaPlan]], otras: Layer) -> Mes:
    semanas = weeks(mes.year, mes.month)
    return Mes(_month_title(mes), [[_day(dia, mes, lineas, otras) for dia in semana] for semana in semanas])


def _day(dia: date, mes: date, lineas: Mapping[date, Sequence[LineaPlan]], otras: Layer) -> Dia:
    if dia.month != mes.month:
        return Dia(dia, del_mes=False, inhabil="", actividades=(), otras=())  # it is written on its own page
    suyas = [_activity(linea, dia) for linea in lineas.get(dia, ())]
    ajenas = [f"{proximo.clase.etiqueta}: {proximo.texto}" for proximo in otras.otros.get(dia, ())]
    return Dia(dia, del_mes=True, inhabil=otras.inhabiles.get(dia, ""), actividades=suyas, otras=ajenas)


def _activity(linea: LineaPlan, dia: date) -> str:
    """Return what a line is called on a day; that of a period says until when, and later on that it goes on."""
    nombre = linea.titulo_visible
    ultimo = linea.ultimo_dia
    if ultimo is None or ultimo == linea.fecha:
        return nombre
    return f"{nombre} (hasta el {fecha_breve(ultimo)})" if dia == linea.fecha else f"(sigue) {nombre}"
