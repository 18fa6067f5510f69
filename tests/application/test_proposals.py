"""What rules propose for datasets, when, for whom and why; accepting and dismissing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.ports import Cancelled
from promueve_gui.application.proposals import MAXIMO_HORIZONTE, accept, dismiss, horizon, propose, propose_again
from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import CitaGuia, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.domain.vocabularios import (
    Acceso,
    Canal,
    ClaseGrupo,
    EstadoLinea,
    Frecuencia,
    MomentoRegla,
    ObjetoRegla,
    PeriodoRegla,
    Rol,
    TipoContenido,
    TipoUso,
)
from tests.application.plan_records import HOY, INSTITUCION, PUENTES, made
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

from tests.application.proposal_cases import (
    BIBLIOTECAS,
    ENERO,
    FERIADOS,
    FIN,
    NUEVO,
    days,
    one,
    project,
    proposed,
    regla,
    series,
)


def test_a_publication_gives_a_whole_line_with_its_reason() -> None:
    cita = CitaGuia(id="c", clave="P4", cita="Recomendaciones, paso 4, edición 2015")
    propuesta = one(NUEVO, cita, regla(cita="P4"))
    assert propuesta.linea == LineaPlan(
        id=propuesta.clave,
        nombre="Mensaje: Aforos",
        conjunto="aforos",
        grupos=("periodistas",),
        tipo_contenido=TipoContenido.REDES,
        canal=Canal.REDES,
        fecha=date(2026, 4, 13),  # the 11th is a Saturday
        rol_responsable=Rol.ENLACE_COMUNICACION,
        estado=EstadoLinea.PLANEADA,
        regla="r",
        propuesta="aforos/redes/redes/despues/2026-2",
    )
    assert propuesta.regla == regla(cita="P4")
    assert propuesta.razon == "«Aforos» se publica el 10 de abril de 2026."
    assert propuesta.explicacion == (
        "«Aforos» se publica el 10 de abril de 2026. (Recomendaciones, paso 4, edición 2015.)"
    )


def test_without_a_citation_the_reason_stands_alone() -> None:
    propuesta = one(NUEVO, regla(cita="P9"))
    assert (propuesta.cita, propuesta.explicacion) == ("", propuesta.razon)


@pytest.mark.parametrize(
    ("valores", "esperado"),
    [
        ({"dias": None}, date(2026, 4, 10)),
        ({"dias": 5}, date(2026, 4, 15)),
        ({"dias": 5, "momento": MomentoRegla.ANTES}, date(2026, 4, 3)),  # the 5th is a Sunday: back to Friday
        ({"dias": 60, "momento": MomentoRegla.ANTES}, date(2026, 3, 13)),  # too late for that: the next working day
        ({"dias": 21}, date(2026, 5, 4)),  # 1 May is a holiday
    ],
)
def test_days_are_counted_and_moved_to_working_ones(valores: dict[str, Any], esperado: date) -> None:
    assert days(proposed(NUEVO, regla(**valores))) == [esperado]


def test_announcing_what_comes_out_tomorrow_is_too_late() -> None:
    manana = replace(NUEVO, fecha_publicacion=date(2026, 3, 13))
    assert proposed(manana, regla(dias=5, momento=MomentoRegla.ANTES)) == []
    assert proposed(manana, regla(dias=0)) != []


@pytest.mark.parametrize(("anticipacion", "hay"), [(None, True), (29, True), (30, False)])
def test_time_must_be_left(anticipacion: int | None, hay: bool) -> None:
    assert bool(proposed(NUEVO, regla(anticipacion=anticipacion))) is hay


def test_what_came_out_lately_may_still_be_followed_up() -> None:
    reciente = replace(NUEVO, fecha_publicacion=date(2026, 3, 2))
    propuesta = one(reciente, regla(dias=30))
    assert propuesta.linea.fecha == date(2026, 4, 1)
    assert propuesta.razon == "«Aforos» se publicó el 2 de marzo de 2026."
    assert proposed(reciente, regla(dias=10)) == []
    assert proposed(reciente, regla(dias=30, anticipacion=0)) == []


def test_nothing_is_proposed_beyond_the_horizon() -> None:
    assert proposed(NUEVO, regla(), hasta=date(2026, 4, 12)) == []
    assert proposed(NUEVO, regla(), hasta=date(2026, 4, 13)) != []
    lejos = replace(NUEVO, fecha_publicacion=date.fromordinal(HOY.toordinal() + MAXIMO_HORIZONTE + 1))
    assert proposed(lejos, regla(), hasta=date.max) == []


@pytest.mark.parametrize(
    ("valores", "razon"),
    [
        ({"prioritario": True}, " y es prioritario."),
        ({"alto_valor": True}, " y es de alto valor."),
        (
            {"estrategico": True, "solicitado": True, "interes_nacional": True, "programa_nacional": True},
            " y cumple 4 de los 7 criterios de valor.",
        ),
    ],
)
def test_a_rule_may_be_for_what_goes_first_alone(valores: dict[str, Any], razon: str) -> None:
    assert proposed(NUEVO, regla(prioritarios=True)) == []
    assert one(replace(NUEVO, **valores), regla(prioritarios=True)).razon.endswith(razon)


@pytest.mark.parametrize(
    ("usos", "razon"),
    [
        ((("periodistas", TipoUso.ACTUAL),), "; uno de los grupos ya lo usa."),
        ((("periodistas", TipoUso.ACTUAL), ("bib", TipoUso.ACTUAL)), "; 2 de los grupos ya lo usan."),
        ((("periodistas", TipoUso.POTENCIAL),), "; uno de los grupos podría usarlo."),
        ((("periodistas", TipoUso.POTENCIAL), ("bib", TipoUso.POTENCIAL)), "; 2 de los grupos podrían usarlo."),
    ],
)
def test_the_reason_tells_who_uses_the_data(usos: Sequence[tuple[str, TipoUso]], razon: str) -> None:
    registros = [UsoDatos(id=grupo, grupo=grupo, conjunto="aforos", tipo=tipo) for grupo, tipo in usos]
    assert one(NUEVO, BIBLIOTECAS, regla(), *registros).razon.endswith(razon)


def test_a_priority_group_that_waits_is_added_and_said() -> None:
    propuesta = one(
        replace(NUEVO, area="obras"),
        GrupoUsuarios(id="obr", nombre="Constructoras", clase=ClaseGrupo.SOCIEDAD, area="obras"),
        regla(),
    )
    assert propuesta.linea.grupos == ("obr", "periodistas")
    assert propuesta.razon.endswith("; se suma «Periodistas», grupo prioritario que nadie atendía.")


def test_what_cannot_be_promoted_or_is_for_nobody_is_not_proposed() -> None:
    assert proposed(replace(NUEVO, acceso=Acceso.PRIVADO), regla()) == []
    assert proposed(NUEVO, regla(clase=ClaseGrupo.DENTRO)) == []


@pytest.mark.parametrize("campo", ["objeto", "tipo_contenido", "canal"])
def test_a_rule_that_is_not_filled_in_proposes_nothing(campo: str) -> None:
    vacio: dict[str, Any] = {campo: None}
    assert proposed(NUEVO, regla(**vacio)) == []


def test_a_rule_that_was_withdrawn_proposes_nothing() -> None:
    assert proposed(NUEVO, replace(regla(), retirado="No se usa")) == []


def test_updates_are_proposed_once_in_each_period() -> None:
    actualizacion = regla(objeto=ObjetoRegla.ACTUALIZACION)
    assert days(proposed(PUENTES, actualizacion)) == [
        date(2026, 3, 23),
        date(2026, 5, 21),
        date(2026, 7, 21),
        date(2026, 9, 21),
        date(2026, 11, 23),
    ]
    assert days(proposed(PUENTES, replace(actualizacion, periodo=PeriodoRegla.SEMESTRE))) == [
        date(2026, 3, 23),
        date(2026, 7, 21),
    ]
    assert one(PUENTES, replace(actualizacion, periodo=PeriodoRegla.ANIO)).razon == (
        "«Puentes y vados» se actualiza el 20 de marzo de 2026 y es prioritario."
    )


def test_what_is_renewed_every_day_is_remembered_every_bimestre() -> None:
    diario = replace(PUENTES, frecuencia=Frecuencia.DIARIO, fecha_publicacion=date(2026, 5, 20))
    propuestas = proposed(diario, regla(objeto=ObjetoRegla.ACTUALIZACION))
    assert days(propuestas) == [date(2026, 6, 1), date(2026, 8, 3), date(2026, 10, 2), date(2026, 12, 2)]
    assert propuestas[0].razon == (
        "«Puentes y vados» se actualiza cada día y es prioritario; conviene recordarlo cada bimestre."
    )
    sin_fecha = replace(diario, fecha_publicacion=None, frecuencia=Frecuencia.TIEMPO_REAL)
    assert len(proposed(sin_fecha, regla(objeto=ObjetoRegla.ACTUALIZACION))) == 5


def test_what_is_updated_each_week_is_news_once_a_month() -> None:
    semanal = replace(PUENTES, frecuencia=Frecuencia.SEMANAL)
    propuestas = proposed(semanal, regla(objeto=ObjetoRegla.ACTUALIZACION, dias=0), hasta=date(2026, 6, 30))
    assert days(propuestas) == [date(2026, 3, 17), date(2026, 5, 5)]


def test_whoever_has_the_role_answers_when_it_is_clear_who() -> None:
    ana = Persona(id="ana", nombre="Ana", rol=Rol.ENLACE_COMUNICACION)
    eva = replace(ana, id="eva", nombre="Eva")
    assert one(NUEVO, ana, regla()).linea.persona == "ana"
    assert one(NUEVO, ana, eva, regla()).linea.persona is None
    assert one(NUEVO, ana, replace(eva, area="area"), regla()).linea.persona == "eva"
    assert one(NUEVO, Persona(id="x"), regla(rol_responsable=None)).linea.persona is None


def test_an_area_answers_for_its_own_data() -> None:
    del_area = Persona(id="ana", rol=Rol.AREA_GENERADORA, area="area")
    ajena = replace(del_area, id="eva", area="obras")
    de_area = regla(rol_responsable=Rol.AREA_GENERADORA)
    assert one(NUEVO, del_area, ajena, de_area).linea.persona == "ana"
    assert one(NUEVO, ajena, de_area).linea.persona is None


def test_what_has_no_name_is_called_by_its_kind() -> None:
    propuesta = one(replace(NUEVO, nombre=""), regla())
    assert propuesta.linea.nombre == "Mensaje: conjunto de datos sin nombre"


def test_what_is_accepted_comes_into_the_plan_and_is_not_proposed_again() -> None:
    proyecto = project(NUEVO, PUENTES, regla())
    propuestas = propose(proyecto, HOY, FIN, FERIADOS)
    motivo, cambios = accept(propuestas)
    assert motivo == "Aceptar la propuesta «Mensaje: Aforos»"
    despues = made(cambios, proyecto)
    (aceptada,) = despues.activos(LineaPlan)
    assert aceptada == replace(propuestas[0].linea, id=aceptada.id)
    assert (aceptada.regla, aceptada.id != propuestas[0].clave) == ("r", True)
    assert propose(despues, HOY, FIN, FERIADOS) == []
    assert accept(propuestas * 2)[0] == "Aceptar 2 propuestas"


def test_what_was_accepted_and_moved_far_away_is_not_proposed_again() -> None:
    proyecto = project(NUEVO, regla())
    aceptado = made(accept(propose(proyecto, HOY, FIN, FERIADOS))[1], proyecto)
    (aceptada,) = aceptado.activos(LineaPlan)
    lejos = replace(aceptada, fecha=date(2026, 9, 14))
    assert proposed(NUEVO, regla(), lejos) == []
    assert len(proposed(NUEVO, regla(), replace(lejos, regla="otra", propuesta=""))) == 1


def test_an_update_that_was_accepted_and_moved_far_away_is_not_proposed_again() -> None:
    actualizacion = regla(objeto=ObjetoRegla.ACTUALIZACION)
    proyecto = project(PUENTES, actualizacion)
    primera, *otras = propose(proyecto, HOY, FIN, FERIADOS)
    aceptado = made(accept([primera])[1], proyecto)
    (aceptada,) = aceptado.activos(LineaPlan)
    lejos = replace(aceptada, fecha=date(2026, 7, 14))
    assert days(proposed(PUENTES, actualizacion, lejos)) == [
        otra.linea.fecha for otra in otras if otra.linea.fecha != date(2026, 7, 21)
    ]


def test_what_is_dismissed_does_not_come_back() -> None:
    proyecto = project(NUEVO, regla())
    propuestas = propose(proyecto, HOY, FIN, FERIADOS)
    motivo, cambios = dismiss(propuestas, "Ya se dijo", HOY)
    assert motivo == "Descartar la propuesta «Mensaje: Aforos»"
    despues = made(cambios, proyecto)
    (descartada,) = despues.activos(SugerenciaDescartada)
    assert (descartada.nombre, descartada.motivo, descartada.fecha) == ("Mensaje: Aforos", "Ya se dijo", HOY)
    assert propose(despues, HOY, FIN, FERIADOS) == []
    otro_dia = made([], despues)
    otro_dia.install({"conjunto_datos": {"aforos": replace(NUEVO, fecha_publicacion=date(2026, 4, 24))}})
    otro_dia.install({"regla_plan": {"r": replace(regla(), nombre="Aviso", dias=3)}})
    assert propose(otro_dia, date(2026, 3, 20), FIN, FERIADOS) == []
    otro_dia.install({"sugerencia_descartada": {descartada.id: replace(descartada, retirado="Sí se quiere")}})
    assert len(propose(otro_dia, date(2026, 3, 20), FIN, FERIADOS)) == 1


def test_a_publication_that_is_delayed_after_its_line_was_dismissed_is_not_proposed_again() -> None:
    proyecto = project(NUEVO, regla())
    despues = made(dismiss(propose(proyecto, HOY, FIN, FERIADOS), "", HOY)[1], proyecto)
    despues.install({"conjunto_datos": {"aforos": replace(NUEVO, fecha_publicacion=date(2026, 9, 24))}})
    assert propose(despues, HOY, FIN, FERIADOS) == []


def test_a_tool_whose_line_was_dismissed_is_not_proposed_in_the_next_bimestre_and_takes_no_place_there() -> None:
    visor, tablero = (Herramienta(id=i, nombre=i, publicada=True, conjuntos=("puentes",)) for i in ("visor", "tablero"))
    cada_bimestre = regla(objeto=ObjetoRegla.HERRAMIENTA, tope=1, periodo=PeriodoRegla.BIMESTRE)
    proyecto = project(visor, tablero, cada_bimestre)
    (primera,) = propose(proyecto, HOY, HOY + timedelta(days=30), FERIADOS)
    despues = made(dismiss([primera], "", HOY)[1], proyecto)
    otras = propose(despues, date(2026, 7, 1), date(2026, 12, 31), FERIADOS)
    assert [propuesta.linea.herramienta for propuesta in otras] == [
        {"visor", "tablero"}.difference({primera.linea.herramienta}).pop()
    ]


def test_what_was_dismissed_can_be_proposed_again() -> None:
    una, otra = SugerenciaDescartada(id="a", nombre="Nota", clave="x"), SugerenciaDescartada(id="b", nombre="Otra")
    motivo, cambios = propose_again([una])
    assert motivo == "Volver a proponer «Nota»"
    assert made(cambios, project_of(una)).activos(SugerenciaDescartada) == []
    motivo, cambios = propose_again([una, replace(otra, retirado="Se volvió a proponer")])
    assert motivo == "Volver a proponer 2 propuestas descartadas"
    assert [cambio.id for cambio in cambios] == ["a"]


def test_another_does_not_take_the_place_of_what_was_dismissed() -> None:
    proyecto = project(*series(3), regla(objeto=ObjetoRegla.ACTUALIZACION, tope=1))
    primera = propose(proyecto, ENERO, date(2026, 2, 28), FERIADOS)
    despues = made(dismiss(primera, "", HOY)[1], proyecto)
    assert propose(despues, ENERO, date(2026, 2, 28), FERIADOS) == []


@pytest.mark.parametrize(
    ("hoy", "anio", "esperado"),
    [
        (date(2026, 1, 5), 2026, date(2026, 12, 31)),
        (date(2026, 10, 31), 2026, date(2026, 12, 31)),
        (date(2026, 11, 1), 2026, date(2027, 2, 28)),
        (date(2026, 5, 1), 2027, date(2027, 12, 31)),
        (date(2026, 5, 1), None, date(2026, 12, 31)),
        (date(2026, 5, 1), 2020, date(2026, 8, 31)),
    ],
)
def test_the_horizon_is_the_year_or_the_next_bimestre(hoy: date, anio: int | None, esperado: date) -> None:
    assert horizon(project_of(replace(INSTITUCION, anio=anio)), hoy) == esperado


def test_progress_is_told_and_may_stop_it() -> None:
    told: list[tuple[int, int]] = []
    propose(project(NUEVO, regla("a"), regla("b")), HOY, FIN, FERIADOS, lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        propose(project(NUEVO, regla()), HOY, FIN, FERIADOS, stop)


def test_without_rules_nothing_is_proposed() -> None:
    assert proposed(NUEVO, PUENTES) == []
