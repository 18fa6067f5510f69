"""The files in which the plan leaves, and how they are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.agenda_options import OpcionesAgenda
from promueve_gui.application.export_documents import AGENDA, CALENDARIO_PDF, DEL_PLAN, PLAN, nombre_de
from promueve_gui.application.plan_documents import plan_documents, plan_parts
from promueve_gui.application.plan_request import PedidoDocumento
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.reparto_plan import Reparto
from tests.projects import project_of

PROYECTO = project_of(
    Institucion(id="i", nombre="Ríos", siglas="SRP", anio=2026),
    AreaGeneradora(id="b", nombre="Presas: obras/agua"),
    AreaGeneradora(id="a", nombre="presas - OBRAS-agua"),
    AreaGeneradora(id="c", nombre="Sin actividades"),
    AreaGeneradora(id="d", nombre="con"),
    ConjuntoDatos(id="ca", nombre="A", area="a"),
    ConjuntoDatos(id="cb", nombre="B", area="b"),
    ConjuntoDatos(id="cd", nombre="D", area="d"),
    Persona(id="p", nombre="Ana Ríos"),
    LineaPlan(id="1", nombre="1", conjunto="ca"),
    LineaPlan(id="2", nombre="2", conjunto="cb", persona="p"),
    LineaPlan(id="3", nombre="3", conjunto="cd"),
    LineaPlan(id="4", nombre="4"),
)


@pytest.mark.parametrize("tipo", DEL_PLAN)
def test_the_whole_plan_is_one_file(tipo: object) -> None:
    (documento,) = plan_documents(PROYECTO, tipo, Reparto.TODO)  # type: ignore[arg-type]  # a kind of document
    assert (documento.parte, documento.carpeta) == ("", "")
    assert "SRP 2026" in documento.archivo


def test_each_area_has_its_file_under_a_name_of_its_own_that_windows_takes() -> None:
    documentos = plan_documents(PROYECTO, PLAN, Reparto.AREA)
    assert [(d.parte, d.archivo) for d in documentos] == [
        ("area:d", "con - Plan de promoción SRP 2026.xlsx"),
        ("area:a", "presas - OBRAS-agua - Plan de promoción SRP 2026.xlsx"),
        ("area:b", "Presas - obras-agua - Plan de promoción SRP 2026 (2).xlsx"),
        ("area:", "Sin área - Plan de promoción SRP 2026.xlsx"),
    ]
    assert {d.carpeta for d in documentos} == {"Plan por área"}
    assert len({d.archivo.casefold() for d in documentos}) == len(documentos)


def test_each_person_has_a_file_and_what_is_of_nobody_another() -> None:
    documentos = plan_documents(PROYECTO, AGENDA, Reparto.PERSONA)
    assert [(d.identidad, d.archivo) for d in documentos] == [
        ("agenda:persona:p", "Ana Ríos - Calendario SRP 2026.ics"),
        ("agenda:persona:", "Sin persona responsable - Calendario SRP 2026.ics"),
    ]


def test_without_lines_there_is_nothing_to_share_out() -> None:
    assert plan_parts(Proyecto(), Reparto.AREA) == []
    assert plan_documents(Proyecto(), PLAN, Reparto.TODO)[0].archivo == "Plan de promoción.xlsx"


@pytest.mark.parametrize(
    ("documento", "nombre"),
    [
        ("plan", "Plan de promoción"),
        ("plan:area:c", "Plan de promoción: Sin actividades"),
        ("plan:area:", "Plan de promoción: sin área"),
        ("agenda:persona:p", "Calendario del plan: Ana Ríos"),
        ("plan_pdf:persona:", "Plan de promoción (PDF): sin persona responsable"),
        (CALENDARIO_PDF.clave, "Calendario del plan (PDF)"),
    ],
)
def test_the_bitacora_says_which_it_was(documento: str, nombre: str) -> None:
    assert nombre_de(documento, PROYECTO) == nombre


PEDIDOS = st.builds(
    PedidoDocumento,
    clave=st.sampled_from(["mapa", "plan", "agenda", "word:0199-a"]),
    personales=st.booleans(),
    reparto=st.sampled_from(Reparto),
    por_mes=st.booleans(),
    agenda=st.builds(
        OpcionesAgenda, alarma=st.none() | st.integers(0, 400), eventos=st.booleans(), publicaciones=st.booleans()
    ),
)


@given(PEDIDOS)
def test_what_is_asked_for_by_name_is_what_was_meant(pedido: PedidoDocumento) -> None:
    assert PedidoDocumento.of_text(pedido.to_text()) == pedido


@pytest.mark.parametrize("texto", ["plan+alarma=", "plan+alarma=-1", "plan+otra", "plan+"])
def test_options_that_are_not_known_ask_for_nothing(texto: str) -> None:
    assert PedidoDocumento.of_text(texto) == PedidoDocumento(clave="plan")


def test_who_had_a_calendar_gets_one_again_when_no_line_is_left_to_cancel_what_it_told_of() -> None:
    antes = ("agenda:area:c", "agenda:area:", "agenda:persona:p", "agenda:area:ya no existe", "plan:area:c", "agenda")
    partes = [d.parte for d in plan_documents(PROYECTO, AGENDA, Reparto.AREA, antes)]
    assert partes == ["area:d", "area:a", "area:b", "area:c", "area:"]
    assert [d.parte for d in plan_documents(Proyecto(), AGENDA, Reparto.AREA, antes)] == ["area:"]
    assert "area:c" not in [d.parte for d in plan_documents(PROYECTO, PLAN, Reparto.AREA, antes)]
