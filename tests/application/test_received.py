"""What became of each row of a returned workbook, in words that can be mailed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.received import Suerte, sentence
from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.importacion import Problema
from tests.application.returned_project import ESCUELAS, PERIODISTAS, compared, institution, taken
from tests.returned_books import format_of

if TYPE_CHECKING:
    from promueve_gui.application.received import Aplicado

    Told = tuple[int, str, Suerte, str]


def told(done: Aplicado, hoja: str = "Grupos") -> list[Told]:
    return [(f.renglon, f.titulo, f.suerte, f.detalle) for f in done.filas if f.hoja == hoja]


def test_rows_are_told_one_by_one_and_then_those_that_no_longer_come() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas").update({"siglas": "P", "notas": "Cada mes"})
    libro.grupos.filas[1] = {"nombre": "INEGI"}
    assert libro.datos is not None
    libro.datos.filas.append({"conjunto": "Piezas", "grupo": "INEGI"})
    done = taken(session, libro)
    assert told(done) == [
        (2, "Periodistas", Suerte.ACTUALIZADA, "«Siglas»: se tomó «P». «Notas»: se tomó «Cada mes»."),
        (3, "INEGI", Suerte.AGREGADA, ""),
        (0, "Escuelas", Suerte.PENDIENTE, "Hoja «Grupos»: ya no viene «Escuelas»; decida si se retira o se conserva."),
    ]
    assert told(done, "Datos") == [
        (2, "Periodistas: Visitantes", Suerte.IGUAL, ""),
        (3, "Piezas", Suerte.IGUAL, ""),
        (4, "INEGI: Piezas", Suerte.AGREGADA, ""),
    ]


def test_what_waits_counts_before_what_was_taken() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas").update({"siglas": "P", "poder": "mucho"})
    libro.grupos.fila("Escuelas")["descripcion"] = "Secundarias"
    session.edit("Editar", [cambio(ESCUELAS, descripcion="Todas")])
    (_, _, primera, detalle), segunda = told(taken(session, libro))
    assert primera is Suerte.PENDIENTE
    assert detalle.startswith("«Siglas»: se tomó «P». Hoja «Grupos», renglón 2, columna G: «mucho» no sirve")
    assert segunda[2:] == (
        Suerte.PENDIENTE,
        "«Quiénes son y qué buscan»: también se cambió en el proyecto y falta decidir cuál vale.",
    )


def test_a_text_that_joined_ours_is_not_said_to_have_taken_its_place() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["descripcion"] = "Secundarias"
    session.edit("Editar", [cambio(ESCUELAS, descripcion="Preparatorias")])
    done = taken(session, libro, {"grupo_usuarios:g2:descripcion": Decision.AMBOS})
    detalle = next(detalle for _, titulo, _, detalle in told(done) if titulo == "Escuelas")
    assert detalle == "«Quiénes son y qué buscan»: se agregó a lo del proyecto «Secundarias»."


def test_what_was_declined_is_said() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Periodistas")["siglas"] = "P"
    libro.grupos.filas[1] = {"nombre": "INEGI"}
    decisiones = {d.clave: Decision.CONSERVAR for d in compared(session, libro).diferencias}
    assert told(taken(session, libro, decisiones)) == [
        (2, "Periodistas", Suerte.OMITIDA, "«Siglas»: se conservó lo del proyecto."),
        (3, "INEGI", Suerte.OMITIDA, "se conservó lo del proyecto."),
        (0, "Escuelas", Suerte.OMITIDA, "se conservó lo del proyecto."),
    ]


def test_what_was_withdrawn_is_said() -> None:
    session = institution()
    libro = format_of(session, "a")
    del libro.grupos.filas[1]
    assert told(taken(session, libro, {"grupo_usuarios:g2:": Decision.TOMAR}))[-1][2] is Suerte.RETIRADA


def test_problems_of_a_row_are_told_with_it() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append(dict(libro.grupos.filas[1]))
    problema = Problema("Grupos", 2, "C", "#REF!", "Es un error.")
    returns = Returns(session)
    done = returns.apply(returns.compare(libro.returned(problema, Problema("Datos", None, "", "", "Raro."))), {})
    assert told(done) == [
        (2, "Periodistas", Suerte.OMITIDA, "Es un error."),
        (3, "Escuelas", Suerte.IGUAL, ""),
        (4, "Escuelas", Suerte.OMITIDA, "Hoja «Grupos», renglón 4: repite el renglón 3; se tomó una sola vez."),
    ]


def test_a_conflict_is_a_sentence_with_both_sides_and_its_place() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["descripcion"] = "Secundarias " * 30
    libro.grupos.fila("Periodistas")["poder"] = 4
    session.edit("Editar", [cambio(ESCUELAS, descripcion=""), cambio(PERIODISTAS, poder=5)])
    poder, descripcion = (sentence(d, session.proyecto) for d in compared(session, libro).diferencias)
    assert poder == (
        "Hoja «Grupos», renglón 2, columna G: «Poder» de «Periodistas» se cambió en los dos lados; el proyecto dice "
        "«5» y el archivo «4». Decida cuál vale."
    )
    assert "el proyecto dice «nada» y el archivo «Secundarias" in descripcion
    assert len(descripcion) < 300


def test_what_has_its_own_sentence_says_that() -> None:
    session = institution()
    libro = format_of(session, "a")
    del libro.grupos.filas[1]
    assert "ya no viene «Escuelas»" in sentence(compared(session, libro).diferencias[0], session.proyecto)
