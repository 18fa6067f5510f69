"""Salience: every combination of grades has its one type."""

from __future__ import annotations

from itertools import product

import pytest

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.prominencia import (
    ATRIBUTOS,
    Atributo,
    Prominencia,
    faltantes,
    prominencia,
    prominencia_de,
)


@pytest.mark.parametrize(
    ("grados", "esperado"),
    [
        ((5, 5, 5), "Definitivo"),
        ((4, 4, 4), "Definitivo"),
        ((5, 5, 3), "Dominante"),
        ((4, 1, 5), "Peligroso"),
        ((3, 4, 5), "Dependiente"),
        ((4, 3, 1), "Adormecido"),
        ((3, 5, 3), "Discrecional"),
        ((1, 1, 4), "Demandante"),
        ((3, 3, 3), "Sin prominencia"),
        ((1, 1, 1), "Sin prominencia"),
    ],
)
def test_each_type_by_its_grades(grados: tuple[int, int, int], esperado: str) -> None:
    found = prominencia(*grados)
    assert found is not None
    assert found.etiqueta == esperado


def test_no_type_until_all_three_grades_are_known() -> None:
    for grados in product((None, 5), repeat=3):
        assert (prominencia(*grados) is None) == (None in grados)


def test_a_type_is_no_more_and_no_less_than_its_attributes() -> None:
    assert set(ATRIBUTOS) == set(Prominencia)
    assert len(set(ATRIBUTOS.values())) == 8
    for grados in product(range(1, 6), repeat=3):
        found = prominencia(*grados)
        assert found is not None
        assert ATRIBUTOS[found] == {a for a, grado in zip(Atributo, grados, strict=True) if grado > 3}


def test_those_that_claim_most_come_first() -> None:
    sizes = [len(ATRIBUTOS[tipo]) for tipo in Prominencia]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("tipo", "descripcion"),
    [
        (Prominencia.DEFINITIVO, "Tiene poder, legitimidad y urgencia"),
        (Prominencia.PELIGROSO, "Tiene poder y urgencia, sin legitimidad"),
        (Prominencia.DISCRECIONAL, "Tiene legitimidad, sin poder ni urgencia"),
        (Prominencia.NINGUNA, "Ni poder, ni legitimidad, ni urgencia altos"),
    ],
)
def test_a_type_is_described_by_what_it_has(tipo: Prominencia, descripcion: str) -> None:
    assert tipo.descripcion == descripcion


def test_a_group_says_its_type_or_what_it_lacks() -> None:
    grupo = GrupoUsuarios(id="g", poder=5, urgencia=4)
    assert prominencia_de(grupo) is None
    assert faltantes(grupo) == [Atributo.LEGITIMIDAD]
    completo = GrupoUsuarios(id="g", poder=5, legitimidad=2, urgencia=4)
    assert prominencia_de(completo) is Prominencia.PELIGROSO
    assert faltantes(completo) == []
