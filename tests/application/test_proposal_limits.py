"""How many lines a rule proposes, and what it does not say again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import (
    Canal,
    ClaseGrupo,
    EstadoLinea,
    Frecuencia,
    ObjetoRegla,
    TipoContenido,
)
from tests.application.plan_records import PUENTES, linea
from tests.application.proposal_cases import ENERO, NUEVO, days, named, one, proposed, regla, series


def test_a_limit_leaves_the_most_valuable_and_gives_each_its_turn() -> None:
    actualizacion = regla(objeto=ObjetoRegla.ACTUALIZACION, tope=1)
    propuestas = proposed(*series(3), actualizacion, hoy=ENERO, hasta=date(2026, 8, 31))
    assert named(propuestas) == ["c0", "c1", "c2", "c0"]


def test_a_limit_of_nothing_proposes_nothing() -> None:
    assert proposed(*series(3), regla(objeto=ObjetoRegla.ACTUALIZACION, tope=0), hoy=ENERO) == []


def test_of_a_period_that_has_begun_the_limit_is_a_share() -> None:
    publicados = [replace(NUEVO, id=f"n{n}", nombre=f"N{n}", fecha_publicacion=date(2026, 2, 23)) for n in range(6)]
    propuestas = proposed(*publicados, regla(tope=6), hoy=date(2026, 2, 20), hasta=date(2026, 2, 28))
    assert len(propuestas) == 1
    assert len(proposed(*publicados, regla(tope=6), hoy=ENERO)) == 6


def test_updates_of_a_limited_rule_keep_their_distance_and_publications_do_not() -> None:
    actualizacion = regla(objeto=ObjetoRegla.ACTUALIZACION, tope=2)
    primera, segunda = proposed(*series(8), actualizacion, hoy=ENERO, hasta=date(2026, 2, 28))
    assert primera.linea.fecha is not None
    assert segunda.linea.fecha is not None
    assert (segunda.linea.fecha - primera.linea.fecha).days >= 14
    mismo_dia = [replace(NUEVO, id=f"n{n}", nombre=f"N{n}") for n in range(2)]
    assert len(proposed(*mismo_dia, regla(tope=2))) == 2


def test_what_reaches_priority_groups_that_wait_goes_first() -> None:
    uno, dos = series(2)[1], replace(series(2)[1], id="c9", area="obras")
    esperan = GrupoUsuarios(id="obr", nombre="Obreros", clase=ClaseGrupo.SOCIEDAD, area="obras", prioritario=True)
    actualizacion = regla(objeto=ObjetoRegla.ACTUALIZACION, tope=1)
    atiende = linea("a", conjunto=None, grupos=("periodistas",), fecha=date(2026, 6, 1))
    assert named(proposed(uno, dos, esperan, atiende, actualizacion, hoy=ENERO, hasta=date(2026, 2, 28))) == ["c9"]


def test_accepted_lines_count_as_those_of_their_rule() -> None:
    actualizacion = regla(objeto=ObjetoRegla.ACTUALIZACION, tope=1)
    aceptada = linea("a", conjunto=None, fecha=date(2026, 1, 20), regla="r")
    assert proposed(*series(3), aceptada, actualizacion, hoy=ENERO, hasta=date(2026, 2, 28)) == []
    a_mano = replace(aceptada, regla="")
    assert proposed(*series(3), a_mano, actualizacion, hoy=ENERO, hasta=date(2026, 2, 28)) != []


def test_several_lines_of_a_channel_are_spread_over_days() -> None:
    publicados = [replace(NUEVO, id=f"n{n}", nombre=f"N{n}") for n in range(3)]
    assert days(proposed(*publicados, regla())) == [date(2026, 4, 13), date(2026, 4, 14), date(2026, 4, 15)]
    assert days(proposed(*publicados, regla(), hasta=date(2026, 4, 13))) == [date(2026, 4, 13)] * 3


@pytest.mark.parametrize(
    "valores",
    [
        {},
        {"fecha": date(2026, 5, 20)},
        {"fecha": None},
        {"estado": EstadoLinea.CANCELADA},
        {"retirado": "No se quiso"},
    ],
)
def test_what_the_plan_has_or_gave_up_is_not_proposed(valores: dict[str, Any]) -> None:
    dada = {"fecha": date(2026, 4, 20), **valores}
    existe = linea("a", conjunto="aforos", tipo_contenido=TipoContenido.REDES, canal=Canal.REDES, **dada)
    assert proposed(NUEVO, existe, regla()) == []


@pytest.mark.parametrize(
    "valores", [{"conjunto": "otro"}, {"canal": Canal.CORREO}, {"fecha": date(2026, 9, 1)}, {"tipo_contenido": None}]
)
def test_something_else_is_no_repetition(valores: dict[str, Any]) -> None:
    dada = {
        "conjunto": "aforos",
        "tipo_contenido": TipoContenido.REDES,
        "canal": Canal.REDES,
        "fecha": date(2026, 4, 20),
        **valores,
    }
    assert len(proposed(NUEVO, linea("a", **dada), regla())) == 1


def test_two_rules_that_propose_the_same_become_one_line_for_all() -> None:
    dentro = GrupoUsuarios(id="den", nombre="Planeación", clase=ClaseGrupo.DENTRO, area="area")
    primera = regla("r1", nombre="Boletín", clase=ClaseGrupo.SOCIEDAD)
    segunda = regla("r2", nombre="Aviso interno", clase=ClaseGrupo.DENTRO, dias=3)
    propuesta = one(NUEVO, dentro, primera, segunda)
    assert (propuesta.linea.nombre, propuesta.linea.grupos) == ("Boletín: Aforos", ("periodistas", "den"))
    assert propuesta.razon == "«Aforos» se publica el 10 de abril de 2026. Sirve también a la regla «Aviso interno»."
    assert one(NUEVO, dentro, primera, replace(primera, id="r2", nombre="Otra")).linea.grupos == ("periodistas",)


def test_a_monthly_rule_does_not_say_the_same_twice_in_a_short_time() -> None:
    # Updated on 26 February and 26 April: the message of one bimestre is near that of the next.
    conjunto = replace(PUENTES, fecha_publicacion=date(2026, 1, 28), frecuencia=Frecuencia.MENSUAL)
    propuestas = proposed(
        conjunto, regla(objeto=ObjetoRegla.ACTUALIZACION), hoy=date(2026, 2, 2), hasta=date(2026, 6, 30)
    )
    assert days(propuestas) == [date(2026, 3, 2), date(2026, 5, 29)]
