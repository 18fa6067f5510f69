"""Pages that a letterhead has besides that of the text: sections and breaks before and after it, whole pages each."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.shared import Cm

from promueve_gui.adapters.qr import qr_png
from promueve_gui.adapters.word.measuring import measure
from promueve_gui.adapters.word.writer import prepare
from tests.adapters.word.galeria_membretes import data_of
from tests.adapters.word.muestras import project

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def pages(document: WordDocument) -> float:
    """Return how many pages the letterhead itself takes beside the text."""
    data = io.BytesIO()
    document.save(data)
    hoja = measure(prepare(data.getvalue(), project()))
    return hoja.aparte / hoja.alto


def test_a_section_after_the_text_is_a_page_of_its_own_however_little_it_says() -> None:
    hoja = measure(prepare(data_of("apaisado.docx"), project()))
    assert hoja.aparte / hoja.alto == pytest.approx(1, abs=0.1)


def test_a_long_section_takes_its_pages_with_its_own_measures() -> None:
    document = Document()
    document.add_paragraph("{contenido}")
    anexo = document.add_section(WD_SECTION.NEW_PAGE)
    anexo.orientation, anexo.page_width, anexo.page_height = WD_ORIENT.LANDSCAPE, Cm(27.94), Cm(21.59)
    for _ in range(2):
        document.add_paragraph().add_run().add_picture(io.BytesIO(qr_png("Faros")), height=Cm(10))
    assert pages(document) == pytest.approx(2, abs=0.1)


def test_a_section_that_goes_on_below_the_text_takes_its_height_only() -> None:
    document = Document()
    document.add_paragraph("{contenido}")
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("Se atiende de lunes a viernes.")
    assert pages(document) < 0.15


@pytest.mark.parametrize("antes", [True, False])
def test_a_page_break_sets_a_page_apart(antes: bool) -> None:
    document = Document()
    textos = ["Portada", "{contenido}"] if antes else ["{contenido}", "Aviso de privacidad"]
    document.add_paragraph(textos[0])
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph(textos[1])
    assert pages(document) == pytest.approx(1, abs=0.1)


def test_a_paragraph_that_begins_a_page_does() -> None:
    document = Document()
    document.add_paragraph("Portada")
    document.add_paragraph("{contenido}")
    aviso = document.add_paragraph("Aviso de privacidad")
    aviso.paragraph_format.page_break_before = True
    assert pages(document) == pytest.approx(1, abs=0.1)
    aviso.paragraph_format.page_break_before = False
    assert pages(document) < 0.15
