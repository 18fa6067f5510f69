"""Marks as people write them in letterheads: twice, in a header, among other words, with other braces."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn

from promueve_gui.adapters.word import review
from promueve_gui.adapters.word.own_text import own_text
from promueve_gui.adapters.word.writer import check_letterhead
from tests.adapters.word.muestras import BOLETIN, INSTITUCION, everywhere, read, write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

RESTO = "Atentamente"


def with_text(*renglones: str) -> WordDocument:
    document = Document()
    for renglon in renglones:
        document.add_paragraph(renglon)
    return document


def data_of(document: WordDocument) -> bytes:
    destino = io.BytesIO()
    document.save(destino)
    return destino.getvalue()


def page_breaks(document: WordDocument) -> list[BaseOxmlElement]:
    return [salto for salto in document.element.iter(qn("w:br")) if salto.get(qn("w:type")) == "page"]


def written(document: WordDocument, tmp_path: Path) -> WordDocument:
    return read(write(tmp_path / "a.docx", BOLETIN, data_of(document)))


def test_of_several_marks_the_first_one_counts_and_the_others_go(tmp_path: Path) -> None:
    document = with_text("Aviso: {contenido}", "{contenido}", "{Contenido}", RESTO)
    document.sections[0].header.paragraphs[0].text = "Faros {contenido}"
    assert review.VARIAS in check_letterhead(data_of(document))
    escrito = written(document, tmp_path)
    dichos = [p.text for p in escrito.paragraphs]
    assert (dichos[0], dichos[-1]) == ("Aviso: ", RESTO)
    assert "contenido}" not in "".join(dichos).lower()
    assert escrito.sections[0].header.paragraphs[0].text == "Faros "
    assert [p.text for p in everywhere(escrito)].count(BOLETIN.nombre) == 1


@pytest.mark.parametrize("donde", ["texto", "encabezado"])
def test_a_mark_among_other_words_is_said(donde: str, tmp_path: Path) -> None:
    document = with_text("Aviso: {contenido}." if donde == "texto" else RESTO)
    if donde == "encabezado":
        document.sections[0].header.paragraphs[0].text = "{contenido}"
    dichas = check_letterhead(data_of(document))
    assert review.NO_SOLA in dichas
    assert review.VARIAS not in dichas
    escrito = written(document, tmp_path)
    assert "contenido}" not in escrito.element.xml + escrito.sections[0].header.part.element.xml


@pytest.mark.parametrize("marca", ["{{contenido}}", "{ contenido }", "{{ CONTENIDO }}"])
def test_marks_with_two_braces_or_spaces_are_marks(marca: str, tmp_path: Path) -> None:
    document = with_text("Antes", marca, RESTO)
    document.sections[0].header.paragraphs[0].text = "{{institucion}} ({ siglas })"
    assert check_letterhead(data_of(document)) == (review.OTRO_IDIOMA.format(idioma="en-US"),)
    escrito = written(document, tmp_path)
    assert [p.text for p in escrito.paragraphs][:: len(escrito.paragraphs) - 1] == ["Antes", RESTO]
    assert escrito.sections[0].header.paragraphs[0].text == f"{INSTITUCION.nombre} ({INSTITUCION.siglas})"


@pytest.mark.parametrize("como", ["propiedad", "salto"])
def test_the_text_begins_the_page_that_the_mark_began(como: str, tmp_path: Path) -> None:
    document = with_text("Carátula")
    marca = document.add_paragraph()
    if como == "salto":
        marca.add_run().add_break(WD_BREAK.PAGE)
    marca.add_run("{contenido}")
    marca.paragraph_format.page_break_before = como == "propiedad"
    escrito = written(document, tmp_path)
    empiezan = [p for p in everywhere(escrito) if p.paragraph_format.page_break_before]
    assert [p.text for p in empiezan] == [INSTITUCION.direccion_comunicacion]
    assert page_breaks(escrito) == []


def test_what_follows_the_mark_on_another_page_stays_there(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{contenido}").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Anexo")
    escrito = written(document, tmp_path)
    (suyo,) = page_breaks(escrito)
    parrafo = next(suyo.iterancestors(qn("w:p")))
    assert own_text(parrafo) == ""
    assert own_text(parrafo.getnext()) == "Anexo"


def test_the_line_that_stays_after_the_contacts_shows_nothing(tmp_path: Path) -> None:
    document = Document()
    estilo = document.styles.add_style("Recuadro", WD_STYLE_TYPE.PARAGRAPH)
    estilo.paragraph_format.page_break_before = True
    document.add_paragraph("{contenido}", style="List Bullet").style = estilo
    final = written(document, tmp_path).paragraphs[-1]
    assert (final.text, final.style and final.style.name) == ("", "Normal")
