"""What people put into a document that is no text: it is not taken, and never lost without a word."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.qr import qr_png
from promueve_gui.adapters.word.stamp import P_IMAGENES
from tests.adapters.word.devueltos import Salida, add_after, changes, delete_tracked, paragraph
from tests.adapters.word.muestras import BOLETIN, MEMBRETES

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

    from promueve_gui.domain.diferencias import Devolucion

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ESPACIOS = (
    f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
CAJA = (
    "<w:txbxContent><w:p><w:r><w:t>Ojo con</w:t></w:r></w:p><w:p><w:r><w:t>la  cifra</w:t></w:r></w:p></w:txbxContent>"
)
NO_SE_TOMO = "que no se tomó; agregue al texto lo que haga falta."


@pytest.fixture
def boletin(tmp_path: Path) -> Salida:
    return Salida(BOLETIN, tmp_path / "boletin.docx")


def put(document: WordDocument, xml: str, beginning: str = "Durante la etapa") -> None:
    """Put something at the end of a paragraph."""
    elemento = parse_xml(f"<w:p {ESPACIOS}>{xml}</w:p>")
    for hijo in list(elemento):
        paragraph(document, beginning).paragraph_format.element.append(hijo)


def told(devolucion: Devolucion) -> list[str]:
    return [problema.mensaje for problema in devolucion.problemas]


@pytest.mark.parametrize(
    ("xml", "dicho"),
    [
        (
            (
                f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{CAJA}</w:drawing></mc:Choice>"
                f"<mc:Fallback><w:pict>{CAJA}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            "un cuadro de texto que dice «Ojo con la cifra»",
        ),
        ("<w:r><w:pict><v:shape/></w:pict></w:r>", "una imagen"),
        ("<w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r>", "una imagen"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>', "un símbolo"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>+1</m:t></m:r></m:oMath>", "una fórmula que dice «x+1»"),
        ('<w:r><w:endnoteReference w:id="9"/></w:r>', "una nota"),
    ],
)
def test_it_is_told_where_it_stands(boletin: Salida, xml: str, dicho: str) -> None:
    document = boletin.open()
    put(document, xml)
    devolucion = boletin.back(document)
    assert (changes(devolucion), told(devolucion)) == ({}, [f"En «Texto» hay {dicho}, {NO_SE_TOMO}"])


def test_each_of_several_boxes_is_told(boletin: Salida) -> None:
    document = boletin.open()
    put(document, f"<w:r><w:pict><v:group>{CAJA}{CAJA.replace('Ojo con', 'Falta')}</v:group></w:pict></w:r>")
    cajas = ("Ojo con la cifra", "Falta la cifra")
    esperados = [f"En «Texto» hay un cuadro de texto que dice «{caja}», {NO_SE_TOMO}" for caja in cajas]
    assert told(boletin.back(document)) == esperados


def test_a_note_is_told_with_its_words(boletin: Salida) -> None:
    document = boletin.open()
    put(document, '<w:r><w:footnoteReference w:id="2"/></w:r>', "«Un puente")
    notas = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>Según el INEGI.</w:t></w:r></w:p></w:footnote>'
    )
    tipo = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), tipo, f"{notas}</w:footnotes>".encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    devolucion = boletin.back(document)
    assert told(devolucion) == [f"En «Cita textual» hay una nota que dice «Según el INEGI.», {NO_SE_TOMO}"]


def test_a_picture_in_a_paragraph_of_its_own_is_of_the_field_above(boletin: Salida) -> None:
    document = boletin.open()
    nuevo = add_after(paragraph(document, "Durante la etapa"), "")
    nuevo.add_run().add_picture(io.BytesIO(qr_png("https://example.org")))
    assert told(boletin.back(document)) == [f"En «Texto» hay una imagen, {NO_SE_TOMO}"]


def test_what_was_deleted_with_tracking_on_is_not_told(boletin: Salida) -> None:
    document = boletin.open()
    put(document, '<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>', "Durante la etapa")
    delete_tracked(paragraph(document, "Durante la etapa"))
    assert told(boletin.back(document)) == []


@pytest.mark.parametrize("membrete", [None, *sorted(MEMBRETES.glob("*.do?x"))], ids=lambda p: p.stem if p else "propio")
def test_a_picture_put_around_the_text_is_told_and_those_that_left_with_it_are_not(
    membrete: Path | None, tmp_path: Path
) -> None:
    sin_contactos = replace(BOLETIN, correo_contacto="", contacto_tecnico=None)
    salida = Salida(sin_contactos, tmp_path / "c.docx", None if membrete is None else membrete.read_bytes())
    document = salida.open()
    assert next(document.element.body.iter(qn("w:drawing")), None) is not None  # the code of the address
    assert told(salida.back()) == []
    cercanos = [paragraph(document, "-oOo-"), document.add_paragraph(), document.paragraphs[0]]
    for cuantas, donde in enumerate(cercanos, start=1):
        donde.add_run().add_picture(io.BytesIO(qr_png("https://example.org")))
        assert (
            told(salida.back(document)) == [f"En «Otras partes del documento» hay una imagen, {NO_SE_TOMO}"] * cuantas
        )


def test_of_a_document_of_an_older_version_nobody_knows_whose_pictures_are(boletin: Salida) -> None:
    document = boletin.open()
    document.add_paragraph().add_run().add_picture(io.BytesIO(qr_png("https://example.org")))
    relacion = next(r for r in document.part.package.rels.values() if "custom-properties" in r.reltype)
    relacion.target_part._blob = relacion.target_part.blob.replace(P_IMAGENES.encode(), b"Otra")  # noqa: SLF001  # the same
    assert told(boletin.back(document)) == []


def test_words_struck_through_by_hand_are_told(boletin: Salida) -> None:
    document = boletin.open()
    segundo = paragraph(document, "Durante la etapa")
    for palabras in (" Esto", " sobra."):
        segundo.add_run(palabras).font.strike = True
    devolucion = boletin.back(document)
    assert changes(devolucion)["cuerpo"].count(" Esto sobra.") == 1
    assert told(devolucion) == [
        "En «Texto» viene tachado «Esto sobra.» y se tomó como si no lo estuviera; si sobra, bórrelo."
    ]


@pytest.mark.parametrize(
    ("xml", "visto"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "→"),
        ('<w:r><w:sym w:font="Symbol" w:char="00B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="MS Gothic" w:char="2611"/></w:r>', "☑"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>\uf0fc</w:t></w:r>', "✓"),
        ('<w:r><w:rPr><w:rFonts w:hAnsi="symbol"/></w:rPr><w:t>Dx</w:t></w:r>', "Δξ"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr><w:t>Dx</w:t></w:r>', "Dx"),
    ],
)
def test_symbols_come_in_as_what_they_look_like(boletin: Salida, xml: str, visto: str) -> None:
    """Word puts «→» in for «-->», and LibreOffice saves it as a letter of a font of drawings."""
    document = boletin.open()
    put(document, xml)
    devolucion = boletin.back(document)
    assert (changes(devolucion)["cuerpo"].split("\n")[1][-len(visto) :], told(devolucion)) == (visto, [])


@pytest.mark.parametrize(
    "xml",
    [
        '<w:sym w:font="Webdings" w:char="F04A"/>',
        '<w:sym w:font="Otra" w:char="F04A"/>',
        '<w:sym w:font="Otra"/>',
        '<w:rPr><w:rFonts w:ascii="Webdings"/></w:rPr><w:t>\uf04a</w:t>',
    ],
)
def test_symbols_that_nobody_knows_are_told(boletin: Salida, xml: str) -> None:
    document = boletin.open()
    put(document, f"<w:r>{xml}</w:r>")
    devolucion = boletin.back(document)
    assert (changes(devolucion), told(devolucion)) == ({}, [f"En «Texto» hay un símbolo, {NO_SE_TOMO}"])
