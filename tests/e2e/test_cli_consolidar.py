"""The call ``consolidar``: areas return their copies of the project and all of them meet in one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from tests.e2e.terminal import call, only_line

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.ficha import Registro


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "faros.promueve"
    call("nuevo", path, "--institucion", "Secretaría de Faros", "--siglas", "SF")
    return path


def add(path: Path, *registros: Registro) -> None:
    session = bootstrap.build_opener().open(path)
    try:
        session.edit("Alta", [alta(registro) for registro in registros])
    finally:
        session.close()


def groups(path: Path) -> list[str]:
    session = bootstrap.build_opener().open(path, read_only=True)
    try:
        return [grupo.nombre for grupo in session.proyecto.todos(GrupoUsuarios)]
    finally:
        session.close()


def returned(project: Path, area: str, *grupos: str) -> Path:
    """Return a copy of the project as an area sends it back, with its groups."""
    path = project.with_name(f"{area}.promueve")
    shutil.copyfile(project, path)
    suya = AreaGeneradora(id=nuevo_id(), nombre=area)
    add(path, suya, *(GrupoUsuarios(id=nuevo_id(), nombre=nombre, area=suya.id) for nombre in grupos))
    return path


def test_copies_of_several_areas_meet_in_one(project: Path) -> None:
    boyas, puertos = returned(project, "Boyas", "Pescadores"), returned(project, "Puertos", "Navieras", "Aduanas")
    before = {path: path.read_bytes() for path in (boyas, puertos)}
    answer = call("consolidar", project, boyas, puertos)
    assert (answer.code, answer.err) == (0, "")
    assert groups(project) == ["Pescadores", "Navieras", "Aduanas"]
    assert {path: path.read_bytes() for path in (boyas, puertos)} == before
    assert "Sin cambios" in call("consolidar", project, boyas, puertos).out
    assert groups(project) == ["Pescadores", "Navieras", "Aduanas"]


def test_a_project_made_apart_does_not_double_areas_nor_profile(project: Path, tmp_path: Path) -> None:
    otro = tmp_path / "otro.promueve"
    call("nuevo", otro, "--institucion", "Secretaria de Faros", "--siglas", "SF")
    add(project, AreaGeneradora(id="a", nombre="Boyas"))
    add(otro, AreaGeneradora(id="b", nombre="BOYAS"), GrupoUsuarios(id="g", nombre="Pescadores", area="b"))
    answer = call("consolidar", project, otro)
    assert answer.code == 1
    assert "Área «Boyas», «Nombre del área»: aquí dice «Boyas» y en el otro «BOYAS»" in answer.out
    assert "redes sociales" in answer.out
    tabla = {line.split("  ")[1]: line.split() for line in answer.out.splitlines() if line.startswith("  ")}
    assert tabla["grupos"][-3:] == ["1", "0", "0"]
    assert tabla["redes sociales"][-3:-1] == ["0", "0"]


def test_an_older_project_is_taken_in_and_not_touched(project: Path, tmp_path: Path) -> None:
    anterior = tmp_path / "anterior.promueve"
    bootstrap.write_older_project(anterior, "Secretaría de Faros")
    before = anterior.read_bytes()
    assert call("consolidar", project, anterior).code in {0, 1}
    assert anterior.read_bytes() == before
    assert not (tmp_path / "respaldos" / "anterior.v1.bak").exists()


def test_a_source_that_is_missing_damaged_or_itself_is_told_and_the_others_come_in(
    project: Path, tmp_path: Path
) -> None:
    buena = returned(project, "Boyas", "Pescadores")
    roto = tmp_path / "roto.promueve"
    roto.write_bytes(b"SQLite format 3\x00 y nada")
    for mala, dicho in ((tmp_path / "nada.promueve", "No se encontró"), (roto, "dañado"), (project, "mismo proyecto")):
        answer = call("consolidar", project, buena, mala)
        assert answer.code == 1
        assert dicho in answer.err
        assert groups(project) == ["Pescadores"]
        assert dicho in only_line(call("consolidar", project, mala))
        answer = call("consolidar", project, mala, "--json")
        assert answer.code == 2
        assert dicho in answer.data[0]["problemas"][0]["mensaje"]


def test_another_institution_is_refused(project: Path, tmp_path: Path) -> None:
    ajeno = tmp_path / "dunas.promueve"
    call("nuevo", ajeno, "--institucion", "Instituto de Dunas", "--siglas", "ID")
    assert "misma institución" in only_line(call("consolidar", project, ajeno))
    buena = returned(project, "Boyas", "Pescadores")
    answer = call("consolidar", project, buena, ajeno)
    assert answer.code == 1
    assert "Instituto de Dunas" in answer.err
    assert groups(project) == ["Pescadores"]


def test_kept_institution_data_stay(project: Path) -> None:
    call("consolidar", project, returned(project, "Boyas"))
    session = bootstrap.build_opener().open(project, read_only=True)
    try:
        assert [i.siglas for i in session.proyecto.todos(Institucion)] == ["SF"]
    finally:
        session.close()
