"""What must hold of returned workbooks whatever they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.celdas import canonical
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.vocabularios import ClaseGrupo, TipoUso
from tests.fakes import memory_session
from tests.generated import valores
from tests.projects import project_of
from tests.returned_books import format_of, map_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from promueve_gui.domain.proyecto import Proyecto
    from tests.returned_books import Libro

AREAS = [AreaGeneradora(id=i, nombre=f"Área {i}") for i in "ab"]
CONJUNTOS = [ConjuntoDatos(id=f"c{i}", nombre=f"Datos {i}", area="a") for i in range(3)]
INSTITUCION = Institucion(id="i", nombre="Secretaría de Faros")
NAMES = ["INEGI", "Periodistas", "Escuelas", "Museos", "Cámaras", "Universidades"]
FIELDS = ("descripcion", "notas", "siglas")


def session_of(*grupos: GrupoUsuarios) -> Session:
    return memory_session(project_of(INSTITUCION, *AREAS, *CONJUNTOS, *grupos))


def any_group(place: int) -> st.SearchStrategy[GrupoUsuarios]:
    """Return a group with any values, in use."""
    values = valores(GrupoUsuarios, {"area_generadora": ["a", "b"]})
    return values.map(lambda dados: GrupoUsuarios(id=f"g{place}", **{**dados, "retirado": "", "area": "ab"[place % 2]}))


def any_groups() -> st.SearchStrategy[list[GrupoUsuarios]]:
    return st.integers(0, 4).flatmap(lambda cuantos: st.tuples(*map(any_group, range(cuantos))).map(list))


@settings(max_examples=40)
@given(any_groups(), st.lists(st.tuples(st.integers(0, 3), valores(GrupoUsuarios, some=True)), max_size=3))
def test_what_nobody_touched_changes_nothing_whatever_happened_meanwhile(
    grupos: list[GrupoUsuarios], edits: list[tuple[int, dict[str, Any]]]
) -> None:
    """An untouched workbook, of an area or the map, gives no differences, nor do rows in another order."""
    session = session_of(*grupos)
    books = [format_of(session, "a"), format_of(session, "b"), map_of(session)]
    for place, dados in edits:
        grupo = session.proyecto.get(GrupoUsuarios, f"g{place}")
        if grupo is not None:
            session.edit("Editar", [cambio(grupo, **{**dados, "area": grupo.area})])
    returns = Returns(session)
    for book in books:
        book.grupos.filas.reverse()
        compared = returns.compare(book.returned())
        assert (compared.diferencias, compared.problemas) == ([], [])


@given(any_groups())
def test_the_map_without_its_identities_is_recognised_row_by_row(grupos: list[GrupoUsuarios]) -> None:
    session = session_of(*(g for g in grupos if canonical(g.nombre)))
    book = map_of(session)
    for fila in book.grupos.filas:
        del fila["id"]
    book.grupos.filas.reverse()
    repeated = len(book.grupos.filas) - len({repr(fila) for fila in book.grupos.filas})
    found = Returns(session).compare(book.returned()).diferencias
    names = [(canonical(g.nombre), g.area) for g in session.proyecto.activos(GrupoUsuarios)]
    if repeated:
        return
    if len(set(names)) < len(names):  # which of two namesakes a row is may have to be asked; nothing is taken
        assert {diferencia.tipo for diferencia in found} <= {TipoDiferencia.FALTANTE}
    else:
        assert found == []


def contents(proyecto: Proyecto) -> tuple[list[Any], list[Any]]:
    """Return what a project says of groups and of their data, whatever identities they have."""
    nombres = {g.id: g.nombre for g in proyecto.todos(GrupoUsuarios)}
    fields = [campo for campo in campos(GrupoUsuarios) if campo != "area"]
    grupos = [[g.area, *(getattr(g, campo) for campo in fields)] for g in proyecto.todos(GrupoUsuarios)]
    usos = [(nombres[u.grupo or ""], u.conjunto, u.tipo, u.uso) for u in proyecto.todos(UsoDatos)]
    return sorted(grupos, key=repr), sorted(usos, key=repr)


@st.composite
def harmless_batches(draw: st.DrawFn) -> tuple[Session, Session, list[Libro], list[Libro]]:
    """Return two equal projects and their workbooks, edited alike: no two say different things of one field."""
    sessions = [
        session_of(*(GrupoUsuarios(id=n, nombre=n, area="a", clase=ClaseGrupo.DENTRO) for n in NAMES[:3]))
        for _ in range(2)
    ]
    batches: list[list[Libro]] = [[format_of(s, "a"), format_of(s, "a")] for s in sessions]
    for s in sessions:
        s.edit("Agregar", [alta(GrupoUsuarios(id="nuestro", nombre="Museos", area="a"))])
    for session, batch in zip(sessions, batches, strict=True):
        batch += [batch[0].copy(), format_of(session, "a")]
    said = {(n, f): draw(st.sampled_from(["Uno", "Dos  dos", "Tres\ntres"])) for n in NAMES for f in FIELDS}
    for place in range(4):
        for name in NAMES:
            fields = draw(st.sets(st.sampled_from(FIELDS)))
            added = draw(st.booleans())
            for batch in batches:
                rows = {fila["nombre"]: fila for fila in batch[place].grupos.filas}
                row = rows.get(name, {"nombre": name})
                row.update({campo: said[name, campo] for campo in fields})
                if added and name not in rows:
                    batch[place].grupos.filas.append(row)
        use = {"conjunto": "Datos 1", "grupo": draw(st.sampled_from(NAMES[:3])), "tipo": TipoUso.ACTUAL.etiqueta}
        for batch in batches:
            datos = batch[place].datos
            assert datos is not None
            datos.filas.append(dict(use))
    order = draw(st.permutations(range(4)))
    return sessions[0], sessions[1], batches[0], [batches[1][place] for place in order]


@settings(max_examples=40)
@given(harmless_batches())
def test_without_conflicts_the_order_of_the_files_does_not_matter(
    batches: tuple[Session, Session, list[Libro], list[Libro]],
) -> None:
    one, other, books, reordered = batches
    for session, batch in ((one, books), (other, reordered)):
        returns = Returns(session)
        for book in [*batch, *batch]:
            returns.apply(returns.compare(book.returned()), {})
        assert session.proyecto.todos(Duda) == []
    assert contents(one.proyecto) == contents(other.proyecto)
