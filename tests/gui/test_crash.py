"""What happens when something fails that should not: place and kind are told, never what people wrote."""

from __future__ import annotations

import sys
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from promueve_gui.gui.crash import SENTENCE, CrashHandler, describe
from tests.gui.desk import press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WRITTEN = "Inés Robles, ines@ejemplo.gob.mx"


def failure() -> ValueError:
    """Return an error as it is caught, with what somebody wrote in its message."""
    with pytest.raises(ValueError, match="Inés") as caught:
        int(WRITTEN)
    return caught.value


@pytest.fixture
def noted() -> list[BaseException]:
    return []


@pytest.fixture
def handler(qapp: QApplication, noted: list[BaseException]) -> Iterator[CrashHandler]:
    made = CrashHandler(noted.append)
    yield made
    for box in boxes():
        box.close()


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def test_an_error_is_noted_and_told_with_its_place(
    qtbot: QtBot, handler: CrashHandler, noted: list[BaseException]
) -> None:
    error = failure()
    handler.report(error)
    assert noted == [error]
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    (box,) = boxes()
    assert box.text() == SENTENCE
    kind, *places = box.detailedText().splitlines()
    assert kind == "ValueError"
    assert "test_crash.py" in places[0]
    assert "failure" in places[0]


def test_nothing_that_people_wrote_is_told(qtbot: QtBot, handler: CrashHandler) -> None:
    handler.report(failure())
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    (box,) = boxes()
    told = box.text() + box.detailedText() + box.informativeText()
    assert "Inés" not in told
    assert "ejemplo.gob.mx" not in told


def test_a_series_of_errors_is_one_box_and_every_error_is_noted(
    qtbot: QtBot, handler: CrashHandler, noted: list[BaseException]
) -> None:
    for _ in range(3):
        handler.report(failure())
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    QApplication.processEvents()
    assert len(boxes()) == 1
    assert len(noted) == 3


def test_once_it_is_closed_the_next_error_is_told_again(qtbot: QtBot, handler: CrashHandler) -> None:
    handler.report(failure())
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    press(boxes()[0], "Seguir")
    qtbot.waitUntil(lambda: boxes() == [])
    handler.report(failure())
    qtbot.waitUntil(lambda: len(boxes()) == 1)


def test_an_error_on_another_thread_is_told_on_this_one(qtbot: QtBot, handler: CrashHandler) -> None:
    error = failure()
    thread = Thread(target=lambda: handler.report(error))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(boxes()) == 1)


def test_it_takes_the_place_of_pythons_own(handler: CrashHandler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)  # put back afterwards
    handler.install()
    assert sys.excepthook == handler.handle


def test_interrupting_the_program_is_no_error(
    handler: CrashHandler, noted: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    handler.handle(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert (noted, boxes()) == ([], [])
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_an_error_without_a_place_is_its_kind() -> None:
    assert describe(ZeroDivisionError, None) == "ZeroDivisionError"
