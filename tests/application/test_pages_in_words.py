"""The length of a document of Word as people say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.page_estimates import en_paginas, en_word, sin_letra


@pytest.mark.parametrize(
    ("paginas", "dicho"),
    [
        (0.0, "¼ de página"),
        (0.2, "¼ de página"),
        (0.51, "½ de página"),
        (0.8, "¾ de página"),
        (0.95, "1 página"),
        (1.1, "1 página"),
        (1.2, "1¼ páginas"),
        (2.0, "2 páginas"),
        (3.77, "3¾ páginas"),
    ],
)
def test_pages_are_said_in_quarters(paginas: float, dicho: str) -> None:
    assert en_word(paginas) == f"En Word ocupa cerca de {dicho}"
    assert en_paginas(paginas) == dicho


def test_on_a_letterhead_of_its_own_it_is_said_which_one_was_measured() -> None:
    dicho = "En Word ocupa cerca de 2 páginas con el membrete de Promueve; con «Oficial» puede variar"
    assert en_word(2, "Oficial", medido=False) == dicho
    assert en_word(2, "Oficial") == "En Word ocupa cerca de 2 páginas con «Oficial»"


def test_typefaces_that_this_computer_lacks_are_told() -> None:
    assert sin_letra({}) == ""
    una = "La letra «Arial» no está en este equipo: el largo se calcula con «DejaVu Sans», y en otro puede variar."
    assert sin_letra({"Arial": "DejaVu Sans"}) == una
    varias = sin_letra({"Georgia": "DejaVu Serif", "Arial": "DejaVu Sans", "Calibri": "DejaVu Sans"})
    assert varias.startswith("Las letras «Arial», «Calibri» y «Georgia» no están en este equipo")
    assert "con «DejaVu Sans» y «DejaVu Serif»" in varias


@given(st.floats(0.25, 500))
def test_what_is_said_is_within_an_eighth(paginas: float) -> None:
    numero = en_word(paginas).split()[5]
    valor = float(numero.rstrip("¼½¾") or 0) + {"¼": 0.25, "½": 0.5, "¾": 0.75}.get(numero[-1], 0)
    assert abs(valor - paginas) <= 0.125
