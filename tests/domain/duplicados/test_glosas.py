"""What people add to a name to say what it is, told from what tells one body from another."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados import UMBRAL
from promueve_gui.domain.duplicados.glosas import glosa_de
from tests.domain.duplicados.comparar import group, pairs, score


@pytest.mark.parametrize(
    ("nombre", "glosado"),
    [
        ("Consejo Coordinador Ganadero", "Consejo Coordinador Ganadero (cúpula del sector pecuario)"),
        ("INEGI", "Instituto Nacional de Estadística y Geografía (organismo público autónomo)"),
        ("Cauce", "Cauce, Centro de Análisis del Agua"),
        ("Cauce", "Cauce: Red de Análisis del Agua, A.C."),
        ("Sierra Abierta", "Sierra Abierta - Organización de Derechos Rurales"),
    ],
)
def test_what_says_what_a_body_is_does_not_tell_it_apart(nombre: str, glosado: str) -> None:
    (pareja,) = pairs(group("a", nombre), group("b", glosado))
    assert pareja.puntaje == 85
    assert pareja.razones[0].startswith("Los nombres se parecen")
    assert score(glosado, nombre) == 85


@pytest.mark.parametrize(
    ("nombre", "otro"),
    [
        ("INEGI", "INEGI, Dirección de Censos Rurales"),
        ("RANA", "RANA, Centro de Reptiles Vivos"),
        ("Agua", "Agua, Comité del Pozo de"),
        ("Hacienda", "Hacienda (Secretaría de)"),
        ("Archivo", "Archivo (Dirección General)"),
        ("Puebla", "Puebla, Instituto de Salud"),
        ("Jóvenes", "Jóvenes, Asociación de Padres"),
        ("El", "El (Centro de Salud)"),
        ("Cauce", "Cauce, Centro de Análisis de Sonora"),
        ("Cauce", "Cauce, Centro de Análisis 2"),
        ("Cauce", "Cauce, Centros de Análisis"),
        ("Cauce", "Cauce (niños en la calle)"),
        ("Cámara de Diputados", "Cámara de Diputados (asesores del pleno)"),
        ("Secretaría de Salud", "Secretaría de Salud, Unidad de Transparencia"),
    ],
)
def test_parts_places_and_people_tell_bodies_apart(nombre: str, otro: str) -> None:
    assert score(nombre, otro) < UMBRAL


def test_other_things_said_of_one_name_may_be_of_two() -> None:
    nombres = [group("a", "Cauce"), group("b", "Cauce, Red del Agua"), group("c", "Cauce, Comité de Padres")]
    assert pairs(*nombres, minimo=UMBRAL) == []


def test_the_initials_of_the_records_count_too() -> None:
    (pareja,) = pairs(group("a", "Cauce", siglas="CA"), group("b", "Cauce, Red del Agua", siglas="CA"))
    assert pareja.puntaje == 96


def test_what_is_added_may_be_the_name_again() -> None:
    assert pairs(group("a", "Cauce Red Viva, Red Cauce Viva"), minimo=0) == []


def test_a_name_without_anything_added_has_no_gloss() -> None:
    assert glosa_de("Cauce") is None
    assert glosa_de("(Centro de Salud)") is None
    assert glosa_de("¿?, Centro de Salud") is None


def test_the_seat_of_a_body_that_there_is_one_of_is_added_to_its_name() -> None:
    assert score("INEGI (Cancún)", "Instituto Nacional de Estadística y Geografía") >= UMBRAL
    assert score("INEGI, SHCP", "INEGI") >= UMBRAL
    assert score("Hoteles (Cancún)", "Hoteles") < UMBRAL
    assert score("INEGI, becas", "INEGI") < UMBRAL
    assert score("INEGI, sede central", "INEGI") >= UMBRAL
    assert score('INEGI "Dr. Juan Pérez Ruiz"', "INEGI") >= UMBRAL
    assert (
        pairs(group("a", "INEGI"), group("b", "INEGI (Cancún)"), group("c", "INEGI (Ciudad Juárez)"), minimo=80) == []
    )


def test_initials_that_nobody_else_says_are_added_to_a_name() -> None:
    assert score("Radio Ribera (XERR)", "Radio Ribera") >= UMBRAL
    facultad = group("a", "Facultad de Letras (UXYZ)"), group("b", "Facultad de Letras")
    assert pairs(*facultad, minimo=UMBRAL)
    assert pairs(*facultad, group("c", "UXYZ"), minimo=UMBRAL) == []


@pytest.mark.parametrize(
    ("glosado", "nombre", "mismo"),
    [
        ("INEGI (estadística agropecuaria)", "INEGI", True),
        ("INEGI (investigadores)", "INEGI", False),
        ("INEGI (Dirección de Censos)", "INEGI", False),
        ("Permisionarios de generación eléctrica (detalle)", "Permisionarios de generación eléctrica", True),
        ("Permisionarios de generación eléctrica (privados)", "Permisionarios de generación eléctrica", False),
        ("Comités de vigilancia hidráulica (vecinos)", "Comités de vigilancia hidráulica", True),
        ("Productores (maíz)", "Productores", False),
        ("De la (nota)", "De la", False),
    ],
)
def test_an_aside_in_parentheses_tells_nothing_apart(glosado: str, nombre: str, mismo: bool) -> None:
    assert (score(glosado, nombre) >= UMBRAL) is mismo


@pytest.mark.parametrize(
    ("nombre", "otro", "mismo"),
    [
        ("Operadores de taxi (taxistas)", "Taxistas", True),
        ("Estaciones de servicio (gasolineras)", "Gasolineras", True),
        ("Médicos (IMSS)", "IMSS", False),
        ("Trabajadores del campo (mujeres)", "Mujeres", False),
        ("Facultad de Letras (estudiantes)", "Estudiantes", False),
        ("Operadores de taxi (comercio)", "Comercio", False),
        ("Operadores de taxi (comisiones)", "Comisiones", False),
    ],
)
def test_many_of_a_kind_may_have_another_name_in_parentheses(nombre: str, otro: str, mismo: bool) -> None:
    assert (score(nombre, otro) >= UMBRAL) is mismo


def test_another_name_in_parentheses_is_the_reason() -> None:
    (pareja,) = pairs(group("a", "Operadores de taxi (taxistas)"), group("b", "Taxistas"))
    assert pareja.razones == ("Uno de los registros dice que también es «taxistas».",)
