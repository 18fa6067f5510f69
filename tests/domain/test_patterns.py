"""Patterns compiled late: what they find, and when they are compiled."""

from __future__ import annotations

import re

import pytest

from promueve_gui.domain.patterns import pattern


def test_it_finds_what_a_compiled_one_finds() -> None:
    assert pattern(r"(\d+)-(\d+)").sub(r"\2-\1", "3-4 y 5-6") == "4-3 y 6-5"
    assert [m.span() for m in pattern("a.c", re.DOTALL | re.IGNORECASE).finditer("A\nc abc")] == [(0, 3), (4, 7)]


def test_it_tells_its_text_and_its_flags() -> None:
    made = pattern("x", re.IGNORECASE)
    assert (made.pattern, made.flags & re.IGNORECASE) == ("x", re.IGNORECASE)


def test_what_is_used_again_is_what_was_compiled() -> None:
    made = pattern("ñ+")
    assert made.search("año") is not None
    assert made.search == made.search
    assert vars(made)["search"]("pingüino") is None


def test_what_is_wrong_with_it_is_told_when_it_is_used() -> None:
    made = pattern("(")
    with pytest.raises(re.error, match="unterminated"):
        made.search("")


def test_it_has_nothing_that_patterns_do_not_have() -> None:
    with pytest.raises(AttributeError, match="nada"):
        pattern("x").nada  # type: ignore[attr-defined]  # noqa: B018  # asking is what is tried
