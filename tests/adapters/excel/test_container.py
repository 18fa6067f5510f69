"""A workbook's zip is looked over before anything in it is believed."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.excel import container
from promueve_gui.adapters.excel.container import open_container
from promueve_gui.domain.errors import UserError
from tests.adapters.sources.fabrica import con_parte, libro

if TYPE_CHECKING:
    from pathlib import Path

SANO = libro({"H": [["a", "b"]]})
BOMBA = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>&c;</sheetData></worksheet>"""
EXTERNA = b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'


def code_of(carpeta: Path, contenido: bytes) -> str:
    """Return the code of the error with which a workbook is refused."""
    ruta = carpeta / "libro.xlsx"
    ruta.write_bytes(contenido)
    with pytest.raises(UserError) as refused:
        open_container(ruta)
    return refused.value.code


def zipped(partes: dict[str, bytes], metodo: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip with these parts."""
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", metodo) as archivo:
        for nombre, contenido in partes.items():
            archivo.writestr(nombre, contenido)
    return salida.getvalue()


def test_a_sound_workbook_is_opened_as_it_is(tmp_path: Path) -> None:
    ruta = tmp_path / "libro.xlsx"
    ruta.write_bytes(SANO)
    contenedor = open_container(ruta)
    assert contenedor.origen.read() == SANO
    assert contenedor.formulas is None


def test_formulas_without_result_are_noticed(tmp_path: Path) -> None:
    ruta = tmp_path / "libro.xlsx"
    ruta.write_bytes(libro({"H": [["=A2"]]}))
    assert open_container(ruta).formulas is not None


@pytest.mark.parametrize(
    "nombre",
    [
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "docProps/core.xml",
        "[Content_Types].xml",
        "xl/escondida.bin",
    ],
)
@pytest.mark.parametrize(
    "bomba",
    [
        BOMBA,
        EXTERNA,
        BOMBA.decode().encode("utf-16"),
        b"\n" * 3 + BOMBA[22:],
        b"<!-- " + b"x" * 70_000 + b" -->" + BOMBA[22:],
    ],
)
def test_entities_are_refused_in_any_part(tmp_path: Path, nombre: str, bomba: bytes) -> None:
    assert code_of(tmp_path, con_parte(SANO, nombre, bomba)) == "fuente_peligrosa"


def test_a_part_that_grows_too_much_is_refused_unread(tmp_path: Path) -> None:
    assert code_of(tmp_path, con_parte(SANO, "xl/worksheets/sheet1.xml", b" " * 20_000_000)) == "fuente_peligrosa"


def test_small_parts_may_grow(tmp_path: Path) -> None:
    ruta = tmp_path / "libro.xlsx"
    ruta.write_bytes(con_parte(SANO, "xl/media/nota.bin", bytes(900_000)))
    assert open_container(ruta).origen.read(2) == b"PK"


def test_too_many_bytes_in_all_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_DESCOMPRIMIDO", 1000)
    assert code_of(tmp_path, SANO) == "fuente_peligrosa"


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    partes = {f"xl/parte{numero}": b"" for numero in range(container.MAX_PARTES + 1)}
    assert code_of(tmp_path, zipped({"[Content_Types].xml": b"<Types/>", **partes})) == "fuente_peligrosa"


def test_a_size_that_lies_is_not_followed(tmp_path: Path) -> None:
    contenido = bytearray(
        zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a>" + b" " * 2_000_000 + b"</a>"})
    )
    donde = contenido.rindex(b"PK\x01\x02")
    struct.pack_into("<I", contenido, donde + 24, 10)  # the size that the central directory declares
    assert code_of(tmp_path, bytes(contenido)) == "fuente_danada"


@pytest.mark.parametrize(
    ("partes", "tipo"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "un documento de OpenDocument"),
        ({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<d/>"}, "un documento de Word"),
        ({"xl/workbook.bin": b"b"}, "un libro binario de Excel (.xlsb)"),
    ],
)
def test_zips_of_another_kind_are_named(tmp_path: Path, partes: dict[str, bytes], tipo: str) -> None:
    ruta = tmp_path / "libro.xlsx"
    ruta.write_bytes(zipped(partes))
    with pytest.raises(UserError) as refused:
        open_container(ruta)
    assert (refused.value.code, refused.value.data["tipo"]) == ("fuente_otro_tipo", tipo)


@pytest.mark.parametrize("parte", ["Formato de playas.xlsx", "datos.csv", "mimetype"])
def test_what_is_only_compressed_is_to_be_taken_out(tmp_path: Path, parte: str) -> None:
    assert code_of(tmp_path, zipped({parte: b"application/epub+zip"})) == "fuente_comprimida"


@pytest.mark.parametrize("contenido", [b"PK\x03\x04", SANO[:-30], SANO[: len(SANO) // 2], SANO[:40] + SANO[60:]])
def test_broken_zips_are_refused(tmp_path: Path, contenido: bytes) -> None:
    assert code_of(tmp_path, contenido) == "fuente_danada"


def test_a_part_that_is_no_xml_is_refused(tmp_path: Path) -> None:
    assert code_of(tmp_path, con_parte(SANO, "xl/workbook.xml", b"<a")) == "fuente_danada"


def test_parts_that_are_no_xml_by_trade_are_let_be(tmp_path: Path) -> None:
    ruta = tmp_path / "libro.xlsx"
    ruta.write_bytes(con_parte(SANO, "xl/vbaProject.bin", b"<\x00macro"))
    assert open_container(ruta).origen.read(2) == b"PK"


def test_a_protected_zip_is_refused(tmp_path: Path) -> None:
    contenido = bytearray(SANO)
    for firma, banderas in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        donde = contenido.index(firma)
        contenido[donde + banderas] |= 1
    assert code_of(tmp_path, bytes(contenido)) == "fuente_danada"


def test_a_file_that_went_away_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        open_container(tmp_path / "no-existe.xlsx")
    assert refused.value.code == "fuente_ilegible"


def test_blank_cells_of_a_large_sheet_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "GRANDE", 0)
    hoja = b'<worksheet><c r="A1" s="3"/><c r="B1"><v>2</v></c><c r="C1" t="n"></c><c/><col min="1"/></worksheet>'
    ruta = tmp_path / "libro.xlsx"
    ruta.write_bytes(con_parte(SANO, "xl/worksheets/sheet1.xml", hoja))
    with zipfile.ZipFile(open_container(ruta).origen) as limpio:
        assert limpio.read("xl/worksheets/sheet1.xml") == (
            b'<worksheet><c r="B1"><v>2</v></c><c/><col min="1"/></worksheet>'
        )
        assert "xl/workbook.xml" in limpio.namelist()
