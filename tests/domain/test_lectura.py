"""Measures of Spanish texts: words whose syllables are known, and texts whose difficulty anybody can tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain import lectura
from promueve_gui.domain.lectura import Extension, Inflesz
from tests.lengua import legibilidad, vocales

FACIL = "El sol sale. La niña come pan. Mi casa es roja. El gato duerme. Hoy hay datos."
DIFICIL = (
    "La implementación institucional de instrumentos interoperables de gobernanza administrativa requiere, "
    "consecuentemente, metodologías interdisciplinarias particularmente especializadas que posibiliten la "
    "sistematización, estandarización y consolidación de información gubernamental heterogénea."
)


@given(texto=st.text(max_size=200))
def test_any_text_can_be_measured(texto: str) -> None:
    indice = legibilidad(texto, vocales)
    assert indice is None or 0 <= indice <= 100
    assert (indice is None) is (not lectura.palabras(texto))
    assert lectura.cuartillas(texto) >= 0


@given(texto=st.text(alphabet='aé .…?!»)\n"1_', max_size=120))
def test_sentences_hold_every_word_once_and_in_order(texto: str) -> None:
    todas = lectura.frases(texto)
    assert sum(frase.palabras for frase in todas) == len(lectura.palabras(texto))
    orillas = [lugar for frase in todas for lugar in (frase.inicio, frase.fin)]
    assert orillas == sorted(orillas)
    for frase in todas:
        tramo = texto[frase.inicio : frase.fin]
        assert tramo == tramo.strip()


@given(renglones=st.lists(st.text(alphabet='aé .…?!»)\r"1_@/:htps', max_size=40), max_size=5))
def test_the_sentences_of_a_text_are_those_of_its_lines(renglones: list[str]) -> None:
    """So that only the line that changes is read again."""
    esperadas, inicio = [], 0
    for renglon in renglones:
        esperadas += [(f.inicio + inicio, f.fin + inicio, f.palabras) for f in lectura.frases(renglon)]
        inicio += len(renglon) + 1
    assert [(f.inicio, f.fin, f.palabras) for f in lectura.frases("\n".join(renglones))] == esperadas


def test_cuartillas_count_spaces_and_round_to_one_decimal() -> None:
    assert lectura.cuartillas("a" * 1800) == 1.0
    assert lectura.cuartillas("palabra " * 270) == 1.2
    assert lectura.cuartillas("a" * 1800, 1200) == 1.5
    assert lectura.cuartillas("  \n ") == 0
    assert lectura.cuartillas("e\u0301" * 1800, 0) == 1.0


@pytest.mark.parametrize(
    ("medida", "esperada", "grado"),
    [
        (0.4, 1, Extension.FUERA),
        (0.5, 1, Extension.ADECUADA),
        (1.5, 1, Extension.ADECUADA),
        (1.6, 1, Extension.EXCEDIDA),
        (2.0, 1, Extension.EXCEDIDA),
        (2.1, 1, Extension.FUERA),
        (0.9, 2, Extension.FUERA),
        (3.0, 2, Extension.ADECUADA),
        (4.0, 2, Extension.EXCEDIDA),
    ],
)
def test_length_is_compared_with_what_is_expected(medida: float, esperada: float, grado: Extension) -> None:
    assert lectura.extension(medida, esperada) is grado


def test_words_leave_numbers_and_addresses_out() -> None:
    texto = "En 2026 hay 3 datos: https://a.mx/muchos_datos y datos@ejemplo.mx."
    assert lectura.palabras(texto) == ["En", "hay", "datos", "y"]


def test_sentences_end_where_a_reader_would_say() -> None:
    texto = (
        "El Dr. Pérez publicó 3.5 millones de datos en https://datos.mx/a.b/c. Luego dijo el C. Juan A. López: "
        "«¡Vaya! es bueno.» ¿Y ahora?  Sí… y no.\nSumario uno\n1. Sumario dos"
    )
    assert [texto[frase.inicio : frase.fin] for frase in lectura.frases(texto)] == [
        "El Dr. Pérez publicó 3.5 millones de datos en https://datos.mx/a.b/c.",
        "Luego dijo el C. Juan A. López: «¡Vaya! es bueno.»",
        "¿Y ahora?",
        "Sí… y no.",
        "Sumario uno",
        "Sumario dos",
    ]


@pytest.mark.parametrize(
    ("texto", "cuantas"),
    [
        ("Vea el anexo A. En él hay más.", 2),
        ("Se aprobó el plan B. «Los datos son de todos», dijo.", 2),
        ("Lo firmó Juan M. López.", 1),
        ("Firma M. A. Esteban Ríos.", 1),
        ("Habló J. Conde.", 1),
    ],
)
def test_a_letter_ends_a_sentence_when_no_name_follows(texto: str, cuantas: int) -> None:
    assert len(lectura.frases(texto)) == cuantas


@pytest.mark.parametrize(
    ("texto", "cuantas"),
    [
        ("Unos datos se publican y otros no. El portal lo dice.", 2),
        ("Es el oficio No. 5 del año. Ya llegó.", 2),
        ("Llegó de Sto. Domingo y Sta. Ana al Depto. Central. Fin.", 2),
        ("¡Ya!¿Qué sigue? Nada.", 3),
    ],
)
def test_short_words_are_no_abbreviations_where_they_end_a_sentence(texto: str, cuantas: int) -> None:
    assert len(lectura.frases(texto)) == cuantas


def test_long_sentences_are_marked_where_they_are() -> None:
    larga = "Uno " + "dos " * 29 + "tres."
    texto = f"Corta. {larga} Otra corta."
    (marcada,) = lectura.frases_largas(texto)
    assert (texto[marcada.inicio : marcada.fin], marcada.palabras) == (larga, 31)
    assert lectura.frases_largas(texto, 31) == ()
    assert len(lectura.frases_largas(texto, 1)) == 2


def test_no_words_no_readability() -> None:
    assert legibilidad("2026 … https://a.mx/x", vocales) is None


# Counted by hand: syllables as they are written, words, sentences; and what the formula gives of them.
@pytest.mark.parametrize(
    ("silabas", "palabras", "frases", "indice"),
    [
        (17, 9, 1, 80.2),  # 206.835 − 62.3 · 17/9 − 9/1 = 80.157
        (100, 50, 2, 57.2),  # 206.835 − 62.3 · 2 − 25 = 57.235
        (96, 40, 1, 17.3),  # 206.835 − 62.3 · 2.4 − 40 = 17.315
        (12, 12, 6, 100.0),  # 142.5, more than the scale has
        (300, 50, 1, 0.0),  # −217, less
    ],
)
def test_formula_of_szigriszt_pazos(silabas: int, palabras: int, frases: int, indice: float) -> None:
    assert lectura.perspicuidad(silabas, palabras, frases) == indice


def test_a_text_is_counted_and_then_measured() -> None:
    texto = "Los datos de la institución son públicos y abiertos."  # one sentence, nine words; two vowels in -ción
    assert legibilidad(texto, vocales) == lectura.perspicuidad(19, 9, 1)


def test_easy_and_hard_texts_are_told_apart() -> None:
    facil, dificil = legibilidad(FACIL, vocales), legibilidad(DIFICIL, vocales)
    assert facil is not None
    assert dificil is not None
    assert lectura.inflesz(facil) is Inflesz.MUY_FACIL
    assert lectura.inflesz(dificil) is Inflesz.MUY_DIFICIL


@pytest.mark.parametrize(
    ("indice", "etiqueta"),
    [
        (0, "muy difícil"),
        (39.9, "muy difícil"),
        (40, "algo difícil"),
        (52, "algo difícil"),
        (55, "normal"),
        (65, "bastante fácil"),
        (80, "bastante fácil"),
        (80.1, "muy fácil"),
        (100, "muy fácil"),
    ],
)
def test_degrees_of_the_inflesz_scale(indice: float, etiqueta: str) -> None:
    assert lectura.inflesz(indice).etiqueta == etiqueta
