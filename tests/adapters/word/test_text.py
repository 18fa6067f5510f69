"""User text: cleaned, cut, and its addresses found and nothing else."""

from __future__ import annotations

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.word.text import Tramo, clean, lines, linked, mail_target, web_target


@given(st.text(alphabet=st.characters(), max_size=80))
def test_whatever_is_typed_can_be_written(texto: str) -> None:
    limpio = clean(texto)
    assert Document().add_paragraph(limpio).text == limpio


@given(st.text(max_size=80))
def test_stretches_join_into_the_same_text(texto: str) -> None:
    assert "".join(tramo.texto for tramo in linked(texto)) == clean(texto)


def test_every_kind_of_break_makes_a_paragraph() -> None:
    assert lines("uno\r\ndos\rtres\n\n  cuatro \vcinco\u2028seis\u2029siete\x85ocho\x00\x07") == [
        "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texto", "enlaces"),
    [
        ("Vea https://datos.example.org/a.", ["https://datos.example.org/a"]),
        ("(http://example.org/a?b=1&c=2)", ["http://example.org/a?b=1&c=2"]),
        ("«https://example.org/Presa_(obra)»", ["https://example.org/Presa_(obra)"]),
        ("(vea https://example.org/Presa_(obra))", ["https://example.org/Presa_(obra)"]),
        ("a@example.org; b@example.org", ["mailto:a@example.org", "mailto:b@example.org"]),
        ("https://example.org/año", ["https://example.org/a%C3%B1o"]),
        ("https://example.org/a%20b", ["https://example.org/a%20b"]),
    ],
)
def test_addresses_become_links(texto: str, enlaces: list[str]) -> None:
    assert [tramo.enlace for tramo in linked(texto) if tramo.enlace] == enlaces


@pytest.mark.parametrize(
    "texto",
    [
        "javascript://example.org/%0aalert(1)",
        "JAVASCRIPT:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org/a",
        r"\\servidor\carpeta@a",
        "https://usuario:clave@example.org/a",
        "https://",
        "https://[",
        "http://ex<b>ample.org/",
        "usuario@",
        "@usuario",
        "https://example.org/" + "a" * 2000,
        "datos.example.org",
    ],
)
def test_what_is_not_plainly_an_address_stays_text(texto: str) -> None:
    assert linked(texto) == (Tramo(texto),)


def test_an_address_cannot_carry_orders_for_the_mail_program() -> None:
    assert mail_target("a?bcc=b&x@example.org") == "mailto:a%3Fbcc%3Db%26x@example.org"
    assert mail_target("a b@example.org") == ""
    assert web_target("https://example.org/a b") == ""
