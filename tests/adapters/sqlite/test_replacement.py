"""A file is replaced whole or not at all, and nothing is left lying about."""

from __future__ import annotations

import errno
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.replacement import clean, journal, replacement, writing
from promueve_gui.adapters.sqlite.this_computer import this_host
from promueve_gui.domain.errors import UserError
from tests.adapters.sqlite.made_files import dead_pid

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def target(carpeta: Path) -> Path:
    file = carpeta / "plan.promueve"
    file.write_text("antes")
    return file


def test_new_content_takes_the_place_of_the_old(target: Path) -> None:
    with replacement(target) as temporary:
        temporary.write_text("ahora")
        assert target.read_text() == "antes"
        assert temporary.name == target.name
    assert target.read_text() == "ahora"
    assert list(target.parent.iterdir()) == [target]


def cut_off(target: Path) -> None:
    """Fail in the middle of a replacement."""
    with replacement(target) as temporary:
        temporary.write_text("a medias")
        raise RuntimeError


def test_after_an_error_everything_is_as_it_was(target: Path) -> None:
    with pytest.raises(RuntimeError):
        cut_off(target)
    assert target.read_text() == "antes"
    assert list(target.parent.iterdir()) == [target]


def test_a_replacement_that_was_never_written_changes_nothing(target: Path) -> None:
    with pytest.raises(FileNotFoundError), replacement(target):
        pass
    assert target.read_text() == "antes"


def test_the_journal_of_the_old_file_does_not_outlive_it(target: Path) -> None:
    journal(target).write_text("páginas de otro archivo")
    with replacement(target) as temporary:
        temporary.write_text("ahora")
    assert list(target.parent.iterdir()) == [target]


def test_a_file_that_others_may_write_stays_so(target: Path) -> None:
    target.chmod(0o660)
    with replacement(target) as temporary:
        temporary.write_text("ahora")
    assert target.stat().st_mode & 0o777 == 0o660


def test_only_what_dead_processes_of_this_computer_left_is_removed(carpeta: Path) -> None:
    names = {
        "dead": f".promueve-{this_host()}-{dead_pid()}-abc",
        "mine": f".promueve-{this_host()}-{os.getpid()}-abc",
        "of another computer": f".promueve-00000000-{dead_pid()}-abc",
        "of nobody": ".promueve-notas",
    }
    for name in names.values():
        (carpeta / name).mkdir()
        (carpeta / name / "plan.promueve").touch()
    (carpeta / f"{names['dead']}.lock").touch()
    clean(carpeta)
    assert {folder.name for folder in carpeta.iterdir()} == set(names.values()) - {names["dead"]}


def test_cleaning_a_folder_that_is_not_there_is_no_matter(carpeta: Path) -> None:
    clean(carpeta / "ninguna")
    assert list(carpeta.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError("disk"), "no_se_creo"),
        (sqlite3.OperationalError("disk I/O error"), "no_se_creo"),
        (OverflowError(), "valor_no_guardable"),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates"), "valor_no_guardable"),
    ],
)
def test_what_disk_and_database_refuse_gets_a_sentence(target: Path, error: Exception, code: str) -> None:
    with pytest.raises(UserError) as caught, writing(target, "no_se_creo"):
        raise error
    assert caught.value.code == code


def test_a_full_disk_is_told_as_such(target: Path) -> None:
    for number, code in ((errno.ENOSPC, "disco_lleno"), (errno.EACCES, "no_se_creo")):
        with pytest.raises(UserError, match=code), writing(target, "no_se_creo"):
            raise OSError(number, "")
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(UserError, match="disco_lleno"), writing(target, "no_se_creo"):
        connection.execute("CREATE TABLE t (a)")
    connection.close()
