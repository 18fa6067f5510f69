"""What the search for duplicates is measured on is always the same, and large enough."""

from __future__ import annotations

import itertools

from measures.duplicate_groups import PARTS, labelled, made_up
from measures.duplicates import LIMITED, SIZES, quality


def test_the_labelled_groups_are_enough_and_hold_duplicates() -> None:
    todos = [label for part in PARTS for _, label in labelled(part)]
    assert len(todos) >= 400
    assert 0 < len(set(todos)) < len(todos)


def test_made_up_groups_are_always_the_same_and_some_are_written_twice() -> None:
    assert made_up(300) == made_up(300)
    assert len({group.nombre for group in made_up(300)}) > 200


def test_growth_is_measured_by_doubling() -> None:
    assert all(after == 2 * before for before, after in itertools.pairwise(SIZES))
    assert LIMITED in SIZES


def test_precision_and_recall_are_those_of_pairs() -> None:
    precision, recall = quality("ajena")
    assert (precision.least, recall.least) == (95.0, 90.0)
    assert precision.met
    assert recall.met
