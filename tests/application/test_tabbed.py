"""Cells from the clipboard, with the quotation marks that people type and those that spreadsheets add."""

from __future__ import annotations

import pytest

from promueve_gui.application.tabbed import read_tabbed, write_cells, write_tabbed

LIMIT_OF_CSV = 131_072


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("\n \t\n", []),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\rb", [["a"], ["b"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("\t\n1\t", [["", ""], ["1", ""]]),
        ('"dos\nlíneas"\tfin', [["dos\nlíneas", "fin"]]),
        ('"con ""comillas"" y\ttabulador"\nb', [['con "comillas" y\ttabulador'], ["b"]]),
        ('"sin cerrar\tb\nc\td', [['"sin cerrar', "b"], ["c", "d"]]),
        ('"Comillas" al inicio\tb', [['"Comillas" al inicio', "b"]]),
        ('cinta de 5"\tb\nc', [['cinta de 5"', "b"], ["c"]]),
        ('""\tb', [["", "b"]]),
        ('"', [['"']]),
    ],
)
def test_rows_are_read_as_the_spreadsheet_showed_them(text: str, rows: list[list[str]]) -> None:
    assert read_tabbed(text) == rows


def test_a_very_long_cell_is_read_whole() -> None:
    long = "x" * (LIMIT_OF_CSV + 1)
    assert read_tabbed(f'{long}\t"{long}\n"') == [[long, f"{long}\n"]]


def test_what_is_written_is_read_back() -> None:
    rows = [["Nombre", 'El "Norte"'], ['"Sur', "a\tb\nc"], ["", "x"]]
    assert read_tabbed(write_tabbed(rows)) == rows


@pytest.mark.parametrize("cell", ["=1+1", "+52", "-3", "@arroba"])
def test_what_a_spreadsheet_would_run_goes_out_as_text(cell: str) -> None:
    assert read_tabbed(write_cells([["a", cell]])) == [["a", f"'{cell}"]]
