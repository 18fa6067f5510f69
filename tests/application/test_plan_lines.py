from __future__ import annotations

from datetime import date

from promueve_gui.application.plan_lines import initial_values, move
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea, Rol

DIA = date(2026, 3, 12)


def test_a_new_line_is_planned_and_belongs_to_the_enlace() -> None:
    assert initial_values(DIA) == {"estado": EstadoLinea.PLANEADA, "rol_responsable": Rol.ENLACE, "fecha": DIA}
    assert initial_values()["fecha"] is None


def test_moving_gives_another_day_and_says_which() -> None:
    motivo, cambio = move(LineaPlan(id="a", nombre="Boletín"), DIA)
    assert motivo == "Mover «Boletín» al 12 de marzo de 2026"
    assert cambio is not None
    assert cambio.despues == {"fecha": DIA}


def test_a_period_keeps_its_length() -> None:
    linea = LineaPlan(id="a", fecha=date(2026, 2, 27), fecha_fin=date(2026, 3, 2))
    motivo, cambio = move(linea, DIA)
    assert motivo == "Mover «actividad sin nombre» al 12 de marzo de 2026"
    assert cambio is not None
    assert cambio.despues == {"fecha": DIA, "fecha_fin": date(2026, 3, 15)}


def test_a_period_that_ends_before_it_begins_becomes_one_day() -> None:
    linea = LineaPlan(id="a", fecha=date(2026, 3, 5), fecha_fin=date(2026, 3, 1))
    cambio = move(linea, DIA)[1]
    assert cambio is not None
    assert cambio.despues == {"fecha": DIA, "fecha_fin": DIA}


def test_a_period_stops_where_the_calendar_does() -> None:
    linea = LineaPlan(id="a", fecha=date(2026, 1, 1), fecha_fin=date(2026, 1, 31))
    cambio = move(linea, date.max)[1]
    assert cambio is not None
    assert cambio.despues == {"fecha": date.max, "fecha_fin": date.max}


def test_without_a_day_it_goes_to_the_tray() -> None:
    linea = LineaPlan(id="a", nombre="Boletín", fecha=DIA, fecha_fin=DIA)
    motivo, cambio = move(linea, None)
    assert motivo == "Quitar la fecha de «Boletín»"
    assert cambio is not None
    assert cambio.despues == {"fecha": None, "fecha_fin": None}


def test_moving_to_where_it_is_changes_nothing() -> None:
    assert move(LineaPlan(id="a", fecha=DIA), DIA)[1] is None
    assert move(LineaPlan(id="a"), None)[1] is None
