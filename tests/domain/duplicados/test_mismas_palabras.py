"""Names in the same words in another order, of which only one order stands for something else."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados import buscar
from promueve_gui.domain.grupos import GrupoUsuarios
from tests.domain.duplicados.comparar import SINONIMOS, slips


def score(uno: str, otro: str) -> int:
    grupos = [GrupoUsuarios(id="a", nombre=uno), GrupoUsuarios(id="b", nombre=otro)]
    return next((pareja.puntaje for pareja in buscar(grupos, SINONIMOS, slips, minimo=0)), 0)


@pytest.mark.parametrize(
    "otro",
    ["Iniciativa rural privada", "Rural iniciativa privada", "INICIATIVA RURAL PRIVADA", "La rural iniciativa privada"],
)
def test_it_is_the_same_name(otro: str) -> None:
    assert score("Iniciativa privada rural", otro) == 97
    assert score(otro, "Iniciativa privada rural") == 97


def test_numbers_tell_them_apart() -> None:
    assert score("Iniciativa privada rural 2", "Iniciativa rural privada 3") == 0


def test_of_two_words_the_order_may_say_something_else() -> None:
    assert score("Iniciativa privada", "Privada iniciativa") < 97
