from __future__ import annotations

from promueve_gui.application.stakeholders import (
    describe,
    describe_salience,
    grades_of,
    is_placed,
    place,
    salience_groups,
    says_salience,
    unplace,
    unplaced,
)
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.prominencia import Prominencia
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


def test_the_groups_that_wait_for_a_place_keep_their_order() -> None:
    waiting = [GrupoUsuarios(id="h", poder=3), GrupoUsuarios(id="i", interes=3), GrupoUsuarios(id="j")]
    assert unplaced([waiting[0], PACIENTES, *waiting[1:]]) == waiting


def test_the_description_says_class_grades_and_treatment() -> None:
    assert describe(PACIENTES) == "Pacientes\nOtros sectores de la sociedad\nPoder 2, interés 5\nMantener informados"


def test_the_description_of_an_empty_group_says_what_is_missing() -> None:
    assert describe(GrupoUsuarios(id="h")) == "Grupo sin nombre\nSin clase\nSin colocar en la cuadrícula"


SINDICATO = GrupoUsuarios(id="s", nombre="Sindicato", poder=5, legitimidad=5, urgencia=2)


def test_groups_come_by_salience_and_those_without_all_grades_last() -> None:
    found = salience_groups([PACIENTES, SINDICATO])
    assert [tipo for tipo, _ in found] == [*Prominencia, None]
    assert dict(found)[Prominencia.DOMINANTE] == [SINDICATO]
    assert dict(found)[None] == [PACIENTES]
    assert [tipo for tipo, _ in salience_groups([SINDICATO])] == list(Prominencia)


def test_salience_is_said_in_words() -> None:
    said = says_salience(salience_groups([PACIENTES, SINDICATO]))
    assert said.startswith("Definitivo: 0; Dominante: 1; ")
    assert said.endswith("Sin prominencia: 0; Sin calificar: 1")


def test_a_group_says_its_salience_or_which_grades_it_lacks() -> None:
    assert describe_salience(SINDICATO) == "Sindicato\nDominante\nPoder 5, legitimidad 5, urgencia 2"
    assert describe_salience(PACIENTES) == "Pacientes\nSin calificar; falta: legitimidad, urgencia"
    completo = GrupoUsuarios(id="g", poder=1, legitimidad=1, urgencia=1)
    assert describe_salience(completo).startswith("Grupo sin nombre\nSin prominencia")
    assert describe_salience(GrupoUsuarios(id="g")).startswith("Grupo sin nombre\nSin calificar")


def test_grades_are_told_together_whether_given_or_not() -> None:
    grupos = [GrupoUsuarios(id="a", poder=2, interes=5), GrupoUsuarios(id="b", poder=3), GrupoUsuarios(id="c")]
    assert [grades_of(grupo) for grupo in grupos] == [(2, 5), (3, None), (None, None)]
    assert [None not in grades_of(grupo) for grupo in grupos] == [is_placed(grupo) for grupo in grupos]
