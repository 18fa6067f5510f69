"""More offices: each has one thing that Word puts into letterheads and that has to come out as it went in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from letterheads.pictures import png

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

GREEN, GOLD = (0x1B, 0x5E, 0x20), (0xB8, 0x86, 0x0B)
NS = nsdecls("w")
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
VML, OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"


def add(paragraph: Paragraph, xml: str) -> None:
    """Put a piece of WordprocessingML at the end of a paragraph."""
    paragraph.paragraph_format.element.append(parse_xml(xml))


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field as Word writes it, in five runs."""
    for kind in ("begin", "", "separate", "text", "end"):
        inner = {
            "": f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
            "text": f"<w:t>{shown}</w:t>",
        }.get(kind, f'<w:fldChar w:fldCharType="{kind}"/>')
        add(paragraph, f"<w:r {NS}>{inner}</w:r>")


def first_page() -> WordDocument:
    """Return a letterhead whose first page has the logo, and whose even pages differ from the odd ones."""
    document = Document()
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.alignment = WD_ALIGN_PARAGRAPH.CENTER
    first.add_run().add_picture(png(200, 60, GREEN), width=Cm(6))
    section.first_page_footer.paragraphs[0].text = "Calzada Inventada 200, Xalapa"
    section.header.paragraphs[0].text = "Instituto de Viveros · página impar"
    section.even_page_header.paragraphs[0].text = "Instituto de Viveros · página par"
    for footer in (section.footer, section.even_page_footer):
        field(footer.paragraphs[0], "PAGE", "2")
    return document


def controls() -> WordDocument:
    """Return a letterhead with content controls: a title in the header, a list, a date, and the content's own."""
    document = Document()
    title = (
        f'<w:sdt {NS}><w:sdtPr><w:alias w:val="Título"/><w:tag w:val="titulo"/><w:dataBinding w:prefixMappings="'
        f'xmlns:c=\'{CORE}\'" w:xpath="/c:coreProperties[1]/c:subject[1]" w:storeItemID="{{6C3C8BC8-F283-45AE-878A-'
        'BAB7291924A1}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Dirección de Faros</w:t></w:r></w:sdtContent>'
        "</w:sdt>"
    )
    add(document.sections[0].header.paragraphs[0], title)
    entries = "".join(f'<w:listItem w:displayText="{t}" w:value="{t}"/>' for t in ("Público", "Interno"))
    chosen = (
        f'<w:sdt {NS}><w:sdtPr><w:alias w:val="Uso"/><w:dropDownList>{entries}</w:dropDownList></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>Público</w:t></w:r></w:sdtContent></w:sdt>"
    )
    add(document.add_paragraph("Uso: "), chosen)
    dated = (
        f'<w:sdt {NS}><w:sdtPr><w:alias w:val="Recibido"/><w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val='
        '"es-MX"/></w:date></w:sdtPr><w:sdtContent><w:r><w:t>pendiente</w:t></w:r></w:sdtContent></w:sdt>'
    )
    add(document.add_paragraph("Recibido: "), dated)
    place = (
        f'<w:sdt {NS}><w:sdtPr><w:alias w:val="Contenido"/><w:tag w:val="contenido"/><w:lock w:val="sdtContentLocked"/>'
        "<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Haga clic aquí para escribir.</w:t></w:r>"
        "</w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(2, parse_xml(place))
    document.add_paragraph("Folio interno de Faros")
    return document


def landscape_annex() -> WordDocument:
    """Return a letterhead in two sections: the mark on an upright page, and a table on one that lies."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Comisión de Cartografía Menor"
    document.add_paragraph("{contenido}")
    annex = document.add_section(WD_SECTION.NEW_PAGE)
    annex.orientation = WD_ORIENT.LANDSCAPE
    annex.page_width, annex.page_height = annex.page_height, annex.page_width
    annex.header.is_linked_to_previous = False
    annex.header.paragraphs[0].text = "Anexo apaisado"
    document.add_paragraph("Tabla de distribución")
    table = document.add_table(rows=2, cols=4, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Medio", "Fecha", "Recibió", "Firma"), strict=True):
        cell.text = text
    return document


def fields() -> WordDocument:
    """Return a letterhead that counts, dates and names itself by fields."""
    document = Document()
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.add_run("Archivo de Vientos · ")
    field(header, 'STYLEREF "Title"', "Título")
    footer.add_run("Página ")
    field(footer, "PAGE \\* ROMAN", "I")
    footer.add_run(" de ")
    field(footer, "NUMPAGES", "1")
    footer.add_run(" · ")
    field(footer, 'SAVEDATE \\@ "dd/MM/yyyy"', "01/01/2026")
    section.footer.add_paragraph().add_run("{contacto}")
    return document


def plain() -> WordDocument:
    """Return python-docx's own empty document with a line above and below, as a script of an office makes it."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Centro de Semillas"
    document.sections[0].footer.paragraphs[0].text = "semillas@example.org"
    return document


def template() -> WordDocument:
    """Return what an office keeps as a Word template: an old sample text under a logo in a table of the header."""
    document = Document()
    section = document.sections[0]
    cells = section.header.add_table(1, 2, Cm(16)).rows[0].cells
    cells[0].paragraphs[0].add_run().add_picture(png(90, 60, GOLD), width=Cm(2))
    cells[1].text = "Oficialía de Relojes Públicos"
    section.footer.paragraphs[0].text = "www.relojes.example.org"
    document.add_heading("Escriba aquí el título", 1)
    document.add_paragraph("Texto de muestra que no debe quedar.")
    return document


def poor() -> WordDocument:
    """Return a letterhead that says next to nothing: no page, no margins, no language, no styles but one."""
    document = Document()
    document.add_paragraph("{contenido}")
    section = document.element.body.find(qn("w:sectPr"))
    document.element.body.remove(section)
    root = document.styles.element
    for style in list(root.iter(qn("w:style"), qn("w:latentStyles"), qn("w:docDefaults"))):
        if style.get(qn("w:styleId")) != "Normal":
            root.remove(style)
    for settings in list(document.settings.element):
        document.settings.element.remove(settings)
    return document


def above() -> WordDocument:
    """Return a letterhead laid out by a table at the beginning of its text, without pictures and without mark."""
    document = Document()
    table = document.add_table(rows=2, cols=2)
    table.rows[0].cells[0].text = "Dirección de Mareas"
    table.rows[0].cells[1].text = "Asunto: se remite comunicado"
    table.rows[1].cells[0].merge(table.rows[1].cells[1]).text = "2026, año de los faros"
    document.add_paragraph("Texto de muestra que no debe quedar.")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "Cifras viejas que no deben quedar"
    return document


def watermark() -> WordDocument:
    """Return a letterhead with a word across the page and a box of text, drawn as Word draws them in headers."""
    document = Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "Junta de Canales"
    shape = (
        f'<w:r {NS} xmlns:v="{VML}" xmlns:o="{OFFICE}"><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" '
        'o:spt="136" path="m@7,0l@8,0m@5,21600l@6,21600e"/><v:shape id="Marca" o:spid="_x0000_s2049" '
        'type="#_x0000_t136" style='
        '"position:absolute;width:400pt;height:100pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;'
        'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" '
        'fillcolor="silver" stroked="f"><v:textpath style="font-family:Calibri;font-size:1pt" string="CANALES"/>'
        "</v:shape></w:pict></w:r>"
    )
    box = (
        f'<w:r {NS} xmlns:v="{VML}"><w:pict><v:rect style="position:absolute;margin-left:380pt;margin-top:0;width:90pt;'
        'height:30pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>Sello de la Junta</w:t></w:r></w:p></w:txbxContent>'
        "</v:textbox></v:rect></w:pict></w:r>"
    )
    add(header.paragraphs[0], shape)
    add(header.paragraphs[0], box)
    return document
