"""Changes say what was and what will be, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import time_ns
from typing import TYPE_CHECKING, Any
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.cambios import (
    Cambio,
    Cambios,
    Edicion,
    alta,
    aplicado,
    cambio,
    motivo_de_cambio,
    nacimiento,
    nuevo_id,
    nuevos_ids,
    retiro,
    tocadas,
)
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.generated import TIPO, cualquier_registro, registro, valores

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

GRUPO = GrupoUsuarios(id="g", nombre="Cámaras de comercio", clase=ClaseGrupo.SOCIEDAD, poder=2)


def test_an_identity_is_a_new_uuid() -> None:
    assert UUID(nuevo_id()).version == 7
    assert UUID(nuevo_id()).variant == RFC_4122
    assert nuevo_id() != nuevo_id()


def test_an_identity_begins_with_its_moment() -> None:
    antes = time_ns() // 1_000_000
    momento = UUID(nuevo_id()).int >> 80
    assert antes <= momento <= time_ns() // 1_000_000


@pytest.mark.parametrize("cuantos", [0, 1, 2, 7, 1000])
def test_identities_asked_for_together_are_all_different(cuantos: int) -> None:
    ids = nuevos_ids(cuantos)
    assert len(set(ids)) == cuantos
    assert all(str(UUID(identidad)) == identidad for identidad in ids)


def test_an_identity_tells_when_it_was_made() -> None:
    antes = datetime.now(UTC)
    momento = nacimiento(nuevo_id())
    assert momento is not None
    assert abs(momento - antes) < timedelta(minutes=1)


@pytest.mark.parametrize("ajena", ["i", "", str(UUID(int=5)), "ffffffff-ffff-7000-8000-000000000000"])
def test_another_identity_tells_nothing(ajena: str) -> None:
    assert nacimiento(ajena) is None


def test_coming_into_being_tells_only_what_was_filled_in() -> None:
    assert alta(GRUPO) == Cambio(
        "grupo_usuarios", "g", None, {"nombre": "Cámaras de comercio", "clase": ClaseGrupo.SOCIEDAD, "poder": 2}
    )


def test_a_change_tells_only_the_fields_that_differ() -> None:
    pedido = cambio(GRUPO, nombre="Cámaras de comercio", poder=5, interes=1)
    assert pedido == Cambio("grupo_usuarios", "g", {"poder": 2, "interes": None}, {"poder": 5, "interes": 1})


def test_a_change_that_changes_nothing_is_none() -> None:
    assert cambio(GRUPO, poder=2) is None
    assert cambio(GRUPO) is None


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(KeyError, match="color"):
        cambio(GRUPO, color="rojo")


def test_a_change_says_which_fields_of_which_record() -> None:
    grupo = GrupoUsuarios(id="g", nombre="Escuelas")
    assert motivo_de_cambio(grupo, {"nombre": "Colegios", "siglas": "C"}) == (
        "Cambiar «Grupo de usuarios», «Siglas» de «Escuelas»"
    )


def test_a_record_without_a_name_goes_by_the_one_that_it_gets() -> None:
    nuevo, nueva = GrupoUsuarios(id="g"), AreaGeneradora(id="a")
    assert motivo_de_cambio(nuevo, {"nombre": "Escuelas"}) == "Cambiar «Grupo de usuarios» de «Escuelas»"
    assert motivo_de_cambio(nuevo, {"notas": "Sí"}) == "Cambiar «Notas» de un grupo sin nombre"
    assert motivo_de_cambio(nueva, {"nombre": ""}) == "Cambiar «Nombre del área» de un área sin nombre"
    assert motivo_de_cambio(LineaPlan(id="l"), {"notas": "Sí"}) == "Cambiar «Notas» de una actividad sin nombre"


def test_a_withdrawal_is_a_change_with_its_reason() -> None:
    assert retiro(GRUPO, "Se repetía") == Cambio("grupo_usuarios", "g", {"retirado": ""}, {"retirado": "Se repetía"})
    assert retiro(replace(GRUPO, retirado="Se repetía"), "Se repetía") is None


@pytest.mark.parametrize(
    ("antes", "despues"),
    [(None, None), ({"nombre": "a"}, {"siglas": "b"}), ({}, {"nombre": "a"}), ({"nombre": "a"}, {})],
)
def test_a_change_that_could_not_be_taken_back_is_no_change(
    antes: dict[str, Any] | None, despues: dict[str, Any] | None
) -> None:
    with pytest.raises(ValueError, match="grupo_usuarios"):
        Cambio("grupo_usuarios", "g", antes, despues)


def test_a_record_may_come_into_being_empty() -> None:
    vacia = AreaGeneradora(id="a")
    assert aplicado(alta(vacia), AreaGeneradora, None) == vacia


def test_an_edition_knows_the_tables_it_touches() -> None:
    edicion = Edicion(
        id="e",
        momento=datetime(2026, 1, 1, tzinfo=UTC),
        motivo="Alta",
        autor="Ana",
        origen="ventana",
        cambios=(alta(GRUPO), alta(AreaGeneradora(id="a")), alta(AreaGeneradora(id="b"))),
    )
    assert tocadas(edicion.cambios) == {"grupo_usuarios", "area_generadora"}


@given(cualquier_registro())
def test_coming_into_being_and_its_inverse(nuevo: Registro) -> None:
    hecho = aplicado(alta(nuevo), type(nuevo), None)
    assert hecho == nuevo
    assert aplicado(alta(nuevo).inverso, type(nuevo), hecho) is None
    assert alta(nuevo).inverso.inverso == alta(nuevo)


@given(st.data(), TIPO)
def test_undoing_a_change_gives_back_the_record(data: st.DataObject, tipo: type[Registro]) -> None:
    antes = data.draw(registro(tipo))
    pedido = cambio(antes, **data.draw(valores(tipo, some=True)))
    if pedido is not None:
        despues = aplicado(pedido, tipo, antes)
        assert despues != antes
        assert aplicado(pedido.inverso, tipo, despues) == antes


def test_what_many_changes_touch_is_told_to_all_who_ask() -> None:
    cambios = [alta(AreaGeneradora(id="a", nombre="Área")), alta(GrupoUsuarios(id="h", nombre="Museos"))]
    juntos = Cambios(cambios)
    assert juntos == tuple(cambios)
    assert tocadas(juntos) == tocadas(cambios) == {"area_generadora", "grupo_usuarios"}
    assert tocadas(juntos) is tocadas(juntos)
