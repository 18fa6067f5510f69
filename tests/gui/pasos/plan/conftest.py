"""The page of step 2 on a small plan of a made-up institution; today is 19 November 2026, a Thursday."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.conjuntos import Acuerdo, ConjuntoDatos, Evento, Recurso
from promueve_gui.domain.flow import PLAN, Paso
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea, Frecuencia, TipoEvento
from promueve_gui.gui.pasos.plan.page import PlanPage
from promueve_gui.gui.pasos.plan.vistas.month_lines import MonthLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.project import Project

MARTES, MIERCOLES = date(2026, 11, 10), date(2026, 11, 11)
AFOROS = ConjuntoDatos(
    id="aforos",
    nombre="Aforos",
    frecuencia=Frecuencia.SEMANAL,
    fecha_publicacion=date(2026, 11, 3),
    estrategico=True,
    solicitado=True,
)
PUENTES = ConjuntoDatos(id="puentes", nombre="Puentes")
ARCHIVO = Recurso(id="archivo", nombre="Aforos (CSV)", conjunto="aforos")
PLANOS = Recurso(id="planos", nombre="Planos", conjunto="puentes")
MESA = Evento(id="mesa", nombre="Mesa de caminos", tipo=TipoEvento.MESA_REDONDA, fecha=date(2026, 11, 25))
ACUERDO = Acuerdo(id="acuerdo", tarea="Publicar los puentes", evento="mesa", responsable="Obras", fin=date(2027, 1, 8))
BOLETIN = LineaPlan(id="boletin", nombre="Boletín", conjunto="aforos", fecha=MARTES, estado=EstadoLinea.PLANEADA)
CORREO = LineaPlan(id="correo", nombre="Correo", fecha=MARTES)
CAMPANA = LineaPlan(id="campana", nombre="Campaña", fecha=date(2026, 11, 17), fecha_fin=date(2026, 11, 19))
ESTUDIO = LineaPlan(id="estudio", nombre="Estudio")
RECORDS = (AFOROS, PUENTES, ARCHIVO, PLANOS, MESA, ACUERDO, BOLETIN, CORREO, CAMPANA, ESTUDIO)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return that plan."""
    return open_project(*RECORDS)


@pytest.fixture
def tested_page() -> tuple[type[PlanPage], Paso]:
    """Return the page of step 2."""
    return PlanPage, PLAN


def month_of(page: PlanPage) -> MonthLines:
    """Return the month of a page."""
    view = page.lines.view_of(MonthLines.KEY)
    assert isinstance(view, MonthLines)
    return view


@pytest.fixture
def show_calendar(qtbot: QtBot) -> Callable[[PlanPage], PlanPage]:
    """Return how to go to the calendar of a page and wait until everything stands on it."""

    def show(page: PlanPage) -> PlanPage:
        page.lines.show_view("mes")
        qtbot.waitUntil(lambda: month_of(page).month.layer.inhabiles != {})
        return page

    return show


@pytest.fixture
def shown(page: PlanPage, show_calendar: Callable[[PlanPage], PlanPage]) -> PlanPage:
    """Return the page with its calendar in front."""
    return show_calendar(page)
