"""Letters from templates: fields filled in whatever Word did to them, on the letterhead or on paper of their own."""

from __future__ import annotations

import io
import itertools
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Cm
from hypothesis import given
from hypothesis import strategies as st

from letterheads.pictures import png
from promueve_gui.adapters.word.letters import LetterWriter, has_own_paper
from promueve_gui.domain.errors import UserError
from tests.adapters.word.galeria_membretes import data_of
from tests.adapters.word.hostiles import packed, with_run
from tests.adapters.word.muestras import INSTITUCION, MEMBRETE, MOMENTO, parts, project, read, texts

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

PLANTILLAS = MEMBRETE.parent
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VALORES = {"titulo": "Puentes & <caminos>", "remitente": "Lucía Supuesta", "asunto": "Oficio: Puentes"}


def as_bytes(document: WordDocument) -> bytes:
    """Return a document as a file would hold it."""
    destino = io.BytesIO()
    document.save(destino)
    return destino.getvalue()


def template(*parrafos: str) -> WordDocument:
    """Return a template of plain paragraphs."""
    document = Document()
    for texto in parrafos:
        document.add_paragraph(texto)
    return document


def write(path: Path, plantilla: bytes, letterhead: bytes | None = None, **valores: str) -> Path:
    """Write a letter as the program does."""
    LetterWriter(MEMBRETE.read_bytes, lambda: MOMENTO).write(plantilla, VALORES | valores, project(), path, letterhead)
    return path


def test_fields_are_filled_in_and_unknown_ones_stay(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", as_bytes(template("«{titulo}», {TÍTULO} y {nadie}", "{remitente}")))
    assert texts(read(path))[:2] == ["«Puentes & <caminos>», Puentes & <caminos> y {nadie}", "Lucía Supuesta"]


def with_merge_fields() -> WordDocument:
    """Return a template with fields of Word: a simple one, one in pieces, one by a name with spaces, and others."""
    document = template("De ", "")
    ns = nsdecls("w")
    uno = (
        f'<w:fldSimple {ns} w:instr=" MERGEFIELD Título "><w:r><w:rPr><w:b/></w:rPr><w:t>«x»</w:t></w:r></w:fldSimple>'
    )
    document.paragraphs[0].paragraph_format.element.append(parse_xml(uno))
    piezas = [
        *(
            " y ",
            "begin",
            " MERGE",
            'FIELD "correo remitente" \\* MERGEFORMAT ',
            "separate",
            "«correo",
            "_rem»",
            "end",
            " ",
        ),
        *("begin", " IF ", "begin", " MERGEFIELD siglas ", "end", ' = "" "" "" ', "separate", "sí", "end"),
        *("begin", " MERGEFIELD fehca ", "end", "begin", " PAGE ", "separate", "7", "end", "end"),
    ]
    abiertos: list[bool] = []  # whether the code of each field is still being written
    for pieza in piezas:
        marca = pieza if pieza in {"begin", "separate", "end"} else ""
        abiertos = {"begin": [*abiertos, True], "separate": [*abiertos[:-1], False], "end": abiertos[:-1]}.get(
            marca, abiertos
        )
        elemento = OxmlElement("w:fldChar" if marca else "w:instrText" if abiertos[-1:] == [True] else "w:t")
        elemento.text = None if marca else pieza
        if marca:
            elemento.set(qn("w:fldCharType"), marca)
        document.paragraphs[1].add_run().element.append(elemento)
    return document


def test_fields_of_word_are_filled_in_as_those_between_braces(tmp_path: Path) -> None:
    writer = LetterWriter(MEMBRETE.read_bytes, lambda: MOMENTO)
    valores = VALORES | {"correo_remitente": "lucia@example.org"}
    ajenos = writer.write(as_bytes(with_merge_fields()), valores, project(), tmp_path / "a.docx", None)
    primero, segundo = read(tmp_path / "a.docx").paragraphs[:2]
    assert (primero.text, primero.runs[1].bold) == ("De Puentes & <caminos>", True)
    assert (segundo.text, ajenos) == (" y lucia@example.org sí{fehca}7", ("fehca",))
    assert len([*segundo.paragraph_format.element.iter(qn("w:instrText"))]) == 4  # of IF, and PAGE


def test_the_list_that_a_template_was_merged_with_is_left_alone(tmp_path: Path) -> None:
    document = template("{titulo}")
    fuente = "file:///C:/Users/ana/invitados.xlsx"
    identidad = document.part.part_related_by(RT.SETTINGS).relate_to(fuente, f"{R}/mailMergeSource", is_external=True)
    unida = (
        f'<w:mailMerge {nsdecls("w", "r")}><w:query w:val="{fuente}"/><w:dataSource r:id="{identidad}"/></w:mailMerge>'
    )
    document.settings.element.insert(0, parse_xml(unida))
    document.sections[0].header.paragraphs[0].text = "Papel propio"
    path = write(tmp_path / "a.docx", as_bytes(document))
    todo = b"".join(parts(path).values()).decode("utf-8", "replace")
    assert (texts(read(path))[0], "mailMerge" in todo, "invitados" in todo) == ("Puentes & <caminos>", False, False)


def test_fields_that_nobody_knows_are_returned(tmp_path: Path) -> None:
    plantilla = template("{TÍTULO}, {titlo} y {{siglas}}", "{titlo} { fehca } {conjuntos}")
    plantilla.sections[0].footer.paragraphs[0].text = "{Área} · {folio}"
    writer = LetterWriter(MEMBRETE.read_bytes, lambda: MOMENTO)
    ajenos = writer.write(as_bytes(plantilla), VALORES, project(), tmp_path / "a.docx", None)
    assert sorted(ajenos) == ["conjuntos", "fehca", "folio", "titlo"]
    assert writer.write(as_bytes(template("{titulo}")), VALORES, project(), tmp_path / "b.docx", None) == ()


@given(cortes=st.lists(st.integers(1, 21), max_size=6))
def test_fields_are_found_in_whatever_pieces_word_cut_them(
    tmp_path_factory: pytest.TempPathFactory, cortes: list[int]
) -> None:
    texto = "Va «{titulo}» y {remitente}."
    document = Document()
    parrafo = document.add_paragraph()
    lugares = [0, *sorted(set(cortes)), len(texto)]
    for inicio, fin in itertools.pairwise(lugares):
        parrafo.add_run(texto[inicio:fin]).bold = bool(inicio % 2)
    path = write(tmp_path_factory.getbasetemp() / "cortes.docx", as_bytes(document))
    assert texts(read(path))[0] == "Va «Puentes & <caminos>» y Lucía Supuesta."


def test_a_value_is_text_and_is_not_looked_at_again(tmp_path: Path) -> None:
    hostil = "{remitente} =1+1 <w:p/> \x00\x0b\nfin"
    path = write(tmp_path / "a.docx", as_bytes(template("{titulo}")), titulo=hostil)
    assert texts(read(path))[0].startswith("{remitente} =1+1 <w:p/>")
    assert len(read(path).element.body.findall(qn("w:p"))) == 1


def test_plain_templates_are_written_on_the_letterhead(tmp_path: Path) -> None:
    document = template("Título: {titulo}")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "{remitente}"
    document.paragraphs[0].style = document.styles["Title"]
    path = write(tmp_path / "a.docx", as_bytes(document), data_of("logotipos.docx"))
    escrito = read(path)
    assert "Comisión de Semillas Nativas" in escrito.sections[0].header.paragraphs[0].text
    assert escrito.tables[0].rows[0].cells[1].text == "Lucía Supuesta"
    assert "no debe quedar" not in "".join(texts(escrito))


def test_styles_are_those_of_the_letterhead_by_name_and_the_others_come_along(tmp_path: Path) -> None:
    document = template("Uno", "Dos")
    document.paragraphs[0].style = document.styles["Title"]
    document.paragraphs[1].style = document.styles["Intense Quote"]
    escrito = read(write(tmp_path / "a.docx", as_bytes(document), data_of("espanol.docx")))
    titulo, suelto = (p for p in escrito.paragraphs if p.text in {"Uno", "Dos"})
    assert titulo.paragraph_format.element.pPr.pStyle.val == "Ttulo"
    assert suelto.style is not None
    en_blanco = read(write(tmp_path / "b.docx", as_bytes(document)))
    assert [p.style.name for p in en_blanco.paragraphs if p.style and p.text == "Dos"] == ["Intense Quote"]


def test_a_table_keeps_its_lines_and_styles_their_base(tmp_path: Path) -> None:
    document = template("Firma")
    base = document.styles.add_style("Rúbrica", WD_STYLE_TYPE.PARAGRAPH)
    propio = document.styles.add_style("Firma", WD_STYLE_TYPE.PARAGRAPH)
    base.font.italic, propio.base_style = True, base
    base.element.basedOn_val = "NoHay"
    propio.element.styleId = "Crdito"  # as the letterhead knows another one
    document.paragraphs[0].style = propio
    document.add_table(rows=1, cols=2, style="Table Grid")
    escrito = read(write(tmp_path / "a.docx", as_bytes(document)))
    assert [tabla.style.name for tabla in escrito.tables if tabla.style] == ["Table Grid"]
    (firma,) = (p.style for p in escrito.paragraphs if p.text == "Firma")
    assert (firma and firma.name, firma and firma.base_style and firma.base_style.name) == ("Firma", "Rúbrica")
    ids = [style.style_id for style in escrito.styles]
    assert len(ids) == len(set(ids))


def test_a_style_that_the_template_has_not_is_left_out(tmp_path: Path) -> None:
    document = template("Uno")
    document.paragraphs[0].style = document.styles["Title"]
    document.paragraphs[0].paragraph_format.element.pPr.pStyle.val = "NoHay"
    escrito = read(write(tmp_path / "a.docx", as_bytes(document)))
    assert [p.style.name for p in escrito.paragraphs if p.style and p.text == "Uno"] == ["Normal"]


@pytest.mark.parametrize("papel", ["", "Papel propio"])
def test_what_somebody_changed_or_noted_in_a_template_is_not_sent(papel: str, tmp_path: Path) -> None:
    document = template("Queda {titulo}")
    if papel:
        document.sections[0].header.paragraphs[0].text = papel
    borrado = f'<w:del {nsdecls("w")} w:id="4" w:author="A"><w:r><w:delText>viejo</w:delText></w:r></w:del>'
    document.paragraphs[0].paragraph_format.element.append(parse_xml(borrado))
    document.add_comment(document.paragraphs[0].runs, text="Ojo: falta la firma", author="A")
    path = write(tmp_path / "a.docx", as_bytes(document))
    todo = b"".join(parts(path).values()).decode("utf-8", "replace")
    assert [resto for resto in ("viejo", "Ojo: falta", "commentReference", "w:del ") if resto in todo] == []


def test_a_template_with_notes_at_its_foot_is_a_whole_document() -> None:
    document = template("Uno")
    document.paragraphs[0].runs[0].element.append(OxmlElement("w:footnoteReference"))
    assert has_own_paper(document)


def test_the_marks_of_the_letterhead_are_its_own(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", as_bytes(template("{contacto}")), contacto="puentes@secapur.example.org")
    assert texts(read(path))[0] == "puentes@secapur.example.org"
    assert f"{INSTITUCION.correo_contacto} · {INSTITUCION.sitio}" in parts(path)["word/footer1.xml"].decode()


def with_header() -> WordDocument:
    """Return a template with a letterhead of its own."""
    document = template("{titulo}")
    document.sections[0].header.paragraphs[0].text = "Papel propio de {siglas}"
    return document


def with_picture() -> WordDocument:
    """Return a template with a picture."""
    document = template("{titulo}")
    document.add_paragraph().add_run().add_picture(png(5, 5, (0, 0, 0)), width=Cm(1))
    return document


@pytest.mark.parametrize("hecha", [with_header(), with_picture()], ids=["header", "picture"])
def test_a_whole_document_is_used_as_it_is(hecha: WordDocument, tmp_path: Path) -> None:
    assert has_own_paper(hecha)
    escrito = read(write(tmp_path / "a.docx", as_bytes(hecha)))
    assert texts(escrito)[0] == "Puentes & <caminos>"
    assert "SECAPUR  |" not in escrito.sections[0].header.paragraphs[0].text


def lists_of(document: WordDocument) -> dict[str, tuple[str, str]]:
    """Return how each paragraph of a list begins: the kind of its numbers and their text."""
    raiz = document.part.numbering_part.element
    dichas = {}
    for parrafo in document.paragraphs:
        for numero in parrafo.paragraph_format.element.xpath("w:pPr/w:numPr/w:numId[@w:val!='0']/@w:val"):
            (lista,) = raiz.xpath(f"w:num[@w:numId='{numero}']/w:abstractNumId/@w:val")
            nivel = f"w:abstractNum[@w:abstractNumId='{lista}']/w:lvl[@w:ilvl='0']"
            (clase,), (signo,) = raiz.xpath(f"{nivel}/w:numFmt/@w:val"), raiz.xpath(f"{nivel}/w:lvlText/@w:val")
            dichas[parrafo.text] = (clase, signo)
    return dichas


def with_lists() -> WordDocument:
    """Return a template with lists by style and by hand, one of them gone, and links, one of them gone too."""
    document = template("{titulo}", "Por estilo", "Vinetas", "A mano", "Sin lista", "Perdida")
    _, por_estilo, vinetas, a_mano, sin, perdida = document.paragraphs
    por_estilo.style = sin.style = document.styles["List Number"]
    vinetas.style = document.styles["List Bullet 3"]
    estilo = document.styles["List Number 2"].element.pPr.numPr.numId.val
    for parrafo, numero in ((a_mano, estilo), (sin, 0), (perdida, 999)):
        parrafo.paragraph_format.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numero
    identidad = document.part.relate_to("mailto:faros@example.org", RT.HYPERLINK, is_external=True)
    for cual in (identidad, "rId999"):
        liga = f'<w:hyperlink {nsdecls("w", "r")} r:id="{cual}"><w:r><w:t>.</w:t></w:r></w:hyperlink>'
        document.paragraphs[0].paragraph_format.element.append(parse_xml(liga))
    return document


def test_lists_and_links_of_a_template_come_along_onto_the_letterhead(tmp_path: Path) -> None:
    escrito = read(write(tmp_path / "a.docx", as_bytes(with_lists())))
    assert "SECAPUR" in escrito.sections[0].header.paragraphs[0].text
    assert lists_of(escrito) == {
        "Por estilo": ("decimal", "%1."),
        "Vinetas": ("bullet", "\uf0b7"),
        "A mano": ("decimal", "%1."),
    }
    assert [liga.address for p in escrito.paragraphs for liga in p.hyperlinks] == ["mailto:faros@example.org", ""]


def test_a_list_that_is_left_to_a_style_is_the_one_of_that_style(tmp_path: Path) -> None:
    document = with_lists()
    raiz = document.part.numbering_part.element
    (numero,) = document.styles["List Number"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    (lista,) = raiz.xpath(f"w:num[@w:numId='{numero}']/w:abstractNumId/@w:val")
    (suya,) = raiz.xpath(f"w:abstractNum[@w:abstractNumId='{lista}']")
    ajena = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:numStyleLink w:val="Mia"/></w:abstractNum>'
    )
    suya.addprevious(ajena)
    suya.insert(0, parse_xml(f'<w:styleLink {nsdecls("w")} w:val="Mia"/>'))
    raiz.xpath(f"w:num[@w:numId='{numero}']/w:abstractNumId")[0].val = 77
    escrito = read(write(tmp_path / "a.docx", as_bytes(document)))
    assert lists_of(escrito)["Por estilo"] == ("decimal", "%1.")


def test_fields_in_a_header_of_its_own_are_filled_in(tmp_path: Path) -> None:
    escrito = read(write(tmp_path / "a.docx", as_bytes(with_header())))
    assert escrito.sections[0].header.paragraphs[0].text == "Papel propio de SECAPUR"


def test_sections_inside_a_plain_template_do_not_break_the_letterhead(tmp_path: Path) -> None:
    document = template("{titulo}")
    document.add_section()
    document.add_paragraph("Segunda")
    escrito = read(write(tmp_path / "a.docx", as_bytes(document)))
    assert (len(escrito.sections), texts(escrito)[-1]) == (1, "Segunda")


def test_the_letter_says_what_it_is(tmp_path: Path) -> None:
    core = read(write(tmp_path / "a.docx", as_bytes(template("Hola")))).core_properties
    assert (core.title, core.author, core.language) == ("Oficio: Puentes", INSTITUCION.nombre, "es-MX")
    assert core.created is not None
    assert core.created.replace(tzinfo=None) == datetime(2026, 12, 22, 15, 30)  # noqa: DTZ001  # python-docx: UTC, naive


@pytest.mark.parametrize(
    "plantilla", [b"no es un documento", packed({"a": b"b"}), with_run('<w:fldSimple w:instr="DDE x"/>')]
)
def test_a_template_that_does_not_serve_is_refused(plantilla: bytes, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        write(tmp_path / "a.docx", plantilla)
    assert refused.value.code == "plantilla_no_sirve"
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize("nombre", ["oficio", "carta-presentacion", "carta-area"])
def test_the_templates_that_ship_are_plain_text_that_anybody_can_edit(nombre: str) -> None:
    document = Document(str(PLANTILLAS / f"{nombre}.docx"))
    assert not has_own_paper(document)
    assert [len(p.runs) for p in document.paragraphs] == [1] * len(document.paragraphs)
    assert "{remitente}" in texts(document)
