"""Initials that a record has, said of it with where it is."""

from __future__ import annotations

from promueve_gui.domain.duplicados import UMBRAL
from tests.domain.duplicados.comparar import group, pairs


def test_initials_of_the_record_and_where_it_is_are_a_name_too() -> None:
    largas = (
        group("a", "Consejo para el Fomento de Jalisco", siglas="CODE"),
        group("b", "Consejo del Deporte de Sonora", siglas="CODE"),
    )
    (pareja,) = pairs(*largas, group("c", "CODE Jalisco"), minimo=UMBRAL)
    assert (pareja.uno, pareja.otro) == ("a", "c")
    assert pareja.razones[0] == "Las siglas «CODE» corresponden al otro nombre."
    assert pairs(*largas, group("c", "CODE Puebla"), group("d", "Red CODE 3"), minimo=UMBRAL) == []


def test_initials_that_bodies_of_two_states_have_stand_for_that_of_the_state_that_is_said() -> None:
    largas = (
        group("a", "Secretaría de Movilidad de Jalisco y Colima", siglas="SEMOVI"),
        group("b", "Secretaría de Movilidad de Oaxaca", siglas="SEMOVI"),
    )
    (pareja,) = pairs(*largas, group("c", "SEMOVI Jalisco"), minimo=UMBRAL)
    assert (pareja.uno, pareja.otro) == ("a", "c")
