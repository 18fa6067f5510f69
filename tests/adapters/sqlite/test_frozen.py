"""Files that earlier releases wrote are read whole by today's program. Those in ``tests/datos/archivos`` stay."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid5

import pytest

import freeze_schema
from promueve_gui.adapters.sqlite.connection import SCHEMA_VERSION
from promueve_gui.adapters.sqlite.migrations.v005 import LETTERHEADS
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.codec import encode_fields
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from promueve_gui.application.open_project import ProjectOpener

FROZEN = sorted(freeze_schema.FOLDER.glob("v*.promueve"))


def in_todays_way(said: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    """Return what a file says as records say it today: until schema 4 the letterhead was the institution's own."""
    institucion = dict(said["institucion"])
    if "membrete" not in institucion:
        return said
    archivo, nombre = institucion.pop("membrete"), institucion.pop("membrete_nombre")
    identidad = str(uuid5(LETTERHEADS, str(institucion["id"])))
    membrete = {"id": identidad, "nombre": nombre, "archivo": archivo, "predeterminado": 1}
    return {**said, "institucion": institucion, "membrete": membrete}


def check_reads(opener: ProjectOpener, file: Path, said: dict[str, dict[str, object]]) -> None:
    """See that the program reads in a file what it was written to say, and that its history goes on."""
    older = opener.inspect(file).estado is EstadoArchivo.ANTERIOR
    assert older == (opener.inspect(file).esquema < SCHEMA_VERSION)
    session = opener.open(file, upgrade=True)
    for entidad, stored in in_todays_way(said).items():
        if not stored:
            continue
        tipo = POR_ENTIDAD[entidad]
        found = session.proyecto.registro(entidad, str(stored["id"]))
        assert found is not None
        read = encode_fields(tipo, {nombre: getattr(found, nombre) for nombre in campos(tipo)})
        assert {"id": found.id, **read}.items() >= stored.items()
    area = session.proyecto.todos(AreaGeneradora)[0]
    assert [line.accion for line in session.history()] == ["deshacer", "editar", "editar"]
    redone, undone = session.redo(), session.undo()
    assert redone == undone
    assert redone is not None
    assert redone.motivo == freeze_schema.UNDONE
    last = session.undo()
    assert last is not None
    assert last.motivo == freeze_schema.DONE
    assert session.proyecto.todos(AreaGeneradora)[0].nombre == "Antes"
    session.redo()
    assert session.proyecto.todos(AreaGeneradora) == [area]
    session.close()
    assert opener.inspect(file).estado is EstadoArchivo.LISTO


@pytest.mark.parametrize("schema", range(1, SCHEMA_VERSION + 1))
def test_what_each_schema_can_hold_is_read_today(opener: ProjectOpener, carpeta: Path, schema: int) -> None:
    file = carpeta / "viejo.promueve"
    freeze_schema.freeze(file, schema)
    assert opener.inspect(file).esquema == schema
    check_reads(opener, file, json.loads(file.with_suffix(".json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)
def test_each_frozen_file_is_read_today(opener: ProjectOpener, carpeta: Path, frozen: Path) -> None:
    file = Path(shutil.copyfile(frozen, carpeta / frozen.name))
    assert f"v{opener.inspect(file).esquema}" == frozen.stem
    check_reads(opener, file, json.loads(frozen.with_suffix(".json").read_text(encoding="utf-8")))


def test_a_frozen_file_is_never_made_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(freeze_schema, "FOLDER", tmp_path / "archivos")
    assert freeze_schema.main(["1"]) == 0
    before = (tmp_path / "archivos" / "v1.promueve").read_bytes()
    assert len(before) < 300_000
    assert freeze_schema.main(["1"]) == 1
    assert (tmp_path / "archivos" / "v1.promueve").read_bytes() == before
    assert freeze_schema.main(["uno"]) == freeze_schema.main([]) == 2
    assert "is frozen already" in capsys.readouterr().err
