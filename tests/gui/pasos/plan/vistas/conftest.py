"""The lines of a small plan in all their views; today is 19 November 2026, a Thursday."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Frecuencia, Rol, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project

LUNES, MARTES, VIERNES, SABADO = (date(2026, 11, dia) for dia in (9, 10, 13, 14))
FERIADO = date(2026, 11, 16)
OBRAS = AreaGeneradora(id="obras", nombre="Dirección de Obras")
ANA = Persona(id="ana", nombre="Ana Ruiz", rol=Rol.ENLACE, area="obras")
LUIS = Persona(id="luis", nombre="Luis Peña", rol=Rol.ADMINISTRADOR)
PRENSA = GrupoUsuarios(id="prensa", nombre="Periodistas")
ESCUELAS = GrupoUsuarios(id="escuelas", nombre="Escuelas")
AFOROS = ConjuntoDatos(
    id="aforos", nombre="Aforos", area="obras", frecuencia=Frecuencia.MENSUAL, fecha_publicacion=date(2026, 10, 5)
)
MESA = Evento(id="mesa", nombre="Mesa de caminos", fecha=date(2026, 11, 25))
BOLETIN = LineaPlan(
    id="boletin",
    nombre="Boletín",
    conjunto="aforos",
    grupos=("prensa",),
    canal=Canal.CORREO,
    tipo_contenido=TipoContenido.BOLETIN,
    fecha=MARTES,
    rol_responsable=Rol.ENLACE,
    persona="ana",
    estado=EstadoLinea.PLANEADA,
)
CORREO = LineaPlan(id="correo", nombre="Correo", fecha=MARTES, canal=Canal.CORREO, grupos=("escuelas", "prensa"))
FERIA = LineaPlan(id="feria", nombre="Feria", fecha=SABADO, estado=EstadoLinea.LISTA, rol_responsable=Rol.ADMINISTRADOR)
CAMPANA = LineaPlan(
    id="campana", nombre="Campaña", fecha=date(2026, 11, 17), fecha_fin=date(2026, 11, 24), canal=Canal.REDES
)
ESTUDIO = LineaPlan(id="estudio", nombre="Estudio", rol_responsable=Rol.ENLACE)
VIEJA = LineaPlan(id="vieja", nombre="Cartel", fecha=MARTES, estado=EstadoLinea.CANCELADA)
SERIE = tuple(
    LineaPlan(id=f"serie{mes}", nombre="Mensaje", serie="s", fecha=date(2026, mes, 3), canal=Canal.REDES)
    for mes in (10, 11, 12)
)
LINES = (BOLETIN, CORREO, FERIA, CAMPANA, ESTUDIO, VIEJA, *SERIE)
RECORDS = (OBRAS, ANA, LUIS, PRENSA, ESCUELAS, AFOROS, MESA, *LINES)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return that plan."""
    return open_project(*RECORDS)


@pytest.fixture
def panel(page: PlanPage, qtbot: QtBot) -> LinesPanel:
    """Return the lines of the page, once the holidays are known."""
    qtbot.waitUntil(lambda: page.lines.desk.lines.days is not None)
    return page.lines


@pytest.fixture
def read_only_page(open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage]) -> PlanPage:
    """Return the page of the same plan, not to be changed."""
    return make_page(open_project(*RECORDS, read_only=True))


@pytest.fixture
def read_only_panel(read_only_page: PlanPage, qtbot: QtBot) -> LinesPanel:
    """Return its lines."""
    qtbot.waitUntil(lambda: read_only_page.lines.desk.lines.days is not None)
    return read_only_page.lines


@pytest.fixture
def empty_page(open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage]) -> PlanPage:
    """Return the page of a plan without lines."""
    return make_page(open_project(OBRAS, ANA))


@pytest.fixture
def empty_panel(empty_page: PlanPage, qtbot: QtBot) -> LinesPanel:
    """Return its lines, of which there are none."""
    qtbot.waitUntil(lambda: empty_page.lines.desk.lines.days is not None)
    return empty_page.lines
