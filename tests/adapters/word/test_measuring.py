"""What letterheads leave for a text, and how their styles look, measured on documents made for it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Cm, Pt

from promueve_gui import bootstrap
from promueve_gui.adapters.qr import qr_png
from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.estimating import LengthEstimator
from promueve_gui.adapters.word.measuring import measure
from promueve_gui.adapters.word.pages import CM_POR_PUNTO, PROPIA, Hoja, estimate_pages, line_count
from promueve_gui.adapters.word.typefaces import ARIAL, CALIBRI, are_twins, typeface
from promueve_gui.adapters.word.writer import prepare
from promueve_gui.application.page_estimates import LetraPuesta
from promueve_gui.gui.widgets.typeface_here import typefaces_here
from tests.adapters.word.galeria_membretes import NOMBRES, data_of
from tests.adapters.word.muestras import BOLETIN, MEMBRETE, project

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

ANCHO, ALTO = 15.24, 22.86  # of the page of python-docx: letter, 3.18 cm at the sides and 2.54 above and below
LOGO, AIRE = 6.0, 0.4


def measured(document: WordDocument | bytes) -> Hoja:
    if not isinstance(document, bytes):
        data = io.BytesIO()
        document.save(data)
        document = data.getvalue()
    return measure(prepare(document, project()))


def logo() -> io.BytesIO:
    return io.BytesIO(qr_png("https://faros.example.org"))


def test_the_letterhead_that_ships_is_as_it_is_taken_for() -> None:
    hoja = measured(MEMBRETE.read_bytes())
    assert (hoja.ancho, hoja.alto) == pytest.approx((PROPIA.ancho, PROPIA.alto), abs=0.01)
    assert (hoja.aparte, hoja.letra_contactos) == (0, PROPIA.letra_contactos)
    for estilo, aspecto in hoja.aspectos.items():
        propio = PROPIA.aspectos[estilo]
        assert (aspecto.letra, aspecto.tamano, aspecto.negrita) == (CALIBRI, propio.tamano, propio.negrita)
        assert (aspecto.antes, aspecto.despues) == (propio.antes, propio.despues)
        assert (aspecto.renglon, aspecto.sangria) == pytest.approx((propio.renglon, propio.sangria), abs=0.01)


@pytest.mark.parametrize("nombre", NOMBRES)
def test_every_letterhead_of_the_gallery_is_measured(nombre: str) -> None:
    hoja = measured(data_of(nombre))
    assert (hoja.ancho > 5, hoja.alto > 5, hoja.aparte >= 0) == (True, True, True)
    assert 0.5 < estimate_pages(compose(BOLETIN, project()), hoja) < 6


def test_whoever_asks_gets_the_length_in_the_typefaces_of_this_computer() -> None:
    data = data_of("apaisado.docx")
    estimate = bootstrap.page_estimator(data, project())
    sin_poner = LengthEstimator(measured(data))
    sin_poner.set_in(typefaces_here(sin_poner.familias))
    assert estimate.ausentes == sin_poner.ausentes
    assert estimate(BOLETIN, project()) == sin_poner(BOLETIN, project())


def test_a_typeface_that_is_missing_is_measured_as_the_one_that_stands_in() -> None:
    estimate = LengthEstimator()
    propio = estimate(BOLETIN, project())
    assert (list(estimate.familias), estimate.ausentes) == (["Calibri"], {})
    assert propio == estimate_pages(compose(BOLETIN, project()))
    estimate.set_in({"Calibri": LetraPuesta("Carlito", CALIBRI.plana, CALIBRI.negrita, CALIBRI.alto)})
    assert (estimate.ausentes, estimate(BOLETIN, project())) == ({}, propio)  # made with its widths
    estimate.set_in({"Calibri": LetraPuesta("DejaVu Sans", 0.513, 0.576, 0)})
    assert estimate.ausentes == {"Calibri": "DejaVu Sans"}
    assert estimate(BOLETIN, project()) == pytest.approx(propio * 1.16, rel=0.08)


def test_a_typeface_nobody_knows_is_taken_for_another_one_only_by_its_name() -> None:
    assert are_twins("Soberana Sans", "soberana sans")
    assert not are_twins("Soberana Sans", "Segoe UI")


def test_page_margins_and_columns() -> None:
    document = Document()
    seccion = document.sections[0]
    seccion.page_width, seccion.page_height = Cm(21), Cm(29.7)
    seccion.left_margin, seccion.right_margin = Cm(5), Cm(4)
    una = measured(document)
    assert (una.ancho, una.alto) == pytest.approx((12, 29.7 - 5.08), abs=0.01)
    columnas = seccion._sectPr.find(qn("w:cols"))  # noqa: SLF001  # python-docx has none
    columnas.set(qn("w:num"), "2")
    columnas.set(qn("w:space"), "567")
    dos = measured(document)
    assert (dos.ancho, dos.alto) == pytest.approx((5.5, 2 * una.alto), abs=0.01)


def test_of_columns_of_different_widths_the_narrow_one_counts_more() -> None:
    document = Document()
    columnas = document.sections[0]._sectPr.find(qn("w:cols"))  # noqa: SLF001  # python-docx has none
    columnas.set(qn("w:num"), "2")
    for ancho in ("3000", "5000"):
        columna = OxmlElement("w:col")
        columna.set(qn("w:w"), ancho)
        columnas.append(columna)
    assert measured(document).ancho == pytest.approx(3750 / 1440 * 2.54, abs=0.01)


def test_more_columns_than_the_page_has_room_for_leave_no_width() -> None:
    document = Document()
    document.sections[0]._sectPr.find(qn("w:cols")).set(qn("w:num"), "40")  # noqa: SLF001  # python-docx has none
    assert measured(document).ancho == 0


def test_a_header_that_grows_takes_from_every_page_and_one_that_fits_takes_nothing() -> None:
    document = Document()
    seccion = document.sections[0]
    seccion.header.paragraphs[0].text = "Dirección de Faros"
    assert measured(document).alto == pytest.approx(ALTO, abs=0.01)
    seccion.header.paragraphs[0].add_run().add_picture(logo(), height=Cm(LOGO))
    esperado = ALTO + 2.54 - int(seccion.header_distance or 0) / Cm(1) - LOGO
    assert measured(document).alto == pytest.approx(esperado - AIRE, abs=0.6)
    seccion.footer.paragraphs[0].add_run().add_picture(logo(), height=Cm(3))
    assert measured(document).alto == pytest.approx(esperado - AIRE - 1.7, abs=0.6)
    seccion.top_margin = Cm(-2.54)  # whatever the header is, the text begins there
    assert measured(document).alto > esperado


def test_the_first_page_has_a_header_of_its_own() -> None:
    document = Document()
    seccion = document.sections[0]
    seccion.different_first_page_header_footer = True
    seccion.first_page_header.paragraphs[0].add_run().add_picture(logo(), height=Cm(LOGO))
    hoja = measured(document)
    assert hoja.alto == pytest.approx(ALTO, abs=0.01)
    assert hoja.aparte == pytest.approx(LOGO + 1.27 - 2.54, abs=0.6)


def test_tables_breaks_and_controls_of_a_header_have_their_height() -> None:
    document = Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "Uno\nDos\nTres"
    tres = measured(document).alto
    tabla = header.add_table(1, 2, Cm(15))
    tabla.cell(0, 0).text = "\n".join("Seis líneas en una celda que las lleva".split())
    con_tabla = measured(document).alto
    assert tres - con_tabla > 3
    tabla.rows[0].height = Cm(8)
    alta = measured(document).alto
    assert con_tabla - alta > 2
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    header.paragraphs[0].paragraph_format.element.addnext(parse_xml(control))
    header.paragraphs[0].paragraph_format.element.addnext(OxmlElement("w:bookmarkEnd"))
    assert alta - measured(document).alto == pytest.approx(1, abs=0.5)


def test_a_second_section_has_the_header_of_the_one_before() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].add_run().add_picture(logo(), height=Cm(LOGO))
    document.add_section()
    document.add_paragraph("{contenido}")
    assert measured(document).alto < ALTO - 4


def test_what_a_letterhead_says_around_the_text_takes_its_place() -> None:
    document = Document()
    document.add_paragraph().add_run().add_picture(logo(), height=Cm(LOGO))
    document.add_paragraph("{contenido}")
    document.add_paragraph("Se atiende de lunes a viernes.")
    assert measured(document).aparte == pytest.approx(LOGO + 1.3, abs=0.4)


def test_a_text_inside_a_cell_has_its_width() -> None:
    document = Document()
    tabla = document.add_table(1, 2)
    for columna, celda, ancho in zip(tabla.columns, tabla.rows[0].cells, (Cm(4), Cm(11)), strict=True):
        columna.width = celda.width = ancho
    tabla.cell(0, 1).text = "{contenido}"
    assert measured(document).ancho == pytest.approx(10.6, abs=0.05)


def test_the_styles_of_the_letterhead_are_asked_up_to_the_defaults() -> None:
    document = Document()
    texto = document.styles["Body Text"]
    texto.font.name, texto.font.size, texto.font.bold = "DejaVu Serif", Pt(13), True
    formato = texto.paragraph_format
    formato.first_line_indent, formato.right_indent, formato.space_before = Cm(1.25), Cm(0.5), Pt(7)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    texto.element.pPr.spacing.attrib.pop(qn("w:after"))
    aspecto = measured(document).aspectos[Estilo.TEXTO]
    assert (aspecto.letra, aspecto.tamano, aspecto.negrita) == (typeface("dejavu serif"), 13, True)
    assert (aspecto.antes, aspecto.despues) == (7, 3)
    assert (aspecto.primera, aspecto.sangria) == pytest.approx((1.25, 0.5), abs=0.01)


@pytest.mark.parametrize(("regla", "alto"), [(WD_LINE_SPACING.EXACTLY, 30.0), (WD_LINE_SPACING.AT_LEAST, 30.0)])
def test_lines_of_a_said_height(regla: WD_LINE_SPACING, alto: float) -> None:
    document = Document()
    formato = document.styles["Body Text"].paragraph_format
    formato.line_spacing_rule, formato.line_spacing = regla, Pt(alto)
    formato.line_spacing_rule = regla
    assert measured(document).aspectos[Estilo.TEXTO].renglon == pytest.approx(alto * CM_POR_PUNTO)


def test_a_list_stands_in_as_its_numbering_says() -> None:
    document = Document()
    vineta = document.styles["List Bullet"].element
    for sangria in vineta.pPr.findall(qn("w:ind")):
        vineta.pPr.remove(sangria)
    assert measured(document).aspectos[Estilo.SUMARIO].sangria == pytest.approx(0.635, abs=0.01)


@pytest.mark.parametrize("nombre", ["w:val", "w:otro"])
def test_values_that_are_no_numbers_and_styles_based_in_a_circle_are_passed_over(nombre: str) -> None:
    document = Document()
    texto = document.styles["Body Text"].element
    tamano = OxmlElement("w:sz")
    tamano.set(qn(nombre), "grande")
    texto.get_or_add_rPr().append(tamano)
    document.styles["Normal"].element.basedOn_val = "BodyText"
    assert measured(document).aspectos[Estilo.TEXTO].tamano == 11


def test_a_typeface_of_the_theme_is_that_which_it_names() -> None:
    document = Document()
    (tema,) = [r for r in document.part.rels.values() if r.reltype.endswith("/theme")]
    con_tema = measured(document).aspectos[Estilo.TITULO].letra
    del document.part.rels[tema.rId]
    assert (con_tema, measured(document).aspectos[Estilo.TITULO].letra) == (CALIBRI, typeface("Times New Roman"))


def test_a_typeface_is_known_however_it_is_written_and_others_are_taken_for_a_middle_one() -> None:
    assert typeface("CALIBRI ") is CALIBRI
    assert typeface("Patria") is ARIAL


def margin(document: WordDocument) -> float:
    data = io.BytesIO()
    document.save(data)
    written = Document(io.BytesIO(prepare(data.getvalue(), project()).documento))
    return int(written.sections[-1].top_margin or 0) / Cm(1)


def test_the_text_begins_a_little_below_a_header_that_grows_down_to_it() -> None:
    document = Document()
    assert margin(document) == pytest.approx(2.54, abs=0.01)
    document.sections[0].header.paragraphs[0].add_run().add_picture(logo(), height=Cm(LOGO))
    assert margin(document) == pytest.approx(1.27 + LOGO + AIRE, abs=0.6)


@pytest.mark.parametrize("otras", ["first", "even"])
def test_a_margin_is_for_all_pages_so_one_tall_header_among_others_moves_nothing(otras: str) -> None:
    document = Document()
    seccion = document.sections[0]
    seccion.header.paragraphs[0].add_run().add_picture(logo(), height=Cm(LOGO))
    if otras == "first":
        seccion.different_first_page_header_footer = True
        seccion.first_page_header.paragraphs[0].text = "Primera"
    else:
        document.settings.odd_and_even_pages_header_footer = True
        seccion.even_page_header.paragraphs[0].text = "Par"
    assert margin(document) == pytest.approx(2.54, abs=0.01)


def test_the_row_of_a_table_in_which_the_text_goes_counts_with_it_and_the_others_apart() -> None:
    document = Document()
    tabla = document.add_table(3, 1)
    tabla.cell(1, 0).text = "{contenido}"
    una = measured(document).aparte
    tabla.rows[0].height = Cm(5)
    assert measured(document).aparte - una > 3
    tabla.rows[1].height = Cm(5)
    assert measured(document).aparte - una < 5


def test_titles_in_capitals_take_more_lines() -> None:
    document = Document()
    titulo = document.styles["Title"]
    comun = measured(document).aspectos[Estilo.TITULO]
    titulo.font.all_caps = True
    aspecto = measured(document).aspectos[Estilo.TITULO]
    assert (comun.mayusculas, aspecto.mayusculas) == (False, True)
    texto = "La Secretaría abre los datos de todos los puentes y vados del país, con su ubicación y su estado. " * 10
    for familia, veces in (("Times New Roman", 1.46), ("DejaVu Sans", 1.22)):
        ancho = replace(aspecto, letra=typeface(familia), tamano=9)
        sin = replace(ancho, mayusculas=False)
        assert line_count(texto, ancho, ANCHO) / line_count(texto, sin, ANCHO) == pytest.approx(veces, abs=0.1)
