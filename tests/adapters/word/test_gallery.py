"""Letterheads of fourteen offices, compared part by part with the documents written on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.place import content_place
from tests.adapters.word.galeria_membretes import NOMBRES, data_of, margins, sections, texts_in
from tests.adapters.word.muestras import BOLETIN, HISTORIA, INSTITUCION, MEMBRETES, parts, read, texts, write

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.contenidos import Contenido

CON_MARCAS = {"marcado.docx", "campos.docx"}  # their headers or footers are filled in
SIN_HOJA = {"pobre.docx"}  # it has no page, so it is given one
CON_AIRE = {"logotipos.docx", "plantilla.dotx"}  # their headers grow down to the text, which gives way a little
TOP = re.compile(r"top', '\d+")
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize("contenido", [BOLETIN, HISTORIA], ids=["boletin", "historia"])
@pytest.mark.parametrize("nombre", NOMBRES)
def test_headers_footers_and_pictures_are_the_same(nombre: str, contenido: Contenido, tmp_path: Path) -> None:
    antes = margins(parts(MEMBRETES / nombre))
    despues = margins(parts(write(tmp_path / "a.docx", contenido, data_of(nombre))))
    cambian = {parte for parte in antes if despues.get(parte) != antes[parte]}
    assert {parte for parte in cambian if parte.startswith("word/media/")} <= perdidas(nombre)
    assert nombre in CON_MARCAS or not {parte for parte in cambian if not parte.startswith("word/media/")}


def perdidas(nombre: str) -> set[str]:
    """Return the pictures that go with the old text of a letterhead: one, of the one with many logos."""
    return {"word/media/image4.png"} if nombre == "logotipos.docx" else set()


@pytest.mark.parametrize("nombre", [n for n in NOMBRES if n not in SIN_HOJA])
def test_sections_are_the_same(nombre: str, tmp_path: Path) -> None:
    antes = sections(parts(MEMBRETES / nombre)["word/document.xml"])
    despues = sections(parts(write(tmp_path / "a.docx", BOLETIN, data_of(nombre)))["word/document.xml"])
    distintos = {
        (a, d) for una, otra in zip(antes, despues, strict=True) for a, d in zip(una, otra, strict=True) if a != d
    }
    assert all(a.startswith("pgMar") and TOP.sub("", a) == TOP.sub("", d) for a, d in distintos)
    assert bool(distintos) == (nombre in CON_AIRE)


@pytest.mark.parametrize("nombre", NOMBRES)
def test_the_content_is_there_once_and_no_old_text_is_left(nombre: str, tmp_path: Path) -> None:
    document = parts(write(tmp_path / "a.docx", BOLETIN, data_of(nombre)))["word/document.xml"].decode()
    assert document.count(BOLETIN.nombre) == 1
    assert [viejo for viejo in ("{contenido}", "no debe", "Haga clic") if viejo in document] == []


@pytest.mark.parametrize("nombre", NOMBRES)
def test_what_comes_out_is_a_document_and_no_template(nombre: str, tmp_path: Path) -> None:
    escritas = parts(write(tmp_path / "a.docx", BOLETIN, data_of(nombre)))
    tipos = escritas["[Content_Types].xml"].decode()
    assert f'PartName="/word/document.xml" ContentType="{MAIN}"' in tipos
    assert "template" not in tipos
    assert "attachedTemplate" not in b"".join(escritas.values()).decode("utf-8", "replace")


def test_the_tables_of_a_layout_stay(tmp_path: Path) -> None:
    tablas = {
        nombre: texts_in(parts(write(tmp_path / "a.docx", BOLETIN, data_of(nombre)))["word/document.xml"], "w:tbl")
        for nombre in ("arriba.docx", "apaisado.docx", "tabla.docx")
    }
    assert tablas["arriba.docx"][0] == "Dirección de MareasAsunto: se remite comunicado2026, año de los faros"
    assert tablas["apaisado.docx"][-1] == "MedioFechaRecibióFirma"
    assert tablas["tabla.docx"][0].startswith("Oficina de ConsultaDirección General")


def test_content_controls_stay_and_one_of_them_takes_the_content(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", BOLETIN, data_of("controles.docx"))
    uso, recibido, lugar = texts_in(parts(path)["word/document.xml"], "w:sdt")
    assert (uso, recibido) == ("Público", "pendiente")
    assert lugar.startswith(INSTITUCION.direccion_comunicacion)
    assert BOLETIN.nombre in lugar
    assert texts_in(parts(path)["word/header1.xml"], "w:sdt") == ["Dirección de Faros"]
    assert texts(read(path))[-1] == "Folio interno de Faros"


def test_the_control_of_the_content_can_be_edited(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", BOLETIN, data_of("controles.docx"))
    control = next(c for c in read(path).element.body.iter(qn("w:sdt")) if BOLETIN.nombre in "".join(c.itertext()))
    propiedades = [hijo.tag for hijo in control.find(qn("w:sdtPr"))]
    assert propiedades == [qn("w:alias"), qn("w:tag")]


CONTROL = (
    f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="Contenido"/></w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>'
)


def test_a_control_inside_a_paragraph_gives_its_place(tmp_path: Path) -> None:
    document = Document()
    parrafo = document.add_paragraph("Texto: ")
    parrafo.paragraph_format.element.append(parse_xml(CONTROL.format("<w:r><w:t>aquí</w:t></w:r>")))
    document.add_paragraph("Al final")
    lugar = content_place(document)
    assert (lugar.text, [p.text for p in document.paragraphs]) == ("", ["Texto: ", "", "Al final"])
    solo = Document()
    otro = solo.add_paragraph()
    otro.paragraph_format.element.append(parse_xml(CONTROL.format("<w:r><w:t>aquí</w:t></w:r>")))
    assert content_place(solo).paragraph_format.element is otro.paragraph_format.element


@pytest.mark.parametrize(
    ("dentro", "quedan"),
    [
        ("", 2),
        ("<w:p/><w:p><w:r><w:t>otro</w:t></w:r></w:p>", 2),
        ("<w:tbl><w:tr><w:tc><w:p><w:pPr/><w:r/></w:p></w:tc></w:tr></w:tbl>", 1),
    ],
)
def test_a_control_is_emptied_to_one_paragraph_below_the_line_of_no_height_that_it_begins_with(
    dentro: str, quedan: int
) -> None:
    document = Document()
    document.element.body.insert(0, parse_xml(CONTROL.format(dentro)))
    lugar = content_place(document)
    control = next(document.element.body.iter(qn("w:sdt")))
    assert len(list(control.iter(qn("w:p")))) == quedan
    assert (lugar.text, next(lugar.paragraph_format.element.iterancestors(qn("w:sdt")))) == ("", control)


def test_a_control_of_another_name_or_without_properties_is_not_the_place() -> None:
    document = Document()
    for propiedades in ("", "<w:sdtPr/>", '<w:sdtPr><w:alias w:val="Fecha"/></w:sdtPr>'):
        xml = f"<w:sdt {nsdecls('w')}>{propiedades}<w:sdtContent><w:p/></w:sdtContent></w:sdt>"
        document.element.body.insert(0, parse_xml(xml))
    lugar = content_place(document)
    assert next(lugar.paragraph_format.element.iterancestors(qn("w:sdt")), None) is None
    assert len(list(document.element.body.iter(qn("w:sdt")))) == 3


def test_a_mark_inside_a_control_is_the_place_and_the_control_lets_go(tmp_path: Path) -> None:
    document = Document()
    atado = CONTROL.replace("<w:tag", "<w:text/><w:tag").format("<w:p><w:r><w:t>{contenido}</w:t></w:r></w:p>")
    document.element.body.insert(0, parse_xml(atado))
    document.element.body.insert(1, parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p/></w:sdtContent></w:sdt>"))
    document.save(str(tmp_path / "m.docx"))
    path = write(tmp_path / "a.docx", BOLETIN, (tmp_path / "m.docx").read_bytes())
    control = next(read(path).element.body.iter(qn("w:sdt")))
    assert BOLETIN.nombre in "".join(control.itertext())
    assert control.find(f"{qn('w:sdtPr')}/{qn('w:text')}") is None
