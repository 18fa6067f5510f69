"""How networks count: examples that they publish, and what holds for any text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.conteo import URL, largo_en_red, signos
from promueve_gui.domain.vocabularios import ConteoRed

FAMILIA = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
PULGAR = "\U0001f44d\U0001f3fd"
MEXICO = "\U0001f1f2\U0001f1fd"
GALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
GATO = "\U0001f431"


# X: the conformance tests and the documentation «Counting characters» of twitter-text, configuration 3.
@pytest.mark.parametrize(
    ("texto", "cuantos"),
    [
        ("This is a test.", 15),
        ("http://test.com", 23),
        ("https://test.com", 23),
        ("Test https://test.com test https://test.com", 57),
        ("저찀쯿쿿", 8),
        (f"H{GATO}☺", 5),
        (GATO * 140, 280),
        ("の" * 140, 280),
        (FAMILIA, 2),
        (PULGAR, 2),
        (MEXICO, 2),
        (GALES, 2),
        ("☝\U0001f3fd✊\U0001f3ff", 4),
        ("1\ufe0f\u20e3", 2),
        ("“¡Año nuevo…!”", 15),
        ("cafe\u0301", 4),
        ("ñ" * 280, 280),
    ],
)
def test_x_weighs_each_character(texto: str, cuantos: int) -> None:
    assert largo_en_red(texto, ConteoRed.PONDERADO, 23) == cuantos


# X makes links of addresses without http:// too (conformance tests of twitter-text, «extract URLs without protocol»).
@pytest.mark.parametrize(
    ("texto", "cuantos"),
    [
        ("www.gob.mx", 23),
        ("datos.gob.mx/busca/dataset?q=agua, ya", 27),
        ("Vea DATOS.GOB.MX.", 28),
        ("(example.com)", 25),
        ("¡datos.gob.mx:8080/ñ!", 25),
        ("t.co/x y ejemplo.org y otro.mx", 23 + 3 + 23 + 3 + 7),
        ("gob.mx", 6),
        ("t.co, twitch.tv. Esto.Con", 23 + 2 + 23 + 10),
        ("www.inegi.org.mx/temas", 23),
        ("Lea ejemplo.com.mx, unam.edu.mx y ine.org.", 4 + 23 + 2 + 23 + 3 + 23 + 1),
        ("correo@datos.gob.mx", 19),
        ("juan.perez@gob.mx", 17),
        ("tabla.csv y 4.5 de S.A. de C.V.", 31),
        ("fin.Hola", 8),
        ("#gob.com y @gob.com", 19),
        ("año.gob.mxx", 11),
        ("https://datos.gob.mx/a.com", 23),
        ("https://es.example.org/Presa_(obra)", 23),
        ("(vea https://es.example.org/a)", 29),
    ],
)
def test_x_makes_links_of_addresses_without_protocol(texto: str, cuantos: int) -> None:
    assert largo_en_red(texto, ConteoRed.PONDERADO, 23) == cuantos


def test_mastodon_makes_no_link_of_an_address_without_protocol() -> None:
    assert largo_en_red("www.gob.mx", ConteoRed.VISIBLES_SIN_SERVIDOR, 23) == 10


# Bluesky: 300 graphemes (lexicon app.bsky.feed.post); its documentation gives the family as one grapheme.
@pytest.mark.parametrize(
    ("texto", "cuantos"),
    [
        (FAMILIA, 1),
        (f"a{MEXICO}{MEXICO}b", 4),
        ("e\u0301\u0302", 1),
        ("\r\n", 0),
        (f"{PULGAR}!", 2),
        ("각", 1),
        ("한국", 2),
    ],
)
def test_bluesky_counts_what_is_seen(texto: str, cuantos: int) -> None:
    assert largo_en_red(texto, ConteoRed.VISIBLES) == cuantos


# Mastodon: the tests of its validator of length, which these repeat with other words.
def test_mastodon_counts_links_as_23_and_leaves_servers_out() -> None:
    liga = f"http://{'b' * 30}.com/example"
    assert largo_en_red("a" * 476 + f" {liga}", ConteoRed.VISIBLES_SIN_SERVIDOR, 23) == 500
    remota = f"@alice@{'b' * 30}.com"
    assert largo_en_red("a" * 475 + f" {remota}", ConteoRed.VISIBLES_SIN_SERVIDOR, 23) == 475 + len(" @alice")
    assert largo_en_red("datos@ejemplo.mx", ConteoRed.VISIBLES_SIN_SERVIDOR, 23) == len("datos@ejemplo.mx")
    assert largo_en_red(FAMILIA, ConteoRed.VISIBLES_SIN_SERVIDOR, 23) == 1


# Threads: «emojis are counted as the number of UTF-8 bytes» (documentation of its API).
def test_threads_counts_the_bytes_of_an_emoji() -> None:
    assert largo_en_red(f"año {GATO}", ConteoRed.EMOJI_EN_BYTES) == 8
    assert largo_en_red(FAMILIA, ConteoRed.EMOJI_EN_BYTES) == len(FAMILIA.encode())
    assert largo_en_red("✊\U0001f3fd", ConteoRed.EMOJI_EN_BYTES) == 7


def test_urls_count_as_the_network_says() -> None:
    texto = "Vea https://datos.ejemplo.gob.mx/conjunto/unidades-medicas. ¡Ya!"
    assert largo_en_red(texto) == len(texto)
    assert largo_en_red(texto, cuenta_url=23) == len("Vea . ¡Ya!") + 23
    assert largo_en_red(texto, cuenta_url=0) == len(texto)
    assert largo_en_red("acción".replace("ó", "o\u0301"), cuenta_url=23) == 6


@pytest.mark.parametrize(
    "texto", ["{}…", "—{}—", "«{}»", "<{}>", "‘{}’", "“{}”.", '"{}"', "*{}*", "({})", "{}?!", "[{}]", "«vea {}…»;"]
)
def test_what_stands_around_a_url_is_no_part_of_it(texto: str) -> None:
    liga = "https://es.example.org/Presa_(obra)/datos-2026"
    assert URL.findall(texto.format(liga)) == [liga]


@pytest.mark.parametrize(
    ("texto", "cortado"),
    [
        ("", []),
        ("aé", ["a", "é"]),
        ("\r\na", ["\r\n", "a"]),
        ("\n\u0301", ["\n", "\u0301"]),
        ("a\u200db", ["a\u200d", "b"]),
        ("☁\u200d☁", ["☁\u200d☁"]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
        ("\u1112\uac00\u11a8", ["\u1112\uac00\u11a8"]),
        ("가a", ["가", "a"]),
        ("a\u1161", ["a", "\u1161"]),
        (f"{MEXICO}\U0001f1fa", [MEXICO, "\U0001f1fa"]),
        ("a\U0001f1fa", ["a", "\U0001f1fa"]),
    ],
)
def test_a_sign_is_what_is_seen_as_one(texto: str, cortado: list[str]) -> None:
    assert signos(texto) == cortado


@given(st.text(max_size=60))
def test_signs_together_are_the_text(texto: str) -> None:
    assert "".join(signos(texto)) == texto


@given(st.text(max_size=60), st.sampled_from([None, *ConteoRed]))
def test_any_text_is_counted(texto: str, conteo: ConteoRed | None) -> None:
    compuesto = unicodedata.normalize("NFC", texto.strip())
    visibles = len(signos(compuesto))
    largo = largo_en_red(texto, conteo)
    assert largo >= 0
    if conteo is ConteoRed.VISIBLES:
        assert largo == visibles
    elif conteo is None:
        assert largo == len(compuesto)
