"""Two texts compared word by word: nothing of either is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.palabras_diferentes import MAXIMO, Suerte, Trozo, comparar

TEXTOS = st.text(st.sampled_from(list("ab, .\n")), max_size=60) | st.text(max_size=40)


@given(TEXTOS, TEXTOS)
def test_both_texts_are_whole_in_it(antes: str, despues: str) -> None:
    trozos = comparar(antes, despues)
    assert "".join(t.texto for t in trozos if t.suerte is not Suerte.AGREGADO) == antes
    assert "".join(t.texto for t in trozos if t.suerte is not Suerte.QUITADO) == despues
    assert all(t.texto for t in trozos)
    assert all(uno.suerte is not otro.suerte for uno, otro in pairwise(trozos))


@given(TEXTOS)
def test_equal_texts_do_not_differ(texto: str) -> None:
    assert comparar(texto, texto) == ((Trozo(Suerte.IGUAL, texto),) if texto else ())


@pytest.mark.parametrize(
    ("antes", "despues", "trozos"),
    [
        ("", "Nuevo", [(Suerte.AGREGADO, "Nuevo")]),
        (
            "Los datos abiertos",
            "Los datos públicos",
            [("igual", "Los datos "), ("quitado", "abiertos"), ("agregado", "públicos")],
        ),
        ("Uno.\nDos.\nTres.", "Uno.\nTres.", [("igual", "Uno.\n"), ("quitado", "Dos.\n"), ("igual", "Tres.")]),
    ],
)
def test_words_that_differ_are_told(antes: str, despues: str, trozos: list[tuple[str, str]]) -> None:
    assert comparar(antes, despues) == tuple(Trozo(Suerte(suerte), texto) for suerte, texto in trozos)


def test_very_long_passages_count_as_another_one() -> None:
    largo = int(MAXIMO**0.5) + 1
    antes, despues = "a " * largo, "b " * largo
    assert comparar(antes, despues) == (Trozo(Suerte.QUITADO, antes), Trozo(Suerte.AGREGADO, despues))
