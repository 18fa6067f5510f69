"""A text that only lost its accents on the way is still known for what it was."""

from __future__ import annotations

import pytest

from promueve_gui.domain.celdas import is_spoilt

ESCRITO = "Dirección de Niñez «Ágora»"


@pytest.mark.parametrize(
    "texto",
    [
        "Direccion de Ninez «Agora»",
        "Dirección de Ninez «Ágora»",
        "Direcci?n de Ni?ez ??gora?",
        "Direcci\ufffdn de Ni\ufffdez «\ufffdgora»",
        "DirecciÃ³n de NiÃ±ez Â«Ãgora»".replace("Ãg", "Ã\x81g").replace("»", "Â»").replace("\x81", ""),
    ],
)
def test_what_is_left_of_it(texto: str) -> None:
    assert is_spoilt(texto, ESCRITO)


@pytest.mark.parametrize("texto", ["", "Direccion de Ninas «Agora»", "Direccion", "DIRECCION DE NINEZ «AGORA»"])
def test_what_says_something_else(texto: str) -> None:
    assert not is_spoilt(texto, ESCRITO)


def test_a_text_without_accents_has_none_to_lose() -> None:
    assert not is_spoilt("Direcci?n", "Direccion")
    assert not is_spoilt("Ninez", "Ninos")
