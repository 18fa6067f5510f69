"""Letterheads that somebody was still working on, and marks where the text would be hidden."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm

from promueve_gui.adapters.word import review
from promueve_gui.adapters.word.own_text import own_text
from promueve_gui.adapters.word.writer import check_letterhead
from tests.adapters.word.devueltos import Salida, changes
from tests.adapters.word.muestras import BOLETIN, parts, read, write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

QUIEN = 'w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z"'
CAJA = "<w:txbxContent><w:p><w:r><w:t>{dicho}</w:t></w:r></w:p></w:txbxContent>"
CUADRO = (
    '<w:p {ns} xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
    "<mc:Choice><w:drawing>{caja}</w:drawing></mc:Choice>"
    '<mc:Fallback><w:pict><v:shape style="position:absolute"><v:textbox>{caja}</v:textbox></v:shape></w:pict>'
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def data_of(document: WordDocument) -> bytes:
    destino = io.BytesIO()
    document.save(destino)
    return destino.getvalue()


def with_body(*dichos: str) -> WordDocument:
    """Return a document whose text is the given paragraphs, in XML."""
    document = Document()
    for dicho in reversed(dichos):
        document.element.body.insert(0, parse_xml(dicho))
    return document


def p(dentro: str) -> str:
    return f"<w:p {nsdecls('w')}>{dentro}</w:p>"


def run(texto: str, como: str = "t") -> str:
    return f"<w:r><w:{como}>{texto}</w:{como}></w:r>"


@pytest.fixture
def worked_on() -> bytes:
    document = with_body(
        p(f"<w:ins {QUIEN}>{run('Faros')}</w:ins><w:del {QUIEN}>{run('Oficina vieja', 'delText')}</w:del>"),
        p(f"<w:pPr><w:pPrChange {QUIEN}><w:pPr/></w:pPrChange></w:pPr>{run('{contenido}')}"),
    )
    tabla = document.add_table(2, 1)
    tabla.cell(0, 0).text, tabla.cell(1, 0).text = "Se queda", "Se va"
    fila = tabla.rows[1].cells[0].paragraphs[0].paragraph_format.element.getparent().getparent()
    fila.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} {QUIEN}/>"))
    cabeza = document.sections[0].header.paragraphs[0].paragraph_format.element
    cabeza.append(parse_xml(f"<w:ins {nsdecls('w')} {QUIEN}>{run('Secretaría')}</w:ins>"))
    return data_of(document)


def test_changes_of_a_letterhead_are_accepted_and_told(worked_on: bytes, tmp_path: Path) -> None:
    assert review.CAMBIOS in check_letterhead(worked_on)
    salida = write(tmp_path / "a.docx", BOLETIN, worked_on)
    todo = b"".join(parts(salida).values())
    assert [marca for marca in (b"<w:ins ", b"<w:del", b"pPrChange") if marca in todo] == []
    documento = read(salida)
    dicho = [own_text(parrafo) for parrafo in documento.element.body.iter(qn("w:p"))]
    assert dicho[0] == "Faros"
    assert ("Se queda" in dicho, "Se va" in dicho) == (True, False)
    assert documento.sections[0].header.paragraphs[0].text == "Secretaría"


def test_what_a_letterhead_changed_is_no_change_of_what_comes_back(worked_on: bytes, tmp_path: Path) -> None:
    devolucion = Salida(BOLETIN, tmp_path / "a.docx", worked_on).back()
    assert (changes(devolucion), list(devolucion.revisados)) == ({}, [])


def test_a_mark_in_a_text_box_gives_its_place_to_a_line_below_it(tmp_path: Path) -> None:
    caja = CAJA.format(dicho="{contenido}")
    data = data_of(with_body(CUADRO.format(ns=nsdecls("w"), caja=caja), p(run("Despedida"))))
    assert review.EN_CUADRO in check_letterhead(data)
    salida = Salida(BOLETIN, tmp_path / "a.docx", data)
    document = salida.open()
    assert "{contenido}" not in document.element.xml
    cuadros = ["".join(cuadro.itertext()) for cuadro in document.element.iter(qn("w:txbxContent"))]
    assert [cuadro.strip() for cuadro in cuadros] == ["", ""]
    assert document.paragraphs[-1].text == "Despedida"
    assert changes(salida.back()) == {}


def test_a_row_of_fixed_height_grows_with_the_text_and_that_is_told(tmp_path: Path) -> None:
    document = Document()
    tabla = document.add_table(2, 1)
    tabla.cell(0, 0).text, tabla.cell(1, 0).text = "Faros", "{contenido}"
    for fila in tabla.rows:
        fila.height, fila.height_rule = Cm(2), WD_ROW_HEIGHT_RULE.EXACTLY
    data = data_of(document)
    assert review.FILA_FIJA in check_letterhead(data)
    reglas = [fila.height_rule for fila in read(write(tmp_path / "a.docx", BOLETIN, data)).tables[0].rows]
    assert reglas == [WD_ROW_HEIGHT_RULE.EXACTLY, WD_ROW_HEIGHT_RULE.AT_LEAST]
