"""Whose a returned workbook is, when it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.domain.grupos import GrupoUsuarios
from tests.application.returned_project import compared, institution, only, taken
from tests.returned_books import format_of, unsealed

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from tests.returned_books import Libro


def strange(session: Session) -> Libro:
    """Return a workbook without stamp and identities whose groups nobody here knows."""
    libro = unsealed(format_of(session, "a"))
    for numero, fila in enumerate(libro.grupos.filas):
        fila["nombre"] = f"Nadie {numero}"
    libro.datos = None
    return libro


def test_whose_a_file_is_may_be_said() -> None:
    session = institution()
    libro = strange(session)
    sin_area = compared(session, libro)
    assert sin_area.area is None
    assert sin_area.avisos[-1] == "No se sabe de qué área es el archivo; los grupos nuevos se agregan sin área."
    assert {d.tipo for d in sin_area.diferencias} == {TipoDiferencia.NUEVO}
    assert compared(session, libro, "no hay").area is None
    assert compared(session, libro, "a").area == "a"


def test_the_names_of_its_groups_say_whose_a_file_is() -> None:
    session = institution()
    libro = unsealed(format_of(session, "a"))
    devolucion = compared(session, libro)
    assert (devolucion.area, devolucion.diferencias) == ("a", [])
    assert "se tomó como de «Dirección de Museos»" in devolucion.avisos[-1]
    assert len(compared(session, libro, "a").avisos) == 1
    libro.grupos.fila("Escuelas")["descripcion"] = "Secundarias"
    assert only(session, libro).tipo is TipoDiferencia.CONFLICTO
    taken(session, libro)


def test_one_name_among_many_does_not_say_whose_a_file_is() -> None:
    session = institution()
    libro = unsealed(format_of(session, "a"))
    libro.grupos.filas += [{"nombre": "Nadie"}, {"nombre": "Nadie más"}, {}]
    assert compared(session, libro).area is None
    libro.grupos.columnas = ("siglas", "clase")
    assert compared(session, libro).area is None


def test_without_an_area_new_groups_are_added_without_one_and_once() -> None:
    session = institution()
    libro = strange(session)
    taken(session, libro)
    assert [g.area for g in session.proyecto.todos(GrupoUsuarios)][-2:] == [None, None]
