"""Names as people write them, found or told apart with the catalogue that ships; all laid side by side at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.similitud import similitud
from promueve_gui.bootstrap import build_recursos
from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.duplicados import UMBRAL, buscar, cumulos
from promueve_gui.domain.grupos import GrupoUsuarios
from tests.adapters.nombres_de_grupos import MISMOS, NOMBRES, OTROS

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture(scope="module")
def cumulo_de() -> Mapping[str, frozenset[str]]:
    """Return, by name, the names of the cluster that it is in; itself alone where it is in none."""
    catalogo = [registro for registro in build_recursos().load_perfil("vigente") if isinstance(registro, Sinonimo)]
    grupos = [GrupoUsuarios(id=nombre, nombre=nombre) for nombre in NOMBRES]
    hallados = cumulos(buscar(grupos, catalogo, similitud), UMBRAL)
    return {nombre: frozenset(cumulo.grupos) for cumulo in hallados for nombre in cumulo.grupos}


@pytest.mark.parametrize("nombres", MISMOS, ids=lambda nombres: str(nombres[0]))
def test_all_the_ways_to_name_one_are_found_and_no_other(
    cumulo_de: Mapping[str, frozenset[str]], nombres: tuple[str, ...]
) -> None:
    assert cumulo_de.get(nombres[0]) == frozenset(nombres)


@pytest.mark.parametrize("nombre", OTROS)
def test_another_of_a_like_name_stays_apart(cumulo_de: Mapping[str, frozenset[str]], nombre: str) -> None:
    assert nombre not in cumulo_de
