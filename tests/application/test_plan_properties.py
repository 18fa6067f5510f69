"""What must hold of the plan whatever its lines are: filters, views, counts, copies, series, changes and alerts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from promueve_gui.adapters.calendario import CalendarioOficial
from promueve_gui.application.alerts import ClaseAlerta, alerts
from promueve_gui.application.coverage import Columnas, Filas, coverage, lines_of_year
from promueve_gui.application.plan_filter import FiltroPlan, matching
from promueve_gui.application.plan_lines import bulk, in_order, move, sign_off, stretch, take_back_sign_off
from promueve_gui.application.plan_series import MAXIMO, Cada, repeat, repetitions
from promueve_gui.application.plan_views import Carriles, board
from promueve_gui.application.plan_years import copy_year
from promueve_gui.application.search import SearchIndex
from promueve_gui.application.upcoming import ClaseProxima, upcoming
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.fechas import bimestres, es_habil
from promueve_gui.domain.institucion import DiaInhabil
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Frecuencia, Rol, TipoContenido
from tests.application.plan_records import AREA, ENLACE, HOY, LINEA, PERIODISTAS, PUENTES, lanes, linea, made
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Valor
    from promueve_gui.domain.proyecto import Proyecto

FERIADOS = CalendarioOficial()
MADRES = replace(PERIODISTAS, id="madres", nombre="Árbol de madres", prioritario=False)
AFOROS = replace(PUENTES, id="aforos", nombre="Aforos", prioritario=False, fecha_publicacion=date(2026, 3, 20))
FIJOS = (AREA, replace(ENLACE, area="area"), PERIODISTAS, MADRES, PUENTES, AFOROS)

FECHAS = st.dates(date(2025, 7, 1), date(2027, 6, 30))
VALORES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "nombre": st.sampled_from(["Boletín", "Mapa", "Ficha", ""]),
        "conjunto": st.sampled_from([None, "puentes", "aforos"]),
        "grupos": st.lists(st.sampled_from(["periodistas", "madres"]), unique=True).map(tuple),
        "tipo_contenido": st.none() | st.sampled_from(TipoContenido),
        "canal": st.none() | st.sampled_from(Canal),
        "fecha": st.none() | FECHAS,
        "fecha_fin": st.none() | FECHAS,
        "rol_responsable": st.none() | st.sampled_from(Rol),
        "persona": st.sampled_from([None, "ana"]),
        "estado": st.none() | st.sampled_from(EstadoLinea),
        "retirado": st.sampled_from(["", "", "", "Se repite"]),
    }
)
LINEAS: st.SearchStrategy[list[LineaPlan]] = st.lists(VALORES, max_size=8).map(
    lambda todas: [linea(f"l{lugar}", **valores) for lugar, valores in enumerate(todas)]
)
FILTROS = st.builds(
    FiltroPlan,
    texto=st.sampled_from(["", "", "boletín", "madres", "puentes correo"]),
    estado=st.frozensets(st.sampled_from(EstadoLinea), max_size=4),
    canal=st.frozensets(st.sampled_from(Canal), max_size=4),
    tipo_contenido=st.frozensets(st.sampled_from(TipoContenido), max_size=4),
    rol_responsable=st.frozensets(st.sampled_from(Rol), max_size=3),
    persona=st.frozensets(st.sampled_from(["ana", "ido"]), max_size=1),
    grupos=st.frozensets(st.sampled_from(["periodistas", "madres"])),
    conjunto=st.frozensets(st.sampled_from(["puentes", "aforos"])),
    area=st.frozensets(st.sampled_from(["area", "otra"]), max_size=1),
    desde=st.none() | FECHAS,
    hasta=st.none() | FECHAS,
    sin_fecha=st.booleans(),
)


def plan(lineas: Iterable[LineaPlan]) -> Proyecto:
    return project_of(*FIJOS, *lineas)


def ids(lineas: Iterable[LineaPlan]) -> list[str]:
    return [una.id for una in lineas]


def fitting(lineas: Iterable[LineaPlan]) -> list[LineaPlan]:
    return [una for una in lineas if una.fecha is not None and una.vigente]


@given(filtro=FILTROS)
def test_a_filter_is_the_same_after_json_and_so_is_its_text(filtro: FiltroPlan) -> None:
    vuelto = FiltroPlan.from_json(filtro.to_json())
    assert vuelto == filtro
    assert vuelto.to_json() == filtro.to_json()


@given(lineas=LINEAS, filtro=FILTROS)
def test_filtering_twice_is_filtering_once_and_keeps_the_order(lineas: list[LineaPlan], filtro: FiltroPlan) -> None:
    proyecto, index = plan(lineas), SearchIndex()
    halladas = matching(proyecto, filtro, index)
    assert matching(proyecto, filtro, index, halladas) == halladas
    assert halladas == [una for una in proyecto.activos(LineaPlan) if una in halladas]


@given(lineas=LINEAS, uno=FILTROS, otro=FILTROS)
def test_two_filters_commute(lineas: list[LineaPlan], uno: FiltroPlan, otro: FiltroPlan) -> None:
    proyecto, index = plan(lineas), SearchIndex()
    primero = matching(proyecto, otro, index, matching(proyecto, uno, index))
    assert primero == matching(proyecto, uno, index, matching(proyecto, otro, index))
    assert set(ids(primero)) == set(ids(matching(proyecto, uno, index))) & set(ids(matching(proyecto, otro, index)))


@given(lineas=LINEAS)
def test_a_filter_that_asks_nothing_admits_all_in_use(lineas: list[LineaPlan]) -> None:
    proyecto = plan(lineas)
    assert matching(proyecto, FiltroPlan(), SearchIndex()) == [una for una in lineas if una.activo]


@given(lineas=LINEAS)
def test_the_board_holds_each_line_once_in_its_state(lineas: list[LineaPlan]) -> None:
    tablero = board(in_order(lineas))
    assert Counter(una.id for columna in tablero.values() for una in columna) == Counter(ids(lineas))
    for estado, columna in tablero.items():
        assert {una.estado or EstadoLinea.IDEA for una in columna} <= {estado}
        assert columna == in_order(columna)


@given(lineas=LINEAS, por=st.sampled_from(Carriles))
def test_lanes_hold_each_fitting_line_as_often_as_it_has_groups(lineas: list[LineaPlan], por: Carriles) -> None:
    carriles = lanes(plan(lineas), lineas, por)
    veces = {una.id: max(len(una.grupos), 1) if por is Carriles.GRUPOS else 1 for una in fitting(lineas)}
    assert Counter(una.id for carril in carriles for una in carril.lineas) == Counter(veces)
    assert len({carril.clave for carril in carriles}) == len(carriles)
    assert all(list(carril.lineas) == in_order(carril.lineas) and carril.lineas for carril in carriles)


@given(lineas=LINEAS, filas=st.sampled_from(Filas), columnas=st.sampled_from([Columnas.TIPOS, Columnas.CANALES]))
def test_coverage_by_kind_agrees_with_counting(lineas: list[LineaPlan], filas: Filas, columnas: Columnas) -> None:
    matriz = coverage(plan(lineas), filas, columnas, 2026)
    campo = "tipo_contenido" if columnas is Columnas.TIPOS else "canal"
    vigentes = [una for una in lineas if una.vigente]
    assert matriz.totales == tuple(sum(getattr(u, campo) == c.valor for u in vigentes) for c in matriz.columnas)
    for fila in matriz.renglones:
        suyas = [u for u in vigentes if fila.id in (u.grupos if filas is Filas.GRUPOS else (u.conjunto,))]
        assert fila.total == len(suyas)
        assert sum(map(len, fila.celdas)) == sum(getattr(una, campo) is not None for una in suyas)
        assert fila.hueco is (fila.prioritario and not suyas)


@given(lineas=LINEAS, anio=st.integers(2025, 2027), filas=st.sampled_from(Filas))
def test_coverage_by_bimestre_agrees_with_counting(lineas: list[LineaPlan], anio: int, filas: Filas) -> None:
    matriz = coverage(plan(lineas), filas, Columnas.BIMESTRES, anio)
    tocan = [
        [u.id for u in fitting(lineas) if u.fecha and u.ultimo_dia and u.fecha <= b.fin and u.ultimo_dia >= b.inicio]
        for b in bimestres(anio)
    ]
    assert matriz.totales == tuple(map(len, tocan))
    por_id = {una.id: una for una in lineas}
    for fila in matriz.renglones:
        for celda, todas in zip(fila.celdas, tocan, strict=True):
            suyas = [
                identidad for identidad in todas if fila.id in (*por_id[identidad].grupos, por_id[identidad].conjunto)
            ]
            assert list(celda) == suyas


@given(lineas=LINEAS)
def test_lines_of_a_year_hold_all_that_its_coverage_counts(lineas: list[LineaPlan]) -> None:
    proyecto = plan(lineas)
    del_anio = lines_of_year(lineas, 2026)
    entera = coverage(proyecto, Filas.GRUPOS, Columnas.BIMESTRES, 2026)
    assert coverage(proyecto, Filas.GRUPOS, Columnas.BIMESTRES, 2026, del_anio).totales == entera.totales


@given(lineas=LINEAS, cierres=st.frozensets(FECHAS, max_size=6), a=st.sampled_from([2025, 2027]))
def test_a_copied_year_works_and_is_copied_once(lineas: list[LineaPlan], cierres: frozenset[date], a: int) -> None:
    dias = [DiaInhabil(id=f"d{dia}", fecha=dia) for dia in cierres]
    proyecto = project_of(*FIJOS, *dias, *lineas)
    copia = copy_year(proyecto, 2026, a, FERIADOS)
    habiles = DiasHabiles(proyecto, FERIADOS)
    for nueva in copia.nuevas:
        assert nueva.fecha is not None
        assert nueva.fecha.year == a
        assert habiles.es_habil(nueva.fecha)
    de_2026 = [una for una in fitting(lineas) if una.fecha and una.fecha.year == 2026]
    assert len(copia.nuevas) + len(copia.omitidas) == len(de_2026)
    segunda = copy_year(made(copia.cambios, proyecto), 2026, a, FERIADOS)
    assert (segunda.nuevas, segunda.cambios) == ((), ())


CADA = st.sampled_from(Cada)


@given(inicio=FECHAS.filter(es_habil), cada=CADA, dias=st.integers(0, 900))
def test_repetitions_rise_within_the_limit_on_working_days(inicio: date, cada: Cada, dias: int) -> None:
    proyecto, hasta = plan([]), inicio + timedelta(days=dias)
    habiles = DiasHabiles(proyecto, FERIADOS)
    assume(habiles.es_habil(inicio))
    hallados = repetitions(proyecto, linea("a", fecha=inicio), cada, hasta, FERIADOS)
    assert len(hallados) <= MAXIMO
    assert all(antes < despues for antes, despues in pairwise([inicio, *hallados]))
    assert all(dia <= hasta and habiles.es_habil(dia) for dia in hallados)


@given(inicio=FECHAS, cada=CADA, dias=st.integers(0, 400), largo=st.integers(0, 20))
def test_repeating_makes_a_series_and_its_inverse_unmakes_it(inicio: date, cada: Cada, dias: int, largo: int) -> None:
    una = linea("a", fecha=inicio, fecha_fin=inicio + timedelta(days=largo) if largo else None)
    proyecto, hasta = plan([una]), inicio + timedelta(days=dias)
    _, cambios = repeat(proyecto, una, cada, hasta, FERIADOS)
    despues = made(cambios, proyecto)
    todas = in_order(despues.activos(LineaPlan))
    assert [u.fecha for u in todas] == [inicio, *repetitions(proyecto, una, cada, hasta, FERIADOS)]
    assert len({u.serie for u in todas}) == 1
    assert {(u.ultimo_dia - u.fecha).days for u in todas if u.fecha and u.ultimo_dia} == {largo}
    assert undone(cambios, despues) == proyecto


def undone(cambios: Sequence[Cambio], proyecto: Proyecto) -> Proyecto:
    return made([hecho.inverso for hecho in reversed(cambios)], proyecto)


@given(valores=VALORES, dia=st.none() | FECHAS, hasta=FECHAS)
def test_moving_and_stretching_can_be_taken_back(valores: dict[str, Any], dia: date | None, hasta: date) -> None:
    una = linea("a", **valores)
    proyecto = plan([una])
    estirada = stretch(una, dia or hasta, hasta)[1]
    for hecho, fecha in ((move(una, dia)[1], dia), (estirada, min(dia or hasta, hasta))):
        cambios = [hecho] if hecho else []
        despues = made(cambios, proyecto)
        nueva = despues.get(LineaPlan, "a")
        assert nueva is not None
        assert nueva.fecha == fecha
        assert undone(cambios, despues) == proyecto


@given(lineas=LINEAS, canal=st.none() | st.sampled_from(Canal), dia=FECHAS)
def test_changes_of_many_lines_can_be_taken_back(lineas: list[LineaPlan], canal: Canal | None, dia: date) -> None:
    proyecto = plan(lineas)
    pedidos = [bulk(proyecto, lineas, "canal", canal)[1], bulk(proyecto, lineas, "fecha", dia)[1]]
    pedidos.append(sign_off(lineas, ENLACE, HOY)[1])
    for cambios in pedidos:
        assert len({hecho.id for hecho in cambios}) == len(cambios)
        assert undone(cambios, made(cambios, proyecto)) == proyecto
    assert all(una.canal is canal for una in made(pedidos[0], proyecto).todos(LineaPlan))
    assert all(una.fecha == dia for una in made(pedidos[1], proyecto).todos(LineaPlan))
    firmadas = made(pedidos[2], proyecto).todos(LineaPlan)
    assert all((una.visto_bueno == "ana") is una.vigente for una in firmadas)
    _, retirados = take_back_sign_off(firmadas)
    assert made(retirados, made(pedidos[2], proyecto)) == proyecto


def after(una: LineaPlan, campo: str, valor: Valor) -> LineaPlan:
    """Return a line that was signed off, once one of its fields was changed in a session."""
    session = memory_session(plan([una]))
    session.edit("Firmar", sign_off([una], ENLACE, HOY)[1])
    firmada = session.proyecto.todos(LineaPlan)
    assert [u.visto_bueno for u in firmada] == ["ana"]
    session.edit("Cambiar", bulk(session.proyecto, firmada, campo, valor)[1])
    (nueva,) = session.proyecto.todos(LineaPlan)
    return nueva


@pytest.mark.parametrize(
    ("campo", "valor"),
    [
        ("nombre", "Otro"),
        ("conjunto", "aforos"),
        ("grupos", ("madres",)),
        ("tipo_contenido", TipoContenido.REDES),
        ("canal", Canal.REDES),
        ("fecha", date(2026, 4, 1)),
        ("fecha_fin", date(2026, 4, 1)),
        ("persona", "ana"),
        ("estado", EstadoLinea.IDEA),
    ],
)
def test_what_is_edited_later_is_no_longer_signed_off(campo: str, valor: Valor) -> None:
    nueva = after(LINEA, campo, valor)
    assert (nueva.visto_bueno, nueva.visto_bueno_fecha) == (None, None)


@pytest.mark.parametrize("estado", [EstadoLinea.EN_ELABORACION, EstadoLinea.LISTA, EstadoLinea.HECHA])
def test_a_step_forward_stays_signed_off(estado: EstadoLinea) -> None:
    nueva = after(LINEA, "estado", estado)
    assert (nueva.estado, nueva.visto_bueno) == (estado, "ana")


FRECUENCIAS = st.none() | st.sampled_from(Frecuencia)


@given(lineas=LINEAS, frecuencia=FRECUENCIAS, primera=FECHAS, hoy=FECHAS, dias=st.integers(0, 90))
def test_alerts_come_by_kind_and_date_and_upcoming_within_its_horizon(
    lineas: list[LineaPlan], frecuencia: Frecuencia | None, primera: date, hoy: date, dias: int
) -> None:
    puentes = replace(PUENTES, frecuencia=frecuencia, fecha_publicacion=primera)
    proyecto, hasta = project_of(AREA, puentes, AFOROS, PERIODISTAS, *lineas), hoy + timedelta(days=dias)
    proximas = upcoming(proyecto, hoy, hasta, FERIADOS)
    assert all(hoy <= proxima.fecha <= hasta for proxima in proximas)
    assert [p.fecha for p in proximas] == sorted(p.fecha for p in proximas)
    assert len({(p.fecha, p.clase, p.conjunto.id) for p in proximas}) == len(proximas)
    publicadas = {p.conjunto.id for p in proximas if p.clase is ClaseProxima.PUBLICACION}
    assert ("puentes" in publicadas) is (hoy <= primera <= hasta)
    todas = alerts(proyecto, hoy, FERIADOS, dias)
    claves = [(list(ClaseAlerta).index(alerta.clase), alerta.fecha) for alerta in todas]
    assert claves == sorted(claves)
    assert len({(alerta.clase, alerta.fecha, alerta.id) for alerta in todas}) == len(todas)
    assert all(a.fecha < hoy if a.clase is ClaseAlerta.VENCIDA else hoy <= a.fecha <= hasta for a in todas)
