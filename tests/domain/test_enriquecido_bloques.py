"""Rich text, construct by construct: the blocks that a text gives, what readers see, and what is written again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.enriquecido import (
    Bloque,
    Clase,
    Tramo,
    enlace_valido,
    escribir,
    leer,
    limpio,
    plano,
)

URL = "https://a.mx/b"
P, T, V, N = Clase.PARRAFO, Clase.TITULO, Clase.VINETA, Clase.NUMERO
NEGRITA, CURSIVA, AMBAS = (True, False), (False, True), (True, True)
# What a text is made of, so that marks meet often.
TROZOS = [
    "a",
    "é ",
    " ",
    "*",
    "**",
    "***",
    "[",
    "]",
    f"]({URL})",
    "](x)",
    "\\",
    "## ",
    "- ",
    "1. ",
    "9. ",
    "\n",
    "\r\n",
]
TEXTOS = st.lists(st.sampled_from(TROZOS), max_size=14).map("".join) | st.text(max_size=40)


def clases(texto: str) -> list[tuple[Clase, str]]:
    """Return what each block of a text is, and its words."""
    return [(bloque.clase, bloque.texto) for bloque in leer(texto)]


def aspecto(texto: str) -> list[tuple[str, bool, bool, str]]:
    """Return the stretches of a text of one line."""
    (bloque,) = leer(texto)
    return [(t.texto, t.negrita, t.cursiva, t.enlace) for t in bloque.tramos]


def dichos(texto: str) -> list[str]:
    """Return the lines that say something, as readers see them."""
    return [renglon for renglon in plano(texto).split("\n") if renglon.strip(" \t")]


@given(TEXTOS)
def test_writing_again_what_was_read_says_the_same(texto: str) -> None:
    assert dichos(escribir(leer(texto))) == dichos(texto)


@given(TEXTOS)
def test_the_plain_text_is_what_the_blocks_say(texto: str) -> None:
    assert dichos(texto) == [bloque.leido for bloque in leer(texto) if bloque.leido.strip(" \t")]


@given(TEXTOS)
def test_reading_does_not_depend_on_what_is_not_to_be_read(texto: str) -> None:
    assert leer(limpio(texto)) == leer(texto)
    assert plano(limpio(texto).replace("\n", "\r\n")) == plano(texto)


@given(TEXTOS)
def test_nothing_leads_where_it_may_not(texto: str) -> None:
    assert all(enlace_valido(t.enlace) for bloque in leer(texto) for t in bloque.tramos if t.enlace)


@pytest.mark.parametrize(
    ("texto", "bloques", "visto"),
    [
        ("Uno\nDos", [(P, "Uno"), (P, "Dos")], "Uno\nDos"),
        ("Uno\n\n\nDos", [(P, "Uno"), (P, "Dos")], "Uno\n\n\nDos"),
        ("Uno\n \t \nDos", [(P, "Uno"), (P, "Dos")], "Uno\n \t \nDos"),
        ("## Uno\nDos", [(T, "Uno"), (P, "Dos")], "Uno\nDos"),
        ("## Uno ##", [(T, "Uno ##")], "Uno ##"),
        ("# Uno", [(P, "# Uno")], "# Uno"),
        ("### Uno", [(P, "### Uno")], "### Uno"),
        ("##Uno", [(P, "##Uno")], "##Uno"),
        (" ## Uno", [(P, " ## Uno")], " ## Uno"),
        ("## - Uno", [(T, "- Uno")], "- Uno"),
        ("\\## Uno", [(P, "## Uno")], "## Uno"),
        ("- Uno\n- Dos", [(V, "Uno"), (V, "Dos")], "• Uno\n• Dos"),
        ("- - Uno", [(V, "- Uno")], "• - Uno"),
        ("-Uno", [(P, "-Uno")], "-Uno"),
        ("  - Uno", [(P, "  - Uno")], "  - Uno"),
        ("– Uno", [(P, "– Uno")], "– Uno"),
        ("\\- Uno", [(P, "- Uno")], "- Uno"),
        ("- \\- Uno", [(V, "- Uno")], "• - Uno"),
        ("1. Uno", [(N, "Uno")], "1. Uno"),
        ("1.Uno", [(P, "1.Uno")], "1.Uno"),
        ("1) Uno", [(P, "1) Uno")], "1) Uno"),
        ("01. Uno", [(P, "01. Uno")], "01. Uno"),
        ("1234567. Uno", [(P, "1234567. Uno")], "1234567. Uno"),
        ("1\\. Uno", [(P, "1. Uno")], "1. Uno"),
        ("2026. Un año", [(N, "Un año")], "2026. Un año"),
        ("١. Uno", [(P, "١. Uno")], "١. Uno"),
    ],
)
def test_a_line_is_what_it_begins_with(texto: str, bloques: list[tuple[Clase, str]], visto: str) -> None:
    assert (clases(texto), plano(texto)) == (bloques, visto)
    assert clases(escribir(leer(texto))) == bloques


@pytest.mark.parametrize(
    ("texto", "tramos"),
    [
        ("**a**", [("a", *NEGRITA)]),
        ("*a*", [("a", *CURSIVA)]),
        ("***a***", [("a", *AMBAS)]),
        ("**a *b* c**", [("a ", *NEGRITA), ("b", *AMBAS), (" c", *NEGRITA)]),
        ("*a **b** c*", [("a ", *CURSIVA), ("b", *AMBAS), (" c", *CURSIVA)]),
        ("**a *b** c*", [("a ", *NEGRITA), ("b", *AMBAS), (" c", *CURSIVA)]),
        ("***a** b*", [("a", *AMBAS), (" b", *CURSIVA)]),
        ("***a* b**", [("a", *AMBAS), (" b", *NEGRITA)]),
        ("a**b**c", [("a", False, False), ("b", *NEGRITA), ("c", False, False)]),
        ("**a****b**", [("a****b", *NEGRITA)]),
        ("**a**\\***b**", [("a", *NEGRITA), ("*", False, False), ("b", *NEGRITA)]),
        ("*a* b*", [("a", *CURSIVA), (" b*", False, False)]),
        ("\\*\\*a\\*\\*", [("**a**", False, False)]),
        ("\\**a*", [("*", False, False), ("a", *CURSIVA)]),
        ("2 * 3 * 4", [("2 * 3 * 4", False, False)]),
        ("\\\\*a*", [("\\", False, False), ("a", *CURSIVA)]),
        ("a\\b", [("a\\b", False, False)]),
        ("a\\", [("a\\", False, False)]),
    ],
)
def test_bold_and_italics_may_be_nested_crossed_or_left_open(texto: str, tramos: list[tuple[str, bool, bool]]) -> None:
    esperado = [(*tramo, "") for tramo in tramos]
    assert aspecto(texto) == esperado
    assert aspecto(escribir(leer(texto))) == esperado
    assert plano(texto) == "".join(tramo[0] for tramo in tramos)


def test_marks_end_with_their_line() -> None:
    assert plano("**a\nb**") == "**a\nb**"
    assert plano(f"[a\nb]({URL})") == f"[a\nb]({URL})"


@pytest.mark.parametrize(
    ("texto", "visto", "destino"),
    [
        (f"[a]({URL})", "a", URL),
        ("[a](mailto:ana@a.mx)", "a", "mailto:ana@a.mx"),
        ("[a](http://a.mx)", "a", "http://a.mx"),
        ("[a](https://a.mx/b?c=1&d=%20#e)", "a", "https://a.mx/b?c=1&d=%20#e"),
        (r"[a](https://a.mx/b_\(c\))", "a", "https://a.mx/b_(c)"),
        (r"[a](https://a.mx/\[b\]\*)", "a", "https://a.mx/[b]*"),
        ("[a](https://a.mx/ñ)", "a", "https://a.mx/ñ"),
        ("[a [b]](https://a.mx)", "[a [b]](https://a.mx)", ""),
        (rf"[a \[b\]]({URL})", "a [b]", URL),
        (f"\\[a]({URL})", f"[a]({URL})", ""),
        (f"[a\\]({URL})", f"[a]({URL})", ""),
        ("[a](https://a.mx/b_(c))", "[a](https://a.mx/b_(c))", ""),
        ("[a](https://a.mx/b c)", "[a](https://a.mx/b c)", ""),
        ("[a]( https://a.mx)", "[a]( https://a.mx)", ""),
        ("[a]()", "[a]()", ""),
        ("[a](<https://a.mx>)", "[a](<https://a.mx>)", ""),
        ("[a](//a.mx)", "[a](//a.mx)", ""),
        ("[a](a.mx)", "[a](a.mx)", ""),
        ("[a](javascript:alert)", "[a](javascript:alert)", ""),
        (r"[a](javascript:alert\(1\))", "[a](javascript:alert(1))", ""),
        ("[a](JavaScript:alert)", "[a](JavaScript:alert)", ""),
        ("[a](java\x00script:alert)", "[a](javascript:alert)", ""),
        ("[a](data:text/html,b)", "[a](data:text/html,b)", ""),
        ("[a](vbscript:b)", "[a](vbscript:b)", ""),
        ("[a](file:///b)", "[a](file:///b)", ""),
        ("[a](ftp://a.mx/b)", "[a](ftp://a.mx/b)", ""),
        ("[a](https://ana@a.mx)", "[a](https://ana@a.mx)", ""),
        ("[a](mailto:ana@a.mx?bcc=b@a.mx)", "[a](mailto:ana@a.mx?bcc=b@a.mx)", ""),
    ],
)
def test_a_link_leads_where_it_may_or_is_text(texto: str, visto: str, destino: str) -> None:
    (bloque,) = leer(texto)
    assert (plano(texto), {t.enlace for t in bloque.tramos}) == (visto, {destino})
    assert leer(escribir((bloque,))) == (bloque,)


def test_formats_and_links_cross() -> None:
    assert aspecto(f"**a [b** c]({URL}) d") == [
        ("a ", *NEGRITA, ""),
        ("b", *NEGRITA, URL),
        (" c", False, False, URL),
        (" d", False, False, ""),
    ]
    assert aspecto(f"[a]({URL})[b]({URL}/c)") == [("a", False, False, URL), ("b", False, False, f"{URL}/c")]


def test_lists_go_on_over_empty_lines_and_begin_again_after_anything_else() -> None:
    texto = "5. a\n5. b\n\n\n1. c\n- d\n1. e\n## f\n8. g\n8. h"
    assert [bloque.numero for bloque in leer(texto)] == [5, 6, 7, 0, 1, 0, 8, 9]
    assert plano(texto).split("\n") == ["5. a", "6. b", "", "", "7. c", "• d", "1. e", "f", "8. g", "9. h"]
    assert escribir(leer(texto)) == "5. a\n6. b\n7. c\n\n- d\n\n1. e\n\n## f\n\n8. g\n9. h"


@pytest.mark.parametrize("salto", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_every_line_break_ends_a_block(salto: str) -> None:
    texto = salto.join(["## a", "- *b*", "1. c", "d"])
    assert clases(texto) == [(T, "a"), (V, "b"), (N, "c"), (P, "d")]
    assert plano(texto) == "a\n• b\n1. c\nd"


@pytest.mark.parametrize(
    "oculto", ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2069", "\x7f"]
)
def test_what_turns_text_around_is_in_no_word_mark_or_address(oculto: str) -> None:
    texto = f"{oculto}## a{oculto}\n*{oculto}*b**\n[c{oculto}](https://a.mx/{oculto}b)"
    esperado = [
        Bloque(T, (Tramo("a"),)),
        Bloque(P, (Tramo("b", negrita=True),)),
        Bloque(P, (Tramo("c", enlace=URL),)),
    ]
    assert list(leer(texto)) == esperado


@pytest.mark.parametrize("texto", ["nin\u0303o", "👩\u200d🔬", "a\u00a0b", "\u200fשלום\u200e", "한국", "a\u00adb"])
def test_what_people_write_stays_letter_by_letter(texto: str) -> None:
    assert aspecto(f"**{texto}**") == [(texto, *NEGRITA, "")]
    assert plano(f"- {texto}") == f"• {texto}"
