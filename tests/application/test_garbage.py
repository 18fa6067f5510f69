"""The collector is held back only meanwhile, and stays off for whoever had it off."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.garbage import MANY, give_back, held_back, hold_back, let_go, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _collector_as_it_was() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_it_is_off_meanwhile_and_on_again_afterwards() -> None:
    gc.enable()
    with held_back():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    gc.enable()
    with pytest.raises(RuntimeError), held_back():
        raise RuntimeError
    assert gc.isenabled()


def test_what_was_set_aside_is_not_searched_until_it_is_given_back() -> None:
    gc.enable()
    with set_aside():
        loaded = [[number] for number in range(1000)]
    frozen = gc.get_freeze_count()
    give_back()
    assert gc.isenabled()
    assert frozen >= len(loaded)
    assert gc.get_freeze_count() == 0


def test_nothing_is_set_aside_when_making_it_failed() -> None:
    give_back()
    with pytest.raises(RuntimeError), set_aside():
        raise RuntimeError
    assert gc.get_freeze_count() == 0


def test_it_stays_off_inside_another_hold() -> None:
    gc.disable()
    with held_back():
        pass
    assert not gc.isenabled()


def test_it_stays_off_until_the_last_hold_ends_whoever_began_first() -> None:
    gc.enable()
    first, second = held_back(), held_back()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def young() -> int:
    """Return how many objects the collector would search at once."""
    return sum(map(len, (gc.get_objects(generation=0), gc.get_objects(generation=1))))


def test_what_bulk_work_made_is_old_at_once_and_still_searched_in_the_end() -> None:
    gc.enable()
    give_back()
    with held_back():
        made = [[number] for number in range(2 * MANY)]
    assert young() < len(made)
    assert gc.get_freeze_count() == 0


def test_what_bulk_work_made_is_set_aside_where_something_was() -> None:
    gc.enable()
    with set_aside():
        pass
    before = gc.get_freeze_count()
    with held_back():
        made = [[number] for number in range(2 * MANY)]
    after = gc.get_freeze_count()
    give_back()
    assert after >= before + len(made) - MANY, "some of what was set aside may die meanwhile"


def test_what_was_set_aside_is_never_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting half a million objects would stop the window for as long as searching some of them."""
    gc.enable()
    with monkeypatch.context() as patched:
        patched.delattr(gc, "get_freeze_count")
        with set_aside():
            pass
        with held_back():
            made = [[number] for number in range(2 * MANY)]
        give_back()
    assert len(made) == 2 * MANY


def test_small_work_stays_young() -> None:
    gc.enable()
    with set_aside():
        pass
    before = gc.get_freeze_count()
    with held_back():
        made = [[number] for number in range(10)]
    after = gc.get_freeze_count()
    give_back()
    assert after <= before, "what was set aside may die meanwhile, but nothing joins it"
    assert len(made) == 10


def test_what_was_made_while_it_was_off_is_not_searched_at_once() -> None:
    give_back()
    gc.enable()
    hold_back()
    made = [[number] for number in range(2 * MANY)]
    let_go()
    assert gc.isenabled()
    assert young() < len(made)
    assert gc.get_freeze_count() == 0


def test_what_was_made_is_old_at_once_though_as_much_was_done_away_with() -> None:
    gc.enable()
    give_back()
    before = [[number] for number in range(3 * MANY)]
    gc.collect()
    with held_back():
        made = [[number] for number in range(2 * MANY)]
        before.clear()
    assert young() < len(made)


def test_how_much_is_much_can_be_said() -> None:
    give_back()
    gc.enable()
    with held_back(100):
        made = [[number] for number in range(1000)]
    assert young() < len(made)
    assert gc.get_freeze_count() == 0
