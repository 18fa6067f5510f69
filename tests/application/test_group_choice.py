"""Choosing by hand how the groups of a cluster become one."""

from __future__ import annotations

from promueve_gui.application.group_choice import JUNTOS, Eleccion
from promueve_gui.domain.duplicados import Cumulo, Pareja
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje

A = GrupoUsuarios(id="a", nombre="INEGI", area="x", clase=ClaseGrupo.GOBIERNO, descripcion="Hace censos")
B = GrupoUsuarios(id="b", nombre="Inst. de Estadística", area="x", descripcion="Hace mapas", notas="Pidió datos")
C = GrupoUsuarios(id="c", nombre="I.N.E.G.I.", ejes=frozenset({Eje.EFICIENCIA}), prioritario=True)
CUMULO = Cumulo(("a", "b", "c"), (Pareja("a", "b", 90, ("Son siglas.",)), Pareja("b", "c", 85, ("Otra.",))), 85)


def choice() -> Eleccion:
    return Eleccion(CUMULO, (A, B, C), "a")


def test_only_fields_that_somebody_fills_in_are_compared() -> None:
    assert choice().nombres() == ["nombre", "clase", "area", "ejes", "prioritario", "descripcion", "notas"]


def test_what_nobody_chose_loses_nothing() -> None:
    plan = choice().plan()
    assert (plan.queda, plan.sobrantes) == ("a", ("b", "c"))
    assert plan.razones == {"b": "Son siglas.", "c": "Otra."}
    assert plan.valores == {
        "nombre": "INEGI",
        "clase": ClaseGrupo.GOBIERNO,
        "area": "x",
        "ejes": frozenset({Eje.EFICIENCIA}),
        "prioritario": True,
        "descripcion": "Hace censos\nHace mapas",
        "notas": "Pidió datos",
    }


def test_each_field_comes_from_the_group_chosen_for_it() -> None:
    eleccion = choice()
    eleccion.elegir("nombre", "b")
    eleccion.elegir("descripcion", "b")
    assert (eleccion.valor("nombre"), eleccion.valor("descripcion")) == ("Inst. de Estadística", "Hace mapas")
    eleccion.elegir("descripcion", JUNTOS)
    assert eleccion.elegido("descripcion") == JUNTOS
    eleccion.elegir("nombre", JUNTOS)  # one line of text is not joined
    assert eleccion.elegido("nombre") == "a"


def test_the_one_that_stays_comes_first_and_is_never_left_out() -> None:
    eleccion = choice()
    eleccion.dejar("b")
    assert [grupo.id for grupo in eleccion.unidos] == ["b", "a", "c"]
    assert eleccion.valor("nombre") == "Inst. de Estadística"
    eleccion.cambiar("b")
    assert not eleccion.fuera
    eleccion.cambiar("a")
    eleccion.dejar("a")
    assert not eleccion.fuera


def test_a_group_left_out_gives_nothing_and_keeps_its_choice() -> None:
    eleccion = choice()
    eleccion.elegir("nombre", "c")
    eleccion.cambiar("c")
    assert eleccion.valor("nombre") == "INEGI"
    assert eleccion.plan().sobrantes == ("b",)
    assert eleccion.valor("ejes") == frozenset()
    eleccion.cambiar("c")
    assert eleccion.valor("nombre") == "I.N.E.G.I."
    eleccion.cambiar("b")
    assert eleccion.valor("descripcion") == "Hace censos"
    eleccion.cambiar("c")
    assert not eleccion.completa
    assert not eleccion.difieren("nombre")


def test_with_none_left_out_all_pairs_are_different_else_those_left_out() -> None:
    eleccion = choice()
    assert eleccion.distintos() == [("a", "b"), ("a", "c"), ("b", "c")]
    eleccion.cambiar("c")
    assert eleccion.distintos() == [("a", "c"), ("b", "c")]
