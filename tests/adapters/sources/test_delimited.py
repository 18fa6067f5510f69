"""One row with wrong quotes never takes the following ones with it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.reporte import Reporte
from promueve_gui.adapters.sources import delimited
from promueve_gui.adapters.sources.delimited import read_table, sample
from promueve_gui.adapters.sources.text import split_lines
from promueve_gui.domain.errors import UserError


def leer(texto: str, separador: str = ",", ancho: int = 3) -> tuple[list[tuple[int, list[str]]], list[int | None]]:
    """Return rows and the numbers of the rows that were complained of."""
    reporte = Reporte("f.csv")
    filas = [fila for bloque in read_table(split_lines(texto), separador, ancho, reporte).bloques for fila in bloque]
    return filas, [problema.renglon for problema in reporte.problemas]


def test_sound_rows_are_read_as_csv_says() -> None:
    assert leer('a,b,c\r\n1,"2, y ""media""",3\r\n') == ([(1, ["a", "b", "c"]), (2, ["1", '2, y "media"', "3"])], [])


def test_a_line_break_inside_quotes_is_no_mistake() -> None:
    assert leer('a,b,c\n1,"dos\nlíneas",3\n4,5,6\n') == (
        [(1, ["a", "b", "c"]), (2, ["1", "dos\nlíneas", "3"]), (4, ["4", "5", "6"])],
        [],
    )


def test_a_short_row_with_a_line_break_is_kept_whole() -> None:
    filas, quejas = leer('a,b,c\n1,"dos\nlíneas"\n4,5,6\n')
    assert filas[1:] == [(2, ["1", "dos\nlíneas"]), (4, ["4", "5", "6"])]
    assert quejas == []


@pytest.mark.parametrize(
    "resto",
    ["4,5,6\n7,8,9\n", '4,"5",6\n7,8,9\n', '4,"",6\n7,8,9\n', '4,",",6\n7,8,9\n', '4,5,"6"\n7,8,9\n'],
)
def test_an_unclosed_quote_costs_its_row_only(resto: str) -> None:
    filas, quejas = leer('a,b,c\n1,"2,3\n' + resto)
    assert filas[1] == (2, ["1", "2", "3"])
    assert [renglon for renglon, _ in filas] == [1, 2, 3, 4]
    assert filas[3] == (4, ["7", "8", "9"])
    assert quejas == [2]


def test_an_unclosed_quote_in_the_last_cell_is_read_without_it() -> None:
    filas, quejas = leer('a,b,c\n1,2,"3\n4,5,6\n')
    assert filas == [(1, ["a", "b", "c"]), (2, ["1", "2", "3"]), (3, ["4", "5", "6"])]
    assert quejas == [2]


def test_an_unclosed_quote_leaves_the_sound_ones_of_its_row() -> None:
    filas, quejas = leer('a,b,c\n"1, uno","2,3\n4,5,6\n')
    assert filas[1] == (2, ["1, uno", "2", "3"])
    assert quejas == [2]


def test_text_after_a_closing_quote_is_kept_and_told() -> None:
    filas, quejas = leer('a,b,c\n1,"dos" veces,3\n4,5,6\n')
    assert filas[1:] == [(2, ["1", "dos veces", "3"]), (3, ["4", "5", "6"])]
    assert quejas == [2]


def test_a_swallowed_row_is_given_back() -> None:
    filas, quejas = leer('a,b,c\n1,"2\nx",y,z\n4,5,6\n')
    assert filas[1:] == [(2, ["1", "2"]), (3, ['x"', "y", "z"]), (4, ["4", "5", "6"])]
    assert quejas == [2]


def test_many_unclosed_quotes_take_no_rows() -> None:
    filas, quejas = leer("a,b,c\n" + '1,"2,3\n' * 500)
    assert len(filas) == 501
    assert len(quejas) == 500


def test_an_unclosed_quote_with_no_other_quote_in_sight_costs_its_row_only() -> None:
    filas, quejas = leer('a,b,c\n1,"2,3\n' + "4,5,6\n" * 300)
    assert len(filas) == 302
    assert quejas == [2]


@pytest.mark.parametrize("comilla", ["", '"'])
def test_a_cell_beyond_what_csv_takes_by_itself_is_read_whole(comilla: str) -> None:
    largo = "x" * 300_000
    filas, quejas = leer(f"a,b,c\n1,{comilla}{largo}{comilla},{comilla}3{comilla}\n4,5,6\n")
    assert filas[1:] == [(2, ["1", largo, "3"]), (3, ["4", "5", "6"])]
    assert quejas == []


def test_an_endless_line_is_told_and_left_out() -> None:
    filas, quejas = leer("a,b,c\n" + "," * 600_000 + "\n4,5,6\n")
    assert [renglon for renglon, _ in filas] == [1, 3]
    assert quejas == [2]


def test_the_sample_does_not_complain() -> None:
    assert sample(split_lines('a;b\n1;"2\n'), ";", 10) == [(1, ["a", "b"]), (2, ["1", "2"])]


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_CELDAS", 5)
    assert len(leer("a,b,c\n,,\n1,,2\n")[0]) == 3
    with pytest.raises(UserError) as refused:
        leer("a,b,c\n,,\n1,2,3\n")
    assert refused.value.code == "fuente_demasiadas_celdas"


CELDAS = st.text(alphabet='ab, ;"\n\té', max_size=8)


@given(st.lists(st.lists(CELDAS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_whatever_csv_writes_is_read_back(filas: list[list[str]]) -> None:
    salida = io.StringIO()
    csv.writer(salida, quoting=csv.QUOTE_ALL).writerows(filas)
    leidas, quejas = leer(salida.getvalue())
    assert [celdas for _, celdas in leidas] == filas
    assert quejas == []


@given(st.text(alphabet='a,;"\n\r\t', max_size=80))
def test_any_text_ends_and_keeps_its_order(texto: str) -> None:
    renglones = [renglon for renglon, _ in leer(texto)[0]]
    assert renglones == sorted(set(renglones))
    assert all(1 <= renglon <= len(split_lines(texto)) for renglon in renglones)


@pytest.mark.parametrize("lugar", [0, 1, 254, 255, 256, 257, 511, 512, 700])
@pytest.mark.parametrize(
    ("raro", "leidas", "quejas"), [('x,"y\nz",w\n', [["x", "y\nz", "w"]], 0), ('x,"y,z\n', [["x", "y", "z"]], 1)]
)
def test_an_odd_row_is_read_wherever_it_stands(lugar: int, raro: str, leidas: list[list[str]], quejas: int) -> None:
    filas, quejados = leer("1,2,3\n" * lugar + raro + "4,5,6\n" * (700 - lugar))
    lineas = raro.count("\n")
    despues = [(numero, ["4", "5", "6"]) for numero in range(lugar + lineas + 1, 701 + lineas)]
    assert filas == [
        *((numero, ["1", "2", "3"]) for numero in range(1, lugar + 1)),
        (lugar + 1, leidas[0]),
        *despues,
    ]
    assert quejados == [lugar + 1] * quejas


def test_empty_lines_are_rows_without_cells() -> None:
    assert leer("a,b,c\n\n1,2,3\n")[0] == [(1, ["a", "b", "c"]), (2, []), (3, ["1", "2", "3"])]
