"""Whatever a project holds, map and plan are written and every record in use is in them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promueve_gui.domain.celdas import clean
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.plan import LineaPlan
from tests.adapters.excel.muestra import column, project, written_map, written_plan
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
