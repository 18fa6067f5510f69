"""The content of a project: how it is read, and that changes are made whole, checked first, and can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.cambios import Cambio, alta, cambio, retiro
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import TIPOS
from tests.generated import TIPO, registro, valores

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id, Registro

AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")
GRUPO = GrupoUsuarios(id="g", nombre="Cámaras de comercio", area="a")
OTRO = GrupoUsuarios(id="h", nombre="Universidades", area="a", retirado="Se repetía")


def proyecto(*registros: Registro) -> Proyecto:
    """Return a project that holds these records."""
    nuevo = Proyecto()
    nuevo.apply(alta(registro) for registro in registros)
    return nuevo


def refused(actual: Proyecto, *cambios: Cambio) -> UserError:
    """Return the error with which a project refuses changes, having seen that it stays as it was."""
    before = actual.snapshot()
    with pytest.raises(UserError) as caught:
        actual.apply(cambios)
    assert actual == before
    return caught.value


def test_an_empty_project_holds_nothing() -> None:
    assert Proyecto().total() == 0
    assert Proyecto().todos(GrupoUsuarios) == []
    assert Proyecto().unico(Institucion) is None


def test_records_are_read_by_kind_in_the_order_they_came() -> None:
    actual = proyecto(AREA, OTRO, GRUPO)
    assert actual.todos(GrupoUsuarios) == [OTRO, GRUPO]
    assert actual.activos(GrupoUsuarios) == actual.registros_de("grupo_usuarios") == [GRUPO]
    assert actual.total() == 3


def test_a_kind_is_there_while_one_of_its_records_is_in_use() -> None:
    fuera = AreaGeneradora(id="a", nombre="Obras", retirado="se fusionó")
    assert not Proyecto().hay(AreaGeneradora)
    assert not Proyecto({"area_generadora": {"a": fuera}}).hay(AreaGeneradora)
    dentro = AreaGeneradora(id="b", nombre="Caminos")
    assert Proyecto({"area_generadora": {"a": fuera, "b": dentro}}).hay(AreaGeneradora)


def test_one_record_is_read_by_kind_or_by_table() -> None:
    actual = proyecto(AREA)
    assert actual.get(AreaGeneradora, "a") is actual.registro("area_generadora", "a") is actual.unico(AreaGeneradora)
    assert actual.get(AreaGeneradora, "z") is None
    assert actual.get(AreaGeneradora, None) is None
    assert actual.registro("area_generadora", "z") is None


def test_titles_are_empty_for_what_is_not_there() -> None:
    actual = proyecto(AREA)
    assert actual.titulo("area_generadora", "a") == "Dirección de Estadística"
    assert actual.titulo("area_generadora", "z") == ""
    assert actual.titulo("area_generadora", None) == ""


def test_records_in_use_are_found_by_what_people_call_them() -> None:
    actual = proyecto(AREA, GRUPO, OTRO)
    assert actual.llamados(GrupoUsuarios, "  camaras  DE comercio ") == ["g"]
    assert actual.llamados(GrupoUsuarios, "Universidades") == []


def test_what_people_call_a_record_follows_its_changes() -> None:
    actual = proyecto(AREA, GRUPO)
    assert actual.llamados(GrupoUsuarios, "Cámaras") == []
    actual.apply([Cambio("grupo_usuarios", "g", {"nombre": GRUPO.nombre}, {"nombre": "Cámaras"})])
    assert actual.llamados(GrupoUsuarios, "Cámaras") == ["g"]


def test_several_of_the_same_name_are_all_found() -> None:
    actual = proyecto(AREA, GRUPO, replace(GRUPO, id="g2"))
    found = actual.llamados(GrupoUsuarios, GRUPO.nombre)
    found.clear()  # the answer is the caller's own
    assert actual.llamados(GrupoUsuarios, GRUPO.nombre) == ["g", "g2"]


def test_a_snapshot_stays_as_it_was() -> None:
    actual = proyecto(AREA)
    before = actual.snapshot()
    actual.apply([alta(GRUPO)])
    assert before.total() == 1
    assert before != actual
    assert before == proyecto(AREA)
    assert before != "proyecto"


def test_a_project_is_no_key() -> None:
    with pytest.raises(TypeError):
        hash(Proyecto())


def test_checking_changes_nothing() -> None:
    actual = proyecto(AREA)
    actual.outcome([alta(GRUPO)])
    assert actual == proyecto(AREA)


def test_outcome_tells_what_each_record_would_become() -> None:
    actual = proyecto(AREA, GRUPO)
    pedidos = [Cambio("grupo_usuarios", "g", {"poder": None}, {"poder": 3}), alta(OTRO), alta(OTRO).inverso]
    assert actual.outcome(pedidos) == {"grupo_usuarios": {"g": replace(GRUPO, poder=3), "h": None}}


def test_several_changes_of_one_record_follow_each_other() -> None:
    actual = proyecto(AREA)
    renamed = Cambio("area_generadora", "a", {"siglas": ""}, {"siglas": "DE"})
    again = Cambio("area_generadora", "a", {"siglas": "DE"}, {"siglas": "DGE"})
    actual.apply([renamed, again])
    assert actual.get(AreaGeneradora, "a") == replace(AREA, siglas="DGE")


def test_records_may_refer_to_others_that_come_with_them_in_any_order() -> None:
    actual = Proyecto()
    actual.apply([alta(GRUPO), alta(AREA)])
    assert actual.total() == 2


def test_what_came_and_went_in_one_go_leaves_nothing() -> None:
    actual = Proyecto()
    actual.apply([alta(AREA), alta(AREA).inverso])
    assert actual == Proyecto()


def test_an_unknown_table_is_refused() -> None:
    error = refused(Proyecto(), Cambio("marciano", "m", None, {}))
    assert (error.code, error.data) == ("entidad_desconocida", {"entidad": "marciano"})


def test_an_unknown_field_is_refused() -> None:
    nueva = Cambio("area_generadora", "a", None, {"color": "rojo"})
    for pedidos in ([nueva], [nueva, nueva.inverso]):
        error = refused(Proyecto(), *pedidos)
        assert (error.code, error.data) == ("campo_desconocido", {"registro": "área", "campo": "color"})


@pytest.mark.parametrize(
    "pedido",
    [
        alta(AREA),
        Cambio("area_generadora", "z", {"siglas": ""}, {"siglas": "X"}),
        Cambio("area_generadora", "a", {"siglas": "vieja"}, {"siglas": "X"}),
        Cambio("area_generadora", "a", {"nombre": "otro nombre"}, None),
        Cambio("area_generadora", "a", {"color": "rojo"}, {"color": "verde"}),
    ],
    ids=[
        "it is there already",
        "it is not there",
        "it changed meanwhile",
        "it changed before it went",
        "no such field",
    ],
)
def test_a_change_that_no_longer_fits_is_refused(pedido: Cambio) -> None:
    error = refused(proyecto(AREA), pedido)
    assert (error.code, error.data) == ("cambio_caduco", {"registro": "área"})


def test_nothing_is_changed_when_one_of_several_does_not_fit() -> None:
    assert refused(proyecto(AREA), alta(GRUPO), alta(AREA)).code == "cambio_caduco"


@pytest.mark.parametrize("area", ["z", ""])
def test_a_link_to_nothing_is_refused(area: str) -> None:
    error = refused(proyecto(AREA), alta(replace(GRUPO, area=area)))
    assert (error.code, error.data) == ("referencia_rota", {"registro": "grupo", "campo": "Área generadora"})


def test_one_link_to_nothing_among_several_is_refused() -> None:
    error = refused(proyecto(AREA, GRUPO), alta(LineaPlan(id="l", grupos=("g", "z"))))
    assert error.data["campo"] == "Grupos de usuarios"


@pytest.mark.parametrize(
    "dados", [{"nombre": None}, {"clase": "sociedad"}, {"ejes": []}, {"poder": "3"}, {"prioritario": 1}]
)
def test_a_value_of_another_type_is_a_defect_of_the_program(dados: dict[str, Any]) -> None:
    actual = proyecto(AREA)
    with pytest.raises(TypeError):
        actual.apply([Cambio("grupo_usuarios", "g", None, dados)])
    assert actual == proyecto(AREA)


def test_a_moment_is_not_taken_for_a_day() -> None:
    momento: date = datetime(2026, 1, 1, tzinfo=UTC)
    with pytest.raises(TypeError):
        Proyecto().outcome([alta(LineaPlan(id="l", fecha=momento))])


def test_a_withdrawn_record_stays() -> None:
    actual = proyecto(AREA)
    pedido = retiro(AREA, "Desapareció con la reestructura")
    assert pedido is not None
    actual.apply([pedido])
    assert actual.activos(AreaGeneradora) == []
    assert [area.retirado for area in actual.todos(AreaGeneradora)] == ["Desapareció con la reestructura"]


def _ids(actual: Proyecto) -> dict[str, list[Id]]:
    return {tipo.ENTIDAD: [r.id for r in actual.todos(tipo)] for tipo in TIPOS}


@given(st.data(), st.lists(TIPO, max_size=6), st.lists(TIPO, max_size=6))
def test_the_inverse_in_reverse_order_gives_back_the_project(
    data: st.DataObject, first: list[type[Registro]], then: list[type[Registro]]
) -> None:
    actual = Proyecto()
    for tipo in first:
        actual.apply([alta(data.draw(registro(tipo, _ids(actual))))])
    before, ids = actual.snapshot(), _ids(actual)
    cambios = [alta(data.draw(registro(tipo, ids))) for tipo in then]
    for tipo in TIPOS:
        for existing in actual.todos(tipo)[:1]:
            pedido = cambio(existing, **data.draw(valores(tipo, ids, some=True)))
            cambios.extend([] if pedido is None else [pedido])
    actual.apply(cambios)
    after = actual.snapshot()
    actual.apply(c.inverso for c in reversed(cambios))
    assert actual == before
    actual.apply(cambios)
    assert actual == after


def test_withdrawn_records_are_not_there_for_who_asks_whether_there_are_any() -> None:
    assert not Proyecto().hay(AreaGeneradora)
    retirada = AreaGeneradora(id="a", nombre="Área", retirado="Desapareció")
    proyecto = Proyecto({AreaGeneradora.ENTIDAD: {"a": retirada}})
    assert not proyecto.hay(AreaGeneradora)
    proyecto.apply([alta(AreaGeneradora(id="b", nombre="Otra"))])
    assert proyecto.hay(AreaGeneradora)
