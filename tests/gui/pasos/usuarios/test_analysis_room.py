"""The card in every size that the window may have: nothing is cut off, and nothing lies over anything else."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from promueve_gui.domain.flow import USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.pasos.usuarios import UsuariosPage
from promueve_gui.gui.theme import CLARO, OSCURO, Tema
from tests.gui.looking import colours

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.usuarios.analysis_card import AnalysisCard
    from tests.gui.desk import Desk

SIZES = [(1366, 768), (1093, 614), (960, 600)]
LONG = "Dirección General de Coordinación Interinstitucional y Vinculación con la Sociedad número {}"


def records(how_many: int) -> list[object]:
    groups = [
        GrupoUsuarios(
            id=f"g{n}",
            nombre=LONG.format(n),
            clase=list(ClaseGrupo)[n % 3],
            area="a",
            poder=None if n % 5 == 0 else 1 + n % 5,
            interes=1 + n // 5 % 5,
            legitimidad=1 + n % 4,
            urgencia=1 + n % 3 * 2,
        )
        for n in range(how_many)
    ]
    return [
        Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026),
        Perfil(id="p", nombre="Vigente", trato_involucrar="Consultarlos antes de decidir. " * 8),
        AreaGeneradora(id="a", nombre="Dirección General de Puertos y Marina Mercante del Pacífico"),
        *groups,
    ]


@pytest.fixture(params=[0, 12, 40, 300])
def card(request: pytest.FixtureRequest, desk: Desk) -> AnalysisCard:
    desk.open(desk.make(records(request.param)))  # type: ignore[arg-type]  # records of several kinds
    desk.wizard.go(USUARIOS)
    page = desk.wizard.page_of(USUARIOS)
    assert isinstance(page, UsuariosPage)
    if request.param:
        page.panels["grupo_usuarios"][0].list.table.select_record("g4")
    return page.analysis


def inside(outer: QWidget, inner: QWidget) -> QRect:
    """Return where a part of the card is, in the coordinates of the card."""
    return QRect(inner.mapTo(outer, inner.rect().topLeft()), inner.size())


def parts(card: AnalysisCard) -> list[QWidget]:
    own = [card.switch, card.view, card.status, card.treatment]
    tools = [tool for tool in card.findChildren(QToolButton) if tool.parentWidget() is card]
    return [part for part in [*own, *tools] if part.isVisible()]


@pytest.mark.parametrize("size", SIZES)
def test_every_part_of_every_view_has_its_room(desk: Desk, card: AnalysisCard, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    for enlarged in (False, True):
        for place in range(3):
            card.switch.setCurrentIndex(place)
            QApplication.processEvents()
            assert desk.window.size().toTuple() == size
            places = [inside(card, part) for part in parts(card)]
            assert all(card.rect().contains(rect) for rect in places)
            assert [pair for pair in combinations(places, 2) if pair[0].intersects(pair[1])] == []
            assert card.view.height() >= 160
            assert card.switch.sizeHint().width() <= card.switch.width()
        if not enlarged:
            card.toggle_size()


def test_the_dark_theme_has_its_own_colours_in_every_view(desk: Desk, card: AnalysisCard) -> None:
    desk.window.context.set_theme(Tema.OSCURO)
    desk.settle()
    page = desk.wizard.page_of(USUARIOS)
    assert isinstance(page, UsuariosPage)
    for place in range(3):
        page.analysis.switch.setCurrentIndex(place)
        QApplication.processEvents()
        seen = colours(page.analysis)
        assert OSCURO.superficie in seen
        assert OSCURO.texto in seen
        assert not {CLARO.superficie, CLARO.fondo} & seen
