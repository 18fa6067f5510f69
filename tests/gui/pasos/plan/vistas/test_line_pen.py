"""How texts are broken into lines where there is room for more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from promueve_gui.gui.pasos.plan.vistas.line_pen import LinePen

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context

NAME = "Enlace de Comunicación Digital"


def width_of(text: str) -> int:
    font = QFont()
    font.setPixelSize(13)
    return int(QFontMetricsF(font).horizontalAdvance(text)) + 1


@pytest.mark.parametrize(
    ("room", "most", "lines"),
    [
        (NAME, 3, (NAME,)),
        ("de Comunicación", 3, ("Enlace de", "Comunicación", "Digital")),
        ("de Comunicación", 2, ("Enlace de", "Comunicación Digital")),
        ("de Comunicación", 1, (NAME,)),
        ("De", 2, ("Enlace", "de Comunicación Digital")),
    ],
)
def test_a_text_has_as_many_lines_as_it_needs_and_may(
    context: Context, room: str, most: int, lines: tuple[str, ...]
) -> None:
    pen = LinePen(context, QFont())
    assert pen.lines(NAME, width_of(room), most) == lines
    assert pen.lines(NAME, width_of(room), most) == lines


def test_no_text_is_one_line(context: Context) -> None:
    assert LinePen(context, QFont()).lines("", 50) == ("",)
