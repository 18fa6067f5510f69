"""One project, one writer: who holds it, who may take it over, and that it is always let go."""

from __future__ import annotations

import errno
import json
import os
import threading
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite import lock
from promueve_gui.adapters.sqlite.this_computer import alone
from tests.adapters.sqlite.made_files import dead_pid, locked_by, protected

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(carpeta: Path) -> Path:
    return carpeta / "plan.promueve"


def test_the_lock_says_who_where_and_since_when(project: Path) -> None:
    taken = lock.acquire(project)
    assert taken is not None
    owner = lock.holder(project)
    assert owner is not None
    assert owner.pid == os.getpid()
    assert owner.host
    assert owner.desde.endswith("+00:00")
    assert set(json.loads(lock.lock_path(project).read_text())) == {"host", "user", "pid", "desde"}
    taken.release()
    assert lock.holder(project) is None
    assert list(project.parent.iterdir()) == []


def test_a_second_taker_gets_nothing_not_even_in_the_same_process(project: Path) -> None:
    taken = lock.acquire(project)
    assert taken is not None
    assert lock.acquire(project) is None
    taken.release()
    assert lock.acquire(project) is not None


def test_only_one_of_many_gets_a_free_or_a_stale_lock(project: Path) -> None:
    pid = dead_pid()
    for left_behind in (False, True) * 10:
        if left_behind:
            locked_by(project, pid=pid)
        taken: list[lock.Lock] = []
        start = threading.Barrier(8)

        def take(start: threading.Barrier = start, taken: list[lock.Lock] = taken) -> None:
            start.wait()
            mine = lock.acquire(project)
            if mine is not None:
                taken.append(mine)

        threads = [threading.Thread(target=take) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(taken) == 1
        taken[0].release()


def test_the_lock_of_a_dead_process_is_taken_over(project: Path) -> None:
    locked_by(project, pid=dead_pid())
    assert lock.holder(project) is None
    taken = lock.acquire(project)
    assert taken is not None
    taken.release()
    assert list(project.parent.iterdir()) == []


@pytest.mark.parametrize("pid", [1, os.getppid()])
def test_the_lock_of_a_living_process_of_anybody_stays(project: Path, pid: int) -> None:
    locked_by(project, pid=pid)
    assert lock.acquire(project) is None
    assert lock.holder(project) is not None


def test_a_number_that_no_process_can_have_is_nobody(project: Path) -> None:
    locked_by(project, pid=2**70)
    assert lock.holder(project) is None


def test_who_holds_a_lock_that_cannot_be_read_is_unknown(project: Path) -> None:
    locked_by(project, content=b'{"host": "h", "user": "u", "pid": "uno", "desde": ""}')
    assert lock.holder(project) == lock.UNKNOWN


def test_a_lock_that_was_cleared_and_taken_by_another_is_not_removed(project: Path) -> None:
    mine = lock.acquire(project)
    assert mine is not None
    lock.clear(project)
    theirs = lock.acquire(project)
    assert theirs is not None
    mine.release()
    assert lock.holder(project) is not None
    theirs.release()
    assert lock.holder(project) is None


def test_clearing_and_releasing_what_is_gone_is_no_matter(project: Path) -> None:
    taken = lock.acquire(project)
    assert taken is not None
    lock.clear(project)
    lock.clear(project)
    taken.release()
    assert lock.holder(project) is None


def test_a_drive_without_links_takes_a_lock_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    taken = lock.acquire(project)
    assert taken is not None
    assert lock.holder(project) is not None
    assert lock.acquire(project) is None
    taken.release()
    assert list(project.parent.iterdir()) == []


def test_a_stale_lock_that_somebody_else_is_taking_over_is_theirs(project: Path) -> None:
    stale = locked_by(project, pid=dead_pid())
    with stale.open("rb") as theirs:
        assert alone(theirs.fileno())
        assert lock.acquire(project) is None
    taken = lock.acquire(project)
    assert taken is not None
    taken.release()


def test_a_protected_folder_takes_no_lock(project: Path) -> None:
    with protected(project.parent), pytest.raises(OSError, match=r"denied|permitted|Read-only"):
        lock.acquire(project)


def test_releasing_in_a_folder_that_was_protected_meanwhile_is_quiet(project: Path) -> None:
    taken = lock.acquire(project)
    assert taken is not None
    with protected(project.parent):
        taken.release()
    assert lock.holder(project) is not None


def test_a_drive_that_is_full_is_left_without_a_lock(project: Path) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))  # names are taken and content is not, as when it is full
    try:
        with pytest.raises(OSError, match="File too large"):
            lock.acquire(project)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(project.parent.iterdir()) == []
