"""The map comes back: what somebody wrote on the sheet that shows groups by area is told, whatever it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.application.returns import Returns
from tests.adapters.excel.muestra import Leido, delivery, project, sample, written_map
from tests.fakes import memory_session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from promueve_gui.domain.diferencias import Devolucion


def returned(path: Path, *deeds: Callable[[Leido], object]) -> Devolucion:
    """Export the map, do something to it and compare what comes back."""
    session = memory_session(project(sample()))
    libro = written_map(path.parent, session.snapshot())
    session.record_export("mapa", path.name, exportacion=delivery(session.snapshot()).exportacion("mapa"))
    for deed in deeds:
        deed(libro)
    libro.save(path)
    devuelto = read_returned(path)
    assert devuelto is not None
    assert [hoja.nombre for hoja in devuelto.hojas] == ["Consolidado"]
    return Returns(session).compare(devuelto)


def rename(libro: Leido) -> None:
    libro["Por área"].title = "Hoja2"


def test_an_untouched_map_brings_nothing(tmp_path: Path) -> None:
    devolucion = returned(tmp_path / "m.xlsx")
    assert (devolucion.diferencias, devolucion.problemas, devolucion.avisos) == ([], [], [])


def test_the_sheet_by_area_is_known_by_any_name_and_is_no_table(tmp_path: Path) -> None:
    devolucion = returned(tmp_path / "m.xlsx", rename)
    assert (devolucion.diferencias, devolucion.problemas) == ([], [])


@pytest.mark.parametrize("deeds", [(), (rename,)])
def test_what_is_written_in_the_sheet_by_area_is_told(
    tmp_path: Path, deeds: tuple[Callable[[Leido], object], ...]
) -> None:
    def write(libro: Leido) -> None:
        libro["Por área"]["B3"] = "Poetas de la costa"

    devolucion = returned(tmp_path / "m.xlsx", write, *deeds)
    assert devolucion.diferencias == []
    (problema,) = devolucion.problemas
    assert (problema.renglon, problema.columna, problema.valor) == (3, "B", "Poetas de la costa")
    assert problema.mensaje.endswith("esta hoja es de consulta y no se tomó; escríbalo en la hoja «Consolidado».")


def row_of(hoja: Leido, texto: str) -> int:
    return next(n for n in range(1, hoja.max_row + 1) if hoja.cell(n, 1).value == texto)


def test_what_is_written_in_the_analysis_is_told(tmp_path: Path) -> None:
    def write(libro: Leido) -> None:
        hoja = libro["Análisis"]
        hoja.cell(row_of(hoja, "Total"), 2).value = 77
        hoja["A1"] = None

    devolucion = returned(tmp_path / "m.xlsx", write)
    assert devolucion.diferencias == []
    borrado, escrito = devolucion.problemas
    assert borrado.mensaje == (
        "Hoja «Análisis», renglón 1, columna A: se borró lo que decía; esta hoja se calcula y no se tomó; cambie los "
        "datos en la hoja «Consolidado»."
    )
    assert (escrito.hoja, escrito.columna, escrito.valor) == ("Análisis", "B", "77")
    assert f"renglón {escrito.renglon}, columna B: se escribió «77»" in escrito.mensaje


def test_what_is_written_in_the_dictionary_is_told(tmp_path: Path) -> None:
    def write(libro: Leido) -> None:
        libro["Diccionario"]["B2"] = "Como le decimos aquí"
        libro["Diccionario"]["K3"] = "¿Y esto?"

    devolucion = returned(tmp_path / "m.xlsx", write)
    assert [(p.hoja, p.renglon, p.columna, p.valor) for p in devolucion.problemas] == [
        ("Diccionario", 2, "B", "Como le decimos aquí"), ("Diccionario", 3, "K", "¿Y esto?"),
    ]  # fmt: skip
    assert devolucion.problemas[0].mensaje.endswith("no se tomó; escríbalo en la hoja «Consolidado».")


def test_rows_that_were_put_in_or_taken_out_move_the_others_and_these_say_nothing(tmp_path: Path) -> None:
    def insert(libro: Leido) -> None:
        libro["Diccionario"].insert_rows(3)
        libro["Diccionario"]["A3"] = "Nota"
        libro["Análisis"].delete_rows(2)

    devolucion = returned(tmp_path / "m.xlsx", insert)
    assert [(p.hoja, p.renglon, p.columna, p.valor) for p in devolucion.problemas] == [
        ("Análisis", 2, "A", ""), ("Diccionario", 3, "A", "Nota"),
    ]  # fmt: skip


def test_rows_that_are_gone_are_told_together(tmp_path: Path) -> None:
    def take_out(libro: Leido) -> None:
        libro["Diccionario"].delete_rows(libro["Diccionario"].max_row)
        libro["Análisis"].delete_rows(libro["Análisis"].max_row - 1, 2)

    devolucion = returned(tmp_path / "m.xlsx", take_out)
    assert [(p.hoja, p.renglon, p.columna) for p in devolucion.problemas] == [
        ("Análisis", None, ""), ("Diccionario", None, ""),
    ]  # fmt: skip
    assert "faltan 2 renglones de los que se enviaron" in devolucion.problemas[0].mensaje
    assert "falta un renglón de los que se enviaron" in devolucion.problemas[1].mensaje


def test_many_edits_are_told_in_few_sentences(tmp_path: Path) -> None:
    def write(libro: Leido) -> None:
        for renglon in range(1, 31):
            libro["Diccionario"].cell(renglon, 12).value = "x"
        libro["Análisis"].delete_rows(2, 2)

    devolucion = returned(tmp_path / "m.xlsx", write)
    mensajes = [p.mensaje for p in devolucion.problemas]
    assert any(mensaje.startswith("Hoja «Diccionario»: hay 10 celdas más con cambios;") for mensaje in mensajes)
    assert len(mensajes) == 22


def test_a_map_that_lost_its_hidden_sheet_says_nothing_of_the_others(tmp_path: Path) -> None:
    def write(libro: Leido) -> None:
        libro["Análisis"]["A1"] = "Otro título"
        del libro["_promueve"]

    assert returned(tmp_path / "m.xlsx", write).problemas == []
