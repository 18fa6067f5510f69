"""What the bitácora knows of each line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from promueve_gui.application.plan_history import histories, remembered
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from tests.fakes import memory_session

LINEA = LineaPlan(id="l", nombre="Boletín", fecha=date(2026, 3, 1))


def line(session: object) -> LineaPlan:
    found: LineaPlan | None = session.proyecto.get(LineaPlan, "l")  # type: ignore[attr-defined]  # a session
    assert found is not None
    return found


def test_changes_are_counted_and_the_last_day_is_remembered() -> None:
    session = memory_session()
    session.edit("Alta", [alta(LINEA), alta(GrupoUsuarios(id="g", nombre="Prensa"))])
    primera = histories(session)["l"]
    assert (primera.revision, primera.fecha) == (0, None)
    session.edit("Mover", [cambio(line(session), fecha=date(2026, 4, 1))])
    session.edit("Otra cosa", [cambio(session.proyecto.todos(GrupoUsuarios)[0], notas="x")])
    session.edit("Quitar", [cambio(line(session), fecha=None)])
    session.edit("Renombrar", [cambio(line(session), nombre="Otro")])
    ultima = histories(session)["l"]
    assert (ultima.revision, ultima.fecha) == (session.position, date(2026, 4, 1))
    assert ultima.momento is not None
    assert primera.momento is not None
    assert ultima.momento > primera.momento


def test_events_and_datasets_have_a_history_too() -> None:
    session = memory_session()
    evento, conjunto = Evento(id="e", nombre="Mesa", fecha=date(2026, 5, 6)), ConjuntoDatos(id="c", nombre="Puentes")
    session.edit("Alta", [alta(evento), alta(conjunto)])
    session.edit("Mover", [cambio(evento, fecha=None), cambio(conjunto, fecha_publicacion=date(2026, 5, 6))])
    conocidas = histories(session)
    assert (conocidas["e"].revision, conocidas["e"].fecha) == (session.position, date(2026, 5, 6))
    assert (conocidas["c"].revision, conocidas["c"].fecha) == (session.position, None)


def test_taking_back_is_a_change_too() -> None:
    session = memory_session()
    session.edit("Alta", [alta(LINEA)])
    session.edit("Mover", [cambio(line(session), fecha=date(2026, 4, 1))])
    movida = histories(session)["l"].revision
    session.undo()
    assert histories(session)["l"].revision > movida > 0


def test_coming_into_being_again_is_a_change_too() -> None:
    session = memory_session()
    session.edit("Alta", [alta(LINEA)])
    session.undo()
    ida = histories(session)["l"].revision
    session.redo()
    assert histories(session)["l"].revision > ida > 0


def test_what_calendars_that_left_told_of_is_remembered_by_part() -> None:
    session = memory_session()
    area, otra = AreaGeneradora(id="a", nombre="Riego"), AreaGeneradora(id="b", nombre="Presas")
    conjunto, suelta = ConjuntoDatos(id="c", nombre="Puentes", area="a"), replace(LINEA, id="s")
    session.edit("Alta", [alta(area), alta(otra), alta(conjunto), alta(replace(LINEA, conjunto="c")), alta(suelta)])
    for documento in ("agenda", "agenda:area:a", "agenda:persona:", "plan:area:b"):
        session.record_export(documento, "x.ics")
    session.edit("Cambiar de área", [cambio(conjunto, area="b")])
    session.record_export("agenda:area:b", "x.ics")
    recuerdos = remembered(session)
    assert recuerdos.llevadas == {"": {"l", "s"}, "area:a": {"l"}, "persona:": {"l", "s"}, "area:b": {"l"}}
    assert recuerdos.idos == []
    assert recuerdos.historias["c"].revision > recuerdos.historias["l"].revision == 0


def test_what_is_gone_is_remembered_as_the_last_calendar_knew_it() -> None:
    session = memory_session()
    session.edit("Alta", [alta(LINEA)])
    session.record_export("agenda", "x.ics")
    session.edit("Mover", [cambio(line(session), fecha=date(2026, 4, 1))])
    session.record_export("agenda", "x.ics")
    session.edit("Mover", [cambio(line(session), fecha=date(2026, 5, 1))])
    for _ in range(3):
        session.undo()
    assert remembered(session).idos == [replace(LINEA, fecha=date(2026, 4, 1))]
    session.redo()
    assert remembered(session).idos == []


def test_what_no_calendar_told_of_is_forgotten() -> None:
    session = memory_session()
    session.record_export("agenda", "x.ics")
    session.edit("Alta", [alta(LINEA)])
    session.record_export("plan", "x.xlsx")
    session.undo()
    assert remembered(session).idos == []


def test_a_project_without_a_past_knows_nothing() -> None:
    assert histories(memory_session()) == {}


def test_a_line_of_the_bitacora_that_is_not_there_has_no_moment() -> None:
    assert memory_session().moment(7) is None
