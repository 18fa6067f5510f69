"""One filter for all views: what it admits, how it is kept, and how it is said."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.plan_filter import FiltroPlan, describe, matching
from promueve_gui.application.search import SearchIndex
from promueve_gui.domain.conjuntos import Evento, Herramienta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.domain.reparto_plan import areas_of
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol, TipoContenido
from tests.application.plan_records import AREA, ENLACE, LINEA, PERIODISTAS, PUENTES, linea
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.plan import LineaPlan

OTRA_AREA = AreaGeneradora(id="obras", nombre="Dirección de Obras")
OBRAS = replace(PUENTES, id="obra", nombre="Obras", area="obras")
VISOR = Herramienta(id="visor", nombre="Visor de caminos", conjuntos=("puentes", "obra", "ido"))
FERIA = Evento(id="feria", nombre="Feria", conjuntos=("obra",))
LINEAS = [
    linea("a"),
    linea(
        "b",
        nombre="Mensaje",
        conjunto="obra",
        canal=Canal.REDES,
        tipo_contenido=TipoContenido.REDES,
        rol_responsable=Rol.ENLACE_COMUNICACION,
        estado=EstadoLinea.LISTA,
        fecha=date(2026, 5, 4),
        fecha_fin=date(2026, 5, 15),
        grupos=("madres",),
    ),
    linea("c", nombre="Ficha", conjunto=None, herramienta="visor", persona="ana", fecha=None, grupos=()),
    linea(
        "d", nombre="Cartel", conjunto=None, evento="feria", fecha=date(2026, 8, 3), grupos=("periodistas", "madres")
    ),
]
PROYECTO = project_of(
    AREA,
    OTRA_AREA,
    replace(ENLACE, area="area"),
    PERIODISTAS,
    replace(PERIODISTAS, id="madres", nombre="Asociación de madres"),
    PUENTES,
    OBRAS,
    VISOR,
    FERIA,
    *LINEAS,
    linea("r", retirado="Se repite"),
)


def admitted(**pedido: Any) -> str:
    return "".join(linea.id for linea in matching(PROYECTO, FiltroPlan(**pedido), SearchIndex()))


@pytest.mark.parametrize(
    ("pedido", "esperadas"),
    [
        ({}, "abcd"),
        ({"estado": frozenset({EstadoLinea.LISTA})}, "b"),
        ({"estado": frozenset({EstadoLinea.LISTA, EstadoLinea.PLANEADA})}, "abcd"),
        ({"canal": frozenset({Canal.REDES})}, "b"),
        ({"tipo_contenido": frozenset({TipoContenido.BOLETIN})}, "acd"),
        ({"rol_responsable": frozenset({Rol.ENLACE_COMUNICACION})}, "b"),
        ({"persona": frozenset({"ana"})}, "c"),
        ({"grupos": frozenset({"madres"})}, "bd"),
        ({"conjunto": frozenset({"puentes", "obra"})}, "ab"),
        ({"area": frozenset({"obras"})}, "bcd"),
        ({"area": frozenset({"area"})}, "ac"),
        ({"canal": frozenset({Canal.CORREO}), "grupos": frozenset({"madres"})}, "d"),
        ({"sin_fecha": False}, "abd"),
        ({"desde": date(2026, 5, 10)}, "bcd"),
        ({"hasta": date(2026, 5, 4)}, "abc"),
        ({"desde": date(2026, 5, 16), "hasta": date(2026, 7, 31)}, "c"),
        ({"desde": date(2026, 5, 15), "hasta": date(2026, 5, 15), "sin_fecha": False}, "b"),
    ],
)
def test_each_part_leaves_out_the_rest(pedido: dict[str, Any], esperadas: str) -> None:
    assert admitted(**pedido) == esperadas


@pytest.mark.parametrize(
    ("texto", "esperadas"),
    [
        ("boletín", "acd"),  # the type of content too
        ("MENSAJE", "b"),
        ("vados", "a"),
        ("visor", "c"),
        ("feria", "d"),
        ("asociacion madres", "bd"),
        ("ana torres", "c"),
        ("cartel madres", "d"),
        ("nada así", ""),
        ("  ", "abcd"),
    ],
)
def test_words_are_looked_for_in_all_that_a_line_refers_to(texto: str, esperadas: str) -> None:
    assert admitted(texto=texto) == esperadas


def test_some_lines_alone_can_be_looked_at() -> None:
    assert matching(PROYECTO, FiltroPlan(), SearchIndex(), LINEAS[:1]) == LINEAS[:1]


def test_the_areas_of_a_line_are_those_of_its_data_or_of_its_person() -> None:
    areas = areas_of(PROYECTO)
    assert [areas(linea) for linea in LINEAS] == [{"area"}, {"obras"}, {"area", "obras"}, {"obras"}]

    def of(**valores: Any) -> frozenset[str]:
        suelta: LineaPlan = linea("x", conjunto=None, **valores)
        return areas(suelta)

    assert of(persona="ana") == {"area"}
    assert of() == frozenset()
    assert areas_of(project_of(ENLACE))(linea("x", conjunto=None, persona="ana")) == frozenset()


FILTROS = st.builds(
    FiltroPlan,
    texto=st.text(max_size=8),
    estado=st.frozensets(st.sampled_from(EstadoLinea)),
    canal=st.frozensets(st.sampled_from(Canal)),
    tipo_contenido=st.frozensets(st.sampled_from(TipoContenido)),
    rol_responsable=st.frozensets(st.sampled_from(Rol)),
    persona=st.frozensets(st.text(max_size=4), max_size=3),
    grupos=st.frozensets(st.text(max_size=4), max_size=3),
    conjunto=st.frozensets(st.text(max_size=4), max_size=3),
    area=st.frozensets(st.text(max_size=4), max_size=3),
    desde=st.none() | st.dates(),
    hasta=st.none() | st.dates(),
    sin_fecha=st.booleans(),
)


@given(filtro=FILTROS)
def test_a_filter_is_read_as_it_was_written(filtro: FiltroPlan) -> None:
    assert FiltroPlan.from_json(filtro.to_json()) == filtro
    assert filtro.vacio is (filtro.to_json() == "{}")


def test_it_is_kept_under_the_names_of_the_fields() -> None:
    filtro = FiltroPlan(
        estado=frozenset({EstadoLinea.LISTA, EstadoLinea.IDEA}), desde=date(2026, 3, 1), sin_fecha=False
    )
    assert json.loads(filtro.to_json()) == {"estado": ["idea", "lista"], "desde": "2026-03-01", "sin_fecha": False}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
NOMBRES = st.sampled_from(["texto", "estado", "grupos", "desde", "hasta", "sin_fecha", "color"])


@given(dados=st.dictionaries(NOMBRES, json_values) | json_values)
def test_whatever_a_file_holds_gives_a_filter(dados: object) -> None:
    assert isinstance(FiltroPlan.from_json(json.dumps(dados)), FiltroPlan)


@pytest.mark.parametrize(
    "texto",
    ["", "no es JSON", "[]", '{"estado": ["listísima"], "color": 1, "desde": "ayer", "texto": 5}', "[" * 100_000],
)
def test_what_is_not_understood_asks_for_nothing(texto: str) -> None:
    assert FiltroPlan.from_json(texto).vacio


def test_the_sample_view_is_understood() -> None:
    filtro = FiltroPlan.from_json('{"estado": ["planeada", "en_elaboracion"], "canal": ["redes"]}')
    assert filtro == FiltroPlan(
        estado=frozenset({EstadoLinea.PLANEADA, EstadoLinea.EN_ELABORACION}), canal=frozenset({Canal.REDES})
    )


def test_it_is_said_in_words() -> None:
    filtro = FiltroPlan(
        texto=" puentes ",
        estado=frozenset({EstadoLinea.LISTA, EstadoLinea.PLANEADA, EstadoLinea.IDEA}),
        canal=frozenset({Canal.REDES}),
        grupos=frozenset({"periodistas", "madres", "ido"}),
        area=frozenset({"ida"}),
        desde=date(2026, 3, 1),
        hasta=date(2026, 3, 31),
        sin_fecha=False,
    )
    assert describe(filtro, PROYECTO) == (
        "«puentes» · Idea, Planeada o Lista · Redes sociales · (ya no está), Asociación de madres o Periodistas · "
        "(ya no está) · "
        "desde el 01/03/2026 · hasta el 31/03/2026 · con fecha"
    )
    assert describe(FiltroPlan(), PROYECTO) == ""


def test_a_filter_by_a_group_that_was_merged_is_one_by_the_group_that_stands_for_it() -> None:
    otros = [GrupoUsuarios(id="viejo", nombre="Prensa", retirado="Se unió"), GrupoUsuarios(id="otro", nombre="Prensa")]
    union = UnionGrupos(id="u", queda="periodistas", sobrante="viejo")
    proyecto = project_of(PERIODISTAS, PUENTES, *otros, union, LINEA, AREA)
    filtro = FiltroPlan(grupos=frozenset({"viejo"}))
    assert matching(proyecto, filtro, SearchIndex()) == [LINEA]
    assert describe(filtro, proyecto) == "Periodistas"
    separados = project_of(PERIODISTAS, PUENTES, *otros, replace(union, retirado="Se separaron"), LINEA, AREA)
    assert matching(separados, filtro, SearchIndex()) == []


def test_what_has_no_name_is_said_too() -> None:
    assert describe(FiltroPlan(persona=frozenset({"p"})), project_of(Persona(id="p"))) == "(sin nombre)"
