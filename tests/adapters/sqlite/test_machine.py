"""Whatever somebody edits, undoes, redoes, closes and opens again, the file and the content tell the same story."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from promueve_gui.adapters.sqlite.files import SqliteArchivos
from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.domain.cambios import Cambio, alta, cambio, retiro
from promueve_gui.domain.registros import TIPOS
from tests.fakes import AUTOR, Clock
from tests.generated import TIPO, registro, valores

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.proyecto import Proyecto


def ids(proyecto: Proyecto) -> dict[str, list[Id]]:
    """Return the identities of all records, by table."""
    return {tipo.ENTIDAD: [r.id for r in proyecto.todos(tipo)] for tipo in TIPOS}


def records(proyecto: Proyecto) -> list[Registro]:
    """Return all records."""
    return [record for tipo in TIPOS for record in proyecto.todos(tipo)]


class OpenProject(RuleBasedStateMachine):
    """A project in use. ``past`` and ``future`` hold the content before each edition done and after each undone."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "plan.promueve"
        self.opener = ProjectOpener(SqliteArchivos(), AUTOR, Clock())
        self.opener.create(self.path, [])
        self.session = self.opener.open(self.path)
        self.past: list[Proyecto] = []
        self.future: list[Proyecto] = []
        self.lines = 1

    def edit(self, cambios: list[Cambio]) -> None:
        before = self.session.snapshot()
        # Taken as from another project: of what is made up at random little may be approved or published by hand.
        if self.session.edit("Cambiar", cambios, "consolidar") is None:
            assert cambios == []
            return
        self.past.append(before)
        self.future.clear()
        self.lines += 1

    @rule(data=st.data(), tipos=st.lists(TIPO, min_size=1, max_size=3))
    def add(self, data: st.DataObject, tipos: list[type[Registro]]) -> None:
        known = ids(self.session.proyecto)
        self.edit([alta(data.draw(registro(tipo, known))) for tipo in tipos])

    @precondition(lambda self: self.session.proyecto.total())
    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        known, existing = ids(self.session.proyecto), records(self.session.proyecto)
        chosen = data.draw(st.lists(st.sampled_from(existing), unique_by=lambda r: r.id, max_size=3))
        pedidos = [cambio(record, **data.draw(valores(type(record), known, some=True))) for record in chosen]
        self.edit([pedido for pedido in pedidos if pedido is not None])

    @precondition(lambda self: self.session.proyecto.total())
    @rule(data=st.data(), motivo=st.sampled_from(["Se repetía", "Por error", ""]))
    def withdraw(self, data: st.DataObject, motivo: str) -> None:
        pedido = retiro(data.draw(st.sampled_from(records(self.session.proyecto))), motivo)
        self.edit([] if pedido is None else [pedido])

    @rule()
    def undo(self) -> None:
        after = self.session.snapshot()
        assert (self.session.undo() is None) == (not self.past)
        if self.past:
            assert self.session.proyecto == self.past.pop()
            self.future.append(after)
            self.lines += 1

    @rule()
    def redo(self) -> None:
        before = self.session.snapshot()
        assert (self.session.redo() is None) == (not self.future)
        if self.future:
            assert self.session.proyecto == self.future.pop()
            self.past.append(before)
            self.lines += 1

    @rule()
    def note(self) -> None:
        self.session.note("importar", "plan-apertura.csv")
        self.lines += 1

    @rule()
    def close_and_open(self) -> None:
        before = self.session.snapshot()
        self.session.close()
        self.session = self.opener.open(self.path)
        assert self.session.proyecto == before

    @invariant()
    def the_history_tells_everything(self) -> None:
        assert self.session.position == self.lines
        assert (self.session.next_undo() is None) == (not self.past)
        assert (self.session.next_redo() is None) == (not self.future)

    def teardown(self) -> None:
        full = self.session.snapshot()
        steps = sum(1 for _ in iter(self.session.undo, None))
        assert steps == len(self.past)
        assert self.session.proyecto == (self.past[0] if self.past else full)
        self.close_and_open()
        for _ in range(steps):
            self.session.redo()
        assert self.session.proyecto == full
        self.close_and_open()
        self.session.close()
        self.folder.cleanup()


TestOpenProject = OpenProject.TestCase
TestOpenProject.settings = settings(
    max_examples=25, stateful_step_count=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
