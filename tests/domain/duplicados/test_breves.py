"""Bodies that many name without all that their name says."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados import UMBRAL
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.domain.duplicados.comparar import group, pairs, score


@pytest.mark.parametrize(
    ("breve", "entero"),
    [
        ("Órgano Interno de Control", "Órgano Interno de Control en la Secretaría de Bosques"),
        ("Unidad de Transparencia", "Unidad de Transparencia del Instituto Forestal"),
        ("Comité de Transparencia", "Comité de Transparencia de la Secretaría"),
        ("Instituto Nacional de Bellas Letras", "Instituto Nacional de Bellas Letras y Danza"),
        ("Secretaría de Cultura de Jalisco", "Secretaría de Cultura e Historia de Jalisco"),
        ("Hospital General de México", "Hospital General de México Dr. Eduardo Liceaga"),
        ("Instituto Nacional de Bosques", "Instituto Nacional de Bosques Ignacio Chávez"),
        ("SHCP", "SHCP Nacional"),
    ],
)
def test_what_is_left_out_of_a_name_does_not_tell_it_apart(breve: str, entero: str) -> None:
    assert score(breve, entero) >= UMBRAL
    assert score(entero, breve) >= UMBRAL


@pytest.mark.parametrize(
    ("breve", "entero"),
    [
        ("Órgano Interno de Control", "Órgano Interno de Control de la Secretaría de Bosques de Jalisco"),
        ("Comisión de Salud", "Comisión de Salud del Instituto Forestal"),
        ("Unidad", "Unidad del Instituto Forestal"),
        ("Dirección de Bosques", "Dirección de Bosques, Lagos y Mares"),
        ("Colegio de Ingenieros de Jalisco", "Colegio de Ingenieros y Arquitectos de Jalisco"),
        ("Hospital General", "Hospital General Dr. Manuel Gea"),
        ("Hospital General de México", "Hospital General de México en San Pedro de Jalisco"),
        ("Hospital del Estado de Jalisco", "Hospital del Estado de Jalisco en José Azueta"),
        ("Jóvenes de México", "Jóvenes de México José Azueta"),
        ("SHCP", "SHCP Ganadera"),
    ],
)
def test_what_tells_one_body_from_another_is_not_left_out(breve: str, entero: str) -> None:
    assert score(breve, entero) < UMBRAL


def test_a_short_name_that_two_have_is_of_neither() -> None:
    dos = (
        group("b", "Órgano Interno de Control en la Secretaría de Bosques"),
        group("c", "Órgano Interno de Control en el Instituto Ganadero"),
    )
    assert pairs(group("a", "Órgano Interno de Control"), *dos, minimo=UMBRAL) == []


def test_the_office_of_another_body_is_not_that_of_the_institution() -> None:
    nuestra = group("a", "Unidad de Transparencia", clase=ClaseGrupo.DENTRO)
    ajena = group("b", "Unidad de Transparencia del Instituto Forestal", clase=ClaseGrupo.GOBIERNO)
    assert pairs(nuestra, ajena, minimo=UMBRAL) == []
    otra = group("c", "Unidad de Transparencia", clase=ClaseGrupo.GOBIERNO)
    assert pairs(otra, ajena, minimo=UMBRAL) == []
