"""What is said of a letterhead when it is chosen, and that it is made up for in what is written on it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Inches, Twips

from promueve_gui.adapters.qr import qr_png
from promueve_gui.adapters.word import review
from promueve_gui.adapters.word.page import BORDE, MARGEN, complete_page, text_size
from promueve_gui.adapters.word.writer import check_letterhead
from tests.adapters.word.galeria_membretes import NOMBRES, data_of
from tests.adapters.word.hostiles import code_of, with_change, with_part, with_relation, with_run
from tests.adapters.word.muestras import BOLETIN, MEMBRETE, parts, read, texts, write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

TODOS = (
    "los estilos «Título», «Lista con viñetas», «Texto independiente», «Cita», «Título 1», «Título 2», «Lista con "
    "viñetas 2» y «Lista con números»"
)


def as_bytes(document: WordDocument) -> bytes:
    """Return a document as a file would hold it."""
    destino = io.BytesIO()
    document.save(destino)
    return destino.getvalue()


def parts_of(document: WordDocument) -> dict[str, bytes]:
    """Return what a document's file would hold, without the moments at which each part was packed."""
    with zipfile.ZipFile(io.BytesIO(as_bytes(document))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_letterhead_that_ships_lacks_nothing() -> None:
    assert check_letterhead(MEMBRETE.read_bytes()) == ()


ESPERADO = {
    "apaisado.docx": (review.OTRO_IDIOMA.format(idioma="en-US"),),
    "arriba.docx": (
        review.OTRO_IDIOMA.format(idioma="en-US"),
        review.SIN_LUGAR,
        review.QUEDA.format(texto="Dirección de Mareas Asunto: se remite comunicado 2026, año de los faros"),
    ),
    "campos.docx": (review.OTRO_IDIOMA.format(idioma="en-US"),),
    "controles.docx": (review.OTRO_IDIOMA.format(idioma="en-US"),),
    "espanol.docx": (review.OTRO_IDIOMA.format(idioma="en-US"), review.SIN_LUGAR),
    "fondo.docx": (review.OTRO_IDIOMA.format(idioma="en-US"),),
    "libreoffice.docx": (
        review.ESTILOS.format(
            cuales="los estilos «Lista con viñetas», «Cita», «Título 1», «Título 2», «Lista con viñetas 2» y «Lista "
            "con números»",
            agregan="agregan",
        ),
        review.SIN_LUGAR,
    ),
    "logotipos.docx": (
        review.ESTILOS.format(cuales=TODOS, agregan="agregan"),
        review.OTRO_IDIOMA.format(idioma="en-US"),
        review.SIN_LUGAR,
        review.AIRE,
    ),
    "marcado.docx": (review.OTRO_IDIOMA.format(idioma="en-US"),),
    "plantilla.dotx": (
        review.PLANTILLA,
        review.FUERA["attachedTemplate"],
        review.OTRO_IDIOMA.format(idioma="en-US"),
        review.SIN_LUGAR,
        review.AIRE,
    ),
    "pobre.docx": (
        review.HOJA,
        review.MARGENES,
        review.ESTILOS.format(cuales=TODOS, agregan="agregan"),
        review.SIN_IDIOMA,
    ),
    "primera.docx": (review.OTRO_IDIOMA.format(idioma="en-US"),),
    "sencillo.docx": (review.OTRO_IDIOMA.format(idioma="en-US"),),
    "tabla.docx": (review.OTRO_IDIOMA.format(idioma="en-US"),),
}


@pytest.mark.parametrize("nombre", NOMBRES)
def test_what_each_letterhead_lacks_is_said(nombre: str) -> None:
    assert check_letterhead(data_of(nombre)) == ESPERADO[nombre]


@pytest.mark.parametrize("nombre", NOMBRES)
def test_what_was_written_on_it_lacks_nothing_any_more(nombre: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", BOLETIN, data_of(nombre))
    conservan = review.QUEDA.partition(":")[0]
    assert {f for f in check_letterhead(path.read_bytes()) if not f.startswith(conservan)} <= {review.SIN_LUGAR}


def test_a_letterhead_without_styles_says_no_language(tmp_path: Path) -> None:
    """python-docx gives it styles of its own, in the English of the United States."""
    document = Document()
    (estilos,) = [clave for clave, r in document.part.rels.items() if r.reltype == RT.STYLES]
    del document.part.rels[estilos]
    data = as_bytes(document)
    assert check_letterhead(data) == (review.ESTILOS.format(cuales=TODOS, agregan="agregan"), review.SIN_IDIOMA)
    write(tmp_path / "a.docx", BOLETIN, data)
    assert re.findall(r'<w:lang w:val="([^"]*)"', parts(tmp_path / "a.docx")["word/styles.xml"].decode()) == ["es-MX"]


def test_one_style_is_said_in_singular() -> None:
    document = Document(str(MEMBRETE))
    cita = document.styles["Quote"].element
    cita.getparent().remove(cita)
    assert check_letterhead(as_bytes(document)) == (review.ESTILOS.format(cuales="el estilo «Cita»", agregan="agrega"),)


@pytest.mark.parametrize(
    ("tipo", "destino", "modo", "clase"),
    [
        ("image", "http://rastreo.example.org/pixel.png", "External", "image"),
        ("hyperlink", "javascript:alert(1)", "External", "hyperlink"),
        ("oleObject", "embeddings/objeto.bin", "Internal", "oleObject"),
    ],
)
def test_what_it_would_fetch_or_run_is_said(tipo: str, destino: str, modo: str, clase: str) -> None:
    assert review.FUERA[clase] in check_letterhead(with_relation(tipo, destino, modo=modo))


def test_a_link_that_stays_is_not_mentioned() -> None:
    assert check_letterhead(with_relation("hyperlink", "https://www.example.org/")) == ()


def test_fields_that_nobody_knows_are_said() -> None:
    data = with_run("<w:r><w:t>{direccion} y {institucion} y {direccion}</w:t></w:r>")
    assert check_letterhead(data) == (review.CAMPOS.format(campos="{direccion}"),)


def test_a_header_that_leaves_less_than_half_the_sheet_is_said() -> None:
    document = Document()
    dibujo = document.sections[0].header.paragraphs[0].add_run()
    dibujo.add_picture(io.BytesIO(qr_png("Faros")), height=Cm(8))
    assert review.ALTO not in check_letterhead(as_bytes(document))
    dibujo.add_picture(io.BytesIO(qr_png("Faros")), height=Cm(13))
    assert check_letterhead(as_bytes(document))[-1] == review.ALTO


def test_protection_is_said_and_taken_away(tmp_path: Path) -> None:
    candado = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:compat>'
    data = with_change("word/settings.xml", "<w:compat>", candado)
    assert check_letterhead(data) == (review.PROTEGIDO,)
    assert b"documentProtection" not in parts(write(tmp_path / "a.docx", BOLETIN, data))["word/settings.xml"]


def test_a_page_that_is_not_said_is_letter_with_margins(tmp_path: Path) -> None:
    seccion = read(write(tmp_path / "a.docx", BOLETIN, data_of("pobre.docx"))).sections[0]
    assert (seccion.page_width, seccion.page_height) == (Inches(8.5), Inches(11))
    assert {seccion.left_margin, seccion.right_margin, seccion.top_margin, seccion.bottom_margin} == {MARGEN}
    assert BOLETIN.nombre in texts(read(tmp_path / "a.docx"))


def test_a_page_that_lies_is_given_a_size_that_lies() -> None:
    document = Document()
    seccion = document.sections[0]
    seccion.orientation = WD_ORIENT.LANDSCAPE
    seccion.page_width = None
    assert complete_page(document) == (True, False)
    assert [seccion.page_width, seccion.page_height] == [Inches(11), Inches(8.5)]


def test_margins_that_leave_no_room_are_changed_and_the_distances_of_the_header_stay() -> None:
    document = Document()
    seccion = document.sections[0]
    seccion.left_margin = seccion.right_margin = Cm(10)
    seccion.header_distance = Twips(400)
    assert complete_page(document) == (False, True)
    assert [seccion.left_margin, seccion.header_distance] == [MARGEN, Twips(400)]
    assert min(text_size(seccion)) > Cm(15)


def test_a_margin_alone_that_is_missing_gives_all_of_them() -> None:
    document = Document()
    seccion = document.sections[0]
    seccion.top_margin = None
    assert complete_page(document) == (False, True)
    assert [seccion.top_margin, seccion.footer_distance] == [MARGEN, BORDE]


def test_every_section_is_looked_at() -> None:
    document = Document()
    suelta = parse_xml(f"<w:p {nsdecls('w')}><w:pPr><w:sectPr/></w:pPr></w:p>")
    document.element.body.insert(0, suelta)
    assert complete_page(document) == (True, True)
    assert suelta.find(f".//{qn('w:pgSz')}") is not None


def test_a_complete_page_is_left_alone() -> None:
    document = Document(str(MEMBRETE))
    antes = parts_of(document)
    assert complete_page(document) == (False, False)
    assert parts_of(document) == antes


def test_old_text_without_a_mark_is_told_before_it_is_lost() -> None:
    document = Document(str(MEMBRETE))
    document.paragraphs[0].text = "Comunicado viejo"
    assert check_letterhead(as_bytes(document)) == (review.SIN_LUGAR,)
    document.add_paragraph("{contenido}")
    assert check_letterhead(as_bytes(document)) == ()


def test_a_refusal_comes_before_any_advice() -> None:
    assert code_of(check_letterhead, with_part("word/vbaProject.bin", b"x")) == "membrete_macros"
