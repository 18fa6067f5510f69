"""Which layouts of a template serve, and what its letters and signs are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from promueve_gui.adapters.presentaciones.layouts import (
    LETRA,
    body_box,
    find_layouts,
    footer_box,
    has_bullets,
    number_box,
    room,
    size_of,
    title_box,
)
from promueve_gui.adapters.presentaciones.template import open_template
from tests.adapters.presentaciones.muestras import PLANTILLA, body_of, lamina, layouts_without, template, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

NAMES = tuple(layout.name for layout in Presentation().slide_layouts)


def opened(change: Callable[[Deck], object] = lambda _: None) -> Deck:
    return open_template(template(change))


def only(*nombres: str) -> Callable[[Deck], None]:
    return layouts_without(*(set(NAMES) - set(nombres)))


def master_level(deck: Deck, tag: str) -> Callable[[], object]:
    """Return how to take the signs of points, or their size, away from the master."""
    (level,) = deck.slide_master.element.iterfind(".//{*}bodyStyle/{*}lvl1pPr")

    def take() -> None:
        for child in list(level):
            if child.tag.rpartition("}")[2] == tag:
                level.remove(child)

    return take


def test_ours_are_found_by_what_they_hold() -> None:
    moldes = find_layouts(open_template(PLANTILLA.read_bytes()))
    assert (moldes.portada.layout.name, moldes.puntos.layout.name) == ("Portada", "Título y puntos")
    assert (moldes.portada.titulo, moldes.portada.cuerpo) == (0, 1)
    assert (moldes.puntos.titulo, moldes.puntos.cuerpo) == (0, 1)


def test_the_usual_types_win_over_others_that_would_serve() -> None:
    moldes = find_layouts(opened(only("Content with Caption", "Title and Content", "Section Header", "Title Slide")))
    assert (moldes.portada.layout.name, moldes.puntos.layout.name) == ("Title Slide", "Title and Content")


def test_without_a_cover_points_serve_as_one() -> None:
    moldes = find_layouts(opened(only("Title and Content")))
    assert moldes.portada.layout.name == "Title and Content"


def test_the_room_is_that_of_the_layout_or_of_what_is_put_there() -> None:
    nuestras = find_layouts(open_template(PLANTILLA.read_bytes()))
    caja = room(nuestras, nuestras.puntos, titulo=False)
    assert (round(caja.ancho), round(caja.alto), caja.letra) == (838, 333, 24)
    titulo = room(nuestras, nuestras.portada, titulo=True)
    assert titulo.letra == 40
    vacias = find_layouts(opened(only("Blank")))
    hecha = room(vacias, vacias.puntos, titulo=False)
    assert round(hecha.ancho + 14.4) == round(body_box(vacias)[2] / 12_700)


def test_letters_of_an_unknown_size_are_taken_for_common_ones() -> None:
    deck = opened(only("Title and Content"))
    (level,) = deck.slide_master.element.iterfind(".//{*}bodyStyle/{*}lvl1pPr")
    for letters in list(level.iter("{*}defRPr")):
        del letters.attrib["sz"]
    moldes = find_layouts(deck)
    assert size_of(moldes.puntos.layout, None, titulo=False) == LETRA


def test_signs_are_those_of_the_layout_or_of_its_master_or_none() -> None:
    deck = opened(only("Title and Content"))
    moldes = find_layouts(deck)
    assert has_bullets(moldes.puntos.layout, moldes.puntos.cuerpo)
    assert not has_bullets(moldes.puntos.layout, 77)
    master_level(deck, "buChar")()
    assert not has_bullets(moldes.puntos.layout, moldes.puntos.cuerpo)
    cuerpo = moldes.puntos.layout.placeholders.get(idx=moldes.puntos.cuerpo or 0)
    assert cuerpo is not None
    (styles,) = cuerpo.element.iter("{*}lstStyle")
    styles.append(parse_xml(f"<a:lvl1pPr {nsdecls('a')}><a:buNone/></a:lvl1pPr>"))
    assert not has_bullets(moldes.puntos.layout, moldes.puntos.cuerpo)
    styles[0][0].getparent().replace(styles[0][0], parse_xml(f'<a:buAutoNum {nsdecls("a")} type="arabicPeriod"/>'))
    assert has_bullets(moldes.puntos.layout, moldes.puntos.cuerpo)


def test_points_get_a_sign_where_the_template_has_none(tmp_path: Path) -> None:
    def bare(deck: Deck) -> None:
        master_level(deck, "buChar")()

    deck = write(tmp_path, laminas=[lamina("- a\n- b")], plantilla=template(bare))
    body = body_of(deck.slides[1])
    assert [sign.get("char") for sign in body.element.iter("{*}buChar")] == ["•", "•"]
    assert {p.get("marL") for p in body.element.iter("{*}pPr")} == {"342900"}


@pytest.mark.parametrize("plantilla", [PLANTILLA.read_bytes(), template()], ids=["nuestra", "otra"])
def test_what_is_put_stands_within_the_slide_and_apart(plantilla: bytes) -> None:
    deck = open_template(plantilla)
    moldes = find_layouts(deck)
    cajas = [caja(moldes) for caja in (title_box, body_box, footer_box, number_box)]
    assert all(
        x >= 0 and x + ancho <= moldes.ancho and y >= 0 and y + alto <= moldes.alto for x, y, ancho, alto in cajas
    )
    titulo, cuerpo, pie, numero = cajas
    assert titulo[1] + titulo[3] <= cuerpo[1]
    assert cuerpo[1] + cuerpo[3] <= pie[1]
    assert pie[0] + pie[2] <= numero[0]


def test_a_template_is_opened_anew_each_time() -> None:
    data = PLANTILLA.read_bytes()
    first, second = open_template(data), open_template(data)
    first.slides.add_slide(first.slide_layouts[0])
    assert (len(first.slides), len(second.slides)) == (1, 0)
    first.save(io.BytesIO())
