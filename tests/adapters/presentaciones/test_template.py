"""Templates from outside: what is harmless serves, what is not is refused in one sentence, and gaps are told."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.util import Cm

from promueve_gui.adapters.presentaciones.layouts import SIN_NUMERO, SIN_PORTADA, SIN_PUNTOS
from promueve_gui.adapters.presentaciones.template import open_template
from promueve_gui.adapters.presentaciones.writer import check_template
from promueve_gui.application.mensajes import MENSAJES
from promueve_gui.domain.errors import UserError
from tests.adapters.presentaciones.muestras import (
    CONTENIDO,
    PLANTILLA,
    body_of,
    layouts_without,
    repacked,
    shapes_of,
    template,
    titles,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pptx.presentation import Presentation as Deck

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOUR_BY_THREE = "No es panorámica (16:9): mide 25.4 × 19.1 cm, y así saldrán las láminas."
ALL_LAYOUTS = tuple(layout.name for layout in Presentation().slide_layouts)


def with_slides(deck: Deck) -> None:
    for layout in list(deck.slide_layouts)[:3]:
        slide = deck.slides.add_slide(layout)
        slide.notes_slide.notes_text_frame.text = "secreto"
    deck.core_properties.author = "Alguien"


def rel(part: str, kind: str, target: str, *, external: bool = True) -> Callable[[dict[str, bytes]], None]:
    """Return a change that adds a relationship to a part."""
    mode = ' TargetMode="External"' if external else ""
    made = f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}"{mode}/></Relationships>'.encode()

    def change(parts: dict[str, bytes]) -> None:
        parts[part] = parts[part].replace(b"</Relationships>", made)

    return change


def swapped(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    """Return a change of the list of content types."""

    def change(parts: dict[str, bytes]) -> None:
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old, new)

    return change


def swapped_in(part: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    """Return a change of a part."""

    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)

    return change


def put(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: content})


def test_ours_lacks_nothing() -> None:
    assert check_template(PLANTILLA.read_bytes()) == []


def test_the_measures_of_another_are_told() -> None:
    assert check_template(template()) == [FOUR_BY_THREE]


@pytest.mark.parametrize(
    ("quedan", "faltas"),
    [
        ({"Title and Content"}, [SIN_PORTADA, FOUR_BY_THREE]),
        ({"Title Slide"}, [SIN_PUNTOS, FOUR_BY_THREE]),
        ({"Title Slide", "Title Only"}, [SIN_PUNTOS, FOUR_BY_THREE]),
        ({"Title Only"}, [SIN_PORTADA, SIN_PUNTOS, FOUR_BY_THREE]),
        ({"Blank"}, [SIN_PORTADA, SIN_PUNTOS, FOUR_BY_THREE]),
        ({"Section Header", "Title Slide"}, [FOUR_BY_THREE]),
    ],
)
def test_what_a_template_lacks_is_told_and_made_up_for(tmp_path: Path, quedan: set[str], faltas: list[str]) -> None:
    data = template(layouts_without(*(set(ALL_LAYOUTS) - quedan)))
    assert check_template(data) == faltas
    deck = write(tmp_path, plantilla=data)
    assert titles(deck)[0] == CONTENIDO.nombre
    assert body_of(deck.slides[1]).text_frame.text.startswith("4,812 puentes")


def test_without_places_for_number_and_foot_they_are_put_there(tmp_path: Path) -> None:
    def bare(deck: Deck) -> None:
        for layout in deck.slide_layouts:
            for shape in list(layout.placeholders):
                if shape.placeholder_format.idx >= 10:
                    shape.element.getparent().remove(shape.element)

    assert SIN_NUMERO in check_template(template(bare))
    found = {s.name: s for s in shapes_of(write(tmp_path, plantilla=template(bare)).slides[1])}
    assert {"Número de lámina", "Pie"} <= found.keys()
    assert found["Número de lámina"].left + found["Número de lámina"].width <= Cm(25.4)
    assert found["Número de lámina"].top > Cm(16)


def test_slides_notes_and_properties_of_the_template_go(tmp_path: Path) -> None:
    expected = titles(write(tmp_path, plantilla=template()))
    deck = write(tmp_path, plantilla=template(with_slides))
    assert titles(deck) == expected
    parts = zipfile.ZipFile(tmp_path / "p.pptx")
    assert not any(b"secreto" in parts.read(name) for name in parts.namelist())
    assert deck.core_properties.author == CONTENIDO.autor
    assert len([n for n in parts.namelist() if n.startswith("ppt/slides/slide")]) == len(expected)


@pytest.mark.parametrize("kind", [b"template", b"slideshow"])
def test_other_kinds_of_presentation_serve_too(tmp_path: Path, kind: bytes) -> None:
    change = swapped(b"presentationml.presentation.main+xml", b"presentationml." + kind + b".main+xml")
    assert titles(write(tmp_path, plantilla=repacked(template(), change)))[0] == CONTENIDO.nombre


@pytest.mark.parametrize(
    ("change", "codigo"),
    [
        (put("ppt/vbaProject.bin", b"x"), "plantilla_macros"),
        (swapped(b"presentation.main+xml", b"presentation.macroEnabled.main+xml"), "plantilla_macros"),
        (rel("ppt/_rels/presentation.xml.rels", "oleObject", "file:///x"), "plantilla_externo"),
        (rel("ppt/slideMasters/_rels/slideMaster1.xml.rels", "video", "https://x.example.org/v"), "plantilla_externo"),
        (put("ppt/theme/theme1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "plantilla_peligroso"),
        (put("ppt/media/big.bin", b"\0" * 30_000_000), "plantilla_peligroso"),
        (put("ppt/presentation.xml", b"<a"), "plantilla_danada"),
        (put("ppt/presentation.xml", b"<a/>"), "plantilla_danada"),
        (lambda parts: parts.pop("ppt/presentation.xml"), "plantilla_danada"),
        (put("_rels/.rels", b'<Relationships xmlns="a"/>'), "plantilla_danada"),
        (lambda parts: parts.pop("[Content_Types].xml"), "plantilla_danada"),
    ],
)
def test_what_is_not_sound_and_harmless_is_refused(change: Callable[[dict[str, bytes]], object], codigo: str) -> None:
    with pytest.raises(UserError) as error:
        check_template(repacked(template(), change))
    assert error.value.code == codigo
    assert codigo in MENSAJES


@pytest.mark.parametrize(
    ("data", "codigo"),
    [
        (b"", "plantilla_danada"),
        (b"%PDF-1.4", "plantilla_danada"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "plantilla_antigua"),
        (b"x" * (21 * 1024 * 1024), "plantilla_grande"),
    ],
)
def test_other_files_are_refused(data: bytes, codigo: str) -> None:
    with pytest.raises(UserError) as error:
        open_template(data)
    assert error.value.code == codigo
    assert MENSAJES[codigo].format(**error.value.data)


def test_a_word_document_is_no_template() -> None:
    with pytest.raises(UserError) as error:
        check_template((PLANTILLA.parent / "membrete.docx").read_bytes())
    assert error.value.code == "plantilla_danada"


def test_pictures_and_links_elsewhere_are_dropped_and_nothing_is_fetched(tmp_path: Path) -> None:
    master = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    data = repacked(template(), rel(master, "image", "https://espia.example.org/x.png"))
    write(tmp_path, plantilla=data)
    with zipfile.ZipFile(tmp_path / "p.pptx") as parts:
        assert not any(b"espia" in parts.read(name) for name in parts.namelist())


def test_a_template_without_layouts_is_refused() -> None:
    def bare(deck: Deck) -> None:
        layouts_without(*ALL_LAYOUTS)(deck)

    with pytest.raises(UserError) as error:
        check_template(template(bare))
    assert error.value.code == "plantilla_danada"


def test_a_template_is_tried_when_it_is_chosen() -> None:
    """What would stop the first presentation is told now."""
    roto = swapped_in(
        "ppt/theme/theme1.xml", b'<a:hlink><a:srgbClr val="0000FF"/>', b'<a:hlink><a:srgbClr val="zzzzzz"/>'
    )
    with pytest.raises(UserError) as error:
        check_template(repacked(template(), roto))
    assert error.value.code == "plantilla_danada"


def test_ours_is_a_presentation_that_python_pptx_opens() -> None:
    deck = Presentation(io.BytesIO(PLANTILLA.read_bytes()))
    assert [layout.name for layout in deck.slide_layouts] == ["Portada", "Título y puntos", "Solo título"]
