"""The sample project as it ships: how much it holds, that it hangs together, and that it moves with the date."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from promueve_gui.adapters.recursos import Recursos
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.example_project import build_example
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import Acuerdo, ConjuntoDatos, Evento, Herramienta, Recurso
from promueve_gui.domain.contenidos import CUERPO_POR_TIPO, FIRMES, Contenido
from promueve_gui.domain.difusion import AvisoAltoValor, Publicacion, SolicitudComunicacion
from promueve_gui.domain.ficha import Registro, Tipo, campos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import (
    AreaGeneradora,
    Institucion,
    Membrete,
    Persona,
    PlantillaPresentacion,
    RedSocial,
)
from promueve_gui.domain.mensajes_red import mensajes
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.vocabularios import (
    Acceso,
    ClaseGrupo,
    Desenlace,
    Eje,
    EstadoContenido,
    EstadoLinea,
    Rol,
    TipoContenido,
    TipoEvento,
)
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

R = TypeVar("R", bound=Registro)

HOY = date(2026, 11, 19)
FECHAS = st.dates(date(1990, 1, 1), date(2120, 12, 31))
CUARTILLA = 1800
SIN_FECHA = {
    "Lista de reproducción para radios sobre cierres",
    "Estudio: caminos y asistencia escolar",
    "Recorrido de prensa por puentes inspeccionados",
    "Mensaje: maquinaria por residencia",
}


@cache
def _recursos() -> Recursos:
    return Recursos(find_root())


@cache
def _filas() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    return _recursos().ejemplo()


@cache
def _registros(hoy: date = HOY) -> tuple[Registro, ...]:
    return tuple(build_example(hoy, _recursos().load_perfil("vigente"), _filas()))


def _todos(tipo: type[R], hoy: date = HOY) -> list[R]:
    return [registro for registro in _registros(hoy) if isinstance(registro, tipo)]


def _activos(tipo: type[R]) -> list[R]:
    return [registro for registro in _todos(tipo) if registro.activo]


def _fechas(hoy: date) -> dict[tuple[str, str, str], date]:
    return {
        (registro.ENTIDAD, registro.id, nombre): valor
        for registro in _registros(hoy)
        for nombre in campos(type(registro))
        if isinstance(valor := getattr(registro, nombre), date) and not isinstance(registro, RedSocial)
    }


# --- How much there is -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tipo", "minimo"),
    [
        (AreaGeneradora, 6),
        (GrupoUsuarios, 40),
        (ConjuntoDatos, 25),
        (Recurso, 60),
        (LineaPlan, 60),
        (Contenido, 12),
        (Publicacion, 10),
        (Recomendacion, 15),
        (Herramienta, 3),
        (Evento, 5),
    ],
)
def test_there_is_enough_of_each(tipo: type[Registro], minimo: int) -> None:
    assert len(_activos(tipo)) >= minimo


def test_there_is_something_of_every_kind_but_files_that_an_institution_brings() -> None:
    propios = {Membrete, PlantillaPresentacion}  # the name of a document that is not there would say it leaves on it
    assert {registro.ENTIDAD for registro in _registros()} == {tipo.ENTIDAD for tipo in set(TIPOS) - propios}


def test_somebody_answers_for_every_role() -> None:
    assert {persona.rol for persona in _todos(Persona)} == set(Rol)


def test_groups_cover_classes_ejes_and_the_whole_grid() -> None:
    grupos = _activos(GrupoUsuarios)
    assert {grupo.clase for grupo in grupos} == set(ClaseGrupo)
    assert {eje for grupo in grupos for eje in grupo.ejes} == set(Eje)
    assert all(bool(grupo.ejes) == (grupo.clase is ClaseGrupo.SOCIEDAD) for grupo in grupos)
    assert {((grupo.poder or 0) > 3, (grupo.interes or 0) > 3) for grupo in grupos} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }


def test_datasets_are_of_every_kind() -> None:
    conjuntos = _todos(ConjuntoDatos)
    assert {conjunto.acceso for conjunto in conjuntos} == set(Acceso)
    assert sum(conjunto.institucional for conjunto in conjuntos) == 3
    assert sum(conjunto.alto_valor for conjunto in conjuntos) >= 5
    assert len({conjunto.frecuencia for conjunto in conjuntos}) >= 7


def test_direct_urls_lead_to_a_dataset_of_the_example_domain() -> None:
    publicos = [conjunto for conjunto in _todos(ConjuntoDatos) if conjunto.acceso is Acceso.PUBLICO]
    urls = [conjunto.url for conjunto in publicos] + [publicacion.url for publicacion in _todos(Publicacion)]
    assert all(url.startswith("https://datos.ejemplo.gob.mx/caminos/dataset/") and url.isascii() for url in urls)
    assert len({conjunto.url for conjunto in publicos}) == len(publicos)


def test_contents_are_of_all_types_and_states() -> None:
    contenidos = _todos(Contenido)
    assert {contenido.tipo for contenido in contenidos} == set(TipoContenido)
    assert {contenido.estado for contenido in contenidos} == set(EstadoContenido)


def test_what_was_approved_keeps_what_it_took_from_the_others() -> None:
    firmes = {uno.id for uno in _todos(Contenido) if uno.estado in FIRMES}
    assert firmes == {uno.id for uno in _todos(Contenido) if uno.congelado}
    assert firmes


def test_bulletins_and_stories_have_their_length() -> None:
    esperadas = {TipoContenido.BOLETIN: 1, TipoContenido.HISTORIA: 2}
    for contenido in _todos(Contenido):
        if contenido.tipo in esperadas:
            largo = sum(len(getattr(contenido, campo)) for campo in CUERPO_POR_TIPO[contenido.tipo])
            assert 0.5 <= largo / (esperadas[contenido.tipo] * CUARTILLA) <= 1.5, contenido.nombre


def test_posts_fit_their_networks() -> None:
    proyecto = project_of(*_registros())
    posts = [contenido for contenido in _todos(Contenido) if contenido.tipo is TipoContenido.REDES]
    publicados = [uno for post in posts for uno in mensajes(proyecto, post)]
    assert len(publicados) > len(posts) > 0
    assert all(uno.texto and (uno.sobran or 0) <= 0 and uno.red.en_uso for uno in publicados)


def test_round_tables_leave_agreements() -> None:
    mesas = {evento.id for evento in _todos(Evento) if evento.tipo is TipoEvento.MESA_REDONDA}
    assert len(mesas) == 2
    assert {acuerdo.evento for acuerdo in _todos(Acuerdo)} == mesas


# --- The year ----------------------------------------------------------------------------------------------


def test_plan_covers_a_year_and_has_every_state() -> None:
    lineas = _todos(LineaPlan)
    assert {linea.estado for linea in lineas} == set(EstadoLinea)
    fechas = [linea.fecha for linea in lineas if linea.fecha]
    assert (max(fechas) - min(fechas)).days >= 300
    assert {linea.nombre for linea in lineas if linea.fecha is None} == SIN_FECHA


@given(hoy=FECHAS)
@settings(max_examples=25)
@example(hoy=date(2028, 2, 29))
@example(hoy=date(2026, 12, 31))
@example(hoy=date(2027, 1, 1))
def test_what_is_done_is_past_and_what_is_planned_is_not(hoy: date) -> None:
    for linea in _todos(LineaPlan, hoy):
        if linea.fecha and linea.estado is EstadoLinea.HECHA:
            assert linea.fecha < hoy
        if linea.fecha and linea.estado in {EstadoLinea.PLANEADA, EstadoLinea.LISTA, EstadoLinea.EN_ELABORACION}:
            assert hoy < linea.fecha <= (linea.fecha_fin or linea.fecha)
    assert all(publicacion.fecha and publicacion.fecha < hoy for publicacion in _todos(Publicacion, hoy))


@given(hoy=FECHAS)
@settings(max_examples=25)
@example(hoy=date(2028, 2, 29))
@example(hoy=date(2026, 12, 31))
def test_every_past_bimestre_of_the_year_has_a_publication_and_the_current_one_none(hoy: date) -> None:
    fechas = [publicacion.fecha for publicacion in _todos(Publicacion, hoy) if publicacion.fecha]
    del_anio = {(fecha.month + 1) // 2 for fecha in fechas if fecha.year == hoy.year}
    assert del_anio == set(range(1, (hoy.month + 1) // 2))


@given(hoy=FECHAS)
@settings(max_examples=25)
@example(hoy=date(2028, 2, 29))
def test_recommendations_are_in_all_states(hoy: date) -> None:
    todas = _todos(Recomendacion, hoy)
    espera = sorted((hoy - r.fecha_recepcion).days for r in todas if r.abierta and r.fecha_recepcion)
    assert espera == [3, 12, 28, 29, 36]
    assert Counter(r.desenlace for r in todas) == {None: 5, Desenlace.PROCEDE: 11, Desenlace.NO_PROCEDE: 2}
    for recomendacion in todas:
        if recomendacion.fecha_respuesta and recomendacion.fecha_recepcion:
            tardo = (recomendacion.fecha_respuesta - recomendacion.fecha_recepcion).days
            assert 0 <= tardo <= 30 + (recomendacion.dias_pausa or 0), recomendacion.folio
            assert recomendacion.fecha_respuesta <= hoy


def test_outcomes_carry_what_they_must() -> None:
    conjuntos = {conjunto.id: conjunto for conjunto in _todos(ConjuntoDatos)}
    con_accion = {accion.recomendacion for accion in _todos(AccionMejora)}
    ultimas: dict[str, date] = {}
    for recomendacion in _todos(Recomendacion):
        if recomendacion.desenlace is Desenlace.PROCEDE and recomendacion.fecha_estimada:
            assert recomendacion.id in con_accion
            ultimas[str(recomendacion.conjunto)] = recomendacion.fecha_estimada
        elif recomendacion.desenlace is Desenlace.NO_PROCEDE:
            assert recomendacion.fundamento
    assert {clave: conjuntos[clave].fecha_compromiso for clave in ultimas} == ultimas


def test_published_high_value_data_was_announced() -> None:
    avisados = {aviso.conjunto for aviso in _todos(AvisoAltoValor)}
    publicados = {
        c.id for c in _todos(ConjuntoDatos) if c.alto_valor and c.fecha_publicacion and c.fecha_publicacion <= HOY
    }
    assert avisados == publicados


def test_every_request_has_its_communication_of_that_day_or_later() -> None:
    atendidas = {p.solicitud: p.fecha for p in _todos(Publicacion) if p.solicitud and p.fecha}
    pedidas = {solicitud.id: solicitud.fecha for solicitud in _todos(SolicitudComunicacion) if solicitud.fecha}
    assert len(pedidas) == 2
    assert all(atendidas[clave] >= dia for clave, dia in pedidas.items())


# --- It hangs together -------------------------------------------------------------------------------------


def test_every_reference_leads_to_an_earlier_record_of_its_kind() -> None:
    vistos: set[tuple[str, str]] = set()
    for registro in _registros():
        for nombre, campo in campos(type(registro)).items():
            valor = getattr(registro, nombre)
            referidos = valor if campo.tipo is Tipo.REFERENCIAS else [valor] if campo.destino and valor else []
            assert {(campo.destino, referido) for referido in referidos} <= vistos, (registro.titulo, nombre)
        vistos.add((registro.ENTIDAD, registro.id))
    assert len(vistos) == len(_registros())


def test_required_fields_are_filled_but_for_the_undated_lines() -> None:
    vacios = {
        (registro.titulo, nombre)
        for registro in _registros()
        for nombre, campo in campos(type(registro)).items()
        if campo.requerido and getattr(registro, nombre) in {"", None, ()}
    }
    assert vacios == {(titulo, "fecha") for titulo in SIN_FECHA}


def test_two_priority_groups_wait_for_an_activity() -> None:
    con_linea = {grupo for linea in _todos(LineaPlan) if linea.vigente for grupo in linea.grupos}
    sin_linea = {g.nombre for g in _activos(GrupoUsuarios) if g.prioritario and g.id not in con_linea}
    assert sin_linea == {"Instituto nacional de estadística", "Asociaciones de madres y padres en comunidades"}


def test_persons_are_reached_only_at_example_addresses() -> None:
    correos = [
        getattr(registro, nombre)
        for registro in _registros()
        for nombre, campo in campos(type(registro)).items()
        if campo.tipo is Tipo.CORREO and getattr(registro, nombre)
    ]
    assert all(correo.endswith(("@ejemplo.gob.mx", ".example.org")) for correo in correos)


def test_a_project_takes_it_whole() -> None:
    proyecto = Proyecto()
    cambios = [alta(registro) for registro in _registros()]
    proyecto.apply(cambios)
    assert proyecto.total() == len(_registros())


# --- It moves with the date, and with nothing else ---------------------------------------------------------


def test_two_runs_are_the_same() -> None:
    otra_vez = build_example(HOY, _recursos().load_perfil("vigente"), _filas())
    assert tuple(otra_vez) == _registros()


def test_every_date_moves_with_today() -> None:
    antes, despues = _fechas(HOY), _fechas(HOY + timedelta(days=366))
    assert antes.keys() == despues.keys()
    assert all(300 <= (despues[clave] - dia).days <= 430 for clave, dia in antes.items())


def test_the_year_of_the_program_is_that_of_today() -> None:
    assert [institucion.anio for institucion in _todos(Institucion)] == [2026]
    assert all(r.folio.endswith("/2026") for r in _todos(Recomendacion))
    assert not any("{" in registro.titulo for registro in _registros())


@given(hoy=FECHAS)
@settings(max_examples=25)
@example(hoy=date(2028, 2, 29))
@example(hoy=date(2026, 12, 31))
def test_any_day_gives_the_same_records_but_for_dates(hoy: date) -> None:
    assert [registro.id for registro in _registros(hoy)] == [registro.id for registro in _registros()]


# --- Rows that do not fit ----------------------------------------------------------------------------------


def test_unknown_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="jefe"):
        build_example(HOY, [], {"persona": [{"clave": "a", "nombre": "A", "rol": "jefe"}]})


def test_unknown_field_is_refused() -> None:
    with pytest.raises(KeyError, match="apodo"):
        build_example(HOY, [], {"persona": [{"clave": "a", "apodo": "A"}]})


def test_years_are_written_into_texts() -> None:
    filas = [{"clave": "a", "nombre": "De {anio-2} a {anio-1}, y {anio}"}]
    (area,) = build_example(HOY, [], {"area_generadora": filas})
    assert area.titulo == "De 2024 a 2025, y 2026"
