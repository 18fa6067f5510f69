"""Rows that are hardly what they seem: under a wrong identity, called like another, or a note below the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.vocabularios import TipoUso
from tests.application.returned_project import compared, institution, only, taken
from tests.returned_books import format_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from tests.returned_books import Libro


def test_rows_of_one_name_are_added_once_and_the_others_are_asked_about() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [
        {"nombre": "INEGI", "notas": "Uno"},
        {"nombre": "Inegi", "notas": "Dos"},
        {"nombre": "INEGI"},
    ]
    nueva, otra, tercera = compared(session, libro).diferencias
    assert (nueva.cierta, otra.cierta, tercera.cierta) == (True, False, False)
    assert otra.mensaje == (
        "Hoja «Grupos», renglón 5: otro renglón ya es «Inegi»; decida si este es uno distinto, o corríjalo y devuelva "
        "el archivo otra vez."
    )
    taken(session, libro, {otra.clave: Decision.TOMAR, tercera.clave: Decision.CONSERVAR})
    assert [(g.nombre, g.notas) for g in session.proyecto.todos(GrupoUsuarios)][-2:] == [
        ("INEGI", "Uno"),
        ("Inegi", "Dos"),
    ]


def test_a_new_row_called_like_one_that_was_sent_is_asked_about() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [{"nombre": "ESCUELAS", "descripcion": "Otra"}]
    libro.grupos.filas += [{**libro.grupos.fila("Escuelas"), "poder": 5}]
    hallada, copiada = compared(session, libro).diferencias
    assert (hallada.tipo, copiada.tipo) == (TipoDiferencia.RENGLON, TipoDiferencia.RENGLON)
    done = taken(session, libro)
    assert done.edicion is not None
    assert [duda.nombre for duda in done.dudas] == ["ESCUELAS", "Escuelas"]
    assert [g.nombre for g in session.proyecto.todos(GrupoUsuarios)] == ["Periodistas", "Escuelas", "Notarías"]


@pytest.mark.parametrize(
    ("fila", "dicho"),
    [
        ({"nombre": "ELIMINAR"}, "«ELIMINAR» no parece un nombre y el renglón no dice de quién era"),
        ({"nombre": "Borrar", "poder": 3}, "«Borrar» no parece un nombre"),
        ({"nombre": "Buzos", "tachada": True}, "«Buzos» viene tachado; si de verdad es un grupo, tómelo"),
    ],
)
def test_a_new_row_that_asks_to_go_is_asked_about(fila: dict[str, object], dicho: str) -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append(fila)
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.cierta) == (TipoDiferencia.RENGLON, False)
    assert hallada.mensaje.startswith(f"Hoja «Grupos», renglón 4: {dicho}")
    taken(session, libro, {hallada.clave: Decision.TOMAR})
    assert session.proyecto.todos(GrupoUsuarios)[-1].nombre == fila["nombre"]


def shuffled(session: Session, *nombres: str) -> Libro:
    """Return the workbook of an area with its rows under other identities, as sorting the visible columns leaves it."""
    libro = format_of(session, "a")
    ids = [fila["id"] for fila in libro.grupos.filas]
    libro.grupos.filas = [libro.grupos.fila(nombre) for nombre in nombres]
    for identidad, fila in zip(ids, libro.grupos.filas, strict=False):
        fila["id"] = identidad
    return libro


def test_names_sorted_without_their_identities_keep_theirs() -> None:
    session = institution(GrupoUsuarios(id="g4", nombre="Abogadas", area="a", notas="Nuevas"))
    assert compared(session, shuffled(session, "Abogadas", "Escuelas", "Periodistas")).diferencias == []
    libro = shuffled(session, "Escuelas", "Periodistas", "Abogadas")
    libro.grupos.fila("Escuelas")["notas"] = "Cada mes"
    hallada = only(session, libro)
    assert (hallada.id, hallada.campo, hallada.tipo) == ("g2", "notas", TipoDiferencia.CAMBIO)


def test_names_that_changed_places_alone_are_asked_about_and_nothing_else_changes() -> None:
    session = institution()
    libro = format_of(session, "a")
    una, otra = libro.grupos.fila("Periodistas"), libro.grupos.fila("Escuelas")
    una["nombre"], otra["nombre"] = "Escuelas", "Periodistas"
    assert libro.datos is not None
    libro.datos.filas.append({"grupo": "Escuelas", "conjunto": "Piezas"})
    primera, segunda, uso = compared(session, libro).diferencias
    assert [(d.id, d.campo, d.suyo, d.cierta) for d in (primera, segunda)] == [
        ("g1", "nombre", "Escuelas", False),
        ("g2", "nombre", "Periodistas", False),
    ]
    assert primera.mensaje == (
        "Hoja «Grupos», renglón 2, columna B: este nombre se envió en otro renglón; si de verdad cambia de nombre, "
        "tome lo del archivo."
    )
    assert uso.valores["grupo"] == "g2"
    taken(session, libro, {primera.clave: Decision.TOMAR, segunda.clave: Decision.TOMAR})
    assert [(g.id, g.nombre) for g in session.proyecto.todos(GrupoUsuarios)][:2] == [
        ("g1", "Escuelas"),
        ("g2", "Periodistas"),
    ]


def test_uses_of_data_that_changed_groups_are_what_they_say_now() -> None:
    session = institution(UsoDatos(id="u2", grupo="g2", conjunto="c1", tipo=TipoUso.POTENCIAL, uso="Tareas"))
    libro = format_of(session, "a")
    assert libro.datos is not None
    una, otra = (next(f for f in libro.datos.filas if f["id"] == identidad) for identidad in ("u1", "u2"))
    una["grupo"], otra["grupo"] = otra["grupo"], una["grupo"]
    assert {(d.id, d.campo, d.suyo, d.cierta) for d in compared(session, libro).diferencias} == {
        ("u1", "tipo", TipoUso.POTENCIAL, True),
        ("u1", "uso", "Tareas", True),
        ("u2", "tipo", TipoUso.ACTUAL, True),
        ("u2", "uso", "Notas de prensa", True),
    }


def test_a_row_that_lost_its_identity_to_another_and_was_renamed_is_asked_about() -> None:
    session = institution(GrupoUsuarios(id="g4", nombre="Abogadas", area="a"))
    libro = shuffled(session, "Abogadas", "Periodistas", "Escuelas")
    libro.grupos.fila("Periodistas")["nombre"] = "Prensa"
    assert {(d.titulo, d.tipo) for d in compared(session, libro).diferencias} == {
        ("Prensa", TipoDiferencia.NUEVO),
        ("Periodistas", TipoDiferencia.FALTANTE),
    }


def test_a_row_renamed_to_a_name_that_another_bears_is_asked_about() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")["nombre"] = "Escuelas"
    hallada = only(session, libro)
    assert (hallada.id, hallada.campo, hallada.suyo, hallada.cierta) == ("g1", "nombre", "Escuelas", False)


@pytest.mark.parametrize(
    "notas", [("Total: 2 grupos",), ("Elaboró: Juan Pérez",), ("Fuente: INEGI", "Fecha: 12/12/2026")]
)
def test_notes_below_the_table_are_no_groups_unless_somebody_says_so(notas: tuple[str, ...]) -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [{"nombre": nota} for nota in notas]
    assert [d.tipo for d in compared(session, libro).diferencias] == [TipoDiferencia.RENGLON] * len(notas)
    taken(session, libro)
    assert len(session.proyecto.todos(GrupoUsuarios)) == 3


def test_sums_and_signatures_are_notes_whatever_stands_beside_them() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [
        {},
        {"nombre": "Total", "poder": 4, "interes": 9},
        {"nombre": "Elaboró: Ana", "clase": "Revisó: Luis"},
        {"nombre": "* Con corte a marzo"},
        {"nombre": "* Radios", "clase": "Dentro de la institución"},
    ]
    hallado = [(d.titulo, d.tipo) for d in compared(session, libro).diferencias]
    notas = [("Total", TipoDiferencia.RENGLON), ("Elaboró: Ana", TipoDiferencia.RENGLON)]
    assert hallado == [
        *notas,
        ("* Con corte a marzo", TipoDiferencia.RENGLON),
        ("* Radios", TipoDiferencia.NUEVO),
    ]


def test_all_that_keeps_a_row_from_being_added_is_said() -> None:
    session = institution()
    libro = format_of(session, "a")
    assert libro.datos is not None
    libro.datos.filas.append({"conjunto": "Visitante", "grupo": "Periodista"})
    mensaje = only(session, libro).mensaje
    assert "¿quiso decir «Periodistas»?" in mensaje
    assert mensaje.endswith("¿quiso decir «Visitantes»?")


def test_a_lone_name_after_a_gap_is_asked_about_and_one_with_more_is_not() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [{}, {"nombre": "Atentamente"}, {}, {"nombre": "Juan Pérez"}]
    for hallada in compared(session, libro).diferencias:
        assert hallada.mensaje.endswith(
            "parece una nota debajo de la tabla; si de verdad es un grupo, tómelo como está."
        )
    libro.grupos.filas.append({"nombre": "INEGI", "notas": "Más"})
    assert {d.tipo for d in compared(session, libro).diferencias} == {TipoDiferencia.NUEVO}
