"""Tables whose description was damaged are read all the same: what they are is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.recovery import salvage
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora
from tests.adapters.sqlite.conftest import AREA, GRUPO
from tests.adapters.sqlite.made_files import older_file

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener

GROUPS = b'CREATE TABLE "grupo_usuarios" (\n   "id" TEXT'


def damage(path: Path, was: bytes, becomes: bytes) -> None:
    """Write over what the file says."""
    content = path.read_bytes()
    assert was in content
    assert len(was) == len(becomes)
    path.write_bytes(content.replace(was, becomes))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (GROUPS, GROUPS.replace(b"TEXT", b"TEX\xbf")),
        (GROUPS, GROUPS.replace(b"CREATE", b"CRE\x00TE")),
        (b"tablegrupo_usuariosgrupo_usuarios", b"tablegrupo_usu\xf2riosgrupo_usuarios"),
        (b"tablegrupo_usuariosgrupo_usuarios", b"tablegrupo_usuariosgrupo_us\xf2arios"),
        (b"tablegrupo_usuarios", b"t\xe1blegrupo_usuarios"),
        (b"indexsqlite_autoindex_grupo_usuarios_1", b"indexsqlite_autoindex_gr\xf5po_usuarios_1"),
        (b"indexsqlite_autoindex_grupo_usuarios_1", b"indexnadie sabe que decia en este lug."),
    ],
    ids=["type", "null", "name", "table", "kind", "index", "unknown"],
)
def test_a_wrong_letter_in_the_description_of_a_table_costs_no_row(
    opener: ProjectOpener, path: Path, was: bytes, becomes: bytes
) -> None:
    whole = salvage(path)
    damage(path, was, becomes)
    before = path.read_bytes()
    target = path.with_name("rescatado.promueve")
    assert opener.inspect(path).estado is EstadoArchivo.DANADO
    with pytest.raises(UserError, match="archivo_danado"):
        opener.open(path)
    assert opener.recover(path, target) == whole.proyecto.total()
    assert path.read_bytes() == before
    session = opener.open(target)
    session.close()
    assert session.proyecto == whole.proyecto


def test_the_description_is_that_of_the_schema_of_the_file(opener: ProjectOpener, carpeta: Path) -> None:
    file = older_file(carpeta / "viejo.promueve", 3)
    damage(file, GROUPS, GROUPS.replace(b"TEXT", b"TEX\xbf"))
    target = carpeta / "rescatado.promueve"
    assert opener.recover(file, target) == 1
    session = opener.open(target)
    session.close()
    assert session.proyecto.todos(AreaGeneradora) == [AREA]


def test_damage_that_shows_when_something_is_saved_is_told_as_such(opener: ProjectOpener, path: Path) -> None:
    damage(path, b'REFERENCES "area_generadora"', b'REFERENCES "area_generad\xf2ra"')
    session = opener.open(path)
    with pytest.raises(UserError, match="archivo_danado"):
        session.edit("Agregar", [alta(replace(GRUPO, id="g2"))])
    assert session.proyecto.todos(type(GRUPO)) == [GRUPO]
    session.close()
