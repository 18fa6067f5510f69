"""The beginning of an XML part is looked at, and no more of it."""

from __future__ import annotations

import io
from xml.parsers.expat import ExpatError

import pytest

from promueve_gui.adapters.prolog import SORBO, DoctypeError, check_prolog


def look(part: bytes) -> int:
    """Look at a part and return how far it was read."""
    opened = io.BytesIO(part)
    check_prolog(opened.read)
    return opened.tell()


def test_it_stops_at_the_first_element() -> None:
    assert look(b"<?xml version='1.0'?><a>" + b" " * 5000 + b"</a>") == SORBO


def test_a_first_element_that_is_far_away_is_found() -> None:
    assert look(b"<?xml version='1.0'?><!--" + b" " * 5000 + b"--><a/>") > 5000


@pytest.mark.parametrize("part", [b"<!DOCTYPE a><a/>", "<!DOCTYPE a><a/>".encode("utf-16")])
def test_a_doctype_is_told(part: bytes) -> None:
    with pytest.raises(DoctypeError):
        look(part)


@pytest.mark.parametrize("part", [b"", b"   ", b"<", b"{}", b"<?xml version='1.0'?><!-- -->", b"<a:b/>"])
def test_what_has_no_element_is_no_xml(part: bytes) -> None:
    with pytest.raises(ExpatError):
        look(part)


def test_what_comes_after_the_first_element_is_not_judged() -> None:
    look(b"<a><b></a>")
