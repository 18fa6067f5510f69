"""The plan leaves by the terminal, is worked on outside, and comes back by each of its doors."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from promueve_gui import bootstrap
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.plan import LineaPlan
from tests.adapters.excel.plan_devuelto import add, put, remove
from tests.e2e.terminal import call

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.excel.muestra import Leido

RECORDS = (
    Institucion(id="i", nombre="Secretaría de Faros", siglas="SF", anio=2026),
    AreaGeneradora(id="a", nombre="Boyas"),
    GrupoUsuarios(id="g", nombre="Pescadores", area="a"),
    GrupoUsuarios(id="m", nombre="Marinas", area="a"),
    LineaPlan(id="1", nombre="Boletín de boyas", grupos=("g",), fecha=date(2026, 3, 2)),
    LineaPlan(id="2", nombre="Mensaje de puertos", grupos=("m",), fecha=date(2026, 4, 2)),
    LineaPlan(id="3", nombre="Taller", grupos=("m",)),
)


def work_on(path: Path) -> None:
    """Do what people do to a plan: move a line, name other groups, add one, delete one, and misspell a group."""
    libro: Leido = load_workbook(path)
    for deed in (
        put("Boletín de boyas", "Fecha", date(2026, 3, 9)),
        put("Boletín de boyas", "Grupos de usuarios", "Pescadores; marinas"),
        put("Mensaje de puertos", "Grupos de usuarios", "Marinass"),
        add({"Actividad": "Visita al faro", "Grupos de usuarios": "Marinas", "Fecha": date(2026, 5, 5)}),
        remove("Taller"),
    ):
        deed(libro)
    libro.save(path)


def lines(records: list[LineaPlan]) -> dict[str, tuple[date | None, tuple[str, ...]]]:
    return {line.nombre: (line.fecha, line.grupos) for line in records}


TAKEN = {
    "Boletín de boyas": (date(2026, 3, 9), ("g", "m")),
    "Mensaje de puertos": (date(2026, 4, 2), ("m",)),
    "Taller": (None, ("m",)),
    "Visita al faro": (date(2026, 5, 5), ("m",)),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "faros.promueve"
    bootstrap.build_opener().create(path, RECORDS)
    return path


def stored(path: Path) -> tuple[dict[str, tuple[date | None, tuple[str, ...]]], int]:
    """Return the lines of a project and how many doubts wait in it."""
    session = bootstrap.build_opener().open(path, read_only=True)
    try:
        return lines(session.proyecto.activos(LineaPlan)), len(session.proyecto.activos(Duda))
    finally:
        session.close()


@pytest.mark.parametrize("orden", ["importar", "consolidar"])
@pytest.mark.parametrize("exportado", [("--plan", "plan.xlsx"), ("--plan-por-area", ".")])
def test_by_the_terminal(project: Path, orden: str, exportado: tuple[str, str]) -> None:
    opcion, nombre = exportado
    assert call("exportar", project, opcion, project.parent / nombre, "--por-mes").code == 0
    (path,) = project.parent.glob("*lan*.xlsx")
    untouched = call(orden, project, path, "--json")
    assert (untouched.code, untouched.data[0]["nuevos"], untouched.data[0]["cambiados"]) == (0, {}, {})
    work_on(path)
    answer = call(orden, project, path, "--json")
    (traido,) = answer.data
    assert (answer.code, traido["nuevos"], traido["cambiados"]) == (1, {"linea_plan": 1}, {"linea_plan": 1})
    assert len(traido["dudas"]) == 2
    assert any("¿quiso decir «Marinas»?" in duda["mensaje"] for duda in traido["dudas"])
    assert stored(project) == (TAKEN, 2)
    again = call(orden, project, path, "--json").data[0]
    assert (again["nuevos"], again["cambiados"], again["dudas"]) == ({}, {}, [])
