"""A group that stands for others belongs to the areas of all of them."""

from __future__ import annotations

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.procedencia import Procedencias, grupos_de_area
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.uniones import UnionGrupos

A, B, C = (GrupoUsuarios(id=i, nombre=i.upper(), area=f"area{i}") for i in "abc")
AREAS = [AreaGeneradora(id=f"area{i}", nombre=f"Área {i}") for i in "abc"]


def project(*uniones: tuple[str, str]) -> Proyecto:
    """Return three groups of three areas, merged as told: (stays, merged into it)."""
    proyecto = Proyecto()
    proyecto.apply(map(alta, [*AREAS, A, B, C]))
    proyecto.apply(alta(UnionGrupos(id=f"{q}{s}", queda=q, sobrante=s, razon="Iguales")) for q, s in uniones)
    return proyecto


def test_without_merges_each_group_speaks_for_itself() -> None:
    procedencias = Procedencias.of(project())
    assert (procedencias.unidos, procedencias.queda_por) == ({}, {})
    assert procedencias.voces(project(), A) == [A]


def test_merges_are_followed_to_the_group_that_stands_today() -> None:
    proyecto = project(("b", "c"), ("a", "b"))
    procedencias = Procedencias.of(proyecto)
    assert procedencias.queda_por == {"c": "a", "b": "a"}
    assert procedencias.voces(proyecto, A) == [A, C, B]
    assert procedencias.areas(proyecto, A) == ["areaa", "areac", "areab"]


def test_an_area_keeps_the_groups_that_another_stands_for() -> None:
    proyecto = project(("a", "c"))
    procedencias = Procedencias.of(proyecto)
    assert grupos_de_area(proyecto, "areac", procedencias) == [A, C]
    assert grupos_de_area(proyecto, "areab", procedencias) == [B]


def test_a_circle_of_a_damaged_file_ends() -> None:
    assert Procedencias.of(project(("a", "b"), ("b", "a"))).queda_por == {"b": "b", "a": "a"}


def test_words_of_a_group_that_is_gone_are_left_out() -> None:
    assert Procedencias({"a": ("x",)}, {"x": "a"}).voces(project(), A) == [A]
