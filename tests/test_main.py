"""The front door: what is opened, and what is said when nothing can be."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from promueve_gui import __main__ as door

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("arguments", [[], ["Mi plan.promueve"], ["NO EXISTE.PROMUEVE"]])
def test_no_arguments_or_a_project_ask_for_the_window(arguments: list[str]) -> None:
    assert door.wants_window(arguments)


@pytest.mark.parametrize(
    "arguments", [["revisar"], ["--autoprueba"], ["revisar", "plan.promueve"], ["a.promueve", "b"]]
)
def test_the_rest_goes_to_the_terminal_calls(arguments: list[str]) -> None:
    assert not door.wants_window(arguments)


def test_any_file_that_exists_asks_for_the_window(tmp_path: Path) -> None:
    (tmp_path / "inventario.xlsx").touch()
    assert door.wants_window([str(tmp_path / "inventario.xlsx")])


def test_several_files_dropped_on_the_icon_ask_for_the_window(tmp_path: Path) -> None:
    (tmp_path / "inventario.xlsx").touch()
    assert door.wants_window([str(tmp_path / "inventario.xlsx"), "Mi plan.promueve"])
    assert not door.wants_window([str(tmp_path / "inventario.xlsx"), str(tmp_path / "otro.xlsx")])


def test_a_file_called_like_a_call_does_not_take_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "revisar").touch()
    assert not door.wants_window(["revisar", "plan.promueve"])


def test_an_old_python_gets_a_sentence() -> None:
    assert door.python_problem((3, 11)) is None
    sentence = door.python_problem((3, 9)) or ""
    assert "Python 3.9" in sentence
    assert "Instálelo" in sentence


def test_missing_libraries_are_named() -> None:
    absent = door.missing_libraries(["json", "biblioteca_inexistente"])
    assert absent == ["biblioteca_inexistente"]
    assert "biblioteca_inexistente" in door.libraries_problem(absent)


def test_this_environment_has_every_library() -> None:
    assert door.missing_libraries(door.LIBRARIES) == []


@pytest.mark.parametrize("place", ["bin/python", "Scripts/python.exe"])
def test_the_projects_own_python_is_found(tmp_path: Path, place: str) -> None:
    python = tmp_path / ".venv" / place
    python.parent.mkdir(parents=True)
    python.touch()
    assert door.own_python(tmp_path, sys.prefix) == python
    assert door.own_python(tmp_path, str(tmp_path / ".venv")) is None


def test_without_an_environment_there_is_no_own_python(tmp_path: Path) -> None:
    assert door.own_python(tmp_path, sys.prefix) is None


def test_linux_without_a_screen_gets_a_sentence() -> None:
    assert "pantalla" in (door.screen_problem("linux", {}) or "")


@pytest.mark.parametrize(
    ("platform", "environment"),
    [("linux", {"DISPLAY": ":0"}), ("linux", {"QT_QPA_PLATFORM": "offscreen"}), ("win32", {}), ("darwin", {})],
)
def test_a_screen_is_no_problem(platform: str, environment: dict[str, str]) -> None:
    assert door.screen_problem(platform, environment) is None


def test_sentences_go_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    door.show("No se pudo.")
    assert capsys.readouterr().err == "No se pudo.\n"


def start(*options: str) -> subprocess.CompletedProcess[str]:
    """Start the program as a double click does, in a session without a screen."""
    environment = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, *options, str(door.ROOT / "main.py")]
    return subprocess.run(command, check=False, capture_output=True, env=environment, encoding="utf-8", timeout=60)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has sessions without a screen")
def test_a_double_click_without_a_screen_ends_with_one_sentence() -> None:
    ended = start()
    assert ended.returncode == door.NOTHING_DONE
    assert ended.stderr.startswith("No hay una pantalla")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(door.own_python(door.ROOT, "") is None, reason="needs the project's own environment")
def test_a_python_without_the_libraries_hands_over_to_the_projects_own() -> None:
    without_libraries = start("-S")
    assert without_libraries.stderr == start().stderr
