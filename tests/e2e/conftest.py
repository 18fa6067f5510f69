"""The sample project as the terminal makes it, for the tests of its calls."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.e2e.terminal import call

if TYPE_CHECKING:
    from pathlib import Path


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
