from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.gui.widgets.clamped_label import ClampedLabel
from tests.gui.looking import colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

LONG = "Trabajar con ellos desde el principio: consultarlos antes de decidir e invitarlos a las mesas redondas. " * 3


@pytest.fixture
def made(show: Callable[..., QWidget]) -> ClampedLabel:
    label = ClampedLabel("menor", 2)
    show(label, 200, 60)
    return label


def lines(label: ClampedLabel) -> list[str]:
    return label._laid_out(label.width())  # noqa: SLF001  # what is painted is nobody else's business


def test_a_short_text_is_shown_as_it_is(made: ClampedLabel) -> None:
    made.say("Monitorear")
    assert lines(made) == ["Monitorear"]


def test_a_long_text_is_cut_in_its_last_line_and_told_whole(made: ClampedLabel) -> None:
    made.say(LONG)
    first, last = lines(made)
    assert LONG.startswith(first)
    assert last.endswith("…")
    assert made.accessibleName() == LONG
    assert LONG.strip()[-20:] in made.toolTip()


def test_its_height_does_not_depend_on_what_it_says(made: ClampedLabel) -> None:
    heights = set()
    for text in ("", "Monitorear", LONG):
        made.say(text)
        heights.add((made.sizeHint().height(), made.minimumSizeHint().height()))
    assert heights == {(2 * made.fontMetrics().lineSpacing(), 2 * made.fontMetrics().lineSpacing())}


def test_it_is_painted_as_plain_text(made: ClampedLabel) -> None:
    blank = colours(made)
    made.say("<b>&</b>")
    assert colours(made) != blank
    assert lines(made) == ["<b>&</b>"]
    assert "&lt;b&gt;" in made.toolTip()
