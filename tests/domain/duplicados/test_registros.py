"""What initials, class and description add to what two names say, or take from it."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados.puntaje import Cotejo
from promueve_gui.domain.duplicados.razones import razones
from promueve_gui.domain.duplicados.registros import Registros, de_personas, mismas_siglas, sigla_dicha
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.domain.duplicados.comparar import group

DENTRO, GOBIERNO, SOCIEDAD = ClaseGrupo
DICHO = "Hacen reportajes con datos públicos de riego"


@pytest.mark.parametrize(
    ("uno", "otro", "mismas"),
    [
        (("Prensa", "PR"), ("Otra", "P. R."), True),
        (("Prensa", "PR"), ("Otra", "OT"), False),
        (("PR", ""), ("Prensa", "PR"), True),
        (("Prensa", "PR"), ("P.R.", ""), True),
        (("Prensa", "PR"), ("Otra", ""), None),
        (("Prensa", ""), ("Otra", ""), None),
    ],
)
def test_initials_are_the_same_other_or_unknown(
    uno: tuple[str, str], otro: tuple[str, str], mismas: bool | None
) -> None:
    registros = [group(lugar, nombre, siglas=siglas) for lugar, (nombre, siglas) in zip("ab", (uno, otro), strict=True)]
    assert mismas_siglas(*registros) is mismas


@pytest.mark.parametrize(
    ("una", "otra", "misma"),
    [
        (DICHO, DICHO, True),
        (DICHO, f"{DICHO} y de drenaje en todo el país", True),
        (DICHO, "Venden riego", False),
        ("Hacen reportajes", "Hacen reportajes", False),  # too short to mean anything
        (DICHO, "", False),
        ("", "", False),
    ],
)
def test_descriptions_that_say_nearly_the_same(una: str, otra: str, misma: bool) -> None:
    registros = Registros()
    uno, otro = group("a", "Prensa", descripcion=una), group("b", "Otra", notas=otra)
    assert registros.misma_descripcion(uno, otro) is misma
    assert registros.misma_descripcion(otro, uno) is misma


def points(nombres: float, **otro: object) -> float:
    uno = group("a", "Prensa", siglas="PR", clase=SOCIEDAD, descripcion=DICHO)
    return Registros().puntaje(nombres, uno, group("b", "Otra", **otro))


def test_the_same_initials_add_and_others_take() -> None:
    assert points(70, siglas="PR") == 84
    assert points(70, siglas="OT") == 58
    assert points(40, siglas="PR") == 40  # names that have nothing in common are not helped


def test_descriptions_add_only_to_doubtful_names() -> None:
    assert points(70, descripcion=DICHO) == 78
    assert points(95, descripcion=DICHO) == 95
    assert points(40, descripcion=DICHO) == 40


def test_another_class_takes_most_between_inside_and_outside() -> None:
    assert points(90, clase=GOBIERNO) == 82
    assert points(90, clase=DENTRO) == 65
    assert points(90, clase=None) == 90
    assert points(80, clase=DENTRO, siglas="PR") == 86


@pytest.mark.parametrize(
    ("nombre", "puntos"),
    [
        ("Unidad de Transparencia", 92),
        ("Órgano Interno de Control", 92),
        ("OIC", 92),
        ("Investigadores", 75),
        ("Sindicatos de la región", 75),
        ("Personal de archivo", 75),
        ("", 75),
    ],
)
def test_a_body_with_one_name_is_one_whatever_its_class(nombre: str, puntos: int) -> None:
    uno, otro = group("a", nombre, clase=DENTRO), group("b", nombre, clase=GOBIERNO)
    assert Registros().puntaje(100, uno, otro) == puntos
    assert Registros().puntaje(96, uno, otro) == 71


def test_a_body_of_people_is_not_those_people() -> None:
    gente, cuerpo = group("a", "Notarios públicos"), group("b", "Colegio de Notarios Públicos")
    assert Registros().puntaje(80, gente, cuerpo) == Registros().puntaje(80, cuerpo, gente) == 65
    assert Registros().puntaje(80, cuerpo, group("c", "Notaría pública")) == 80
    assert Registros().puntaje(80, cuerpo, group("c", "De los")) == 80


def test_points_stay_between_none_and_those_of_the_same_words() -> None:
    assert points(5, clase=DENTRO, siglas="OT") == 0
    assert points(95, siglas="PR") == 96
    assert points(97, siglas="PR") == 100


def test_initials_said_after_a_name_count_as_those_of_the_record() -> None:
    assert sigla_dicha("Red de Caminos y Puentes (RCP)") == "rcp"
    assert [sigla_dicha(nombre) for nombre in ("Red de Caminos (ABC)", "Red de Caminos", "(RCP)", "()")] == [""] * 4
    dicha, otra = group("a", "Red de Caminos y Puentes (RCP)"), group("b", "Red de Cerros y Playas (RCP)")
    assert mismas_siglas(dicha, otra)
    assert "Tienen las mismas siglas: «RCP»." in razones(dicha, otra, Cotejo(50), Registros())


def test_initials_in_the_plural_are_no_people() -> None:
    assert [de_personas(nombre) for nombre in ("OEIDRUS Sonora", "Notarios", "de la")] == [False, True, False]


def test_inside_the_institution_what_sounds_like_people_is_an_office() -> None:
    nombres = "Recursos Humanos", "Dirección General de Recursos Humanos"
    dentro = [group(lugar, nombre, clase=DENTRO) for lugar, nombre in zip("ab", nombres, strict=True)]
    fuera = [group(lugar, nombre, clase=SOCIEDAD) for lugar, nombre in zip("ab", nombres, strict=True)]
    assert Registros().puntaje(80, *dentro) == 80
    assert Registros().puntaje(80, *fuera) == 65
    gente = [group("a", "Abogados", clase=DENTRO), group("b", "Colegio de Abogados", clase=DENTRO)]
    assert Registros().puntaje(80, *gente) == 65
