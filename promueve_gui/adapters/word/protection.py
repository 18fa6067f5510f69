"""Locks that Word puts on a document: a draft has to be editable by whoever revises it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_CANDADOS = ("w:documentProtection", "w:writeProtection")


def is_protected(document: WordDocument) -> bool:
    """Tell whether the letterhead bars changes."""
    return any(document.settings.element.find(qn(candado)) is not None for candado in _CANDADOS)


def unprotect(document: WordDocument) -> None:
    """Take the locks away; they are no secret, and protect the letterhead's text and not what is written on it."""
    for candado in _CANDADOS:
        for hallado in document.settings.element.findall(qn(candado)):
            document.settings.element.remove(hallado)
