"""What is told about an installation: versions, and nothing of whoever has it."""

from __future__ import annotations

import getpass
import platform
import sqlite3
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui import __version__
from promueve_gui.adapters import diagnostico

if TYPE_CHECKING:
    import pytest


def test_it_tells_versions() -> None:
    facts = dict(diagnostico.installation())
    assert facts["Promueve"] == __version__
    assert facts["Python"] == platform.python_version()
    assert facts["SQLite"] == sqlite3.sqlite_version
    assert facts["openpyxl"] == metadata.version("openpyxl")
    assert set(diagnostico.LIBRARIES) <= set(facts)


def test_it_tells_an_installed_program_from_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    assert dict(diagnostico.installation())["Instalación"] == "código fuente"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert dict(diagnostico.installation())["Instalación"] == "programa instalado"


def test_what_a_package_left_out_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostico, "LIBRARIES", ("biblioteca-inexistente",))
    assert "biblioteca-inexistente" not in dict(diagnostico.installation())


def test_it_names_no_person_no_computer_and_no_folder() -> None:
    told = " ".join(value for _, value in diagnostico.installation())
    assert platform.node() not in told
    assert str(Path.home()) not in told
    assert getpass.getuser() not in told.split()
