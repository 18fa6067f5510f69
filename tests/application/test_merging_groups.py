"""Merging groups by hand and by the hundred, parting them, and what each area said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.merging_groups import (
    Plan,
    arranged,
    merge_all,
    plan_merge,
    plan_merges,
    separate,
    separate_all,
    voices,
)
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.duplicados import Cumulo, Pareja
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.proyecto import Proyecto

HOY = date(2026, 3, 2)
LARGO = "Instituto Nacional de Estadística y Geografía"


def project() -> Proyecto:
    return project_of(
        AreaGeneradora(id="x", nombre="Censos"),
        AreaGeneradora(id="y", nombre="Archivo"),
        GrupoUsuarios(id="a", nombre="INEGI", area="x", clase=ClaseGrupo.GOBIERNO, descripcion="Hace censos", poder=4),
        GrupoUsuarios(
            id="b", nombre=LARGO, siglas="INEGI", area="y", ejes=frozenset({Eje.EFICIENCIA}), notas="Pidió datos"
        ),
        GrupoUsuarios(id="c", nombre="Inegi nacional", descripcion="hace CENSOS", prioritario=True),
        GrupoUsuarios(id="d", nombre="Prensa", area="x"),
        GrupoUsuarios(id="e", nombre="Prensa", area="y"),
        UsoDatos(id="u", grupo="e", conjunto="k"),
        Contacto(id="n", nombre="Sin grupo"),
        LineaPlan(id="l", nombre="Boletín", grupos=("a", "d")),
    )


INEGI = Cumulo(("a", "b", "c"), (Pareja("a", "b", 97, ("Son siglas.",)), Pareja("b", "c", 85, ("Se parecen.",))), 85)
PRENSA = Cumulo(("d", "e"), (Pareja("d", "e", 100, ()),), 100)


def test_a_plan_loses_nothing_of_what_groups_say() -> None:
    (plan,) = plan_merges(project(), [INEGI])
    assert (plan.queda, plan.sobrantes) == ("b", ("a", "c"))
    assert plan.razones == {"a": "Son siglas.", "c": "Se parecen."}
    assert plan.valores == {
        "nombre": LARGO,
        "siglas": "INEGI",
        "clase": ClaseGrupo.GOBIERNO,
        "area": "y",
        "ejes": frozenset({Eje.EFICIENCIA}),
        "prioritario": True,
        "descripcion": "Hace censos",
        "poder": 4,
        "interes": None,
        "legitimidad": None,
        "urgencia": None,
        "notas": "Pidió datos",
    }


def test_of_groups_that_tell_the_same_the_first_stays() -> None:
    assert [grupo.id for grupo in arranged(project(), PRENSA)] == ["d", "e"]
    assert plan_merges(project(), [PRENSA])[0].queda == "d"


def test_clusters_that_are_no_more_have_no_plan() -> None:
    base = project()
    base.apply(merge_all(base, [Plan("d", ("e",), {}, {})], HOY)[1])
    assert plan_merges(base, [PRENSA, Cumulo(("x", "y"), (), 80)]) == []
    assert plan_merge(base, PRENSA) is None


def test_one_cluster_is_planned_by_itself() -> None:
    (plan,) = plan_merges(project(), [INEGI])
    assert plan_merge(project(), INEGI) == plan


def test_merging_by_hand_says_how_many_and_with_whom() -> None:
    plan = Plan("b", ("a", "c"), {"nombre": "INEGI de México"}, {"a": "Siglas"})
    motivo, cambios = merge_all(project(), [plan], HOY)
    assert motivo == "Unir 2 grupos con «INEGI de México»"
    base = project()
    base.apply(cambios)
    assert [(union.sobrante, union.razon) for union in base.activos(UnionGrupos)] == [("a", "Siglas"), ("c", "")]
    assert base.todos(LineaPlan)[0].grupos == ("b", "d")
    assert merge_all(project(), [Plan("d", ("e",), {}, {})], HOY)[0] == "Unir 1 grupo con «Prensa»"


def test_many_clusters_are_one_edition_and_one_undo() -> None:
    session = memory_session(project())
    antes = session.snapshot()
    motivo, cambios = merge_all(session.proyecto, plan_merges(session.proyecto, [INEGI, PRENSA]), HOY)
    assert motivo == "Unir 3 grupos duplicados"
    session.edit(motivo, cambios)
    assert len(session.proyecto.activos(GrupoUsuarios)) == 2
    session.undo()
    assert session.proyecto == antes
    session.redo()
    assert len(session.proyecto.activos(UnionGrupos)) == 3


def test_a_plan_that_no_longer_fits_merges_nothing() -> None:
    assert merge_all(project(), [Plan("x", ("y",), {}, {})], HOY)[1] == []


def test_parting_undoes_one_merge_and_says_what_stays() -> None:
    base = project()
    base.apply(merge_all(base, [Plan("b", ("a",), {"nombre": "INEGI"}, {})], HOY)[1])
    (union,) = base.activos(UnionGrupos)
    motivo, cambios, avisos = separate(base, union)
    assert motivo == "Separar «INEGI» de «INEGI»"
    assert avisos == []
    base.apply(cambios)
    assert base.titulo("grupo_usuarios", "b") == LARGO
    assert base.todos(LineaPlan) == project().todos(LineaPlan)


def test_several_partings_are_one_edition() -> None:
    session = memory_session(project())
    antes = session.snapshot()
    session.edit(*merge_all(session.proyecto, plan_merges(session.proyecto, [INEGI, PRENSA]), HOY))
    motivo, cambios, avisos = separate_all(session.proyecto, session.proyecto.activos(UnionGrupos))
    assert (motivo, avisos) == ("Separar 3 grupos", [])
    session.edit(motivo, cambios)
    assert session.proyecto.activos(GrupoUsuarios) == antes.activos(GrupoUsuarios)
    session.undo()
    assert len(session.proyecto.activos(UnionGrupos)) == 3
    (union, *_) = session.proyecto.activos(UnionGrupos)
    assert separate_all(session.proyecto, [union]) == separate(session.proyecto, union)


def test_each_area_keeps_its_voice() -> None:
    base = project()
    base.apply(merge_all(base, [Plan("b", ("a",), {"nombre": "INEGI de México"}, {})], HOY)[1])
    (union,) = base.activos(UnionGrupos)
    assert [(voz.grupo.nombre, voz.area, voz.union) for voz in voices(base, "b")] == [
        (LARGO, "Archivo", None),
        ("INEGI", "Censos", union),
    ]
    base.apply([alta(GrupoUsuarios(id="f", nombre="Solo"))])
    assert [voz.area for voz in voices(base, "f")] == [""]
    assert voices(base, "nadie") == []
