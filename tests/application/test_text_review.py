"""What is told of paragraphs: words that no dictionary knows, long sentences, hard words, and how they read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.text_review import (
    LONGEST_PARAGRAPH,
    MOST_PARAGRAPHS,
    MOST_WORDS,
    VACIO,
    Clase,
    Conocida,
    TextReview,
    institutional,
    look_up,
    names_of,
)
from promueve_gui.domain.cambios import alta, retiro
from promueve_gui.domain.catalogos import PalabraDiccionario, Sinonimo
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.ortografia import clave
from promueve_gui.domain.proyecto import Proyecto
from tests.lengua import WordList, legibilidad, make_lengua, vocales

TEXTO = "Hay un camion en Tlaxiaco. La responsabilidad es de todos."


def review(*textos: str) -> TextReview:
    """Return a review that knows every word of some texts."""
    made = TextReview()
    made.learn(look_up(make_lengua(), made.unread(map(made.paragraph, textos))))
    return made


def told(made: TextReview, texto: str, longest: int = 30) -> list[tuple[Clase, str]]:
    return [(m.clase, texto[m.inicio : m.fin]) for m in made.marks(made.paragraph(texto), longest)]


def test_words_and_sentences_are_marked_where_they_are() -> None:
    made = review(TEXTO)
    assert told(made, TEXTO, 4) == [
        (Clase.FRASE, "Hay un camion en Tlaxiaco."),
        (Clase.FRASE, "La responsabilidad es de todos."),
        (Clase.ORTOGRAFIA, "camion"),
        (Clase.DIFICIL, "responsabilidad"),
    ]
    assert told(made, TEXTO) == [(Clase.ORTOGRAFIA, "camion"), (Clase.DIFICIL, "responsabilidad")]


def test_a_mark_says_what_it_is_about() -> None:
    made = review(TEXTO)
    frase, _, ortografia, dificil = made.marks(made.paragraph(TEXTO), 4)
    assert frase.texto == "Frase de 5 palabras: conviene partirla en dos."
    assert ortografia.texto.startswith("«camion» no está en el diccionario.")
    assert dificil.texto.startswith("«responsabilidad» tiene 6 sílabas")


def test_what_is_not_known_yet_is_not_marked() -> None:
    made = TextReview()
    assert told(made, TEXTO) == []
    assert made.unread([made.paragraph("Hay hay Hay un")]) == ["Hay", "hay", "un"]
    made.learn({"Hay": Conocida(bien=True, silabas=1)})
    assert made.unread([made.paragraph("Hay hay Hay un")]) == ["hay", "un"]
    assert not made.is_wrong("camion")
    assert made.reading([made.paragraph("Hay hay")]) == 100.0  # one syllable of two words, as long as no more is known


@pytest.mark.parametrize("reason", ["names", "added", "ignored"])
def test_names_and_added_and_ignored_words_pass(reason: str) -> None:
    made = review(TEXTO)
    assert [palabra.texto for palabra in made.wrong(made.paragraph(TEXTO))] == ["camion"]
    made.excuse(**{reason: frozenset({clave("Camion")})})
    assert made.wrong(made.paragraph(TEXTO)) == []
    assert told(made, TEXTO) == [(Clase.DIFICIL, "responsabilidad")]
    made.excuse(**{reason: frozenset()})
    assert made.is_wrong("camion")


def test_a_field_counts_as_its_readers_see_it_and_is_marked_where_it_is_written() -> None:
    texto = "Antes. Los datos de {conjunto} sirven. Después"
    made = review(texto)
    parrafo = made.paragraph(texto, lambda _: "una cosa muy larga")
    largas = [m for m in made.marks(parrafo, 6) if m.clase is Clase.FRASE]
    assert [texto[m.inicio : m.fin] for m in largas] == ["Los datos de {conjunto} sirven."]
    assert "8 palabras" in largas[0].texto
    assert made.paragraph(texto, str) is not parrafo


@given(
    st.lists(st.sampled_from(["Uno dos.", "{conjunto}", "{area}. Y", "😀", "fin", "{otro}"]), max_size=6),
    st.sampled_from(["", "a", "Dos. Tres", "x\ny", "😀 ¡y ya!"]),
)
def test_sentences_stand_within_the_text_in_order(partes: list[str], valor: str) -> None:
    texto = " ".join(partes)
    fin = 0
    for frase in TextReview().paragraph(texto, lambda _: valor).frases:
        assert 0 <= frase.inicio < frase.fin <= len(texto)
        assert frase.inicio >= fin or "{" in texto[frase.inicio : frase.fin]  # a value may hold several
        fin = frase.fin


@given(st.lists(st.text(alphabet="aéns .…?¡1", max_size=30), max_size=6))
def test_paragraphs_read_together_as_the_whole_text(renglones: list[str]) -> None:
    made = review(*renglones)
    assert made.reading(map(made.paragraph, renglones)) == legibilidad("\n".join(renglones), vocales)
    assert made.reading(map(made.paragraph, renglones)) == legibilidad("\n".join(renglones), vocales)  # kept


def test_a_paragraph_that_is_too_long_is_left_out() -> None:
    made = TextReview()
    assert made.paragraph("a " * LONGEST_PARAGRAPH) is VACIO
    assert made.paragraph("") is VACIO
    assert made.reading([VACIO]) is None


def test_a_paragraph_is_taken_apart_once_and_not_all_are_kept() -> None:
    made = TextReview()
    first = made.paragraph("Hola a todos")
    assert made.paragraph("Hola a todos") is first
    for number in range(MOST_PARAGRAPHS):
        made.paragraph(f"Hola {number}")
    assert made.paragraph("Hola a todos") is not first


def test_not_all_words_are_kept() -> None:
    made = TextReview()
    made.learn({f"a{number}": Conocida(bien=True, silabas=1) for number in range(MOST_WORDS)})
    made.learn({"otra": Conocida(bien=False, silabas=2)})
    assert made.unknown(["a1", "otra"]) == ["a1"]


def test_without_a_dictionary_syllables_are_counted_all_the_same() -> None:
    assert look_up(make_lengua(without=True), ["camion"]) == {"camion": Conocida(bien=True, silabas=3)}
    stopped = WordList()
    stopped.refuses = True
    with pytest.raises(UserError):
        look_up(make_lengua(stopped), ["camion"])


def test_names_of_the_project_are_known() -> None:
    area = AreaGeneradora(id="a", nombre="Unidad de Caminos", siglas="UC", responsable="Xóchitl Ñandú")
    retirada = Persona(id="r", nombre="Fulgencio")
    proyecto = Proyecto()
    proyecto.apply(
        map(
            alta,
            (
                area,
                retirada,
                Institucion(id="i", nombre="Secretaría de Puentes", siglas="SEPU", ciudad="Xalapa", anio=2026),
                Persona(id="p", nombre="Luz Marina"),
                GrupoUsuarios(id="g", nombre="Traileros"),
                ConjuntoDatos(id="c", nombre="Aforos vehiculares"),
                Sinonimo(id="s", termino="CURP", equivale="Clave"),
            ),
        )
    )
    proyecto.apply(filter(None, [retiro(retirada, "Se fue")]))
    nombres = names_of(proyecto)
    assert {"caminos", "xóchitl", "ñandú", "sepu", "xalapa", "luz", "traileros", "aforos", "curp"} <= nombres
    assert "fulgencio" not in nombres


def test_the_dictionary_of_the_institution_is_known() -> None:
    proyecto = Proyecto()
    palabras = (" Tlaxiaco ", "San Juan Xalpa", "Wi-Fi", "")
    proyecto.apply([alta(PalabraDiccionario(id=palabra, palabra=palabra)) for palabra in palabras])
    assert institutional(proyecto) == {"tlaxiaco", "san", "juan", "xalpa", "wi", "fi"}
