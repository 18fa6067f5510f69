"""The backups of a project, as they are listed and chosen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.application.ports import Respaldo
from promueve_gui.gui.dialogs.backups import REASONS, BackupsDialog
from tests.fakes import AUTOR, PATH, Clock, MemoryArchivos

if TYPE_CHECKING:
    from tests.gui.dialogs.conftest import Host

NEWER = Respaldo(path=Path("b2"), momento=datetime.fromisoformat("2026-03-04T18:05-06:00"), motivo="importacion")
OLDER = Respaldo(path=Path("b1"), momento=datetime.fromisoformat("2026-03-02T09:00-06:00"), motivo="dia")


@pytest.fixture
def archivos() -> MemoryArchivos:
    made = MemoryArchivos()
    made.kept[PATH] = [NEWER, OLDER]
    return made


def opened(host: Host, archivos: MemoryArchivos) -> BackupsDialog:
    dialog = BackupsDialog(host.widget, ProjectOpener(archivos, AUTOR, Clock()), PATH)
    host.show(dialog)
    return dialog


def test_each_says_when_and_before_what(host: Host, archivos: MemoryArchivos) -> None:
    dialog = opened(host, archivos)
    assert [dialog.list.item(place).text() for place in range(dialog.list.count())] == [
        "04/03/2026 18:05  ·  antes de importar",
        "02/03/2026 09:00  ·  primer cambio del día",
    ]


def test_a_reason_of_a_newer_program_is_shown_as_it_comes(host: Host, archivos: MemoryArchivos) -> None:
    archivos.kept[PATH] = [Respaldo(path=Path("b"), momento=OLDER.momento, motivo="otra cosa")]
    assert opened(host, archivos).list.item(0).text().endswith("·  otra cosa")
    assert all(reason.islower() for reason in REASONS.values())


def test_the_newest_is_chosen_to_begin_with_and_the_keyboard_goes_on(host: Host, archivos: MemoryArchivos) -> None:
    dialog = opened(host, archivos)
    assert [item.text()[:10] for item in dialog.list.selectedItems()] == ["04/03/2026"]
    host.qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert [item.text()[:10] for item in dialog.list.selectedItems()] == ["02/03/2026"]
    assert dialog.restore.isEnabled()


def test_the_one_chosen_is_asked_for_and_the_dialog_goes(host: Host, archivos: MemoryArchivos) -> None:
    dialog = opened(host, archivos)
    asked: list[Path] = []
    dialog.restore_asked.connect(asked.append)
    dialog.list.setCurrentRow(1)
    assert host.is_freed(dialog, dialog.restore.click)
    assert asked == [OLDER.path]


def test_without_backups_it_says_so(host: Host) -> None:
    dialog = opened(host, MemoryArchivos())
    assert not dialog.list.isVisible()
    assert not dialog.restore.isEnabled()
    assert "Todavía no hay respaldos de este proyecto." in [label.text() for label in dialog.findChildren(QLabel)]
