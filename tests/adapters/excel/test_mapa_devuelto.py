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
