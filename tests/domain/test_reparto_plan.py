"""The parts in which the plan is handed out."""

from __future__ import annotations

from datetime import date

import pytest

from promueve_gui.domain.alcance import sent
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reparto_plan import Reparto, belongs, owners, part_lines
from tests.projects import project_of

LINEAS = (
    LineaPlan(id="de_a", nombre="De A", conjunto="ca"),
    LineaPlan(id="de_ambas", nombre="De ambas", evento="e", fecha=date(2026, 1, 1)),
    LineaPlan(id="por_persona", nombre="Por su persona", persona="p"),
    LineaPlan(id="de_nadie", nombre="De nadie"),
    LineaPlan(id="retirada", nombre="Retirada", conjunto="ca", retirado="Sobra"),
)
PROYECTO = project_of(
    AreaGeneradora(id="a", nombre="Aguas"),
    AreaGeneradora(id="b", nombre="Bosques"),
    Persona(id="p", nombre="Ana", area="b"),
    ConjuntoDatos(id="ca", nombre="Aforos", area="a"),
    ConjuntoDatos(id="cb", nombre="Árboles", area="b"),
    Evento(id="e", nombre="Mesa", conjuntos=("ca", "cb")),
    *LINEAS,
)


@pytest.mark.parametrize(
    ("parte", "suyas"),
    [
        ("", ["de_a", "de_ambas", "por_persona", "de_nadie"]),
        ("area:a", ["de_a", "de_ambas"]),
        ("area:b", ["de_ambas", "por_persona"]),
        ("area:", ["de_nadie"]),
        ("area:x", []),
        ("persona:p", ["por_persona"]),
        ("persona:", ["de_a", "de_ambas", "de_nadie"]),
        ("todo:", ["de_a", "de_ambas", "por_persona", "de_nadie"]),
        ("otra:a", ["de_a", "de_ambas", "por_persona", "de_nadie"]),
    ],
)
def test_each_part_holds_its_lines(parte: str, suyas: list[str]) -> None:
    assert [linea.id for linea in part_lines(PROYECTO, parte)] == suyas
    documento = f"plan:{parte}" if parte else "plan"
    assert [linea.id for linea in sent(PROYECTO, "linea_plan", documento, None)] == suyas


def test_withdrawn_lines_belong_where_they_did() -> None:
    assert belongs(PROYECTO, "area:a")(LINEAS[4])


@pytest.mark.parametrize("reparto", [Reparto.AREA, Reparto.PERSONA])
def test_every_line_is_in_some_part(reparto: Reparto) -> None:
    de_quien = owners(PROYECTO, reparto)
    for linea in PROYECTO.activos(LineaPlan):
        assert any(linea in part_lines(PROYECTO, f"{reparto}:{identidad}") for identidad in de_quien(linea))
