"""Sheets are made fit for a reader that would lose errors and make a grid as large as the farthest cell."""

from __future__ import annotations

import pytest

from promueve_gui.adapters.errores_formula import SIN_RESULTADO
from promueve_gui.adapters.excel import celdas_excel
from promueve_gui.adapters.excel.celdas_excel import (
    DemasiadasCasillasError,
    HojaSaneada,
    SinDireccionError,
    column_number,
    is_sheet,
    look_at_sheet,
    mend_sheet,
)


def sheet(filas: str) -> bytes:
    return f"<worksheet><sheetData>{filas}</sheetData></worksheet>".encode()


def mended(filas: str) -> str:
    return mend_sheet(sheet(filas)).contenido.decode()


def test_a_sheet_with_nothing_to_mend_stays_as_it_is() -> None:
    sana = sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/></row>')
    assert mend_sheet(sana).contenido is sana
    assert is_sheet(sana)
    assert not is_sheet(b"<styleSheet/>")


@pytest.mark.parametrize("letras", [b"A", b"Z", b"AA", b"IV", b"XFD", b"xfd"])
def test_columns_are_numbered_as_spreadsheets_do(letras: bytes) -> None:
    esperados = {b"A": 1, b"Z": 26, b"AA": 27, b"IV": 256, b"XFD": 16384}
    assert column_number(letras) == esperados[letras.upper()]


@pytest.mark.parametrize("celda", ['<c r="A1" s="3" t="e"><v>#REF!</v></c>', "<c r='A1' t='e'><v>#REF!</v></c>"])
def test_errors_become_texts(celda: str) -> None:
    hecho = mended(f'<row r="1">{celda}</row>').replace("'", '"')
    assert 't="str"><v>#REF!</v>' in hecho
    assert 't="e"' not in hecho


@pytest.mark.parametrize(
    "celda",
    [
        '<c r="A1"><f>B1</f></c>',
        '<c r="A1"><f>B1</f><v></v></c>',
        '<c r="A1"><f>B1</f><v/></c>',
        '<c r="A1" t="n"><f t="shared" si="0"/></c>',
        '<c r="A1" t="s"><f>B1</f>\n<v> </v></c>',
        '<x:c r="A1"><x:f>B1</x:f></x:c>',
    ],
)
def test_a_formula_without_its_result_says_so(celda: str) -> None:
    hecho = mended(f'<row r="1">{celda}</row>').replace("x:", "")
    assert f'<c r="A1" t="str"><v>{SIN_RESULTADO}</v></c>' in hecho


@pytest.mark.parametrize(
    "celda",
    [
        '<c r="A1"><f>1+1</f><v>2</v></c>',
        '<c r="A1" t="str"><f>IF(1,"","")</f><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t>&lt;f&gt;</t></is></c>',
        '<c r="A1"/><c r="B1"><f>1</f><v>1</v></c>',
    ],
)
def test_what_has_a_result_is_left_alone(celda: str) -> None:
    assert celda in mended(f'<row r="1">{celda}</row>')


def test_blank_cells_and_rows_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celdas_excel, "MAX_CASILLAS", 20)
    filas = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="ZZ1" s="2"/></row>'
        '<row r="900" s="2" customFormat="1"/>'
        '<row r="901"><c r="A901" s="2"/><c r="B901" s="2"/></row>'
    )
    hoja = mend_sheet(sheet(filas))
    assert hoja == HojaSaneada(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))


def test_cells_outside_of_any_table_are_taken_out_and_named() -> None:
    cerca = '<row r="1"><c r="A1"><v>1</v></c><c r="IV1"><v>2</v></c></row>'
    lejos = '<row r="1048576"><c r="A1048576"><v>3</v></c><c r="XFD1048576" s="1" t="inlineStr"><is><t>.</t></is></c>'
    hoja = mend_sheet(sheet(f"{cerca}{lejos}</row>"))
    assert hoja == HojaSaneada(sheet(f'{cerca}<row r="1048576"></row>'), ("A1048576", "XFD1048576"))


def test_a_grid_that_stays_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celdas_excel, "MAX_CASILLAS", 5)
    with pytest.raises(DemasiadasCasillasError):
        mend_sheet(sheet('<row r="3"><c r="C3"><v>1</v></c></row>'))


@pytest.mark.parametrize("celda", ["<c><v>1</v></c>", '<c s="1"><v>1</v></c>', '<c r="&#65;1"><v>1</v></c>', "<c/>"])
def test_a_cell_that_does_not_say_where_it_stands_is_not_guessed(celda: str) -> None:
    with pytest.raises(SinDireccionError):
        mend_sheet(sheet(f"<row>{celda}</row>"))


@pytest.mark.parametrize(
    "celda", ["<c s='1' r='xfd1048576'><v>1</v></c>", '<x:c t="n" r="XFD1048576"><x:v>1</x:v></x:c>']
)
def test_far_cells_are_found_however_they_are_written(celda: str) -> None:
    assert mend_sheet(sheet(f'<row r="1">{celda}</row>')).lejanas == ("XFD1048576",)


@pytest.mark.parametrize(
    ("celda", "fuera"),
    [
        (b'<c r="IV7"><v>1</v></c>', ""),
        (b'<c r="IW7"><v>1</v></c>', "IW7"),
        (b'<c s="1" r="XFD1048576" t="s"><v>1</v></c>', "XFD1048576"),
        (b'<c r="AAA1" t="inlineStr"><is><t>a</t></is></c>', "AAA1"),
        (b'<x:c r="JA2"><x:f>A1</x:f></x:c>', "JA2"),
        (b'<c r="XFD7" s="3"/><c r="IW1"></c><c r="IX1"><v/></c><c r="IY1"><v></v></c>', ""),
    ],
)
def test_what_lies_beyond_the_columns_that_are_read_is_seen(celda: bytes, fuera: str) -> None:
    assert look_at_sheet(b"<sheetData>%b</sheetData>" % celda).fuera == fuera


def test_cells_merged_with_those_below_are_seen() -> None:
    juntas = b'<mergeCells count="4"><mergeCell ref="A2:A5"/><mergeCell ref="B2:C2"/><x:mergeCell ref="AA1:AA3"/>'
    assert look_at_sheet(juntas + b'<mergeCell ref="D2:E5"/></mergeCells>').juntas == ((1, 2, 5), (27, 1, 3))


def test_formulas_without_result_are_seen() -> None:
    assert look_at_sheet(b'<c r="A1"><f>B1</f></c>').sin_resultado
    assert not look_at_sheet(b'<c r="A1"><f>B1</f><v>2</v></c><c r="A2" t="str"><f>B1</f><v></v></c>').sin_resultado
