"""Letters from templates: a Word document with fields such as {titulo}, on the institution's letterhead.

A template of paragraphs, lists and tables is written on the letterhead. One that brings headers, footers, pictures or
notes of its own is a whole document already, and is used as it is.
"""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from promueve_gui.adapters.word.alternatives import describe_pictures
from promueve_gui.adapters.word.letterhead import check_saves, damage_told, open_letterhead
from promueve_gui.adapters.word.metadata import describe_letter, set_language
from promueve_gui.adapters.word.page import complete_page
from promueve_gui.adapters.word.place import begin_page, content_place, remove_place
from promueve_gui.adapters.word.placeholders import (
    DE_LA_INSTITUCION,
    fields_in,
    fill_fields,
    fill_placeholders,
    write_marks,
)
from promueve_gui.adapters.word.protection import unprotect
from promueve_gui.adapters.word.template_lists import TemplateLists
from promueve_gui.adapters.word.template_styles import TemplateStyles
from promueve_gui.adapters.word.tracked import accept_changes
from promueve_gui.adapters.word.writer import prepare
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

    from promueve_gui.domain.proyecto import Proyecto

_PROPIO = (
    *("w:headerReference", "w:footerReference", "w:drawing", "w:pict", "w:object"),
    *("w:footnoteReference", "w:endnoteReference"),
)
_COMENTARIOS = tuple(map(qn, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")))
_ESTILOS = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))


class LetterWriter:
    """Writes letters. ``letterhead`` gives the one that ships; ``now`` tells the moment, in UTC."""

    def __init__(self, letterhead: Callable[[], bytes], now: Callable[[], datetime]) -> None:
        """Remember both."""
        self._letterhead = letterhead
        self._now = now

    def write(
        self, plantilla: bytes, valores: Mapping[str, str], proyecto: Proyecto, path: Path, letterhead: bytes | None
    ) -> tuple[str, ...]:
        """Fill in ``plantilla`` with ``valores`` and write it at ``path``, on ``letterhead`` where it needs one.

        Return the fields that nobody knows, which stay as they were typed.

        Raises:
            UserError: ``plantilla_no_sirve``, or ``membrete_…``.
            OSError: the file cannot be written.
        """
        try:
            document = open_letterhead(plantilla)
        except UserError as error:
            raise UserError("plantilla_no_sirve") from error
        with damage_told():
            accept_changes(document)
            _without_comments(document)
            write_marks(document)
            sabidos = {*valores, *DE_LA_INSTITUCION}
            ajenos = tuple(campo for campo in fields_in(document) if plegar(campo) not in sabidos)
            fill_fields(document, valores)
            if not has_own_paper(document):
                document = _on_letterhead(document, self._letterhead() if letterhead is None else letterhead, proyecto)
            fill_placeholders(document, proyecto)
            complete_page(document)
            unprotect(document)
            describe_pictures(document, proyecto)
            set_language(document)
            describe_letter(document, valores.get("asunto", ""), proyecto, self._now())
            check_saves(document)
        document.save(str(path))
        return ajenos


def has_own_paper(document: WordDocument) -> bool:
    """Tell whether a template is a whole document, with more than paragraphs, lists and tables."""
    return any(next(document.element.body.iter(qn(etiqueta)), None) is not None for etiqueta in _PROPIO)


def _on_letterhead(plantilla: WordDocument, letterhead: bytes, proyecto: Proyecto) -> WordDocument:
    document = Document(io.BytesIO(prepare(letterhead, proyecto).documento))
    lugar = content_place(document)
    estilos, listas = TemplateStyles(plantilla, document), TemplateLists(plantilla, document)
    copiados = [deepcopy(elemento) for elemento in plantilla.element.body if elemento.tag != qn("w:sectPr")]
    for elemento in copiados:
        for parrafo in elemento.iter(qn("w:p")):
            listas.put(parrafo, estilos)
        _bring_links(elemento, plantilla, document)
        _put(elemento, lugar, estilos)
    for primero in [p for elemento in copiados for p in elemento.iter(qn("w:p"))][:1]:
        begin_page(primero, lugar)
    remove_place(lugar)
    return document


def _bring_links(elemento: BaseOxmlElement, plantilla: WordDocument, document: WordDocument) -> None:
    for liga in elemento.xpath(".//w:hyperlink[@r:id]"):
        relacion = plantilla.part.rels.get(liga.attrib.pop(qn("r:id")))
        if relacion is not None:
            liga.set(qn("r:id"), document.part.relate_to(relacion.target_ref, RT.HYPERLINK, is_external=True))


def _put(elemento: BaseOxmlElement, lugar: Paragraph, estilos: TemplateStyles) -> None:
    """Put an element of the template before the place, without what only the template has."""
    for seccion in elemento.xpath(".//w:sectPr"):
        seccion.getparent().remove(seccion)
    for referencia in list(elemento.iter(*_ESTILOS)):
        nuevo = estilos.find(referencia.get(qn("w:val"), ""))
        if nuevo is None:
            referencia.getparent().remove(referencia)
        else:
            referencia.set(qn("w:val"), nuevo)
    lugar.paragraph_format.element.addprevious(elemento)


def _without_comments(document: WordDocument) -> None:
    """Take out what somebody noted on a template: it is not for whoever gets the letter."""
    for nota in [*document.element.iter(*_COMENTARIOS)]:
        nota.getparent().remove(nota)
    for identidad in [i for i, r in document.part.rels.items() if "/comments" in r.reltype]:
        del document.part.rels[identidad]
