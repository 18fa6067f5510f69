"""Doubts that wait in the project: what can be decided about each, what it would change, and how it is closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.dudas import doubt_choices, doubt_values, resolve_doubt
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import Duda, EstadoDuda, TipoDuda
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.proyecto import Proyecto

AREA = AreaGeneradora(id="a", nombre="Museos")
GRUPO = GrupoUsuarios(id="g", nombre="Escuelas", area="a", descripcion="Primarias", clase=ClaseGrupo.GOBIERNO)
CONFLICTO = Duda(
    id="d",
    nombre="Escuelas: Descripción",
    tipo=TipoDuda.CONFLICTO,
    entidad="grupo_usuarios",
    registro="g",
    campo="descripcion",
    suyo='{"descripcion": "Secundarias"}',
)
CLASE = replace(CONFLICTO, id="c", campo="clase", suyo='{"clase": "sociedad"}')
VALOR = replace(CLASE, id="v", tipo=TipoDuda.VALOR)
ILEGIBLE = replace(VALOR, id="i", suyo="")
FALTANTE = replace(
    CONFLICTO, id="f", tipo=TipoDuda.FALTANTE, campo="", suyo='{"retirado": "Ya no viene en «Museos.xlsx»."}'
)
USO = Duda(
    id="u",
    nombre="Escuela: Visitantes",
    tipo=TipoDuda.VALOR,
    entidad="uso_datos",
    registro="nuevo",
    campo="grupo",
    suyo='{"grupo": "g", "conjunto": "k"}',
)
TOMAR, CONSERVAR, AMBOS, ESPERAR = Decision.TOMAR, Decision.CONSERVAR, Decision.AMBOS, Decision.ESPERAR


def project(*dudas: Duda) -> Proyecto:
    return project_of(AREA, GRUPO, *dudas)


def settled(duda: Duda, decision: Decision) -> Proyecto:
    """Return the project once a doubt was settled, having seen how it was closed."""
    proyecto = project(duda)
    motivo, cambios = resolve_doubt(proyecto, duda, decision)
    assert motivo == f"Resolver la duda «{duda.nombre}»"
    proyecto.apply(c for c in cambios if c.entidad != "uso_datos")
    return proyecto


@pytest.mark.parametrize(
    ("duda", "posibles"),
    [
        (CONFLICTO, (TOMAR, CONSERVAR, AMBOS, ESPERAR)),
        (CLASE, (TOMAR, CONSERVAR, ESPERAR)),
        (VALOR, (TOMAR, CONSERVAR, ESPERAR)),
        (ILEGIBLE, (CONSERVAR, ESPERAR)),
        (FALTANTE, (TOMAR, CONSERVAR, ESPERAR)),
        (USO, (TOMAR, CONSERVAR, ESPERAR)),
        (replace(CONFLICTO, registro="ya no está"), (CONSERVAR, ESPERAR)),
        (replace(CONFLICTO, estado=EstadoDuda.RESUELTA), ()),
    ],
)
def test_what_can_be_decided(duda: Duda, posibles: tuple[Decision, ...]) -> None:
    assert doubt_choices(project(duda), duda) == posibles


@pytest.mark.parametrize(
    ("duda", "valores"),
    [
        (CONFLICTO, ("Primarias", "Secundarias")),
        (CLASE, ("Otras instituciones de gobierno", "Otros sectores de la sociedad")),
        (ILEGIBLE, ("Otras instituciones de gobierno", "")),
        (FALTANTE, ("Escuelas", "Ya no viene en «Museos.xlsx».")),
        (replace(FALTANTE, registro="ya no está"), ("", "Ya no viene en «Museos.xlsx».")),
        (USO, ("", "Escuelas")),
    ],
)
def test_both_sides_are_told_as_people_read_them(duda: Duda, valores: tuple[str, str]) -> None:
    assert doubt_values(project(duda), duda) == valores


@pytest.mark.parametrize(
    ("duda", "decision", "queda", "resolucion"),
    [
        (CONFLICTO, TOMAR, replace(GRUPO, descripcion="Secundarias"), "Se tomó lo del archivo."),
        (CONFLICTO, CONSERVAR, GRUPO, "Se conservó lo del proyecto."),
        (CONFLICTO, AMBOS, replace(GRUPO, descripcion="Primarias\nSecundarias"), "Se conservaron los dos textos."),
        (VALOR, TOMAR, replace(GRUPO, clase=ClaseGrupo.SOCIEDAD), "Se tomó lo del archivo."),
        (FALTANTE, TOMAR, replace(GRUPO, retirado="Ya no viene en «Museos.xlsx»."), "Se tomó lo del archivo."),
    ],
)
def test_a_decision_changes_the_record_and_closes_the_doubt(
    duda: Duda, decision: Decision, queda: GrupoUsuarios, resolucion: str
) -> None:
    proyecto = settled(duda, decision)
    assert proyecto.get(GrupoUsuarios, "g") == queda
    assert proyecto.get(Duda, duda.id) == replace(duda, estado=EstadoDuda.RESUELTA, resolucion=resolucion)


def test_taking_what_the_project_says_already_only_closes_it() -> None:
    duda = replace(CONFLICTO, suyo='{"descripcion": "Primarias"}')
    _, cambios = resolve_doubt(project(duda), duda, TOMAR)
    assert [c.entidad for c in cambios] == ["duda"]


def test_a_doubt_may_go_on_waiting() -> None:
    assert resolve_doubt(project(CONFLICTO), CONFLICTO, ESPERAR)[1] == []


def test_a_record_that_could_not_be_added_is_added_now() -> None:
    _, (nuevo, cerrada) = resolve_doubt(project(USO), USO, TOMAR)
    assert (nuevo.entidad, nuevo.id, nuevo.antes, nuevo.despues) == (
        UsoDatos.ENTIDAD,
        "nuevo",
        None,
        {"grupo": "g", "conjunto": "k"},
    )
    assert cerrada.id == "u"


def test_what_makes_no_sense_any_more_is_refused() -> None:
    for duda, decision in ((ILEGIBLE, TOMAR), (CLASE, AMBOS), (replace(CONFLICTO, estado=EstadoDuda.RESUELTA), TOMAR)):
        with pytest.raises(UserError, match="duda_sin_sentido"):
            resolve_doubt(project(duda), duda, decision)


def test_a_doubt_about_a_group_that_was_merged_is_about_the_one_that_stands() -> None:
    otro = replace(GRUPO, id="q", nombre="Centros escolares", descripcion="Todos")
    proyecto = project_of(AREA, GRUPO, otro, UnionGrupos(id="n", queda="q", sobrante="g"), CONFLICTO)
    assert doubt_values(proyecto, CONFLICTO) == ("Todos", "Secundarias")
    proyecto.apply(resolve_doubt(proyecto, CONFLICTO, AMBOS)[1])
    assert proyecto.get(GrupoUsuarios, "q") == replace(otro, descripcion="Todos\nSecundarias")
    assert proyecto.get(GrupoUsuarios, "g") == GRUPO
