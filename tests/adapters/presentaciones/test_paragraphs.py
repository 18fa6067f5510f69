"""Paragraphs in a frame of PowerPoint, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Emu, Pt

from promueve_gui.adapters.presentaciones.paragraphs import Letra, Signo, add_paragraphs
from promueve_gui.adapters.word.blocks import Estilo, Parrafo
from promueve_gui.adapters.word.text import Tramo
from promueve_gui.domain.enriquecido import limpio

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape

TEXTOS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def box() -> Shape:
    """Return an empty box on a slide."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    return cast("Shape", slide.shapes.add_textbox(Emu(0), Emu(0), Emu(9), Emu(9)))


def written(parrafos: list[Parrafo], signo: Signo = Signo.PUESTO, letra: float = 0) -> Shape:
    made = box()
    add_paragraphs(made, parrafos, Letra(letra), signo)
    return made


def signs(shape: Shape) -> list[list[str]]:
    """Return what stands before each paragraph."""
    return [
        [child.tag.rpartition("}")[2] for child in properties if child.tag.rpartition("}")[2].startswith("bu")]
        for properties in shape.element.iter("{*}pPr")
    ]


@pytest.mark.parametrize(
    ("estilo", "signo", "esperado"),
    [
        (Estilo.VINETA, Signo.DE_LA_PLANTILLA, []),
        (Estilo.VINETA, Signo.PUESTO, ["buSzPct", "buFont", "buChar"]),
        (Estilo.VINETA, Signo.NINGUNO, ["buNone"]),
        (Estilo.NUMERO, Signo.DE_LA_PLANTILLA, ["buSzPct", "buFont", "buAutoNum"]),
        (Estilo.TEXTO, Signo.DE_LA_PLANTILLA, ["buNone"]),
        (Estilo.APARTADO, Signo.PUESTO, ["buNone"]),
    ],
)
def test_each_part_has_its_sign(estilo: Estilo, signo: Signo, esperado: list[str]) -> None:
    assert signs(written([Parrafo(estilo, (Tramo("a"),), 1)], signo)) == [esperado]


def test_a_list_that_begins_again_begins_where_it_says() -> None:
    numeros = [Parrafo(Estilo.NUMERO, (Tramo("a"),), n) for n in (4, 5)]
    shape = written([*numeros, Parrafo(Estilo.TEXTO, (Tramo("b"),)), Parrafo(Estilo.NUMERO, (Tramo("c"),), 1)])
    assert [n.get("startAt") for n in shape.element.iter("{*}buAutoNum")] == ["4", "4", None]


def test_a_heading_is_bold_and_sizes_are_given_only_when_asked() -> None:
    runs = written([Parrafo(Estilo.APARTADO, (Tramo("a"),))], letra=18).text_frame.paragraphs[0].runs
    assert [(run.font.bold, run.font.size) for run in runs] == [(True, Pt(18))]
    runs = written([Parrafo(Estilo.TEXTO, (Tramo("a"),))]).text_frame.paragraphs[0].runs
    assert [(run.font.bold, run.font.size) for run in runs] == [(None, None)]


def test_line_feeds_are_breaks_within_the_paragraph() -> None:
    shape = written([Parrafo(Estilo.DATOS, (Tramo("uno", fuerte=True), Tramo("\n"), Tramo("dos")))])
    (parrafo,) = shape.text_frame.paragraphs
    assert parrafo.text == "uno\vdos"
    assert len(parrafo.runs) == 2


@given(st.lists(TEXTOS, min_size=1, max_size=4))
def test_every_word_comes_back_as_it_was(textos: list[str]) -> None:
    shape = written([Parrafo(Estilo.VINETA, tuple(Tramo(texto) for texto in textos))])
    (parrafo,) = shape.text_frame.paragraphs
    assert parrafo.text.replace("\v", "\n") == "".join(map(limpio, textos))
