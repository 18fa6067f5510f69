"""Looking for folded words in long texts: quick, and a no is never wrong."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.palabras_plegadas import FoldedWords
from promueve_gui.domain.texto import plegar

LETTERS = "aAáÁeéñÑnüÜ sStT½ß²æÆøœŒ…—“”«»™ŘřЖж\u0301\u0303\n.,0"


@pytest.mark.parametrize(
    "texto",
    [
        "PETRA VEREDA",
        "Pétra y después Veréda",
        unicodedata.normalize("NFD", "pétra, veréda"),
        "«Petra» — “Vereda”…",
        "petra ½ vereda",
        "Petra Жук Vereda",
        "reda petrave",
    ],
)
def test_a_phrase_is_found_however_its_words_are_written(texto: str) -> None:
    wanted = FoldedWords([("otra", "cosa"), ("petra", "vereda")])
    assert wanted.may_be_in(texto) == ("vereda" in plegar(texto))


@pytest.mark.parametrize("texto", ["", "Petra", "vereda", "Pedra Vereda", "Ж"])
def test_every_word_of_it_has_to_be_there(texto: str) -> None:
    assert not FoldedWords([("petra", "vereda")]).may_be_in(texto)


@pytest.mark.parametrize("palabra", ["жук", "strasse", "tm", "ærø"])
def test_words_of_any_letters_are_found(palabra: str) -> None:
    texto = {"жук": "Un Жук ahí", "strasse": "Straße", "tm": "Marca™", "ærø": "ÆRØ"}[palabra]
    assert FoldedWords([(palabra,)]).may_be_in(texto)
    assert not FoldedWords([(palabra,)]).may_be_in("nada")


def test_without_phrases_nothing_is_found() -> None:
    assert not FoldedWords([]).may_be_in("Petra")


@given(st.text(alphabet=LETTERS, max_size=30), st.text(alphabet=LETTERS, max_size=8), st.text(alphabet=LETTERS))
def test_a_no_is_never_wrong(antes: str, medio: str, despues: str) -> None:
    texto = f"{antes} {medio.replace('…', '')} {despues}"
    palabras = plegar(medio.replace("…", "")).split()  # dots are in no name
    if palabras:
        assert FoldedWords([palabras]).may_be_in(texto)


@given(st.text(max_size=40), st.text(min_size=1, max_size=6))
def test_a_word_that_is_there_is_found_whatever_its_alphabet(texto: str, palabra: str) -> None:
    plegadas = plegar(palabra).split()
    if len(plegadas) == 1 and plegadas[0].isalnum():
        assert FoldedWords([plegadas]).may_be_in(f"{texto} {palabra} {texto}")
