"""What people write where the document has no text of the content: beside it, in margins and boxes. It is told."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.stamp import P_HOJA, sheet_prints, sheet_properties
from tests.adapters.word.devueltos import (
    Salida,
    add_after,
    changes,
    delete_tracked,
    insert_tracked,
    paragraph,
    remove,
    say,
)
from tests.adapters.word.muestras import BOLETIN, HISTORIA, INSTITUCION, MEMBRETES
from tests.adapters.word.test_returned_foreign import CAJA, ESPACIOS, NO_SE_TOMO, put, told

if TYPE_CHECKING:
    from pathlib import Path

ATADO = (
    f'<w:sdt {nsdecls("w")}><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="x"/></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>[Título]</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
HOJA = (
    '<w:r><w:t>Hoja </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:fldSimple w:instr="DATE"><w:r><w:t>1 de enero</w:t></w:r></w:fldSimple>'
)


@pytest.fixture
def boletin(tmp_path: Path) -> Salida:
    return Salida(BOLETIN, tmp_path / "boletin.docx")


def loose(texto: str) -> str:
    return f"«{texto}» se escribió fuera de los textos del contenido y no se tomó; si hace falta, cópielo en un campo."


@pytest.mark.parametrize("membrete", [None, *sorted(MEMBRETES.glob("*.do?x"))], ids=lambda p: p.stem if p else "propio")
def test_what_is_written_around_the_content_is_told_on_any_letterhead(membrete: Path | None, tmp_path: Path) -> None:
    salida = Salida(BOLETIN, tmp_path / "c.docx", None if membrete is None else membrete.read_bytes())
    document = salida.open()
    body = document.element.body
    body.insert(0, document.add_paragraph("Ojo: urge.").paragraph_format.element)
    ultimo = document.add_paragraph()
    insert_tracked(ultimo, "Vo. Bo. de la titular")
    devolucion = salida.back(document)
    assert (changes(devolucion), told(devolucion)) == ({}, [loose("Ojo: urge."), loose("Vo. Bo. de la titular")])
    (revisado,) = devolucion.revisados
    assert [revision.texto for revision in revisado.revisiones] == ["Vo. Bo. de la titular"]


def test_what_is_written_in_the_empty_line_below_the_contacts_is_told(boletin: Salida) -> None:
    document = boletin.open()
    vacio = document.paragraphs[-1]
    assert vacio.text == ""
    vacio.add_run("Falta el teléfono.")
    assert told(boletin.back(document)) == [loose("Falta el teléfono.")]


def test_of_very_many_lines_the_rest_is_counted(boletin: Salida) -> None:
    document = boletin.open()
    for numero in range(22):
        document.add_paragraph(f"Renglón {numero}")
    *_, ultimo, mas = told(boletin.back(document))
    assert ultimo == loose("Renglón 19")
    assert mas == "Hay 2 renglones más fuera del texto del contenido; no se tomó nada de ahí."


def test_what_is_written_in_header_and_footer_is_told_once(boletin: Salida) -> None:
    document = boletin.open()
    seccion = document.sections[0]
    for margen in (seccion.header, seccion.footer, seccion.first_page_header):
        margen.add_paragraph("Versión 2, sin revisar")
    assert told(boletin.back(document)) == [
        "«Versión 2, sin revisar» se escribió en el encabezado o el pie de página y no se tomó."
    ]


def test_tracked_changes_of_a_header_are_shown(boletin: Salida) -> None:
    document = boletin.open()
    delete_tracked(next(p for p in document.sections[0].header.paragraphs if p.text))
    devolucion = boletin.back(document)
    assert told(devolucion) == []
    (revisado,) = devolucion.revisados
    assert (revisado.titulo, revisado.revisiones[0].agregado) == ("Otras partes del documento", False)


def test_boxes_and_notes_outside_of_the_fields_are_told(boletin: Salida) -> None:
    document = boletin.open()
    caja = f"<w:r><w:pict>{CAJA}</w:pict></w:r>"
    for donde in ("-oOo-", "Ciudad de México"):
        put(document, caja, donde)
    assert told(boletin.back(document)) == [
        f"En «Lugar y fecha» hay un cuadro de texto que dice «Ojo con la cifra», {NO_SE_TOMO}",
        f"En «Otras partes del documento» hay un cuadro de texto que dice «Ojo con la cifra», {NO_SE_TOMO}",
    ]


def test_what_programs_fill_in_is_nobody_s_text(tmp_path: Path) -> None:
    """A date, a page number, and the title of the document where a letterhead repeats it."""
    document = Document()
    margen = document.sections[0].header.paragraphs[0].paragraph_format.element
    margen.addnext(parse_xml(ATADO))
    for hijo in list(parse_xml(f"<w:p {ESPACIOS}>{HOJA}<w:r><w:pict>{CAJA}</w:pict></w:r></w:p>")):
        margen.append(hijo)
    document.add_paragraph("{contenido}")
    membrete = io.BytesIO()
    document.save(membrete)
    salida = Salida(BOLETIN, tmp_path / "c.docx", membrete.getvalue())
    document = salida.open()
    for lleno in document.sections[0].header._element.iter(qn("w:t")):  # noqa: SLF001  # python-docx has no other way
        lleno.text = {"1": "2", "[Título]": "Abre la Secretaría", "1 de enero": "2 de enero"}.get(
            lleno.text, lleno.text
        )
    assert told(salida.back(document)) == []
    say(document.sections[0].header.paragraphs[0], "Hoja ", "Página ")
    assert len(told(salida.back(document))) == 1


def test_a_document_of_an_older_version_says_nothing_of_its_letterhead(boletin: Salida) -> None:
    document = boletin.open()
    document.add_paragraph("Debajo de todo")
    relacion = next(r for r in document.part.package.rels.values() if "custom-properties" in r.reltype)
    relacion.target_part._blob = relacion.target_part.blob.replace(P_HOJA.encode(), b"Otra")  # noqa: SLF001  # the same
    assert told(boletin.back(document)) == []


def test_prints_are_kept_in_as_many_properties_as_they_need() -> None:
    huellas = [f"{numero:x}" for numero in range(0x10000000, 0x10000000 + 60)]
    dichas = sheet_properties(huellas)
    assert [*dichas] == [f"{P_HOJA}{lugar}" for lugar in (1, 2, 3)]
    assert max(map(len, dichas.values())) < 255
    assert sheet_prints(dichas | {"Otra": "1"}) == frozenset(huellas)


@pytest.mark.parametrize(("antes", "despues"), [("Retos", "Desafíos del comité"), ("Contacto", "Para saber más")])
def test_a_heading_written_anew_is_told_as_what_it_is(antes: str, despues: str, tmp_path: Path) -> None:
    salida = Salida(HISTORIA, tmp_path / "c.docx")
    document = salida.open()
    say(paragraph(document, antes), antes, despues)
    devolucion = salida.back(document)
    mensaje = f"«{antes}» dice ahora «{despues}»; es una parte fija del documento y no se tomó."
    assert (changes(devolucion), told(devolucion)) == ({}, [mensaje])


def test_headings_that_are_gone_are_told_where_their_text_is_there(tmp_path: Path) -> None:
    salida = Salida(HISTORIA, tmp_path / "c.docx")
    document = salida.open()
    remove(paragraph(document, "Retos"))
    devolucion = salida.back(document)
    assert changes(devolucion) == {}
    fijo = "es una parte fija del documento y no se quitó."
    assert told(devolucion) == [f"«Retos» ya no viene en el archivo; {fijo}"]


@pytest.mark.parametrize("principio", ["Conjuntos", BOLETIN.url])
def test_of_a_long_line_that_was_changed_what_differs_is_cited(tmp_path: Path, principio: str) -> None:
    salida = Salida(replace(HISTORIA, conjuntos=("puentes", "caminos"), url=BOLETIN.url), tmp_path / "c.docx")
    document = salida.open()
    paragraph(document, principio).add_run(" y de los vados")
    (mensaje,) = told(salida.back(document))
    antes, despues = mensaje.partition(";")[0].removeprefix("«…").removesuffix("»").split("» dice ahora «…")
    assert despues == f"{antes} y de los vados"


def test_the_letterhead_never_stands_in_for_a_text_that_is_gone(tmp_path: Path) -> None:
    contenido = replace(BOLETIN, nombre="Puentes", numero="", fecha=None)
    salida = Salida(contenido, tmp_path / "c.docx", (MEMBRETES / "tabla.docx").read_bytes())
    document = salida.open()
    for principio in ("Dirección General", "Ciudad de México", "Puentes"):
        remove(paragraph(document, principio))
    devolucion = salida.back(document)
    assert changes(devolucion) == {}
    assert "«Título» ya no viene en el archivo, pero hace falta; se conserva el del proyecto." in told(devolucion)


def test_the_letterhead_may_say_what_the_content_says_too(tmp_path: Path) -> None:
    hoja = Document()
    hoja.add_paragraph(INSTITUCION.direccion_comunicacion)
    hoja.add_paragraph("{contenido}")
    hoja.add_paragraph("Contacto")
    membrete = io.BytesIO()
    hoja.save(membrete)
    salida = Salida(BOLETIN, tmp_path / "c.docx", membrete.getvalue())
    document = salida.open()
    say(paragraph(document, "Abre la"), "Abre", "Publica")
    devolucion = salida.back(document)
    assert (changes(devolucion), told(devolucion)) == ({"nombre": BOLETIN.nombre.replace("Abre", "Publica")}, [])


def test_a_paragraph_that_only_a_program_fills_in_is_text_where_there_is_one(boletin: Salida) -> None:
    document = boletin.open()
    nuevo = add_after(paragraph(document, "Durante la etapa"), "").paragraph_format.element
    nuevo.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="DATE"><w:r><w:t>1 de enero</w:t></w:r></w:fldSimple>')
    )
    assert "1 de enero" in changes(boletin.back(document))["cuerpo"].split("\n")
