"""Whatever a project holds, map, plan and formats are written and every record in use is in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.adapters.excel.formato import FormatWriter
from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.domain.celdas import clean
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.plan import LineaPlan
from tests.adapters.excel.muestra import Leido, column, delivery, project, written_map, written_plan
from tests.generated import registro

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

IDS = {"area_generadora": ["a"], "conjunto_datos": ["c"], "grupo_usuarios": ["g"]}
FIJOS: list[Registro] = [
    AreaGeneradora(id="a", nombre="Área"),
    ConjuntoDatos(id="c", nombre="Conjunto"),
    GrupoUsuarios(id="g", nombre="Grupo"),
]
CUALQUIERA = st.sampled_from([Institucion, GrupoUsuarios, UsoDatos, ConjuntoDatos, LineaPlan]).flatmap(
    lambda tipo: registro(tipo, IDS)
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CUALQUIERA, max_size=12))
def test_any_project_can_be_written_and_read_back(registros: list[Registro]) -> None:
    proyecto = project([*FIJOS, *registros])
    with TemporaryDirectory() as folder:
        mapa, plan = written_map(Path(folder), proyecto), written_plan(Path(folder), proyecto)
    grupos = [clean(grupo.nombre) or None for grupo in proyecto.activos(GrupoUsuarios)]
    lineas = [linea.id for linea in proyecto.activos(LineaPlan)]
    assert sorted(map(str, column(mapa["Consolidado"], "Grupo de usuarios"))) == sorted(map(str, grupos))
    assert sorted(map(str, column(plan["Plan"], "id"))) == sorted(lineas)


def test_texts_that_look_like_escaped_characters_come_back_as_they_are(tmp_path: Path) -> None:
    raros = ["_x000D_", "_x0041_", "a_x005F_x0041_b", "__x263a__"]
    grupos = [GrupoUsuarios(id=f"r{n}", nombre=raro, notas=raro) for n, raro in enumerate(raros)]
    path = tmp_path / "f.xlsx"
    FormatWriter(lambda _: {})(
        "a", delivery(project([*FIJOS, *(replace(g, area="a") for g in grupos)])), path, ignore_progress
    )
    leido = read_returned(path)
    assert leido is not None
    (hoja,) = [hoja for hoja in leido.hojas if hoja.entidad == GrupoUsuarios.ENTIDAD]
    filas = [dict(zip(hoja.campos, fila.celdas, strict=True)) for fila in hoja.filas]
    assert sorted(str(fila["nombre"]) for fila in filas) == sorted(raros)
    assert all(fila["notas"] == fila["nombre"] for fila in filas)


AREAS = registro(AreaGeneradora, IDS)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(AREAS, st.lists(CUALQUIERA, max_size=12))
def test_any_area_gets_its_format_and_what_it_named_is_in_it(area: Registro, registros: list[Registro]) -> None:
    proyecto = project([*FIJOS, area, *registros])
    with TemporaryDirectory() as folder:
        for identidad in ("a", area.id):
            path = Path(folder) / "f.xlsx"
            FormatWriter(lambda _: {})(identidad, delivery(proyecto), path, ignore_progress)
            libro: Leido = load_workbook(path)
            suyos = [grupo.id for grupo in proyecto.activos(GrupoUsuarios) if grupo.area == identidad]
            assert sorted(map(str, column(libro["Grupos"], "id"))) == sorted(suyos)
