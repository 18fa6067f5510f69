"""A line of the plan loses the sign-off of what it no longer says, and keeps it when it still says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.consecuencias import consecuencias
from promueve_gui.domain.fusion_grupos import Fusion
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.separacion_grupos import separar_varias
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.vocabularios import EstadoLinea
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.cambios import Cambio

JUNIO, JULIO = date(2026, 6, 1), date(2026, 7, 1)
HOY = date(2026, 5, 4)
FIRMADA = LineaPlan(
    id="l",
    nombre="Boletín",
    fecha=JUNIO,
    estado=EstadoLinea.LISTA,
    visto_bueno="ana",
    visto_bueno_fecha=date(2026, 4, 1),
)
SIN_FIRMA: dict[str, Any] = {"visto_bueno": None, "visto_bueno_fecha": None}


def firmas(antes: LineaPlan | None, *pedidos: Cambio | None) -> list[Any]:
    """Return what follows for the sign-off of a line."""
    actual = project_of(*([antes] if antes else []), Persona(id="ana"), Persona(id="eva"))
    return [c.despues for c in consecuencias(actual, [pedido for pedido in pedidos if pedido is not None], HOY)]


@pytest.mark.parametrize(
    "valores",
    [
        {"fecha": JULIO},
        {"nombre": "Otro boletín"},
        {"grupos": ("g",)},
        {"persona": "eva"},
        {"fecha": JULIO, "estado": EstadoLinea.HECHA},
        {"estado": EstadoLinea.PLANEADA},
        {"estado": None},
    ],
)
def test_a_line_that_says_something_else_loses_its_sign_off(valores: dict[str, Any]) -> None:
    assert firmas(FIRMADA, cambio(FIRMADA, **valores)) == [SIN_FIRMA]


@pytest.mark.parametrize(
    "valores",
    [
        {"notas": "Llamar"},
        {"estado": EstadoLinea.HECHA},
        {"estado": EstadoLinea.CANCELADA, "notas": "Ya no"},
        {"serie": "s", "regla": "r"},
        {"retirado": "Se repite"},
    ],
)
def test_a_step_forward_and_notes_leave_the_sign_off(valores: dict[str, Any]) -> None:
    assert firmas(FIRMADA, cambio(FIRMADA, **valores)) == []


def test_correcting_the_day_of_a_sign_off_leaves_it_and_taking_it_away_takes_it_back() -> None:
    assert firmas(FIRMADA, cambio(FIRMADA, visto_bueno_fecha=HOY)) == []
    assert firmas(FIRMADA, cambio(FIRMADA, visto_bueno_fecha=HOY, fecha=JULIO)) == []
    assert firmas(FIRMADA, cambio(FIRMADA, visto_bueno_fecha=None)) == [SIN_FIRMA]


GRUPOS = [GrupoUsuarios(id=i, nombre=i) for i in "abcx"]
DE_GRUPOS = replace(FIRMADA, grupos=("a", "x"))


def of_groups(*pedidos: Cambio | None) -> list[Any]:
    actual = project_of(DE_GRUPOS, Persona(id="ana"), *GRUPOS)
    return [c.despues for c in consecuencias(actual, [pedido for pedido in pedidos if pedido is not None], HOY)]


def test_groups_in_another_order_are_the_same() -> None:
    assert of_groups(cambio(DE_GRUPOS, grupos=("x", "a"))) == []
    assert of_groups(cambio(DE_GRUPOS, grupos=("x",))) == [SIN_FIRMA]


def test_merging_groups_and_parting_them_again_leaves_the_sign_off_of_their_lines() -> None:
    session = memory_session(project_of(DE_GRUPOS, Persona(id="ana"), *GRUPOS))
    for queda, sobrante in (("b", "a"), ("c", "b")):
        fusion = Fusion(session.proyecto, HOY, (queda, sobrante))
        fusion.unir(queda, [sobrante], {}, {})
        session.edit("Unir", fusion.cambios())
    assert session.proyecto.todos(LineaPlan) == [replace(DE_GRUPOS, grupos=("c", "x"))]
    for union in session.proyecto.todos(UnionGrupos):
        session.edit("Separar", separar_varias(session.proyecto, [union]).cambios)
    assert session.proyecto.todos(LineaPlan) == [DE_GRUPOS]


def test_another_group_beside_a_merge_is_another_line() -> None:
    union = alta(UnionGrupos(id="u", queda="b", sobrante="a"))
    assert of_groups(cambio(DE_GRUPOS, grupos=("b", "x")), union) == []
    assert of_groups(cambio(DE_GRUPOS, grupos=("b", "c")), union) == [SIN_FIRMA]


def test_taking_up_again_what_was_given_up_voids_the_sign_off() -> None:
    cancelada = replace(FIRMADA, estado=EstadoLinea.CANCELADA)
    assert firmas(cancelada, cambio(cancelada, estado=EstadoLinea.PLANEADA)) == [SIN_FIRMA]
    sin_estado = replace(FIRMADA, estado=None)
    assert firmas(sin_estado, cambio(sin_estado, estado=EstadoLinea.IDEA)) == []


def test_what_nobody_signed_has_nothing_to_lose() -> None:
    sin_firma = replace(FIRMADA, **SIN_FIRMA)
    assert firmas(sin_firma, cambio(sin_firma, fecha=JULIO)) == []


def test_the_day_of_a_sign_off_is_noted_by_itself() -> None:
    sin_firma = replace(FIRMADA, **SIN_FIRMA)
    assert firmas(sin_firma, cambio(sin_firma, visto_bueno="eva")) == [{"visto_bueno_fecha": HOY}]
    assert firmas(FIRMADA, cambio(FIRMADA, visto_bueno="eva", fecha=JULIO)) == [{"visto_bueno_fecha": HOY}]
    assert firmas(FIRMADA, cambio(FIRMADA, visto_bueno=None)) == [{"visto_bueno_fecha": None}]
    assert firmas(None, alta(replace(sin_firma, visto_bueno="ana"))) == [{"visto_bueno_fecha": HOY}]


def test_a_day_that_comes_with_the_sign_off_stays_and_one_alone_is_lost_too() -> None:
    sin_quien = replace(FIRMADA, visto_bueno=None)  # the plan's workbook gives the day alone
    assert firmas(sin_quien, cambio(sin_quien, fecha=JULIO)) == [{"visto_bueno_fecha": None}]
    assert firmas(sin_quien, cambio(sin_quien, fecha=JULIO, visto_bueno_fecha=HOY)) == []
    assert firmas(None, alta(FIRMADA)) == []
    assert firmas(FIRMADA, alta(FIRMADA).inverso) == []


def test_several_changes_of_a_line_are_looked_at_together() -> None:
    movida, anotada = cambio(FIRMADA, fecha=JULIO), cambio(FIRMADA, notas="Llamar")
    assert firmas(FIRMADA, movida, anotada) == [SIN_FIRMA]
    assert firmas(FIRMADA, movida, cambio(FIRMADA, visto_bueno="eva")) == [{"visto_bueno_fecha": HOY}]


def test_voiding_is_one_edit_with_what_caused_it() -> None:
    session = memory_session(project_of(FIRMADA, Persona(id="ana")))
    session.edit("Mover", [cambio(FIRMADA, fecha=JULIO)])
    assert session.proyecto.get(LineaPlan, "l") == replace(FIRMADA, fecha=JULIO, **SIN_FIRMA)
    session.undo()
    assert session.proyecto.get(LineaPlan, "l") == FIRMADA
