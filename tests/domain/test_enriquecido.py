"""Rich text: what marks mean, that any text can be written and read back, and that nothing hostile harms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.enriquecido import (
    MAXIMO_NUMERO,
    Bloque,
    Clase,
    Tramo,
    enlace_valido,
    escapar,
    escapar_valor,
    escribir,
    leer,
    limpio,
    plano,
)

MARCAS = st.text(st.sampled_from(list("ab *\\[]()#-.1 \t{}é")), max_size=14)
RENGLONES = st.text(st.sampled_from(list("ab *\\[]()#-.1 \n")), max_size=40)
CUALQUIERA = st.text(max_size=30)
TEXTOS = MARCAS | RENGLONES | CUALQUIERA
DESTINOS = ["", "https://a.mx/x", "http://b.mx/(a)*[b]?c=1", "mailto:a@b.mx", "{url}", "javascript:alert(1)"]
TRAMOS = st.builds(Tramo, MARCAS | CUALQUIERA, st.booleans(), st.booleans(), st.sampled_from(DESTINOS))
BLOQUES = st.builds(
    Bloque, st.sampled_from(list(Clase)), st.lists(TRAMOS, max_size=5).map(tuple), st.integers(0, MAXIMO_NUMERO + 2)
)
URL = "https://datos.ejemplo.gob.mx/presas"


def parrafo(*tramos: Tramo) -> tuple[Bloque, ...]:
    return (Bloque(Clase.PARRAFO, tramos),)


@given(st.lists(BLOQUES, max_size=5))
def test_whatever_is_written_is_read_back(bloques: list[Bloque]) -> None:
    escrito = escribir(bloques)
    leidos = leer(escrito)
    assert escribir(leidos) == escrito
    assert leer(escribir(leidos)) == leidos
    esperado = [limpio(b.texto).replace("\n", " ") for b in bloques]
    assert [b.texto for b in leidos] == [
        texto for texto, b in zip(esperado, bloques, strict=True) if texto or b.clase is not Clase.PARRAFO
    ]


@given(TEXTOS)
def test_what_is_read_is_written_so_that_it_is_read_again(texto: str) -> None:
    assert leer(escribir(leer(texto))) == leer(texto)


@given(TEXTOS)
def test_an_old_text_once_escaped_reads_the_same(texto: str) -> None:
    assert plano(escapar(texto)) == limpio(texto)
    bloques = leer(escapar(texto))
    assert all(b.clase is Clase.PARRAFO for b in bloques)
    assert all(tramo == Tramo(tramo.texto) for b in bloques for tramo in b.tramos)


@given(TEXTOS, TEXTOS)
def test_a_value_says_just_that_wherever_it_is_put(valor: str, antes: str) -> None:
    dicho = " ".join(limpio(valor).split("\n"))
    assert plano(escapar_valor(valor)) == dicho
    assert plano(f"{escapar(antes)} {escapar_valor(valor)}").endswith(dicho)


@pytest.mark.parametrize(
    ("texto", "bloques"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("Hola", parrafo(Tramo("Hola"))),
        ("Uno\nDos", parrafo(Tramo("Uno")) + parrafo(Tramo("Dos"))),
        ("## Título", (Bloque(Clase.TITULO, (Tramo("Título"),)),)),
        ("- Uno", (Bloque(Clase.VINETA, (Tramo("Uno"),)),)),
        ("- ", (Bloque(Clase.VINETA, ()),)),
        ("a **b** c", parrafo(Tramo("a "), Tramo("b", negrita=True), Tramo(" c"))),
        ("*a***b**", parrafo(Tramo("a", cursiva=True), Tramo("b", negrita=True))),
        ("***a***", parrafo(Tramo("a", negrita=True, cursiva=True))),
        (f"[datos]({URL})", parrafo(Tramo("datos", enlace=URL))),
        (f"**[datos]({URL})**", parrafo(Tramo("datos", negrita=True, enlace=URL))),
        (f"[a **b**]({URL})", parrafo(Tramo("a ", enlace=URL), Tramo("b", negrita=True, enlace=URL))),
        ("[datos]({url})", parrafo(Tramo("datos", enlace="{url}"))),
        (r"[p](https://a.mx/x\(y\))", parrafo(Tramo("p", enlace="https://a.mx/x(y)"))),
        (r"\*a\* \## \[b\](c)", parrafo(Tramo("*a* ## [b](c)"))),
    ],
)
def test_what_the_marks_mean(texto: str, bloques: tuple[Bloque, ...]) -> None:
    assert leer(texto) == bloques


@pytest.mark.parametrize(
    "texto",
    [
        "5 * 3 = 15",
        "* nota",
        "a ****b****",
        "a*",
        "**a",
        "#Hashtag",
        "-5 grados",
        "1.5 veces",
        "0. Nada",
        "[sic]",
        "[a](nada)",
        "[a](javascript:alert(1))",
        "[a] (b)",
        "a](https://a.mx/b)",
        "[](https://a.mx/b)",
        r"C:\datos",
        "<b>no</b>",
    ],
)
def test_what_is_no_mark_is_text(texto: str) -> None:
    assert leer(texto) == parrafo(Tramo(texto))


def test_a_link_whose_text_is_bold_marks_alone_is_text() -> None:
    assert plano("[**](https://a.mx/b)") == "[**](https://a.mx/b)"


def test_a_mark_that_nothing_closes_is_the_last_one() -> None:
    assert leer("**a** **b") == parrafo(Tramo("a", negrita=True), Tramo(" **b"))
    assert leer("***a**") == parrafo(Tramo("*a", negrita=True))


def test_lists_are_numbered_one_by_one_from_their_first() -> None:
    assert plano("3. a\n\n9. b\nc\n1. d") == "3. a\n\n4. b\nc\n1. d"
    assert [b.numero for b in leer(f"{MAXIMO_NUMERO}. a\n7. b")] == [MAXIMO_NUMERO, 7]
    assert escribir([Bloque(Clase.NUMERO, (Tramo("a"),), 0)]) == "1. a"


def test_readers_see_no_marks() -> None:
    texto = f"## Datos\n\n- **Uno**\n- [dos]({URL})\n\n1. *tres*"
    assert plano(texto) == "Datos\n\n• Uno\n• dos\n\n1. tres"


def test_paragraphs_stand_apart_and_items_together() -> None:
    bloques = leer("a\nb\n- c\n- d\n1. e\n2. f")
    assert escribir(bloques) == "a\n\nb\n\n- c\n- d\n\n1. e\n2. f"


@pytest.mark.parametrize("texto", ["a\x00b", "a\x1bb", "a\u202eb", "a\u2066b", "a\ud800b", "a\x85b"])
def test_what_is_not_to_be_read_is_left_out(texto: str) -> None:
    assert plano(texto) in {"ab", "a\nb"}


@pytest.mark.parametrize(
    "destino",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://ana:clave@a.mx/",
        "https://",
        "http://[::1",
        "mailto:nadie",
        "https://a.mx/a b",
        "https://a.mx/\u202eb",
        "https://a.mx/" + "a" * 2000,
        "",
        "{URL}",
    ],
)
def test_links_lead_to_the_web_or_to_a_mailbox(destino: str) -> None:
    assert not enlace_valido(destino)
    assert escribir(parrafo(Tramo("a", enlace=destino))) == "a"


@pytest.mark.parametrize("trozo", ["[", "*", "**a ", "](", "[a](", "\\", "- ", "1. ", "[a](https://x.mx/) ", "***a*"])
@pytest.mark.parametrize("salto", ["", "\n"])
def test_a_hostile_text_is_read_and_escaped_all_the_same(trozo: str, salto: str) -> None:
    texto = (trozo + salto) * 3000
    assert leer(escribir(leer(texto))) == leer(texto)
    assert plano(escapar(texto)) == texto
