"""The template of presentations that ships is the one its script makes, in Spanish and at 16:9."""

from __future__ import annotations

import io
import zipfile

from pptx import Presentation

import make_slides


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_script_makes_the_template_that_ships() -> None:
    assert parts(make_slides.make()) == parts(make_slides.TARGET.read_bytes())


def test_making_it_again_changes_no_byte() -> None:
    assert make_slides.make() == make_slides.make()


def test_it_is_in_spanish_and_says_nothing_of_where_it_was_made() -> None:
    made = parts(make_slides.make())
    assert not any(name.startswith(("docProps/", "ppt/printerSettings")) for name in made)
    assert not any(b'lang="en-US"' in content for content in made.values())
    assert b"8A1538" in made["ppt/theme/theme1.xml"]


def test_everything_stands_within_the_slide_and_decoration_is_told_as_such() -> None:
    deck = Presentation(io.BytesIO(make_slides.make()))
    assert (deck.slide_width, deck.slide_height) == (make_slides.WIDTH, make_slides.HEIGHT)
    for owner in (deck.slide_master, *deck.slide_layouts):
        for shape in owner.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= make_slides.WIDTH
            assert 0 <= shape.top <= shape.top + shape.height <= make_slides.HEIGHT
            if shape.name.startswith("Adorno"):
                assert [d.get("val") for d in shape.element.iter("{*}decorative")] == ["1"]
