"""A window is found by the lock of its project, called by a file, and believed only when it answers."""

from __future__ import annotations

import json
import os
import threading
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite import lock
from promueve_gui.adapters.sqlite.this_computer import host_name
from promueve_gui.adapters.window_calls import WindowCalls, window_of

if TYPE_CHECKING:
    from pathlib import Path

PARENT = os.getppid()  # a process that runs, and is not this one


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "plan.promueve"


@pytest.fixture
def calls(tmp_path: Path) -> WindowCalls:
    return WindowCalls(tmp_path / "caché" / "ventanas")


def hold(project: Path, **facts: object) -> None:
    """Lock a project as another process of this person does, but for ``facts``."""
    owner = {"host": host_name(), "user": lock.user_name(), "pid": PARENT, "desde": "2026-03-01T10:00:00+00:00"}
    lock.lock_path(project).write_text(json.dumps({**owner, **facts}), encoding="utf-8")


def test_the_window_that_has_a_project_is_found(project: Path) -> None:
    assert window_of(project) is None
    hold(project)
    assert window_of(project) == PARENT


@pytest.mark.parametrize("facts", [{"host": "otro-equipo"}, {"user": "otra persona"}, {"pid": os.getpid()}])
def test_no_window_of_somebody_else_nor_this_process_itself(project: Path, facts: dict[str, object]) -> None:
    hold(project, **facts)
    assert window_of(project) is None


def test_a_lock_that_cannot_be_read_names_no_window(project: Path) -> None:
    lock.lock_path(project).write_bytes(b"\xff")
    assert window_of(project) is None


def test_a_call_that_is_heard_is_answered_once(calls: WindowCalls) -> None:
    folder = calls.listen()
    assert folder is not None
    (folder / str(os.getpid())).touch()
    assert calls.answered()
    assert not calls.answered()


def test_the_caller_learns_that_it_was_heard(calls: WindowCalls) -> None:
    asked, gone = threading.Event(), []

    def hear() -> None:
        path = calls.folder / str(PARENT)
        while not asked.is_set():
            if path.exists():
                path.unlink()
                gone.append(path.name)
                return

    listener = threading.Thread(target=hear)
    listener.start()
    heard = calls.call(PARENT, patience=20)
    asked.set()
    listener.join()
    assert heard
    assert gone == [str(PARENT)]


def test_a_call_that_nobody_hears_is_taken_back(calls: WindowCalls) -> None:
    assert not calls.call(PARENT, patience=0)
    assert list(calls.folder.iterdir()) == []


def test_without_a_folder_nobody_calls_and_nobody_hears(tmp_path: Path) -> None:
    (tmp_path / "archivo").touch()
    calls = WindowCalls(tmp_path / "archivo" / "ventanas")
    assert calls.listen() is None
    assert not calls.answered()
    assert not calls.call(PARENT)
