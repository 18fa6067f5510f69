"""Texts are compared as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given

from promueve_gui.domain.texto import plegar
from tests.generated import TEXTO


@pytest.mark.parametrize(
    ("texto", "plegado"),
    [
        ("Dirección General", "direccion general"),
        ("  DIRECCIÓN \n GENERAL ", "direccion general"),
        ("Dirección", "direccion"),
        ("Año", "ano"),
        ("plain  Text", "plain text"),
        ("ﬁn", "fin"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_accents_capitals_and_spare_spaces_do_not_matter(texto: str, plegado: str) -> None:
    assert plegar(texto) == plegado


@given(TEXTO)
def test_spaces_around_never_matter(texto: str) -> None:
    assert plegar(f" {texto}\t") == plegar(texto)
    assert plegar(texto) == plegar(texto).strip()
