"""Blocks tidied up: what programs do to a file by themselves makes no difference, what people do does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.bloque_leido import enlace_leido, iguales, ordenado, recortado, renglones
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo

tramos = st.lists(
    st.builds(Tramo, st.text("ab \n", max_size=6), st.booleans(), st.booleans(), st.sampled_from(["", "https://a.b"])),
    max_size=5,
).map(tuple)


def block(*partes: Tramo, clase: Clase = Clase.PARRAFO, numero: int = 0) -> Bloque:
    return Bloque(clase, partes, numero)


def test_neighbours_that_look_alike_are_one_stretch() -> None:
    cortado = block(
        Tramo("Ho"), Tramo("la "), Tramo("a", negrita=True), Tramo("", cursiva=True), Tramo("b", negrita=True)
    )
    assert ordenado(cortado).tramos == (Tramo("Hola "), Tramo("ab", negrita=True))


def test_spaces_around_and_their_look_make_no_difference() -> None:
    uno = block(Tramo("  a", negrita=True), Tramo(" "), Tramo("b ", negrita=True))
    otro = block(Tramo("a b", negrita=True))
    assert ordenado(uno) == ordenado(otro)
    assert ordenado(block(Tramo("   "))).tramos == ()


def test_hyphens_that_only_say_where_a_word_may_be_cut_are_no_text() -> None:
    assert renglones(block(Tramo("ca\u00admi"), Tramo("\u00adno"))) == [block(Tramo("camino"))]
    assert renglones(block(Tramo("\u00ad"))) == []


def test_an_address_that_leads_to_itself_is_text() -> None:
    for enlace in ("https://a.example.org", "https://a.example.org/"):
        assert ordenado(block(Tramo("https://a.example.org", enlace=enlace))).tramos == (
            Tramo("https://a.example.org"),
        )
    correo = block(Tramo("a@b.example", enlace="mailto:a@b.example"))
    assert ordenado(correo).tramos == (Tramo("a@b.example"),)
    otro = block(Tramo("aquí", enlace="https://a.example.org"))
    assert ordenado(otro) == otro


def test_an_address_cut_in_pieces_is_still_one_that_leads_to_itself() -> None:
    enlace = "https://a.example.org"
    cortado = block(Tramo("Ve "), Tramo("https://", enlace=enlace), Tramo("a.example.org", True, enlace=enlace))
    assert ordenado(cortado).tramos == (Tramo("Ve https://"), Tramo("a.example.org", True))


def test_links_are_the_same_however_they_are_written() -> None:
    assert enlace_leido("https://a.b/%C3%B1/") == enlace_leido("https://a.b/ñ")
    uno, otro = (block(Tramo("x", enlace=enlace)) for enlace in ("https://a.b/%C3%B1/", "https://a.b/ñ"))
    assert iguales(uno, otro)
    assert not iguales(uno, block(Tramo("x", enlace="https://a.b/n")))


def test_kind_and_look_count_and_numbers_do_not() -> None:
    uno = block(Tramo("x"), clase=Clase.NUMERO, numero=1)
    assert iguales(uno, block(Tramo("x"), clase=Clase.NUMERO, numero=7))
    assert not iguales(uno, block(Tramo("x"), clase=Clase.VINETA))
    assert not iguales(uno, block(Tramo("x", negrita=True), clase=Clase.NUMERO, numero=1))


def test_lines_within_a_paragraph_are_blocks_of_their_own() -> None:
    partes = (Tramo("uno\n", negrita=True), Tramo("dos\r\n\r\n"), Tramo("tres\x85cuatro"))
    assert [bloque.texto for bloque in renglones(block(*partes))] == ["uno", "dos", "tres", "cuatro"]
    assert renglones(block(*partes))[0].tramos == (Tramo("uno", negrita=True),)
    assert renglones(block(Tramo("\n \n"))) == []


@given(tramos)
def test_tidying_up_twice_changes_nothing_more(partes: tuple[Tramo, ...]) -> None:
    for bloque in renglones(block(*partes)):
        assert ordenado(bloque) == bloque
        assert renglones(bloque) == [bloque]


@given(tramos, st.integers(min_value=0, max_value=30), st.integers(min_value=0, max_value=30))
def test_a_part_of_a_text_is_cut_where_it_should(partes: tuple[Tramo, ...], desde: int, largo: int) -> None:
    texto = "".join(tramo.texto for tramo in partes)
    cortado = recortado(partes, desde, desde + largo)
    assert "".join(tramo.texto for tramo in cortado) == texto[desde : desde + largo]
    assert all(tramo.texto for tramo in cortado)
