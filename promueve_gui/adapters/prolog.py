"""The beginning of an XML part from outside, which is where a DOCTYPE, and with it entities, may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

if TYPE_CHECKING:
    from collections.abc import Callable

SORBO = 512  # bytes that are looked at together: a first element is seldom far away


class DoctypeError(Exception):
    """The part has a DOCTYPE."""


def check_prolog(read: Callable[[int], bytes]) -> None:
    """Read a part, as ``read`` gives it, up to its first element.

    By expat alone: what ``iterparse`` makes holds itself, and with it the whole file, until Python's collector comes,
    which rests while files are received.

    Raises:
        DoctypeError: it has a DOCTYPE.
        ExpatError: it is no XML.
    """
    elements: list[str] = []
    parser = ParserCreate(None, "}")  # with namespaces: a prefix that nobody declared is no XML
    parser.StartElementHandler = lambda name, _attributes: elements.append(name)
    parser.StartDoctypeDeclHandler = _refuse
    try:
        while not elements:
            data = read(SORBO)
            parser.Parse(data, not data)
    except ExpatError:
        if not elements:  # what comes after the first is for those who read the part
            raise


def _refuse(*_told: object) -> NoReturn:
    raise DoctypeError
