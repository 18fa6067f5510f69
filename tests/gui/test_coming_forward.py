"""A second double click on a project brings the window that has it to the front."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from promueve_gui.adapters.window_calls import WindowCalls
from promueve_gui.gui.coming_forward import ComingForward

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.desk import Desk


@pytest.fixture
def calls(tmp_path: Path) -> WindowCalls:
    return WindowCalls(tmp_path / "llamadas")


def call(calls: WindowCalls) -> Path:
    """Call this process as another one does, and return the call."""
    calls.folder.mkdir(exist_ok=True)
    made = calls.folder / str(os.getpid())
    made.touch()
    return made


def test_a_minimized_window_comes_back_and_answers(desk: Desk, calls: WindowCalls) -> None:
    ComingForward(desk.window, calls)
    desk.window.showMinimized()
    made = call(calls)
    desk.qtbot.waitUntil(lambda: not made.exists())
    assert not desk.window.windowState() & Qt.WindowState.WindowMinimized
    desk.qtbot.waitUntil(desk.window.isActiveWindow)


def test_a_call_made_before_anybody_listened_is_heard(desk: Desk, calls: WindowCalls) -> None:
    made = call(calls)
    ComingForward(desk.window, calls)
    assert not made.exists()


def test_a_call_to_another_window_changes_nothing(desk: Desk, calls: WindowCalls) -> None:
    ComingForward(desk.window, calls)
    desk.window.showMinimized()
    other, made = calls.folder / "1", call(calls)
    other.touch()
    desk.qtbot.waitUntil(lambda: not made.exists())
    assert other.exists()


def test_a_folder_that_cannot_be_made_is_no_reason_not_to_start(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "archivo").touch()
    ComingForward(desk.window, WindowCalls(tmp_path / "archivo" / "llamadas"))
    assert desk.window.isVisible()
