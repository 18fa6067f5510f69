"""Other names that the records themselves give to their groups, in the name or in the notes."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados import UMBRAL
from promueve_gui.domain.duplicados.otros_nombres import Nombres, en_nota, partir
from tests.domain.duplicados.comparar import group, pairs, score


@pytest.mark.parametrize(
    ("nombre", "propio", "otro"),
    [
        ("SICT (antes SCT)", "SICT", "SCT"),
        ("Sagarpa, hoy SADER", "Sagarpa", "SADER"),
        ("INSUS – antes la CORETT", "INSUS", "CORETT"),
        ("Tec (también conocido como ITESM)", "Tec", "ITESM"),
        ("Maestras (antesala)", "Maestras (antesala)", ""),
        ("Alumnos de hoy", "Alumnos de hoy", ""),
        ("", "", ""),
    ],
)
def test_a_name_may_say_how_else_it_is_called(nombre: str, propio: str, otro: str) -> None:
    assert partir(nombre) == Nombres(propio, otro)


@pytest.mark.parametrize(
    ("nota", "otro"),
    [
        ("hoy SADER", "SADER"),
        ("Es el mismo que el INAI; pidieron datos", "INAI"),
        ("Antes: Conacyt.", "Conacyt"),
        ("se pidió contacto", ""),
        ("estudian mapas", ""),
        ("", ""),
    ],
)
def test_a_note_may_begin_with_another_name(nota: str, otro: str) -> None:
    assert en_nota(nota) == otro


def test_the_other_name_in_a_record_is_found_among_the_groups() -> None:
    (pareja,) = pairs(group("a", "Cauce Vivo (antes Red Ribera)"), group("b", "Red Ribera"))
    assert pareja.puntaje >= UMBRAL
    assert pareja.razones == ("Uno de los registros dice que también es «Red Ribera».",)
    assert score("Cauce Vivo (antes Red Ribera)", "Cauce Vivo") >= UMBRAL
    assert pairs(group("a", "Cauce Vivo", notas="hoy Red Ribera"), group("b", "Red Ribera"))


def test_a_note_that_is_the_longer_name_of_another_group_says_so_too() -> None:
    (pareja,) = pairs(
        group("a", "Suprema Corte", notas="Suprema Corte de Puebla"), group("b", "Suprema Corte de Puebla")
    )
    assert pareja.razones[0] == "Uno de los registros dice que también es «Suprema Corte de Puebla»."
    assert pairs(group("a", "Dentistas", notas="odontólogos"), group("b", "Odontólogos"))[0].puntaje >= UMBRAL
    assert pairs(group("a", "Médicos pasantes", notas="médicos"), group("b", "Médicos"), minimo=UMBRAL) == []
    assert pairs(group("a", "Médicos", notas="Secretaría de Economía"), group("b", "Secretaría de Economía")) == []


def test_a_record_that_says_its_own_name_says_nothing_new() -> None:
    assert pairs(group("a", "Red Ribera", notas="es la Red Ribera")) == []
    assert pairs(group("a", "¿?", notas="hoy Red Ribera"), group("b", "Red Ribera")) == []


def test_a_description_that_is_the_longer_name_of_another_group_says_so_too() -> None:
    corto = group("a", "Parteras", descripcion="parteras tradicionales de la sierra")
    assert pairs(corto, group("b", "Parteras tradicionales de la sierra"), minimo=UMBRAL)
    otro = group("a", "Parteras", descripcion="Atienden a mujeres en la sierra")
    assert pairs(otro, group("b", "Parteras tradicionales de la sierra"), minimo=UMBRAL) == []
