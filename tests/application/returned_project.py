"""A small institution that sends workbooks to its areas, for the tests of what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.returns import Returns
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje, TipoUso
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.application.received import Aplicado
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.domain.diferencias import Decision, Devolucion, Diferencia
    from promueve_gui.domain.ficha import Registro
    from tests.returned_books import Libro

FAROS = Institucion(id="i", nombre="Secretaría de Faros", siglas="SF")
MUSEOS = AreaGeneradora(id="a", nombre="Dirección de Museos")
ARCHIVO = AreaGeneradora(id="b", nombre="Archivo General")
PERIODISTAS = GrupoUsuarios(
    id="g1", nombre="Periodistas", area="a", clase=ClaseGrupo.SOCIEDAD, ejes=frozenset({Eje.TRANSPARENCIA}), poder=3
)
ESCUELAS = GrupoUsuarios(id="g2", nombre="Escuelas", area="a", clase=ClaseGrupo.GOBIERNO, descripcion="Primarias")
NOTARIAS = GrupoUsuarios(id="g3", nombre="Notarías", area="b", clase=ClaseGrupo.SOCIEDAD)
VISITANTES = ConjuntoDatos(id="c1", nombre="Visitantes", area="a")
PIEZAS = ConjuntoDatos(id="c2", nombre="Piezas", area="a")
USO = UsoDatos(id="u1", grupo="g1", conjunto="c1", tipo=TipoUso.ACTUAL, uso="Notas de prensa")
TODOS = (FAROS, MUSEOS, ARCHIVO, PERIODISTAS, ESCUELAS, NOTARIAS, VISITANTES, PIEZAS, USO)


def institution(*more: Registro) -> Session:
    """Return a session on the project, with more records if wanted."""
    return memory_session(project_of(*TODOS, *more))


def compared(session: Session, libro: Libro, area: str | None = None) -> Devolucion:
    """Return how a workbook differs."""
    return Returns(session).compare(libro.returned(), area=area)


def taken(session: Session, libro: Libro, decisiones: Mapping[str, Decision] | None = None) -> Aplicado:
    """Take a workbook in, and see that it says nothing new the second time."""
    returns = Returns(session)
    done = returns.apply(returns.compare(libro.returned()), decisiones or {})
    assert returns.compare(libro.returned()).diferencias == []
    return done


def only(session: Session, libro: Libro, area: str | None = None) -> Diferencia:
    """Return the only difference of a workbook."""
    (found,) = compared(session, libro, area).diferencias
    return found


def group(session: Session, identidad: str) -> GrupoUsuarios:
    """Return a group as it is now."""
    found = session.proyecto.get(GrupoUsuarios, identidad)
    assert found is not None
    return found


def edition(done: Aplicado) -> Edicion:
    """Return the edition that a workbook led to."""
    assert done.edicion is not None
    return done.edicion
