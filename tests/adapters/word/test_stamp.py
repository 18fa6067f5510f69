"""The stamp of a document: what is written into it, and what a reader of it makes of what is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.blocks import Estilo, paragraphs
from promueve_gui.adapters.word.returned_parts import Parts
from promueve_gui.adapters.word.returned_styles import Looks
from promueve_gui.adapters.word.stamp import (
    P_HOJA,
    PREFIJO,
    Names,
    above,
    identities_of,
    identity_marks,
    of_field,
    written,
)
from promueve_gui.adapters.word.stamp_marks import CUSTOM, stamp
from promueve_gui.domain.enriquecido import Clase
from promueve_gui.domain.proyecto import Proyecto
from tests.adapters.word.devueltos import Salida, lines
from tests.adapters.word.hostiles import packed, with_part
from tests.adapters.word.muestras import BOLETIN, HISTORIA, INSTITUCION, parts, project, sheet

if TYPE_CHECKING:
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
UUID = "0190e2a4-1111-7abc-8def-0123456789ab"


@pytest.fixture
def boletin(tmp_path: Path) -> Salida:
    return Salida(BOLETIN, tmp_path / "boletin.docx")


def marks(salida: Salida) -> list[str]:
    """Return the names of the bookmarks of a file."""
    return [marca.get(qn("w:name")) for marca in salida.open().element.body.iter(qn("w:bookmarkStart"))]


def properties(path: Path) -> dict[str, str]:
    """Return the custom properties of a file."""
    raiz = parse_xml(parts(path)["docProps/custom.xml"])
    return {propiedad.get("name"): propiedad[0].text for propiedad in raiz}


def test_every_line_of_a_field_carries_a_bookmark_that_word_does_not_list(boletin: Salida) -> None:
    hechas = marks(boletin)
    assert len(set(hechas)) == len(hechas)
    assert all(marca.startswith(PREFIJO) and len(marca) <= 40 for marca in hechas)
    assert [marca for marca in hechas if "cuerpo" in marca] == [f"{PREFIJO}cuerpo_{n}" for n in range(1, 5)]
    numeros = [m.get(qn("w:id")) for m in boletin.open().element.body.iter(qn("w:bookmarkStart"))]
    assert len(set(numeros)) == len(numeros)


def test_the_properties_say_what_it_is(boletin: Salida) -> None:
    assert {clave: dicha for clave, dicha in properties(boletin.path).items() if not clave.startswith(P_HOJA)} == {
        "Promueve.Exportacion": "entrega/contenido:boletin",
        "Promueve.Contenido": "boletin",
        "Promueve.Proyecto": "inst",
        "Promueve.Institucion": INSTITUCION.nombre,
        "Promueve.Imagenes": "1",
        "Promueve.Version": "1",
    }


def test_those_of_the_letterhead_stay_but_for_an_old_stamp(tmp_path: Path) -> None:
    tipos = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    suyas = (
        f'<Properties xmlns="{CUSTOM}" xmlns:vt="{tipos}">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Clasificación">'
        "<vt:lpwstr>Pública</vt:lpwstr></property>"
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="8" name="Promueve.Contenido">'
        "<vt:lpwstr>otro</vt:lpwstr></property></Properties>"
    )
    relacion = (
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'custom-properties" Target="docProps/custom.xml"/></Relationships>'
    )
    tipo = (
        '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'custom-properties+xml"/></Types>'
    )
    membrete = tmp_path / "membrete.docx"
    membrete.write_bytes(with_part("docProps/custom.xml", suyas.encode()))
    partes = parts(membrete)
    partes["_rels/.rels"] = partes["_rels/.rels"].replace(b"</Relationships>", relacion.encode())
    partes["[Content_Types].xml"] = partes["[Content_Types].xml"].replace(b"</Types>", tipo.encode())
    salida = Salida(BOLETIN, tmp_path / "c.docx", packed(partes))
    dichas = properties(salida.path)
    assert dichas["Clasificación"] == "Pública"
    assert dichas["Promueve.Contenido"] == "boletin"


def test_without_an_export_and_an_institution_less_is_said(boletin: Salida) -> None:
    document = boletin.open()
    stamp(document, BOLETIN, Proyecto(), "")
    document.save(str(boletin.path))
    assert properties(boletin.path) == {
        "Promueve.Contenido": "boletin",
        "Promueve.Version": "1",
        "Promueve.Imagenes": "1",
    }


def test_identities_are_spelled_in_bookmarks_where_they_fit() -> None:
    hechas = list(identity_marks(f"{UUID}/contenido:{UUID}", UUID))
    assert all(len(marca) <= 40 for marca in hechas)
    assert identities_of(hechas) == (UUID, UUID)
    assert list(identity_marks("corta/x", "c")) == []
    assert identities_of(["otra", f"{PREFIJO}cuerpo_1", f"{PREFIJO}e_corta"]) == ("", "")


def test_names_of_slides_are_short_and_their_own() -> None:
    nombres = Names()
    parrafos = [
        *of_field(f"lamina:{UUID}:puntos", paragraphs(Estilo.TEXTO, "a\nb")),
        *of_field("lamina:otra:puntos", paragraphs(Estilo.TEXTO, "c")),
        *above("cuerpo", paragraphs(Estilo.SECCION, "Texto")),
        *paragraphs(Estilo.TEXTO, "suelto"),
    ]
    hechos = [nombres.next_for(parrafo) for parrafo in parrafos]
    assert hechos[3:] == ["", ""]
    assert len({*hechos[:3]}) == 3
    assert all(len(nombre) <= 40 for nombre in hechos)


def test_what_is_compared_says_of_which_field_each_paragraph_is() -> None:
    escritos = lines(HISTORIA, project(HISTORIA))
    campos = [(e.campo, e.titula) for e in escritos if e.campo]
    assert campos[0] == ("nombre", False)
    assert ("antecedentes", True) in campos
    assert campos.count(("antecedentes", False)) == 2
    autoria = next(e for e in escritos if e.campo == "autor")
    assert (autoria.etiqueta, autoria.bloque.texto) == ("Autoría: ", f"Autoría: {HISTORIA.autor}")


def test_a_number_with_a_word_of_its_own_has_no_label() -> None:
    escritos = lines(replace(BOLETIN, numero="Boletín especial 3"), project())
    numero = next(e for e in escritos if e.campo == "numero")
    assert (numero.etiqueta, numero.bloque.texto) == ("", "Boletín especial 3")


def test_a_content_without_anything_to_say_is_stamped_too(tmp_path: Path) -> None:
    salida = Salida(sheet(nombre="Sin nada"), tmp_path / "c.docx")
    assert salida.back().diferencias == []
    assert written([]) == []


def looks(styles: str = "", numbering: str = "") -> Looks:
    """Return the looks of a document with these styles and lists."""
    relaciones = "".join(
        f'<Relationship Id="r{n}" Type="http://x/{tipo}" Target="{tipo}.xml"/>'
        for n, tipo in enumerate(("styles", "numbering"))
    )
    paquete = "http://schemas.openxmlformats.org/package/2006/relationships"
    raiz = f'<R xmlns="{paquete}"><r Type="x/officeDocument" Target="word/document.xml"/></R>'
    return Looks(
        Parts(
            {
                "_rels/.rels": raiz.encode(),
                "word/document.xml": b"<x/>",
                "word/_rels/document.xml.rels": f'<R xmlns="{paquete}">{relaciones}</R>'.encode(),
                "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode(),
                "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'.encode(),
            }
        )
    )


def kind(made: Looks, xml: str) -> tuple[Clase, int]:
    return made.kind(parse_xml(f'<w:pPr xmlns:w="{W}">{xml}</w:pPr>'))


RUEDA = (
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Mi título"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="E"><w:name w:val="Encabezado 2"/></w:style>'
    '<w:style w:type="character" w:styleId="F"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="G"><w:basedOn w:val="F"/><w:rPr><w:i/></w:rPr></w:style>'
)
LISTAS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="lowerLetter"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="2"/></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
    '<w:num w:numId="7"><w:abstractNumId w:val="404"/></w:num>'
)


def item(lista: str, nivel: str = "0") -> str:
    return f'<w:numPr><w:ilvl w:val="{nivel}"/><w:numId w:val="{lista}"/></w:numPr>'


def test_styles_in_a_ring_do_not_hang() -> None:
    assert kind(looks(RUEDA), '<w:pStyle w:val="A"/>') == (Clase.PARRAFO, 0)


@pytest.mark.parametrize("xml", ['<w:pStyle w:val="T"/>', '<w:pStyle w:val="E"/>', '<w:outlineLvl w:val="0"/>'])
def test_headings_are_known_by_name_and_by_level(xml: str) -> None:
    assert kind(looks(RUEDA), xml) == (Clase.TITULO, 0)


def test_a_heading_of_a_style_that_is_gone_is_known_by_its_id() -> None:
    assert kind(looks(), '<w:pStyle w:val="Heading2"/>') == (Clase.TITULO, 0)
    assert kind(looks(), '<w:outlineLvl w:val="9"/>') == (Clase.PARRAFO, 0)


def test_items_count_from_where_their_list_begins() -> None:
    made = looks(numbering=LISTAS)
    assert [kind(made, item("5")) for _ in range(2)] == [(Clase.NUMERO, 4), (Clase.NUMERO, 5)]
    assert kind(made, item("6")) == (Clase.NUMERO, 9)
    assert kind(made, item("5", "1")) == (Clase.VINETA, 0)
    assert kind(made, item("5", "2")) == (Clase.NUMERO, 1)
    assert kind(made, item("7")) == (Clase.NUMERO, 1)
    assert kind(made, item("0")) == (Clase.PARRAFO, 0)
    assert kind(made, item("99")) == (Clase.VINETA, 0)


@pytest.mark.parametrize(
    ("xml", "letras"),
    [
        ("<w:b/>", (True, False)),
        ('<w:b w:val="0"/><w:i w:val="true"/>', (False, True)),
        ('<w:rStyle w:val="G"/>', (True, True)),
        ('<w:rStyle w:val="G"/><w:b w:val="false"/>', (False, True)),
        ('<w:rStyle w:val="ninguno"/>', (False, False)),
    ],
)
def test_letters_are_bold_or_in_italics_by_themselves_or_by_their_style(xml: str, letras: tuple[bool, bool]) -> None:
    made = looks(RUEDA)
    assert made.letters(parse_xml(f'<w:rPr xmlns:w="{W}">{xml}</w:rPr>')) == letras
    assert made.letters(None) == (False, False)
