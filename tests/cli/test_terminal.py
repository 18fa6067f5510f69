"""What the calls write: UTF-8, aligned, data apart from words."""

from __future__ import annotations

import io
import json

from promueve_gui.cli.counts import count_rows
from promueve_gui.cli.terminal import Terminal, in_utf8


def streams(*, for_machines: bool = False) -> tuple[Terminal, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    return Terminal(out, err, for_machines=for_machines), out, err


def test_words_go_to_the_output_and_problems_apart() -> None:
    terminal, out, err = streams()
    terminal.line("Se creó.")
    terminal.problem("No se pudo.\nRevise.")
    assert out.getvalue() == "Se creó.\n"
    assert err.getvalue() == "No se pudo. Revise.\n"


def test_for_machines_only_data_go_to_the_output() -> None:
    terminal, out, err = streams(for_machines=True)
    terminal.line("Se actualizó.")
    terminal.data([{"mensaje": "año"}])
    assert json.loads(out.getvalue()) == [{"mensaje": "año"}]
    assert "año" in out.getvalue()
    assert err.getvalue() == "Se actualizó.\n"


def test_tables_are_aligned() -> None:
    terminal, out, _ = streams()
    terminal.table([["", "uno"], ["conjuntos", "12"]])
    terminal.table([])
    assert out.getvalue() == "             uno\n  conjuntos  12\n"


def test_counts_are_told_by_kind_and_aligned() -> None:
    filas = count_rows(({"recurso": 1200, "area_generadora": 1}, {}, {"conjunto_datos": 7}))
    assert filas == [
        ["", "nuevos", "cambiados", "iguales"],
        ["áreas", "     1", "        0", "      0"],
        ["conjuntos de datos", "     0", "        0", "      7"],
        ["recursos", " 1,200", "        0", "      0"],
    ]
    assert count_rows(({}, {}, {})) == []


def test_a_redirected_stream_of_another_encoding_becomes_utf8() -> None:
    raw = io.BytesIO()
    stream = in_utf8(io.TextIOWrapper(raw, encoding="cp1252", newline=""))
    terminal = Terminal(stream, stream)
    terminal.line("✓ año")
    terminal.line("nombre \udce1 ajeno")
    stream.flush()
    assert raw.getvalue().decode("utf-8") == "✓ año\nnombre \\udce1 ajeno\n"


def test_a_stream_already_in_utf8_is_left_alone() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="strict")
    assert in_utf8(stream).errors == "strict"
