"""The same lines on the board, in the lanes and in the month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application import plan_views
from promueve_gui.application.month import by_day
from promueve_gui.application.plan_lines import in_order
from promueve_gui.application.plan_views import (
    Carriles,
    board,
    lanes_after,
    line_details,
    put_in_order,
    to_lane,
)
from promueve_gui.domain.conjuntos import Evento, Herramienta
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol, TipoContenido
from tests.application.plan_records import ENLACE, PERIODISTAS, PUENTES, lanes, linea
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.plan import LineaPlan

MADRES = replace(PERIODISTAS, id="madres", nombre="Árbol de madres")
PROYECTO = project_of(
    PERIODISTAS, MADRES, PUENTES, ENLACE, Herramienta(id="visor", nombre="Visor"), Evento(id="feria", nombre="Feria")
)


def ids(lineas: Iterable[LineaPlan]) -> list[str]:
    return [linea.id for linea in lineas]


def test_the_board_has_every_state_and_keeps_the_order() -> None:
    lineas = [
        linea("a", fecha=date(2026, 3, 2)),
        linea("b"),
        linea("d", estado=None),
        linea("e", estado=EstadoLinea.CANCELADA),
        linea("c", fecha=None),
    ]
    tablero = board(lineas)
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


AREA = AreaGeneradora(id="area", nombre="Dirección de Puentes")
CON_AREAS = project_of(AREA, PERIODISTAS, MADRES, PUENTES, replace(ENLACE, area="area"))


def test_lanes_of_areas_follow_from_data_and_persons() -> None:
    lineas = [
        linea("a"),
        linea("b", conjunto=None, persona="ana", fecha=date(2026, 3, 24)),
        linea("c", conjunto=None),
    ]
    carriles = lanes(CON_AREAS, lineas, Carriles.AREA)
    assert [(carril.titulo, ids(carril.lineas)) for carril in carriles] == [
        ("Dirección de Puentes", ["a", "b"]),
        ("Sin área", ["c"]),
    ]


@pytest.mark.parametrize("por", list(Carriles))
def test_lanes_made_in_parts_are_those_made_at_once(por: Carriles, monkeypatch: pytest.MonkeyPatch) -> None:
    lineas = in_order(
        linea(str(n), fecha=date(2026, 1, 1 + n % 9), canal=Canal.REDES if n % 2 else None) for n in range(7)
    )
    whole = lanes(project_of(*lineas), lineas, por)
    monkeypatch.setattr(plan_views, "PARTE", 2)
    assert lanes(project_of(*lineas), lineas, por) == whole
    assert len(list(plan_views.lanes_in_parts(project_of(*lineas), lineas, por))) == 4


@pytest.mark.parametrize(
    ("por", "desde", "hasta", "dicho"),
    [
        (Carriles.CANAL, "correo", "redes", {"canal": Canal.REDES}),
        (Carriles.CANAL, "correo", "", {"canal": None}),
        (Carriles.PERSONA, "", "ana", {"persona": "ana"}),
        (Carriles.PERSONA, "ana", "", {"persona": None}),
        (Carriles.GRUPOS, "periodistas", "madres", {"grupos": ("madres",)}),
        (Carriles.GRUPOS, "periodistas", "", {"grupos": ()}),
        (Carriles.GRUPOS, "", "madres", {"grupos": ("periodistas", "madres")}),
        (Carriles.OBJETO, "puentes", "visor", {"conjunto": None, "herramienta": "visor", "evento": None}),
        (Carriles.OBJETO, "puentes", "", {"conjunto": None, "herramienta": None, "evento": None}),
        (Carriles.AREA, "area", "otra", {}),
        (Carriles.ROL, "enlace", "enlace", {}),
    ],
)
def test_another_lane_says_something_else_of_the_line(
    por: Carriles, desde: str, hasta: str, dicho: dict[str, object]
) -> None:
    assert to_lane(PROYECTO, linea("a"), por, desde, hasta) == dicho


def test_details_of_a_line_say_how_and_for_whom() -> None:
    whole = linea("a", grupos=("periodistas", "madres"), persona="ana")
    assert line_details(PROYECTO, whole) == "Correo electrónico · Periodistas y 1 más · Ana Torres"
    assert line_details(PROYECTO, linea("b", canal=None, grupos=())) == ""
    assert line_details(PROYECTO, linea("c", grupos=("nadie",))) == "Correo electrónico"


def test_a_line_goes_where_it_belongs_in_a_list() -> None:
    lineas = in_order([linea("a"), linea("c", fecha=date(2026, 3, 25))])
    assert put_in_order(lineas, linea("b", fecha=date(2026, 3, 24)), present=True) == 1
    assert put_in_order(lineas, linea("z", fecha=None), present=True) == 3
    assert ids(lineas) == ["a", "b", "c", "z"]
    assert put_in_order(lineas, linea("a"), present=False) == 0
    assert put_in_order(lineas, linea("a"), present=False) == -1
    assert put_in_order(lineas, linea("zz", fecha=None), present=False) == -1


DIAS = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 20))
LINEAS = st.builds(
    lambda n, fecha, grupos, estado: linea(f"l{n:02}", fecha=fecha, grupos=tuple(grupos), estado=estado),
    st.integers(0, 30),
    DIAS,
    st.lists(st.sampled_from(["periodistas", "madres"]), unique=True),
    st.sampled_from(EstadoLinea),
)


@given(
    antes=st.lists(LINEAS, unique_by=lambda una: una.id),
    despues=st.lists(LINEAS, unique_by=lambda una: una.id, max_size=6),
    por=st.sampled_from([Carriles.GRUPOS, Carriles.ROL, Carriles.OBJETO]),
)
def test_lanes_after_changes_are_those_made_anew(
    antes: list[LineaPlan], despues: list[LineaPlan], por: Carriles
) -> None:
    conocidas = {una.id: una for una in antes}
    cambiadas = [(conocidas.get(una.id), una) for una in despues[:-1]] + [
        (conocidas.get(una.id), None) for una in despues[-1:]
    ]
    for vieja, nueva in cambiadas:
        quitada = conocidas.pop(vieja.id, None) if vieja else None
        assert quitada == vieja
        if nueva is not None:
            conocidas[nueva.id] = nueva
    carriles = lanes_after(PROYECTO, lanes(PROYECTO, antes, por), por, cambiadas)
    assert carriles == lanes(PROYECTO, conocidas.values(), por)


def test_lanes_in_which_nothing_happened_are_the_same_ones() -> None:
    una, otra = linea("a"), linea("b", rol_responsable=Rol.ADMINISTRADOR)
    antes = lanes(PROYECTO, [una, otra], Carriles.ROL)
    despues = lanes_after(PROYECTO, antes, Carriles.ROL, [(una, replace(una, nombre="Otro nombre"))])
    assert [viejo is nuevo for viejo, nuevo in zip(antes, despues, strict=True)] == [
        carril.clave == "administrador" for carril in antes
    ]
