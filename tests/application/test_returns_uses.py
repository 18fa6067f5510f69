"""The sheet of data: how the groups of the area use its datasets, new groups of the same file included."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.dudas import doubt_choices, resolve_doubt
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.vocabularios import TipoUso
from tests.application.returned_project import (
    ESCUELAS,
    NOTARIAS,
    PERIODISTAS,
    PIEZAS,
    USO,
    VISITANTES,
    compared,
    group,
    institution,
    only,
    taken,
)
from tests.returned_books import format_of, unsealed

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from tests.returned_books import Libro, Tabla


def data(libro: Libro) -> Tabla:
    assert libro.datos is not None
    return libro.datos


def uses(session: Session) -> list[UsoDatos]:
    """Return the uses in the project beside the first."""
    return [uso for uso in session.proyecto.todos(UsoDatos) if uso.id != USO.id]


def test_rows_that_wait_to_be_filled_in_say_nothing() -> None:
    session = institution()
    libro = format_of(session, "a")
    assert [fila.get("grupo") for fila in data(libro).filas] == ["Periodistas", None]
    assert compared(session, libro).diferencias == []


def test_a_dataset_is_linked_to_a_group() -> None:
    session = institution()
    libro = format_of(session, "a")
    data(libro).fila("Piezas").update({"grupo": "escuelas", "tipo": "Actual", "uso": "Visitas"})
    hallada = only(session, libro)
    assert (hallada.clave, hallada.titulo) == ("uso_datos:+Datos:3", "escuelas: Piezas")
    taken(session, libro)
    (uso,) = uses(session)
    assert (uso.grupo, uso.conjunto, uso.tipo, uso.uso) == ("g2", "c2", TipoUso.ACTUAL, "Visitas")


def test_a_new_group_is_linked_in_the_same_file() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append({"nombre": "INEGI"})
    data(libro).fila("Piezas")["grupo"] = "INEGI"
    taken(session, libro)
    (uso,) = uses(session)
    assert session.proyecto.titulo("grupo_usuarios", uso.grupo) == "INEGI"


def test_a_group_goes_by_its_name_in_the_file_as_it_was_sent_and_as_it_is() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["nombre"] = "Escuelas públicas"
    session.edit("Renombrar", [cambio(PERIODISTAS, nombre="Prensa")])
    data(libro).filas += [
        {"conjunto": "Piezas", "grupo": "Escuelas públicas"},
        {"conjunto": "Piezas", "grupo": "Periodistas"},
        {"conjunto": "Visitantes", "grupo": "Escuelas"},
        {"conjunto": "Piezas", "grupo": "Prensa", "uso": "Otra"},
    ]
    taken(session, libro)
    assert {(uso.grupo, uso.conjunto) for uso in uses(session)} == {("g2", "c2"), ("g1", "c2"), ("g2", "c1")}


def test_a_group_of_another_area_can_be_named() -> None:
    session = institution()
    libro = format_of(session, "a")
    data(libro).fila("Piezas")["grupo"] = "Notarías"
    taken(session, libro)
    assert [uso.grupo for uso in uses(session)] == ["g3"]


def test_of_groups_of_one_name_the_area_means_its_own() -> None:
    session = institution(replace(NOTARIAS, id="g9", nombre="Escuelas"))
    libro = format_of(session, "a")
    data(libro).fila("Piezas")["grupo"] = "Escuelas"
    taken(session, libro)
    assert [uso.grupo for uso in uses(session)] == ["g2"]


def test_a_name_that_several_groups_have_elsewhere_is_asked_about() -> None:
    session = institution(replace(NOTARIAS, id="g9"))
    libro = format_of(session, "a")
    data(libro).fila("Piezas")["grupo"] = "Notarías"
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.suyo, hallada.valores) == (TipoDiferencia.VALOR, None, {})
    assert "Hay 2 grupos que se llaman «Notarías»" in hallada.mensaje


def test_a_group_that_nobody_knows_waits_and_is_linked_once_it_is_known() -> None:
    session = institution()
    libro = format_of(session, "a")
    data(libro).fila("Piezas").update({"grupo": "Escuela", "tipo": "Actual"})
    hallada = only(session, libro)
    assert (hallada.clave, hallada.tipo, hallada.suyo) == ("uso_datos:+Datos:3", TipoDiferencia.VALOR, "g2")
    assert "«Escuela» no está entre los valores de «Grupo de usuarios»; ¿quiso decir «Escuelas»?" in hallada.mensaje
    taken(session, libro)
    (duda,) = session.proyecto.todos(Duda)
    assert doubt_choices(session.proyecto, duda) == (Decision.TOMAR, Decision.CONSERVAR, Decision.ESPERAR)
    session.edit(*resolve_doubt(session.proyecto, duda, Decision.TOMAR))
    (uso,) = uses(session)
    assert (uso.grupo, uso.conjunto, uso.tipo) == ("g2", "c2", TipoUso.ACTUAL)
    assert compared(session, libro).diferencias == []


def test_without_group_or_dataset_a_row_waits() -> None:
    session = institution()
    libro = format_of(session, "a")
    data(libro).filas += [
        {"conjunto": "Piezas", "uso": "Alguien las pide"},
        {"grupo": "Escuelas", "uso": "Piden algo"},
        {"conjunto": "Otra cosa", "grupo": "Nadie"},
    ]
    textos = [(d.tipo, d.campo, d.texto) for d in compared(session, libro).diferencias]
    assert textos == [
        (TipoDiferencia.VALOR, "grupo", "Conjunto de datos: Piezas; Para qué los usa o los usaría: Alguien las pide"),
        (TipoDiferencia.VALOR, "conjunto", "Grupo de usuarios: Escuelas; Para qué los usa o los usaría: Piden algo"),
        (TipoDiferencia.VALOR, "grupo", "Conjunto de datos: Otra cosa; Grupo de usuarios: Nadie"),
    ]
    taken(session, libro)
    assert (uses(session), len(session.proyecto.todos(Duda))) == ([], 3)


def test_what_depends_on_a_group_that_is_not_added_is_not_added_either() -> None:
    for decision, otra_vez in ((Decision.CONSERVAR, []), (Decision.ESPERAR, ["INEGI", "INEGI: Piezas"])):
        session = institution()
        libro = format_of(session, "a")
        libro.grupos.filas.append({"nombre": "INEGI"})
        data(libro).fila("Piezas")["grupo"] = "INEGI"
        returns = Returns(session)
        done = returns.apply(returns.compare(libro.returned()), {"grupo_usuarios:+Grupos:4": decision})
        assert (done.tomadas, done.dudas, uses(session)) == ([], [], [])
        assert [d.titulo for d in returns.compare(libro.returned()).diferencias] == otra_vez


def test_a_use_that_is_there_already_is_filled_in() -> None:
    session = institution()
    libro = format_of(session, "a")
    session.edit("Ligar", [alta(UsoDatos(id="u9", grupo="g2", conjunto="c2", uso="Visitas"))])
    data(libro).fila("Piezas").update({"grupo": "Escuelas", "tipo": "Actual", "uso": "Visitas"})
    assert [d.clave for d in compared(session, libro).diferencias] == ["uso_datos:u9:tipo"]


def test_a_link_is_changed() -> None:
    session = institution()
    libro = format_of(session, "a")
    data(libro).fila("Visitantes")["grupo"] = "Escuelas"
    hallada = only(session, libro)
    assert (hallada.clave, hallada.suyo, hallada.titulo) == ("uso_datos:u1:grupo", "g2", "Periodistas: Visitantes")
    taken(session, libro)
    assert session.proyecto.get(UsoDatos, "u1") == replace(USO, grupo="g2")


def test_a_use_that_no_longer_comes_is_asked_about() -> None:
    session = institution()
    libro = format_of(session, "a")
    data(libro).filas.remove(data(libro).fila("Visitantes"))
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.titulo) == (TipoDiferencia.FALTANTE, "Periodistas: Visitantes")


def test_only_uses_of_datasets_of_the_area_are_expected() -> None:
    ajeno = replace(VISITANTES, id="c9", nombre="Actas", area="b")
    session = institution(
        ajeno,
        replace(PIEZAS, id="c8", nombre="Viejas", retirado="Se repetía"),
        *(replace(USO, id=f"u{c}", conjunto=c) for c in ("c9", "c8")),
        replace(USO, id="sin", conjunto=None),
        replace(USO, id="retirado", retirado="Se repetía"),
    )
    libro = format_of(session, "a")
    assert [fila.get("id") for fila in data(libro).filas] == ["u1", None]


def test_without_a_stamp_a_use_of_another_area_counts_as_none() -> None:
    """A row that was copied from another area's workbook does not change what that one said."""
    session = institution(UsoDatos(id="u9", grupo="g3", conjunto="c1"))
    libro = unsealed(format_of(session, "a"))
    data(libro).filas.append({"id": "u9", "conjunto": "Visitantes", "grupo": "Escuelas"})
    (nueva,) = (d for d in compared(session, libro, "a").diferencias if d.entidad == "uso_datos")
    assert nueva.tipo is TipoDiferencia.NUEVO


def test_a_dataset_of_the_area_goes_by_its_name_as_it_was_sent() -> None:
    session = institution()
    libro = format_of(session, "a")
    session.edit("Renombrar", [cambio(PIEZAS, nombre="Acervo"), retiro(VISITANTES, "Se repetía")])
    data(libro).filas += [{"conjunto": "Piezas", "grupo": "Escuelas"}, {"conjunto": "Acervo", "grupo": "Periodistas"}]
    taken(session, libro)
    assert {(uso.grupo, uso.conjunto) for uso in uses(session)} == {("g2", "c2"), ("g1", "c2")}


def test_a_group_that_is_gone_is_not_meant() -> None:
    session = institution()
    session.edit("Agregar", [alta(GrupoUsuarios(id="g9", nombre="Cámaras", area="a"))])
    libro = format_of(session, "a")
    session.undo()
    data(libro).fila("Piezas")["grupo"] = "Cámaras"
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.campo) == (TipoDiferencia.VALOR, "grupo")
    assert group(session, "g2") == ESCUELAS
