"""Texts as cells hold them, and what of them counts when two are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.celdas import LARGO_MAXIMO, canonical, clean
from tests.generated import TEXTO


@pytest.mark.parametrize(
    ("texto", "dicho"),
    [
        ("Peña  y   Núñez ", "Peña y Núñez"),
        (unicodedata.normalize("NFD", "Peña"), "Peña"),
        ("uno\r\ndos \r tres", "uno\ndos\ntres"),
        ("\n\n uno\n\ndos\n ", "uno\n\ndos"),
        ("a\x08b\x00", "ab"),
        ("a\x7fb\u202ec", "abc"),
        ("uno\x7f\n\u2066dos", "uno\ndos"),
        ("a\u00a0b\tc", "a b c"),
        ("", ""),
        ("   ", ""),
        ("\n", ""),
    ],
)
def test_what_programs_and_copying_change_does_not_count(texto: str, dicho: str) -> None:
    assert canonical(texto) == dicho


@given(TEXTO | st.text(st.sampled_from(" \n\r\tñn\u0303áa\u00a0"), max_size=12))
def test_saying_it_again_changes_nothing(texto: str) -> None:
    """Nor does what a cell cannot hold, which is gone when the text comes back."""
    dicho = canonical(texto)
    assert canonical(dicho) == dicho == canonical(clean(texto))


def test_what_does_not_fit_in_a_cell_is_compared_as_far_as_it_does() -> None:
    largo = "á" * (LARGO_MAXIMO + 10)
    assert canonical(largo) == canonical(clean(largo))
    assert canonical("a" * 20_000) == "a" * 20_000
