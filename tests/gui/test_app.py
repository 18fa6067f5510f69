"""Starting the program as a double click does, and closing it as a person does."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import defusedxml.ElementTree
import pytest
from PySide6.QtCore import QLocale, QSize, QTimer, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from promueve_gui.application.garbage import give_back
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui import app
from promueve_gui.gui.main_window import MainWindow
from promueve_gui.gui.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from promueve_gui.gui.context import Services
    from tests.gui.desk import Desk

INSTITUCION = Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026)


@pytest.fixture(autouse=True)
def _as_it_was(spanish_app: QApplication) -> Iterator[None]:
    """Give Python back what the program takes for itself while it runs."""
    hook = sys.excepthook
    yield
    sys.excepthook = hook
    give_back()


def windows() -> list[MainWindow]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]


def when(ready: Callable[[MainWindow], bool], act: Callable[[MainWindow], object]) -> QTimer:
    """Act once upon the window, as soon as it is ready."""
    timer = QTimer(interval=5)

    def look() -> None:
        for window in windows():
            if ready(window):
                timer.stop()
                act(window)

    timer.timeout.connect(look)
    timer.start()
    return timer


def test_it_runs_until_the_window_is_closed(disk_services: Services, tmp_path: Path) -> None:
    seen: list[str] = []
    icons: list[bool] = []

    def note(window: MainWindow) -> None:
        seen.append(window.windowTitle())
        icons.extend(QSize(size, size) in window.windowIcon().availableSizes() for size in (16, 32, 48, 256))
        window.close()

    timer = when(MainWindow.isVisible, note)
    assert app.run(disk_services, tmp_path / "v.ini") == 0
    assert seen == ["Promueve"]
    assert icons == [True, True, True, True]
    assert not timer.isActive()
    assert (tmp_path / "v.ini").is_file()


def test_it_opens_on_the_project_that_was_double_clicked(disk_services: Services, tmp_path: Path) -> None:
    path = tmp_path / "puertos.promueve"
    disk_services.opener.create(path, [INSTITUCION])
    seen: list[str] = []

    def note(window: MainWindow) -> None:
        seen.append(window.windowTitle())
        window.close()

    timer = when(lambda window: window.project is not None and not window.runner.busy, note)
    assert app.run(disk_services, tmp_path / "v.ini", [path]) == 0
    assert seen == ["puertos — Promueve"]
    assert not timer.isActive()
    reopened = disk_services.opener.open(path)
    assert not reopened.read_only  # the lock was let go of
    reopened.close()


def test_the_program_speaks_spanish_of_mexico(spanish_app: QApplication) -> None:
    assert QLocale().name() == "es_MX"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"
    assert spanish_app.style().name().lower() == "fusion"


def test_keys_are_called_as_on_the_keyboards_of_mexico(spanish_app: QApplication, desk: Desk) -> None:
    assert QKeySequence("Ctrl+Shift+N").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Mayús+N"
    assert QKeySequence("Del").toString(QKeySequence.SequenceFormat.NativeText) == "Supr"
    assert spanish_app.translate("QPlatformTheme", "Cancel") == "Cancelar"  # what Qt says well stays


def test_our_words_for_qt_are_those_of_their_source(desk: Desk) -> None:
    folder = desk.services.recursos / "palabras"
    translator = QTranslator()
    assert translator.load("qt_es_MX", str(folder))
    contexts = defusedxml.ElementTree.fromstring((folder / "qt_es_MX.ts").read_bytes()).findall("context")
    said = {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation")
        for context in contexts
        for message in context.findall("message")
    }
    assert said
    assert {key: translator.translate(*key) for key in said} == said


def test_files_dropped_on_the_icon_are_asked_about(
    disk_services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "inventario.csv"
    source.write_text("Responsable\n", encoding="utf-8")
    asked: list[str] = []

    def ask(_self: Messages, _title: str, text: str, _choices: list[str]) -> int:
        asked.append(text)
        return -1

    monkeypatch.setattr(Messages, "ask", ask)
    timer = when(lambda _: bool(asked), MainWindow.close)
    assert app.run(disk_services, tmp_path / "v.ini", [source]) == 0
    assert asked == ["¿A qué proyecto quiere llevar «inventario.csv»?"]
    assert not timer.isActive()


def test_a_window_that_runs_answers_whoever_double_clicks_its_project_again(
    disk_services: Services, tmp_path: Path
) -> None:
    calls = tmp_path / "ventanas" / str(os.getpid())
    calls.parent.mkdir()
    calls.touch()
    timer = when(lambda _: not calls.exists(), MainWindow.close)
    assert app.run(disk_services, tmp_path / "v.ini") == 0
    assert not timer.isActive()
