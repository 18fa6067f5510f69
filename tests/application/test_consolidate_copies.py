"""Copies of one project that come back: compared with what they were when they parted, and doubts told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.consolidate import consolidate, shared_line
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.dudas import resolve_doubt
from promueve_gui.domain.formatos import Duda, EstadoDuda, TipoDuda
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from tests.fakes import MemoryAlmacen, memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session

FAROS = Institucion(id="i", nombre="Secretaría de Faros", siglas="SF")
MUSEOS = AreaGeneradora(id="a", nombre="Dirección de Museos")
GRUPO = GrupoUsuarios(id="g", nombre="Escuelas", area="a", descripcion="Primarias")


class Copied:
    """A project with some history, and a copy of its file that somebody goes on with."""

    def __init__(self) -> None:
        self.almacen = MemoryAlmacen(project_of(FAROS))
        self.mine = memory_session(project_of(FAROS), self.almacen)
        self.mine.edit("Agregar", [alta(MUSEOS), alta(GRUPO)])
        self.mine.edit("Editar", [cambio(GRUPO, poder=3)])
        self.shared = self.mine.position
        self.theirs = self.copy()

    def copy(self) -> Session:
        return memory_session(self.mine.proyecto.snapshot(), self.almacen.copy())

    @property
    def ours(self) -> GrupoUsuarios:
        return self.mine.proyecto.todos(GrupoUsuarios)[0]

    @property
    def other(self) -> GrupoUsuarios:
        return self.theirs.proyecto.todos(GrupoUsuarios)[0]

    @property
    def doubts(self) -> list[Duda]:
        return self.mine.proyecto.todos(Duda)


def test_the_line_at_which_copies_parted_is_found() -> None:
    copied = Copied()
    assert shared_line(copied.mine, copied.theirs) == copied.shared
    copied.mine.edit("Editar", [cambio(copied.ours, notas="N")])
    for number in range(5):
        copied.theirs.edit("Editar", [cambio(copied.other, notas=f"{number}")])
    assert shared_line(copied.mine, copied.theirs) == shared_line(copied.theirs, copied.mine) == copied.shared


def test_projects_made_apart_share_nothing() -> None:
    assert shared_line(memory_session(), memory_session()) == 0
    una, otra = memory_session(), memory_session()
    for session in (una, otra):
        session.edit("Agregar", [alta(MUSEOS)])
    assert shared_line(una, otra) == 0


def test_what_only_they_changed_is_taken_and_what_only_we_did_is_kept() -> None:
    copied = Copied()
    copied.theirs.edit("Editar", [cambio(copied.other, descripcion="Todas", poder=None)])
    copied.mine.edit("Editar", [cambio(copied.ours, nombre="Escuelas públicas")])
    hecho = consolidate(copied.mine, copied.theirs, "museos.promueve")
    assert copied.ours == replace(GRUPO, nombre="Escuelas públicas", descripcion="Todas")
    assert (hecho.cambiados, hecho.dudas) == ({"grupo_usuarios": 1}, ())


def test_undoing_what_both_had_is_a_change_as_any_other() -> None:
    copied = Copied()
    copied.theirs.undo()
    consolidate(copied.mine, copied.theirs, "museos.promueve")
    assert copied.ours.poder is None


def test_a_conflict_waits_in_the_project_and_is_told_once() -> None:
    copied = Copied()
    copied.theirs.edit("Editar", [cambio(copied.other, descripcion="Suya")])
    copied.mine.edit("Editar", [cambio(copied.ours, descripcion="Nuestra")])
    hecho = consolidate(copied.mine, copied.theirs, "museos.promueve")
    (dicho,) = hecho.dudas
    assert dicho.startswith("Grupo «Escuelas», «Quiénes son y qué buscan»: aquí dice «Nuestra» y en el otro «Suya»;")
    (duda,) = copied.doubts
    assert hecho.pendientes == [duda]
    assert (duda.tipo, duda.nombre, duda.lugar, duda.texto) == (
        TipoDuda.CONFLICTO,
        "Escuelas: Quiénes son y qué buscan",
        "",
        "Suya",
    )
    again = consolidate(copied.mine, copied.theirs, "museos.promueve")
    assert (again.dudas, copied.doubts) == ((), [duda])
    copied.mine.edit(*resolve_doubt(copied.mine.proyecto, duda, Decision.AMBOS))
    assert copied.ours.descripcion == "Nuestra\nSuya"
    assert consolidate(copied.mine, copied.theirs, "museos.promueve").dudas == ()
    copied.theirs.edit("Editar", [cambio(copied.other, descripcion="Otra")])
    assert len(consolidate(copied.mine, copied.theirs, "museos.promueve").dudas) == 1


def test_what_the_other_left_undecided_is_told_once() -> None:
    copied = Copied()
    pendiente = Duda(id="d1", nombre="Escuelas: Notas", tipo=TipoDuda.CONFLICTO)
    resuelta = Duda(id="d2", nombre="Otra", tipo=TipoDuda.CONFLICTO, estado=EstadoDuda.RESUELTA)
    copied.theirs.edit("Recibir", [alta(pendiente), alta(resuelta)])
    hecho = consolidate(copied.mine, copied.theirs, "museos.promueve")
    assert hecho.dudas == ("El otro proyecto dejó una duda sin decidir, que ahora espera en «Dudas»: Escuelas: Notas.",)
    assert consolidate(copied.mine, copied.theirs, "museos.promueve").dudas == ()


def test_withdrawals_wait_too() -> None:
    copied = Copied()
    copied.theirs.edit("Retirar", [retiro(copied.other, "Se repetía")])
    hecho = consolidate(copied.mine, copied.theirs, "museos.promueve")
    assert len(hecho.retiros) == 1
    (duda,) = copied.doubts
    assert (duda.tipo, duda.campo) == (TipoDuda.FALTANTE, "")
    assert consolidate(copied.mine, copied.theirs, "museos.promueve").dudas == ()
    copied.mine.edit(*resolve_doubt(copied.mine.proyecto, duda, Decision.TOMAR))
    assert copied.ours.retirado == "Se repetía"


def test_what_we_withdrew_and_they_went_on_with_can_be_used_again() -> None:
    copied = Copied()
    copied.mine.edit("Retirar", [retiro(copied.ours, "Se repetía")])
    copied.theirs.edit("Editar", [cambio(copied.other, notas="Cada mes")])
    consolidate(copied.mine, copied.theirs, "museos.promueve")
    assert consolidate(copied.mine, copied.theirs, "museos.promueve").dudas == ()
    (duda,) = copied.doubts
    assert (duda.tipo, duda.campo) == (TipoDuda.CONFLICTO, "retirado")
    copied.mine.edit(*resolve_doubt(copied.mine.proyecto, duda, Decision.TOMAR))
    assert copied.ours.activo


def test_undoing_it_makes_everything_come_again() -> None:
    copied = Copied()
    copied.theirs.edit("Editar", [cambio(copied.other, descripcion="Suya", notas="Cada mes")])
    copied.mine.edit("Editar", [cambio(copied.ours, descripcion="Nuestra")])
    before = copied.mine.snapshot()
    first = consolidate(copied.mine, copied.theirs, "museos.promueve")
    copied.mine.undo()
    assert copied.mine.proyecto == before
    again = consolidate(copied.mine, copied.theirs, "museos.promueve")
    assert (again.cambiados, again.dudas) == (first.cambiados, first.dudas)


def test_copies_of_several_areas_meet_in_any_order() -> None:
    results = []
    for order in (0, 1), (1, 0):
        copied = Copied()
        others = [copied.copy(), copied.copy()]
        for number, other in enumerate(others):
            group = other.proyecto.todos(GrupoUsuarios)[0]
            edits = [cambio(group, notas="Cada mes")] if number else [cambio(group, siglas="E")]
            other.edit("Editar", [*edits, alta(GrupoUsuarios(id=f"n{number}", nombre=f"Nuevo {number}", area="a"))])
        for number in order:
            consolidate(copied.mine, others[number], f"{number}.promueve")
        results.append({g.id: g for g in copied.mine.proyecto.todos(GrupoUsuarios)})
    assert results[0] == results[1]
    assert len(results[0]) == 3


def test_without_shared_history_conflicts_wait_as_well() -> None:
    mine = memory_session(project_of(FAROS, MUSEOS, GRUPO))
    theirs = memory_session(project_of(FAROS, MUSEOS, replace(GRUPO, descripcion="Suya")))
    assert len(consolidate(mine, theirs, "museos.promueve").pendientes) == 1
    assert consolidate(mine, theirs, "museos.promueve").dudas == ()
    sin_institucion = memory_session(project_of(MUSEOS, replace(GRUPO, descripcion="Tercera")))
    assert len(consolidate(mine, sin_institucion, "otra.promueve").pendientes) == 1
