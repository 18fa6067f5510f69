"""Descriptions of pictures, so that whoever cannot see them knows what stands there (WCAG 2.1, criterion 1.1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from promueve_gui.adapters.word.text import clean
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from promueve_gui.domain.proyecto import Proyecto

_TITULO = "title"


def describe_pictures(document: WordDocument, proyecto: Proyecto) -> None:
    """Give each picture of the letterhead that says nothing a description; those that have one keep it."""
    institucion = proyecto.unico(Institucion)
    nombre = " ".join(clean(institucion.nombre).split()) if institucion else ""
    descripcion = f"Imagen institucional de {nombre}" if nombre else "Imagen institucional del membrete"
    for part in document.part.package.iter_parts():
        raiz = getattr(part, "element", None)
        if raiz is None:
            continue
        for dibujo in raiz.iter(qn("wp:docPr")):
            if not (dibujo.get("descr") or dibujo.get(_TITULO)):
                dibujo.set("descr", descripcion)
