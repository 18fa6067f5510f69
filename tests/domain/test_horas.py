"""Hours as people write them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.horas import leer_hora


@pytest.mark.parametrize(
    ("texto", "hora"),
    [
        ("10:00", time(10)), ("9.30", time(9, 30)), ("9:30 h", time(9, 30)), ("10 h", time(10)), ("10 hrs.", time(10)),
        ("17", time(17)), ("5 pm", time(17)), ("5:15 p. m.", time(17, 15)), ("12 pm", time(12)), ("12 am", time(0)),
        ("10h30", time(10, 30)), (" 10:00 horas ", time(10)), ("0:00", time(0)),
    ],
)  # fmt: skip
def test_hours_are_read(texto: str, hora: time) -> None:
    assert leer_hora(texto) == hora


@pytest.mark.parametrize("texto", ["", "mañana", "25:00", "24", "13 pm", "0 am", "10:75", "10:00 a 12:00", "１０:00"])
def test_what_is_no_hour_says_none(texto: str) -> None:
    assert leer_hora(texto) is None


@given(st.times())
def test_every_minute_of_the_day_can_be_written(hora: time) -> None:
    assert leer_hora(f"{hora:%H:%M}") == hora.replace(second=0, microsecond=0)


@given(st.text(max_size=12))
def test_no_text_is_too_odd(texto: str) -> None:
    assert leer_hora(texto) is None or isinstance(leer_hora(texto), time)
