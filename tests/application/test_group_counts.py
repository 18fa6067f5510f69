"""What the charts count."""

from __future__ import annotations

from promueve_gui.application.group_counts import by_area, by_class, by_eje
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje

GROUPS = [
    GrupoUsuarios(id="1", clase=ClaseGrupo.DENTRO, area="b"),
    GrupoUsuarios(id="2", clase=ClaseGrupo.SOCIEDAD, area="b", ejes=frozenset({Eje.COLABORACION, Eje.EFICIENCIA})),
    GrupoUsuarios(id="3", clase=ClaseGrupo.SOCIEDAD, area="a", ejes=frozenset({Eje.COLABORACION})),
    GrupoUsuarios(id="4", area="c"),
    GrupoUsuarios(id="5"),
]


def test_by_class_in_the_order_of_the_guia_and_those_without_last() -> None:
    assert [(c.etiqueta, c.valor, c.cuantos) for c in by_class(GROUPS)] == [
        ("Dentro de la institución", ClaseGrupo.DENTRO, 1),
        ("Otras instituciones de gobierno", ClaseGrupo.GOBIERNO, 0),
        ("Otros sectores de la sociedad", ClaseGrupo.SOCIEDAD, 2),
        ("Sin clase", None, 2),
    ]
    assert [c.cuantos for c in by_class(GROUPS[:3])] == [1, 0, 2]


def test_by_eje_a_group_counts_in_each_of_its_ejes() -> None:
    assert [(c.valor, c.cuantos) for c in by_eje(GROUPS)] == [
        (Eje.CRECIMIENTO, 0),
        (Eje.SERVICIOS, 0),
        (Eje.TRANSPARENCIA, 0),
        (Eje.EFICIENCIA, 1),
        (Eje.COLABORACION, 2),
        (None, 3),
    ]


def test_by_area_the_largest_first_and_then_by_name() -> None:
    proyecto = Proyecto()
    nombres = {"a": "Puentes", "b": "Vías", "c": "Ágora", "d": "Sin grupos"}
    proyecto.apply(alta(AreaGeneradora(id=identidad, nombre=nombre)) for identidad, nombre in nombres.items())
    assert [(c.etiqueta, c.valor, c.cuantos) for c in by_area(GROUPS, proyecto)] == [
        ("Vías", "b", 2),
        ("Ágora", "c", 1),
        ("Puentes", "a", 1),
        ("Sin área", None, 1),
    ]
    assert by_area([], proyecto) == []
