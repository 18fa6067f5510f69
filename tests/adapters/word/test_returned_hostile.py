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
from tests.adapters.word.devueltos import Salida
from tests.adapters.word.hostiles import R, packed
from tests.adapters.word.muestras import BOLETIN, parts

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
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
