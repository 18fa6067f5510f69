"""The open file: what is saved is read back by the next who opens it, with its history."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite import rows
from promueve_gui.adapters.sqlite.connection import connect
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora
from tests.adapters.sqlite.conftest import AREA, GRUPO
from tests.adapters.sqlite.made_files import older_file, run_sql
from tests.fakes import AUTOR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.session import Session

OTRA = AreaGeneradora(id="b", nombre="Planeación")


@pytest.fixture
def session(opener: ProjectOpener, path: Path) -> Iterator[Session]:
    opened = opener.open(path)
    yield opened
    opened.close()


def acciones(session: Session) -> list[tuple[str, str]]:
    """Return what the bitácora says, oldest first."""
    return [(line.accion, line.detalle) for line in reversed(session.history())]


def test_the_bitacora_tells_everything_that_happened(opener: ProjectOpener, path: Path) -> None:
    session = opener.open(path)
    session.edit("Agregar «Planeación»", [alta(OTRA)])
    session.edit("Retirar «Planeación»", [retiro(OTRA, "Se repetía")])
    session.undo()
    session.redo()
    session.note("importar", "plan-apertura.csv")
    session.record_export("plan", "Plan.xlsx")
    session.close()
    again = opener.open(path)
    assert acciones(again) == [
        ("crear", ""),
        ("editar", "Agregar «Planeación»"),
        ("editar", "Retirar «Planeación»"),
        ("deshacer", "Retirar «Planeación»"),
        ("rehacer", "Retirar «Planeación»"),
        ("importar", "plan-apertura.csv"),
        ("exportar", "Plan de promoción: Plan.xlsx"),
    ]
    lines = again.history(2)
    assert [line.secuencia for line in lines] == [7, 6]
    assert [line.secuencia for line in again.history(9, "editar")] == [3, 2]
    assert [line.secuencia for line in again.history(1, "editar")] == [3]
    assert all(line.autor == AUTOR and line.momento.tzinfo for line in lines)
    assert again.position == 7
    again.close()


@pytest.mark.parametrize("at_once", [1, 2, 3, 5])
def test_a_table_is_read_whole_and_in_order(
    opener: ProjectOpener, carpeta: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    areas = [AreaGeneradora(id=f"a{n}", nombre=f"Área {9 - n}", siglas=f"A{n}") for n in range(5)]
    opener.create(carpeta / "areas.promueve", areas)
    monkeypatch.setattr(rows, "ROWS_AT_ONCE", at_once)
    session = opener.open(carpeta / "areas.promueve")
    assert session.proyecto.todos(AreaGeneradora) == areas
    session.close()


def test_undo_and_redo_outlive_the_session(opener: ProjectOpener, path: Path) -> None:
    session = opener.open(path)
    session.edit("Agregar", [alta(OTRA)])
    session.edit("Nombrar", [cambio(OTRA, siglas="P"), cambio(AREA, siglas="DE")])
    session.undo()
    session.close()
    again = opener.open(path)
    undo, redo = again.next_undo(), again.next_redo()
    assert undo is not None
    assert redo is not None
    assert (undo.motivo, redo.motivo) == ("Agregar", "Nombrar")
    again.redo()
    assert again.proyecto.todos(AreaGeneradora) == [replace(AREA, siglas="DE"), replace(OTRA, siglas="P")]
    again.undo()
    again.undo()
    assert again.proyecto.todos(AreaGeneradora) == [AREA]
    again.close()


def test_an_edition_after_an_undo_leaves_the_undone_one_only_in_the_history(session: Session, path: Path) -> None:
    session.edit("Agregar", [alta(OTRA)])
    session.undo()
    session.edit("Nombrar", [cambio(AREA, siglas="DE")])
    assert session.next_redo() is None
    connection = connect(path, read_only=True)
    rows = connection.execute("SELECT motivo, estado FROM edicion ORDER BY secuencia").fetchall()
    connection.close()
    assert rows == [("Agregar", "descartada"), ("Nombrar", "aplicada")]


def test_an_export_keeps_the_state_that_left(session: Session, path: Path) -> None:
    session.edit("Agregar", [alta(OTRA)])
    position = session.position
    session.edit("Nombrar", [cambio(OTRA, siglas="P")])
    session.record_export("plan", "Plan 2026.xlsx", position)
    connection = connect(path, read_only=True)
    rows = connection.execute("SELECT documento, archivo, asiento FROM exportacion").fetchall()
    connection.close()
    assert rows == [("plan", "Plan 2026.xlsx", 2)]


def test_of_each_document_the_last_time_it_left_is_known(session: Session) -> None:
    for documento, archivo in (("plan", "Plan.xlsx"), ("mapa", "Mapa.xlsx"), ("plan", "otro nombre.xlsx")):
        session.record_export(documento, archivo)
    moments = [line.momento for line in session.history(2)]
    assert session.exports() == {"plan": moments[0], "mapa": moments[1]}


def test_each_time_that_a_kind_of_document_left_is_known(session: Session) -> None:
    for documento in ("agenda", "agenda:area:x", "agendas", "plan:area:x"):
        session.record_export(documento, "x.ics")
    desde = session.position - 4
    session.record_export("agenda", "x.ics")
    assert session.departures("agenda") == [("agenda", desde), ("agenda:area:x", desde + 1), ("agenda", desde + 4)]


def test_files_are_kept_once_and_come_back_whole(opener: ProjectOpener, path: Path) -> None:
    session = opener.open(path)
    content = bytes(range(256)) * 100
    sha256 = session.put_file(content)
    assert session.put_file(content) == sha256 == hashlib.sha256(content).hexdigest()
    session.close()
    again = opener.open(path, read_only=True)
    assert again.get_file(sha256) == content
    assert again.get_file("0") is None
    again.close()


def test_many_changes_of_every_kind_in_one_edition(session: Session, opener: ProjectOpener) -> None:
    areas = [AreaGeneradora(id=f"a{n}", nombre=f"Área {n}") for n in range(50)]
    session.edit("Agregar", [alta(area) for area in areas])
    session.edit(
        "Todo a la vez",
        [
            *(cambio(area, siglas=f"S{area.id}") for area in areas[:20]),
            *(cambio(area, siglas="X", correo="x@ejemplo.gob.mx") for area in areas[20:30]),
            *(alta(area).inverso for area in areas[30:]),
            alta(replace(GRUPO, id="nuevo", area="a1")),
        ],
    )
    expected = session.snapshot()
    path = session.path
    session.close()
    again = opener.open(path)
    assert again.proyecto == expected
    assert again.proyecto.get(AreaGeneradora, "a25") == replace(areas[25], siglas="X", correo="x@ejemplo.gob.mx")
    assert again.proyecto.get(AreaGeneradora, "a35") is None
    again.undo()
    assert again.proyecto.get(AreaGeneradora, "a35") == areas[35]
    again.close()


def test_one_record_may_change_several_times_in_one_edition(session: Session, opener: ProjectOpener) -> None:
    renamed = replace(AREA, siglas="DE")
    session.edit("Dos veces", [cambio(AREA, siglas="DE"), alta(OTRA), cambio(renamed, siglas="DGE")])
    session.edit("Ir y volver", [alta(replace(OTRA, id="c")), alta(replace(OTRA, id="c")).inverso])
    expected = session.snapshot()
    session.close()
    again = opener.open(session.path)
    assert again.proyecto == expected
    assert again.proyecto.todos(AreaGeneradora) == [replace(AREA, siglas="DGE"), OTRA]
    again.undo()
    again.undo()
    assert again.proyecto.todos(AreaGeneradora) == [AREA]
    again.close()


def test_a_record_to_which_others_refer_cannot_vanish(session: Session) -> None:
    before = session.snapshot()
    with pytest.raises(UserError, match="cambio_no_cabe"):
        session.edit("Borrar", [alta(AREA).inverso])
    assert session.proyecto == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE edicion SET cambios = 'no es JSON'",
        "UPDATE edicion SET cambios = '[[\"area_generadora\"]]'",
        'UPDATE edicion SET cambios = \'[["marciano", "b", null, {}]]\'',
        'UPDATE edicion SET cambios = \'[["area_generadora", "b", null, {"color": "rojo"}]]\'',
        "UPDATE edicion SET momento = 'ayer'",
    ],
)
def test_an_edition_that_cannot_be_read_is_not_undone(opener: ProjectOpener, path: Path, statement: str) -> None:
    session = opener.open(path)
    session.edit("Agregar «Planeación»", [alta(OTRA)])
    session.close()
    run_sql(path, statement)
    again = opener.open(path)
    before = again.snapshot()
    with pytest.raises(UserError) as caught:
        again.undo()
    assert (caught.value.code, caught.value.data) == ("historial_ilegible", {"motivo": "Agregar “Planeación”"})
    assert again.proyecto == before
    again.close()


def test_an_edition_that_is_not_there_is_a_defect(opener: ProjectOpener, path: Path) -> None:
    almacen, _ = opener._archivos.open(path, read_only=True)  # noqa: SLF001  # the port itself is asked
    with pytest.raises(KeyError):
        almacen.read_edicion("z")
    with pytest.raises(UserError, match="solo_lectura"):
        almacen.note("importar", "plan.csv", None, AUTOR)  # type: ignore[arg-type]  # it never gets so far
    almacen.close()


def test_a_file_of_an_earlier_schema_has_no_first_line(opener: ProjectOpener, carpeta: Path) -> None:
    file = older_file(carpeta / "viejo.promueve")
    session = opener.open(file, upgrade=True)
    assert session.position == 0
    session.edit("Agregar", [alta(OTRA)])
    assert session.position == 1
    session.close()
