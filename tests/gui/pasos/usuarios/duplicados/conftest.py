"""The tab of duplicates on a small project: three names of one group, two of another, and one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Perfil
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.pasos.usuarios.duplicados import DuplicatesTab
from promueve_gui.gui.pasos.usuarios.page import UsuariosPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.project import Project

LARGO = "Instituto Nacional de Estadística y Geografía"
RECORDS = (
    Perfil(id="perfil", nombre="Vigente"),
    Sinonimo(id="sin", termino="INEGI", equivale=LARGO),
    AreaGeneradora(id="x", nombre="Dirección de Censos"),
    AreaGeneradora(id="y", nombre="Archivo"),
    GrupoUsuarios(id="a", nombre="INEGI", area="x", clase=ClaseGrupo.GOBIERNO, descripcion="Hace censos"),
    GrupoUsuarios(id="b", nombre=LARGO, siglas="INEGI", area="y", clase=ClaseGrupo.GOBIERNO, descripcion="Hace mapas"),
    GrupoUsuarios(id="c", nombre="Inst. Nacional de Geografía y Estadística", clase=ClaseGrupo.GOBIERNO),
    GrupoUsuarios(id="d", nombre="Periodistas", area="x"),
    GrupoUsuarios(id="e", nombre="Perodistas", area="y"),
    GrupoUsuarios(id="f", nombre="Bancos de alimentos", area="y"),
    ConjuntoDatos(id="k", nombre="Aforos"),
    UsoDatos(id="u", grupo="a", conjunto="k"),
)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return the project."""
    return open_project(*RECORDS)


@pytest.fixture
def show_tab(qtbot: QtBot, make_page: Callable[[Project], UsuariosPage]) -> Callable[[Project], DuplicatesTab]:
    """Return how to show the tab of a project, once its first search has ended."""

    def show(project: Project) -> DuplicatesTab:
        page = make_page(project)
        page.pages.setCurrentIndex(page.pages.count() - 1)
        tab = cast("DuplicatesTab", page.findChild(DuplicatesTab))
        qtbot.waitUntil(lambda: not tab.finder.searching)
        return tab

    return show


@pytest.fixture
def page_of(tab: DuplicatesTab) -> UsuariosPage:
    """Return the page that the tab stands on."""
    above = tab.parentWidget()
    while not isinstance(above, UsuariosPage):
        assert above is not None
        above = above.parentWidget()
    return above


@pytest.fixture
def tab(show_tab: Callable[[Project], DuplicatesTab], project: Project) -> DuplicatesTab:
    """Return the tab of that project."""
    return show_tab(project)
