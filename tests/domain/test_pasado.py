"""What the project said before: found by walking back once, however many states are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.pasado import Pasado, Paso, Vuelta
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Iterator

HOY = GrupoUsuarios(id="g", nombre="Escuelas", siglas="E3")
NUEVO = GrupoUsuarios(id="n", nombre="Museos")
# From line 4 to 1: «n» came; «g» was given its initials twice; «r», gone by now, was taken back.
PASOS = (
    Paso(4, [Vuelta("grupo_usuarios", "n", None)]),
    Paso(3, [Vuelta("grupo_usuarios", "g", {"siglas": "E2"})]),
    Paso(2, [Vuelta("grupo_usuarios", "r", {"nombre": "Retirado"})]),
    Paso(1, [Vuelta("grupo_usuarios", "g", {"siglas": "E1"}), Vuelta("grupo_usuarios", "g", {"siglas": "E0"})]),
)


class Walk:
    """Gives the steps that are asked for, and notes what was."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def __call__(self, newest: int, oldest: int) -> Iterator[Paso]:
        self.asked.append((newest, oldest))
        return (paso for paso in PASOS if oldest < paso.asiento <= newest)


def said(pasado: Pasado, asiento: int) -> list[str]:
    return [f"{grupo.id}{grupo.siglas}" for grupo in pasado.en(asiento).todos(GrupoUsuarios)]


def test_each_line_is_walked_over_once() -> None:
    walk = Walk()
    pasado = Pasado(project_of(HOY, NUEVO), 4, walk)
    assert said(pasado, 4) == ["gE3", "n"]
    assert said(pasado, 2) == ["gE2"]
    assert said(pasado, 3) == ["gE3"]
    assert said(pasado, 0) == ["gE0", "r"]
    assert said(pasado, 1) == ["gE2", "r"]
    assert said(pasado, 2) == ["gE2"]
    assert walk.asked == [(4, 2), (2, 0)]


def test_a_record_is_found_without_its_state() -> None:
    walk = Walk()
    pasado = Pasado(project_of(HOY, NUEVO), 4, walk)
    claves = [("grupo_usuarios", identidad) for identidad in "gnr?"]
    for asiento in (4, 2, 3, 0, 1, 2):
        found = [pasado.registro(asiento, *clave) for clave in claves]
        assert found == [pasado.en(asiento).registro(*clave) for clave in claves]
    assert walk.asked == [(4, 2), (2, 0)]


def test_states_that_were_let_go_are_made_again_without_walking() -> None:
    walk = Walk()
    pasado = Pasado(project_of(HOY, NUEVO), 4, walk)
    first = [said(pasado, asiento) for asiento in range(5)]
    assert [said(pasado, asiento) for asiento in range(5)] == first
    assert walk.asked == [(4, 0)]
    assert pasado.en(4) is pasado.en(4)


def test_later_edits_do_not_matter() -> None:
    hoy = project_of(HOY, NUEVO)
    pasado = Pasado(hoy.snapshot(), 4, Walk())
    hoy.install({"grupo_usuarios": {"g": None}})
    assert said(pasado, 3) == ["gE3"]


def test_a_history_that_cannot_be_read_is_said() -> None:
    def broken(newest: int, oldest: int) -> Iterator[Paso]:
        raise UserError("historial_ilegible", motivo=f"{newest}{oldest}")

    with pytest.raises(UserError, match="historial_ilegible"):
        Pasado(project_of(HOY), 4, broken).en(1)
