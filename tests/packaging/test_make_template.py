"""The letterhead that ships is the one its script makes, and it is a document in order."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.shared import Cm, Inches

import make_template
from promueve_gui.adapters.word.writer import check_letterhead


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_script_makes_the_letterhead_that_ships() -> None:
    assert parts(make_template.make()) == parts(make_template.TARGET.read_bytes())


def test_making_it_again_changes_no_byte() -> None:
    assert make_template.make() == make_template.make()


def test_it_is_a_letterhead_in_order_on_letter_paper() -> None:
    check_letterhead(make_template.make())
    section = Document(io.BytesIO(make_template.make())).sections[0]
    assert (section.page_width, section.page_height) == (Inches(8.5), Inches(11))
    assert section.left_margin is not None
    assert abs(section.left_margin - Cm(2.5)) < Cm(0.01)
