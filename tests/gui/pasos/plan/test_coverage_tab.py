"""«Cobertura» as people use it: where the plan has lines, where it has gaps, and a line made in one of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest

from promueve_gui.application.plan_filter import FiltroPlan
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vistas import VistaGuardada
from promueve_gui.domain.vocabularios import Canal, ClaseGrupo, EstadoLinea, TipoContenido
from promueve_gui.gui.pasos.plan.coverage_model import GAP, NO_LINE, NOTHING
from promueve_gui.gui.pasos.plan.coverage_painter import MOST_ROWS, CoverageDrawing
from promueve_gui.gui.pasos.plan.page import LINES, PROPOSALS
from tests.gui.looking import colours
from tests.gui.mouse import LEFT, menu_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.coverage_tab import CoverageTab
    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

INSTITUCION = Institucion(id="i", nombre="Secretaría de Ejemplo", anio=2026)
ESCUELAS = GrupoUsuarios(id="escuelas", nombre="Escuelas", clase=ClaseGrupo.SOCIEDAD)
PRENSA = GrupoUsuarios(id="prensa", nombre="Prensa & radio", clase=ClaseGrupo.SOCIEDAD, prioritario=True)
SENADO = GrupoUsuarios(id="senado", nombre="Senado", clase=ClaseGrupo.GOBIERNO, prioritario=True)
AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos")
BOLETIN = LineaPlan(
    id="boletin",
    nombre="Boletín",
    conjunto="aforos",
    grupos=("prensa", "escuelas"),
    tipo_contenido=TipoContenido.BOLETIN,
    canal=Canal.CORREO,
    fecha=date(2026, 3, 10),
    estado=EstadoLinea.HECHA,
)
SUELTA = LineaPlan(id="suelta", grupos=("prensa",), estado=EstadoLinea.PLANEADA)
ANTIGUA = LineaPlan(id="antigua", nombre="Antigua", grupos=("senado",), fecha=date(2025, 3, 10))
RECORDS = (INSTITUCION, ESCUELAS, PRENSA, SENADO, AFOROS, BOLETIN, SUELTA, ANTIGUA)
COVERAGE = PROPOSALS + 1
MAR_ABR, NOV_DIC, TOTAL = 1, 5, 6


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(*RECORDS)


@pytest.fixture
def tab(page: PlanPage) -> CoverageTab:
    return shown_tab(page)


def shown_tab(page: PlanPage) -> CoverageTab:
    page.pages.setCurrentIndex(COVERAGE)
    page.coverage.refresh()
    return page.coverage


def cells(tab: CoverageTab) -> dict[str, list[str]]:
    """Return what every row says, by its name."""
    model = tab.model
    return {
        str(model.headerData(row, Qt.Orientation.Vertical)): [
            str(model.index(row, column).data()) for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    }


def go(tab: CoverageTab, name: str, column: int) -> None:
    row = next(place for place, one in enumerate(tab.model.shown()) if one.titulo == name)
    tab.table.setCurrentIndex(tab.model.index(row, column))


def test_priorities_come_first_and_gaps_to_come_are_said(tab: CoverageTab) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert cells(tab) == {
        "★ Prensa & radio": [NOTHING, "1", NOTHING, NOTHING, NOTHING, GAP, "2"],
        "★ Senado": [NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, GAP, NO_LINE],
        "Escuelas": [NOTHING, "1", NOTHING, NOTHING, NOTHING, NOTHING, "1"],
    }
    titles = [str(tab.model.headerData(place, Qt.Orientation.Horizontal)) for place in range(7)]
    assert titles[:2] == ["ene–feb\n(0)", "mar–abr\n(1)"]
    assert titles[TOTAL] == "Total"
    assert tab.count.text() == "3 renglones · 1 prioritario sin actividad · ★ prioritario · Entrar crea o abre"


def test_another_year_has_its_own_lines_and_the_undated_ones(tab: CoverageTab, qtbot: QtBot) -> None:
    tab.year.setValue(2025)
    qtbot.waitUntil(lambda: cells(tab)["★ Senado"][MAR_ABR] == "1")
    assert cells(tab)["★ Prensa & radio"] == [NOTHING] * 6 + ["1"]


def test_datasets_stand_against_types_and_channels(tab: CoverageTab) -> None:
    tab.rows.setCurrentIndex(1)
    tab.rows.activated.emit(1)
    tab.columns.setCurrentIndex(1)
    tab.columns.activated.emit(1)
    assert tab.model.columns()[1].valor is TipoContenido.BOLETIN
    assert cells(tab)["Aforos"][1] == "1"
    tab.columns.setCurrentIndex(2)
    tab.columns.activated.emit(2)
    assert cells(tab)["Aforos"][list(Canal).index(Canal.CORREO)] == "1"
    assert tab.table.horizontalHeader().height() > 60


def test_rows_are_searched_and_narrowed_to_gaps(tab: CoverageTab, qtbot: QtBot) -> None:
    tab.gaps_only.setChecked(True)
    assert list(cells(tab)) == ["★ Prensa & radio", "★ Senado"]
    tab.search.setText("escuelas")
    qtbot.waitUntil(lambda: tab.model.rowCount() == 0)
    assert not tab.table.isVisible()
    assert not tab.picture.isEnabled()
    tab.gaps_only.setChecked(False)
    assert list(cells(tab)) == ["Escuelas"]
    assert tab.count.text().startswith("1 de 3 renglones")


def test_arrows_go_from_cell_to_cell_and_enter_fills_a_gap(tab: CoverageTab, page: PlanPage, project: Project) -> None:
    go(tab, "Prensa & radio", NOV_DIC - 1)
    QTest.keyClick(tab.table, Qt.Key.Key_Right)
    QTest.keyClick(tab.table, Qt.Key.Key_Down)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert (nueva.grupos, nueva.fecha) == (("senado",), date(2026, 12, 10))
    assert page.pages.currentIndex() == LINES
    assert page.panels["linea_plan"][0].form.record_id == nueva.id


def test_two_clicks_fill_a_gap_of_a_type_with_its_usual_channel(tab: CoverageTab, project: Project) -> None:
    tab.columns.setCurrentIndex(1)
    tab.refresh()
    place = tab.table.visualRect(tab.model.index(0, 0)).center()
    QTest.mouseClick(tab.table.viewport(), LEFT, pos=place)
    QTest.mouseDClick(tab.table.viewport(), LEFT, pos=place)
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert (nueva.grupos, nueva.tipo_contenido, nueva.canal) == (("prensa",), TipoContenido.REDES, Canal.REDES)


def test_a_cell_with_lines_lists_them(tab: CoverageTab, page: PlanPage, project: Project) -> None:
    project.edit("Otra", [alta(LineaPlan(id="otra", grupos=("prensa",), fecha=date(2026, 4, 1)))])
    tab.refresh()
    go(tab, "Prensa & radio", MAR_ABR)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    menu = menu_of(tab)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Boletín (10/03/2026)", "Actividad sin nombre (01/04/2026)", "Crear otra aquí"]
    menu.actions()[0].trigger()
    assert page.panels["linea_plan"][0].form.record_id == "boletin"
    menu.actions()[-1].trigger()
    menu.close()
    assert project.proyecto.activos(LineaPlan)[-1].grupos == ("prensa",)


def test_a_line_that_is_gone_by_then_is_left_out(tab: CoverageTab, project: Project) -> None:
    go(tab, "Escuelas", MAR_ABR)
    assert tab.model.lines_at(tab.table.currentIndex()) == ("boletin",)
    project.edit("Retirar", [retiro(BOLETIN, "No")])
    tab.refresh()
    assert tab.model.lines_at(tab.table.currentIndex()) == ()


def test_the_total_leads_to_its_record(tab: CoverageTab, page: PlanPage, qtbot: QtBot) -> None:
    go(tab, "Senado", TOTAL)
    assert tab.model.lines_at(tab.table.currentIndex()) == ()
    with qtbot.waitSignal(page.jump_asked) as asked:
        QTest.keyClick(tab.table, Qt.Key.Key_Space)
    assert asked.args == ["grupo_usuarios", "senado", ""]


def test_cells_are_said_in_words(tab: CoverageTab) -> None:
    def said(name: str, column: int) -> str:
        go(tab, name, column)
        return str(tab.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    assert said("Escuelas", MAR_ABR) == "Escuelas, mar–abr: 1 actividad. Entrar las muestra."
    assert said("Senado", NOV_DIC) == "Senado, nov–dic: sin actividades. Entrar crea una aquí."
    assert said("Prensa & radio", TOTAL) == "Prensa & radio: 2 actividades en total. Entrar muestra su ficha."
    tip = tab.table.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>Prensa &amp; radio: 2")
    name = tab.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert name == "<qt>★ Prensa &amp; radio</qt>"


def test_a_change_is_followed_and_the_cursor_stays(tab: CoverageTab, project: Project, qtbot: QtBot) -> None:
    go(tab, "Senado", NOV_DIC)
    project.edit("Mover", [cambio(ANTIGUA, fecha=date(2026, 11, 30))])
    qtbot.waitUntil(lambda: cells(tab)["★ Senado"][NOV_DIC] == "1")
    index = tab.table.currentIndex()
    assert (tab.model.row_at(index).titulo, index.column()) == ("Senado", NOV_DIC)
    assert tab.count.text().startswith("3 renglones · todo lo prioritario tiene alguna actividad")


def test_gaps_have_a_frame_and_a_word(tab: CoverageTab, context: Context) -> None:
    seen = colours(tab.table.viewport())
    assert {context.colores.atencion_suave, context.colores.bien_suave} <= seen
    tab.table.setFocus()
    go(tab, "Senado", NOV_DIC)
    assert context.colores.acento in colours(tab.table.viewport())


def test_saved_views_are_those_of_the_lines(
    tab: CoverageTab, page: PlanPage, project: Project, messages: Answers
) -> None:
    filtered = FiltroPlan(texto="boletín")
    lines = page.lines.desk.lines
    lines.set_filter(filtered)
    messages.answer("Boletines")
    tab.views.save_as()
    (saved,) = project.proyecto.activos(VistaGuardada)
    assert (saved.vista, FiltroPlan.from_json(saved.filtros)) == (page.lines.state(), filtered)
    lines.set_filter(FiltroPlan())
    page.lines.show_view("mes")
    tab.views.choose(saved)
    assert lines.filtro == filtered
    assert page.lines.state() == saved.vista
    assert tab.views.text() == page.lines.bar.views.text() == "Vista: Boletines ▾"


def test_the_picture_is_saved_as_other_drawings_are(
    tab: CoverageTab, page: PlanPage, messages: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "cobertura.png"
    messages.answer(path)
    tab.picture.click()
    qtbot.waitUntil(lambda: path.exists() and not page.runner.busy)
    image = QImage(str(path))
    assert image.text("Title") == "Cobertura: grupos de usuarios por bimestres"
    assert image.text("Description") == "3 renglones; sin actividad: Senado."
    messages.answer(None)
    tab.save_picture()


def test_a_picture_of_many_rows_shows_the_first(
    open_project: Callable[..., Project],
    make_page: Callable[[Project], PlanPage],
    messages: Answers,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    many = [GrupoUsuarios(id=f"g{n}", nombre=f"Grupo {n:03}") for n in range(500)]
    page = make_page(open_project(*many))
    tab = shown_tab(page)
    assert tab.model.rowCount() == 500
    drawing = CoverageDrawing(tab.model)
    assert drawing.height_for(1000) < 26 * (MOST_ROWS + 4)
    assert drawing.said() == f"{MOST_ROWS} renglones; todo lo prioritario tiene alguna actividad."
    path = tmp_path / "muchos.png"
    messages.answer(path)
    tab.save_picture()
    qtbot.waitUntil(lambda: path.exists() and not page.runner.busy)


def test_without_groups_or_data_it_says_what_is_lacking(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage]
) -> None:
    tab = shown_tab(make_page(open_project()))
    assert not tab.table.isVisible()
    assert tab.count.text() == ""
    assert tab.year.value() == 2026
    tab.rows.setCurrentIndex(1)
    tab.refresh()
    assert not tab.table.isVisible()


def test_in_a_project_to_be_read_gaps_stay_gaps(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage]
) -> None:
    project = open_project(*RECORDS, read_only=True)
    tab = shown_tab(make_page(project))
    go(tab, "Senado", NOV_DIC)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert len(project.proyecto.activos(LineaPlan)) == 3
    go(tab, "Escuelas", MAR_ABR)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    menu = menu_of(tab)
    assert not menu.actions()[-1].isEnabled()
    menu.close()


def test_it_counts_what_the_filter_of_the_views_admits_and_says_so(
    tab: CoverageTab, page: PlanPage, qtbot: QtBot
) -> None:
    assert not tab.filtered.isVisible()
    page.lines.desk.lines.set_filter(FiltroPlan(estado=frozenset({EstadoLinea.PLANEADA})))
    qtbot.waitUntil(lambda: cells(tab)["Escuelas"][TOTAL] == "0")
    assert cells(tab)["★ Prensa & radio"] == [*[NOTHING] * 5, GAP, "1"]
    assert tab.filtered.isVisible()
    assert tab.filtered.said.text() == "Solo se cuentan las actividades filtradas: Planeada"
    assert tab.count.text().startswith("3 renglones · 1 prioritario sin actividad, de las filtradas · ")
    tab.filtered.clear_button.click()
    qtbot.waitUntil(lambda: cells(tab)["Escuelas"][TOTAL] == "1")
    assert page.lines.desk.lines.filtro.vacio
    assert not tab.filtered.isVisible()


def test_a_filter_set_before_it_is_first_looked_at_is_obeyed_too(page: PlanPage) -> None:
    page.lines.desk.lines.set_filter(FiltroPlan(texto="boletín"))
    tab = shown_tab(page)
    assert cells(tab)["★ Prensa & radio"][TOTAL] == "1"
    assert tab.filtered.said.text() == "Solo se cuentan las actividades filtradas: «boletín»"
    assert not tab.filtered.isHidden()
