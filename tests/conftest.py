"""What every test finds in place: Qt without a screen, a home of its own, and the marks that need a tool."""

from __future__ import annotations

import os
import shutil
import sys
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent

# Before anything imports Qt; `make test` asks for the real platform in the run that needs one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Slow machines are no failure, and the same code must always meet the same examples.
settings.register_profile("promueve", deadline=None, derandomize=True, database=None)
settings.load_profile("promueve")


def _has_screen() -> bool:
    return os.environ["QT_QPA_PLATFORM"] == "xcb" and bool(os.environ.get("DISPLAY"))


def _has_libreoffice() -> bool:
    return shutil.which("soffice") is not None


NEEDS = {
    "ventana": (_has_screen, "needs QT_QPA_PLATFORM=xcb and an X display: xvfb-run"),
    "libreoffice": (_has_libreoffice, "needs LibreOffice: soffice"),
}


def _complete_run() -> bool:
    return os.environ.get("CI") == "true" or bool(os.environ.get("PROMUEVE_PRUEBAS_COMPLETAS"))


# The floors of coverage are held by the tests of each layer alone, which is stricter and keeps these at their speed.
WITHOUT_COVERAGE = [ROOT / "tests" / name for name in ("arquitectura", "e2e", "packaging")]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure no coverage where whole programs are tried."""
    for item in items:
        if any(folder in item.path.parents for folder in WITHOUT_COVERAGE):
            item.add_marker("no_cover")


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Forget what functions remember of a test without coverage: the next test would not run their lines again."""
    if item.get_closest_marker("no_cover") is None:
        return
    for module in [module for name, module in sys.modules.items() if name.startswith("promueve_gui.")]:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper):
                value.cache_clear()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is missing; in a complete run that is a failure."""
    for mark, (present, sentence) in NEEDS.items():
        if item.get_closest_marker(mark) is None or present():
            continue
        if _complete_run():
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return what pytest-qt starts its application with: the style of the program, which takes it from there too."""
    return ["pruebas", "-style", "fusion"]


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep settings, logs and LibreOffice's profile out of the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session")
def datos_reales() -> Path:
    """Return the folder of files as institutions really publish them; skip where it is not at hand.

    It stands beside the repository, or where ``PROMUEVE_ARCHIVOS_REALES`` says; it is not ours to copy.
    """
    folder = Path(os.environ.get("PROMUEVE_ARCHIVOS_REALES", ROOT.parent / "shared" / "archivos-reales"))
    if not folder.is_dir():
        pytest.skip(f"the real files are not at {folder}")
    return folder
