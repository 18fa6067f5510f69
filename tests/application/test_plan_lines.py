from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.plan_lines import (
    bulk,
    by_date,
    carry,
    counted,
    initial_values,
    move,
    sign_off,
    signers,
    stretch,
    take_back_sign_off,
)
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol
from tests.application.plan_records import ENLACE, LINEA, PERIODISTAS, linea, made
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.ficha import Valor

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


def test_stretching_gives_a_period_in_whichever_direction() -> None:
    for desde, hasta in ((DIA, date(2026, 3, 15)), (date(2026, 3, 15), DIA)):
        motivo, cambio = stretch(LineaPlan(id="a", nombre="Boletín"), desde, hasta)
        assert motivo == "Poner «Boletín» del 12 de marzo de 2026 al 15 de marzo de 2026"
        assert cambio is not None
        assert cambio.despues == {"fecha": DIA, "fecha_fin": date(2026, 3, 15)}


def test_a_period_of_one_day_has_no_end() -> None:
    motivo, cambio = stretch(LineaPlan(id="a", fecha=DIA, fecha_fin=date(2026, 3, 15)), DIA, DIA)
    assert motivo == "Poner «actividad sin nombre» el 12 de marzo de 2026"
    assert cambio is not None
    assert cambio.despues == {"fecha_fin": None}


def bulked(campo: str, valor: Valor, lineas: Sequence[LineaPlan]) -> tuple[str, list[Any]]:
    proyecto = project_of(PERIODISTAS, ENLACE, *lineas)
    motivo, cambios = bulk(proyecto, lineas, campo, valor)
    despues = made(cambios, proyecto)
    return motivo, [getattr(despues.get(LineaPlan, linea.id), campo) for linea in lineas]


@pytest.mark.parametrize(
    ("campo", "valor", "motivo"),
    [
        ("estado", EstadoLinea.LISTA, "Cambiar «Estado» de «Boletín de puentes» a «Lista»"),
        ("canal", Canal.REDES, "Cambiar «Canal» de «Boletín de puentes» a «Redes sociales»"),
        ("persona", "ana", "Cambiar «Persona responsable» de «Boletín de puentes» a «Ana Torres»"),
        ("rol_responsable", None, "Quitar «Papel responsable» de «Boletín de puentes»"),
        ("grupos", (), "Quitar «Grupos de usuarios» de «Boletín de puentes»"),
        ("fecha", DIA, "Cambiar «Fecha» de «Boletín de puentes» a «12/03/2026»"),
    ],
)
def test_a_field_of_one_line_is_changed_in_words(campo: str, valor: Valor, motivo: str) -> None:
    assert bulked(campo, valor, [LINEA]) == (motivo, [valor])


def test_many_lines_take_the_same_value() -> None:
    lineas = [linea("a"), linea("b", estado=EstadoLinea.LISTA)]
    assert bulked("estado", EstadoLinea.LISTA, lineas) == (
        "Cambiar «Estado» de 2 actividades a «Lista»",
        [EstadoLinea.LISTA, EstadoLinea.LISTA],
    )
    assert len(bulk(project_of(*lineas), lineas, "estado", EstadoLinea.LISTA)[1]) == 1


def test_a_new_date_moves_periods_whole_and_none_empties_the_calendar() -> None:
    larga = linea("a", fecha_fin=date(2026, 3, 25))
    assert bulked("fecha", DIA, [larga])[1] == [DIA]
    (movida,) = bulk(project_of(larga), [larga], "fecha", DIA)[1]
    assert movida.despues == {"fecha": DIA, "fecha_fin": date(2026, 3, 14)}
    (guardada,) = bulk(project_of(larga), [larga], "fecha", None)[1]
    assert guardada.despues == {"fecha": None, "fecha_fin": None}


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(KeyError):
        bulk(project_of(LINEA), [LINEA], "color", "rojo")


def test_signing_off_says_who_and_when() -> None:
    cancelada = linea("b", estado=EstadoLinea.CANCELADA)
    motivo, cambios = sign_off([LINEA, cancelada], ENLACE, DIA)
    assert motivo == "Visto bueno de Ana Torres a «Boletín de puentes»"
    assert [(c.id, c.despues) for c in cambios] == [("linea", {"visto_bueno": "ana", "visto_bueno_fecha": DIA})]
    assert sign_off([LINEA, linea("c")], ENLACE, DIA)[0] == "Visto bueno de Ana Torres a 2 actividades"


def test_signing_off_twice_the_same_day_is_no_change() -> None:
    firmada = replace(LINEA, visto_bueno="ana", visto_bueno_fecha=DIA)
    assert sign_off([firmada], ENLACE, DIA)[1] == []
    motivo, cambios = take_back_sign_off([firmada, linea("b")])
    assert motivo == "Retirar el visto bueno de 2 actividades"
    assert [(c.id, c.despues) for c in cambios] == [("linea", {"visto_bueno": None, "visto_bueno_fecha": None})]


def test_lines_are_counted_in_words_and_come_by_date() -> None:
    assert (counted(0), counted(1), counted(2)) == ("0 actividades", "1 actividad", "2 actividades")
    lineas = [linea("c", fecha=None), linea("b"), linea("a"), linea("d", fecha=DIA)]
    assert [linea.id for linea in sorted(lineas, key=by_date)] == ["d", "a", "b", "c"]


def test_a_line_is_carried_to_a_day_and_a_lane_in_one_change() -> None:
    motivo, cambio = carry(LINEA, DIA, {"canal": Canal.REDES})
    assert motivo == "Mover «Boletín de puentes» al 12 de marzo de 2026"
    assert cambio is not None
    assert cambio.despues == {"fecha": DIA, "canal": Canal.REDES}


def test_a_line_carried_only_to_another_lane_says_so() -> None:
    dia = LINEA.fecha
    assert dia is not None
    motivo, cambio = carry(LINEA, dia, {"canal": Canal.REDES})
    assert motivo == "Pasar «Boletín de puentes» a otro carril"
    assert cambio is not None
    assert cambio.despues == {"canal": Canal.REDES}
    assert carry(LINEA, dia, {})[1] is None


def test_the_enlace_signs_off_before_anybody_else() -> None:
    otras = [Persona(id="zoe", nombre="Zoé"), Persona(id="ada", nombre="Ada", rol=Rol.ADMINISTRADOR)]
    assert [persona.id for persona in signers(project_of(*otras, ENLACE))] == ["ana", "ada", "zoe"]
    assert signers(project_of()) == []
