"""Clusters hold together: pairs make them, chains and what people said do not let them grow at will."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.duplicados import Pareja, cumulos


def pair(uno: str, otro: str, puntaje: int) -> Pareja:
    return Pareja(uno, otro, puntaje, ("Se parecen.",))


def clusters(*parejas: Pareja, umbral: int = 80, distintos: tuple[str, ...] = ()) -> list[str]:
    hechos = cumulos(parejas, umbral, {frozenset(par) for par in distintos})
    return sorted("".join(sorted(cumulo.grupos)) for cumulo in hechos)


def test_pairs_that_share_a_group_make_one_cluster() -> None:
    assert clusters(pair("a", "b", 90), pair("b", "c", 85), pair("a", "c", 70), pair("d", "e", 80)) == ["abc", "de"]


def test_pairs_below_the_threshold_make_none() -> None:
    assert clusters(pair("a", "b", 79)) == []
    assert clusters(pair("a", "b", 79), umbral=79) == ["ab"]


def test_a_cluster_tells_its_pairs_and_the_weakest_that_holds_it() -> None:
    todas = [pair("a", "b", 90), pair("b", "c", 85), pair("a", "c", 81)]
    (cumulo,) = cumulos(todas, 80)
    assert cumulo.puntaje == 85
    assert set(cumulo.parejas) == set(todas)


def test_the_surest_cluster_comes_first() -> None:
    assert [c.puntaje for c in cumulos([pair("a", "b", 82), pair("c", "d", 95)], 80)] == [95, 82]


def test_a_chain_breaks_where_too_few_of_its_groups_look_alike() -> None:
    cadena = [pair("a", "b", 96), pair("c", "d", 95), pair("b", "c", 90)]
    assert clusters(*cadena) == ["ab", "cd"]
    assert clusters(*cadena, pair("a", "d", 65)) == ["abcd"]


def test_groups_with_the_same_words_are_one_without_every_pair() -> None:
    estrella = [pair("a", otro, 97) for otro in "bcdef"]
    assert clusters(*estrella) == ["abcdef"]
    assert clusters(*estrella, pair("x", "y", 100), pair("f", "x", 85)) == ["abcdefxy"]


def test_groups_said_to_be_different_are_never_in_one_cluster() -> None:
    assert clusters(pair("a", "b", 97), pair("b", "c", 97), distintos=("ac",)) == ["ab"]
    assert clusters(pair("a", "b", 90), pair("b", "c", 85), pair("a", "c", 84), distintos=("bc",)) == ["ab"]


def test_what_people_said_of_others_does_not_matter() -> None:
    assert clusters(pair("a", "b", 90), distintos=("xy", "ax")) == ["ab"]


@given(
    st.lists(st.tuples(st.sampled_from(list(combinations("abcdefg", 2))), st.integers(60, 100)), max_size=20),
    st.sets(st.sampled_from([frozenset(par) for par in combinations("abcdefg", 2)]), max_size=4),
    st.integers(60, 100),
)
def test_clusters_never_overlap_nor_join_what_is_different(
    pedidas: list[tuple[tuple[str, str], int]], distintos: set[frozenset[str]], umbral: int
) -> None:
    parejas = [pair(uno, otro, puntaje) for (uno, otro), puntaje in dict(pedidas).items()]
    hechos = cumulos(parejas, umbral, distintos)
    grupos = [grupo for cumulo in hechos for grupo in cumulo.grupos]
    assert len(grupos) == len(set(grupos))
    for cumulo in hechos:
        assert len(cumulo.grupos) > 1
        assert cumulo.puntaje >= umbral
        assert not any(frozenset(par) in distintos for par in combinations(cumulo.grupos, 2))
