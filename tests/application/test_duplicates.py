"""Finding groups that may be one, and remembering which are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.duplicates import (
    Duplicados,
    find_duplicates,
    newer_synonyms,
    not_duplicates,
    propose_again,
    remembered,
    set_threshold,
    threshold,
)
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.cambios import retiro
from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Perfil
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from tests.domain.duplicados.comparar import slips
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.proyecto import Proyecto

HOY = date(2026, 3, 2)


def project() -> Proyecto:
    return project_of(
        Sinonimo(id="s", termino="INEGI", equivale="Instituto Nacional de Estadística y Geografía"),
        GrupoUsuarios(id="a", nombre="INEGI"),
        GrupoUsuarios(id="b", nombre="Instituto Nacional de Geografía y Estadística"),
        GrupoUsuarios(id="c", nombre="Periodistas"),
        GrupoUsuarios(id="d", nombre="Perodistas"),
        GrupoUsuarios(id="e", nombre="Periodistas", retirado="Se repitió"),
    )


def test_groups_in_use_are_compared_with_the_synonyms_of_the_project() -> None:
    hallados = find_duplicates(project(), slips)
    assert [sorted(cumulo.grupos) for cumulo in hallados.cumulos(80)] == [["a", "b"], ["c", "d"]]
    assert len(hallados.cumulos(95)) == 1


def test_a_project_without_synonyms_of_its_own_is_searched_with_those_that_ship() -> None:
    propio = project().todos(Sinonimo)[0]
    sin = project_of(*project().todos(GrupoUsuarios))
    assert len(find_duplicates(sin, slips).cumulos(80)) == 1
    assert len(find_duplicates(sin, slips, shipped=lambda: [propio, Perfil(id="p")]).cumulos(80)) == 2
    retirado = project_of(*sin.todos(GrupoUsuarios), Sinonimo(id="r", termino="X", equivale="Y", retirado="Sobra"))
    assert len(find_duplicates(retirado, slips, shipped=lambda: [propio]).cumulos(80)) == 1


def test_a_search_can_be_cancelled() -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    muchos = project_of(*(GrupoUsuarios(id=str(n), nombre=f"Grupo {n}") for n in range(200)))
    with pytest.raises(Cancelled):
        find_duplicates(muchos, slips, cancel)


def test_pairs_said_to_be_different_are_not_proposed_until_they_are_forgotten() -> None:
    base = project()
    motivo, cambios = not_duplicates(base, [("c", "d"), ("d", "c"), ("d", "e"), ("c", "x")], HOY, "Uno escribe")
    assert motivo == "No son duplicados: «Periodistas» y «Perodistas»"
    base.apply(cambios)
    (par,) = base.activos(NoDuplicado)
    assert (par.grupo, par.otro, par.motivo, par.fecha) == ("c", "d", "Uno escribe", HOY)
    assert [cumulo.grupos for cumulo in find_duplicates(base, slips).cumulos(80)] == [("a", "b")]
    assert not_duplicates(base, [("d", "c")], HOY)[1] == []
    motivo, cambios = propose_again(base, [par.id, "x"])
    assert motivo == "Volver a proponer el par distinto"
    base.apply(cambios)
    assert len(find_duplicates(base, slips).cumulos(80)) == 2
    assert propose_again(base, [par.id]) == ("Volver a proponer 0 pares distintos", [])


def test_several_pairs_are_remembered_at_once() -> None:
    motivo, cambios = not_duplicates(project(), [("a", "b"), ("a", "c")], HOY)
    assert motivo == "No son duplicados: «INEGI» y «Instituto Nacional de Geografía y Estadística» y 1 más"
    assert len(cambios) == 2


def test_what_was_found_is_held_to_what_happened_since() -> None:
    base = project()
    hallados = find_duplicates(base, slips)
    assert len(hallados.vigentes(base).parejas) == 2
    base.apply(not_duplicates(base, [("c", "d")], HOY)[1])
    inegi = base.get(GrupoUsuarios, "a")
    assert inegi is not None
    base.apply([hecho for hecho in [retiro(inegi, "Se fue")] if hecho])
    assert hallados.vigentes(base) == Duplicados([], frozenset({frozenset("cd")}))


def test_a_pair_is_remembered_of_the_groups_that_stand_today() -> None:
    base = project()
    base.apply(not_duplicates(base, [("b", "c")], HOY)[1])
    con_union = project_of(
        *base.todos(GrupoUsuarios), *base.todos(NoDuplicado), UnionGrupos(id="u", queda="a", sobrante="b"),
        NoDuplicado(id="n", grupo="a", otro="b"), NoDuplicado(id="m", grupo="a"),
    )  # fmt: skip
    assert remembered(con_union) == {frozenset("ac")}


def test_nothing_found_makes_no_clusters() -> None:
    assert Duplicados().cumulos(60) == []


@pytest.mark.parametrize(("dado", "umbral"), [(None, 80), (70, 70), (10, 60), (150, 100)])
def test_the_threshold_is_that_of_the_profile(dado: int | None, umbral: int) -> None:
    assert threshold(project_of(Perfil(id="p", nombre="Vigente", umbral_duplicados=dado))) == umbral


def test_the_threshold_is_kept_in_the_profile() -> None:
    base = project_of(Perfil(id="p", nombre="Vigente"))
    motivo, cambios = set_threshold(base, 72)
    assert motivo == "Proponer duplicados desde 72 %"
    base.apply(cambios)
    assert threshold(base) == 72
    assert set_threshold(base, 72)[1] == []
    assert set_threshold(project(), 72)[1] == []
    assert threshold(project()) == 80


def test_what_ships_and_the_project_never_had_is_added() -> None:
    propios = [
        Sinonimo(id="1", termino="SEP", equivale="Otra cosa"),
        Sinonimo(id="2", termino="SHCP", equivale="Hacienda", retirado="No se usa"),
    ]
    traidos = [
        Sinonimo(id="a", termino="sep", equivale="Secretaría de Educación Pública"),
        Sinonimo(id="b", termino="SHCP", equivale="Secretaría de Hacienda"),
        Sinonimo(id="c", termino="SSA", equivale="Secretaría de Salud"),
        GrupoUsuarios(id="g", nombre="Prensa"),
    ]
    motivo, cambios = newer_synonyms(project_of(*propios), traidos)
    assert (motivo, [c.id for c in cambios]) == ("Agregar 1 sinónimo de los que trae Promueve", ["c"])
    motivo, cambios = newer_synonyms(project_of(), traidos)
    assert (motivo, len(cambios)) == ("Agregar 3 sinónimos de los que trae Promueve", 3)
