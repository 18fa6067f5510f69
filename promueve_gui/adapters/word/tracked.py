"""Tracked changes of a letterhead, accepted: or every document would leave with changes that nobody made in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_AGREGAN = tuple(map(qn, ("w:ins", "w:moveTo")))
_QUITAN = tuple(map(qn, ("w:del", "w:moveFrom", "w:cellDel")))
# How something looked before, and where a move begins and ends.
_RECUERDAN = tuple(
    qn(f"w:{nombre}")
    for nombre in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange"),
        *("numberingChange", "cellIns", "cellMerge", "tblPrExChange"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    )
)


def has_changes(document: WordDocument) -> bool:
    """Tell whether a letterhead has changes that nobody accepted yet."""
    return any(next(raiz.iter(*_AGREGAN, *_QUITAN, *_RECUERDAN), None) is not None for raiz in _roots(document))


def accept_changes(document: WordDocument) -> None:
    """Accept every change of a letterhead: what was deleted goes, what was inserted stays."""
    for raiz in _roots(document):
        for fila in [f for f in raiz.iter(qn("w:tr")) if f.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None]:
            _remove(fila)
        for sobra in [*raiz.iter(*_QUITAN, *_RECUERDAN)]:
            _remove(sobra)
        for agregado in [*raiz.iter(*_AGREGAN)]:
            for hijo in [*agregado]:
                agregado.addprevious(hijo)
            _remove(agregado)


def _roots(document: WordDocument) -> Iterator[BaseOxmlElement]:
    yield document.element
    for relacion in document.part.rels.values():
        raiz = None if relacion.is_external else getattr(relacion.target_part, "element", None)
        if raiz is not None and raiz.tag in {qn("w:hdr"), qn("w:ftr")}:
            yield raiz


def _remove(elemento: BaseOxmlElement) -> None:
    padre = elemento.getparent()
    if padre is not None:
        padre.remove(elemento)
