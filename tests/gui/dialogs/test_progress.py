"""Progress of long work: shown when it takes long, cancelled when it may be, gone when it ends."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QPushButton

from promueve_gui.domain.errors import UserError
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.task_runner import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from promueve_gui.application.ports import Progress
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.dialogs.conftest import Host


class Work:
    """Work that goes on for as long as the test wants."""

    def __init__(self) -> None:
        self.finish = Event()
        self.finished = False

    def __call__(self, progress: Progress) -> None:
        progress(3, 10)
        self.finish.wait(30)
        progress(10, 10)
        self.finished = True


@pytest.fixture
def work() -> Iterator[Work]:
    made = Work()
    yield made
    made.finish.set()


def bar(dialog: ProgressDialog) -> QProgressBar:
    found = dialog.findChild(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


def cancel(dialog: ProgressDialog) -> QPushButton:
    found = dialog.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_what_ends_soon_shows_nothing(host: Host, runner: TaskRunner) -> None:
    task = runner.start(lambda _: 7)
    dialog = ProgressDialog(host.widget, "Leyendo…", task)
    seen: list[bool] = []
    task.ended.connect(lambda: seen.append(dialog.isVisible()))
    assert host.is_freed(dialog, lambda: None)
    assert seen == [False]


def test_what_takes_long_shows_how_far_it_has_come_and_goes_when_it_ends(
    host: Host, runner: TaskRunner, work: Work
) -> None:
    dialog = ProgressDialog(host.widget, "Importando «plan.csv»…", runner.start(work))
    host.qtbot.waitUntil(dialog.isVisible)
    host.qtbot.waitUntil(lambda: bar(dialog).maximum() == 10)
    assert bar(dialog).value() == 3
    assert bar(dialog).accessibleName() == "Importando «plan.csv»…"
    assert dialog.isModal()
    assert host.is_freed(dialog, work.finish.set)
    assert work.finished


def test_it_can_be_cancelled_once(host: Host, runner: TaskRunner, work: Work) -> None:
    task = runner.start(work)
    stopped: list[bool] = []
    task.cancelled.connect(lambda: stopped.append(True))
    dialog = ProgressDialog(host.widget, "Leyendo…", task)
    host.qtbot.waitUntil(dialog.isVisible)
    cancel(dialog).click()
    assert (cancel(dialog).text(), cancel(dialog).isEnabled()) == ("Cancelando…", False)
    assert dialog.isVisible()
    assert host.is_freed(dialog, work.finish.set)
    assert stopped == [True]
    assert not work.finished


def test_what_writes_as_a_whole_cannot_be_cancelled(host: Host, runner: TaskRunner, work: Work) -> None:
    dialog = ProgressDialog(host.widget, "Importando…", runner.start(work), can_cancel=False)
    host.qtbot.waitUntil(dialog.isVisible)
    assert not cancel(dialog).isVisible()
    host.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert host.is_freed(dialog, work.finish.set)
    assert work.finished


def test_a_question_about_what_went_wrong_is_never_covered(host: Host, runner: TaskRunner, qtbot: QtBot) -> None:
    def refuse(_: Progress) -> None:
        raise UserError("archivo_no_existe", archivo="plan.csv")

    seen: list[bool] = []

    def ask(_: UserError) -> None:
        loop = QEventLoop()  # what a message box does until it is answered
        QTimer.singleShot(PATIENCE_MS + 100, loop.quit)
        loop.exec()
        seen.append(any(widget.isVisible() for widget in host.widget.findChildren(ProgressDialog)))

    task = runner.start(refuse)
    task.refused.connect(ask)
    ProgressDialog(host.widget, "Leyendo…", task)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]


def test_steps_that_mean_something_are_counted(host: Host, runner: TaskRunner, work: Work, qtbot: QtBot) -> None:
    dialog = ProgressDialog(host.widget, "Leyendo los archivos…", runner.start(work), count="%v de %m")
    qtbot.waitUntil(lambda: bar(dialog).value() == 3)
    assert bar(dialog).text() == "3 de 10"
    work.finish.set()
    qtbot.waitUntil(lambda: not runner.busy)
