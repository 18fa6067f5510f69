"""Cell by cell: only what the area changed counts, and what both sides changed is left to somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.devueltos import ILEGIBLE, Sello
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.formatos import Duda, EstadoDuda, TipoDuda
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from tests.application.returned_project import (
    ESCUELAS,
    PERIODISTAS,
    compared,
    edition,
    group,
    institution,
    only,
    taken,
)
from tests.returned_books import format_of, map_of

if TYPE_CHECKING:
    from promueve_gui.domain.devueltos import Celda
    from promueve_gui.domain.diferencias import Diferencia
    from promueve_gui.domain.ficha import Valor


def test_an_untouched_workbook_says_nothing() -> None:
    session = institution()
    devolucion = compared(session, format_of(session, "a"))
    assert (devolucion.diferencias, devolucion.problemas, devolucion.avisos) == ([], [], [])
    assert (devolucion.iguales, devolucion.conservados) == ({"grupo_usuarios": 2, "uso_datos": 1}, 0)
    assert (devolucion.area, devolucion.posicion) == ("a", session.position)


def test_what_only_they_changed_is_taken() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas").update({"siglas": "PER", "clase": "Dentro de la institución", "poder": 5.0})
    devolucion = compared(session, libro)
    assert [(d.clave, d.tipo, d.suyo, d.base) for d in devolucion.diferencias] == [
        ("grupo_usuarios:g1:siglas", TipoDiferencia.CAMBIO, "PER", ""),
        ("grupo_usuarios:g1:clase", TipoDiferencia.CAMBIO, ClaseGrupo.DENTRO, ClaseGrupo.SOCIEDAD),
        ("grupo_usuarios:g1:poder", TipoDiferencia.CAMBIO, 5, 3),
    ]
    siglas = devolucion.diferencias[0]
    assert (siglas.titulo, siglas.lugar.hoja, siglas.lugar.renglon, siglas.lugar.columna, siglas.texto) == (
        "Periodistas",
        "Grupos",
        2,
        "C",
        "PER",
    )
    done = taken(session, libro)
    assert group(session, "g1") == replace(PERIODISTAS, siglas="PER", clase=ClaseGrupo.DENTRO, poder=5)
    assert (edition(done).motivo, edition(done).origen) == ("Recibir «Museos.xlsx»", "devolver")
    assert (len(done.tomadas), done.dudas) == (3, [])


@pytest.mark.parametrize(
    "celdas",
    [
        {"nombre": " Periodistas  "},
        {"clase": "otros sectores de la SOCIEDAD"},
        {"clase": "sociedad"},
        {"ejes": "transparencia y rendicion de cuentas"},
        {"poder": "3"},
        {"poder": 3.0},
        {"siglas": ""},
        {"notas": ILEGIBLE},
    ],
)
def test_what_means_the_same_is_no_change(celdas: dict[str, Any]) -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas").update(celdas)
    assert compared(session, libro).diferencias == []


@pytest.mark.parametrize("celda", ["Notarias", "Notar?as", "NotarÃ\xadas", "Notar\ufffdas"])
def test_what_only_lost_its_accents_is_no_change(celda: str) -> None:
    session = institution()
    libro = format_of(session, "b")
    libro.grupos.fila("Notarías")["nombre"] = celda
    assert compared(session, libro).diferencias == []


def test_what_only_we_changed_is_kept_and_counted() -> None:
    session = institution()
    libro = format_of(session, "a")
    session.edit("Editar", [cambio(PERIODISTAS, siglas="P", notas="N"), cambio(ESCUELAS, descripcion="Todas")])
    devolucion = compared(session, libro)
    assert (devolucion.diferencias, devolucion.conservados) == ([], 3)


def test_a_column_that_is_gone_says_nothing() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.columnas = tuple(c for c in libro.grupos.columnas if c != "descripcion")
    assert compared(session, libro).diferencias == []


def test_both_sides_the_same_way_is_no_conflict() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["descripcion"] = "Todas las  escuelas"
    session.edit("Editar", [cambio(ESCUELAS, descripcion="Todas las escuelas")])
    assert compared(session, libro).diferencias == []


@pytest.mark.parametrize("celda", ["sociedad", "OTROS sectores de la sociedad"])
def test_what_means_what_was_sent_says_nothing_though_we_changed_it(celda: str) -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")["clase"] = celda
    session.edit("Editar", [cambio(PERIODISTAS, clase=ClaseGrupo.DENTRO)])
    assert compared(session, libro).diferencias == []


def test_what_says_no_more_than_a_blank_fills_nothing_in() -> None:
    session = institution(replace(PERIODISTAS, id="g9", prioritario=True))
    libro = map_of(session)
    libro.sello = Sello()
    libro.grupos.filas[-1]["prioritario"] = "No"
    assert compared(session, libro).diferencias == []


def conflicting() -> tuple[Any, Any]:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["descripcion"] = "Secundarias"
    session.edit("Editar", [cambio(ESCUELAS, descripcion="Preparatorias")])
    return session, libro


@pytest.mark.parametrize(
    ("decision", "queda"),
    [
        (Decision.TOMAR, "Secundarias"),
        (Decision.CONSERVAR, "Preparatorias"),
        (Decision.AMBOS, "Preparatorias\nSecundarias"),
    ],
)
def test_what_both_changed_is_decided_by_somebody(decision: Decision, queda: str) -> None:
    session, libro = conflicting()
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.base, hallada.nuestro, hallada.suyo, hallada.cierta) == (
        TipoDiferencia.CONFLICTO,
        "Primarias",
        "Preparatorias",
        "Secundarias",
        False,
    )
    done = taken(session, libro, {hallada.clave: decision})
    assert group(session, "g2").descripcion == queda
    assert done.dudas == []
    assert session.proyecto.todos(Duda) == []


@pytest.mark.parametrize("decisiones", [{}, {"grupo_usuarios:g2:descripcion": Decision.ESPERAR}])
def test_what_nobody_decided_waits_in_the_project(decisiones: dict[str, Decision]) -> None:
    session, libro = conflicting()
    done = taken(session, libro, decisiones)
    (duda,) = session.proyecto.todos(Duda)
    assert done.dudas == [duda]
    assert duda.tipo is TipoDuda.CONFLICTO
    assert duda.estado is EstadoDuda.PENDIENTE
    assert (duda.nombre, duda.fuente, duda.area) == ("Escuelas: Quiénes son y qué buscan", "Museos.xlsx", "a")
    assert (duda.lugar, duda.texto, duda.fecha) == (
        "Hoja «Grupos», renglón 3, columna F",
        "Secundarias",
        date(2026, 3, 2),
    )
    assert (duda.entidad, duda.registro, duda.campo) == ("grupo_usuarios", "g2", "descripcion")
    assert duda.suyo == '{"descripcion": "Secundarias"}'
    assert group(session, "g2").descripcion == "Preparatorias"


def test_one_line_texts_are_joined_on_one_line() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["siglas"] = "ESC"
    session.edit("Editar", [cambio(ESCUELAS, siglas="E")])
    taken(session, libro, {"grupo_usuarios:g2:siglas": Decision.AMBOS})
    assert group(session, "g2").siglas == "E; ESC"


def test_both_is_no_choice_for_what_is_no_text() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")["poder"] = 4
    session.edit("Editar", [cambio(PERIODISTAS, poder=5)])
    done = taken(session, libro, {"grupo_usuarios:g1:poder": Decision.AMBOS})
    assert len(done.dudas) == 1


def test_what_is_certain_can_be_declined_or_put_off() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas").update({"siglas": "E", "notas": "Cada mes"})
    hallada = "grupo_usuarios:g2:siglas"
    taken(session, libro, {hallada: Decision.CONSERVAR})
    assert group(session, "g2") == replace(ESCUELAS, notas="Cada mes")


def test_what_was_put_off_comes_again_with_the_file() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["siglas"] = "E"
    put_off: dict[str, Decision] = {"grupo_usuarios:g2:siglas": Decision.ESPERAR}
    for decisiones in (put_off, {}):
        devolucion = compared(session, libro)
        assert len(devolucion.diferencias) == 1
        Returns(session).apply(devolucion, decisiones)
    assert group(session, "g2").siglas == "E"


@pytest.mark.parametrize(
    ("campo", "celda", "cercano", "dicho"),
    [
        ("clase", "Goberno", ClaseGrupo.GOBIERNO, "¿quiso decir «Otras instituciones de gobierno»?"),
        ("clase", "Marcianos", None, "elija uno de la lista"),
        (
            "ejes",
            "Transparencia; Crecimiento economica",
            frozenset({Eje.TRANSPARENCIA, Eje.CRECIMIENTO}),
            "¿quiso decir «Transparencia y rendición de cuentas»?",
        ),
        ("ejes", "Transparencia; Marte", None, "¿quiso decir «Transparencia y rendición de cuentas»?"),
        (
            "ejes",
            "Colaboración ciudadan; Crecimiento económico",
            frozenset({Eje.COLABORACION, Eje.CRECIMIENTO}),
            "¿quiso decir «Colaboración ciudadana»?",
        ),
        ("poder", 9, 5, "escriba un número del 1 al 5"),
        ("poder", "mucho", None, "escriba un número del 1 al 5"),
    ],
)
def test_what_cannot_be_read_waits_with_the_nearest_value(campo: str, celda: Celda, cercano: Valor, dicho: str) -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")[campo] = celda
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.suyo, hallada.campo) == (TipoDiferencia.VALOR, cercano, campo)
    assert hallada.mensaje.startswith("Hoja «Grupos», renglón 2, columna ")
    assert dicho in hallada.mensaje
    taken(session, libro, {hallada.clave: Decision.TOMAR})
    assert len(session.proyecto.todos(Duda)) == (cercano is None)
    assert getattr(group(session, "g1"), campo) == (getattr(PERIODISTAS, campo) if cercano is None else cercano)


def test_what_must_not_be_empty_is_asked_about() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")["clase"] = None
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.suyo, hallada.valores) == (TipoDiferencia.VALOR, None, {})
    assert "«Clase» decía «Otros sectores de la sociedad» y ahora está vacío" in hallada.mensaje


@pytest.mark.parametrize(
    "dicho",
    [
        "ELIMINAR",
        "(baja)",
        "Ya no existe.",
        "***borrar***",
        "N/A",
        "BAJA - Periodistas",
        "Periodistas (eliminar)",
        "periodistas: ya no existe",
    ],
)
def test_a_name_that_asks_to_be_deleted_is_no_name(dicho: str) -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")["nombre"] = dicho
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.suyo, hallada.valores) == (TipoDiferencia.VALOR, None, {})
    assert hallada.mensaje.endswith(
        f"dice «{dicho}» donde se envió «Periodistas»; si es para quitarlo, retírelo en el proyecto, o conserve el "
        "nombre."
    )
    taken(session, libro)
    assert group(session, "g1").nombre == "Periodistas"


@pytest.mark.parametrize("dicho", ["Baja California", "Periodistas, baja costa", "**Periodistas de datos**"])
def test_a_name_with_such_a_word_in_it_is_a_name(dicho: str) -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")["nombre"] = dicho
    assert only(session, libro).tipo is TipoDiferencia.CAMBIO


def test_a_word_that_deletes_is_a_text_like_others_elsewhere() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")["notas"] = "Eliminar"
    assert only(session, libro).tipo is TipoDiferencia.CAMBIO


def test_what_may_be_empty_is_emptied() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["descripcion"] = None
    taken(session, libro)
    assert group(session, "g2").descripcion == ""


def withdrawn_and_edited() -> tuple[Any, Any, Diferencia]:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas").update({"siglas": "E", "poder": 9})
    session.edit("Retirar", [retiro(ESCUELAS, "Se repetía.")])
    return session, libro, only(session, libro)


def test_changes_to_what_was_withdrawn_are_one_question() -> None:
    session, libro, hallada = withdrawn_and_edited()
    assert (hallada.tipo, hallada.campo, hallada.nuestro) == (TipoDiferencia.CONFLICTO, "retirado", "Se repetía.")
    assert "(Se repetía)" in hallada.mensaje
    assert hallada.texto == "Siglas: E; Poder: 9"
    taken(session, libro, {hallada.clave: Decision.TOMAR})
    assert group(session, "g2") == replace(ESCUELAS, siglas="E", poder=5)


def test_what_was_withdrawn_can_stay_so() -> None:
    session, libro, hallada = withdrawn_and_edited()
    taken(session, libro, {hallada.clave: Decision.CONSERVAR})
    assert session.proyecto.activos(GrupoUsuarios) != session.proyecto.todos(GrupoUsuarios)


def test_what_was_withdrawn_and_came_back_as_it_was_is_no_question() -> None:
    session = institution()
    libro = format_of(session, "a")
    session.edit("Retirar", [retiro(ESCUELAS, "Se repetía")])
    assert compared(session, libro).diferencias == []
