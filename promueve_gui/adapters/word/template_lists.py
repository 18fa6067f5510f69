"""The lists of a template on a letterhead: what its paragraphs, or their styles, are numbered or marked with."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from promueve_gui.adapters.word.cascade import Cascade
from promueve_gui.adapters.word.numbering import numbering, put_list, put_use

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from promueve_gui.adapters.word.template_styles import TemplateStyles

_NINGUNA = "0"  # what Word writes where a paragraph is taken out of the list of its style (ECMA-376, 17.9.18)
# What a list cannot take along: who it is, the styles that belong to it, and pictures, which are another part.
_ATADURAS = tuple(map(qn, ("w:nsid", "w:tmpl", "w:styleLink", "w:pStyle", "w:lvlPicBulletId")))


class TemplateLists:
    """Numbers paragraphs of the template on the letterhead as they were there."""

    def __init__(self, plantilla: WordDocument, document: WordDocument) -> None:
        """Take the template and the document on the letterhead, whose own styles keep their lists."""
        self._suyos, self._propios = Cascade(plantilla), Cascade(document)
        con_listas = any(relacion.reltype == RT.NUMBERING for relacion in plantilla.part.rels.values())
        self._suya = [*numbering(plantilla)] if con_listas else []
        self._document = document
        self._listas: dict[str, int] = {}
        self._usos: dict[str, int | None] = {}

    def put(self, parrafo: BaseOxmlElement, estilos: TemplateStyles) -> None:
        """Give a paragraph, which has its style in the template yet, the list that it has there."""
        propiedades = parrafo.get_or_add_pPr()
        estilo = "" if propiedades.pStyle is None else propiedades.pStyle.val
        propia = propiedades.numPr is not None and propiedades.numPr.numId is not None
        numero, nivel = self._suyos.list_of(estilo)
        if propia:
            numero = str(propiedades.numPr.numId.val)
        elif self._propios.list_of(estilos.find(estilo) or "")[0]:
            return
        if numero in {"", _NINGUNA}:
            return
        nuevo = self._find(numero)
        if nuevo is None:
            propiedades._remove_numPr()  # noqa: SLF001  # how elements of python-docx lose a child
            return
        lista = propiedades.get_or_add_numPr()
        if lista.ilvl is None:
            lista.get_or_add_ilvl().val = nivel
        lista.get_or_add_numId().val = nuevo

    def _find(self, numero: str) -> int | None:
        if numero not in self._usos:
            self._usos[numero] = self._bring(numero)
        return self._usos[numero]

    def _bring(self, numero: str) -> int | None:
        for uso in (e for e in self._suya if e.tag == qn("w:num") and e.get(qn("w:numId")) == numero):
            lista = _said(uso, "w:abstractNumId")
            for definicion in self._definitions(lista):
                if lista not in self._listas:
                    self._listas[lista] = put_list(self._document, _free(definicion))
                return put_use(self._document, deepcopy(uso), self._listas[lista])
        return None

    def _definitions(self, lista: str) -> list[BaseOxmlElement]:
        """Return the definition of a list, if it has one: its own, or that of the style which it leaves it to."""
        definidas = [e for e in self._suya if e.tag == qn("w:abstractNum")]
        suyas = [e for e in definidas if e.get(qn("w:abstractNumId")) == lista]
        estilo = next(filter(None, (_said(e, "w:numStyleLink") for e in suyas)), "")
        return [e for e in definidas if _said(e, "w:styleLink") == estilo] if estilo else suyas


def _said(elemento: BaseOxmlElement, hijo: str) -> str:
    hallado = elemento.find(qn(hijo))
    return "" if hallado is None else str(hallado.get(qn("w:val"), ""))


def _free(definicion: BaseOxmlElement) -> BaseOxmlElement:
    copia = deepcopy(definicion)
    for atadura in [*copia.iter(*_ATADURAS)]:
        atadura.getparent().remove(atadura)
    return copia
