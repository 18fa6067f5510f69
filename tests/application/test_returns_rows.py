"""Row by row: which record each is, whatever was done to the sheet; what is new, repeated, or no longer comes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.similitud import similitud
from promueve_gui.application.received import Suerte
from promueve_gui.application.return_report import told
from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.formatos import Duda, TipoDuda
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.application.returned_project import (
    ESCUELAS,
    NOTARIAS,
    PERIODISTAS,
    compared,
    edition,
    group,
    institution,
    only,
    taken,
)
from tests.returned_books import format_of, map_of, unsealed

if TYPE_CHECKING:
    from promueve_gui.application.session import Session

NUEVA = {"nombre": "INEGI", "clase": "Otras instituciones de gobierno", "interes": 5}


def named(session: Session, nombre: str) -> list[GrupoUsuarios]:
    """Return the groups that are called so."""
    return [g for g in session.proyecto.todos(GrupoUsuarios) if g.nombre == nombre]


def test_rows_in_another_order_say_the_same() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.reverse()
    assert compared(session, libro).diferencias == []


def test_a_new_row_is_added_to_the_area() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append(NUEVA)
    hallada = only(session, libro)
    assert (hallada.clave, hallada.tipo, hallada.titulo) == ("grupo_usuarios:+Grupos:4", TipoDiferencia.NUEVO, "INEGI")
    assert hallada.cierta
    done = taken(session, libro)
    (nuevo,) = named(session, "INEGI")
    assert (nuevo.area, nuevo.clase, nuevo.interes) == ("a", ClaseGrupo.GOBIERNO, 5)
    assert [c.id for c in edition(done).cambios] == [nuevo.id]
    session.undo()
    assert named(session, "INEGI") == []
    taken(session, libro)
    assert len(named(session, "INEGI")) == 1


def test_a_new_row_that_looks_like_a_group_says_so_and_is_added_all_the_same() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [{"nombre": "NOTARIAS"}, {"nombre": "Periodista"}, {"nombre": "Otra cosa"}]
    devolucion = Returns(session, similitud).compare(libro.returned())
    assert [d.parecido for d in devolucion.diferencias] == ["g3", "g1", None]
    taken(session, libro)
    assert len(session.proyecto.activos(GrupoUsuarios)) == 6


def test_a_new_row_can_be_declined_for_good() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append(NUEVA)
    taken(session, libro, {"grupo_usuarios:+Grupos:4": Decision.CONSERVAR})
    assert named(session, "INEGI") == []
    libro.grupos.filas[-1] = {**NUEVA, "notas": "Insisten"}
    assert only(session, libro).tipo is TipoDiferencia.NUEVO


def test_a_cell_of_a_new_row_that_cannot_be_read_waits_apart() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append({**NUEVA, "poder": 9, "clase": "Marcianos"})
    nueva, clase, poder = compared(session, libro).diferencias
    assert [d.clave for d in (nueva, clase, poder)] == [
        "grupo_usuarios:+Grupos:4",
        "grupo_usuarios:+Grupos:4:clase",
        "grupo_usuarios:+Grupos:4:poder",
    ]
    taken(session, libro, {poder.clave: Decision.TOMAR})
    (nuevo,) = named(session, "INEGI")
    assert (nuevo.poder, nuevo.clase) == (5, None)
    (duda,) = session.proyecto.todos(Duda)
    assert (duda.registro, duda.campo, duda.tipo, duda.suyo) == (nuevo.id, "clase", TipoDuda.VALOR, "")


def test_what_is_said_of_a_new_row_goes_with_it() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append({**NUEVA, "poder": 9})
    done = taken(session, libro, {"grupo_usuarios:+Grupos:4": Decision.CONSERVAR})
    assert (done.tomadas, done.dudas, session.proyecto.todos(Duda)) == ([], [], [])


def test_a_row_without_a_name_waits_as_a_whole() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append({"clase": "Dentro de la institución", "notas": "¿Cómo se llaman?"})
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.campo, hallada.titulo, hallada.valores) == (TipoDiferencia.VALOR, "nombre", "…", {})
    assert hallada.texto == "Clase: Dentro de la institución; Notas: ¿Cómo se llaman?"
    assert hallada.mensaje.startswith("Hoja «Grupos», renglón 4, columna B: falta «Grupo de usuarios»")
    taken(session, libro)
    assert len(session.proyecto.todos(Duda)) == 1


def test_a_sheet_without_the_column_of_names_still_gives_its_place() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.columnas = ("clase", "notas")
    libro.grupos.filas.append({"clase": "Dentro de la institución"})
    assert only(session, libro).mensaje.startswith("Hoja «Grupos», renglón 4: falta")


def test_blank_rows_say_nothing() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [{}, {"nombre": None, "siglas": ""}]
    assert compared(session, libro).diferencias == []


def test_a_row_that_no_longer_comes_is_asked_about_and_never_deleted_by_itself() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.remove(libro.grupos.fila("Escuelas"))
    hallada = only(session, libro)
    assert (hallada.clave, hallada.tipo, hallada.cierta) == ("grupo_usuarios:g2:", TipoDiferencia.FALTANTE, False)
    assert (hallada.lugar.renglon, hallada.titulo) == (0, "Escuelas")
    taken(session, libro)
    assert group(session, "g2").activo
    (duda,) = session.proyecto.todos(Duda)
    assert (duda.tipo, duda.nombre, duda.lugar) == (TipoDuda.FALTANTE, "Escuelas", "Hoja «Grupos»")


@pytest.mark.parametrize(
    ("decision", "retirado"), [(Decision.TOMAR, "Ya no viene en «Museos.xlsx»."), (Decision.CONSERVAR, "")]
)
def test_somebody_decides_whether_it_is_withdrawn(decision: Decision, retirado: str) -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.remove(libro.grupos.fila("Escuelas"))
    taken(session, libro, {"grupo_usuarios:g2:": decision})
    assert group(session, "g2").retirado == retirado


def test_a_row_struck_through_is_asked_about_once_and_never_deleted_by_itself() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["tachada"] = True
    hallada = only(session, libro)
    assert (hallada.clave, hallada.tipo, hallada.cierta) == ("grupo_usuarios:g2:", TipoDiferencia.TACHADO, False)
    assert hallada.mensaje == ("Hoja «Grupos», renglón 3: «Escuelas» viene tachado; decida si se retira o se conserva.")
    assert told(hallada, session.proyecto).suyo == "Viene tachado."
    done = taken(session, libro)
    assert group(session, "g2").activo
    assert [(fila.titulo, fila.suerte) for fila in done.filas if fila.detalle] == [("Escuelas", Suerte.PENDIENTE)]
    assert compared(session, libro).diferencias == []
    (duda,) = session.proyecto.activos(Duda)
    assert (duda.tipo, duda.nombre, duda.lugar) == (TipoDuda.TACHADO, "Escuelas", "Hoja «Grupos», renglón 3")


def test_a_row_struck_through_is_withdrawn_when_somebody_says_so_and_not_twice() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["tachada"] = True
    taken(session, libro, {"grupo_usuarios:g2:": Decision.TOMAR})
    assert group(session, "g2").retirado == "Viene tachado en «Museos.xlsx»."
    otra = institution()
    libro = format_of(otra, "a")
    libro.grupos.fila("Escuelas")["tachada"] = True
    otra.edit("Retirar", [retiro(ESCUELAS, "Se repetía")])
    assert compared(otra, libro).diferencias == []


def test_a_row_whose_content_was_cleared_no_longer_comes() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas[1] = {"id": "g2"}
    assert only(session, libro).tipo is TipoDiferencia.FALTANTE


def test_what_was_withdrawn_here_meanwhile_is_not_missed() -> None:
    session = institution()
    libro = format_of(session, "a")
    del libro.grupos.filas[1]
    session.edit("Retirar", [retiro(ESCUELAS, "Se repetía")])
    assert compared(session, libro).diferencias == []


def test_what_came_after_the_workbook_was_sent_is_not_missed() -> None:
    session = institution()
    libro = format_of(session, "a")
    session.edit("Agregar", [alta(GrupoUsuarios(id="g9", nombre="Museos", area="a"))])
    assert compared(session, libro).diferencias == []


def test_rows_that_lost_their_identity_go_by_their_name_as_it_was_sent() -> None:
    session = institution()
    libro = format_of(session, "a")
    for fila in libro.grupos.filas:
        del fila["id"]
    libro.grupos.fila("Escuelas")["notas"] = "Cada mes"
    session.edit("Renombrar", [cambio(ESCUELAS, nombre="Escuelas públicas")])
    assert [d.clave for d in compared(session, libro).diferencias] == ["grupo_usuarios:g2:notas"]


def test_an_identity_that_was_copied_stays_with_the_row_that_has_its_name() -> None:
    session = institution()
    libro = format_of(session, "a")
    copia = {**libro.grupos.fila("Escuelas"), "nombre": "Escuelas normales"}
    libro.grupos.filas.insert(0, copia)
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.titulo) == (TipoDiferencia.NUEVO, "Escuelas normales")
    taken(session, libro)
    assert group(session, "g2") == ESCUELAS


def test_of_copies_without_its_name_the_first_keeps_the_identity() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["nombre"] = "Primarias"
    libro.grupos.filas.append({**libro.grupos.filas[1], "nombre": "Secundarias"})
    renombrada, nueva = compared(session, libro).diferencias
    assert (renombrada.clave, renombrada.suyo) == ("grupo_usuarios:g2:nombre", "Primarias")
    assert (nueva.tipo, nueva.titulo) == (TipoDiferencia.NUEVO, "Secundarias")


def test_a_row_that_was_copied_as_it_was_is_taken_once() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [dict(libro.grupos.fila("Escuelas")), NUEVA, dict(NUEVA)]
    devolucion = compared(session, libro)
    assert [d.titulo for d in devolucion.diferencias] == ["INEGI"]
    assert [p.mensaje for p in devolucion.problemas] == [
        "Hoja «Grupos», renglón 4: repite el renglón 3; se tomó una sola vez.",
        "Hoja «Grupos», renglón 6: repite el renglón 5; se tomó una sola vez.",
    ]


def test_an_identity_of_another_area_counts_as_none() -> None:
    """A row copied from another area's workbook is a group that this area names as well."""
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append({"id": "g3", "nombre": "Notarías", "clase": "Otros sectores de la sociedad"})
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.parecido) == (TipoDiferencia.NUEVO, "g3")
    taken(session, libro)
    assert group(session, "g3") == NOTARIAS


def test_an_identity_that_nobody_knows_counts_as_none() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append({"id": "otra", "nombre": "INEGI"})
    assert only(session, libro).tipo is TipoDiferencia.NUEVO


def test_a_group_of_today_with_the_name_of_a_new_row_is_filled_in() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas.append({**NUEVA, "notas": "Cada mes", "poder": 2})
    session.edit("Agregar", [alta(GrupoUsuarios(id="g9", nombre="Inegi", area="a", notas="Otra", poder=2))])
    por_clave = {d.clave: d.tipo for d in compared(session, libro).diferencias}
    assert por_clave == {
        "grupo_usuarios:g9:clase": TipoDiferencia.CAMBIO,
        "grupo_usuarios:g9:interes": TipoDiferencia.CAMBIO,
        "grupo_usuarios:g9:notas": TipoDiferencia.CONFLICTO,
    }
    taken(session, libro)
    assert group(session, "g9") == GrupoUsuarios(
        id="g9", nombre="Inegi", area="a", notas="Otra", poder=2, clase=ClaseGrupo.GOBIERNO, interes=5
    )


def test_what_was_made_after_sending_and_is_in_the_sheet_goes_by_its_identity() -> None:
    """As happens when rows of a newer workbook are pasted into an older one."""
    session = institution()
    libro = format_of(session, "a")
    session.edit("Agregar", [alta(GrupoUsuarios(id="g9", nombre="Cámaras", area="a"))])
    libro.grupos.filas.append({"id": "g9", "nombre": "Cámaras de comercio", "siglas": "CC"})
    por_clave = {d.clave: d.tipo for d in compared(session, libro).diferencias}
    assert por_clave == {
        "grupo_usuarios:g9:nombre": TipoDiferencia.CONFLICTO,
        "grupo_usuarios:g9:siglas": TipoDiferencia.CAMBIO,
    }


def test_what_was_sent_and_taken_back_since_comes_again_only_if_they_changed_it() -> None:
    session = institution()
    nuevo = GrupoUsuarios(id="g9", nombre="Cámaras", area="a")
    session.edit("Agregar", [alta(nuevo)])
    libro = format_of(session, "a")
    session.undo()
    assert compared(session, libro).diferencias == []
    libro.grupos.fila("Cámaras")["siglas"] = "C"
    hallada = only(session, libro)
    assert (hallada.tipo, hallada.id) == (TipoDiferencia.NUEVO, "g9")
    taken(session, libro)
    assert group(session, "g9") == replace(nuevo, siglas="C")


def test_sheets_of_the_same_kind_are_one_table() -> None:
    session = institution()
    libro = format_of(session, "a").returned()
    repetido = replace(libro, hojas=[*libro.hojas, replace(libro.hojas[0], nombre="Grupos (2)")])
    devolucion = Returns(session).compare(repetido)
    assert devolucion.diferencias == []
    assert [p.hoja for p in devolucion.problemas] == ["Grupos (2)", "Grupos (2)"]


def test_the_map_goes_by_area_and_name() -> None:
    session = institution(replace(PERIODISTAS, id="g9", area="b", siglas="PB"))
    libro = map_of(session)
    for fila in libro.grupos.filas:
        del fila["id"]
    libro.grupos.filas[-1]["notas"] = "Del archivo"
    libro.grupos.filas.append({"nombre": "Periodistas", "area": "Marte"})
    cambiada, nueva, area = compared(session, libro).diferencias
    assert cambiada.clave == "grupo_usuarios:g9:notas"
    assert (nueva.tipo, area.tipo, area.campo) == (TipoDiferencia.NUEVO, TipoDiferencia.VALOR, "area")


def test_what_is_worked_out_in_the_map_is_not_taken_and_said() -> None:
    session = institution()
    libro = map_of(session)
    libro.grupos.fila("Periodistas")["uso_actual"] = "Visitantes; Otros"
    libro.grupos.filas.append({"nombre": "INEGI", "area": "Archivo General", "tratamiento": "Monitorear"})
    devolucion = compared(session, libro)
    assert [d.titulo for d in devolucion.diferencias] == ["INEGI"]
    assert [(p.renglon, p.columna, p.valor) for p in devolucion.problemas] == [
        (2, "N", "Visitantes; Otros"),
        (5, "L", "Monitorear"),
    ]
    assert devolucion.problemas[0].mensaje == (
        "Hoja «Consolidado», renglón 2, columna N: «Datos que ya usa» se calcula y lo escrito ahí no se tomó; cambie "
        "los datos de los que sale."
    )


def test_what_is_worked_out_is_not_looked_at_without_knowing_what_was_sent() -> None:
    session = institution()
    libro = unsealed(map_of(session))
    libro.grupos.fila("Periodistas")["uso_actual"] = "Otros"
    assert compared(session, libro).problemas == []
