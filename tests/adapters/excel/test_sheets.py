"""Workbooks as plain values, whatever inflates, hides or chains them."""

from __future__ import annotations

import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.errores_formula import SIN_RESULTADO
from promueve_gui.adapters.excel import container, sheets
from promueve_gui.adapters.excel.sheets import Hoja, read_sheets
from promueve_gui.domain.errors import UserError
from tests.adapters.sources.fabrica import con_parte, libro, parte

if TYPE_CHECKING:
    from pathlib import Path

HOJA = "xl/worksheets/sheet1.xml"


def leer(carpeta: Path, contenido: bytes) -> list[Hoja]:
    """Write a workbook and read its sheets."""
    ruta = carpeta / "libro.xlsx"
    ruta.write_bytes(contenido)
    return read_sheets(ruta)


def test_sheets_are_rows_by_number_cut_after_their_last_cell(tmp_path: Path) -> None:
    hojas = leer(tmp_path, libro({"Uno": [["a", None, "b", None, ""], [], [None, 2]], "Dos": []}))
    assert hojas == [Hoja("Uno", {1: ["a", None, "b"], 3: [None, 2]}), Hoja("Dos", {})]


def test_cells_are_found_by_row_and_column() -> None:
    hoja = Hoja("H", {2: ["a", None]})
    assert [hoja.celda(2, 1), hoja.celda(2, 2), hoja.celda(2, 9), hoja.celda(7, 1)] == ["a", None, None, None]


def test_days_are_days(tmp_path: Path) -> None:
    dia = datetime(2015, 6, 1)  # noqa: DTZ001 - cells have no time zone
    assert leer(tmp_path, libro({"H": [[dia]]}))[0].filas == {1: [dia]}


@pytest.mark.parametrize(
    ("formula", "valor"),
    [
        ("='La otra'!A1", "título"),
        ("=+'la OTRA'!$A$1", "título"),
        ("=Suelta!B2", "dos"),
        ("=B1", "vecina"),
        ("='La otra'!A2", "dos"),
        ("=Suelta!A1", SIN_RESULTADO),
        ("='No está'!A1", SIN_RESULTADO),
        ("='[1]Libro'!A1", SIN_RESULTADO),
        ("=SUM(B1:B9)", SIN_RESULTADO),
        ("=A1", SIN_RESULTADO),
        ("='D''Artagnan'!A1", "apóstrofo"),
        ("=XFD1048576", SIN_RESULTADO),
    ],
)
def test_references_without_result_are_followed(tmp_path: Path, formula: str, valor: str) -> None:
    hojas = leer(
        tmp_path,
        libro(
            {
                "H": [[formula, "vecina"]],
                "La otra": [["título"], ["=Suelta!B2"]],
                "Suelta": [["=Suelta!A1"], [None, "dos"]],
                "D'Artagnan": [["apóstrofo"]],
            }
        ),
    )
    assert hojas[0].celda(1, 1) == valor


def test_references_are_followed_past_the_last_cell_of_a_row(tmp_path: Path) -> None:
    hojas = leer(tmp_path, libro({"H": [[None, None, "=Otra!A1"], ["x"]], "Otra": [["título"]]}))
    assert hojas[0].filas[1] == [None, None, "título"]


def test_a_long_chain_of_references_leads_nowhere(tmp_path: Path) -> None:
    cadena = [[f"=A{numero + 2}"] for numero in range(20)] + [["fin"]]
    hojas = leer(tmp_path, libro({"H": cadena}))
    assert hojas[0].celda(1, 1) == SIN_RESULTADO
    assert hojas[0].celda(20, 1) == "fin"


def test_results_saved_with_formulas_are_believed(tmp_path: Path) -> None:
    contenido = libro({"H": [["=Otra!A1"]], "Otra": [["nuevo"]]})
    guardado = parte(contenido, HOJA).replace(b"<f>Otra!A1</f><v />", b"<f>Otra!A1</f><v>7</v>")
    guardado = guardado.replace(b"<f>Otra!A1</f><v></v>", b"<f>Otra!A1</f><v>7</v>")
    assert leer(tmp_path, con_parte(contenido, HOJA, guardado))[0].celda(1, 1) == 7


def inflated(filas: int, blanca: str) -> bytes:
    """Return a workbook whose first sheet claims every cell and has many that are blank."""
    blancas = "".join(
        f'<row r="{r}">' + "".join(blanca.format(f"{c}{r}") for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + "</row>"
        for r in range(2, filas)
    )
    datos = f'<row r="1"><c r="A1" t="inlineStr"><is><t>dato</t></is></c></row>{blancas}<row r="1048576"/>'
    hoja = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1:XFD1048576"/><sheetData>{datos}</sheetData></worksheet>'
    )
    return con_parte(libro({"H": [["x"]]}), HOJA, hoja.encode())


@pytest.mark.parametrize("blanca", ['<c r="{}" s="1"/>', '<c r="{}" t="n"></c>', '<c r="{}"><v/></c>'])
@pytest.mark.parametrize("grande", [1, 10**9])
def test_blank_cells_are_no_used_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blanca: str, grande: int
) -> None:
    monkeypatch.setattr(sheets, "MAX_CELDAS", 1)
    monkeypatch.setattr(container, "GRANDE", grande)
    assert leer(tmp_path, inflated(100, blanca))[0].filas == {1: ["dato"]}


def test_too_many_used_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_CELDAS", 3)
    with pytest.raises(UserError) as refused:
        leer(tmp_path, libro({"H": [["a", "b"]], "I": [["c", "d"]]}))
    assert refused.value.code == "fuente_demasiadas_celdas"


def test_rows_beyond_the_last_are_refused(tmp_path: Path) -> None:
    contenido = inflated(0, "")
    hoja = parte(contenido, HOJA).replace(
        b'<row r="1048576"/>', b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'
    )
    with pytest.raises(UserError) as refused:
        leer(tmp_path, con_parte(contenido, HOJA, hoja))
    assert refused.value.code == "fuente_danada"


@pytest.mark.parametrize("nombre", [HOJA, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("contenido", [b"", b"<a", b"<otra/>", b"nada"])
def test_broken_parts_never_raise_anything_else(tmp_path: Path, nombre: str, contenido: bytes) -> None:
    sano = libro({"H": [["a"]]})
    try:
        hojas = leer(tmp_path, con_parte(sano, nombre, contenido))
    except UserError as refused:
        hojas = []
        code = refused.code
    else:
        code = "fuente_danada"
    assert (code, [hoja.nombre for hoja in hojas]) in [("fuente_danada", []), ("fuente_danada", ["H"])]


@pytest.mark.parametrize(
    ("nombre", "era", "queda"),
    [
        ("xl/styles.xml", b"</fonts>", b'<font><color rgb="rojo"/></font></fonts>'),
        ("docProps/core.xml", b"</dcterms:created>", b"?</dcterms:created>"),
        (
            "xl/workbook.xml",
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
    ],
    ids=["style", "day", "strict"],
)
def test_what_excel_opens_and_openpyxl_does_not_is_read_all_the_same(
    tmp_path: Path, nombre: str, era: bytes, queda: bytes
) -> None:
    contenido = libro({"H": [["a", None, "b"], [], [1, 2]]})
    assert era in parte(contenido, nombre)
    (hoja,) = leer(tmp_path, con_parte(contenido, nombre, parte(contenido, nombre).replace(era, queda)))
    assert (hoja.nombre, hoja.celda(1, 3), hoja.celda(3, 2)) == ("H", "b", 2)
    assert 2 not in hoja.filas


def test_sheets_of_libreoffice_are_read_too(tmp_path: Path) -> None:
    celda = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    fila = f"<table:table-row>{celda.format('a')}<table:table-cell/>{celda.format('b')}</table:table-row>"
    espacios = "".join(
        f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
    )
    with zipfile.ZipFile(tmp_path / "libro.ods", "w") as archivo:
        archivo.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archivo.writestr("META-INF/manifest.xml", "<manifest/>")
        archivo.writestr(
            "content.xml",
            f"<office:document-content{espacios}><office:body><office:spreadsheet>"
            f'<table:table table:name="H">{fila}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    assert read_sheets(tmp_path / "libro.ods") == [Hoja("H", {1: ["a", "", "b"]})]


def test_the_listener_hears_of_rows(tmp_path: Path) -> None:
    ruta = tmp_path / "libro.xlsx"
    ruta.write_bytes(libro({"H": [[numero] for numero in range(1500)]}))
    oidos: list[tuple[int, int]] = []
    read_sheets(ruta, lambda leidos, total: oidos.append((leidos, total)))
    assert oidos == [(512, 0), (1024, 0)]
