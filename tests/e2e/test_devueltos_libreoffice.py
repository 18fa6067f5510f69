"""Workbooks that LibreOffice saved again: untouched they say nothing, edited exactly what was edited."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from openpyxl import load_workbook

from promueve_gui import bootstrap
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.grupos import GrupoUsuarios
from tests.e2e.terminal import call

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

# A workbook, or a part of one, as openpyxl reads it: more than its stubs know.
Leido: TypeAlias = Any

WAIT = 120


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample project, whose map and workbooks were exported beside it."""
    folder = tmp_path_factory.mktemp("devueltos")
    path = folder / "ejemplo.promueve"
    call("ejemplo", path, "--fecha", "2026-10-06")
    session = bootstrap.build_opener().open(path)
    try:  # texts that spreadsheets take for escaped characters
        area = session.proyecto.activos(GrupoUsuarios)[0].area
        raro = GrupoUsuarios(id=nuevo_id(), nombre="_x000D_ y _x0041_", notas="_x000D_", siglas="_x0041_", area=area)
        session.edit("Agregar", [alta(raro)])
    finally:
        session.close()
    assert call("exportar", path, "--mapa", folder / "mapa.xlsx", "--formatos", folder / "formatos").code == 0
    return path


def saved_again(paths: list[Path], suffix: str, folder: Path) -> list[Path]:
    """Let LibreOffice save workbooks in ``folder``, in this format."""
    profile = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=WAIT)
    return [folder / f"{path.stem}.{suffix}" for path in paths]


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_untouched_they_say_nothing(sample: Path, tmp_path: Path, suffix: str) -> None:
    paths = [sample.with_name("mapa.xlsx"), *sorted((sample.parent / "formatos").rglob("*.xlsx"))]
    answer = call("consolidar", sample, *saved_again(paths, suffix, tmp_path), "--json")
    assert (answer.code, answer.err) == (0, ""), answer.out
    assert len(answer.data) == len(paths) > 5
    assert all((said["nuevos"], said["cambiados"]) == ({}, {}) for said in answer.data)


def test_the_map_edited_and_saved_again_gives_exactly_the_edits(sample: Path, tmp_path: Path) -> None:
    def cell(sheet: Leido, row: int, title: str) -> Leido:
        return sheet.cell(row, next(c.column for c in sheet[1] if c.value == title))

    libro = load_workbook(sample.with_name("mapa.xlsx"))
    sheet = libro["Consolidado"]
    first, second = str(sheet["A3"].value), str(sheet["A6"].value)
    cell(sheet, 3, "Notas").value = "Dos líneas:\ny acentos (ñ)"
    cell(sheet, 3, "Poder").value = 1
    cell(sheet, 6, "Grupo de usuarios").value = "Otro nombre"
    libro.save(tmp_path / "mapa.xlsx")
    folder = tmp_path / "otra vez"
    folder.mkdir()
    (back,) = saved_again([tmp_path / "mapa.xlsx"], "xlsx", folder)
    before = {g.id: g for g in groups(sample)}
    answer = call("importar", sample, back, "--json")
    assert (answer.code, answer.err) == (0, ""), answer.out
    (said,) = answer.data
    assert (said["nuevos"], said["cambiados"]) == ({}, {"grupo_usuarios": 2})
    after = {g.id: g for g in groups(sample)}
    assert {i for i in after if after[i] != before[i]} == {first, second}
    assert (after[first].notas, after[first].poder) == ("Dos líneas:\ny acentos (ñ)", 1)
    assert after[second].nombre == "Otro nombre"


def groups(path: Path) -> list[GrupoUsuarios]:
    session = bootstrap.build_opener().open(path, read_only=True)
    try:
        return session.proyecto.todos(GrupoUsuarios)
    finally:
        session.close()
