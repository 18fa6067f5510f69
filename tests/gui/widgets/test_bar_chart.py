"""A chart of bars: heights that go with the numbers, a zero that is seen, and words for who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from promueve_gui.gui.theme import Tema
from promueve_gui.gui.widgets.bar_chart import FOOT, HEIGHT, BarChart
from tests.gui.looking import colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.context import Context


@pytest.fixture
def chart(context: Context, show: Callable[..., QWidget]) -> BarChart:
    made = BarChart(context)
    show(made, 300, HEIGHT)
    return made


def height_of_bar(chart: BarChart, place: int, of: int, colour: str) -> int:
    """Return how many pixels of ``colour`` stand in the middle of a bar."""
    image = chart.grab().toImage()
    x = int((place + 0.5) * chart.width() / of)
    return sum(image.pixelColor(x, y).name() == colour for y in range(image.height()))


def test_an_empty_chart_is_a_blank(chart: BarChart) -> None:
    assert len(colours(chart)) == 1
    assert chart.accessibleName() == ""


def test_bars_are_as_tall_as_their_numbers(chart: BarChart, context: Context) -> None:
    chart.show_values((("ene", 8), ("feb", 4), ("mar", 2)))
    tall, middle, low = (height_of_bar(chart, place, 3, context.colores.acento) for place in range(3))
    assert tall == pytest.approx(2 * middle, abs=4)
    assert middle == pytest.approx(2 * low, abs=4)


def test_a_zero_is_a_line_in_the_colour_of_attention(chart: BarChart, context: Context) -> None:
    chart.show_values((("ene", 3), ("feb", 0)))
    assert height_of_bar(chart, 1, 2, context.colores.acento) == 0
    assert context.colores.atencion in colours(chart, QRect(150, 0, 150, HEIGHT))
    assert context.colores.atencion not in colours(chart, QRect(0, 0, 150, HEIGHT))


def test_only_zeros_can_be_shown(chart: BarChart, context: Context) -> None:
    chart.show_values((("ene", 0), ("feb", 0)))
    assert context.colores.acento not in colours(chart)
    assert context.colores.atencion in colours(chart)


def test_the_names_stand_under_the_ground(chart: BarChart) -> None:
    chart.show_values((("ene", 1),))
    named = colours(chart, QRect(0, HEIGHT - FOOT + 2, 300, FOOT - 2))
    chart.show_values((("", 1),))
    assert len(named) > len(colours(chart, QRect(0, HEIGHT - FOOT + 2, 300, FOOT - 2)))


def test_the_numbers_are_said_in_words_too(chart: BarChart) -> None:
    chart.show_values((("ene", 3), ("feb", 0)))
    assert chart.accessibleName() == chart.toolTip() == "ene: 3; feb: 0"
    assert chart.sizeHint().height() == HEIGHT


def test_the_dark_theme_has_its_own_colours(chart: BarChart, context: Context) -> None:
    context.set_theme(Tema.OSCURO)
    chart.show_values((("ene", 3),))
    assert context.colores.acento in colours(chart)
