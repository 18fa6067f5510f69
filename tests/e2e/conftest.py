"""The program as it is started, with a window and without."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.gui.app import make_application
from tests.e2e.terminal import call
from tests.gui.answers import Answers
from tests.gui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample project, made once."""
    path = tmp_path_factory.mktemp("muestra") / "ejemplo.promueve"
    assert call("ejemplo", path, "--fecha", "2026-05-12").code == 0
    return path


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """Return a copy of it in the folder of the test."""
    return shutil.copyfile(made_sample, tmp_path / made_sample.name)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Return the program as it is started, with its settings in a folder of the test."""
    make_application()
    made = Desk(qtbot, bootstrap.build_services(), tmp_path, Answers())
    yield made
    made.close()
