"""Four offices' letterheads: what stays, what goes, and where the content stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm

from letterheads.pictures import png
from promueve_gui.adapters.word.own_text import own_text
from promueve_gui.adapters.word.place import content_place
from promueve_gui.adapters.word.review import CAMPOS
from promueve_gui.adapters.word.writer import check_letterhead
from tests.adapters.word.hostiles import packed
from tests.adapters.word.muestras import BOLETIN, HISTORIA, INSTITUCION, MEMBRETES, parts, read, sheet, texts, write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

QR = 1  # the code beside each link to the data
NOMBRES = ("espanol", "logotipos", "marcado", "tabla")


def letterhead(nombre: str) -> bytes:
    """Return one of the made-up letterheads."""
    return (MEMBRETES / f"{nombre}.docx").read_bytes()


def as_bytes(document: WordDocument, tmp_path: Path) -> bytes:
    """Return a document as a file would hold it."""
    document.save(str(tmp_path / "membrete.docx"))
    return (tmp_path / "membrete.docx").read_bytes()


def all_text(path: Path) -> str:
    """Return the text of every part."""
    return b" ".join(parts(path).values()).decode("utf-8", "replace")


@pytest.mark.parametrize("nombre", NOMBRES)
def test_headers_footers_and_page_are_kept(nombre: str, tmp_path: Path) -> None:
    antes = Document(str(MEMBRETES / f"{nombre}.docx")).sections[0]
    despues = read(write(tmp_path / "a.docx", BOLETIN, letterhead(nombre))).sections[0]
    for borde in ("page_width", "page_height", "left_margin", "orientation"):
        assert getattr(despues, borde) == getattr(antes, borde)
    # Text keeps a distance from a header that reaches it; only the tall one does.
    assert (despues.top_margin != antes.top_margin) is (nombre == "logotipos")
    assert (despues.top_margin or 0) >= (antes.top_margin or 0)
    if nombre != "marcado":  # its marks are filled in
        for parte in ("header", "footer", "first_page_header"):
            assert [p.text for p in getattr(despues, parte).paragraphs] == [
                p.text for p in getattr(antes, parte).paragraphs
            ]


@pytest.mark.parametrize("nombre", NOMBRES)
def test_everything_is_said_on_each_letterhead(nombre: str, tmp_path: Path) -> None:
    texto = all_text(write(tmp_path / "a.docx", BOLETIN, letterhead(nombre)))
    dichos = (BOLETIN.nombre, "Comunicado No. 012/2026", "-oOo-", BOLETIN.url, "puentes@secapur.example.org")
    assert [dicho for dicho in dichos if dicho not in texto] == []
    assert [resto for resto in ("{contenido}", "no debe quedar", "{institucion}") if resto in texto] == []


def test_styles_with_spanish_ids_are_the_ones_used(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", BOLETIN, letterhead("espanol")))
    usados = {parrafo.style.style_id for parrafo in document.paragraphs if parrafo.style}
    assert {"Ttulo", "Ttulo1", "Listaconvietas", "Cita", "Textoindependiente"} <= usados
    assert [style.name for style in document.styles].count("Title") == 1


def test_styles_with_spanish_names_are_the_ones_used(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", BOLETIN, letterhead("marcado")))
    usados = {parrafo.style.name for parrafo in document.paragraphs if parrafo.style}
    assert {"Título", "Encabezado 1", "Lista con viñetas", "Cita", "Cuerpo de texto"} <= usados


def test_a_mark_is_replaced_and_the_text_around_it_stays(tmp_path: Path) -> None:
    dichos = texts(read(write(tmp_path / "a.docx", BOLETIN, letterhead("marcado"))))
    assert dichos[:2] == ["Para publicación inmediata", "Dirección General de Comunicación Social"]
    assert dichos[-1] == "Revisó: Dirección General de Comunicación Social"


def test_marks_of_the_institution_are_filled_in(tmp_path: Path) -> None:
    seccion = read(write(tmp_path / "a.docx", BOLETIN, letterhead("marcado"))).sections[0]
    assert seccion.header.paragraphs[0].text == "Secretaría de Caminos y Puentes Rurales (SECAPUR)"
    assert seccion.footer.paragraphs[0].text == "datos@secapur.example.org · www.secapur.example.org"


def test_capitals_and_accents_of_marks_do_not_matter(tmp_path: Path) -> None:
    membrete = Document()
    membrete.sections[0].header.paragraphs[0].text = "{Institución} · {ÁREA} · {otra}"
    for texto in ("Antes", "{Contenido}", "Después"):
        membrete.add_paragraph(texto)
    datos = as_bytes(membrete, tmp_path)
    document = read(write(tmp_path / "a.docx", BOLETIN, datos))
    area = INSTITUCION.direccion_comunicacion
    assert document.sections[0].header.paragraphs[0].text == f"{INSTITUCION.nombre} · {area} · {{otra}}"
    assert texts(document)[:2] == ["Antes", area]
    assert texts(document)[-1] == "Después"
    assert [frase for frase in check_letterhead(datos) if "{" in frase] == [CAMPOS.format(campos="{otra}")]


def test_marks_that_the_user_types_are_text(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", sheet(cuerpo="{contenido}\n{area}"), letterhead("marcado")))
    assert {"{contenido}", "{area}"} <= set(texts(document))


def test_a_mark_in_a_cell_keeps_the_content_in_it(tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", BOLETIN, letterhead("tabla")))
    celdas = document.tables[0].rows[0].cells
    assert celdas[0].text == "Oficina de Consulta"
    assert BOLETIN.nombre in celdas[1].text
    assert document.sections[0].first_page_header.paragraphs[0].text == "Archivo de Mapas Antiguos · primera página"


def test_pictures_before_the_first_text_stay_and_later_ones_do_not_travel(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", BOLETIN, letterhead("logotipos"))
    document = read(path)
    assert len(document.inline_shapes) == 1 + QR
    assert next(document.paragraphs[0].runs[0].element.iter(qn("w:drawing")), None) is not None
    imagenes = [nombre for nombre in parts(path) if nombre.startswith("word/media/")]
    assert len(imagenes) == 3 + QR  # one in the header, one in the footer, one above the content


def test_a_picture_beside_text_stays_without_the_text(tmp_path: Path) -> None:
    document = Document()
    parrafo = document.add_paragraph("Comunicado viejo ")
    parrafo.add_run().add_picture(png(10, 10, (1, 2, 3)), width=Cm(1))
    document.add_paragraph("Más texto viejo")
    escrito = read(write(tmp_path / "a.docx", HISTORIA, as_bytes(document, tmp_path)))
    assert texts(escrito)[:2] == ["", HISTORIA.nombre]
    assert len(escrito.inline_shapes) == 1 + len(HISTORIA.conjuntos) * QR


def test_a_table_with_logo_and_name_stays_whole(tmp_path: Path) -> None:
    document = Document()
    celdas = document.add_table(rows=1, cols=2).rows[0].cells
    celdas[0].paragraphs[0].add_run().add_picture(png(10, 10, (1, 2, 3)), width=Cm(1))
    celdas[1].text = "Instituto de Aguas de Temporal"
    document.add_paragraph("Texto viejo")
    escrito = read(write(tmp_path / "a.docx", HISTORIA, as_bytes(document, tmp_path)))
    assert escrito.tables[0].rows[0].cells[1].text == "Instituto de Aguas de Temporal"
    assert texts(escrito)[0] == HISTORIA.nombre


def test_the_first_of_several_sections_is_the_letterhead(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Membrete"
    document.add_paragraph("Texto viejo")
    otra = document.add_section(WD_SECTION.NEW_PAGE)
    otra.page_width, otra.page_height = Cm(30), Cm(20)
    otra.header.is_linked_to_previous = False
    otra.header.paragraphs[0].text = "Anexo secreto"
    path = write(tmp_path / "a.docx", BOLETIN, as_bytes(document, tmp_path))
    escrito = read(path)
    assert [seccion.header.paragraphs[0].text for seccion in escrito.sections] == ["Membrete"]
    assert "Anexo secreto" not in all_text(path)


def test_a_mark_that_ends_a_section_leaves_the_section(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{contenido}")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Anexo")
    elemento = document.paragraphs[0].paragraph_format.element
    elemento.get_or_add_pPr().append(document.paragraphs[1].paragraph_format.element.pPr.find(qn("w:sectPr")))
    document.paragraphs[1].paragraph_format.element.getparent().remove(document.paragraphs[1].paragraph_format.element)
    escrito = read(write(tmp_path / "a.docx", BOLETIN, as_bytes(document, tmp_path)))
    assert len(escrito.sections) == 2
    assert "{contenido}" not in texts(escrito)


def box(dicho: str, *, flota: bool) -> BaseOxmlElement:
    """Return a run with a drawing that says something, in its line or floating over the page."""
    clase = "anchor" if flota else "inline"
    caja = f"<w:txbxContent><w:p><w:r><w:t>{dicho}</w:t></w:r></w:p></w:txbxContent>"
    return parse_xml(f"<w:r {nsdecls('w', 'wp')}><w:drawing><wp:{clase}>{caja}</wp:{clase}></w:drawing></w:r>")


def test_an_old_drawing_in_the_line_of_the_mark_keeps_its_height(tmp_path: Path) -> None:
    for estilo, renglones in (("position:absolute;width:9pt", ["20"]), ("width:9pt", [])):
        membrete = Document()
        forma = f"<w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' style='{estilo}'/></w:pict>"
        elemento = membrete.add_paragraph("{contenido}").paragraph_format.element
        elemento.append(parse_xml(f"<w:r {nsdecls('w')}>{forma}</w:r>"))
        document = read(write(tmp_path / "a.docx", BOLETIN, as_bytes(membrete, tmp_path)))
        assert document.element.body[0].xpath("w:pPr/w:spacing/@w:line") == renglones


@pytest.mark.parametrize("flota", [True, False])
def test_what_is_drawn_in_the_line_of_the_mark_stays_above_the_content(tmp_path: Path, flota: bool) -> None:
    membrete = Document()
    membrete.add_paragraph("Antes").add_run()
    marca = membrete.add_paragraph("{contenido}")
    marca.paragraph_format.element.append(box("Folio:", flota=flota))
    path = write(tmp_path / "a.docx", BOLETIN, as_bytes(membrete, tmp_path))
    cuerpo = list(read(path).element.body)
    lugar = next(n for n, hijo in enumerate(cuerpo) if next(hijo.iter(qn("w:drawing")), None) is not None)
    assert (own_text(cuerpo[lugar - 1]), own_text(cuerpo[lugar])) == ("Antes", "")
    assert own_text(cuerpo[lugar + 1]) == INSTITUCION.direccion_comunicacion
    assert (cuerpo[lugar].xpath("w:pPr/w:spacing/@w:line") == ["20"]) is flota
    assert all_text(path).count("Folio:") == 1


def test_what_is_drawn_beside_a_control_stays_above_the_content(tmp_path: Path) -> None:
    membrete = Document()
    control = "<w:sdtPr><w:tag w:val='contenido'/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent>"
    elemento = membrete.add_paragraph().paragraph_format.element
    elemento.append(parse_xml(f"<w:sdt {nsdecls('w')}>{control}</w:sdt>"))
    elemento.append(box("Folio:", flota=True))
    path = write(tmp_path / "a.docx", BOLETIN, as_bytes(membrete, tmp_path))
    assert all_text(path).count("Folio:") == 1


@pytest.mark.parametrize("empieza", [False, True], ids=["goes on", "begins a page"])
def test_a_control_begins_with_an_empty_line_of_no_height(tmp_path: Path, empieza: bool) -> None:
    """LibreOffice 7.4 saves a document that nobody can open when the first one is edited and changes are tracked."""
    membrete = Document()
    salto = "<w:pPr><w:pageBreakBefore/></w:pPr>" * empieza
    control = f"<w:sdtPr><w:tag w:val='contenido'/></w:sdtPr><w:sdtContent><w:p>{salto}</w:p></w:sdtContent>"
    membrete.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}>{control}</w:sdt>"))
    escrito = read(write(tmp_path / "a.docx", BOLETIN, as_bytes(membrete, tmp_path)))
    primero, segundo = next(escrito.element.body.iter(qn("w:sdtContent")))[:2]
    area = INSTITUCION.direccion_comunicacion
    assert (own_text(primero), own_text(segundo) == area) == (("", True) if not empieza else (area, False))
    assert primero.xpath("w:pPr/w:spacing/@w:line") == ([] if empieza else ["20"])


def test_an_empty_content_leaves_a_valid_document(tmp_path: Path) -> None:
    document = Document()
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "{contenido}"
    data = as_bytes(document, tmp_path)
    escrito = read(write(tmp_path / "a.docx", sheet(estado=None), data))
    assert escrito.tables[0].rows[0].cells[0].text == ""


def test_comments_links_and_properties_of_the_old_text_do_not_travel(tmp_path: Path) -> None:
    document = Document()
    parrafo = document.add_paragraph("Viejo")
    document.add_comment(parrafo.runs, "Comentario interno", author="Revisora")
    document.core_properties.author = "Autora anterior"
    document.core_properties.comments = "Nota privada"
    path = write(tmp_path / "a.docx", BOLETIN, as_bytes(document, tmp_path))
    texto = all_text(path)
    assert [v for v in ("Comentario interno", "Autora anterior", "Nota privada") if v in texto] == []


def test_a_mark_in_a_text_box_is_not_taken_for_the_place() -> None:
    document = Document()
    caja = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>"
    parrafo = document.add_paragraph("{contenido}")
    parrafo.paragraph_format.element.append(parse_xml(caja))
    assert content_place(document).paragraph_format.element is parrafo.paragraph_format.element


def test_a_letterhead_without_page_settings_is_written(tmp_path: Path) -> None:
    document = Document()
    document.element.body.remove(document.element.body.find(qn("w:sectPr")))
    escrito = read(write(tmp_path / "a.docx", BOLETIN, as_bytes(document, tmp_path)))
    assert BOLETIN.nombre in texts(escrito)


def test_a_letterhead_without_numbering_or_language_gets_both(tmp_path: Path) -> None:
    partes = parts(MEMBRETES / "logotipos.docx")
    relaciones = partes["word/_rels/document.xml.rels"].decode().replace("><", ">\n<").split("\n")
    partes["word/_rels/document.xml.rels"] = "".join(r for r in relaciones if "numbering" not in r).encode()
    estilos = partes["word/styles.xml"].decode()
    inicio, fin = estilos.index("<w:docDefaults>"), estilos.index("</w:docDefaults>") + len("</w:docDefaults>")
    partes["word/styles.xml"] = (estilos[:inicio] + estilos[fin:]).encode()
    document = read(write(tmp_path / "a.docx", BOLETIN, packed(partes)))
    assert [idioma.get(qn("w:val")) for idioma in document.styles.element.iter(qn("w:lang"))] == ["es-MX"]
    assert len(list(document.part.numbering_part.element.iter(qn("w:num")))) == 2
