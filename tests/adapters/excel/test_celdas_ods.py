"""The content of an OpenDocument sheet, where runs of equal cells and rows are written once."""

from __future__ import annotations

import pytest

from promueve_gui.adapters.errores_formula import SIN_RESULTADO
from promueve_gui.adapters.excel import celdas_ods
from promueve_gui.adapters.excel.celdas_excel import DemasiadasCasillasError
from promueve_gui.adapters.excel.celdas_ods import mend_content

VALOR = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'


def content(*filas: str) -> bytes:
    return f"<office:spreadsheet><table:table>{''.join(filas)}</table:table></office:spreadsheet>".encode()


def row(celdas: str, veces: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{veces}">{celdas}</table:table-row>'


def test_the_blank_rest_of_a_sheet_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celdas_ods, "MAX_CASILLAS", 12)
    resto = '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16380"/>'
    sano = content(row(VALOR * 3 + resto), row(VALOR, 3), row(resto, 1048570), row(resto))
    assert mend_content(sano) == sano


@pytest.mark.parametrize(
    "filas",
    [
        [row(VALOR, 13)],
        [row("<table:table-cell/>", 12), row(VALOR)],
        [row('<table:table-cell table:number-columns-repeated="12"/>' + VALOR)],
        [row('<table:covered-table-cell table:number-columns-repeated="12"/>' + VALOR)],
        [row(VALOR, 3), row(VALOR * 5)],
        ["<table:table-header-rows>", row(VALOR * 4, 2), "</table:table-header-rows>", row(VALOR, 2)],
        [row('<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="13"/>')],
    ],
)
def test_what_repeats_counts_as_often_as_it_says(filas: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celdas_ods, "MAX_CASILLAS", 12)
    with pytest.raises(DemasiadasCasillasError):
        mend_content(content(*filas))


def test_each_sheet_counts_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celdas_ods, "MAX_CASILLAS", 12)
    dos = content(row(VALOR, 10)) + content(row(VALOR * 10))
    assert mend_content(dos) == dos


def test_errors_show_their_text() -> None:
    celda = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    assert mend_content(content(row(celda))) == content(row(celda.replace(' office:string-value=""', "")))


@pytest.mark.parametrize("fin", ["/>", "></table:table-cell>", "><text:p/></table:table-cell>"])
def test_a_formula_without_its_result_says_so(fin: str) -> None:
    hecho = mend_content(content(row(f'<table:table-cell table:formula="of:=[.B2]"{fin}')))
    assert f'office:value-type="string"><text:p>{SIN_RESULTADO}</text:p></table:table-cell>'.encode() in hecho


def test_a_formula_with_an_empty_text_has_a_result() -> None:
    sano = content(row('<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>'))
    assert mend_content(sano) == sano
