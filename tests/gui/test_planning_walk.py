"""From a plan of another institution to one of one's own, through the window: values, proposals, gaps, undo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.application.coverage import Columnas, Filas, coverage
from promueve_gui.application.proposals import horizon
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.flow import PLAN
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from promueve_gui.gui.pasos.plan.page import DATA, LINES, PROPOSALS, PlanPage
from tests.adapters.sources.fabrica import fila, texto_csv
from tests.gui.desk import Desk, press, shown_dialogs

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.plan.proposals_tab import ProposalsTab

INSTITUCION = Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026)
PESCADORES = GrupoUsuarios(id="pescadores", nombre="Pescadores", clase=ClaseGrupo.SOCIEDAD, prioritario=True)
ESTADOS = GrupoUsuarios(id="estados", nombre="Gobiernos estatales", clase=ClaseGrupo.GOBIERNO, prioritario=True)


@pytest.fixture
def planning(desk: Desk) -> Desk:
    """Return the window at step 2, after the import of an inventory into a project with rules and two groups."""
    rules = desk.services.textos.load_perfil("vigente")
    desk.open(desk.make([INSTITUCION, *rules, PESCADORES, ESTADOS]))
    path = desk.folder / "inventario.csv"
    path.write_text(
        texto_csv(fila(c8="2026-12"), fila(c2="Padrón de usuarios", c3="Padrón", c8="2027-01")), encoding="utf-8"
    )
    desk.window.import_files([path])
    desk.settle()
    (preview,) = shown_dialogs(ImportPreview)
    press(preview, "Importar")
    desk.settle()
    desk.front()
    desk.wizard.go(PLAN)
    return desk


def page_of(desk: Desk) -> PlanPage:
    page = desk.wizard.page_of(PLAN)
    assert isinstance(page, PlanPage)
    return page


def lines(desk: Desk) -> list[LineaPlan]:
    return list(desk.project.proyecto.activos(LineaPlan))


def proposals(desk: Desk) -> ProposalsTab:
    """Go to the proposals and wait until the rules have answered."""
    page = page_of(desk)
    page.pages.setCurrentIndex(PROPOSALS)
    desk.qtbot.waitUntil(lambda: page.watch.answered and not page.watch.pending(), timeout=20_000)
    return page.proposals.proposals


def test_what_the_data_say_is_taken_into_the_matrix(planning: Desk) -> None:
    page = page_of(planning)
    page.pages.setCurrentIndex(DATA)
    page.choosing.switch.setCurrentIndex(1)
    matrix = page.choosing.matrix
    assert matrix is not None
    press(matrix, matrix.accept_all.text())
    aforos = next(c for c in planning.project.proyecto.activos(ConjuntoDatos) if c.nombre == "Aforos de ríos")
    assert (aforos.recurso_publico, aforos.fecha_cercana) == (True, True)
    matrix.table.setCurrentIndex(matrix.model.index(matrix.model.row_of(aforos.id), 2))
    for _ in range(2):
        QTest.keyClick(matrix.table, Qt.Key.Key_X)
        QTest.keyClick(matrix.table, Qt.Key.Key_Right)
    found = planning.project.proyecto.get(ConjuntoDatos, aforos.id)
    assert found is not None
    assert found.valor == 4
    assert found.destacado


def test_accepted_proposals_attend_to_every_priority_group(planning: Desk) -> None:
    tab = proposals(planning)
    assert tab.model.total > 0
    tab.tree.selectAll()
    QTest.keyClick(tab.tree, Qt.Key.Key_A)
    made = lines(planning)
    assert len(made) > 1
    assert all(linea.regla for linea in made)
    hoy = planning.services.today()
    assert all(linea.fecha and hoy < linea.fecha <= horizon(planning.project.proyecto, hoy) for linea in made)
    assert {"pescadores", "estados"} <= {grupo for linea in made for grupo in linea.grupos}
    planning.project.undo()
    assert lines(planning) == []


def test_the_rules_have_nothing_more_to_say_in_the_end(planning: Desk) -> None:
    tab = proposals(planning)
    for _ in range(3):  # what is accepted may open the way for others
        if not tab.model.total:
            break
        tab.tree.selectAll()
        tab.accept()
        tab = proposals(planning)
    assert tab.model.total == 0
    assert not tab.tree.isVisible()


def test_what_is_dismissed_stays_away_after_closing(planning: Desk) -> None:
    tab = proposals(planning)
    first = tab.model.shown()[0]
    tab.tree.setCurrentIndex(tab.model.index_of(first.clave))
    planning.answers.answer("No este año")
    tab.dismiss()
    path = planning.project.path
    planning.window.close_project()
    planning.open(path)
    planning.wizard.go(PLAN)
    tab = proposals(planning)
    assert first.clave not in {one.clave for one in tab.model.shown()}
    (kept,) = planning.project.proyecto.activos(SugerenciaDescartada)
    assert kept.motivo == "No este año"


def test_a_gap_of_the_matrix_becomes_a_line_that_fills_it(planning: Desk) -> None:
    page = page_of(planning)
    page.pages.setCurrentIndex(PROPOSALS + 1)
    tab = page.coverage
    tab.refresh()
    assert tab.model.uncovered == 2
    tab.table.setCurrentIndex(tab.model.index(0, 5))
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    (nueva,) = lines(planning)
    assert page.pages.currentIndex() == LINES
    assert nueva.fecha is not None
    assert nueva.fecha > date(2026, 11, 19)
    made = coverage(planning.project.proyecto, Filas.GRUPOS, Columnas.BIMESTRES, 2026)
    assert made.renglones[0].celdas[5] == (nueva.id,)
    page.pages.setCurrentIndex(PROPOSALS + 1)
    planning.qtbot.waitUntil(lambda: tab.model.uncovered == 1)
