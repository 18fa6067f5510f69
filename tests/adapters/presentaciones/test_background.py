"""Text that a template has no place for can be read on what stands behind it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from promueve_gui.adapters.presentaciones.background import Fondo
from promueve_gui.adapters.presentaciones.colours import BLANCO, NEGRO, contrast
from tests.adapters.presentaciones.muestras import shapes_of, template, write

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.presentation import Presentation as Deck
    from pptx.slide import SlideLayout, SlideMaster

CLARO, SIN_CAMBIO = "FFFFFF", ""
OSCURO = '<a:srgbClr val="102030"/>'
ENTERA, IZQUIERDA = (0, 0, 9_144_000, 6_858_000), (0, 0, 2_000_000, 6_858_000)
NS = nsdecls("a", "p", "r")


def blank() -> Deck:
    """Return a presentation whose layouts have no place for anything."""
    deck = Presentation()
    for layout in deck.slide_layouts:
        for place in list(layout.placeholders):
            place.element.getparent().remove(place.element)
    return deck


def give_background(parte: SlideLayout | SlideMaster, relleno: str) -> None:
    fondo = parse_xml(f"<p:bg {NS}><p:bgPr>{relleno}<a:effectLst/></p:bgPr></p:bg>")
    parte.element.cSld.insert(0, fondo)


def add_shape(parte: SlideLayout | SlideMaster, dentro: str, clase: str = "sp") -> None:
    """Add a shape; ``dentro`` is what follows its name."""
    propio = "p:cNvPicPr" if clase == "pic" else "p:cNvSpPr"
    nombrada = f'<p:nv{clase.title()}Pr><p:cNvPr id="77" name="x"/><{propio}/><p:nvPr/></p:nv{clase.title()}Pr>'
    parte.element.cSld.spTree.append(parse_xml(f"<p:{clase} {NS}>{nombrada}{dentro}</p:{clase}>"))


def drawn(caja: tuple[int, int, int, int], relleno: str) -> str:
    x, y, ancho, alto = caja
    donde = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{ancho}" cy="{alto}"/></a:xfrm>'
    return f'<p:spPr>{donde}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{relleno}</p:spPr>'


def picture(parte: SlideLayout, color: tuple[int, ...], modo: str = "RGB") -> str:
    """Return a picture of one colour, to be put into a layout."""
    data = io.BytesIO()
    Image.new(modo, (16, 12), color).save(data, "PNG")
    _, nombre = parte.part.get_or_add_image_part(data)
    return f'<p:blipFill><a:blip r:embed="{nombre}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'


def readable_colour(layout: SlideLayout, caja: tuple[int, int, int, int]) -> str:
    """Return the colour of letters that are put over a layout, which has no place for them."""
    return Fondo(layout).colour_for(caja, [], del_molde=False)


def solid(color: str) -> str:
    return f"<a:solidFill>{color}</a:solidFill>"


@pytest.mark.parametrize(
    ("relleno", "esperado"),
    [
        (solid(OSCURO), CLARO),
        (solid('<a:srgbClr val="F2F2F2"/>'), SIN_CAMBIO),
        (solid('<a:sysClr val="windowText" lastClr="000000"/>'), CLARO),
        (solid('<a:schemeClr val="tx1"/>'), CLARO),
        (solid('<a:schemeClr val="tx1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>'), SIN_CAMBIO),
        (solid('<a:srgbClr val="FFFFFF"><a:shade val="10000"/></a:srgbClr>'), CLARO),
        (solid('<a:srgbClr val="000000"><a:tint val="10000"/></a:srgbClr>'), SIN_CAMBIO),
        (solid('<a:srgbClr val="FFFFFF"><!-- de otro programa --><a:lumMod val="10%"/></a:srgbClr>'), CLARO),
        (solid('<a:schemeClr val="phClr"/>'), SIN_CAMBIO),
        (solid('<a:srgbClr val="roto"/>'), SIN_CAMBIO),
        (
            f'<a:gradFill><a:gsLst><a:gs pos="0">{OSCURO}</a:gs><a:gs pos="1">{OSCURO}</a:gs></a:gsLst></a:gradFill>',
            CLARO,
        ),
        ("<a:noFill/>", SIN_CAMBIO),
    ],
)
def test_a_background_is_read_however_it_says_its_colour(relleno: str, esperado: str) -> None:
    deck = blank()
    give_background(deck.slide_layouts[0], relleno)
    give_background(deck.slide_master, relleno)
    assert [readable_colour(deck.slide_layouts[n], ENTERA) for n in (0, 1)] == [esperado, esperado]


def test_shapes_count_where_they_stand_behind_the_text() -> None:
    layout = blank().slide_layouts[0]
    add_shape(layout, drawn(IZQUIERDA, solid(OSCURO)))
    assert readable_colour(layout, (100, 100, 900, 900)) == CLARO
    assert readable_colour(layout, (4_000_000, 100, 900, 900)) == SIN_CAMBIO
    add_shape(layout, drawn(ENTERA, solid('<a:srgbClr val="FFFFFF"/>')))
    assert readable_colour(layout, (100, 100, 900, 900)) == SIN_CAMBIO


def test_shapes_of_groups_count_where_the_group_puts_them() -> None:
    layout = blank().slide_layouts[0]
    dentro = (
        f'<p:grpSp {NS}><p:nvGrpSpPr><p:cNvPr id="78" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="6858000"/><a:chOff x="50" y="0"/>'
        '<a:chExt cx="100" cy="100"/></a:xfrm></p:grpSpPr><p:sp><p:nvSpPr><p:cNvPr id="79" name="x"/><p:cNvSpPr/>'
        f"<p:nvPr/></p:nvSpPr>{drawn((50, 0, 100, 100), solid(OSCURO))}</p:sp></p:grpSp>"
    )
    layout.element.cSld.spTree.append(parse_xml(dentro))
    assert readable_colour(layout, (100, 100, 900, 900)) == CLARO
    assert readable_colour(layout, (4_000_000, 100, 900, 900)) == SIN_CAMBIO
    for medida in layout.element.iter("{*}chExt"):
        medida.set("cx", "0")
    assert readable_colour(layout, (0, 0, 120, 120)) == CLARO


def test_a_shape_may_take_its_colour_from_a_style_and_let_the_one_behind_through() -> None:
    layout = blank().slide_layouts[0]
    estilo = f'<p:style><a:lnRef idx="1">{OSCURO}</a:lnRef><a:fillRef idx="{{}}">{OSCURO}</a:fillRef></p:style>'
    add_shape(layout, drawn(ENTERA, "") + estilo.format(0))
    assert readable_colour(layout, ENTERA) == SIN_CAMBIO
    add_shape(layout, drawn(ENTERA, "") + estilo.format(1))
    assert readable_colour(layout, ENTERA) == CLARO
    add_shape(layout, drawn(ENTERA, solid('<a:srgbClr val="FFFFFF"><a:alpha val="10000"/></a:srgbClr>')))
    assert readable_colour(layout, ENTERA) == CLARO
    add_shape(layout, drawn(ENTERA, solid('<a:srgbClr val="FFFFFF"><a:alpha val="90000"/></a:srgbClr>')))
    assert readable_colour(layout, ENTERA) == SIN_CAMBIO


def looks(relleno: str = "") -> BaseOxmlElement:
    """Return a place whose letters are filled so."""
    aspecto = f"<a:lstStyle><a:lvl1pPr><a:defRPr>{relleno}</a:defRPr></a:lvl1pPr></a:lstStyle>"
    lugar: BaseOxmlElement = parse_xml(f"<p:sp {NS}><p:spPr/><p:txBody><a:bodyPr/>{aspecto}</p:txBody></p:sp>")
    return lugar


@pytest.mark.parametrize(
    ("fondo", "letras", "esperado"),
    [
        (OSCURO, "", CLARO),
        (OSCURO, solid(OSCURO), CLARO),
        (OSCURO, solid('<a:srgbClr val="C0FFC0"/>'), SIN_CAMBIO),
        (OSCURO, f'<a:gradFill><a:gsLst><a:gs pos="0">{OSCURO}</a:gs></a:gsLst></a:gradFill>', SIN_CAMBIO),
        ('<a:srgbClr val="FFFFFF"/>', solid('<a:srgbClr val="FFFFFF"/>'), "000000"),
        ('<a:srgbClr val="FFFFFF"/>', solid('<a:srgbClr val="808080"/>'), SIN_CAMBIO),
        ('<a:schemeClr val="phClr"/>', solid('<a:srgbClr val="FFFFFF"/>'), SIN_CAMBIO),
    ],
)
def test_letters_of_a_template_change_only_where_they_cannot_be_read(fondo: str, letras: str, esperado: str) -> None:
    layout = blank().slide_layouts[0]
    give_background(layout, solid(fondo))
    assert Fondo(layout).colour_for(ENTERA, [looks(letras)], del_molde=True) == esperado


def test_what_a_place_is_filled_with_is_behind_its_letters() -> None:
    layout, lugar = blank().slide_layouts[0], looks(solid('<a:srgbClr val="FFFFFF"/>'))
    assert Fondo(layout).colour_for(ENTERA, [lugar], del_molde=True) == "000000"
    lugar.spPr.append(parse_xml(f"<a:solidFill {NS}>{OSCURO}</a:solidFill>"))
    assert Fondo(layout).colour_for(ENTERA, [lugar], del_molde=True) == SIN_CAMBIO


def test_a_background_of_the_theme_has_its_colour_unless_it_is_a_picture() -> None:
    deck = blank()
    layout = deck.slide_layouts[0]
    fondo = parse_xml(f'<p:bg {NS}><p:bgRef idx="1001"><a:schemeClr val="tx1"/></p:bgRef></p:bg>')
    layout.element.cSld.insert(0, fondo)
    assert Fondo(layout).colour_for(ENTERA, [looks()], del_molde=True) == CLARO
    for relacion in deck.slide_master.part.rels.values():
        if relacion.reltype.endswith("/theme"):
            parte = relacion.target_part
            antes, _, despues = parte.blob.partition(b"<a:bgFillStyleLst>")
            imagen = f'<a:bgFillStyleLst><a:blipFill {NS}><a:blip r:embed="rId1"/></a:blipFill>'.encode()
            parte._blob = antes + imagen + despues  # noqa: SLF001  # the library has no other way to change it
    assert Fondo(layout).colour_for(ENTERA, [looks()], del_molde=True) == SIN_CAMBIO


def test_a_layout_may_give_its_colours_other_names() -> None:
    layout = blank().slide_layouts[0]
    give_background(layout, solid(OSCURO))
    assert Fondo(layout).colour_for(ENTERA, [], del_molde=False) == CLARO
    for anterior in layout.element.findall("{*}clrMapOvr"):
        layout.element.remove(anterior)
    otros = f'<p:clrMapOvr {NS}><a:overrideClrMapping tx1="lt1" bg1="dk1" hlink="accent6"/></p:clrMapOvr>'
    layout.element.append(parse_xml(otros))
    assert Fondo(layout).colour_for(ENTERA, [], del_molde=False) == SIN_CAMBIO
    assert Fondo(layout).names_for(ENTERA, [], del_molde=False) == {}


@pytest.mark.parametrize(
    ("fondo", "letras", "nombre"),
    [
        ('<a:srgbClr val="2E8B9A"/>', '<a:srgbClr val="FFFFFF"/>', "lt1"),  # black could be read better still
        ('<a:srgbClr val="2E8B9A"/>', '<a:srgbClr val="000000"/>', "dk1"),
        ('<a:srgbClr val="2E8B9A"/>', '<a:srgbClr val="308090"/>', "dk1"),
        (OSCURO, "", "lt1"),
    ],
)
def test_links_are_like_the_letters_around_them(fondo: str, letras: str, nombre: str) -> None:
    layout = blank().slide_layouts[0]
    give_background(layout, solid(fondo))
    nombres = Fondo(layout).names_for(ENTERA, [looks(solid(letras) if letras else "")], del_molde=True)
    assert (nombres["hlink"], nombres["folHlink"]) == (nombre, nombre)


def test_a_line_around_is_no_filling() -> None:
    layout = blank().slide_layouts[0]
    add_shape(layout, drawn(ENTERA, f"<a:noFill/><a:ln>{solid(OSCURO)}</a:ln>"))
    add_shape(layout, drawn((0, 0, 0, 0), solid(OSCURO)))
    add_shape(layout, "<p:spPr/>")
    assert readable_colour(layout, ENTERA) == SIN_CAMBIO


def test_shapes_of_the_master_count_unless_the_layout_hides_them() -> None:
    deck = blank()
    add_shape(deck.slide_master, drawn(ENTERA, solid(OSCURO)))
    assert readable_colour(deck.slide_layouts[0], ENTERA) == CLARO
    deck.slide_layouts[0].element.set("showMasterSp", "0")
    assert readable_colour(deck.slide_layouts[0], ENTERA) == SIN_CAMBIO


@pytest.mark.parametrize(
    ("color", "modo", "esperado"),
    [
        ((20, 40, 30), "RGB", CLARO),
        ((240, 240, 230), "RGB", SIN_CAMBIO),
        ((20, 40, 30, 20), "RGBA", SIN_CAMBIO),
    ],
)
def test_pictures_count_by_the_part_behind_the_text(color: tuple[int, ...], modo: str, esperado: str) -> None:
    layout = blank().slide_layouts[0]
    add_shape(layout, picture(layout, color, modo) + drawn(ENTERA, ""), "pic")
    assert readable_colour(layout, (100, 100, 900_000, 900_000)) == esperado


def test_of_a_picture_behind_everything_the_part_behind_the_text_counts() -> None:
    layout, data = blank().slide_layouts[0], io.BytesIO()
    imagen = Image.new("L", (800, 600), 255)
    imagen.paste(0, (0, 0, 400, 600))
    imagen.save(data, "JPEG")
    _, nombre = layout.part.get_or_add_image_part(data)
    give_background(layout, f'<a:blipFill><a:blip r:embed="{nombre}"/><a:stretch/></a:blipFill>')
    assert readable_colour(layout, (100, 100, 900, 900)) == CLARO
    assert readable_colour(layout, (8_000_000, 100, 900, 900)) == SIN_CAMBIO
    assert readable_colour(layout, (-5_000, 100, 900, 900)) == CLARO  # a place may lie outside of the slide
    assert readable_colour(layout, (10_000_000, 9_000_000, 900, 900)) == SIN_CAMBIO


def test_pictures_that_cannot_be_read_or_are_not_there_are_left_alone() -> None:
    layout = blank().slide_layouts[0]
    relleno = picture(layout, (0, 0, 0))
    add_shape(layout, relleno.replace('r:embed="', 'r:embed="otro') + drawn(ENTERA, ""), "pic")
    assert readable_colour(layout, ENTERA) == SIN_CAMBIO
    add_shape(layout, relleno + drawn(ENTERA, ""), "pic")
    assert readable_colour(layout, ENTERA) == CLARO
    for relacion in layout.part.rels.values():
        if relacion.reltype.endswith("/image"):
            for data in (b"nada", huge()):
                relacion.target_part._blob = data  # noqa: SLF001  # the library has no other way to change it
                assert readable_colour(layout, ENTERA) == SIN_CAMBIO


def huge() -> bytes:
    """Return a small file that is a picture of forty million points."""
    data = io.BytesIO()
    Image.new("1", (8_000, 5_001)).save(data, "PNG")
    return data.getvalue()


def test_what_is_put_on_a_dark_template_without_places_can_be_read(tmp_path: Path) -> None:
    plantilla, data = blank(), io.BytesIO()
    for layout in plantilla.slide_layouts:
        give_background(layout, solid(OSCURO))
    plantilla.save(data)
    slide = write(tmp_path, plantilla=data.getvalue()).slides[1]
    textos = [
        run for shape in slide.shapes if shape.has_text_frame for p in shape.text_frame.paragraphs for run in p.runs
    ]
    assert {str(run.font.color.rgb) for run in textos} == {CLARO}
    assert slide.shapes.element.xpath(".//a:fld//a:srgbClr/@val") == [CLARO]


def dark(deck: Deck) -> None:
    give_background(deck.slide_master, solid(OSCURO))


def test_letters_and_links_on_a_dark_template_whose_letters_are_dark(tmp_path: Path) -> None:
    deck = write(tmp_path, plantilla=template(dark))
    letras = [
        str(run.font.color.rgb)
        for shape in shapes_of(deck.slides[0])
        for p in shape.text_frame.paragraphs
        for run in p.runs
    ]
    assert set(letras[:2]) == {CLARO}
    for slide in deck.slides:
        con_ligas = bool(slide.element.xpath(".//a:hlinkClick"))
        assert slide.element.xpath("./p:clrMapOvr/a:overrideClrMapping/@hlink") == ["lt1"] * con_ligas
    assert deck.slides[1].element.xpath("./p:clrMapOvr/a:overrideClrMapping/@tx1") == ["dk1"]
    assert [hijo.tag.rpartition("}")[2] for hijo in deck.slides[1].element][:2] == ["cSld", "clrMapOvr"]


def test_letters_and_links_that_can_be_read_stay(tmp_path: Path) -> None:
    for slide in write(tmp_path, plantilla=template()).slides:
        assert not slide.element.xpath(".//a:overrideClrMapping | .//a:rPr/a:solidFill")


def test_contrast_of_two_colours() -> None:
    assert contrast(BLANCO, NEGRO) == pytest.approx(21)
    assert contrast((0.5, 0.5, 0.5), BLANCO) == contrast(BLANCO, (0.5, 0.5, 0.5)) == pytest.approx(3.98, abs=0.01)
