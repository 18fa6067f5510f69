"""Workbooks of either family as rows of plain values, however they try to misbehave."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from promueve_gui.adapters.excel import celdas_excel
from promueve_gui.adapters.excel.rejilla import LibroCrudo, open_workbook
from promueve_gui.domain.errors import UserError
from tests.adapters.sources.fabrica import con_parte, libro, parte

GALLERY = Path(__file__).parents[2] / "datos" / "devueltos"
ODS = (GALLERY / "intacto de LibreOffice.ods").read_bytes()
XLSX = (GALLERY / "intacto.xlsx").read_bytes()
BOMBA = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
HOJA = "xl/worksheets/sheet1.xml"


def opened(carpeta: Path, contenido: bytes) -> LibroCrudo:
    ruta = carpeta / "libro.xlsx"
    ruta.write_bytes(contenido)
    return open_workbook(ruta)


def rows(carpeta: Path, contenido: bytes) -> dict[str, list[list[object]]]:
    return {hoja.nombre: [list(fila) for fila in hoja.filas] for hoja in opened(carpeta, contenido).sheets()}


def code_of(carpeta: Path, contenido: bytes) -> str:
    with pytest.raises(UserError) as refused:
        rows(carpeta, contenido)
    return refused.value.code


def saved(book: Workbook) -> bytes:
    salida = io.BytesIO()
    book.save(salida)
    return salida.getvalue()


def test_values_come_as_they_are_from_the_first_cell_on(tmp_path: Path) -> None:
    momento = datetime(2026, 2, 5, 3, 4)  # noqa: DTZ001  # cells know no zone
    filas: list[list[object]] = [[], [None, "a", 1.5, True, date(2026, 2, 5), momento, time(3, 4), timedelta(hours=30)]]
    assert rows(tmp_path, libro({"H": filas, "Vacía": []})) == {
        "H": [[""] * 8, ["", "a", 1.5, True, date(2026, 2, 5), momento, time(3, 4), timedelta(hours=30)]],
        "Vacía": [],
    }


def test_charts_of_their_own_are_no_sheets(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet("Gráfica")
    book.worksheets[0].append(["a"])
    assert rows(tmp_path, saved(book)) == {"Sheet": [["a"]]}


def test_a_cell_merged_over_rows_says_the_same_in_each(tmp_path: Path) -> None:
    book = Workbook()
    hoja = book.worksheets[0]
    for fila in (["Título"], ["a", "uno", "x"], ["b"], ["c", "dos"], ["d"], ["e", "tres"]):
        hoja.append(fila)
    for rango in ("A1:C1", "B2:B3", "B4:B5", "C2:C3", "D2:D9"):
        hoja.merge_cells(rango)
    titulo, *debajo = rows(tmp_path, saved(book))["Sheet"]
    assert titulo == ["Título", "", ""]
    assert [fila[1] for fila in debajo] == ["uno", "uno", "dos", "dos", "tres"]
    assert [fila[2] for fila in debajo] == ["x", "x", "", "", ""]


def test_a_book_is_read_from_memory_so_that_it_can_be_replaced(tmp_path: Path) -> None:
    leido = opened(tmp_path, XLSX)
    (tmp_path / "libro.xlsx").unlink()
    assert [hoja.nombre for hoja in leido.sheets()] == ["Instrucciones", "Grupos", "Datos", "Listas", "_promueve"]


@pytest.mark.parametrize("nombre", ["content.xml", "meta.xml", "styles.xml", "META-INF/manifest.xml"])
def test_entities_are_refused_in_opendocument_too(nombre: str, tmp_path: Path) -> None:
    assert code_of(tmp_path, con_parte(ODS, nombre, BOMBA)) == "fuente_peligrosa"


@pytest.mark.parametrize("nombre", ["xl/workbook.xml", HOJA, "docProps/custom.xml"])
def test_entities_are_refused(nombre: str, tmp_path: Path) -> None:
    assert code_of(tmp_path, con_parte(XLSX, nombre, BOMBA)) == "fuente_peligrosa"


def test_other_documents_of_the_family_are_refused(tmp_path: Path) -> None:
    texto = con_parte(ODS, "mimetype", b"application/vnd.oasis.opendocument.text")
    assert code_of(tmp_path, texto) == "fuente_otro_tipo"
    assert code_of(tmp_path, con_parte(XLSX, "xl/workbook.bin", b"\x00")) == "fuente_otro_tipo"


@pytest.mark.parametrize(
    ("nombre", "roto"),
    [
        ("xl/workbook.xml", b"<workbook"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships/>"),
        (HOJA, b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"),
        (HOJA, b'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>9999</v></c></row></sheetData></worksheet>'),
        (HOJA, b'<worksheet><sheetData><row r="1"><c r="A1" t="?"><v>1</v></c></row></sheetData></worksheet>'),
        ("docProps/custom.xml", b"<Properties><a></Properties>"),
    ],
)
def test_what_makes_no_sense_is_damaged(nombre: str, roto: bytes, tmp_path: Path) -> None:
    assert code_of(tmp_path, con_parte(XLSX, nombre, roto)) == "fuente_danada"


def test_a_grid_too_large_is_refused_by_what_it_would_take(tmp_path: Path) -> None:
    ancho = "".join(f'<c r="A{n}"><v>1</v></c><c r="IV{n}"><v>1</v></c>' for n in (1, 200_000))
    hoja = f"<worksheet><sheetData>{ancho}</sheetData></worksheet>".encode()
    assert code_of(tmp_path, con_parte(XLSX, HOJA, hoja)) == "fuente_demasiadas_celdas"
    contenido = parte(ODS, "content.xml").replace(b'-rows-repeated="1', b'-rows-repeated="9', 1)
    mucho = contenido.replace(
        b"<table:table-row", b'<table:table-row table:number-rows-repeated="999999"', 1
    )  # that of the first row, which says something
    assert code_of(tmp_path, con_parte(ODS, "content.xml", mucho)) == "fuente_demasiadas_celdas"


def test_a_million_blank_rows_with_a_look_are_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celdas_excel, "MAX_CASILLAS", 10_000)
    vacias = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/><c r="I{n}" s="1"/></row>' for n in range(2, 60_000))
    hoja = f'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>{vacias}</sheetData></worksheet>'.encode()
    assert rows(tmp_path, con_parte(XLSX, HOJA, hoja))["Instrucciones"] == [[1.0]]


def test_far_cells_are_told_by_the_name_of_their_sheet(tmp_path: Path) -> None:
    hoja = b'<worksheet><sheetData><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></sheetData></worksheet>'
    contenido = con_parte(XLSX, HOJA, hoja)
    assert opened(tmp_path, contenido).lejanas == {"Instrucciones": ("XFD1048576",)}
    absoluta = parte(XLSX, "xl/_rels/workbook.xml.rels").replace(b'Target="worksheets', b'Target="/xl/worksheets')
    assert opened(tmp_path, con_parte(contenido, "xl/_rels/workbook.xml.rels", absoluta)).lejanas.keys() == {
        "Instrucciones"
    }


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        open_workbook(tmp_path / "no está.xlsx")
    assert refused.value.code == "fuente_ilegible"


def test_a_zip_that_lies_about_its_sizes_is_not_believed(tmp_path: Path) -> None:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as archivo:
        archivo.writestr("[Content_Types].xml", b"<Types/>")
        archivo.writestr("xl/workbook.xml", b"<workbook>" + b" " * 40_000_000 + b"</workbook>")
    assert code_of(tmp_path, salida.getvalue()) == "fuente_peligrosa"
