"""Letterheads that show where the text goes by a sample of it: the sample goes, and the text takes its place."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word import review
from promueve_gui.adapters.word.writer import check_letterhead
from tests.adapters.word.muestras import BOLETIN, everywhere, read, write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

DOS = "<w:p><w:r><w:t>Título</w:t></w:r></w:p><w:p><w:r><w:t>Un párrafo.</w:t></w:r></w:p>"


def as_bytes(document: WordDocument) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def control(dentro: str, propiedades: str = '<w:tag w:val="cuerpo"/>') -> WordDocument:
    document = Document()
    xml = f"<w:sdt {nsdecls('w')}><w:sdtPr>{propiedades}</w:sdtPr><w:sdtContent>{dentro}</w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(xml))
    return document


def table(*cells: str) -> WordDocument:
    document = Document()
    made = document.add_table(len(cells), 1)
    for row, text in enumerate(cells):
        made.cell(row, 0).text = text
    document.add_paragraph("Texto viejo")
    return document


def inside(path: Path, tag: str) -> str:
    return said(next(read(path).element.body.iter(qn(tag))))


def said(element: BaseOxmlElement) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def test_a_control_around_the_whole_text_takes_the_content(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", BOLETIN, as_bytes(control(DOS)))
    assert BOLETIN.nombre in inside(path, "w:sdt")
    assert "Un párrafo." not in inside(path, "w:sdt")


@pytest.mark.parametrize(
    ("dentro", "propiedades"),
    [
        (DOS, "<w:dataBinding/>"),
        ("<w:p><w:r><w:t>Para publicación inmediata</w:t></w:r></w:p>", ""),
        (f"{DOS}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", ""),
    ],
)
def test_a_control_of_one_datum_or_of_more_than_text_stays_as_it_is(
    dentro: str, propiedades: str, tmp_path: Path
) -> None:
    document = control(dentro, propiedades)
    antes = said(document.element.body.find(qn("w:sdt")))
    assert inside(write(tmp_path / "a.docx", BOLETIN, as_bytes(document)), "w:sdt") == antes


def test_a_control_without_properties_or_without_inside_is_passed_over(tmp_path: Path) -> None:
    document = control(DOS)
    document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}/>"))
    vacio, con_texto = document.element.body.findall(qn("w:sdt"))
    con_texto.remove(con_texto.find(qn("w:sdtPr")))
    path = write(tmp_path / "a.docx", BOLETIN, as_bytes(document))
    assert BOLETIN.nombre in said(read(path).element.body.findall(qn("w:sdt"))[1])
    assert vacio.tag == qn("w:sdt")


@pytest.mark.parametrize(
    "muestra",
    [
        "Lorem ipsum dolor sit amet.",
        "Texto del documento",
        "CUERPO DEL OFICIO",
        "Escriba aquí el contenido del comunicado.",
        "[Redacte el texto]",
        "Aquí va el texto.",
    ],
)
def test_the_content_takes_the_place_of_a_sample_in_a_table(muestra: str, tmp_path: Path) -> None:
    membrete = as_bytes(table("Centro de Cometas", "Escriba aquí el asunto", muestra))
    path = write(tmp_path / "a.docx", BOLETIN, membrete)
    celdas = [said(cell) for cell in read(path).element.body.iter(qn("w:tc"))]
    assert celdas[:2] == ["Centro de Cometas", ""]
    assert BOLETIN.nombre in celdas[2]
    todo = " ".join(parrafo.text for parrafo in everywhere(read(path)))
    assert (muestra in todo, "Texto viejo" in todo) == (False, False)
    assert check_letterhead(membrete)[-2:] == (
        review.EN_LA_MUESTRA,
        review.QUEDA.format(texto="Centro de Cometas"),
    )


@pytest.mark.parametrize(
    "suyo",
    [
        "Texto íntegro de la ley",
        "Aquí vive el mar",
        "Dirección de Escritura",
        "Contenido sujeto a cambios",
        "Escribanía",
    ],
)
def test_what_a_letterhead_says_in_earnest_stays(suyo: str, tmp_path: Path) -> None:
    membrete = as_bytes(table(suyo))
    path = write(tmp_path / "a.docx", BOLETIN, membrete)
    assert inside(path, "w:tbl") == suyo
    assert check_letterhead(membrete)[-2:] == (review.SIN_LUGAR, review.QUEDA.format(texto=suyo))


def test_samples_inside_controls_are_those_of_the_control(tmp_path: Path) -> None:
    fecha = "<w:p><w:r><w:t>Haga clic aquí para escribir una fecha.</w:t></w:r></w:p>"
    path = write(tmp_path / "a.docx", BOLETIN, as_bytes(control(fecha, "<w:date/>")))
    assert inside(path, "w:sdt") == "Haga clic aquí para escribir una fecha."


def test_a_mark_leaves_samples_alone(tmp_path: Path) -> None:
    document = table("Escriba aquí el asunto")
    document.add_paragraph("{contenido}")
    assert inside(write(tmp_path / "a.docx", BOLETIN, as_bytes(document)), "w:tbl") == "Escriba aquí el asunto"


def test_what_a_box_says_is_not_quoted_among_tables() -> None:
    document = Document()
    caja = "<w:pict><w:txbxContent><w:p><w:r><w:t>Sello</w:t></w:r></w:p></w:txbxContent></w:pict>"
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}><w:r>{caja}</w:r></w:p>"))
    document.add_paragraph("Texto viejo")
    assert check_letterhead(as_bytes(document))[-1] == review.SIN_LUGAR
