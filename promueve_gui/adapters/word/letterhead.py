"""The letterhead: opened with care, and held to what python-docx can do with it."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError

from promueve_gui.adapters.word.container import read_container, write_container
from promueve_gui.adapters.word.external import without_externals
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as WordDocument

# python-docx has no error of its own for most ways in which a document can be malformed.
_ILEGIBLE = (
    PythonDocxError,
    OpcError,
    XmlchemyError,
    SyntaxError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    AssertionError,
)


def open_letterhead(data: bytes) -> WordDocument:
    """Return the letterhead as a document to write in.

    Raises:
        UserError: ``membrete_…`` when it is not a sound and harmless .docx; see ``container`` and ``external``.
    """
    partes = without_externals(read_container(data))
    with damage_told():
        return open_parts(partes)


def open_parts(partes: Mapping[str, bytes]) -> WordDocument:
    """Return parts that were found harmless as a document, without the properties of the letterhead itself."""
    document = Document(write_container(partes))
    relaciones = document.part.package.rels
    for identidad in [i for i, relacion in relaciones.items() if relacion.reltype == RT.CORE_PROPERTIES]:
        del relaciones[identidad]  # author, title and dates of the letterhead are not those of the document
    return document


@contextmanager
def damage_told() -> Iterator[None]:
    """Say ``membrete_danado`` of whatever python-docx cannot do with a letterhead."""
    try:
        yield
    except _ILEGIBLE as error:
        raise UserError("membrete_danado") from error


def check_saves(document: WordDocument) -> None:
    """Make sure that the document can be written: python-docx finds out only then what it could not read.

    Raises:
        UserError: ``membrete_danado``, when two parts would have one name.
    """
    document.core_properties.revision = 1  # asking for them makes the part that holds them
    nombres = [part.partname.lower() for part in document.part.package.iter_parts()]
    if len(set(nombres)) < len(nombres):
        raise UserError("membrete_danado")
    document.save(io.BytesIO())
