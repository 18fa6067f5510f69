"""File by file: whose it is and of which sending, what is seen once, what goes on meanwhile, and what is noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.returns import Returns
from promueve_gui.application.session import Session
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.devueltos import Sello
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import Duda, EnvioFormato
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.plan import LineaPlan
from tests.application.returned_project import (
    ESCUELAS,
    FAROS,
    PERIODISTAS,
    TODOS,
    compared,
    edition,
    group,
    institution,
    only,
    taken,
)
from tests.collector import left_to_the_collector
from tests.fakes import AUTOR, Clock, MemoryAlmacen, memory_session
from tests.projects import project_of
from tests.returned_books import Tabla, format_of, map_of, unsealed

if TYPE_CHECKING:
    from tests.returned_books import Libro


def edited(session: Session) -> Libro:
    """Return a workbook of an area with a change, a new row and a doubt."""
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas")["notas"] = "Cada mes"
    libro.grupos.fila("Periodistas")["poder"] = "mucho"
    libro.grupos.filas.append({"nombre": "INEGI"})
    return libro


def test_another_institution_is_refused() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.sello = replace(libro.sello, proyecto="otro", institucion="Instituto de Dunas")
    with pytest.raises(UserError, match="libro_de_otra_institucion") as caught:
        compared(session, libro)
    suya = {"archivo": libro.archivo, "nuestra": "Secretaría de Faros", "suya": "Instituto de Dunas"}
    assert caught.value.data == suya
    libro.sello = replace(libro.sello, institucion="")
    with pytest.raises(UserError, match="libro_de_otra_institucion") as caught:
        compared(session, libro)
    assert caught.value.data["suya"] == "otra institución"


def test_a_copy_of_the_project_made_apart_is_of_the_same_institution() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.sello = replace(libro.sello, proyecto="otro", institucion="SECRETARIA DE FAROS")
    assert compared(session, libro).diferencias == []


def test_a_project_without_institution_takes_any_file() -> None:
    session = memory_session(project_of(*TODOS[1:]))
    libro = format_of(session, "a")
    libro.sello = replace(libro.sello, proyecto="otro", institucion="Instituto de Dunas")
    assert compared(session, libro).diferencias == []


def test_without_its_stamp_a_file_fills_in_and_asks() -> None:
    """Nobody knows what was sent: what is empty here is filled in, what differs is a question, nothing is missed."""
    session = institution()
    libro = format_of(session, "a")
    libro.sello = Sello()
    libro.grupos.fila("Escuelas").update({"notas": "Cada mes", "descripcion": "Secundarias", "siglas": None})
    libro.grupos.filas.remove(libro.grupos.fila("Periodistas"))
    devolucion = compared(session, libro)
    assert {d.campo: d.tipo for d in devolucion.diferencias} == {
        "notas": TipoDiferencia.CAMBIO,
        "descripcion": TipoDiferencia.CONFLICTO,
    }
    assert devolucion.area == "a"
    envio, area = devolucion.avisos
    assert envio.startswith("El archivo no dice de qué envío es; se comparó solo con lo que el proyecto dice hoy")
    assert area == "El archivo no dice de qué área es; por sus grupos se tomó como de «Dirección de Museos»."
    taken(session, libro)


def test_of_an_export_that_this_project_did_not_note_it_is_the_same() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.sello = replace(libro.sello, exportacion="otra/formato:a")
    libro.grupos.fila("Escuelas")["descripcion"] = "Secundarias"
    devolucion = compared(session, libro)
    assert [d.tipo for d in devolucion.diferencias] == [TipoDiferencia.CONFLICTO]
    assert "un envío que este proyecto no registró" in devolucion.avisos[0]


def test_what_the_file_says_of_its_area_counts_before_what_somebody_says() -> None:
    session = institution()
    assert compared(session, format_of(session, "a"), "b").area == "a"


def test_an_area_that_is_gone_is_that_of_its_groups() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.sello = replace(libro.sello, area="otra")
    assert compared(session, libro).area == "a"


@pytest.mark.parametrize(
    ("pausa", "frase"),
    [
        (timedelta(days=3), "Este archivo se envió el {:%d/%m/%Y} y el {:%d/%m/%Y} se envió otro; se comparó"),
        (
            timedelta(minutes=30),
            "Este archivo se envió el {:%d/%m/%Y a las %H:%M} y ese día a las {:%H:%M} se envió otro; se comparó",
        ),
        (timedelta(0), "Este archivo se envió el {:%d/%m/%Y a las %H:%M} y en ese momento se envió otro; se comparó"),
    ],
)
def test_a_file_of_an_older_sending_is_taken_and_said(pausa: timedelta, frase: str) -> None:
    proyecto, clock = project_of(*TODOS), Clock()
    session = Session(MemoryAlmacen(proyecto), proyecto, AUTOR, clock)
    viejo = format_of(session, "a")
    enviado = clock.momento.astimezone()
    format_of(session, "b")
    assert compared(session, viejo).avisos == []
    clock.momento += pausa
    format_of(session, "a")
    (aviso,) = compared(session, viejo).avisos
    assert aviso.startswith(frase.format(enviado, enviado + pausa))


def test_a_sheet_that_is_gone_is_said() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.datos = None
    devolucion = compared(session, libro)
    assert devolucion.diferencias == []
    assert devolucion.avisos == [
        "El archivo no trae la hoja de usos de datos; lo que el proyecto dice de ellos no cambia."
    ]


def test_what_the_reader_found_wrong_is_kept() -> None:
    session = institution()
    problema = Problema("Grupos", 4, "C", "#REF!", "Hoja «Grupos», renglón 4, columna C: error")
    assert Returns(session).compare(format_of(session, "a").returned(problema)).problemas == [problema]


def test_the_same_file_again_says_nothing_and_that_it_was_received() -> None:
    session = institution()
    libro = edited(session)
    taken(session, libro)
    before = session.snapshot()
    returns = Returns(session)
    again = returns.apply(returns.compare(libro.returned()), {})
    assert (again.edicion, again.tomadas, again.dudas) == (None, [], [])
    assert again.devolucion.avisos == ["Este mismo archivo ya se recibió el 02/03/2026."]
    assert session.proyecto == before
    assert [(line.accion, line.detalle) for line in session.history(1)] == [("recibir", "Museos.xlsx: sin cambios")]


def test_what_we_did_meanwhile_does_not_make_the_same_file_say_more() -> None:
    """Renamed, edited and withdrawn groups; a conflict that was decided for ours."""
    session = institution()
    libro = edited(session)
    libro.grupos.fila("Escuelas")["descripcion"] = "Secundarias"
    session.edit("Editar", [cambio(ESCUELAS, descripcion="Todas")])
    taken(session, libro, {"grupo_usuarios:g2:descripcion": Decision.CONSERVAR})
    (nuevo,) = (g for g in session.proyecto.todos(GrupoUsuarios) if g.nombre == "INEGI")
    session.edit("Renombrar", [cambio(nuevo, nombre="Instituto Nacional de Estadística", notas="Otra")])
    session.edit("Editar", [cambio(group(session, "g2"), notas="Cada semana", descripcion="Otras")])
    assert compared(session, libro).diferencias == []
    session.edit("Retirar", [retiro(group(session, nuevo.id), "Se repetía")])
    assert compared(session, libro).diferencias == []


def test_another_copy_that_says_more_says_only_that() -> None:
    session = institution()
    libro = edited(session)
    otra = libro.copy()
    taken(session, libro)
    otra.grupos.fila("Escuelas")["siglas"] = "E"
    otra.grupos.fila("INEGI")["siglas"] = "INEGI"
    otra.grupos.filas.append({"nombre": "Cámaras"})
    assert [(d.tipo, d.campo or d.titulo) for d in compared(session, otra).diferencias] == [
        (TipoDiferencia.CAMBIO, "siglas"),
        (TipoDiferencia.CAMBIO, "siglas"),
        (TipoDiferencia.NUEVO, "Cámaras"),
    ]


def test_two_copies_that_say_different_things_are_a_conflict() -> None:
    session = institution()
    libro = edited(session)
    otra = libro.copy()
    libro.grupos.fila("INEGI")["notas"] = "Uno"
    otra.grupos.fila("INEGI")["notas"] = "Dos"
    otra.grupos.fila("Escuelas")["notas"] = "Cada semana"
    taken(session, libro)
    assert [d.tipo for d in compared(session, otra).diferencias] == [TipoDiferencia.CONFLICTO] * 2


def test_what_was_undone_comes_again() -> None:
    session = institution()
    libro = edited(session)
    first = compared(session, libro).diferencias
    taken(session, libro)
    session.undo()
    again = compared(session, libro).diferencias
    assert [(d.clave, d.valores.keys()) for d in again] == [(d.clave, d.valores.keys()) for d in first]


def test_what_was_reverted_comes_again_and_other_work_stays() -> None:
    session = institution()
    libro = edited(session)
    done = taken(session, libro)
    session.edit("Editar", [cambio(PERIODISTAS, siglas="P")])
    session.revert(edition(done).id)
    assert len(compared(session, libro).diferencias) == 3
    assert session.proyecto.get(GrupoUsuarios, "g1") == replace(PERIODISTAS, siglas="P")
    assert session.proyecto.todos(Duda) == []


def test_a_row_that_was_recognised_without_identity_goes_on_being_the_same() -> None:
    """Also after it was renamed here; what both said is offered again only where it is empty by now."""
    session = institution(GrupoUsuarios(id="g9", nombre="INEGI", area="a", notas="Cada mes"))
    libro = unsealed(format_of(session, "a"))
    libro.sello = Sello(documento="formato:a", area="a")
    taken(session, libro)
    session.edit("Renombrar", [cambio(group(session, "g9"), nombre="Instituto", notas="Otra")])
    assert compared(session, libro).diferencias == []
    session.edit("Vaciar", [cambio(group(session, "g9"), notas="")])
    assert [d.campo for d in compared(session, libro).diferencias] == ["notas"]


def test_a_row_whose_record_was_taken_back_is_new_again() -> None:
    session = institution()
    session.edit("Agregar", [alta(GrupoUsuarios(id="g9", nombre="INEGI", area="a"))])
    libro = unsealed(format_of(session, "a"))
    libro.sello = Sello(documento="formato:a", area="a")
    taken(session, libro)
    session.undo()
    assert only(session, libro).tipo is TipoDiferencia.NUEVO


def test_a_file_that_was_shown_before_others_were_taken_is_compared_again() -> None:
    session = institution()
    uno, otro = format_of(session, "a"), format_of(session, "a")
    for libro in (uno, otro):
        libro.grupos.filas.append({"nombre": "INEGI"})
    otro.grupos.fila("Escuelas")["notas"] = "Cada mes"
    returns = Returns(session)
    shown = [returns.compare(libro.returned()) for libro in (uno, otro)]
    applied = [returns.apply(devolucion, {}) for devolucion in shown]
    assert [len(done.tomadas) for done in applied] == [1, 1]
    assert len(session.proyecto.todos(GrupoUsuarios)) == 4
    assert applied[1].devolucion.posicion > shown[1].posicion


def test_what_was_sent_after_a_batch_began_is_found() -> None:
    session = institution()
    returns = Returns(session)
    assert returns.compare(format_of(session, "a").returned()).diferencias == []
    session.edit("Editar", [cambio(ESCUELAS, notas="Cada mes")])
    libro = format_of(session, "a")
    assert returns.compare(libro.returned()).diferencias == []


def test_one_backup_is_made_before_a_batch_changes_anything() -> None:
    almacen = MemoryAlmacen(project_of(*TODOS))
    session = memory_session(project_of(*TODOS), almacen)
    intacto, uno, otro = format_of(session, "a"), edited(session), format_of(session, "b")
    otro.grupos.filas.append({"nombre": "Archivistas"})
    returns = Returns(session)
    returns.apply(returns.compare(intacto.returned()), {})
    assert almacen.backups == []
    for libro in (uno, otro):
        returns.apply(returns.compare(libro.returned()), {})
    assert almacen.backups == ["recepcion"]


def test_a_read_only_project_takes_nothing() -> None:
    session = institution()
    libro = edited(session)
    leida = memory_session(session.proyecto, read_only=True)
    returns = Returns(leida)
    with pytest.raises(UserError, match="solo_lectura"):
        returns.apply(returns.compare(libro.returned()), {})


def sending(session: Session, libro: Libro) -> None:
    """Note that a workbook was sent, as it is done when areas are written to."""
    envio = EnvioFormato(
        id="e", archivo=libro.archivo, area="a", fecha=date(2026, 3, 1), exportacion=libro.sello.exportacion
    )
    session.edit("Enviar", [alta(envio), alta(replace(envio, id="otro", exportacion=""))])


def test_the_tracker_learns_that_the_workbook_came_back() -> None:
    session = institution()
    libro = format_of(session, "a")
    sending(session, libro)
    done = taken(session, libro)
    assert edition(done).cambios[0].despues == {"devuelto": date(2026, 3, 2), "renglones": 2}
    assert session.proyecto.get(EnvioFormato, "otro") == replace(
        EnvioFormato(id="otro", archivo="Museos.xlsx", area="a", fecha=date(2026, 3, 1))
    )


def test_the_same_file_on_another_day_says_nothing_new() -> None:
    almacen = MemoryAlmacen(project_of(*TODOS))
    session = memory_session(project_of(*TODOS), almacen)
    libro = format_of(session, "a")
    sending(session, libro)
    taken(session, libro)
    tomorrow = memory_session(session.proyecto, almacen)
    tomorrow._now = lambda: datetime(2026, 3, 3, 9, tzinfo=UTC)  # noqa: SLF001 - a later day
    assert taken(tomorrow, libro).edicion is None
    libro.grupos.filas.append({"nombre": "INEGI"})
    taken(tomorrow, libro)
    envio = tomorrow.proyecto.todos(EnvioFormato)[0]
    assert (envio.devuelto, envio.renglones) == (date(2026, 3, 3), 3)


def test_the_map_edited_gives_exactly_the_edits() -> None:
    session = institution()
    libro = map_of(session)
    assert compared(session, libro).diferencias == []
    libro.grupos.fila("Notarías").update({"prioritario": "x", "area": "Dirección de Museos"})
    libro.grupos.filas.append({"nombre": "INEGI", "area": "Archivo General"})
    done = taken(session, libro)
    assert done.devolucion.area is None
    assert [(d.campo, d.suyo) for d in done.tomadas[:2]] == [("area", "a"), ("prioritario", True)]
    assert [(g.nombre, g.area) for g in session.proyecto.todos(GrupoUsuarios)][-1] == ("INEGI", "b")


def test_other_tables_in_the_workbook_of_an_area_are_not_missed() -> None:
    session = institution(LineaPlan(id="l", nombre="Boletín"))
    tabla = Tabla("Plan", "linea_plan", ("nombre", "fecha"), [])
    libro = format_of(session, "a").returned()
    assert Returns(session).compare(replace(libro, hojas=[*libro.hojas, tabla.sheet()])).diferencias == []


def test_the_plan_comes_back_in_the_same_way() -> None:
    session = institution(LineaPlan(id="l", nombre="Boletín", grupos=("g1",), fecha=date(2026, 4, 1)))
    sello = format_of(session, "a").sello
    session.record_export("plan", "Plan.xlsx", exportacion="x/plan")
    filas = [{"id": "l", "nombre": "Boletín", "fecha": date(2026, 4, 2), "grupos": "Escuelas; Periodistas"}]
    tabla = Tabla("Plan", "linea_plan", ("nombre", "fecha", "grupos"), [*filas, {"nombre": "Mesa redonda"}])
    libro = replace(
        format_of(session, "a").returned(),
        sello=replace(sello, exportacion="x/plan", documento="plan", area=""),
        hojas=[tabla.sheet()],
    )
    returns = Returns(session)
    returns.apply(returns.compare(libro), {})
    assert session.proyecto.todos(LineaPlan)[0].grupos == ("g2", "g1")
    assert [linea.nombre for linea in session.proyecto.todos(LineaPlan)] == ["Boletín", "Mesa redonda"]
    assert session.proyecto.unico(type(FAROS)) == FAROS
    assert returns.compare(libro).diferencias == []


def test_receiving_leaves_nothing_to_the_collector() -> None:
    def receive() -> None:
        session = institution()
        libro = format_of(session, "a")
        libro.grupos.fila("Periodistas").update({"poder": 9, "siglas": "P"})
        libro.grupos.filas += [{"nombre": "Radios", "poder": "mucho"}, {"nombre": "Radios nuevas", "poder": "mucho"}]
        assert libro.datos is not None
        libro.datos.filas.append({"conjunto": "Visitas", "grupo": "Radios"})
        returns = Returns(session)
        returns.apply(returns.compare(libro.returned()), {})
        returns.compare(libro.returned())

    assert left_to_the_collector(receive) == 0
