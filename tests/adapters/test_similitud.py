"""RapidFuzz as the program uses it."""

from __future__ import annotations

from promueve_gui.adapters.similitud import similitud


def test_order_of_words_does_not_matter() -> None:
    assert similitud("instituto nacional", "nacional instituto") == 100


def test_below_the_cut_it_is_nothing() -> None:
    assert 0 < similitud("instituto", "secretaria") < 60
    assert similitud("instituto", "secretaria", 60) == 0


def test_on_the_cut_it_still_counts() -> None:
    assert similitud("pescador", "pescadores", 80) == 80
