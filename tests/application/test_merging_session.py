"""Merging, parting and remembering through a session: undo, redo and any order of decisions keep the project whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from promueve_gui.application.duplicates import find_duplicates, not_duplicates, propose_again, remembered
from promueve_gui.application.merging_groups import Plan, merge_all, plan_merges, separate, voices
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.fusion_grupos import ENLACES
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from tests.domain.duplicados.comparar import slips
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.proyecto import Proyecto

HOY = date(2026, 3, 2)
NOMBRES = ("Prensa rural", "La prensa rural", "Prensa rural, A.C.", "PRENSA RURAL", "Guías de montaña")


def project() -> Proyecto:
    grupos = [GrupoUsuarios(id=f"g{n}", nombre=nombre, notas=f"Nota {n}") for n, nombre in enumerate(NOMBRES)]
    return project_of(
        *grupos,
        *(UsoDatos(id=f"u{n}", grupo=f"g{n}", conjunto="k", uso=f"Uso {n}") for n in range(3)),
        *(Contacto(id=f"c{n}", grupo=f"g{n}", nombre="Ana Luz" if n < 2 else f"Persona {n}") for n in range(4)),
        LineaPlan(id="l0", nombre="Boletín", grupos=("g0", "g1")),
        LineaPlan(id="l1", nombre="Visor", grupos=("g3", "g4")),
    )


def test_merging_and_parting_are_undone_and_redone_as_always() -> None:
    session = memory_session(project())
    states = [session.snapshot()]
    for motivo, cambios in steps(session):
        session.edit(motivo, cambios)
        states.append(session.snapshot())
    for before in reversed(states[:-1]):
        session.undo()
        assert session.proyecto == before
    for after in states[1:]:
        session.redo()
        assert session.proyecto == after
    assert session.redo() is None


def steps(session: Session) -> Iterator[tuple[str, list[Cambio]]]:
    """Yield what a person decides, each thing worked out from what the last one left."""
    yield merge_all(session.proyecto, [Plan("g0", ("g1",), {"notas": "Nota 0\nNota 1"}, {})], HOY)
    yield not_duplicates(session.proyecto, [("g0", "g4")], HOY)
    yield merge_all(session.proyecto, [Plan("g3", ("g0", "g2"), {}, {})], HOY)
    union = next(u for u in session.proyecto.activos(UnionGrupos) if u.sobrante == "g1")
    yield separate(session.proyecto, union)[:2]
    yield propose_again(session.proyecto, [session.proyecto.activos(NoDuplicado)[0].id])


def test_all_that_is_proposed_can_be_merged_and_nothing_is_proposed_then() -> None:
    session = memory_session(project())
    hallados = find_duplicates(session.proyecto, slips)
    session.edit(*merge_all(session.proyecto, plan_merges(session.proyecto, hallados.cumulos(80)), HOY))
    assert len(session.proyecto.activos(GrupoUsuarios)) == 2
    assert find_duplicates(session.proyecto, slips).cumulos(80) == []


def test_what_is_parted_is_proposed_again() -> None:
    session = memory_session(project())
    session.edit(*merge_all(session.proyecto, [Plan("g0", ("g1",), {}, {})], HOY))
    union = session.proyecto.activos(UnionGrupos)[0]
    session.edit(*separate(session.proyecto, union)[:2])
    (cumulo,) = find_duplicates(session.proyecto, slips).cumulos(80)
    assert {"g0", "g1"} <= set(cumulo.grupos)
    assert session.proyecto.activos(UnionGrupos) == []


class Decisions(RuleBasedStateMachine):
    """Merges, partings, edits, undo and redo in any order: links never hang, and everything can be put back."""

    groups = Bundle("groups")

    @initialize(target=groups)
    def start(self) -> str:
        self.session = memory_session(project())
        return "g0"

    def in_use(self) -> list[str]:
        return [grupo.id for grupo in self.session.proyecto.activos(GrupoUsuarios)]

    @rule(data=st.data(), notas=st.sampled_from(["", "Otra nota"]))
    def merge(self, data: st.DataObject, notas: str) -> None:
        queda, *otros = data.draw(st.permutations(self.in_use()))
        valores = {"notas": notas} if notas else {}
        plan = Plan(queda, tuple(otros[: data.draw(st.integers(0, 2))]), valores, {})
        self.session.edit(*merge_all(self.session.proyecto, [plan], HOY))

    @precondition(lambda self: self.session.proyecto.activos(UnionGrupos))
    @rule(data=st.data())
    def part(self, data: st.DataObject) -> None:
        union = data.draw(st.sampled_from(self.session.proyecto.activos(UnionGrupos)))
        motivo, cambios, _ = separate(self.session.proyecto, union)
        self.session.edit(motivo, cambios)
        assert union.sobrante in self.in_use()

    @rule(data=st.data(), nombre=st.sampled_from(["Otro nombre", "Prensa"]))
    def rename(self, data: st.DataObject, nombre: str) -> None:
        grupo = self.session.proyecto.get(GrupoUsuarios, data.draw(st.sampled_from(self.in_use())))
        assert grupo is not None
        self.session.edit("Otro nombre", [cambio(grupo, nombre=nombre)])

    @rule(data=st.data())
    def remember(self, data: st.DataObject) -> None:
        ids = data.draw(st.permutations(self.in_use()))
        self.session.edit(*not_duplicates(self.session.proyecto, [(ids[0], ids[-1])], HOY))

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @invariant()
    def every_link_names_a_group_in_use(self) -> None:
        proyecto = self.session.proyecto
        usados = set(self.in_use())
        for tipo, nombres in ENLACES.items():
            for registro in proyecto.activos(tipo) if nombres else ():
                for nombre in nombres:
                    valor = getattr(registro, nombre)
                    assert set(valor if isinstance(valor, tuple) else (valor,)) <= usados, (registro, usados)

    @invariant()
    def every_group_is_in_use_or_stands_under_one(self) -> None:
        proyecto = self.session.proyecto
        queda_por = Procedencias.of(proyecto).queda_por
        usados = set(self.in_use())
        for grupo in proyecto.todos(GrupoUsuarios):
            assert grupo.id in usados or queda_por.get(grupo.id) in usados
        assert sum(len(voices(proyecto, grupo)) for grupo in usados) == len(NOMBRES)

    @invariant()
    def nobody_is_remembered_as_different_from_itself(self) -> None:
        assert all(len(par) > 1 for par in remembered(self.session.proyecto))

    @invariant()
    def no_group_uses_a_dataset_twice(self) -> None:
        usos = [(uso.grupo, uso.conjunto) for uso in self.session.proyecto.activos(UsoDatos)]
        assert len(usos) == len(set(usos))

    def teardown(self) -> None:
        """Part all that is merged: every link is where it was in the beginning."""
        if not hasattr(self, "session"):
            return
        while uniones := self.session.proyecto.activos(UnionGrupos):
            motivo, cambios, _ = separate(self.session.proyecto, uniones[0])
            self.session.edit(motivo, cambios)
        antes, ahora = project(), self.session.proyecto
        assert self.in_use() == [grupo.id for grupo in antes.todos(GrupoUsuarios)]
        assert [uso.grupo for uso in ahora.activos(UsoDatos)] == [uso.grupo for uso in antes.todos(UsoDatos)]
        assert [c.grupo for c in ahora.activos(Contacto)] == [c.grupo for c in antes.todos(Contacto)]
        assert [set(linea.grupos) for linea in ahora.todos(LineaPlan)] == [
            set(suya.grupos) for suya in antes.todos(LineaPlan)
        ]


Decisions.TestCase.settings = settings(deadline=None, max_examples=40, stateful_step_count=14)
TestDecisions = Decisions.TestCase
