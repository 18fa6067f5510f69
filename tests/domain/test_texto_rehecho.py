"""The text of a field made anew from what came back: untouched lines as they were typed, merge fields kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.bloque_leido import ordenado
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, leer
from promueve_gui.domain.texto_rehecho import CampoFuente, con_campos, rehacer, una_linea

if TYPE_CHECKING:
    from collections.abc import Sequence

VALORES = {"{conjunto}": "Niveles de presas", "{url}": "https://datos.example.org/p", "{lugar}": "Xalapa\nVer."}


def fill(texto: str) -> str:
    for marca, valor in VALORES.items():
        texto = texto.replace(marca, valor)
    return texto


def rich(fuente: str) -> CampoFuente:
    escritos = [ordenado(bloque) for bloque in leer(fill(fuente.replace("{lugar}", "Xalapa Ver.")))]
    return CampoFuente.of(fuente, escritos, fill, rico=True)


def plain(fuente: str, *escritos: str) -> CampoFuente:
    return CampoFuente.of(fuente, [block(texto) for texto in escritos], fill, rico=False)


def block(texto: str, clase: Clase = Clase.PARRAFO, numero: int = 0) -> Bloque:
    return Bloque(clase, (Tramo(texto),), numero)


def again(campo: CampoFuente, *devueltos: tuple[str, int | None]) -> str:
    return rehacer(campo, [(block(texto), lugar) for texto, lugar in devueltos])


def untouched(campo: CampoFuente) -> Sequence[tuple[Bloque, int | None]]:
    return [(linea.escrito, lugar) for lugar, linea in enumerate(campo.lineas)]


@pytest.mark.parametrize(
    "fuente",
    [
        "Uno\n\nDos",
        "Uno\nDos",
        "Uno\n\n\n\nDos",
        "- a\n- b\n\n1. c\n2. d",
        "**{conjunto}** y [x]({url})\n\n \\* {lugar}",
    ],
)
def test_lines_that_nobody_touched_are_as_they_were_typed(fuente: str) -> None:
    campo = rich(fuente)
    assert rehacer(campo, untouched(campo)) == fuente


def test_a_line_more_is_parted_as_the_others_are() -> None:
    assert again(rich("Uno\nDos"), ("Uno", 0), ("Nuevo", None), ("Dos", 1)) == "Uno\nNuevo\nDos"
    assert again(rich("Uno\n\nDos"), ("Uno", 0), ("Nuevo", None), ("Dos", 1)) == "Uno\n\nNuevo\n\nDos"
    assert again(rich("Uno"), ("Uno", 0), ("Dos", None)) == "Uno\n\nDos"
    assert again(plain("Uno", "Uno"), ("Uno", 0), ("Dos", None)) == "Uno\nDos"


def test_items_of_a_list_stand_together() -> None:
    campo = rich("- a\n- b\n\nFin")
    devueltos = [(block("a", Clase.VINETA), 0), (block("nuevo", Clase.VINETA), None), (block("b", Clase.VINETA), 1)]
    assert rehacer(campo, [*devueltos, (block("Fin"), 2)]) == "- a\n- nuevo\n- b\n\nFin"


def test_numbers_are_those_that_came_back() -> None:
    campo = rich("1. a\n2. b\n3. c")
    devueltos = [(block("b", Clase.NUMERO, 1), 1), (block("c", Clase.NUMERO, 2), 2)]
    assert rehacer(campo, devueltos) == "1. b\n2. c"


def test_a_line_that_was_moved_is_as_it_was_typed() -> None:
    campo = rich("Uno de {conjunto}\n\nDos")
    movida = (block("Uno de Niveles de presas"), None)
    assert rehacer(campo, [(block("Dos"), 1), movida]) == "Dos\n\nUno de {conjunto}"


def test_merge_fields_stay_where_their_words_do() -> None:
    campo = rich("Se publica {conjunto} en {lugar} hoy")
    assert (
        again(campo, ("Hoy se publica Niveles de presas en Xalapa Ver. y ya", 0))
        == "Hoy se publica {conjunto} en {lugar} y ya"
    )
    assert (
        again(campo, ("Se publica Niveles de ríos en Xalapa Ver. hoy", 0))
        == "Se publica Niveles de ríos en {lugar} hoy"
    )


def test_a_merge_field_without_a_value_is_its_own_words() -> None:
    assert again(rich("En {anio}, {conjunto}"), ("En el {anio}, Niveles de presas", 0)) == "En el {anio}, {conjunto}"


def test_a_merge_field_keeps_its_place_among_stretches() -> None:
    campo = rich("Ver **{conjunto}** ya")
    devuelto = Bloque(Clase.PARRAFO, (Tramo("Ver hoy "), Tramo("Niveles de presas", negrita=True), Tramo(" ya")))
    assert rehacer(campo, [(devuelto, 0)]) == "Ver hoy **{conjunto}** ya"


def test_words_of_a_merge_field_of_which_some_are_bold_now_are_words() -> None:
    tramos = (Tramo("Ver "), Tramo("Niveles", negrita=True), Tramo(" de presas y "), Tramo("Xalapa Ver.", cursiva=True))
    devuelto = [(Bloque(Clase.PARRAFO, tramos), 0)]
    assert rehacer(rich("Ver {conjunto} y {lugar}"), devuelto) == "Ver **Niveles** de presas y *{lugar}*"
    de_texto = plain("Ver {conjunto} y {lugar}", "Ver Niveles de presas y Xalapa Ver.")
    assert rehacer(de_texto, devuelto) == "Ver {conjunto} y {lugar}"  # nobody keeps there what is bold


def test_a_merge_field_that_somebody_typed_in_word_is_one() -> None:
    """Only who knows them types their braces."""
    assert again(rich("Ver los datos"), ("Ver los datos de {conjunto}", 0)) == "Ver los datos de {conjunto}"


def test_links_lead_where_the_line_said() -> None:
    campo = rich("Vea [el portal]({url}) y [otro](https://b.example.org/)")
    tramos = (
        Tramo("Mire "),
        Tramo("el portal", enlace="https://datos.example.org/p/"),
        Tramo(" y "),
        Tramo("otro", enlace="https://b.example.org"),
        Tramo(" y "),
        Tramo("más", enlace="https://c.example.org"),
    )
    esperado = "Mire [el portal]({url}) y [otro](https://b.example.org/) y [más](https://c.example.org)"
    assert rehacer(campo, [(Bloque(Clase.PARRAFO, tramos), 0)]) == esperado


def test_where_what_left_is_not_what_the_line_says_words_stay_words() -> None:
    """As with a value that has changed in the meantime."""
    campo = CampoFuente.of("Ver {conjunto}", [block("Ver otra cosa")], fill, rico=True)
    assert con_campos(campo, campo.lineas[0], block("Ver Niveles de presas")).texto == "Ver Niveles de presas"


def test_a_field_that_does_not_agree_with_its_paragraphs_is_written_anew() -> None:
    campo = CampoFuente.of("Uno\n\nDos", [block("Uno"), block("Dos"), block("Tres")], fill, rico=True)
    assert campo.lineas == ()
    assert again(campo, ("Uno", 0), ("Dos *x*", 1)) == "Uno\n\nDos \\*x\\*"


def test_signs_of_a_plain_list_are_kept_and_given_to_new_lines() -> None:
    campo = plain("- Uno\n- Dos de {conjunto}\n  \n•", "Uno", "Dos de Niveles de presas")
    assert again(campo, ("Uno", 0), ("Nuevo", None), ("Son dos de Niveles de presas", 1)) == (
        "- Uno\n- Nuevo\n- Son dos de {conjunto}"
    )


def test_a_field_of_one_line_has_one() -> None:
    campo = plain("Presas de {lugar}", "Presas de Xalapa Ver.")
    assert una_linea(campo, [(block("Las presas de Xalapa Ver."), 0), (block("segunda mitad"), None)]) == (
        "Las presas de {lugar} segunda mitad"
    )
    assert una_linea(campo, []) == ""


def test_a_very_long_line_is_made_anew_too() -> None:
    largo = "palabra " * 3000
    campo = rich(f"{largo}{{conjunto}}")
    hecho = again(campo, (f"{largo}Niveles de presas y más", 0))
    assert hecho.endswith(("{conjunto} y más", "Niveles de presas y más"))


def test_signs_of_lists_that_the_document_shows_are_text() -> None:
    campo = plain("Hay:\n• Uno\n-\n  - Dos", "Hay:", "• Uno", "-", "- Dos")
    assert again(campo, ("Hay:", 0), ("• Uno y medio", 1), ("- Tres", None), ("-", 2), ("- Dos y medio", 3)) == (
        "Hay:\n• Uno y medio\n- Tres\n-\n- Dos y medio"
    )


def test_signs_of_lists_that_the_document_leaves_out_are_put_back_once() -> None:
    campo = plain("- Uno\n- Dos", "Uno", "Dos")
    assert again(campo, ("Uno", 0), ("- Uno y medio", None), ("* Dos mil", 1)) == "- Uno\n- Uno y medio\n- Dos mil"


def test_a_line_without_a_sign_gets_none() -> None:
    assert again(plain("Uno\n  Dos", "Uno", "Dos"), ("Uno", 0), ("- Nuevo", None), ("Dos mil", 1)) == (
        "Uno\n- Nuevo\n  Dos mil"
    )
    assert una_linea(plain("-10 °C en Toluca", "-10 °C en Toluca"), [(block("-12 °C en Toluca"), 0)]) == (
        "-12 °C en Toluca"
    )
