from __future__ import annotations

from promueve_gui.application.stakeholders import describe, is_placed, place, unplace
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo

PACIENTES = GrupoUsuarios(id="g", nombre="Pacientes", clase=ClaseGrupo.SOCIEDAD, poder=2, interes=5)


def test_placing_gives_both_grades_and_says_so() -> None:
    motivo, cambio = place(PACIENTES, 4, 5)
    assert motivo == "Mover «Pacientes» a poder 4, interés 5"
    assert cambio is not None
    assert cambio.despues == {"poder": 4}


def test_grades_are_held_inside_the_grid() -> None:
    _, cambio = place(PACIENTES, 9, 0)
    assert cambio is not None
    assert cambio.despues == {"poder": 5, "interes": 1}


def test_placing_where_it_stands_changes_nothing() -> None:
    assert place(PACIENTES, 2, 5)[1] is None


def test_taking_off_the_grid_clears_both_grades() -> None:
    motivo, cambio = unplace(PACIENTES)
    assert motivo == "Quitar «Pacientes» de la cuadrícula"
    assert cambio is not None
    assert cambio.despues == {"poder": None, "interes": None}


def test_a_group_with_one_grade_is_not_placed() -> None:
    assert is_placed(PACIENTES)
    assert not is_placed(GrupoUsuarios(id="h", poder=3))
    assert not is_placed(GrupoUsuarios(id="h", interes=3))


def test_the_description_says_class_grades_and_treatment() -> None:
    assert describe(PACIENTES) == "Pacientes\nOtros sectores de la sociedad\nPoder 2, interés 5\nMantener informados"


def test_the_description_of_an_empty_group_says_what_is_missing() -> None:
    assert describe(GrupoUsuarios(id="h")) == "Grupo sin nombre\nSin clase\nSin colocar en la cuadrícula"
