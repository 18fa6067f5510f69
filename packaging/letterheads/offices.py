"""Four offices: Spanish ids, logos everywhere, a mark in pieces on a landscape page, a table beside a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor

from letterheads.pictures import png

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

A4 = (Cm(21), Cm(29.7))
# What Word in Spanish calls the ids of the styles whose names it keeps in English.
IDS = {
    "Title": "Ttulo",
    "Heading1": "Ttulo1",
    "ListBullet": "Listaconvietas",
    "Quote": "Cita",
    "BodyText": "Textoindependiente",
}
# What other programs write as name too.
NOMBRES = {
    "Title": "Título",
    "heading 1": "Encabezado 1",
    "List Bullet": "Lista con viñetas",
    "Quote": "Cita",
    "Body Text": "Cuerpo de texto",
}


def page(document: WordDocument, header: str, footer: str) -> None:
    """Write header and footer."""
    section = document.sections[0]
    section.header.paragraphs[0].text = header
    section.footer.paragraphs[0].text = footer


def spanish() -> WordDocument:
    """Return an A4 letterhead with an old text under it, its styles known by Spanish ids."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = Cm(3)
    page(document, "Instituto de Aguas de Temporal", "Calle Imaginaria 100, Ciudad de México")
    document.styles["Title"].font.color.rgb = RGBColor(0x00, 0x66, 0x55)
    document.add_heading("Comunicado anterior", 0)
    document.add_paragraph("Este texto es de otro comunicado y no debe quedar.", style="List Bullet")
    for style in document.styles:
        style.element.styleId = IDS.get(style.style_id, style.style_id)
    for reference in document.element.iter("{*}pStyle"):
        reference.val = IDS.get(reference.val, reference.val)
    return document


def logos() -> WordDocument:
    """Return a letterhead with pictures in header, footer and at the beginning of the body; no built-in styles."""
    document = Document()
    page(document, "", "Comisión de Semillas Nativas")
    header = document.sections[0].header
    header.paragraphs[0].add_run().add_picture(png(120, 40, (0x2E, 0x7D, 0x32)), width=Cm(4))
    header.paragraphs[0].add_run("  Comisión de Semillas Nativas").bold = True
    document.sections[0].footer.paragraphs[0].add_run().add_picture(png(300, 6, (0x2E, 0x7D, 0x32)), width=Cm(12))
    document.add_paragraph().add_run().add_picture(png(60, 60, (0xBC, 0x95, 0x5C)), width=Cm(1.5))
    document.add_paragraph("Texto de muestra que no debe quedar.")
    document.add_paragraph().add_run().add_picture(png(80, 30, (0x60, 0x60, 0x60)), width=Cm(3))
    keep = {WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.TABLE, WD_STYLE_TYPE.LIST}
    for style in list(document.styles):
        if style.type not in keep and style.name not in {"Normal", "Header", "Footer"}:
            style.element.getparent().remove(style.element)
    return document


def marked() -> WordDocument:
    """Return a landscape letterhead with Spanish style names and a mark, in pieces, where the content goes."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    page(document, "{institucion} ({siglas})", "{contacto}")
    document.add_paragraph("Para publicación inmediata").alignment = WD_ALIGN_PARAGRAPH.CENTER
    mark = document.add_paragraph()
    for piece in ("{con", "teni", "do}"):
        mark.add_run(piece).font.size = Pt(9)
    document.add_paragraph("Revisó: {area}")
    for style in document.styles:
        for old, new in NOMBRES.items():
            if style.element.name_val == old:
                style.element.name_val = new
    return document


def in_table() -> WordDocument:
    """Return a letterhead whose mark stands in a table, beside a column of its own, and whose first page differs."""
    document = Document()
    section = document.sections[0]
    page(document, "Archivo de Mapas Antiguos", "Página siguiente")
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Archivo de Mapas Antiguos · primera página"
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, (Cm(3.5), Cm(12)), strict=True):
        cell.width = width
    for column, width in zip(table.columns, (Cm(3.5), Cm(12)), strict=True):
        column.width = width
    table.rows[0].cells[0].text = "Oficina de Consulta"
    table.rows[0].cells[1].text = "{contenido}"
    return document
