"""Syllables by the library: words counted by hand, and whole texts measured as one would with paper and pencil."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.lengua.silabas import LONGEST, silabas
from promueve_gui.domain.lectura import Inflesz, inflesz
from tests.lengua import legibilidad

SILABAS = {
    1: "y muy ley rey buey guion Juan vais sol SCT dio fue",
    2: "datos alma país ciudad queso quiero guerra prohibir búho leer aire reyes aula byte ruido viuda",
    3: "Yvonne Ysabel ahora poeta línea oído reúne leíais creía jesuita pingüino público México Uruguay",
    4: "Yrigoyen vehículo océano aéreo paranoia transparencia institución averigüéis ahuehuete información",
    5: "zoológico actualización aproximación",
    6: "ideología responsabilidad",
    8: "interoperabilidad",
}

# Each cut into its syllables by hand, with its words, its sentences, and what the formula gives of them.
TEXTOS = [
    (
        "Los datos de la institución son públicos y abiertos.",
        "los da tos de la ins ti tu ción son pú bli cos y a bier tos",
        (9, 1, 80.2),
    ),
    (
        "El sol sale. La niña come pan. Mi casa es roja.",
        "el sol sa le la ni ña co me pan mi ca sa es ro ja",
        (11, 3, 100.0),
    ),
    (
        "La secretaría publica cada mes el registro del país. Cualquier persona puede descargarlo.",
        "la se cre ta rí a pu bli ca ca da mes el re gis tro del pa ís cual quier per so na pue de des car gar lo",
        (13, 2, 56.6),
    ),
    (
        "Transparencia gubernamental e interoperabilidad.",
        "trans pa ren cia gu ber na men tal e in te ro pe ra bi li dad",
        (4, 1, 0.0),
    ),
]


@pytest.mark.parametrize(
    ("palabra", "cuantas"), [(palabra, n) for n, todas in SILABAS.items() for palabra in todas.split()]
)
def test_syllables_of_known_words(palabra: str, cuantas: int) -> None:
    assert silabas(palabra) == cuantas
    assert silabas(palabra.upper()) == cuantas
    assert silabas(unicodedata.normalize("NFD", palabra)) == cuantas


@pytest.mark.parametrize(("texto", "cortado", "medidas"), TEXTOS)
def test_texts_read_as_counted_by_hand(texto: str, cortado: str, medidas: tuple[int, int, float]) -> None:
    cuantas, (palabras, frases, indice) = len(cortado.split()), medidas
    assert min(100.0, max(0.0, 206.835 - 62.3 * cuantas / palabras - palabras / frases)) == pytest.approx(
        indice, abs=0.05
    )
    assert legibilidad(texto, silabas) == indice


def test_the_scale_tells_an_easy_text_from_a_hard_one() -> None:
    assert [inflesz(medidas[-1]) for _, _, medidas in TEXTOS] == [
        Inflesz.MUY_FACIL,
        Inflesz.MUY_FACIL,
        Inflesz.NORMAL,
        Inflesz.MUY_DIFICIL,
    ]


@given(st.text(max_size=30))
def test_any_word_has_syllables(palabra: str) -> None:
    assert 1 <= silabas(palabra) <= max(1, len(unicodedata.normalize("NFC", palabra)))


@pytest.mark.parametrize("hostil", ["", "x" * 5000, "a" * 5000, "日本", "😀", "1", "\x00", "e\u0301" * 400])
def test_what_is_no_word_does_no_harm(hostil: str) -> None:
    assert 1 <= silabas(hostil) <= LONGEST


@given(st.text(alphabet="aeiouyhqguüíáñbcdlrstnYLXıç中", min_size=1, max_size=7))
def test_anything_that_somebody_begins_to_type_has_syllables(palabra: str) -> None:
    assert 1 <= silabas(palabra) <= len(palabra)
