"""What stands side by side: QR codes beside the data, contacts in columns; and headings without a missing level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Twips

from letterheads.pictures import png
from promueve_gui.adapters.word.blocks import Estilo, Parrafo, in_order
from promueve_gui.adapters.word.layout import room
from promueve_gui.adapters.word.text import Tramo
from promueve_gui.domain.conjuntos import ConjuntoDatos
from tests.adapters.word.galeria_membretes import data_of
from tests.adapters.word.muestras import (
    BOLETIN,
    HISTORIA,
    INSTITUCION,
    PERSONA,
    PUENTES,
    everywhere,
    project,
    read,
    sheet,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument


def described(document: WordDocument) -> list[str]:
    """Return what each picture of the body says to whoever cannot see it."""
    return [str(dibujo.get("descr")) for dibujo in document.element.body.iter(qn("wp:docPr"))]


def test_the_link_stands_beside_a_code_that_opens_it(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", BOLETIN))
    assert described(document) == [f"Código QR que abre {BOLETIN.url}"]
    datos = document.tables[0]
    assert datos.rows[0].cells[0].text == f"{PUENTES.nombre}\n{BOLETIN.url}"
    assert next(datos.rows[0].cells[1].paragraphs[0].runs[0].element.iter(qn("w:drawing")), None) is not None


def test_up_to_three_datasets_have_a_code_each_and_of_more_the_first(tmp_path: Path) -> None:
    conjuntos = [
        ConjuntoDatos(id=f"c{n}", nombre=f"Conjunto {n}", url=f"https://datos.example.org/{n}") for n in range(5)
    ]
    for cuantos, codigos in ((1, 1), (3, 3), (4, 1), (5, 1)):
        contenido = replace(HISTORIA, conjuntos=tuple(c.id for c in conjuntos[:cuantos]))
        document = read(write(tmp_path / "a.docx", contenido, proyecto=project(*conjuntos)))
        assert described(document) == [f"Código QR que abre {c.url}" for c in conjuntos[:codigos]]
        assert [fila.cells[0].text.split("\n")[0] for fila in document.tables[0].rows] == [
            c.nombre for c in conjuntos[:cuantos]
        ]


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "file:///c:/datos.csv", "no es una dirección", "https://e.org/" + "a" * 600]
)
def test_what_is_no_short_web_address_has_no_code(url: str, tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", replace(BOLETIN, url=url, conjuntos=())))
    assert described(document) == []


def test_an_address_with_accents_is_coded_as_its_link_leads(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", replace(BOLETIN, url="https://datos.example.org/año")))
    assert described(document) == ["Código QR que abre https://datos.example.org/a%C3%B1o"]


def test_contacts_stand_in_as_many_columns_as_their_words_fit_in(tmp_path: Path) -> None:
    contactos = read(write(tmp_path / "a.docx", BOLETIN)).tables[-1]
    assert [[celda.text.split("\n")[0] for celda in fila.cells] for fila in contactos.rows] == [
        ["Prensa", "Datos abiertos", "Contacto técnico"]
    ]
    largo = replace(PERSONA, correo=f"{'r' * 60}@secapur.example.org")
    angostos = read(write(tmp_path / "b.docx", BOLETIN, proyecto=project(largo))).tables[-1]
    assert [[celda.text.split("\n")[0] for celda in fila.cells] for fila in angostos.rows] == [
        ["Prensa", "Datos abiertos"],
        ["Contacto técnico", ""],
    ]


def test_a_wide_typeface_leaves_two_columns(tmp_path: Path) -> None:
    contactos = read(write(tmp_path / "a.docx", BOLETIN, data_of("sencillo.docx"))).tables[-1]
    assert [len(fila.cells) for fila in contactos.rows] == [2, 2]


def test_each_contact_is_one_paragraph_and_tables_say_what_they_are(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", BOLETIN))
    assert document.tables[-1].rows[0].cells[0].text == (
        "Prensa\nDirección General de Comunicación Social\nprensa@secapur.example.org\nTel. 55 5000 1234, ext. 101"
    )
    titulos = [titulo.get(qn("w:val")) for titulo in document.element.body.iter(qn("w:tblCaption"))]
    assert titulos == ["Datos, cada uno con su código QR", "Contactos"]


def test_one_contact_alone_needs_no_table(tmp_path: Path) -> None:
    solo = replace(BOLETIN, contacto_tecnico=None, url="", conjuntos=())
    sin_prensa = project(replace(INSTITUCION, correo_prensa="", telefono_prensa=""))
    assert read(write(tmp_path / "a.docx", solo, proyecto=sin_prensa)).tables == []


def test_in_a_narrow_column_nothing_stands_side_by_side(tmp_path: Path) -> None:
    document = Document()
    celda = document.add_table(rows=1, cols=2).rows[0].cells[0]
    celda.width = Cm(5)
    celda.text = "{contenido}"
    document.save(str(tmp_path / "m.docx"))
    escrito = read(write(tmp_path / "a.docx", BOLETIN, (tmp_path / "m.docx").read_bytes()))
    assert len(list(escrito.element.body.iter(qn("w:tbl")))) == 1
    assert BOLETIN.url in escrito.tables[0].rows[0].cells[0].text


def test_the_room_is_that_of_the_cell_or_of_the_section() -> None:
    document = Document()
    parrafo = document.add_paragraph()
    assert room(parrafo, document) == Cm(15.24)
    tabla = document.add_table(rows=1, cols=3)
    celda = tabla.rows[0].cells[1]
    celda.width = Cm(4)
    assert abs(room(celda.paragraphs[0], document) - Cm(3.6)) < Cm(0.01)
    celda.width = Cm(9)  # LibreOffice goes by the columns of the table
    assert abs(room(celda.paragraphs[0], document) - Cm(15.24 / 3 - 0.4)) < Cm(0.01)
    celda = celda.merge(tabla.rows[0].cells[2])
    next(celda.paragraphs[0].paragraph_format.element.getparent().iter(qn("w:tcW"))).clear()
    assert abs(room(celda.paragraphs[0], document) - Cm(15.24 * 2 / 3 - 0.4)) < Cm(0.01)
    for columna in tabla.columns:
        columna.width = Cm(0)
    assert room(celda.paragraphs[0], document) == 0
    document.element.body.remove(document.element.body.sectPr)
    assert room(parrafo, document) == 0


@pytest.mark.parametrize(
    ("columnas", "cabe"),
    [
        ('<w:cols {ns} w:num="2" w:space="720"/>', (Cm(15.24) - Twips(720)) // 2),
        ('<w:cols {ns} w:num="3"/>', (Cm(15.24) - 2 * Twips(720)) // 3),
        ('<w:cols {ns} w:num="2" w:equalWidth="0"><w:col w:w="3000"/><w:col w:w="5000"/></w:cols>', Twips(3000)),
        ('<w:cols {ns} w:space="720"/>', Cm(15.24)),
        ('<w:cols {ns} w:num="0" w:space="x"/>', Cm(15.24)),
    ],
)
def test_the_room_on_a_page_with_columns_is_that_of_the_narrowest(columnas: str, cabe: int) -> None:
    document = Document()
    for de_python_docx in document.element.body.sectPr.findall(qn("w:cols")):
        document.element.body.sectPr.remove(de_python_docx)
    document.element.body.sectPr.append(parse_xml(columnas.format(ns=nsdecls("w"))))
    assert abs(room(document.add_paragraph(), document) - cabe) < Cm(0.01)


def test_on_a_letterhead_with_controls_a_paragraph_follows_the_last_table(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", BOLETIN, data_of("controles.docx")))
    tablas = list(document.element.body.iter(qn("w:tbl")))
    assert [tabla.getnext().tag for tabla in tablas] == [qn("w:p")] * len(tablas)


def test_a_bulletin_with_headings_skips_no_level(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", replace(BOLETIN, cuerpo="## Uno\nTexto\n## Dos\nMás")))
    niveles = [p.style.name for p in everywhere(document) if p.style and p.style.name.startswith(("Title", "Heading"))]
    assert niveles == ["Title", "Heading 1", "Heading 1", "Heading 1", "Heading 1"]


def test_headings_below_a_section_stay_below_it() -> None:
    hechos = [Parrafo(estilo, (Tramo("x"),)) for estilo in (Estilo.APARTADO, Estilo.SECCION, Estilo.APARTADO)]
    assert [p.estilo for p in in_order(hechos)] == [Estilo.SECCION, Estilo.SECCION, Estilo.APARTADO]


def test_pictures_of_the_letterhead_are_described_unless_they_were(tmp_path: Path) -> None:
    document = Document()
    for descripcion in ("", "Escudo"):
        document.add_paragraph().add_run().add_picture(png(5, 5, (0, 0, 0)))
        if descripcion:
            next(document.paragraphs[-1].runs[0].element.iter(qn("wp:docPr"))).set("descr", descripcion)
    document.add_paragraph("{contenido}")
    document.save(str(tmp_path / "m.docx"))
    escrito = read(write(tmp_path / "a.docx", sheet(nombre="Título"), (tmp_path / "m.docx").read_bytes()))
    assert described(escrito) == [f"Imagen institucional de {INSTITUCION.nombre}", "Escudo"]
