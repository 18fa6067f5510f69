"""Typefaces as this computer has them, measured."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QFont, QFontInfo, QRawFont

from promueve_gui.gui.widgets import typeface_here as module
from promueve_gui.gui.widgets.typeface_here import typeface_here, typefaces_here

pytestmark = pytest.mark.usefixtures("qapp")


def test_letters_of_the_common_typeface_are_as_wide_as_they_are_known_to_be() -> None:
    puesta = typeface_here("DejaVu Sans")
    if puesta.familia != "DejaVu Sans":
        pytest.skip("this computer has no DejaVu Sans")
    assert (puesta.plana, puesta.negrita, puesta.alto) == pytest.approx((0.513, 0.576, 1.164), abs=0.005)


def test_a_typeface_that_nobody_has_is_the_one_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    mostrada = QFontInfo(QFont("Letra Que Nadie Tiene")).family()
    monkeypatch.setattr(QFontInfo, "family", lambda _: f"{mostrada} [fundidora]")
    assert typeface_here("Letra Que Nadie Tiene").familia == mostrada


def test_a_font_without_tables_does_not_say_how_high_its_lines_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QRawFont", type("Sin", (), {"fromFont": staticmethod(lambda _: QRawFont())}))
    puesta = typeface_here("DejaVu Sans")
    assert (puesta.alto, puesta.plana > 0.2) == (0, True)


WITHOUT_WINDOW = """
from PySide6.QtGui import QGuiApplication
from promueve_gui.gui.widgets.typeface_here import typefaces_here
print(typefaces_here(["DejaVu Sans"]), QGuiApplication.instance())
"""


def test_without_the_window_they_are_the_same_and_no_application_stays() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_WINDOW], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == f"{typefaces_here(['DejaVu Sans'])} None"
