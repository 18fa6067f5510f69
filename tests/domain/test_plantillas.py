"""Fields of a message are filled in from known values; everything else stays as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.plantillas import combinar_plantilla

VALORES = {"area": "Puentes", "vence": "5 de marzo de 2026", "responsable": ""}


def test_fields_are_filled_in_whatever_their_accents_and_capitals() -> None:
    dicho = combinar_plantilla("{area}, {Área} y {VENCE}", VALORES)
    assert (dicho.texto, dicho.desconocidos, dicho.vacios) == ("Puentes, Puentes y 5 de marzo de 2026", (), ())


def test_words_that_are_no_field_stay_and_are_said_once() -> None:
    dicho = combinar_plantilla("{area} {municipio} {folio} {municipio}", VALORES)
    assert dicho.texto == "Puentes {municipio} {folio} {municipio}"
    assert dicho.desconocidos == ("municipio", "folio")


def test_fields_without_value_are_said_and_leave_nothing() -> None:
    dicho = combinar_plantilla("Hola {responsable}:", VALORES)
    assert (dicho.texto, dicho.vacios) == ("Hola :", ("responsable",))


@pytest.mark.parametrize(
    "texto", ["{", "}", "{}", "{{}}", "{ area }", "{0}", "{area.__class__}", "{area!r}", "{a b}", "%s"]
)
def test_other_braces_are_text(texto: str) -> None:
    dicho = combinar_plantilla(texto, VALORES)
    assert (dicho.texto, dicho.desconocidos) == (texto, ())


def test_braces_around_a_field_survive() -> None:
    assert combinar_plantilla("{{area}}", VALORES).texto == "{Puentes}"


def test_what_a_value_says_is_not_looked_at_again() -> None:
    assert combinar_plantilla("{area}", {"area": "{vence}", "vence": "hoy"}).texto == "{vence}"


@given(st.text(alphabet=st.characters(exclude_characters="{}")))
def test_a_text_without_braces_is_left_alone(texto: str) -> None:
    assert combinar_plantilla(texto, VALORES).texto == texto


@given(st.text(), st.text())
def test_the_value_stands_in_the_place_of_the_field_exactly(antes: str, valor: str) -> None:
    dicho = combinar_plantilla(f"{antes.replace('{', '')}{{area}}", {"area": valor})
    assert dicho.texto == antes.replace("{", "") + valor
