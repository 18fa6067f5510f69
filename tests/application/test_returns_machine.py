"""Whatever is edited here and there, sent, returned, undone and reverted, in any order: no row is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import alta, cambio, nuevo_id, retiro
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.dudas import doubt_choices, resolve_doubt
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from tests.fakes import MemoryAlmacen, memory_session
from tests.projects import project_of
from tests.returned_books import format_of

if TYPE_CHECKING:
    from promueve_gui.domain.cambios import Edicion
    from tests.returned_books import Libro

NAMES = st.sampled_from(["INEGI", "Periodistas", "Escuelas", "Museos", "Cámaras", "Universidades"])
TEXTS = st.sampled_from(["", "Uno", "Dos", "Tres"])
PLACE = st.integers(0, 5)


class Returning(RuleBasedStateMachine):
    """A project, the workbooks of an area in several hands, and what each has said."""

    books = Bundle("books")

    @initialize()
    def start(self) -> None:
        area = AreaGeneradora(id="a", nombre="Museos")
        first = GrupoUsuarios(id="g", nombre="Periodistas", area="a")
        self.proyecto = project_of(Institucion(id="i", nombre="Secretaría de Faros"), area, first)
        self.almacen = MemoryAlmacen(self.proyecto)
        self.session = memory_session(self.proyecto, self.almacen)
        self.received: list[Edicion] = []
        self.declined: set[str] = set()

    @rule(target=books)
    def send(self) -> Libro:
        return format_of(self.session, "a")

    @rule(target=books, book=books)
    def copy(self, book: Libro) -> Libro:
        return book.copy()

    @rule(book=books, name=NAMES, text=TEXTS)
    def they_add(self, book: Libro, name: str, text: str) -> None:
        book.grupos.filas.append({"nombre": name, "descripcion": text or None})

    @rule(book=books, place=PLACE, text=TEXTS)
    def they_edit(self, book: Libro, place: int, text: str) -> None:
        if place < len(book.grupos.filas):
            book.grupos.filas[place]["descripcion"] = text or None

    @rule(book=books, place=PLACE, name=NAMES)
    def they_rename(self, book: Libro, place: int, name: str) -> None:
        if place < len(book.grupos.filas):
            book.grupos.filas[place]["nombre"] = name

    @rule(book=books, place=PLACE)
    def they_delete(self, book: Libro, place: int) -> None:
        if place < len(book.grupos.filas):
            del book.grupos.filas[place]

    @rule(book=books)
    def they_sort(self, book: Libro) -> None:
        book.grupos.filas.sort(key=lambda fila: str(fila["nombre"]))

    @rule(book=books, place=PLACE)
    def they_lose_an_identity(self, book: Libro, place: int) -> None:
        if place < len(book.grupos.filas):
            book.grupos.filas[place].pop("id", None)

    @rule(name=NAMES)
    def we_add(self, name: str) -> None:
        self.session.edit("Agregar", [alta(GrupoUsuarios(id=nuevo_id(), nombre=name, area="a"))])

    @rule(place=PLACE, text=TEXTS)
    def we_edit(self, place: int, text: str) -> None:
        groups = self.session.proyecto.activos(GrupoUsuarios)
        if place < len(groups):
            self.session.edit("Editar", [cambio(groups[place], descripcion=text)])

    @rule(place=PLACE)
    def we_withdraw(self, place: int) -> None:
        groups = self.session.proyecto.activos(GrupoUsuarios)
        if place < len(groups):
            self.session.edit("Retirar", [retiro(groups[place], "Se repetía")])

    @rule(book=books, choice=st.sampled_from([None, Decision.TOMAR, Decision.CONSERVAR, Decision.AMBOS]))
    def it_returns(self, book: Libro, choice: Decision | None) -> None:
        """Take a workbook in: the second time it says nothing new, all that it named is known, and nothing is gone."""
        returns, before = Returns(self.session), self.session.snapshot()
        libro = book.returned()
        shown = returns.compare(libro)
        decided = {d.clave: choice for d in shown.diferencias if choice is not None and not d.cierta}
        done = returns.apply(shown, decided)
        assert returns.compare(libro).diferencias == []
        self.declined |= {d.texto for d in shown.diferencias if decided.get(d.clave) is Decision.CONSERVAR}
        known = self.known()
        assert all(any(fila["nombre"] in text for text in known) for fila in book.grupos.filas)
        withdrawn = {d.id for d in done.tomadas if d.tipo is TipoDiferencia.FALTANTE}
        now = self.session.proyecto
        assert {g.id for g in before.todos(GrupoUsuarios)} <= {g.id for g in now.todos(GrupoUsuarios)}
        assert {g.id for g in before.activos(GrupoUsuarios)} - withdrawn <= {g.id for g in now.activos(GrupoUsuarios)}
        if done.edicion is not None:
            self.received.append(done.edicion)

    def known(self) -> set[str]:
        """Return every name that a group has or had, and what waits in a doubt or was declined."""
        names = self.declined | {duda.texto for duda in self.session.proyecto.todos(Duda)}
        names |= {grupo.nombre for grupo in self.session.proyecto.todos(GrupoUsuarios)}
        for line in self.session.history():
            cambios = self.almacen.read_edicion(line.edicion).cambios if line.edicion else ()
            names |= {
                str(lado["nombre"]) for c in cambios for lado in (c.antes, c.despues) if lado and "nombre" in lado
            }
        return names

    @rule(place=PLACE, choice=st.sampled_from(Decision))
    def a_doubt_is_settled(self, place: int, choice: Decision) -> None:
        doubts = [d for d in self.session.proyecto.activos(Duda) if doubt_choices(self.session.proyecto, d)]
        if place < len(doubts) and choice in doubt_choices(self.session.proyecto, doubts[place]):
            motivo, cambios = resolve_doubt(self.session.proyecto, doubts[place], choice)
            self.session.edit(motivo, cambios)

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule(place=PLACE)
    def revert(self, place: int) -> None:
        """Take back a reception, or be told why not; reverting that brings it back."""
        if place >= len(self.received):
            return
        before = self.session.snapshot()
        edicion = self.taken_back(self.received[place])
        if edicion is not None:
            self.session.revert(edicion.id)
            assert self.session.proyecto == before
            self.session.undo()

    def taken_back(self, received: Edicion) -> Edicion | None:
        """Return the edition that takes a reception back; none, and nothing changed, when something depends on it."""
        before = self.session.snapshot()
        try:
            return self.session.revert(received.id)
        except UserError:
            assert self.session.proyecto == before
            return None

    @invariant()
    def the_file_says_what_the_project_does(self) -> None:
        assert self.almacen.stored == self.session.proyecto

    @invariant()
    def the_past_can_be_walked_to(self) -> None:
        """The first state is what there was at the start, by whatever way the project came here."""
        first: Any = self.session.past({"grupo_usuarios"}).en(0)
        assert [(g.id, g.nombre) for g in first.todos(GrupoUsuarios)] == [("g", "Periodistas")]


Returning.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestReturning = Returning.TestCase
