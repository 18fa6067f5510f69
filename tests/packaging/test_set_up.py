"""Set-up brings what is missing, once, and names what it may not bring."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

import set_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class FakeComputer(set_up.Computer):
    """A computer that has only what a test gives it, and remembers what it was told to run."""

    linux: bool = True
    libraries: frozenset[str] = frozenset(set_up.LIBRARIES)
    commands: tuple[str, ...] = ("uv", "apt-get", *set_up.COMMANDS)
    modules: tuple[str, ...] = ("ensurepip",)
    fonts: bool = True
    dictionary: bool = True
    root_user: bool = True
    failing: tuple[str, ...] = ()
    ran: list[str] = field(default_factory=list)

    def loads(self, library: str) -> bool:
        return library in self.libraries

    def command(self, name: str) -> Path | None:
        return Path("/bin", name) if name in self.commands else None

    def has_fonts(self) -> bool:
        return self.fonts

    def has_dictionary(self) -> bool:
        return self.dictionary

    def has_module(self, name: str) -> bool:
        return name in self.modules

    def administrator(self) -> list[str] | None:
        return [] if self.root_user else None

    def run(self, command: Sequence[str | Path], *, quiet: bool = False) -> bool:
        line = " ".join(map(str, command))
        self.ran.append(line)
        return not any(words in line for words in self.failing)

    def installed(self) -> str:
        """Return what apt was told to install."""
        return " ".join(line for line in self.ran if " install -y " in line)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project folder that uv has already been in."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / "uv.lock").write_text("version = 1")
    (tmp_path / "pyproject.toml").write_text("[project]")
    return tmp_path


def test_nothing_is_run_the_second_time(root: Path) -> None:
    set_up.set_up("run", FakeComputer(), root)
    again = FakeComputer()
    set_up.set_up("run", again, root)
    assert again.ran == []


def test_a_larger_profile_serves_for_a_smaller_one(root: Path) -> None:
    set_up.set_up("check", FakeComputer(), root)
    smaller, larger = FakeComputer(), FakeComputer(commands=("uv", "apt-get"))
    set_up.set_up("run", smaller, root)
    set_up.set_up("test", larger, root)
    assert smaller.ran == []
    assert "xvfb" in larger.installed()


def test_a_new_lock_file_is_set_up_again(root: Path) -> None:
    set_up.set_up("run", FakeComputer(), root)
    (root / "uv.lock").write_text("version = 2")
    again = FakeComputer()
    set_up.set_up("run", again, root)
    assert any("sync --locked" in line for line in again.ran)


def test_a_failure_leaves_no_mark(root: Path) -> None:
    with pytest.raises(set_up.SetUpError, match="componentes"):
        set_up.set_up("run", FakeComputer(failing=("sync",)), root)
    again = FakeComputer()
    set_up.set_up("run", again, root)
    assert any("sync --locked" in line for line in again.ran)


def test_opening_the_window_leaves_the_developers_tools_alone(root: Path) -> None:
    computer = FakeComputer()
    set_up.sync("run", "uv", computer)
    assert computer.ran[-1].endswith("--inexact --no-dev")


def test_only_missing_libraries_are_installed(root: Path) -> None:
    computer = FakeComputer(libraries=frozenset(set_up.LIBRARIES) - {"libGL.so.1", "libxcb-cursor.so.0"})
    set_up.set_up("run", computer, root)
    assert computer.installed().endswith(" libgl1 libxcb-cursor0")


def test_without_permission_the_packages_are_named_in_both_languages(root: Path) -> None:
    computer = FakeComputer(libraries=frozenset(), root_user=False)
    with pytest.raises(set_up.SetUpError) as caught:
        set_up.set_up("run", computer, root)
    spanish, english = str(caught.value).splitlines()
    assert "A este equipo le faltan: libgl1 libegl1" in spanish
    assert "This computer lacks: libgl1 libegl1" in english
    assert computer.installed() == ""


def test_where_there_is_no_apt_the_packages_are_named(root: Path) -> None:
    with pytest.raises(set_up.SetUpError, match="libdbus-1-3"):
        set_up.set_up("run", FakeComputer(libraries=frozenset(), commands=("uv",)), root)


def test_a_failed_installation_is_said(root: Path) -> None:
    with pytest.raises(set_up.SetUpError, match="libgl1"):
        set_up.set_up("run", FakeComputer(libraries=frozenset(), failing=("install -y",)), root)


def test_qt_that_does_not_load_is_said(root: Path) -> None:
    with pytest.raises(set_up.SetUpError, match="Qt no pudo cargarse"):
        set_up.set_up("run", FakeComputer(failing=("PySide6",)), root)


def test_the_tests_need_more_than_the_window() -> None:
    bare = FakeComputer(commands=(), fonts=False, dictionary=False)
    assert set_up.missing_packages("run", bare) == []
    assert set_up.missing_packages("test", bare) == [
        "xvfb",
        "xauth",
        "poppler-utils",
        "libreoffice-calc-nogui",
        "libreoffice-writer-nogui",
        "fonts-dejavu-core",
        "hunspell-es",
    ]


def test_whoever_runs_the_window_is_given_a_dictionary_where_that_is_allowed(root: Path) -> None:
    allowed = FakeComputer(dictionary=False)
    set_up.set_up("run", allowed, root)
    assert allowed.installed().endswith(" hunspell-es")


@pytest.mark.parametrize(
    "computer",
    [
        FakeComputer(dictionary=False, root_user=False),
        FakeComputer(dictionary=False, commands=("uv",)),
        FakeComputer(dictionary=False, failing=("hunspell-es",)),
        FakeComputer(dictionary=False, linux=False),
    ],
)
def test_the_window_starts_without_a_dictionary_too(root: Path, computer: FakeComputer) -> None:
    set_up.set_up("run", computer, root)
    assert (root / ".venv" / "set-up-run").is_file()


def test_a_dictionary_that_is_there_is_left_alone(root: Path) -> None:
    computer = FakeComputer()
    set_up.set_up("run", computer, root)
    assert computer.installed() == ""


def test_other_systems_need_no_debian_packages() -> None:
    assert set_up.missing_packages("test", FakeComputer(linux=False, libraries=frozenset(), commands=())) == []


def test_only_the_missing_half_of_libreoffice_is_named(tmp_path: Path) -> None:
    (tmp_path / "libsclo.so").touch()
    assert set_up.missing_office(tmp_path / "soffice") == ["libreoffice-writer-nogui"]


def test_uv_on_the_path_is_used(tmp_path: Path) -> None:
    assert set_up.working_uv(FakeComputer(), set_up.private_uv(tmp_path)) == "uv"


def test_uv_on_the_path_that_does_not_work_is_replaced(root: Path) -> None:
    computer = FakeComputer(failing=("uv --version",))
    set_up.set_up("run", computer, root)
    installed = next(number for number, line in enumerate(computer.ran) if f"pip install --quiet {set_up.UV}" in line)
    assert computer.ran[installed + 1].startswith(f"{root}/.tools/bin/uv sync --locked")


def test_a_private_uv_that_works_is_used_again(tmp_path: Path) -> None:
    private = set_up.private_uv(tmp_path)
    assert set_up.working_uv(FakeComputer(commands=(str(private),)), private) == private


def test_everything_that_is_missing_is_named_at_once(root: Path) -> None:
    computer = FakeComputer(commands=(), modules=(), libraries=frozenset(), root_user=False)
    with pytest.raises(set_up.SetUpError, match=rf"python3\.{sys.version_info.minor}-venv libgl1 libegl1"):
        set_up.set_up("run", computer, root)
    assert computer.ran == []


def test_uv_that_cannot_be_installed_is_said(tmp_path: Path) -> None:
    with pytest.raises(set_up.SetUpError, match=r"\.tools"):
        set_up.bring_uv(FakeComputer(failing=("pip install",)), set_up.private_uv(tmp_path))


def test_this_computer_answers() -> None:
    computer = set_up.Computer()
    assert not computer.loads("libinexistente.so.0")
    assert computer.command("orden-inexistente") is None
    assert computer.has_module("json")
    assert computer.run([sys.executable, "-c", "pass"])
    assert not computer.run([sys.executable, "-c", "raise SystemExit(3)"], quiet=True)


@pytest.mark.ventana
def test_a_real_window_appears(qtbot: QtBot) -> None:
    label = QLabel("Año")
    qtbot.addWidget(label)
    with qtbot.waitExposed(label):
        label.show()
    assert QGuiApplication.platformName() == "xcb"


@pytest.mark.libreoffice
@pytest.mark.parametrize(("source", "text"), [("datos.csv", "área,año\nNorte,2025\n"), ("nota.txt", "Año\n")])
def test_libreoffice_opens_sheets_and_documents(tmp_path: Path, source: str, text: str) -> None:
    (tmp_path / source).write_text(text, encoding="utf-8")
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / source).with_suffix(".pdf").read_bytes().startswith(b"%PDF")
