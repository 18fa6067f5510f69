"""What fits on a slide: nothing is lost or doubled, and every slide that comes out fits by the same measure."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.presentaciones.deck import Hoja
from promueve_gui.adapters.presentaciones.fitting import Caja, cover_ratio, cut, fit, title_ratio, with_short_title
from promueve_gui.adapters.word.blocks import Estilo, Parrafo
from promueve_gui.adapters.word.text import Tramo

if TYPE_CHECKING:
    import pytest

CAJA = Caja(ancho=850, alto=340, letra=24)
TITULO = Caja(ancho=850, alto=70, letra=30)
PALABRAS = st.lists(st.text("abcdeñ.", min_size=1, max_size=12), min_size=1, max_size=150).map(" ".join)
PARRAFOS = st.lists(
    st.builds(
        Parrafo,
        st.sampled_from([Estilo.VINETA, Estilo.TEXTO, Estilo.NUMERO, Estilo.APARTADO]),
        st.lists(st.builds(Tramo, PALABRAS, fuerte=st.booleans()), min_size=1, max_size=3).map(tuple),
    ),
    max_size=12,
)


def point(texto: str) -> Parrafo:
    return Parrafo(Estilo.VINETA, (Tramo(texto),))


@given(PARRAFOS)
def test_nothing_is_lost_and_everything_fits(parrafos: list[Parrafo]) -> None:
    repartidas = fit(Hoja(titulo="T", parrafos=tuple(parrafos), notas="n"), CAJA)
    assert "".join(p.texto for r in repartidas for p in r.hoja.parrafos) == "".join(p.texto for p in parrafos)
    assert all(CAJA.scaled(r.razon).height(r.hoja.parrafos) <= CAJA.alto for r in repartidas)
    assert [r.hoja.notas for r in repartidas] == ["n", *[""] * (len(repartidas) - 1)]
    assert len({r.hoja.titulo for r in repartidas}) == len(repartidas)


@given(st.lists(st.builds(Tramo, st.text(max_size=9), fuerte=st.booleans()), max_size=5).map(tuple), st.integers(0, 50))
def test_cutting_puts_each_letter_on_its_side(tramos: tuple[Tramo, ...], corte: int) -> None:
    primero, resto = cut(tramos, corte)
    entero = "".join(t.texto for t in tramos)
    assert ("".join(t.texto for t in primero), "".join(t.texto for t in resto)) == (entero[:corte], entero[corte:])
    assert sum(len(t.texto) for t in (*primero, *resto) if t.fuerte) == sum(len(t.texto) for t in tramos if t.fuerte)


@given(st.text("abcdeñ ", min_size=1, max_size=700).map(lambda t: " ".join(t.split()) or "a"))
def test_a_title_fits_and_what_does_not_goes_on(titulo: str) -> None:
    hoja = with_short_title(Hoja(titulo=titulo), TITULO)
    caja = TITULO.scaled(title_ratio(TITULO, hoja.titulo))
    assert caja.lines(hoja.titulo) <= caja.renglones
    juntos = hoja.titulo.removesuffix("…") + "".join(p.texto.removeprefix("…") for p in hoja.parrafos)
    assert "".join(juntos.split()) == "".join(titulo.split())


def test_what_fits_stays_as_it_is() -> None:
    hoja = Hoja(titulo="T", parrafos=(point("a"), point("b")))
    (repartida,) = fit(hoja, CAJA)
    assert (repartida.hoja, repartida.razon) == (hoja, 1.0)
    assert with_short_title(hoja, TITULO) is hoja


def test_a_long_point_is_cut_after_a_sentence() -> None:
    repartidas = fit(Hoja(titulo="T", parrafos=(point("Una frase de seis palabras más. " * 60),)), CAJA)
    assert len(repartidas) > 1
    assert all(r.hoja.parrafos[-1].texto.rstrip().endswith(".") for r in repartidas)


def test_a_heading_goes_where_what_it_heads_goes() -> None:
    titulo = Parrafo(Estilo.APARTADO, (Tramo("Contacto"),))
    puntos = [point(f"Punto {n}") for n in range(7)]
    repartidas = fit(Hoja(titulo="T", parrafos=(*puntos, titulo, *puntos)), CAJA)
    assert [list(r.hoja.parrafos) for r in repartidas] == [puntos, [titulo, *puntos]]
    llena, chica = point("palabra " * 180), Caja(ancho=850, alto=340, letra=16)
    repartidas = fit(Hoja(titulo="T", parrafos=(point("a"), titulo, llena)), chica)
    assert [list(r.hoja.parrafos) for r in repartidas] == [[point("a"), titulo], [llena]]


def test_points_that_fit_in_smaller_letters_are_not_cut() -> None:
    angosta = Caja(ancho=400, alto=170, letra=32)
    puntos = tuple(point(f"Punto {n}: " + "palabra " * 16) for n in range(4))
    repartidas = fit(Hoja(titulo="T", parrafos=puntos), angosta)
    assert [p for r in repartidas for p in r.hoja.parrafos] == list(puntos)
    assert {r.razon for r in repartidas} == {0.7}
    (sola,) = fit(Hoja(titulo="T", parrafos=puntos[:1]), angosta)
    assert (sola.hoja.titulo, sola.razon) == ("T", 0.7)


def test_letters_are_a_little_smaller_where_that_makes_fewer_slides() -> None:
    caja = Caja(ancho=700, alto=252, letra=32)
    repartidas = fit(Hoja(titulo="T", parrafos=tuple(point("palabra " * 14) for _ in range(8))), caja)
    assert [(len(r.hoja.parrafos), r.razon) for r in repartidas] == [(2, 0.85)] * 4


def test_letters_that_are_small_already_are_not_made_smaller() -> None:
    chica = Caja(ancho=400, alto=100, letra=14)
    repartidas = fit(Hoja(titulo="T", parrafos=tuple(point("a") for _ in range(20))), chica)
    assert {r.razon for r in repartidas} == {1.0}
    assert len(repartidas) > 1


def test_a_word_longer_than_the_title_is_cut() -> None:
    hoja = with_short_title(Hoja(titulo="x" * 500), TITULO)
    assert hoja.titulo.endswith("…")
    assert len(hoja.titulo) + len(hoja.parrafos[0].texto) == 502


def test_what_stands_on_a_cover_is_made_to_fit_there() -> None:
    caja = Caja(ancho=480, alto=130, letra=32)
    parrafos = [point(f"Renglón {n}") for n in range(4)]
    razon = cover_ratio(caja, parrafos)
    assert 0.5 < razon < 1
    assert caja.scaled(razon).height(parrafos) <= caja.alto
    assert cover_ratio(caja, parrafos[:1]) == 1
    assert cover_ratio(caja, parrafos * 9) == 0.55


def test_a_huge_paragraph_is_gone_through_a_few_times_and_not_once_for_each_slide(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    leidas: list[int] = []
    wrap = textwrap.wrap

    def counted(texto: str, ancho: int) -> list[str]:
        leidas.append(len(texto))
        return wrap(texto, ancho)

    monkeypatch.setattr(textwrap, "wrap", counted)
    texto = "palabra " * 4000
    repartidas = fit(Hoja(titulo="T", parrafos=(point(texto),)), CAJA)
    assert len(repartidas) > 40
    assert sum(leidas) < 10 * len(texto)
