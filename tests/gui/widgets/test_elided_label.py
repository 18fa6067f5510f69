"""A label that shortens itself, and that costs the start of the program little."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from promueve_gui.gui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

WATCHED = """
import enum
made = []
create = enum.EnumType._create_
enum.EnumType._create_ = lambda cls, name, *rest, **more: (made.append(name), create(cls, name, *rest, **more))[1]
from PySide6.QtWidgets import QApplication
from promueve_gui.gui.widgets.elided_label import ElidedLabel
application = QApplication(["-platform", "offscreen"])
label = ElidedLabel("respuestas de todas las áreas.promueve")
label.resize(60, 20)
assert not label.grab().isNull()
print("Policy" in made, "PixelMetric" in made)
"""


def inks(label: ElidedLabel) -> set[str]:
    picture = label.grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name() for x, y in places}


def test_it_is_painted_in_the_colour_of_its_text(show: Callable[..., QWidget]) -> None:
    label = ElidedLabel("█" * 40)
    show(label)
    label.resize(80, 24)
    colours = QPalette(label.palette())
    colours.setColor(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText, QColor("#aa0000"))
    colours.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.WindowText, QColor("#aa0000"))
    colours.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#0000aa"))
    label.setPalette(colours)
    assert "#aa0000" in inks(label)
    label.setEnabled(False)
    assert "#0000aa" in inks(label)


def test_it_stands_where_a_label_does(show: Callable[..., QWidget]) -> None:
    label = ElidedLabel("█")
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    show(label)
    label.resize(200, 24)
    picture = label.grab().toImage()
    ground = picture.pixelColor(2, 12)
    assert all(picture.pixelColor(x, 12) == ground for x in range(100))
    assert any(picture.pixelColor(x, 12) != ground for x in range(100, 200))


def test_it_makes_no_names_of_styles() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True", "False"]
