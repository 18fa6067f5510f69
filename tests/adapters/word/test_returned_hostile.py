"""Files that nobody honest would send back, and those that only need another format: one clear sentence each."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.adapters.word import returned
from promueve_gui.adapters.word.returned import read_document
from promueve_gui.adapters.word.returned_kind import is_document
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.importacion import Formato
from tests.adapters.word.devueltos import Salida, changes, paragraph, say
from tests.adapters.word.hostiles import R, packed
from tests.adapters.word.muestras import BOLETIN, parts
from tests.arquitectura.fuentes import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
FUENTES = ROOT / "tests" / "datos" / "fuentes"
REL = "word/_rels/document.xml.rels"


@pytest.fixture
def boletin(tmp_path: Path) -> Salida:
    return Salida(BOLETIN, tmp_path / "boletin.docx")


def refused(path: Path, *says: str) -> str:
    """Return the code with which a file is refused; its sentence names the file and says all of ``says``."""
    with pytest.raises(UserError) as caught:
        bootstrap.read_returned(path)
    sentence = mensaje(caught.value)
    assert f"«{path.name}»" in sentence
    assert all(dicho in sentence for dicho in says)
    return caught.value.code


def with_part(salida: Salida, nombre: str, contenido: bytes) -> Path:
    """Return the file with one part more, or another in its place."""
    salida.path.write_bytes(packed(parts(salida.path) | {nombre: contenido}))
    return salida.path


def with_relation(salida: Salida, tipo: str, destino: str, modo: str = "External") -> Path:
    """Return the file with one relationship more."""
    relacion = f'<Relationship Id="rId999" Type="{R}/{tipo}" Target="{destino}" TargetMode="{modo}"/>'
    return with_part(
        salida, REL, parts(salida.path)[REL].replace(b"</Relationships>", f"{relacion}</Relationships>".encode())
    )


def test_old_documents_say_how_to_save_them(tmp_path: Path) -> None:
    path = tmp_path / "viejo.doc"
    path.write_bytes(OLE + "WordDocument".encode("utf-16-le"))
    assert refused(path, "(.doc)", "guárdelo como .docx") == "word_antiguo"


def test_a_password_has_to_be_taken_off(tmp_path: Path) -> None:
    path = tmp_path / "cerrado.docx"
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert refused(path, "contraseña", "quítele") == "word_con_contrasena"


def test_other_old_files_are_left_to_other_readers(tmp_path: Path) -> None:
    libro = tmp_path / "cerrado.xlsx"
    libro.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert not is_document(libro)
    otro = tmp_path / "otro.msg"
    otro.write_bytes(OLE)
    assert not is_document(otro)
    assert not is_document(tmp_path / "no existe.docx")
    assert not is_document(tmp_path / "con\0nulo")
    assert not is_document(tmp_path)


def test_a_document_within_a_zip_is_none_and_one_cut_off_is_one(boletin: Salida, tmp_path: Path) -> None:
    """As they come by mail; whoever opens the zip is told to."""
    correo, cortado = tmp_path / "correo.zip", tmp_path / "cortado.docx"
    with zipfile.ZipFile(correo, "w") as archivo:
        archivo.write(boletin.path, "boletín.docx")
    cortado.write_bytes(boletin.path.read_bytes()[:-40])
    assert (is_document(correo), is_document(cortado)) == (False, True)


def test_libreoffice_and_rtf_say_how_to_save_them(tmp_path: Path) -> None:
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w") as archivo:
        archivo.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archivo.writestr("content.xml", "<x/>")
    odt, rtf = tmp_path / "texto.odt", tmp_path / "texto.rtf"
    odt.write_bytes(destino.getvalue())
    rtf.write_bytes(b"{\\rtf1 hola}")
    assert refused(odt, "Guardar como", "Word (.docx)") == "word_odt"
    assert refused(rtf, "guárdelo como .docx") == "word_rtf"


@pytest.mark.parametrize(
    ("nombre", "inicio"),
    [
        ("texto.htm", '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>Hola</body></html>'),
        ("texto.mht", 'MIME-Version: 1.0\n\n<html xmlns:w=3D"urn:schemas-microsoft-com:office:word">Hola'),
        ("texto.xml", '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
        ("texto.xml", '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'),
    ],
)
def test_what_word_saved_as_a_page_or_as_xml_says_how_to_save_it(nombre: str, inicio: str, tmp_path: Path) -> None:
    path = tmp_path / nombre
    path.write_text(inicio, encoding="utf-8")
    assert refused(path, "guardado como página web o XML", "guárdelo como .docx") == "word_otro_formato"


def test_macros_are_refused_whatever_the_name(boletin: Salida) -> None:
    assert refused(with_part(boletin, "word/vbaProject.bin", b"x"), "macros", "(.docx)") == "word_macros"


@pytest.mark.parametrize(
    "destino", ["https://malo.example.org/x.dotm", "\\\\servidor\\x.dotm", "file://servidor/x.dotm"]
)
def test_a_template_from_elsewhere_is_refused(boletin: Salida, destino: str) -> None:
    assert refused(with_relation(boletin, "attachedTemplate", destino), "otro sitio") == "word_externo"


def test_the_template_of_whoever_wrote_it_is_no_harm(boletin: Salida) -> None:
    path = with_relation(boletin, "attachedTemplate", "file:///C:/Users/ana/Normal.dotm")
    assert boletin.back(path=path).diferencias == []


def test_pictures_and_texts_from_elsewhere_are_refused(boletin: Salida) -> None:
    assert refused(with_relation(boletin, "image", "http://malo.example.org/p.png")) == "word_externo"


def test_another_document_inside_is_refused(boletin: Salida) -> None:
    assert refused(with_relation(boletin, "aFChunk", "otro.html", "Internal")) == "word_externo"


@pytest.mark.parametrize("destino", ["javascript:alert(1)", "file:///etc/passwd", "https://u:p@malo.example.org"])
def test_links_that_may_not_be_followed_are_text(boletin: Salida, destino: str) -> None:
    relaciones = parts(boletin.path)[REL]
    path = with_part(boletin, REL, relaciones.replace(BOLETIN.url.encode(), destino.encode()))
    assert boletin.back(path=path).diferencias == []


def test_entities_are_refused(boletin: Salida) -> None:
    xml = parts(boletin.path)["word/document.xml"]
    cabeza, cuerpo = xml.split(b"<w:document", 1)
    malo = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    path = with_part(boletin, "word/document.xml", cabeza + malo + b"<w:document" + cuerpo)
    assert refused(path, "podría ser dañino") == "word_peligroso"


def test_a_zip_bomb_is_refused_before_it_goes_off(boletin: Salida) -> None:
    assert refused(with_part(boletin, "word/media/x.bin", b"\0" * 60_000_000)) == "word_peligroso"


def test_cut_and_scrambled_files_are_damaged(boletin: Salida) -> None:
    data = boletin.path.read_bytes()
    boletin.path.write_bytes(data[: len(data) // 2])
    assert refused(boletin.path, "dañado") == "word_danado"


@pytest.mark.parametrize("parte", ["word/document.xml", "word/styles.xml", "docProps/custom.xml"])
def test_parts_that_are_no_xml_are_damaged(boletin: Salida, parte: str) -> None:
    path = with_part(boletin, parte, b"<w:abierto>")
    assert refused(path) == "word_danado"


def test_a_document_without_text_is_damaged(boletin: Salida) -> None:
    partes = parts(boletin.path)
    partes["word/documento.txt"] = partes.pop("word/document.xml")
    boletin.path.write_bytes(packed(partes))
    assert refused(boletin.path) == "word_danado"


def test_too_large_a_file_is_told_so(boletin: Salida, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returned, "MAX_CUERPO", 100)
    assert refused(boletin.path, "pesa más de 0 MB") == "word_grande"


def test_a_part_of_another_name_is_found_by_its_relationship(boletin: Salida) -> None:
    partes = parts(boletin.path)
    partes["word/document2.xml"] = partes.pop("word/document.xml")
    partes["word/_rels/document2.xml.rels"] = partes.pop(REL)
    partes["_rels/.rels"] = partes["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml")
    tipos = "[Content_Types].xml"
    partes[tipos] = partes[tipos].replace(b"/word/document.xml", b"/word/document2.xml")
    boletin.path.write_bytes(packed(partes))
    assert boletin.back().diferencias == []


def test_a_newer_program_is_told(boletin: Salida) -> None:
    propiedades = parts(boletin.path)["docProps/custom.xml"]
    marca = b'name="Promueve.Version"><vt:lpwstr>'
    assert marca in propiedades
    path = with_part(boletin, "docProps/custom.xml", propiedades.replace(marca + b"1", marca + b"9"))
    leido = read_document(path)
    assert leido.sello.version == 9
    assert [problema.mensaje for problema in leido.problemas] == [returned.DE_OTRA_VERSION]


def test_without_styles_lists_and_properties_it_is_read_all_the_same(boletin: Salida) -> None:
    partes = parts(boletin.path)
    for parte in [p for p in partes if p.endswith(("styles.xml", "numbering.xml", "numbering1.xml", "custom.xml"))]:
        del partes[parte]
    boletin.path.write_bytes(packed(partes))
    leido = read_document(boletin.path)
    assert leido.sello.documento == ""
    assert leido.texto is not None
    assert BOLETIN.cita in [parrafo.bloque.texto for parrafo in leido.texto.parrafos]


def test_a_part_with_another_root_has_no_text_to_compare(boletin: Salida) -> None:
    assert refused(with_part(boletin, "word/document.xml", b"<html><body>x</body></html>")) == "word_danado"


def test_relationships_are_seen_in_any_encoding(boletin: Salida) -> None:
    dichas = parts(with_relation(boletin, "image", "https://otro.example.org/x.png"))[REL].decode()
    otras = dichas.replace("UTF-8", "UTF-16").encode("utf-16")
    assert refused(with_part(boletin, REL, otras)) == "word_externo"


def strict(contenido: bytes) -> bytes:
    """Return a part as Word writes it into a «Documento Open XML estricto»."""
    for nuestro, estricto in (
        ("officeDocument/2006/custom-properties", "officeDocument/customProperties"),
        ("officeDocument/2006/docPropsVTypes", "officeDocument/docPropsVTypes"),
        ("officeDocument/2006/relationships/custom-properties", "officeDocument/relationships/customProperties"),
        ("officeDocument/2006/relationships", "officeDocument/relationships"),
        ("wordprocessingml/2006/main", "wordprocessingml/main"),
        ("drawingml/2006/", "drawingml/"),
    ):
        contenido = contenido.replace(
            f"http://schemas.openxmlformats.org/{nuestro}".encode(), f"http://purl.oclc.org/ooxml/{estricto}".encode()
        )
    return contenido


def test_a_strict_document_is_read_like_any_other(boletin: Salida) -> None:
    document = boletin.open()
    say(paragraph(document, "Durante la etapa"), "nueve municipios", "doce municipios")
    document.save(str(boletin.path))
    boletin.path.write_bytes(packed({nombre: strict(parte) for nombre, parte in parts(boletin.path).items()}))
    assert b"purl.oclc.org" in parts(boletin.path)["word/document.xml"]
    devolucion = boletin.back()
    assert changes(devolucion) == {"cuerpo": BOLETIN.cuerpo.replace("nueve municipios", "doce municipios")}
    assert devolucion.libro.sello.documento == "contenido:boletin"


@pytest.mark.parametrize("nombre", ["carta.docx", "carta.DOC", "carta.odt", "carta.fodt", "carta.rtf"])
@pytest.mark.parametrize(
    "contenido",
    [b"PK\x03", b"hola", b"<html><body>x</body></html>", b"%PDF-1.4", packed({"x/otra.xml": b"<a/>"}), bytes(99)],
    ids=["cortado", "texto", "pagina", "pdf", "zip", "ceros"],
)
def test_what_is_no_document_whatever_its_name_says_is_not_taken_for_a_table(
    tmp_path: Path, nombre: str, contenido: bytes
) -> None:
    path = tmp_path / nombre
    path.write_bytes(contenido)
    with pytest.raises(UserError) as caught:
        bootstrap.read_returned(path) or bootstrap.read_source(path)
    assert caught.value.code == "word_no_es"
    assert mensaje(caught.value).startswith(f"«{nombre}» no es un documento de Word")


def test_a_table_with_the_name_of_a_document_is_still_a_table(tmp_path: Path) -> None:
    path = tmp_path / "carta.docx"
    path.write_bytes((FUENTES / "plan_apertura.csv").read_bytes())
    assert bootstrap.read_returned(path) is None
    assert bootstrap.read_source(path).formato is Formato.PLAN_APERTURA
