"""The same lines on the board, in the agenda, in the lanes and in the month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.month import by_day, waiting
from promueve_gui.application.plan_views import Carriles, agenda, board, lanes
from promueve_gui.domain.conjuntos import Evento, Herramienta
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol, TipoContenido
from tests.application.plan_records import ENLACE, PERIODISTAS, PUENTES, linea
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.application.plan_views import Jornada
    from promueve_gui.domain.plan import LineaPlan

MADRES = replace(PERIODISTAS, id="madres", nombre="Árbol de madres")
PROYECTO = project_of(
    PERIODISTAS, MADRES, PUENTES, ENLACE, Herramienta(id="visor", nombre="Visor"), Evento(id="feria", nombre="Feria")
)


def ids(lineas: Iterable[LineaPlan]) -> list[str]:
    return [linea.id for linea in lineas]


def test_the_board_has_every_state_and_the_undated_last() -> None:
    tablero = board(
        [
            linea("c", fecha=None),
            linea("b"),
            linea("a", fecha=date(2026, 3, 2)),
            linea("d", estado=None),
            linea("e", estado=EstadoLinea.CANCELADA),
        ]
    )
    assert list(tablero) == list(EstadoLinea)
    assert {estado: ids(lineas) for estado, lineas in tablero.items() if lineas} == {
        EstadoLinea.IDEA: ["d"],
        EstadoLinea.PLANEADA: ["a", "b", "c"],
        EstadoLinea.CANCELADA: ["e"],
    }


LARGA = linea("a", nombre="Campaña", fecha=date(2026, 3, 2), fecha_fin=date(2026, 3, 20))
OTRAS = [
    linea("c", fecha=date(2026, 3, 23)),
    linea("b", nombre="Aviso", fecha=date(2026, 3, 23)),
    linea("d", fecha=None),
    linea("e", estado=EstadoLinea.CANCELADA),
]


def days(jornadas: list[Jornada]) -> list[tuple[date, list[str]]]:
    return [(jornada.fecha, ids(jornada.lineas)) for jornada in jornadas]


def test_the_agenda_has_the_days_on_which_something_begins() -> None:
    assert days(agenda([LARGA, *OTRAS])) == [(date(2026, 3, 2), ["a"]), (date(2026, 3, 23), ["b", "c"])]


def test_what_goes_on_stands_on_the_first_day_that_is_shown() -> None:
    assert days(agenda([LARGA, *OTRAS], desde=date(2026, 3, 10), hasta=date(2026, 3, 22))) == [
        (date(2026, 3, 10), ["a"])
    ]
    assert days(agenda([LARGA], desde=date(2026, 3, 21))) == []
    assert days(agenda([LARGA], hasta=date(2026, 3, 1))) == []


@pytest.mark.parametrize(
    ("por", "esperados"),
    [
        (Carriles.GRUPOS, [("Árbol de madres", ["b"]), ("Periodistas", ["a", "b"]), ("Sin grupos de usuarios", ["c"])]),
        (
            Carriles.OBJETO,
            [("Feria", ["b"]), ("Puentes y vados", ["a"]), ("Visor", ["c"]), ("Sin decir qué se promueve", ["d"])],
        ),
        (Carriles.CANAL, [("Redes sociales", ["b"]), ("Correo electrónico", ["a"]), ("Sin canal", ["c"])]),
        (
            Carriles.TIPO,
            [("Redes sociales", ["b"]), ("Noticia, comunicado o boletín", ["a"]), ("Sin tipo de contenido", ["c"])],
        ),
        (
            Carriles.ROL,
            [("Enlace Institucional", ["a"]), ("Contacto técnico", ["b"]), ("Sin papel responsable", ["c"])],
        ),
        (Carriles.PERSONA, [("Ana Torres", ["b"]), ("Sin persona responsable", ["a", "c"])]),
    ],
)
def test_lanes_have_a_title_and_that_of_none_comes_last(por: Carriles, esperados: list[tuple[str, list[str]]]) -> None:
    lineas = [
        linea("a", fecha=date(2026, 3, 2)),
        linea(
            "b",
            conjunto=None,
            evento="feria",
            grupos=("periodistas", "madres"),
            canal=Canal.REDES,
            tipo_contenido=TipoContenido.REDES,
            rol_responsable=Rol.TECNICO,
            persona="ana",
        ),
        linea(
            "c", conjunto=None, herramienta="visor", grupos=(), canal=None, tipo_contenido=None, rol_responsable=None
        ),
    ]
    if por is Carriles.OBJETO:
        lineas.append(linea("d", conjunto=None))
    fuera = [linea("x", fecha=None), linea("y", estado=EstadoLinea.CANCELADA)]
    carriles = lanes(PROYECTO, [*lineas, *fuera], por)
    assert [(carril.titulo, ids(carril.lineas)) for carril in carriles] == esperados


def test_a_lane_of_a_record_that_is_gone_has_no_title() -> None:
    (carril,) = lanes(PROYECTO, [linea("a", conjunto="otro")], Carriles.OBJETO)
    assert (carril.clave, carril.titulo) == ("otro", "")


def test_the_month_takes_the_lines_of_a_filter() -> None:
    assert {
        dia.day: ids(lineas) for dia, lineas in by_day([LARGA, *OTRAS], date(2026, 3, 19), date(2026, 3, 31)).items()
    } == {
        19: ["a"],
        20: ["a"],
        23: ["b", "c"],
    }
    assert ids(waiting([LARGA, *OTRAS])) == ["d"]
