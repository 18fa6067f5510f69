"""What Word writes of its own accord, and what nobody sees any more: exactly the text that people read comes back."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.returned import read_document
from tests.adapters.word.devueltos import CUANDO, Salida, add_after, changes, paragraph, say, tracked
from tests.adapters.word.muestras import BOLETIN
from tests.adapters.word.test_returned_tracked import text

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

ESPACIOS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)
QUIEN = f'w:id="901" w:author="Ana" w:date="{CUANDO}"'
PARRAFOS = BOLETIN.cuerpo.split("\n")
SONRISA = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" '
    'w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>\U0001f600</w:t></mc:Fallback></mc:AlternateContent></w:r>'
)
CELDAS = (
    f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {QUIEN}/></w:tcPr><w:p>{text('Borrada')}</w:p></w:tc>"
    f"<w:tc><w:p>{text('Se queda')}</w:p></w:tc></w:tr></w:tbl>"
)
CONTROL = (
    "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:p>"
    f"{text('Haga clic aquí para escribir texto.')}</w:p></w:sdtContent></w:sdt>"
)


@pytest.fixture
def boletin(tmp_path: Path) -> Salida:
    return Salida(BOLETIN, tmp_path / "boletin.docx")


def pieces(xml: str) -> list[BaseOxmlElement]:
    """Return the elements that some XML holds."""
    return list(parse_xml(f"<w:body {ESPACIOS}>{xml}</w:body>"))


def second(document: WordDocument) -> BaseOxmlElement:
    """Return the second paragraph of the text."""
    elemento: BaseOxmlElement = paragraph(document, PARRAFOS[1][:20]).paragraph_format.element
    return elemento


@pytest.mark.parametrize(
    ("xml", "agregado"),
    [
        (SONRISA, "\U0001f600"),
        (f"<mc:AlternateContent><mc:Choice>{text(' Sí.')}</mc:Choice></mc:AlternateContent>", " Sí."),
        (f"<mc:AlternateContent><mc:Fallback>{text(' Sí.')}</mc:Fallback></mc:AlternateContent>", " Sí."),
        ("<mc:AlternateContent/>", ""),
    ],
)
def test_what_word_writes_in_two_ways_is_read_once(boletin: Salida, xml: str, agregado: str) -> None:
    document = boletin.open()
    for pieza in pieces(xml):
        second(document).append(pieza)
    devolucion = boletin.back(document)
    esperado = {"cuerpo": BOLETIN.cuerpo.replace(PARRAFOS[1], PARRAFOS[1] + agregado)} if agregado else {}
    assert (changes(devolucion), list(devolucion.problemas)) == (esperado, [])


@pytest.mark.parametrize(
    ("xml", "agregado"),
    [
        (CELDAS, ["Se queda"]),
        (CONTROL.format("<w:showingPlcHdr/>"), []),
        (CONTROL.format(""), ["Haga clic aquí para escribir texto."]),
    ],
)
def test_cells_taken_out_and_invitations_to_write_are_no_text(boletin: Salida, xml: str, agregado: list[str]) -> None:
    document = boletin.open()
    for pieza in pieces(xml):
        second(document).addprevious(pieza)
    esperado = {"cuerpo": "\n".join([PARRAFOS[0], *agregado, *PARRAFOS[1:]])} if agregado else {}
    assert changes(boletin.back(document)) == esperado


def test_a_comment_on_words_taken_out_is_shown(boletin: Salida) -> None:
    document = boletin.open()
    document.add_comment(paragraph(document, PARRAFOS[1][:20]).runs, text="¿Por qué?", author="Ana")
    (referencia,) = second(document).iter(qn("w:commentReference"))
    (quitado,) = pieces(f"<w:del {QUIEN}/>")
    referencia.getparent().addprevious(quitado)
    quitado.append(referencia.getparent())
    (revisado,) = boletin.back(document).revisados
    assert [comentario.texto for comentario in revisado.comentarios] == ["¿Por qué?"]


def test_a_bookmark_that_ends_in_words_taken_out_reaches_no_further(boletin: Salida) -> None:
    document = boletin.open()
    marca, inicio = (next(second(document).iter(qn(f"w:bookmark{lado}"))) for lado in ("End", "Start"))
    marcada = inicio.get(qn("w:name"))
    (quitado,) = pieces(f"<w:del {QUIEN}><w:r><w:delText>nada</w:delText></w:r></w:del>")
    marca.addprevious(quitado)
    quitado.append(marca)
    document.save(str(boletin.path))
    leido = read_document(boletin.path).texto
    assert leido is not None
    tocados = [parrafo.bloque.texto for parrafo in leido.parrafos if marcada in parrafo.marcas]
    assert tocados == [PARRAFOS[1]]


def test_a_quote_cut_in_two_and_saved_by_libreoffice_stays_in_its_field(boletin: Salida) -> None:
    """LibreOffice writes a bookmark over two paragraphs as two beginnings of one name and a single end."""
    document = boletin.open()
    parrafos = [paragraph(document, PARRAFOS[3][:20]), paragraph(document, "«Un puente")]
    for parrafo in parrafos:
        texto = parrafo.text
        elemento = parrafo.paragraph_format.element
        inicio, fin = (next(elemento.iter(qn(f"w:bookmark{lado}"))) for lado in ("Start", "End"))
        parrafo.runs[0].text = texto[:40]
        resto = add_after(parrafo, texto[40:]).paragraph_format.element
        elemento.remove(fin)
        (otro,) = pieces(f'<w:bookmarkStart w:id="7{fin.get(qn("w:id"))}" w:name="{inicio.get(qn("w:name"))}"/>')
        fin.set(qn("w:id"), otro.get(qn("w:id")))
        resto.insert(1, otro)
        resto.append(fin)
    assert changes(boletin.back(document)) == {
        "cuerpo": BOLETIN.cuerpo.replace(PARRAFOS[3], f"{PARRAFOS[3][:40]}\n{PARRAFOS[3][40:].strip()}"),
        "cita": f"{BOLETIN.cita[:40].strip()}\n\n{BOLETIN.cita[40:].strip()}",
    }


@pytest.mark.parametrize("cortes", [1, 2])
@pytest.mark.parametrize("direccion", ["https://datos.example.org/ayuda", "datos@secapur.example.org"])
def test_a_link_cut_in_pieces_is_the_same_link(tmp_path: Path, direccion: str, cortes: int) -> None:
    salida = Salida(replace(BOLETIN, cuerpo=f"Más en {direccion} y **en línea**."), tmp_path / "c.docx")
    document = salida.open()
    parrafo = paragraph(document, "Más en").paragraph_format.element
    (enlace,) = parrafo.iter(qn("w:hyperlink"))
    run = next(enlace.iter(qn("w:r")))
    for corte in range(cortes):
        otro = parse_xml(f"<w:r {ESPACIOS}><w:t/></w:r>")
        otro[0].text = direccion[5 * corte : 5 * corte + 5]
        run.addprevious(otro)
    run.find(qn("w:t")).text = direccion[5 * cortes :]
    assert changes(salida.back(document)) == {}


def test_lists_are_numbered_as_word_numbers_them(boletin: Salida) -> None:
    document = boletin.open()
    numeracion = document.part.numbering_part.element
    niveles = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{formato}"/></w:lvl>'
        for n, formato in enumerate(("decimal", "lowerLetter"))
    )
    otra = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    (definicion,) = pieces(f'<w:abstractNum w:abstractNumId="90">{niveles}</w:abstractNum>')
    numeracion.insert(0, definicion)
    for numero, resto in ((90, ""), (91, ""), (92, otra)):
        numeracion.extend(pieces(f'<w:num w:numId="{numero}"><w:abstractNumId w:val="90"/>{resto}</w:num>'))
    ultimo = paragraph(document, PARRAFOS[3][:20])
    for lista, nivel in ((90, 0), (90, 1), (90, 1), (90, 0), (90, 1), (91, 0), (92, 0), (92, 0)):
        ultimo = add_after(ultimo, "Punto")
        (propia,) = pieces(f'<w:numPr><w:ilvl w:val="{nivel}"/><w:numId w:val="{lista}"/></w:numPr>')
        ultimo.paragraph_format.element.get_or_add_pPr().insert(0, propia)
    cuerpo = changes(boletin.back(document))["cuerpo"]
    assert [punto.partition(".")[0] for punto in cuerpo.split("\n") if punto.endswith("Punto")] == list("11221312")


@pytest.mark.parametrize("donde", ["antes", "dentro"])
def test_a_paragraph_without_its_mark_goes_on_in_no_table_nor_beyond_its_cell(boletin: Salida, donde: str) -> None:
    """Word keeps the mark where the one after is in another cell, whatever tracking says."""
    document = boletin.open()
    tabla = document.add_table(rows=1, cols=2)
    tabla.cell(0, 0).text, tabla.cell(0, 1).text = "Una", "Otra"
    antes = document.add_paragraph("Un renglón")
    tabla._tbl.addprevious(antes.paragraph_format.element)  # noqa: SLF001  # python-docx has no other way
    sin_marca = antes if donde == "antes" else tabla.cell(0, 0).paragraphs[0]
    propiedades = sin_marca.paragraph_format.element.get_or_add_pPr()
    propiedades.append(parse_xml(f"<w:rPr {nsdecls('w')}/>"))
    propiedades[-1].append(tracked("del"))
    document.save(str(boletin.path))
    leido = read_document(boletin.path).texto
    assert leido is not None
    dichos = [parrafo.bloque.texto for parrafo in leido.parrafos]
    assert [dicho for dicho in dichos if dicho][-3:] == ["Un renglón", "Una", "Otra"]


@pytest.mark.parametrize("escrita", ["la\u200b \ufeffetapa\u2060", "\u200ela\u200f etapa", "la\u00ad etapa"])
def test_signs_that_nobody_sees_are_no_change(boletin: Salida, escrita: str) -> None:
    """What is pasted from pages brings them."""
    document = boletin.open()
    say(paragraph(document, "Durante la etapa"), "la etapa", escrita)
    assert changes(boletin.back(document)) == {}


def test_what_joins_the_parts_of_an_emoji_is_kept(boletin: Salida) -> None:
    document = boletin.open()
    say(paragraph(document, "Durante la etapa"), "la etapa", "la etapa 👩\u200d🌾")
    assert "etapa 👩\u200d🌾" in changes(boletin.back(document))["cuerpo"]


def test_accents_apart_from_their_letters_are_no_change(boletin: Salida) -> None:
    """Programs of macOS write them so."""
    document = boletin.open()
    for texto in document.element.body.iter(qn("w:t")):
        texto.text = unicodedata.normalize("NFD", texto.text or "")
    devolucion = boletin.back(document)
    assert (changes(devolucion), devolucion.problemas) == ({}, [])


def test_a_field_left_open_hides_nothing_below_it(boletin: Salida) -> None:
    document = boletin.open()
    segundo = paragraph(document, "Durante la etapa").paragraph_format.element
    segundo.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"/></w:r>'))
    assert changes(boletin.back(document)) == {}


@pytest.mark.parametrize(
    ("escrita", "corregida"),
    [
        ("https://datos.example.org/ayuda", "https://datos.example.org/ayuda/nueva"),
        ("datos@secapur.example.org", "puentes2@secapur.example.org"),
        ("{contacto}", "otro@secapur.example.org"),
    ],
)
def test_an_address_corrected_in_its_letters_is_that_address(tmp_path: Path, escrita: str, corregida: str) -> None:
    """Word and LibreOffice leave the link of such an address at what it was."""
    salida = Salida(replace(BOLETIN, cuerpo=f"Más en {escrita} y **en línea**."), tmp_path / "c.docx")
    document = salida.open()
    parrafo = paragraph(document, "Más en").paragraph_format.element
    (enlace,) = parrafo.iter(qn("w:hyperlink"))
    next(enlace.iter(qn("w:t"))).text = corregida
    assert changes(salida.back(document)) == {"cuerpo": f"Más en {corregida} y **en línea**."}
