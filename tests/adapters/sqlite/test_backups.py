"""Copies are made before large changes and once a day, thinned by age, and can take the place of the project."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite import backups
from promueve_gui.adapters.sqlite.files import SqliteArchivos
from promueve_gui.adapters.sqlite.replacement import journal
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.application.session import Session
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora
from tests.adapters.sqlite.conftest import AREA
from tests.adapters.sqlite.made_files import crashed, locked_by, older_file, protected, write_at
from tests.fakes import AUTOR, Clock

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener


def siglas(opener: ProjectOpener, path: Path) -> str:
    """Return the acronym of the first area of a project."""
    session = opener.open(path, read_only=True)
    session.close()
    return session.proyecto.todos(AreaGeneradora)[0].siglas


def rename(opener: ProjectOpener, path: Path, siglas: str, *, backup: str = "") -> None:
    """Make an edit, after a backup if one is named."""
    session = opener.open(path)
    if backup:
        session.backup(backup)
    session.edit("Nombrar", [cambio(session.proyecto.todos(AreaGeneradora)[0], siglas=siglas)])
    session.close()


def fake_copy(path: Path, momento: datetime, motivo: str = "dia") -> Path:
    """Leave a copy of a given moment."""
    folder = path.parent / "respaldos"
    folder.mkdir(exist_ok=True)
    copy = folder / f"{path.stem}.{momento:%Y-%m-%dT%H%M%S}.{motivo}.promueve"
    copy.touch()
    return copy


def test_opening_makes_the_copy_of_the_day_once(opener: ProjectOpener, path: Path) -> None:
    rename(opener, path, "A")
    rename(opener, path, "B")
    made = opener.backups(path)
    assert [backup.motivo for backup in made] == ["dia"]
    assert siglas(opener, made[0].path) == ""


def test_opening_without_changes_since_the_last_copy_makes_none(opener: ProjectOpener, path: Path) -> None:
    copy = fake_copy(path, datetime(2020, 1, 1, tzinfo=UTC))
    opener.open(path).close()
    assert backups.listed(path)[0].path == copy
    os.utime(copy, (0, 0))  # the project changed after this copy
    opener.open(path).close()
    assert len(backups.listed(path)) == 2


def test_a_session_that_runs_past_midnight_makes_the_copy_of_the_next_day(path: Path) -> None:
    days = iter([datetime(2000, 1, 1, 23, tzinfo=UTC)] * 2 + [datetime(2000, 1, 2, 0, tzinfo=UTC)] * 2)
    almacen, proyecto = SqliteArchivos(now=lambda: next(days)).open(path, read_only=False)
    session = Session(almacen, proyecto, AUTOR, Clock())
    counted = []
    for text in "ABC":
        session.edit("Nombrar", [cambio(session.proyecto.todos(AreaGeneradora)[0], siglas=text)])
        counted.append(len(backups.listed(path)))
    session.close()
    assert counted == [1, 2, 2]


def test_a_copy_says_when_and_before_what(opener: ProjectOpener, path: Path) -> None:
    before = datetime.now() - timedelta(seconds=2)  # noqa: DTZ005  # local, as people read it
    session = opener.open(path)
    for _ in range(11):
        session.backup("importacion")
    session.close()
    made = opener.backups(path)
    assert [backup.motivo for backup in made] == ["importacion"] * 11 + ["dia"]
    assert all(backup.momento >= before.replace(microsecond=0) for backup in made)
    assert len({backup.path for backup in made}) == 12
    assert all(opener.inspect(backup.path).estado is EstadoArchivo.LISTO for backup in made)


def test_copies_made_in_the_same_second_are_listed_by_their_number(path: Path) -> None:
    momento = datetime(2026, 3, 2, 9, tzinfo=UTC)
    first = fake_copy(path, momento)
    others = [first.with_name(first.name.replace("T090000", f"T090000-{n}")) for n in (2, 10)]
    for other in others:
        other.touch()
    assert [backup.path for backup in backups.listed(path)] == [others[1], others[0], first]


def test_only_copies_of_the_project_that_can_be_opened_are_offered(opener: ProjectOpener, path: Path) -> None:
    session = opener.open(path)
    session.backup("importacion")
    session.close()
    good = opener.backups(path)
    fake_copy(path, datetime(2026, 3, 2, tzinfo=UTC))
    fake_copy(path.with_name("Otro.promueve"), datetime(2026, 3, 2, tzinfo=UTC))
    (path.parent / "respaldos" / f"{path.stem}.ayer.dia.promueve").touch()
    assert opener.backups(path) == good
    assert opener.backups(path.with_name("ninguno.promueve")) == []


def test_old_copies_are_thinned_to_ten_days_and_eight_weeks(path: Path) -> None:
    today = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for day in range(120):
        for hour in (0, 3):
            fake_copy(path, today - timedelta(days=day, hours=hour))
    backups.thin(path)
    left = [backup.momento for backup in backups.listed(path)]
    days = sorted({momento.date() for momento in left}, reverse=True)
    assert [momento.hour for momento in left if momento.date() == days[0]] == [12, 9]  # all of the newest day
    assert days[:10] == [(today - timedelta(days=n)).date() for n in range(10)]
    assert len(days) == 10 + 6  # the ten days fall in two of the eight weeks
    assert all(momento.hour == 12 for momento in left if momento.date() != days[0])
    assert len({day.isocalendar()[:2] for day in days}) == 8


def test_of_one_day_only_so_many_copies_are_kept(path: Path) -> None:
    made = [fake_copy(path, datetime(2026, 3, 2, 9, minute, tzinfo=UTC), "importacion") for minute in range(30)]
    backups.thin(path)
    assert [backup.path for backup in backups.listed(path)] == made[: -backups.ONE_DAY - 1 : -1]


def test_thinning_removes_the_journal_of_a_copy_too(path: Path) -> None:
    old = [fake_copy(path, datetime(2020, 1, 6, hour, tzinfo=UTC)) for hour in (9, 10)]
    journal(old[0]).touch()
    fake_copy(path, datetime(2026, 1, 1, tzinfo=UTC))
    backups.thin(path)
    assert {file.name for file in old[0].parent.iterdir() if "2020" in file.name} == {old[1].name}


def test_a_folder_without_copies_is_thinned_to_nothing(path: Path) -> None:
    backups.thin(path)
    assert backups.listed(path) == []


def test_a_backup_that_cannot_be_made_is_told(opener: ProjectOpener, path: Path) -> None:
    session = opener.open(path)
    with protected(path.parent / "respaldos"), pytest.raises(UserError) as caught:
        session.backup("importacion")
    assert mensaje(caught.value).startswith("No se pudo hacer el respaldo de «Promoción 2026.promueve»")
    session.close()


def test_a_copy_of_the_day_that_cannot_be_made_keeps_nobody_out(opener: ProjectOpener, path: Path) -> None:
    (path.parent / "respaldos").mkdir()
    with protected(path.parent / "respaldos"):
        rename(opener, path, "A")
    assert siglas(opener, path) == "A"


# --- restoring -----------------------------------------------------------------------------------------------------


def test_a_backup_is_restored_and_what_stood_there_is_kept(opener: ProjectOpener, path: Path) -> None:
    rename(opener, path, "A")
    rename(opener, path, "B", backup="importacion")
    backup = next(b for b in opener.backups(path) if b.motivo == "importacion")
    opener.restore(path, backup.path)
    assert siglas(opener, path) == "A"
    kept = next(b for b in opener.backups(path) if b.motivo == "restauracion")
    assert siglas(opener, kept.path) == "B"
    opener.restore(path, kept.path)
    assert siglas(opener, path) == "B"


def test_a_project_that_was_deleted_is_restored(opener: ProjectOpener, path: Path) -> None:
    rename(opener, path, "A", backup="importacion")
    path.unlink()
    opener.restore(path, opener.backups(path)[0].path)
    assert siglas(opener, path) == ""


def test_a_damaged_project_is_restored_and_kept_as_it_was(opener: ProjectOpener, path: Path) -> None:
    rename(opener, path, "A", backup="importacion")
    write_at(path, 4096, b"\xff" * 8000)
    damaged = path.read_bytes()
    opener.restore(path, opener.backups(path)[0].path)
    assert siglas(opener, path) == ""
    assert damaged in [file.read_bytes() for file in (path.parent / "respaldos").iterdir()]


def test_what_a_crash_left_is_kept_with_its_journal_and_does_not_spoil_the_restored_file(
    opener: ProjectOpener, path: Path
) -> None:
    rename(opener, path, "A", backup="importacion")
    backup = opener.backups(path)[0]
    crashed(path)
    opener.restore(path, backup.path)
    assert siglas(opener, path) == ""
    assert opener.inspect(path).estado is EstadoArchivo.LISTO
    kept = next(b for b in opener.backups(path) if b.motivo == "restauracion")
    assert siglas(opener, kept.path) == "A"


def test_a_backup_of_an_earlier_schema_is_restored_and_upgraded_when_it_is_opened(
    opener: ProjectOpener, path: Path
) -> None:
    old = older_file(fake_copy(path, datetime(2020, 1, 1, tzinfo=UTC)).with_suffix(".vieja.promueve"))
    opener.restore(path, old)
    session = opener.open(path, upgrade=True)
    assert session.proyecto.todos(AreaGeneradora) == [AREA]
    session.close()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(5000)])
def test_what_is_no_backup_is_not_restored(opener: ProjectOpener, path: Path, content: bytes) -> None:
    copy = fake_copy(path, datetime(2026, 3, 2, tzinfo=UTC))
    copy.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(UserError, match="respaldo_danado"):
        opener.restore(path, copy)
    assert path.read_bytes() == before


def test_a_project_that_somebody_has_open_is_not_restored(opener: ProjectOpener, path: Path) -> None:
    rename(opener, path, "A", backup="importacion")
    locked_by(path)
    with pytest.raises(UserError, match="archivo_en_uso"):
        opener.restore(path, opener.backups(path)[0].path)
    assert siglas(opener, path) == "A"


def test_a_protected_folder_is_not_restored_into(opener: ProjectOpener, path: Path) -> None:
    rename(opener, path, "A", backup="importacion")
    backup = opener.backups(path)[0]
    with protected(path.parent), pytest.raises(UserError) as caught:
        opener.restore(path, backup.path)
    assert caught.value.code == "no_se_restauro"
    assert siglas(opener, path) == "A"
