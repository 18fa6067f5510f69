"""What a letterhead would fetch from elsewhere: taken out, or refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from promueve_gui.adapters.word.container import read_container, write_container
from promueve_gui.adapters.word.external import without_externals
from promueve_gui.adapters.word.letterhead import open_letterhead
from promueve_gui.adapters.word.writer import check_letterhead
from tests.adapters.word.hostiles import R, code_of, good, packed, with_part, with_relation, with_run

HEADER, HEADER_RELS = "word/header1.xml", "word/_rels/header1.xml.rels"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = f'<w:r><w:drawing><a:blip xmlns:a="{A}" r:link="rId99"/></w:drawing></w:r>'
LINK = '<w:hyperlink r:id="rId99"><w:r><w:t>sitio</w:t></w:r></w:hyperlink>'
BEGIN, END = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def cleaned(data: bytes) -> dict[str, str]:
    """Return the parts after cleaning, as text."""
    return {nombre: parte.decode() for nombre, parte in without_externals(read_container(data)).items()}


@pytest.mark.parametrize("destino", ["https://www.example.org/", "http://example.org/a?b=1", "mailto:a@example.org"])
def test_links_that_somebody_clicks_stay(destino: str) -> None:
    partes = cleaned(with_relation("hyperlink", destino, LINK))
    assert destino in partes[HEADER_RELS]
    assert 'r:id="rId99"' in partes[HEADER]


@pytest.mark.parametrize(
    "destino", ["file://servidor/a.docx", "javascript:alert(1)", r"\\servidor\a", "ms-word:ofe|u|x"]
)
def test_other_links_lose_their_address_and_keep_their_text(destino: str) -> None:
    partes = cleaned(with_relation("hyperlink", destino, LINK))
    assert "rId99" not in partes[HEADER_RELS] + partes[HEADER]
    assert "sitio" in partes[HEADER]
    check_letterhead(with_relation("hyperlink", destino, LINK))


def test_a_picture_from_the_network_is_not_fetched() -> None:
    partes = cleaned(with_relation("image", "http://rastreo.example.org/pixel.png", PICTURE))
    assert "rastreo" not in "".join(partes.values())
    assert "r:link" not in partes[HEADER]


def test_a_picture_that_is_missing_does_not_stop_the_rest() -> None:
    data = with_relation("image", "media/no-esta.png", PICTURE, "Internal")
    assert "rId99" not in cleaned(data)[HEADER]
    check_letterhead(data)


def test_a_reference_that_cannot_stand_alone_goes_with_its_relationship() -> None:
    partes = good()
    relaciones = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    plantilla = (
        f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target="file:///C:/Normal.dotm" TargetMode="External"/>'
    )
    partes["word/_rels/settings.xml.rels"] = f"{relaciones}{plantilla}</Relationships>".encode()
    partes["word/settings.xml"] = partes["word/settings.xml"].replace(
        b"<w:compat>", b'<w:attachedTemplate r:id="rId1"/><w:compat>'
    )
    limpias = cleaned(packed(partes))
    assert "attachedTemplate" not in limpias["word/settings.xml"] + limpias["word/_rels/settings.xml.rels"]
    assert "compatibilityMode" in limpias["word/settings.xml"]


def test_relationships_of_a_part_that_is_not_there_are_only_dropped() -> None:
    data = with_part(
        "word/_rels/nada.xml.rels", read_container(with_relation("image", "http://x.example.org/"))[HEADER_RELS]
    )
    assert "x.example.org" not in "".join(cleaned(data).values())


@pytest.mark.parametrize("tipo", ["oleObject", "frame", "subDocument"])
def test_objects_from_elsewhere_are_refused(tipo: str) -> None:
    assert code_of(check_letterhead, with_relation(tipo, "http://example.org/a.docx")) == "membrete_externo"


def test_a_document_inside_the_document_is_refused() -> None:
    assert code_of(check_letterhead, with_relation("aFChunk", "a.html", modo="Internal")) == "membrete_peligroso"


@pytest.mark.parametrize(
    "xml",
    [
        '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://example.org/a.png&quot; "/>',
        f"{BEGIN}<w:r><w:instrText> DDEAUTO c:\\a.exe</w:instrText></w:r>{END}",
        f"{BEGIN}<w:r><w:instrText>D</w:instrText></w:r><w:r><w:instrText>DE x y</w:instrText></w:r>{END}",
        f"{BEGIN}<w:r><w:instrText>page</w:instrText></w:r>{END}{BEGIN}<w:r><w:instrText>link</w:instrText></w:r>{END}",
        "<w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r>",
    ],
)
def test_fields_that_fetch_or_run_are_refused(xml: str) -> None:
    assert code_of(check_letterhead, with_run(xml)) == "membrete_externo"


@pytest.mark.parametrize(
    "xml",
    [
        f'{BEGIN}<w:r><w:instrText>HYPERLINK "https://example.org/link"</w:instrText></w:r>{END}',
        '<w:fldSimple w:instr="DATE"/>',
        "<w:r><w:t>INCLUDE esto</w:t></w:r>",
    ],
)
def test_other_fields_and_words_are_welcome(xml: str) -> None:
    check_letterhead(with_run(xml))


def test_a_part_that_is_no_xml_further_on_is_damage() -> None:
    assert code_of(check_letterhead, with_part(HEADER, b"<a><b></a>")) == "membrete_danado"


def test_a_sound_letterhead_is_left_as_it_is() -> None:
    partes = good()
    assert without_externals(partes) == partes
    assert open_letterhead(write_container(partes).getvalue()).sections[0].header.paragraphs[0].text == (
        "{siglas}  |  {institucion}"
    )


def test_cleaning_leaves_a_zip_that_opens() -> None:
    data = write_container(without_externals(read_container(with_relation("image", "http://x.example.org/", PICTURE))))
    assert zipfile.ZipFile(io.BytesIO(data.getvalue())).testzip() is None


VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"


@pytest.mark.parametrize(
    ("atributo", "queda"),
    [
        ('src="http://rastreo.example.org/a.png"', False),
        ('src="file://servidor/a.png"', False),
        ('o:href="http://rastreo.example.org/a.png"', False),
        ('href="javascript:alert(1)"', False),
        ('href="https://www.example.org/"', True),
    ],
)
def test_old_drawings_name_no_file_outside(atributo: str, queda: bool) -> None:
    figura = f'<w:r><w:pict><v:shape xmlns:v="{VML}" xmlns:o="{OFFICE}" {atributo}/></w:pict></w:r>'
    header = cleaned(with_run(figura))[HEADER]
    assert ("example.org" in header or "javascript" in header or "servidor" in header) is queda
    assert "shape" in header


def test_an_object_of_another_program_leaves_its_picture() -> None:
    incrustado = f'<o:OLEObject xmlns:o="{OFFICE}" r:id="rId99"/>'
    objeto = f'<w:r><w:object><v:shape xmlns:v="{VML}" id="x"/>{incrustado}</w:object></w:r>'
    header = cleaned(with_relation("oleObject", "embeddings/a.bin", objeto, "Internal"))[HEADER]
    assert "OLEObject" not in header
    assert 'id="x"' in header


@pytest.mark.parametrize("tipo", ["control", "package", "extensibility"])
def test_what_runs_inside_word_goes(tipo: str) -> None:
    assert "rId99" not in cleaned(with_relation(tipo, "a.bin", modo="Internal"))[HEADER_RELS]


def test_an_add_in_of_the_package_goes() -> None:
    paneles = (
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" '
        'Target="word/webextensions/taskpanes.xml"/></Relationships>'
    )
    partes = good() | {"word/webextensions/taskpanes.xml": b"<a/>"}
    partes["_rels/.rels"] = partes["_rels/.rels"].replace(b"</Relationships>", paneles.encode())
    assert "taskpanes" not in cleaned(packed(partes))["_rels/.rels"]
    check_letterhead(packed(partes))
