"""The window tries itself: what is well passes, and what is not is told."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui import self_test, theme
from promueve_gui.gui.main_window import MainWindow
from promueve_gui.gui.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.context import Services

INSTITUCION = Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026)


@pytest.fixture
def path(disk_services: Services, tmp_path: Path, spanish_app: QApplication) -> Path:
    made = tmp_path / "puertos.promueve"
    disk_services.opener.create(made, [INSTITUCION])
    return made


def test_a_sound_program_has_nothing_to_tell(disk_services: Services, path: Path, tmp_path: Path) -> None:
    hook = sys.excepthook
    assert self_test.try_window(disk_services, tmp_path, path) == []
    assert sys.excepthook is hook
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()] == []
    session = disk_services.opener.open(path)
    assert session.proyecto.todos(GrupoUsuarios) == []
    session.close()


def test_a_project_that_does_not_open_is_told(disk_services: Services, tmp_path: Path, spanish_app: object) -> None:
    broken = tmp_path / "roto.promueve"
    broken.write_bytes(b"\x00nada")
    (told,) = self_test.try_window(disk_services, tmp_path, broken)
    assert "roto.promueve" in told


def test_missing_translations_are_told(
    disk_services: Services, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QCoreApplication, "translate", lambda _context, text: text)
    assert self_test.try_window(disk_services, tmp_path, path) == ["faltan los textos de Qt en español"]


def test_a_style_that_qt_does_not_understand_is_told(
    disk_services: Services, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "style_sheet", lambda *_: "QLabel { image: url(/home/José/a.png); }")
    assert set(self_test.try_window(disk_services, tmp_path, path)) == {"la apariencia de la ventana no está completa"}


def test_an_undo_that_does_nothing_is_told(
    disk_services: Services, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Project, "undo", lambda _: "")
    (told,) = self_test.try_window(disk_services, tmp_path, path)
    assert "no deshizo un cambio" in told


def test_what_takes_too_long_is_told(
    disk_services: Services, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "_settled", lambda _window, _ready: False)
    told = self_test.try_window(disk_services, tmp_path, path)
    assert told == ["el proyecto no se abrió en la ventana"]


def test_an_error_that_nobody_caught_is_told_and_noted(disk_services: Services, path: Path, tmp_path: Path) -> None:
    noted: list[BaseException] = []

    def fail() -> None:
        raise RuntimeError("secreto")

    def note(error: BaseException) -> Path:
        noted.append(error)
        return tmp_path / "registro"

    services = replace(disk_services, make_opener=fail, log_crash=note)  # type: ignore[arg-type]  # it never answers
    told = self_test.try_window(services, tmp_path, path)
    assert noted
    assert any("RuntimeError" in sentence for sentence in told)
    assert not any("secreto" in sentence for sentence in told)


def test_nobody_is_asked() -> None:
    said: list[str] = []
    unattended = self_test.Unattended(said)
    unattended.tell("Uno")
    unattended.tell_list("Dos", ["tres"])
    assert unattended.ask("Título", "¿Cuatro?", ["Sí"]) == -1
    assert said == ["Uno", "Dos", "tres", "¿Cuatro?"]
