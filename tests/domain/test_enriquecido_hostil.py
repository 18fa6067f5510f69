"""Rich text from outside: whatever it holds, reading it loses nothing and leads nowhere but to web and mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.enriquecido import escribir, leer, limpio, plano

PARTES = st.sampled_from(["**", "*", "***", "[", "](", ")", "\\", "## ", "- ", "3. ", "\n", " ", "\u202e", "\x00", "ñ"])
DESTINOS = st.sampled_from(
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/x", "https://a.mx", "mailto:a@b.mx"]
)
HOSTIL = st.lists(PARTES | DESTINOS | st.text(max_size=5), max_size=25).map("".join)


@given(HOSTIL)
def test_links_lead_only_to_web_and_mail(texto: str) -> None:
    enlaces = [t.enlace for bloque in leer(texto) for t in bloque.tramos if t.enlace]
    assert all(e.startswith(("http://", "https://", "mailto:", "{")) for e in enlaces)


@given(HOSTIL)
def test_what_readers_see_is_the_same_once_written(texto: str) -> None:
    assert [b.leido for b in leer(escribir(leer(texto)))] == [b.leido for b in leer(texto)]


@given(HOSTIL)
def test_what_is_clean_stays_clean(texto: str) -> None:
    assert limpio(limpio(texto)) == limpio(texto)
    assert limpio(plano(texto)) == plano(texto)


@pytest.mark.parametrize("esquema", ["javascript:alert", "data:text/html,x", "file:///etc/x", "vbscript:x"])
def test_an_odd_scheme_is_told_as_text(esquema: str) -> None:
    assert plano(f"[a]({esquema})") == f"[a]({esquema})"


@pytest.mark.parametrize("signo", ["a", "[", "]("])
def test_a_very_long_line_is_read_whole(signo: str) -> None:
    assert plano(signo * 50_000) == signo * 50_000
