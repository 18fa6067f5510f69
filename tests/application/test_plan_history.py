"""What the bitácora knows of each line."""

from __future__ import annotations

from datetime import date

from promueve_gui.application.plan_history import histories
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.grupos import GrupoUsuarios
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
    assert (ultima.revision, ultima.fecha) == (3, date(2026, 4, 1))
    assert ultima.momento is not None
    assert primera.momento is not None
    assert ultima.momento > primera.momento


def test_events_and_datasets_have_a_history_too() -> None:
    session = memory_session()
    evento, conjunto = Evento(id="e", nombre="Mesa", fecha=date(2026, 5, 6)), ConjuntoDatos(id="c", nombre="Puentes")
    session.edit("Alta", [alta(evento), alta(conjunto)])
    session.edit("Mover", [cambio(evento, fecha=None), cambio(conjunto, fecha_publicacion=date(2026, 5, 6))])
    conocidas = histories(session)
    assert (conocidas["e"].revision, conocidas["e"].fecha) == (1, date(2026, 5, 6))
    assert (conocidas["c"].revision, conocidas["c"].fecha) == (1, None)


def test_taking_back_is_a_change_too() -> None:
    session = memory_session()
    session.edit("Alta", [alta(LINEA)])
    session.edit("Mover", [cambio(line(session), fecha=date(2026, 4, 1))])
    session.undo()
    assert histories(session)["l"].revision == 2


def test_a_project_without_a_past_knows_nothing() -> None:
    assert histories(memory_session()) == {}


def test_a_line_of_the_bitacora_that_is_not_there_has_no_moment() -> None:
    assert memory_session().moment(7) is None
