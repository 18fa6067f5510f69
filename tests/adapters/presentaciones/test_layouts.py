"""Which layouts of a template serve, and what its letters and signs are."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Cm

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
from tests.adapters.presentaciones.muestras import (
    PLANTILLA,
    body_of,
    lamina,
    layouts_without,
    repacked,
    template,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import LayoutPlaceholder

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


def untyped(deck: Deck) -> None:
    """Leave layouts as those who draw their own have them: without a type, the cover with a place for the date."""
    for layout in deck.slide_layouts:
        layout.element.attrib.pop("type", None)
    portada = deck.slide_layouts[0]
    portada.shapes._spTree.append(parse_xml(PLACE.format(ns=nsdecls("a", "p"), tipo="body", alto=360_000)))  # noqa: SLF001  # python-pptx adds none


PLACE = (
    '<p:sp {ns}><p:nvSpPr><p:cNvPr id="77" name="Fecha"/><p:cNvSpPr/><p:nvPr><p:ph type="{tipo}" idx="77"/></p:nvPr>'
    '</p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="5000000"/><a:ext cx="3000000" cy="{alto}"/></a:xfrm></p:spPr>'
    "<p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>"
)


@pytest.mark.parametrize(
    ("quedan", "portada", "puntos"),
    [
        (NAMES, "Title Slide", "Title and Content"),
        (("Title Slide", "Two Content", "Title Only"), "Title Slide", "Title Only"),
        (("Title Slide", "Picture with Caption", "Title Only"), "Title Slide", "Title Only"),
        (("Title Slide", "Title and Vertical Text", "Title Only"), "Title Slide", "Title Only"),
        (("Title Slide", "Section Header", "Comparison"), "Title Slide", "Comparison"),
        (("Title Only", "Vertical Title and Text"), "Title Only", "Title Only"),
    ],
)
def test_layouts_without_a_type_are_judged_by_their_places(quedan: tuple[str, ...], portada: str, puntos: str) -> None:
    def change(deck: Deck) -> None:
        untyped(deck)
        only(*quedan)(deck)

    moldes = find_layouts(opened(change))
    assert (moldes.portada.layout.name, moldes.puntos.layout.name) == (portada, puntos)


def two_masters() -> bytes:
    """Return a template whose first master has the cover, and whose second one has the points."""

    def change(parts: dict[str, bytes]) -> None:
        uno, otro = "ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/slideMaster2.xml"
        portada, puntos = (f"ppt/slideLayouts/slideLayout{n}.xml" for n in (1, 2))
        parts[otro] = re.sub(rb'<p:sldLayoutId [^>]*r:id="rId1"/>', b"", parts[uno])
        parts[uno] = re.sub(rb'<p:sldLayoutId [^>]*r:id="rId2"/>', b"", parts[uno])
        parts[otro] = parts[otro].replace(b'sldLayoutId id="2147483', b'sldLayoutId id="2147484')
        rels = parts[relations(uno)]
        parts[relations(uno)] = re.sub(rb'<Relationship [^>]*slideLayout2.xml"[^>]*/>', b"", rels)
        parts[relations(otro)] = re.sub(rb'<Relationship [^>]*slideLayout1.xml"[^>]*/>', b"", rels)
        parts[relations(puntos)] = parts[relations(puntos)].replace(b"slideMaster1", b"slideMaster2")
        assert portada in parts
        types = parts["[Content_Types].xml"]
        (declared,) = re.findall(rb'<Override [^>]*slideMaster1.xml"[^>]*/>', types)
        added = declared.replace(b"slideMaster1", b"slideMaster2")
        parts["[Content_Types].xml"] = types.replace(declared, declared + added)
        main = "ppt/presentation.xml"
        parts[main] = parts[main].replace(
            b"</p:sldMasterIdLst>", b'<p:sldMasterId id="2147485000" r:id="rIdOtro"/></p:sldMasterIdLst>'
        )
        (master,) = re.findall(rb'<Relationship [^>]*slideMaster1.xml"[^>]*/>', parts[relations(main)])
        other = re.sub(rb'Id="[^"]*"', b'Id="rIdOtro"', master).replace(b"slideMaster1", b"slideMaster2")
        parts[relations(main)] = parts[relations(main)].replace(master, master + other)

    return repacked(template(only("Title Slide", "Title and Content")), change)


def relations(part: str) -> str:
    """Return the name of the relationships of a part."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def test_layouts_of_every_master_serve(tmp_path: Path) -> None:
    deck = write(tmp_path, plantilla=two_masters())
    assert len(deck.slide_masters) == 2
    assert [slide.slide_layout.name for slide in deck.slides][:2] == ["Title Slide", "Title and Content"]


def test_text_never_stands_sideways(tmp_path: Path) -> None:
    plantilla = template(only("Title Slide", "Vertical Title and Text"))
    slide = write(tmp_path, laminas=[lamina("- a")], plantilla=plantilla).slides[1]
    titulo, cuerpo = slide.shapes.title, body_of(slide)
    assert titulo is not None
    assert not cuerpo.is_placeholder
    assert [b.get("vert") for b in titulo.element.iter("{*}bodyPr")] == ["horz"]
    assert titulo.width > titulo.height


def test_of_two_columns_the_first_one_is_used() -> None:
    moldes = find_layouts(opened(only("Title Slide", "Comparison")))
    assert moldes.puntos.cuerpo == 2


@pytest.mark.parametrize("quedan", [("Title Slide",), ("Title Only",), ("Section Header",)])
def test_text_that_is_put_there_does_not_cover_the_title(tmp_path: Path, quedan: tuple[str, ...]) -> None:
    def change(deck: Deck) -> None:
        only(*quedan)(deck)
        for shape in list(deck.slide_layouts[0].placeholders):
            if shape.placeholder_format.idx == 1:
                shape.element.getparent().remove(shape.element)

    for slide in list(write(tmp_path, laminas=[lamina("- a")], plantilla=template(change)).slides)[:2]:
        titulo, cuerpo = slide.shapes.title, body_of(slide)
        assert titulo is not None
        assert titulo.top + titulo.height <= cuerpo.top
        assert cuerpo.top + cuerpo.height <= 6_858_000


def test_the_foot_of_a_cover_is_that_of_the_template_and_no_more(tmp_path: Path) -> None:
    def change(deck: Deck) -> None:
        for shape in list(deck.slide_layouts[0].placeholders):
            if shape.placeholder_format.idx >= 10:
                shape.element.getparent().remove(shape.element)

    portada, puntos, *_ = write(tmp_path, plantilla=template(change)).slides
    assert {"Pie", "Número de lámina"}.isdisjoint(shape.name for shape in portada.shapes)
    assert {"Pie", "Número de lámina"} <= {shape.name for shape in puntos.shapes}


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
    assert round(hecha.ancho + 14.4) == round(body_box(vacias, vacias.puntos)[2] / 12_700)


def test_what_lies_outside_of_the_slide_is_no_room() -> None:
    def low(deck: Deck) -> None:
        for place in cast("Iterable[LayoutPlaceholder]", deck.slide_layouts[1].placeholders):
            place.left, place.top, place.width, place.height = Cm(5), Cm(9), Cm(30), Cm(20)

    moldes = find_layouts(opened(low))
    caja = room(moldes, moldes.puntos, titulo=False)
    assert caja.ancho < (moldes.ancho - Cm(5)) / 12_700
    assert caja.alto < (moldes.alto - Cm(9)) / 12_700


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
    sin_titulo = replace(moldes.puntos, titulo=None)
    cajas = [title_box(moldes), body_box(moldes, sin_titulo), footer_box(moldes), number_box(moldes)]
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
