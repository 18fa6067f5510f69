"""All the rules together: their order, what they answer of one record, and how soon."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import CitaGuia
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.reglas import (
    REGLAS,
    Contexto,
    Estado,
    Hallazgo,
    Regla,
    Severidad,
    cita,
    hallazgos_de,
    revisar,
)
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.domain.reglas.fabrica import (
    CONJUNTO,
    GRUPO,
    HERRAMIENTA,
    HOY,
    LINEA,
    MESA,
    RECOMENDACION,
    contenido,
    contexto,
    proyecto,
    publicacion,
)

MALOS = (
    replace(GRUPO, clase=None, prioritario=True),
    replace(LINEA, grupos=(), fecha=None),
    replace(CONJUNTO, retirado="x"),
    replace(HERRAMIENTA, publicada=True, correo_contacto=""),
    contenido(url="", cuerpo=""),
    MESA,
    replace(RECOMENDACION, folio=""),
    publicacion(HOY, url=""),
)


def test_rules_come_in_order_and_say_what_they_are() -> None:
    assert [regla.id for regla in REGLAS] == [f"R{numero}" for numero in range(1, 15)]
    assert all(regla.titulo and 0 <= regla.paso <= 5 for regla in REGLAS)


def test_an_empty_project_only_owes_its_communication() -> None:
    faltan = [r.regla.id for r in revisar(contexto()) if r.estado is not Estado.NO_APLICA]
    assert faltan == ["R8"]


def test_every_finding_can_be_jumped_to() -> None:
    datos = proyecto(*MALOS)
    hallazgos = [h for r in revisar(Contexto(datos, HOY)) for h in r.hallazgos]
    assert {h.regla for h in hallazgos} >= {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R12"}
    for hallazgo in hallazgos:
        assert hallazgo.campo in campos(POR_ENTIDAD[hallazgo.entidad])
        assert hallazgo.mensaje.endswith(".")
        assert not hallazgo.id or datos.registro(hallazgo.entidad, hallazgo.id) is not None


def test_findings_of_one_record_are_those_of_the_board() -> None:
    datos = contexto(*MALOS)
    tablero = {(h.regla, h) for r in revisar(datos) for h in r.hallazgos if h.id}
    por_registro = {(h.regla, h) for registro in MALOS for h in hallazgos_de(datos, registro)}
    assert por_registro == tablero


def test_a_record_not_yet_saved_is_judged_as_it_stands() -> None:
    nuevo = GrupoUsuarios(id="nuevo", nombre="Cooperativas", clase=ClaseGrupo.SOCIEDAD, area="area")
    assert [h.campo for h in hallazgos_de(contexto(), nuevo)] == ["ejes"]


@given(buenos=st.integers(0, 5), malos=st.integers(0, 5))
def test_counts_add_up(buenos: int, malos: int) -> None:
    registros = [replace(GRUPO, id=f"b{n}") for n in range(buenos)]
    registros += [replace(GRUPO, id=f"m{n}", area=None) for n in range(malos)]
    primera = revisar(contexto(*registros))[0]
    assert (primera.cumplidos, primera.total, len(primera.hallazgos)) == (buenos, buenos + malos, malos)


def test_a_large_project_is_judged_without_comparing_all_with_all() -> None:
    # 10,000 groups and 20,000 lines: a quadratic rule would not end within the time limit of the tests.
    grupos = [replace(GRUPO, id=f"g{n}", prioritario=True) for n in range(10_000)]
    lineas = [LineaPlan(id=f"l{n}", nombre="Línea", grupos=(f"g{n // 2}",)) for n in range(20_000)]
    resultado = revisar(contexto(*grupos, *lineas))[2]
    assert (resultado.total, resultado.cumplidos) == (30_000, 10_000)


def test_a_rule_that_judges_nothing_does_not_apply() -> None:
    muda = Regla(id="R0", paso=0, titulo="Nada", tipos=(GrupoUsuarios,))
    assert muda.evaluar(contexto(GRUPO)).estado is Estado.NO_APLICA
    assert muda.de_registro(contexto(GRUPO), GRUPO) == ()


def test_a_finding_is_light_unless_it_says_otherwise() -> None:
    assert Hallazgo("R1", "grupo_usuarios", "g", "clase", "Falta.").severidad is Severidad.ADVIERTE


def test_citations_come_from_the_project() -> None:
    citas = [
        CitaGuia(id="vieja", clave="R1", cita="Paso 3.1, edición 2013", retirado="se corrigió"),
        CitaGuia(id="otra", clave="R2", cita="Paso 4.3, edición 2017"),
        CitaGuia(id="buena", clave="R1", cita="Paso 1, edición 2015"),
    ]
    assert cita(proyecto(*citas), "R1") == "Paso 1, edición 2015"
    assert cita(proyecto(), "R1") == ""
