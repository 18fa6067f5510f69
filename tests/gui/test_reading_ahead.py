"""Modules are read ahead of the pages that need them, once there is a project to work on."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui import reading_ahead
from promueve_gui.gui.reading_ahead import PARTS, ReadingAhead, missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.gui.desk import Desk

PACKAGE = "paquete_de_prueba"
NAMES = [f"{PACKAGE}.{name}" for name in ("dentro", "dentro.hondo", "fuera")]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the name of a package that nobody has imported."""
    folder = tmp_path / PACKAGE
    (folder / "dentro").mkdir(parents=True)
    for name in ("__init__", "fuera", "dentro/__init__", "dentro/hondo"):
        (folder / f"{name}.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield PACKAGE
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def test_it_waits_for_a_project_and_then_reads_all(desk: Desk, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ahead, "PARTS", (package,))
    reading = ReadingAhead(desk.window)
    reading.timer.setInterval(1)
    with desk.qtbot.waitSignal(reading.timer.timeout):
        pass
    assert package not in sys.modules
    desk.open(desk.make([Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026)]))
    desk.qtbot.waitUntil(lambda: not reading.timer.isActive(), timeout=20_000)
    assert set(NAMES) < set(sys.modules)


def test_what_was_read_already_is_not_read_again(package: str) -> None:
    names = missing((package,))
    assert next(names) == f"{package}.dentro"
    sys.modules[f"{package}.dentro.hondo"] = sys
    assert list(names) == [f"{package}.fuera"]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_a_package_of_the_program(part: str) -> None:
    assert import_module(part).__path__
