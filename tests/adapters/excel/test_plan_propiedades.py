"""Whatever the plan says, it comes back as it left: untouched it changes nothing, and one edit is that edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promueve_gui.application.returns import Returns
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from tests.adapters.excel.muestra import Leido, project
from tests.adapters.excel.plan_devuelto import compared, place, sent, told, worked_on
from tests.fakes import memory_session
from tests.generated import registro

if TYPE_CHECKING:
    import pytest

    from promueve_gui.application.session import Session

IDS = {
    "conjunto_datos": ["c1", "c2"], "herramienta": ["h1"], "evento": ["e1"], "grupo_usuarios": ["g1", "g2", "g3"],
    "persona": ["p1", "p2"],
}  # fmt: skip
OTHERS = (
    Institucion(id="i", nombre="Secretaría", siglas="S", anio=2026),
    ConjuntoDatos(id="c1", nombre="Aforos; presas"),
    ConjuntoDatos(id="c2", nombre="=Caminos"),
    Herramienta(id="h1", nombre="Visor"),
    Evento(id="e1", nombre="Mesa"),
    GrupoUsuarios(id="g1", nombre="Pescadores"),
    GrupoUsuarios(id="g2", nombre="Prensa; radio"),
    GrupoUsuarios(id="g3", nombre="  Espacios  "),
    Persona(id="p1", nombre="Ana Ríos"),
    Persona(id="p2", nombre="Luis\tMar"),
)
PLANS = st.lists(registro(LineaPlan, IDS), max_size=6)
SLOW = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def made(lineas: list[Any]) -> Session:
    return memory_session(project([*OTHERS, *lineas]))


@SLOW
@given(PLANS, st.booleans(), st.booleans())
def test_untouched_it_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, lineas: list[Any], personales: bool, por_mes: bool
) -> None:
    session = made(lineas)
    path = sent(session, tmp_path_factory.mktemp("plan") / "p.xlsx", personales=personales, por_mes=por_mes)
    devolucion = compared(session, worked_on(path))
    assert (told(devolucion), devolucion.problemas) == (set(), [])


@SLOW
@given(
    PLANS.filter(lambda lineas: any(not linea.retirado for linea in lineas)),
    st.dates(date(2001, 1, 1), date(2099, 12, 31)),
    st.data(),
)
def test_a_day_that_somebody_writes_is_the_only_change(
    tmp_path_factory: pytest.TempPathFactory, lineas: list[Any], dia: date, data: st.DataObject
) -> None:
    session = made(lineas)
    path = sent(session, tmp_path_factory.mktemp("plan") / "p.xlsx", por_mes=True)
    elegida = data.draw(
        st.sampled_from([linea for linea in lineas if not linea.retirado and linea.fecha != dia] or [None])
    )
    if elegida is None:
        return

    def write(libro: Leido) -> None:
        hoja = libro["Plan"]
        renglon = next(n for n in range(2, hoja.max_row + 1) if hoja.cell(n, 1).value == elegida.id)
        hoja.cell(renglon, place(hoja, "Fecha")).value = dia

    devolucion = compared(session, worked_on(path, write))
    assert [(d.tipo.value, d.id, d.campo, d.suyo) for d in devolucion.diferencias] == [
        ("cambio", elegida.id, "fecha", dia)
    ]
    Returns(session).apply(devolucion, {})
    guardada = session.proyecto.get(LineaPlan, elegida.id)
    assert guardada is not None
    assert guardada.fecha == dia
