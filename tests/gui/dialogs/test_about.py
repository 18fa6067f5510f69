"""What the program is, whose work is in it, and a diagnosis that can be sent to anybody."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QTextBrowser

from promueve_gui.gui.context import Context
from promueve_gui.gui.dialogs.about import COPIED, AboutDialog, diagnosis, show_about
from tests.gui.desk import press

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from tests.gui.dialogs.conftest import Host

ROOT = Path(__file__).parents[3]


@pytest.fixture
def with_log(context: Context, tmp_path: Path) -> Context:
    """Return a context whose log is in a folder of the test, which is not there yet."""
    services = replace(context.services, log_folder=lambda: tmp_path / "registro")
    return Context(services, context.icons, context.settings)


def shown(host: Host, context: Context) -> AboutDialog:
    show_about(host.widget, context)
    (dialog,) = host.widget.findChildren(AboutDialog)
    assert dialog.isVisible()
    return dialog


def test_it_says_which_version_it_is_and_where_the_log_is(host: Host, with_log: Context, tmp_path: Path) -> None:
    dialog = shown(host, with_log)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"Versión {with_log.services.version}" in said
    assert str(tmp_path / "registro") in said
    assert dialog.windowTitle() == "Acerca de Promueve"
    assert host.is_freed(dialog, lambda: press(dialog, "Cerrar"))


def test_it_names_every_library_that_it_ships(context: Context) -> None:
    told = context.services.textos.licencias.lower()
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = [re.split(r"[<>=\[]", one)[0].strip() for one in needed]
    assert len(names) > 5
    assert [name for name in names if name.lower() not in told] == []
    assert all(word in told for word in ("mit", "lgpl", "qt", "python", "sqlite", "material design icons"))


def test_the_licences_are_read_in_the_dialog_and_open_nothing(host: Host, with_log: Context) -> None:
    browser = shown(host, with_log).findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    assert "licencia MIT" in browser.toPlainText()
    assert not browser.openLinks()


def test_the_diagnosis_is_copied_and_names_nobody(host: Host, with_log: Context, tmp_path: Path) -> None:
    dialog = shown(host, with_log)
    press(dialog, "Copiar diagnóstico")
    copied = QGuiApplication.clipboard().text()
    assert copied == diagnosis(with_log)
    assert f"Promueve: {with_log.services.version}" in copied
    assert re.search(r"^Qt: 6\.\d+", copied, re.MULTILINE)
    assert re.search(r"^Pantallas: \d+×\d+ al \d+ %", copied, re.MULTILINE)
    assert str(tmp_path) not in copied
    assert str(Path.home()) not in copied
    assert dialog.told.text() == COPIED


def test_the_folder_of_the_log_opens_when_there_is_one(
    host: Host, with_log: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not shown(host, with_log).open_folder.isEnabled()
    host.widget.findChildren(AboutDialog)[0].setParent(None)
    (tmp_path / "registro").mkdir()
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    press(shown(host, with_log), "Abrir la carpeta del registro")
    assert opened == [str(tmp_path / "registro")]
