"""The share of one piece in the progress of many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.progress_share import share


def told(lugar: int, cuantos: int, *reports: tuple[int, int]) -> list[tuple[int, int]]:
    seen: list[tuple[int, int]] = []
    report = share(lambda done, total: seen.append((done, total)), lugar, cuantos)
    for done, total in reports:
        report(done, total)
    return seen


def test_each_piece_counts_the_same_whatever_its_size() -> None:
    assert told(0, 2, (0, 10), (5, 10), (10, 10)) == [(0, 2000), (500, 2000), (1000, 2000)]
    assert told(1, 2, (0, 3), (3, 3)) == [(1000, 2000), (2000, 2000)]


def test_what_is_not_known_yet_or_too_much_stays_within_its_share() -> None:
    assert told(1, 3, (7, 0), (9, 3)) == [(1000, 3000), (2000, 3000)]


@given(st.integers(1, 50), st.lists(st.integers(0, 9), min_size=1, max_size=9).map(sorted))
def test_it_never_goes_back(cuantos: int, hechos: list[int]) -> None:
    seen = [said for lugar in range(cuantos) for said in told(lugar, cuantos, *((done, 9) for done in hechos))]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert all(0 <= done <= total == cuantos * 1000 for done, total in seen)
