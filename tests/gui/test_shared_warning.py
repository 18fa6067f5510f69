"""A project in a folder of the network: a warning that can be told not to come back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.shared_warning import SENTENCE
from tests.gui.desk import Desk, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Services
    from tests.gui.answers import Answers

INSTITUCION = Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP")


@pytest.fixture
def shared_desk(
    spanish_app: object, qtbot: QtBot, disk_services: Services, tmp_path: Path, messages: Answers
) -> Iterator[Desk]:
    """Return the window on a computer whose only drive is the network's."""
    made = Desk(qtbot, replace(disk_services, is_shared=lambda _: True), tmp_path, messages)
    yield made
    made.close()


def test_it_is_told_until_somebody_wants_no_more_of_it(shared_desk: Desk) -> None:
    path = shared_desk.make([INSTITUCION])
    shared_desk.open(path)
    banner = shared_desk.window.banner
    assert not banner.isHidden()
    assert banner.accessibleName() == SENTENCE
    press(banner, "No volver a avisar")
    assert banner.isHidden()
    shared_desk.window.close_project()
    shared_desk.open(path)
    assert banner.isHidden()


def test_whoever_only_reads_is_told_that_and_nothing_else(shared_desk: Desk) -> None:
    path = shared_desk.make([INSTITUCION])
    shared_desk.window.show_project(shared_desk.services.opener.open(path, read_only=True), path)
    assert "solo para leer" in shared_desk.window.banner.accessibleName()


def test_a_project_on_this_computer_is_not_warned_about(desk: Desk) -> None:
    desk.open(desk.make([INSTITUCION]))
    assert desk.window.banner.isHidden()
