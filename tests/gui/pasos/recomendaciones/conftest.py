"""The page of step 5 on a small project of a made-up institution."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.flow import RECOMENDACIONES, Paso
from promueve_gui.domain.institucion import Perfil
from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.domain.vocabularios import ComputoDias, Desenlace, EstadoAccion, OrigenRecomendacion
from promueve_gui.gui.pasos.recomendaciones.page import RecomendacionesPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project

PERFIL = Perfil(id="perfil", nombre="Vigente", dias_respuesta=30, computo_dias=ComputoDias.NATURALES)
CONJUNTO = ConjuntoDatos(id="c", nombre="Red de caminos")
RESPONDIDA = Recomendacion(
    id="r1",
    folio="R-2026-001",
    fecha_recepcion=date(2026, 2, 2),
    origen=OrigenRecomendacion.PORTAL,
    fecha_respuesta=date(2026, 2, 20),
    respuesta="Se corrigió.",
    conjunto="c",
    desenlace=Desenlace.PROCEDE,
    fecha_estimada=date(2026, 12, 1),
)
VENCIDA = Recomendacion(id="r2", folio="R-2026-002", fecha_recepcion=date(2026, 10, 1), origen=OrigenRecomendacion.OIC)
ABIERTA = Recomendacion(id="r3", folio="R-2026-003", fecha_recepcion=date(2026, 11, 10))
POR_VENCER = Recomendacion(id="r4", folio="R-2026-004", fecha_recepcion=date(2026, 10, 22))
ACCION = AccionMejora(id="a1", nombre="Corregir la URL", recomendacion="r2", estado=EstadoAccion.EN_CURSO)
OTRA = AccionMejora(id="a2", nombre="Publicar montos", recomendacion="r1", estado=EstadoAccion.CUMPLIDA)
RECORDS = (PERFIL, CONJUNTO, RESPONDIDA, VENCIDA, ABIERTA, POR_VENCER, ACCION, OTRA)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return four recommendations, each in another state, and two improvements."""
    return open_project(*RECORDS)


@pytest.fixture
def tested_page() -> tuple[type[RecomendacionesPage], Paso]:
    """Return the page that these tests are about, and its step."""
    return RecomendacionesPage, RECOMENDACIONES
