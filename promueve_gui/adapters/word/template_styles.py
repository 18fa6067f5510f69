"""The styles of a template on a letterhead: those that have the same name there, and the others brought along."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle

# What a style cannot take along: other styles, and lists, which are another part of the document.
_ATADURAS = ("w:link", "w:next", "w:pPr/w:numPr")


class TemplateStyles:
    """Knows the style of the letterhead by the id that it has in the template."""

    def __init__(self, plantilla: WordDocument, document: WordDocument) -> None:
        """Take the template and the document on the letterhead."""
        propios = {(style.type, style.name): str(style.style_id) for style in document.styles}
        self._raiz = document.styles.element
        self._suyos: dict[str, BaseStyle] = {str(style.style_id): style for style in plantilla.styles}
        self._usados = set(propios.values())
        self._ids = {
            identidad: propios[style.type, style.name]
            for identidad, style in self._suyos.items()
            if (style.type, style.name) in propios
        }

    def find(self, identidad: str) -> str | None:
        """Return the id of a style in the document, brought along if need be; ``None`` when the template has none."""
        if identidad not in self._ids and identidad in self._suyos:
            self._bring(identidad)
        return self._ids.get(identidad)

    def _bring(self, identidad: str) -> None:
        copia = deepcopy(self._suyos[identidad].element)
        nuevo = identidad
        while nuevo in self._usados:
            nuevo += "1"
        self._usados.add(nuevo)
        self._ids[identidad] = nuevo
        copia.set(qn("w:styleId"), nuevo)
        copia.attrib.pop(qn("w:default"), None)
        for atadura in copia.xpath(" | ".join(_ATADURAS)):
            atadura.getparent().remove(atadura)
        for base in copia.xpath("w:basedOn"):
            suya = self.find(base.get(qn("w:val"), ""))
            if suya is None:
                copia.remove(base)
            else:
                base.set(qn("w:val"), suya)
        self._raiz.append(copia)
