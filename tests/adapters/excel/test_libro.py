"""What every workbook has around its rows: properties, printing, progress; and that it can be stopped."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from promueve_gui.adapters.excel.estilos import CENTRADO, TEXTO
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.proyecto import Proyecto
from tests.adapters.excel.muestra import Leido, delivery, project, rows, sample

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.ports import Progress


def written(path: Path, proyecto: Proyecto, valores: list[str], progress: Progress = ignore_progress) -> Leido:
    libro = Libro("Mapa", "mapa", delivery(proyecto))
    hoja = libro.add_sheet("Única")
    estilo = libro.estilos.get(TEXTO)
    libro.fill(hoja, (Fila([valor], [estilo]) for valor in valores), len(valores))
    libro.save(path, progress)
    return load_workbook(path)


def test_rows_come_back_as_they_were_given(tmp_path: Path) -> None:
    valores = [f"renglón {numero}" for numero in range(1200)]
    assert rows(written(tmp_path / "l.xlsx", Proyecto(), valores)["Única"]) == [[valor] for valor in valores]


def test_the_size_of_a_sheet_is_not_stated_wrong(tmp_path: Path) -> None:
    written(tmp_path / "l.xlsx", Proyecto(), ["a", "b", "c"])
    assert load_workbook(tmp_path / "l.xlsx", read_only=True)["Única"].max_row is None


def test_properties_tell_whose_it_is_and_what(tmp_path: Path) -> None:
    libro = written(tmp_path / "l.xlsx", project(sample()), [])
    assert (libro.properties.title, libro.properties.creator) == ("Mapa", "Secretaría de Caminos & Puentes")
    assert libro.properties.language == "es-MX"
    assert libro.properties.created == datetime(2026, 10, 6, 22, 30)  # noqa: DTZ001 - the format keeps UTC unsaid
    assert {p.name: p.value for p in libro.custom_doc_props.props} == {
        "PromueveDocumento": "mapa",
        "PromueveFormato": 1,
        "PromueveExportacion": "entrega/mapa",
        "PromueveProyecto": "i",
        "PromueveInstitucion": "Secretaría de Caminos & Puentes",
    }


def test_every_sheet_prints_on_letter_paper_lying_down(tmp_path: Path) -> None:
    hoja = written(tmp_path / "l.xlsx", project(sample()), [])["Única"]
    assert (hoja.page_setup.orientation, hoja.page_setup.paperSize) == ("landscape", 1)
    assert (hoja.page_setup.fitToWidth, hoja.page_setup.fitToHeight) == (1, 0)
    assert hoja.sheet_properties.pageSetUpPr.fitToPage
    assert hoja.oddHeader.left.text == "Secretaría de Caminos && Puentes"
    assert hoja.oddHeader.center.text == "Mapa · Única"
    assert hoja.oddHeader.right.text == "6 de octubre de 2026"
    assert hoja.oddFooter.right.text == "Página &P de &N"


def test_a_long_name_does_not_spoil_the_print_header(tmp_path: Path) -> None:
    largo = Institucion(id="i", nombre="Comisión &\n" * 60, siglas="C", anio=2026)
    libro = written(tmp_path / "l.xlsx", project([largo]), [])
    hoja = libro["Única"]
    partes = [parte.text for parte in (hoja.oddHeader.left, hoja.oddHeader.center, hoja.oddHeader.right)]
    assert sum(map(len, partes)) < 200
    assert "\n" not in partes[0]


def test_without_institution_the_program_signs(tmp_path: Path) -> None:
    assert written(tmp_path / "l.xlsx", Proyecto(), []).properties.creator == "Promueve"


def test_progress_goes_from_nothing_to_everything(tmp_path: Path) -> None:
    oidos: list[tuple[int, int]] = []
    written(tmp_path / "l.xlsx", Proyecto(), ["x"] * 1300, lambda *avance: oidos.append(avance))
    assert oidos == [(0, 1300), (512, 1300), (1024, 1300), (1300, 1300), (1300, 1300)]


def test_it_can_be_stopped_while_writing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        written(tmp_path / "l.xlsx", Proyecto(), ["x"] * 1300, stop)


def test_a_look_asked_for_too_late_is_a_mistake_that_shows(tmp_path: Path) -> None:
    libro = Libro("Mapa", "mapa", delivery(Proyecto()))
    hoja = libro.add_sheet("Única")
    libro.fill(hoja, (Fila(["x"], [libro.estilos.get(CENTRADO)]) for _ in range(1)), 1)
    with pytest.raises(RuntimeError):
        libro.save(tmp_path / "l.xlsx", ignore_progress)
