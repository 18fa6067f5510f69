"""Which words of a text a dictionary is asked about."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.ortografia import LARGO_PALABRA, Palabra, clave, conocidas, revisables


def palabras(texto: str) -> list[str]:
    return [palabra.texto for palabra in revisables(texto)]


@pytest.mark.parametrize(
    ("texto", "pedidas"),
    [
        ("Hay 3,500 datos y 2.5 más", ["Hay", "datos", "más"]),
        ("Vea https://datos.gob.mx/busca?q=camas, hoy", ["Vea", "hoy"]),
        ("en datos.gob.mx/busca o www.ejemplo.org.", ["en"]),
        ("El archivo camas.csv pesa poco", ["El", "archivo", "pesa", "poco"]),
        ("Escriba a juan.perez+x@salud.gob.mx ya", ["Escriba", "ya"]),
        ("Sobre {conjunto} de {area}: {esto no}", ["Sobre", "de", "esto", "no"]),
        ("El INEGI y las ONGs usan OpenStreetMap", ["El", "las", "usan"]),
        ("@SaludMX #DatosAbiertos gracias", ["gracias"]),
        ("covid19 2a 3er A1", []),
        ("12 km² de agua, 3 m³, CO₂ y ½taza", ["de", "agua"]),
        ("«teórico-práctico» (uno/otro)", ["teórico", "práctico", "uno", "otro"]),
        ("Fin del punto.Luego sigue", ["Fin", "del", "sigue"]),
        ("javascript:alert(1) <b>hola</b>", ["javascript", "alert", "hola"]),
        ("日本 שלום 😀 hola", ["日本", "שלום", "hola"]),
        ("a y o", []),
        ("x" * (LARGO_PALABRA + 1), []),
        ("", []),
    ],
)
def test_what_is_no_word_is_not_asked_about(texto: str, pedidas: list[str]) -> None:
    assert palabras(texto) == pedidas


def test_words_are_told_where_they_stand_and_composed() -> None:
    texto = "Un cafe\u0301 solo"
    assert revisables(texto) == (Palabra(0, 2, "Un"), Palabra(3, 8, "café"), Palabra(9, 13, "solo"))


@given(st.text(max_size=120))
def test_every_word_stands_where_it_is_told(texto: str) -> None:
    fin = 0
    for palabra in revisables(texto):
        assert fin <= palabra.inicio < palabra.fin
        assert unicodedata.normalize("NFC", texto[palabra.inicio : palabra.fin]) == palabra.texto
        fin = palabra.fin


@given(st.lists(st.sampled_from(["hola", "INEGI", "3", "a@b.mx", "{conjunto}", "ñandú", "https://x.mx/hola"])))
def test_the_words_of_a_text_are_those_of_its_parts(partes: list[str]) -> None:
    assert palabras(" ".join(partes)) == [palabra for parte in partes for palabra in palabras(parte)]


@pytest.mark.parametrize(
    "hostil", ["@" * 50_000, "a." * 50_000, "a1" * 50_000, "a" * 100_000, "." * 100_000, "{" * 50_000]
)
def test_hostile_texts_are_read_in_one_pass(hostil: str) -> None:
    """A pattern that goes back and forth would make the test run into its time limit."""
    assert palabras(hostil) == []


def test_names_are_known_by_their_words_whatever_their_capitals() -> None:
    nombres = conocidas(["Dirección General de Tlaxiaco", "Cafe\u0301 y 2 más", ""])
    assert nombres == {"dirección", "general", "de", "tlaxiaco", "café", "y", "más"}
    assert clave("TLAXIACO") in nombres
    assert clave("Cafe\u0301") in nombres
