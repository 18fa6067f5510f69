"""Words that are known ones but for a slip of the finger."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados.ortografia import FINAL, Ortografia, es_errata

ORTOGRAFIA = Ortografia(("organizacion", "artesania", "municipales", "fianzas", "centenas", "cuentenas", "agua"), FINAL)


@pytest.mark.parametrize(
    ("escrita", "bien"),
    [
        ("organiacion", "organizacion"),
        ("orgnaizacion", "organizacion"),
        ("organizaacion", "organizacion"),
        ("muniicpales", "municipales"),
        ("munincipal", "municipal"),
    ],
)
def test_a_slip_inside_a_word_is_put_right(escrita: str, bien: str) -> None:
    assert ORTOGRAFIA.corregida(escrita) == bien


@pytest.mark.parametrize("escrita", ["artesana", "organizar", "aguas", "agaua", "ceuntenas", "rganizacion", "finanzas"])
def test_what_is_another_word_or_may_be_two_stays_as_it_is(escrita: str) -> None:
    assert ORTOGRAFIA.corregida(escrita) == escrita


@pytest.mark.parametrize(
    ("una", "otra", "es"),
    [
        ("datos", "datso", False),
        ("gremio", "gremmio", True),
        ("gremio", "germio", True),
        ("gremio", "premio", False),
        ("gremio", "grumio", False),
    ],
)
def test_a_slip_is_a_letter_more_or_less_or_two_that_changed_places(una: str, otra: str, es: bool) -> None:
    assert es_errata(una, otra) is es
