"""A content that leaves in Word, what people do to its file, and what comes back of it."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.returned import read_document
from promueve_gui.adapters.word.stamp import written
from promueve_gui.adapters.word.writer import WordWriter
from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.domain.visto import Memoria
from promueve_gui.domain.vuelta_texto import PartesTexto, compare_text
from tests.adapters.word.muestras import MEMBRETE, MOMENTO, project

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.diferencias import Devolucion
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.texto_devuelto import ParrafoEscrito

CUANDO = "2026-11-20T10:30:00Z"


def lines(contenido: Contenido, proyecto: Proyecto) -> list[ParrafoEscrito]:
    """Return the paragraphs of a content as the program composes them."""
    return written(compose(contenido, proyecto))


@dataclass
class Salida:
    """A content that left, and its file."""

    contenido: Contenido
    path: Path
    membrete: bytes | None = None
    partes: tuple[Registro, ...] = ()
    proyecto: Proyecto = field(init=False)

    def __post_init__(self) -> None:
        self.proyecto = project(self.contenido, *self.partes)
        writer = WordWriter(MEMBRETE, lambda: MOMENTO)
        exportacion = f"entrega/contenido:{self.contenido.id}"
        writer.write_content(self.contenido, self.proyecto, self.path, self.membrete, exportacion)

    def open(self) -> WordDocument:
        """Open the file, to be worked on."""
        return Document(str(self.path))

    def back(self, document: WordDocument | None = None, path: Path | None = None) -> Devolucion:
        """Return how the file differs from the content, as it is or as ``document`` is saved."""
        if document is not None:
            document.save(str(self.path))
        return compare_text(read_document(path or self.path), self.sides(), [], 0)

    def sides(self, nuestro: Proyecto | None = None) -> PartesTexto:
        """Return what the file is compared with."""
        return PartesTexto(
            contenido=self.contenido.id,
            nuestro=nuestro or self.proyecto,
            base=self.proyecto,
            memoria=Memoria(),
            componer=lines,
        )


def changes(devolucion: Devolucion) -> dict[str, Any]:
    """Return what a file says otherwise, by field; nothing is a conflict, and only what it leaves empty is asked."""
    for diferencia in devolucion.diferencias:
        esperado = TipoDiferencia.CAMBIO if diferencia.suyo else TipoDiferencia.FALTANTE
        assert diferencia.tipo is esperado, diferencia.campo
    return {d.campo: d.suyo for d in devolucion.diferencias}


def paragraph(document: WordDocument, beginning: str) -> Paragraph:
    """Return the first paragraph that begins with some words, in a table or not."""
    todos = (Paragraph(p, document) for p in document.element.body.iter(qn("w:p")))
    return next(parrafo for parrafo in todos if parrafo.text.startswith(beginning))


def say(parrafo: Paragraph, antes: str, despues: str) -> None:
    """Put other words in the place of some, in the first run that has them."""
    run = next(run for run in parrafo.runs if antes in run.text)
    run.text = run.text.replace(antes, despues, 1)


def add_after(parrafo: Paragraph, texto: str) -> Paragraph:
    """Write another paragraph after one, in the same style, as Enter at its end does."""
    nuevo = copy.deepcopy(parrafo.paragraph_format.element)
    for hijo in [h for h in nuevo if h.tag != qn("w:pPr")]:
        nuevo.remove(hijo)
    parrafo.paragraph_format.element.addnext(nuevo)
    hecho = type(parrafo)(nuevo, parrafo)
    hecho.add_run(texto)
    return hecho


def remove(parrafo: Paragraph) -> None:
    """Take a paragraph away."""
    elemento = parrafo.paragraph_format.element
    elemento.getparent().remove(elemento)


def without_marks(document: WordDocument) -> WordDocument:
    """Return a document that has lost its bookmarks, as pasting it into another one brings about."""
    for marca in [*document.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        marca.getparent().remove(marca)
    return document


def tracked(clase: str, autor: str = "Comunicación Social") -> BaseOxmlElement:
    """Return an element of tracked changes: «ins», «del», «moveFrom» or «moveTo»."""
    xml = f'<w:{clase} {nsdecls("w")} w:id="900" w:author="{autor}" w:date="{CUANDO}"/>'
    return parse_xml(xml)


def delete_tracked(parrafo: Paragraph, *, mark: bool = False, clase: str = "del") -> None:
    """Delete the words of a paragraph with tracking on; its ``mark`` too where the whole paragraph goes."""
    for run in parrafo.runs:
        quitado = tracked(clase)
        run.element.addprevious(quitado)
        quitado.append(run.element)
        if clase == "del":
            for texto in run.element.iter(qn("w:t")):
                texto.tag = qn("w:delText")
    if mark:
        propiedades = parrafo.paragraph_format.element.get_or_add_pPr()
        propiedades.append(parse_xml(f"<w:rPr {nsdecls('w')}/>"))
        propiedades[-1].append(tracked(clase))


def insert_tracked(parrafo: Paragraph, texto: str, clase: str = "ins") -> None:
    """Write words at the end of a paragraph with tracking on."""
    run = parrafo.add_run(texto)
    agregado = tracked(clase)
    run.element.addprevious(agregado)
    agregado.append(run.element)
