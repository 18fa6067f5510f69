"""Syllables by the library: words counted by hand, and whole texts measured as one would with paper and pencil."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.lengua.silabas import LONGEST, silabas
from promueve_gui.domain.lectura import Inflesz, inflesz, legibilidad

SILABAS = {
    1: "y muy ley rey buey guion Juan vais sol SCT dio fue",
    2: "datos alma país ciudad queso quiero guerra prohibir búho leer aire reyes aula byte ruido viuda",
    3: "ahora poeta línea oído reúne leíais creía jesuita pingüino público México Uruguay",
    4: "vehículo océano aéreo paranoia transparencia institución averigüéis ahuehuete información",
    5: "zoológico actualización aproximación",
    6: "ideología responsabilidad",
    8: "interoperabilidad",
}

# Each with its syllables, words and sentences, counted by hand, and what the formula gives of them.
TEXTOS = [
    # Los·da·tos·de·la·ins·ti·tu·ción·son·pú·bli·cos·y·a·bier·tos
    ("Los datos de la institución son públicos y abiertos.", 17, 9, 1, 80.2),
    # El·sol·sa·le (4) La·ni·ña·co·me·pan (6) Mi·ca·sa·es·ro·ja (6)
    ("El sol sale. La niña come pan. Mi casa es roja.", 16, 11, 3, 100.0),
    # La·se·cre·ta·rí·a·pu·bli·ca·ca·da·mes·el·re·gis·tro·de·hos·pi·ta·les·y·clí·ni·cas·del·pa·ís (28)
    # Cual·quier·per·so·na·pue·de·des·car·gar·lo·sin·pe·dir·per·mi·so (17)
    (
        "La secretaría publica cada mes el registro de hospitales y clínicas del país. "
        "Cualquier persona puede descargarlo sin pedir permiso.",
        45,
        20,
        2,
        56.7,
    ),
    # Trans·pa·ren·cia·gu·ber·na·men·tal·e·in·te·ro·pe·ra·bi·li·dad (18)
    ("Transparencia gubernamental e interoperabilidad.", 18, 4, 1, 0.0),
]


@pytest.mark.parametrize(
    ("palabra", "cuantas"), [(palabra, n) for n, todas in SILABAS.items() for palabra in todas.split()]
)
def test_syllables_of_known_words(palabra: str, cuantas: int) -> None:
    assert silabas(palabra) == cuantas
    assert silabas(palabra.upper()) == cuantas
    assert silabas(unicodedata.normalize("NFD", palabra)) == cuantas


@pytest.mark.parametrize(("texto", "cuantas", "palabras", "frases", "indice"), TEXTOS)
def test_texts_read_as_counted_by_hand(texto: str, cuantas: int, palabras: int, frases: int, indice: float) -> None:
    formula = 206.835 - 62.3 * cuantas / palabras - palabras / frases
    assert min(100.0, max(0.0, formula)) == pytest.approx(indice, abs=0.05)
    assert legibilidad(texto, silabas) == indice


def test_the_scale_tells_an_easy_text_from_a_hard_one() -> None:
    assert [inflesz(texto[-1]) for texto in TEXTOS] == [
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
