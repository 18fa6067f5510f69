"""Which returned paragraph is which of those that left, and to which field it falls."""

from __future__ import annotations

import pytest

from promueve_gui.domain import alineacion
from promueve_gui.domain.alineacion import alinear, palabras, parecido
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo
from promueve_gui.domain.pertenencia import es_de_varios, repartir
from promueve_gui.domain.texto_devuelto import ParrafoDevuelto, ParrafoEscrito


def left(texto: str, campo: str = "", marca: str = "", *, titula: bool = False) -> ParrafoEscrito:
    return ParrafoEscrito(bloque=_block(texto), campo=campo, marca=marca, titula=titula)


def back(texto: str, *marcas: str, estilo: str = "") -> ParrafoDevuelto:
    return ParrafoDevuelto(bloque=_block(texto), marcas=marcas, estilo=estilo)


def _block(texto: str) -> Bloque:
    return Bloque(Clase.PARRAFO, (Tramo(texto),))


HISTORIA = [
    left("El título de la historia", "nombre", "n1"),
    left("Antecedentes", "antecedentes", titula=True),
    left("Había una vez un río sin datos", "antecedentes", "a1"),
    left("Nadie medía el caudal de ese río", "antecedentes", "a2"),
    left("Retos", "retos", titula=True),
    left("Faltaban los sensores y las personas", "retos", "r1"),
    left("Contacto"),
]


def aligned(*devueltos: ParrafoDevuelto) -> tuple[list[int | None], list[str]]:
    pares = alinear(HISTORIA, devueltos)
    return pares, repartir(HISTORIA, devueltos, pares)


def test_what_stayed_is_found_and_a_changed_paragraph_between() -> None:
    devueltos = [back(escrito.bloque.texto) for escrito in HISTORIA]
    devueltos[3] = back("Nadie medía bien el caudal de aquel río")
    pares, propios = aligned(*devueltos)
    assert pares == [0, 1, 2, 3, 4, 5, 6]
    assert propios == ["nombre", "", "antecedentes", "antecedentes", "", "retos", ""]


def test_accents_and_capitals_alone_do_not_hide_a_paragraph() -> None:
    pares, _ = aligned(back("EL TITULO DE LA HISTORIA"), back("antecedentes"))
    assert pares == [0, 1]


def test_a_bookmark_tells_where_no_word_does() -> None:
    pares, propios = aligned(back("El título de la historia"), back("Otra cosa por completo", "a2"), back("Contacto"))
    assert pares == [0, 3, 6]
    assert propios == ["nombre", "antecedentes", ""]


def test_the_bookmark_of_another_counts_against() -> None:
    escritos = [left("uno dos tres", "entrada", "e"), left("cuatro cinco seis", "cuerpo", "c")]
    assert alinear(escritos, [back("uno dos cuatro cinco", "c")]) == [1]
    assert alinear(escritos, [back("uno dos cuatro cinco")]) == [0]


def test_new_paragraphs_fall_to_the_field_before_or_to_the_one_that_their_heading_announces() -> None:
    _, propios = aligned(
        back("El título de la historia"),
        back("Algo enteramente nuevo arriba"),
        back("Antecedentes"),
        back("Palabras recién llegadas"),
        back("Nadie medía el caudal de ese río"),
        back("Más palabras recién llegadas"),
        back("Retos"),
        back("Ningún sensor"),
        back("Contacto"),
        back("Pie de la hoja membretada"),
    )
    assert propios[1] == "antecedentes"  # a title has one line only
    assert propios[3] == propios[5] == "antecedentes"
    assert propios[7] == "retos"
    assert propios[9] == ""


def test_what_stands_outside_of_all_that_left_is_of_the_letterhead() -> None:
    _, propios = aligned(back("Secretaría de Ríos"), *(back(e.bloque.texto) for e in HISTORIA), back("Calle 5"))
    assert (propios[0], propios[-1]) == ("", "")
    assert aligned(back("Nada"), back("de nada"))[1] == ["", ""]


def test_between_lines_that_take_no_more_it_is_of_none() -> None:
    escritos = [left("Autoría: Ana", "autor", "x"), left("Contacto")]
    devueltos = [back("Autoría: Ana"), back("Suelto"), back("Contacto")]
    assert repartir(escritos, devueltos, alinear(escritos, devueltos)) == ["autor", "", ""]


def test_its_bookmark_says_where_a_new_half_of_a_paragraph_belongs() -> None:
    devueltos = [back("El título de la historia"), back("Y además", "n1", "otra"), back("Contacto")]
    pares = alinear(HISTORIA, devueltos)
    assert pares[0] == 0
    assert repartir(HISTORIA, devueltos, [0, None, 6])[1] == "nombre"


NOTA = [
    left("Uno por renglón", "sumarios"),
    left("Se abrió el inventario", "entrada", "e1"),
    left("Lo reunieron los centros", "cuerpo", "c1"),
    left("«Un puente», dijo", "cita"),
    left("Consulte los datos"),
]


def noted(*devueltos: ParrafoDevuelto) -> list[str]:
    return repartir(NOTA, devueltos, alinear(NOTA, devueltos))


def test_between_two_fields_it_is_of_the_one_that_it_looks_like() -> None:
    vineta, texto, frase = (
        back("Uno por renglón", estilo="v"),
        back("Se abrió el inventario", estilo="t"),
        "«Un puente», dijo",
    )
    cuerpo, cita, fin = (
        back("Lo reunieron los centros", estilo="t"),
        back(frase, estilo="c"),
        back("Consulte los datos"),
    )
    for estilo, arriba, abajo in (("v", "sumarios", "cita"), ("t", "entrada", "cuerpo"), ("c", "sumarios", "cita")):
        nuevo = back("Recién llegado", estilo=estilo)
        assert noted(vineta, nuevo, texto, cuerpo, cita, nuevo, fin) == [
            "sumarios",
            arriba,
            "entrada",
            "cuerpo",
            "cita",
            abajo,
            "",
        ]
    assert noted(vineta, back("Nuevo", estilo="t"), cita, fin)[1] == "sumarios"  # no other one looks like anything


def test_the_first_field_has_none_before_it_to_look_like() -> None:
    assert (
        noted(back("Uno por renglón", estilo="v"), back("Nuevo", estilo="t"), back("Consulte los datos"))[1]
        == "sumarios"
    )


def test_of_two_parts_in_another_order_each_keeps_what_stands_below_it() -> None:
    pares, propios = aligned(
        back("El título de la historia"),
        back("Retos"),
        back("Faltaban los sensores y las personas"),
        back("Y dinero"),
        back("Antecedentes"),
        back("Nadie medía el caudal de ese río", "a2"),
        back("Había una vez un río sin datos", "a1"),
        back("Contacto"),
    )
    assert (pares[1], pares[4], pares[7]) == (4, 1, 6)
    assert propios == ["nombre", "", "retos", "retos", "", "antecedentes", "antecedentes", ""]


def test_a_heading_that_comes_twice_parts_nothing() -> None:
    pares, _ = aligned(back("Antecedentes"), back("Antecedentes"), back("Nadie medía el caudal de ese río"))
    assert (pares[0], pares[2]) == (1, 3)


def test_one_paragraph_in_the_place_of_one_is_that_one_written_anew() -> None:
    pares, propios = aligned(
        back("El título de la historia"), *(back(e.bloque.texto) for e in HISTORIA[1:5]), back("Nada"), back("Contacto")
    )
    assert (pares[5], propios[5]) == (5, "retos")


def test_very_many_paragraphs_are_paired_by_bookmarks_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alineacion, "MAXIMO", 1)
    pares = alinear(HISTORIA[2:6], [back("x", "a1"), back("y"), back("z", "r1", "desconocida"), back("w", "a2")])
    assert pares == [0, None, 3, None]


def test_nothing_at_either_side() -> None:
    assert alinear([], [back("x")]) == [None]
    assert alinear(HISTORIA, []) == []


def test_words_in_common() -> None:
    assert parecido(palabras(["Ríos y presas"]), palabras(["RIOS", "y", "Presas"])) == 1
    assert parecido(palabras(["a b"]), palabras(["a c"])) == 0.5
    assert parecido(palabras([]), palabras([])) == 0


@pytest.mark.parametrize(
    ("campo", "varios"),
    [("cuerpo", True), ("nombre", False), ("lamina:x:puntos", True), ("lamina:x:nombre", False), ("otro", False)],
)
def test_which_fields_have_several_paragraphs(campo: str, varios: bool) -> None:
    assert es_de_varios(campo) is varios
