"""Duplicates through the real window on a real file: merged, closed, opened again and parted; the map tells of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from openpyxl import load_workbook

from promueve_gui import bootstrap
from promueve_gui.application.export_documents import Entrega, documentos_generales
from promueve_gui.domain.flow import USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.pasos.usuarios.duplicados import DuplicatesTab
from promueve_gui.gui.pasos.usuarios.duplicados.merge_review import MergeReview
from tests.e2e.hands import click, click_button

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
    from tests.gui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RECORDS = (
    Institucion(id="i", nombre="Secretaría de Caminos", siglas="SC", anio=2026),
    AreaGeneradora(id="x", nombre="Área de Puentes"),
    AreaGeneradora(id="y", nombre="Área de Ríos"),
    GrupoUsuarios(id="a", nombre="INEGI", area="x", clase=ClaseGrupo.GOBIERNO),
    GrupoUsuarios(id="b", nombre="Instituto Nacional de Estadística y Geografía", area="y", clase=ClaseGrupo.GOBIERNO),
    GrupoUsuarios(id="c", nombre="Periodistas", area="x"),
    GrupoUsuarios(id="d", nombre="Perodistas", area="y"),
    LineaPlan(id="l", nombre="Boletín", grupos=("a", "c")),
)


def tab_of(desk: Desk) -> DuplicatesTab:
    """Go to the tab, and wait until it has searched."""
    desk.wizard.go(USUARIOS)
    page = cast("UsuariosPage", desk.wizard.page_of(USUARIOS))
    page.pages.setCurrentIndex(page.pages.count() - 1)
    tab = page.findChild(DuplicatesTab)
    assert isinstance(tab, DuplicatesTab)
    desk.settle()
    desk.qtbot.waitUntil(lambda: not tab.finder.searching and not tab.finder.waiting)
    return tab


def in_use(desk: Desk) -> list[str]:
    return sorted(grupo.id for grupo in desk.project.proyecto.activos(GrupoUsuarios))


def choose(tab: DuplicatesTab, grupo: str) -> None:
    tab.proposals.tree.setCurrentIndex(tab.proposals.model.place_of(grupo))


def sheet(desk: Desk, name: str) -> list[tuple[object, ...]]:
    """Return the rows of a sheet of the map, as it would be exported now."""
    path = desk.folder / "mapa.xlsx"
    mapa, _ = documentos_generales(desk.project.proyecto)
    bootstrap.build_exporter().export(mapa, Entrega(proyecto=desk.project.proyecto, momento=bootstrap.now()), path)
    book = load_workbook(path)
    return [tuple(cell.value for cell in row) for row in book[name].iter_rows()]


def test_merged_closed_opened_and_parted(desk: Desk) -> None:
    records = [*RECORDS, *desk.services.textos.load_perfil("vigente")]
    path = desk.make(records)
    desk.open(path)
    tab = tab_of(desk)
    choose(tab, "c")
    click_button(tab.proposals.comparison, "No son duplicados")
    choose(tab, "a")
    click_button(tab.proposals.comparison, "Unir 2 grupos")
    assert in_use(desk) == ["b", "c", "d"]
    assert desk.project.proyecto.todos(LineaPlan)[0].grupos == ("b", "c")
    desk.settle()

    whole = sheet(desk, "Consolidado")
    areas = dict(
        zip(*(column(whole, title) for title in ("Grupo de usuarios", "Áreas que lo identificaron")), strict=True)
    )
    assert areas["Instituto Nacional de Estadística y Geografía"] == "Área de Ríos; Área de Puentes"
    blocks = [row[:3] for row in sheet(desk, "Por área")]
    assert ("Área de Puentes", "INEGI", "Instituto Nacional de Estadística y Geografía") in blocks

    desk.open(path)  # closed and opened again: what was decided is in the file
    tab = tab_of(desk)
    assert tab.proposals.model.total == 0
    assert len(desk.project.proyecto.activos(NoDuplicado)) == 1
    click(tab.views[1])
    tab.merges.table.selectRow(0)
    click_button(tab.merges, "Separar")
    assert in_use(desk) == ["a", "b", "c", "d"]
    assert desk.project.proyecto.todos(LineaPlan)[0].grupos == ("a", "c")
    assert desk.project.proyecto.activos(UnionGrupos) == []
    desk.settle()

    for _ in range(3):  # parting, merging and remembering are undone past closing
        assert desk.project.undo()
        desk.settle()
    assert in_use(desk) == ["a", "b", "c", "d"]
    assert desk.project.proyecto.todos(NoDuplicado) == []
    assert desk.project.proyecto.todos(UnionGrupos) == []
    desk.qtbot.waitUntil(lambda: tab.proposals.model.total == 2, timeout=10_000)


def test_all_at_once_and_back_with_one_undo(desk: Desk) -> None:
    desk.open(desk.make([*RECORDS, *desk.services.textos.load_perfil("vigente")]))
    tab = tab_of(desk)
    click(tab.all_button)
    review = tab.findChild(MergeReview)
    assert isinstance(review, MergeReview)
    click_button(review, "Unir 2 grupos")
    desk.qtbot.waitUntil(lambda: len(in_use(desk)) == 2, timeout=10_000)
    desk.settle()
    assert desk.project.undo() == "Unir 2 grupos duplicados"
    desk.settle()
    assert in_use(desk) == ["a", "b", "c", "d"]


def column(rows: list[tuple[object, ...]], title: str) -> list[object]:
    place = rows[0].index(title)
    return [row[place] for row in rows[1:]]
