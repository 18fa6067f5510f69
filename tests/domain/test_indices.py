"""Records found by what they say: an index follows every change, as if it had been made again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.cambios import Cambio, alta, cambio
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.indices import Indice
from promueve_gui.domain.institucion import AreaGeneradora
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.proyecto import Proyecto

AREAS = [AreaGeneradora(id=i, nombre=f"Área {i}") for i in "ab"]
GRUPO = GrupoUsuarios(id="g", nombre="Cámaras", area="a")


def test_records_without_a_key_take_no_part() -> None:
    indice = Indice(lambda registro: registro.titulo or None, [GRUPO, replace(GRUPO, id="h", nombre="")])
    assert (indice.ids("Cámaras"), indice.ids(""), indice.ids(None)) == (["g"], [], [])


def test_an_index_follows_what_becomes_of_a_record() -> None:
    indice = Indice(lambda registro: registro.titulo or None, [GRUPO])
    otra = replace(GRUPO, nombre="Museos")
    indice.replace(GRUPO, otra)
    assert (indice.ids("Cámaras"), indice.ids("Museos")) == ([], ["g"])
    indice.replace(otra, replace(otra, siglas="M"))
    assert indice.ids("Museos") == ["g"]
    indice.replace(None, replace(otra, id="h"))
    assert indice.ids("Museos") == ["g", "h"]
    indice.replace(otra, None)
    assert indice.ids("Museos") == ["h"]


def test_records_are_found_by_what_they_refer_to() -> None:
    retirado = replace(GRUPO, id="h", retirado="Se repetía")
    proyecto = project_of(*AREAS, GRUPO, retirado, replace(GRUPO, id="i", area="b"))
    assert proyecto.referidos(GrupoUsuarios, "area", "a") == [GRUPO, retirado]
    assert proyecto.referidos(GrupoUsuarios, "area", "z") == []
    found = proyecto.referidos(GrupoUsuarios, "area", "b")
    found.clear()  # the answer is the caller's own
    assert len(proyecto.referidos(GrupoUsuarios, "area", "b")) == 1


STEP = st.tuples(st.integers(0, 3), st.sampled_from(["Uno", "Dos", ""]), st.sampled_from(["a", "b"]), st.booleans())


def pedido(proyecto: Proyecto, place: int, nombre: str, area: str, *, gone: bool) -> Cambio | None:
    """Return a change that brings a group into being, alters it, or takes it back."""
    actual = proyecto.get(GrupoUsuarios, f"g{place}")
    if actual is None:
        return alta(GrupoUsuarios(id=f"g{place}", nombre=nombre, area=area))
    return alta(actual).inverso if gone else cambio(actual, nombre=nombre, area=area, retirado=nombre and area)


@given(st.lists(st.lists(STEP, max_size=5), max_size=6))
def test_indices_say_what_they_would_say_if_they_were_made_again(
    rounds: list[list[tuple[int, str, str, bool]]],
) -> None:
    """Large changes, after which an index is sooner made again, included."""
    proyecto = project_of(*AREAS, *(replace(GRUPO, id=f"x{n}", nombre="Uno") for n in range(2)))
    for steps in rounds:
        for nombre in ("Uno", "Dos", ""):
            fresh = project_of(*AREAS, *proyecto.todos(GrupoUsuarios))
            assert sorted(proyecto.llamados(GrupoUsuarios, nombre)) == sorted(fresh.llamados(GrupoUsuarios, nombre))
        for area in "ab":
            suyos = [g for g in proyecto.todos(GrupoUsuarios) if g.area == area]
            assert sorted(map(repr, proyecto.referidos(GrupoUsuarios, "area", area))) == sorted(map(repr, suyos))
        pedidos = {place: pedido(proyecto, place, n, a, gone=gone) for place, n, a, gone in steps}
        proyecto.apply(uno for uno in pedidos.values() if uno is not None)
