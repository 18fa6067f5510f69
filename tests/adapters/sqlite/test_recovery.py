"""What can still be read of a damaged file is saved, and nothing is made up."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.recovery import salvage
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Membrete
from promueve_gui.domain.plan import LineaPlan
from tests.adapters.sqlite.conftest import AREA, GRUPO
from tests.adapters.sqlite.made_files import crashed, older_file, protected, run_sql, write_at

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.domain.proyecto import Proyecto

MANY = [replace(GRUPO, id=f"g{n:04}", nombre=f"Grupo {n}", notas="n" * 300) for n in range(400)]
PAGE = 4096
LEAF = 13  # the first byte of a page that holds rows (sqlite.org/fileformat2.html)


@pytest.fixture
def big(carpeta: Path, opener: ProjectOpener) -> Path:
    """Return a project whose table of groups fills some thirty pages, with a kept file and a history."""
    file = carpeta / "grande.promueve"
    opener.create(file, [AREA, *MANY])
    session = opener.open(file)
    session.put_file(b"evidencia" * 10_000)
    session.put_file(b"membrete")
    session.edit(
        "Agregar", [alta(LineaPlan(id="l", nombre="Boletín", grupos=("g0000", "g0399"), fecha=date(2026, 2, 5)))]
    )
    session.close()
    return file


def recovered(opener: ProjectOpener, path: Path) -> Proyecto:
    """Save what can be read and return it, having seen that the damaged file was not touched."""
    before = path.read_bytes()
    target = path.with_name("rescatado.promueve")
    count = opener.recover(path, target)
    assert path.read_bytes() == before
    assert opener.inspect(target).estado is EstadoArchivo.LISTO
    session = opener.open(target, read_only=True)
    assert [line.accion for line in session.history(1)] == ["rescatar"]
    session.close()
    assert session.proyecto.total() == count > 0
    return session.proyecto


def leaves_of(path: Path) -> list[int]:
    """Return the offsets of the pages that hold the rows of the groups, in the order of the rows."""
    content = path.read_bytes()
    marks = [grupo.id.encode() for grupo in MANY]
    found: dict[int, int] = {}
    for at in range(PAGE, len(content), PAGE):
        held = [n for n, mark in enumerate(marks) if mark in content[at : at + PAGE]]
        if content[at] == LEAF and len(held) > 4:
            found[at] = held[0]
    return sorted(found, key=lambda at: found[at])


def test_a_sound_file_is_saved_whole_with_its_history_and_its_files(opener: ProjectOpener, big: Path) -> None:
    session = opener.open(big, read_only=True)
    session.close()
    found = salvage(big)
    assert found.proyecto == session.proyecto == recovered(opener, big)
    assert [line[2] for line in found.lines] == ["crear", "editar"]
    assert {content for _, content in found.files} == {b"evidencia" * 10_000, b"membrete"}


@pytest.mark.parametrize("holes", [[3], [3, 4, 9], [0], [-1]], ids=["one", "several", "first", "last"])
def test_damaged_pages_hide_only_the_rows_on_them(opener: ProjectOpener, big: Path, holes: list[int]) -> None:
    leaves = leaves_of(big)
    assert len(leaves) > 20
    for hole in holes:
        write_at(big, leaves[hole], b"\xff" * PAGE)
    assert opener.inspect(big).estado is EstadoArchivo.DANADO
    saved = recovered(opener, big)
    found = {grupo.id: grupo for grupo in saved.todos(GrupoUsuarios)}
    whole = {grupo.id: grupo for grupo in MANY}
    assert all(whole[identidad] == grupo for identidad, grupo in found.items())
    assert 400 - 25 * len(holes) <= len(found) < 400
    linea = saved.todos(LineaPlan)[0]
    assert set(linea.grupos) == {"g0000", "g0399"} & set(found)


def test_a_damaged_header_is_made_anew(opener: ProjectOpener, big: Path) -> None:
    write_at(big, 0, bytes(100))
    assert recovered(opener, big).todos(GrupoUsuarios) == MANY


def test_a_file_that_was_cut_gives_what_is_left(opener: ProjectOpener, big: Path) -> None:
    os.truncate(big, big.stat().st_size * 3 // 4)
    assert recovered(opener, big).total() > 1


def test_a_transaction_that_was_cut_off_is_undone_before(opener: ProjectOpener, big: Path) -> None:
    crashed(big)
    assert recovered(opener, big).todos(AreaGeneradora) == [AREA]


def test_values_that_cannot_be_read_are_left_empty(opener: ProjectOpener, path: Path) -> None:
    run_sql(
        path,
        "UPDATE grupo_usuarios SET clase = 'marcianos', ejes = 'no es JSON', nombre = CAST(x'41ff42' AS TEXT)",
        "UPDATE grupo_usuarios SET area = 'perdida'",
    )
    saved = recovered(opener, path)
    assert saved.todos(GrupoUsuarios) == [replace(GRUPO, nombre="A\N{REPLACEMENT CHARACTER}B", clase=None, area=None)]


def test_links_to_lost_records_are_left_empty(opener: ProjectOpener, big: Path) -> None:
    run_sql(big, "DELETE FROM grupo_usuarios WHERE id = 'g0399'", "DELETE FROM area_generadora")
    saved = recovered(opener, big)
    assert saved.todos(LineaPlan)[0].grupos == ("g0000",)
    assert {grupo.area for grupo in saved.todos(GrupoUsuarios)} == {None}


def test_kept_files_that_are_no_longer_what_they_were_are_left_out(opener: ProjectOpener, big: Path) -> None:
    run_sql(big, "UPDATE archivo SET contenido = x'00' WHERE length(contenido) > 100")
    assert [content for _, content in salvage(big).files] == [b"membrete"]


def test_tables_and_columns_that_are_gone_cost_only_themselves(opener: ProjectOpener, path: Path) -> None:
    run_sql(path, "DROP TABLE linea_plan", "DROP TABLE bitacora", "ALTER TABLE grupo_usuarios DROP COLUMN clase")
    assert recovered(opener, path).todos(GrupoUsuarios) == [replace(GRUPO, clase=None)]


def test_a_file_of_an_earlier_schema_is_saved_too(opener: ProjectOpener, carpeta: Path) -> None:
    assert recovered(opener, older_file(carpeta / "viejo.promueve")).todos(AreaGeneradora) == [AREA]


@pytest.mark.parametrize("content", [b"", b"notas", b"SQLite format 3\x00" + bytes(8000), os.urandom(9000)])
def test_where_there_is_nothing_to_save_no_file_is_made(opener: ProjectOpener, carpeta: Path, content: bytes) -> None:
    file = carpeta / "roto.promueve"
    file.write_bytes(content)
    with pytest.raises(UserError) as caught:
        opener.recover(file, carpeta / "rescatado.promueve")
    assert (caught.value.code, caught.value.data) == ("nada_que_rescatar", {"archivo": "roto.promueve"})
    assert list(carpeta.iterdir()) == [file]


def test_what_is_saved_never_goes_over_another_file(opener: ProjectOpener, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match="ya_existe"):
        opener.recover(path, path)
    assert path.read_bytes() == before


def test_what_is_saved_needs_a_folder_that_takes_it(opener: ProjectOpener, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "protegida"
    folder.mkdir()
    with protected(folder), pytest.raises(UserError, match="no_se_creo"):
        opener.recover(path, folder / "rescatado.promueve")


def test_what_an_earlier_schema_kept_elsewhere_comes_along(opener: ProjectOpener, carpeta: Path) -> None:
    file = older_file(carpeta / "viejo.promueve", 4)
    run_sql(
        file,
        "INSERT INTO contenido (id, nombre, tipo, estado, cuerpo) VALUES ('c', 'Ya', 'redes', 'borrador', '*Ya*')",
        "INSERT INTO institucion (id, nombre, membrete, membrete_nombre) VALUES ('i', 'S', 'abc', 'uno.docx')",
    )
    rescued = recovered(opener, file)
    assert [(contenido.mensaje, contenido.cuerpo) for contenido in rescued.todos(Contenido)] == [("*Ya*", "")]
    assert [membrete.archivo for membrete in rescued.todos(Membrete)] == ["abc"]
