"""The estimate of pages: what makes it grow, and by how much, without Word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.word.blocks import Estilo, Parrafo
from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.pages import PROPIA, Aspecto, Hoja, estimate_pages, own_looks
from promueve_gui.adapters.word.side_by_side import columns
from promueve_gui.adapters.word.text import Tramo
from promueve_gui.adapters.word.typefaces import CALIBRI, DEJAVU_SANS
from tests.adapters.word.muestras import HISTORIA, project

ANCHA = replace(PROPIA, aspectos=own_looks(DEJAVU_SANS))
LINEA = 11 * 2.54 / 72 * CALIBRI.alto  # cm of a line of the letterhead's own text


def of(estilo: Estilo, *textos: str, qr: str = "") -> list[Parrafo]:
    """Return paragraphs of a style."""
    return [Parrafo(estilo, (Tramo(texto),), qr=qr) for texto in textos]


def test_nothing_takes_no_page() -> None:
    assert estimate_pages([]) == 0


def test_a_line_is_as_high_as_its_style_makes_it() -> None:
    una = estimate_pages(of(Estilo.TEXTO, "Hola")) * PROPIA.alto
    dos = estimate_pages(of(Estilo.TEXTO, "Hola", "Adiós")) * PROPIA.alto
    assert una == pytest.approx(LINEA * 1.1 + 5 * 2.54 / 72)
    assert dos - una == pytest.approx(una)  # the larger of both spaces stands between them


def test_paragraphs_that_stand_close_have_no_space_between_them() -> None:
    juntas = [estimate_pages(of(Estilo.IDENTIFICACION, *["Línea"] * n)) * PROPIA.alto for n in (1, 2, 3)]
    assert juntas[1] - juntas[0] == pytest.approx(LINEA)
    assert juntas[2] - juntas[1] == pytest.approx(LINEA)


def test_breaks_inside_a_paragraph_are_lines() -> None:
    alto = estimate_pages(of(Estilo.CITA, "Uno\nDos\nTres")) * PROPIA.alto
    assert alto == pytest.approx(3 * LINEA * 1.1 + 8 * 2.54 / 72)


def test_a_code_is_higher_than_its_link_and_a_link_without_code_is_not() -> None:
    con = estimate_pages(of(Estilo.DATOS, "https://e.org", qr="https://e.org")) * PROPIA.alto
    sin = estimate_pages(of(Estilo.DATOS, "https://e.org")) * PROPIA.alto
    assert (con > 2, sin < 1) == (True, True)


def test_contacts_side_by_side_take_less_than_one_below_the_other() -> None:
    tres = of(Estilo.CONTACTO, *["Prensa\nCorreo\nTeléfono"] * 3)
    assert estimate_pages(tres) == pytest.approx(estimate_pages(tres[:1]))
    largos = of(Estilo.CONTACTO, *["c" * 60] * 3)
    assert estimate_pages(largos) == pytest.approx(2 * estimate_pages(largos[:1]), rel=0.4)


def test_a_wider_typeface_and_a_smaller_page_take_more() -> None:
    parrafos = compose(HISTORIA, project())
    comun = estimate_pages(parrafos)
    assert estimate_pages(parrafos, ANCHA) > comun
    assert estimate_pages(parrafos, Hoja(12, 20, own_looks())) > comun


def test_what_the_letterhead_takes_counts_once_and_only_with_a_text() -> None:
    hoja = replace(PROPIA, aparte=PROPIA.alto / 2)
    assert estimate_pages([], hoja) == 0
    assert estimate_pages(of(Estilo.TEXTO, "Hola"), hoja) == pytest.approx(
        0.5 + estimate_pages(of(Estilo.TEXTO, "Hola"))
    )


def test_a_narrow_page_has_nothing_side_by_side() -> None:
    hoja = replace(PROPIA, ancho=7.5)
    tres = of(Estilo.CONTACTO, *["Prensa"] * 3)
    assert estimate_pages(tres, hoja) > 2.5 * estimate_pages(tres[:1], hoja)
    assert estimate_pages(of(Estilo.DATOS, "https://e.org", qr="https://e.org"), hoja) * hoja.alto < 1


def test_lines_of_a_fixed_height_and_a_first_line_further_in() -> None:
    fijo = Aspecto(letra=CALIBRI, tamano=11, fijo=72 / 2.54)
    assert fijo.renglon == pytest.approx(1)
    justo = "a" * 104  # what one line takes
    hoja = replace(PROPIA, aspectos={Estilo.TEXTO: fijo})
    sangrada = replace(PROPIA, aspectos={Estilo.TEXTO: replace(fijo, primera=1.25)})
    assert estimate_pages(of(Estilo.TEXTO, justo), hoja) * hoja.alto == pytest.approx(1)
    assert estimate_pages(of(Estilo.TEXTO, justo), sangrada) * hoja.alto == pytest.approx(2)


def test_bold_letters_are_wider() -> None:
    texto = "palabras y más palabras " * 40
    plana = estimate_pages([Parrafo(Estilo.TEXTO, (Tramo(texto),))], ANCHA)
    gruesa = estimate_pages([Parrafo(Estilo.TEXTO, (Tramo(texto, fuerte=True),))], ANCHA)
    assert gruesa > plana


@given(st.lists(st.text(max_size=400), max_size=8), st.text(min_size=1, max_size=400))
def test_more_text_never_takes_less(textos: list[str], otro: str) -> None:
    assert estimate_pages(of(Estilo.TEXTO, *textos, otro)) > estimate_pages(of(Estilo.TEXTO, *textos))


@given(st.lists(st.integers(0, 80), min_size=2, max_size=9), st.floats(8, 30))
def test_columns_fill_the_width_exactly(palabras: list[int], ancho: float) -> None:
    anchos = columns(palabras, ancho)
    assert sum(anchos) == pytest.approx(ancho)
    assert len(anchos) in {2, 3}


def test_a_heading_goes_over_with_its_text() -> None:
    lleno = of(Estilo.TEXTO, *["Renglón"] * 31)
    assert 0.95 < estimate_pages(lleno) < 1
    final = [*of(Estilo.SECCION, "Título"), *of(Estilo.TEXTO, "Texto")]
    arriba = 10 * 2.54 / 72 / PROPIA.alto  # the space above a heading, which is left out where a page begins
    assert estimate_pages([*lleno, *final]) == pytest.approx(1 + estimate_pages(final) - arriba)


def test_lines_end_between_words_and_within_addresses() -> None:
    largas = " ".join(["a" * 70] * 6)  # one in each line, which holds 127 letters
    ligas = "/".join(["a" * 70] * 6)
    seguidas = "a" * 3 * 127
    altos = [estimate_pages(of(Estilo.CONTACTO, texto)) for texto in (largas, ligas, seguidas)]
    una = estimate_pages(of(Estilo.CONTACTO, "a"))
    assert [round(alto / una) for alto in altos] == [6, 6, 3]
