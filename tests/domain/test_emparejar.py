"""Rows and records find each other by the surest key first; what cannot be told apart stays in doubt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.conjuntos import Recurso
from promueve_gui.domain.emparejar import Clave, emparejar

POR_URL: Clave[tuple[str, str], Recurso] = Clave(lambda fila: fila[1] or None, lambda recurso: recurso.url or None)
POR_NOMBRE: Clave[tuple[str, str], Recurso] = Clave(lambda fila: fila[0], lambda recurso: recurso.nombre)
NOMBRE_UNICO: Clave[tuple[str, str], Recurso] = Clave(lambda fila: fila[0], lambda recurso: recurso.nombre, unica=True)


def recurso(identidad: str, nombre: str, url: str = "") -> Recurso:
    return Recurso(id=identidad, nombre=nombre, url=url)


def ids(
    filas: list[tuple[str, str]], existentes: list[Recurso], *claves: Clave[tuple[str, str], Recurso]
) -> dict[int, str]:
    hechas = emparejar(filas, range(len(filas)), existentes, claves).hechas
    return {posicion: registro.id for posicion, registro in hechas.items()}


def test_the_surer_key_wins_over_the_order() -> None:
    existentes = [recurso("a", "Museos", "u1"), recurso("b", "Museos", "u2")]
    assert ids([("Museos", "u2"), ("Museos", "u1")], existentes, POR_URL, POR_NOMBRE) == {0: "b", 1: "a"}


def test_equal_names_pair_in_their_order_and_the_rest_stays_alone() -> None:
    existentes = [recurso("a", "Museos"), recurso("b", "Museos")]
    assert ids([("Museos", "")] * 3, existentes, POR_URL, POR_NOMBRE) == {0: "a", 1: "b"}


def test_a_unique_key_does_not_choose_between_two() -> None:
    existentes = [recurso("a", "Museos"), recurso("b", "Museos"), recurso("c", "Zonas")]
    parejas = emparejar([("Museos", ""), ("Zonas", "")], range(2), existentes, [NOMBRE_UNICO])
    assert parejas.dudosas == {0: 2}
    assert {posicion: registro.id for posicion, registro in parejas.hechas.items()} == {1: "c"}


def test_only_the_rows_asked_for_take_part() -> None:
    assert emparejar([("Museos", ""), ("Museos", "")], [1], [recurso("a", "Museos")], [POR_NOMBRE]).hechas.keys() == {1}


def test_nothing_pairs_with_nothing() -> None:
    assert ids([("Museos", "")], [], POR_NOMBRE) == {}
    assert ids([], [recurso("a", "Museos")], POR_NOMBRE) == {}


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["", "u1", "u2"])), max_size=12), st.randoms())
def test_what_a_file_brought_pairs_wholly_with_itself_in_any_order(filas: list[tuple[str, str]], azar: object) -> None:
    existentes = [recurso(str(n), nombre, url) for n, (nombre, url) in enumerate(filas)]
    hechas = ids(filas[::-1], existentes, POR_URL, POR_NOMBRE)
    assert len(hechas) == len(filas)
    assert len(set(hechas.values())) == len(filas)
