"""What the groups themselves teach of the initials in their names."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados import UMBRAL
from tests.domain.duplicados.comparar import group, pairs


def test_the_legal_form_of_a_name_is_no_initials_of_it() -> None:
    """«Academia de Ciencias, A.C.» has the letters of «A.C.», which others end with too."""
    academia = group("a", "Academia Mexicana de las Ciencias, A.C."), group("b", "Academia Mexicana de Ciencias")
    vivero = group("c", "Vivero Ribera, A.C."), group("d", "Vivero Ribera")
    assert {(p.uno, p.otro) for p in pairs(*academia, *vivero, minimo=UMBRAL)} == {("a", "b"), ("c", "d")}


def test_an_abbreviation_is_not_the_initials_that_a_record_has() -> None:
    arquitectos = group("a", "Colegio de Arquitectos de Mérida", siglas="CAM")
    camara = group("b", "Cám. de la Construcción"), group("c", "Cámara de la Construcción")
    assert [(p.uno, p.otro) for p in pairs(arquitectos, *camara, minimo=UMBRAL)] == [("b", "c")]


@pytest.mark.parametrize("orden", [1, -1])
def test_initials_of_a_name_and_of_the_same_abbreviated_are_of_one(orden: int) -> None:
    grupos = [
        group("a", "Centro Federal de Barcos y Redes", siglas="CFBR"),
        group("b", "Centro Fed. de Barcos y Redes (CFBR)"),
        group("c", "CFBR"),
    ][::orden]
    assert len(pairs(*grupos, minimo=UMBRAL)) == 3


def test_initials_that_nobody_explains() -> None:
    (pareja,) = pairs(group("a", "Red del Agua del Norte"), group("b", "RAN"))
    assert pareja.razones == ("Las siglas «RAN» corresponden al otro nombre.",)


def test_initials_that_several_names_could_have_prove_little() -> None:
    grupos = [group("a", "RAN"), group("b", "Red del Agua del Norte"), group("c", "Registro Agrario Nuevo")]
    assert [pareja.puntaje for pareja in pairs(*grupos)] == [72, 72]
    iguales = [group("a", "RAN"), group("b", "Red del Agua del Norte"), group("c", "Redes del agua del Norte, Red")]
    assert {pareja.puntaje for pareja in pairs(*iguales)} == {88, 97}
    numeros = [group("a", "RAN"), group("b", "Red del Agua del Norte 1"), group("c", "Red del Agua del Norte 2")]
    assert pairs(*numeros) == []


def test_a_number_may_have_the_initials_of_a_name() -> None:
    assert pairs(group("a", "2026", siglas="RX"), group("b", "Región 2026", siglas="RX"), minimo=UMBRAL) == []
