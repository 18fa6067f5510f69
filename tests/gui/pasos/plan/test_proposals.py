"""«Propuestas» as people use it: nothing is added until it is accepted, and what was dismissed does not come back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import CitaGuia
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.domain.vocabularios import (
    Canal,
    ClaseGrupo,
    Frecuencia,
    ObjetoRegla,
    Rol,
    TipoContenido,
    TipoEvento,
    TipoHerramienta,
)
from promueve_gui.gui.pasos.plan.page import LINES, PROPOSALS, PlanPage
from promueve_gui.gui.pasos.plan.proposal_model import Agrupar, Column
from tests.gui.desk import press
from tests.gui.looking import labels
from tests.gui.mouse import menu_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.proposals_tab import ProposalsTab
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

ESCUELAS = GrupoUsuarios(id="escuelas", nombre="Escuelas", clase=ClaseGrupo.SOCIEDAD, prioritario=True)
AFOROS = ConjuntoDatos(
    id="aforos", nombre="Aforos", frecuencia=Frecuencia.MENSUAL, fecha_publicacion=date(2026, 10, 5), prioritario=True
)
VISOR = Herramienta(
    id="visor",
    nombre="Visor",
    tipo=TipoHerramienta.VISOR,
    publicada=True,
    correo_contacto="a@b.mx",
    conjuntos=("aforos",),
)
FERIA = Evento(
    id="feria",
    nombre="Feria",
    tipo=TipoEvento.INSTITUCIONAL,
    fecha=date(2027, 1, 20),
    conjuntos=("aforos",),
    grupos=("escuelas",),
)
MENSAJE = ReglaPlan(
    id="mensaje",
    nombre="Mensaje",
    objeto=ObjetoRegla.ACTUALIZACION,
    tipo_contenido=TipoContenido.REDES,
    canal=Canal.REDES,
    rol_responsable=Rol.ENLACE,
    dias=1,
    cita="P2",
)
FICHA = ReglaPlan(
    id="ficha",
    nombre="Ficha",
    objeto=ObjetoRegla.HERRAMIENTA,
    tipo_contenido=TipoContenido.HERRAMIENTA,
    canal=Canal.HERRAMIENTAS_PORTAL,
    rol_responsable=Rol.ENLACE,
)
NOTA = ReglaPlan(
    id="nota",
    nombre="Nota",
    objeto=ObjetoRegla.EVENTO,
    tipo_contenido=TipoContenido.BOLETIN,
    canal=Canal.PORTAL_INTERNET,
    rol_responsable=Rol.ENLACE,
)
CITA = CitaGuia(id="cita", clave="P2", cita="Mini-guía, paso 2")
ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
RECORDS = (ESCUELAS, AFOROS, VISOR, FERIA, MENSAJE, FICHA, NOTA, CITA)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(*RECORDS)


@pytest.fixture
def tab(page: PlanPage, qtbot: QtBot) -> ProposalsTab:
    return shown_tab(page, qtbot)


def shown_tab(page: PlanPage, qtbot: QtBot) -> ProposalsTab:
    page.pages.setCurrentIndex(PROPOSALS)
    settle(page, qtbot)
    return page.proposals.proposals


def settle(page: PlanPage, qtbot: QtBot) -> None:
    """Wait until the rules were asked about the newest state."""
    qtbot.waitUntil(lambda: page.watch.answered and not page.watch.pending(), timeout=20_000)


def names(tab: ProposalsTab) -> list[str]:
    return [one.linea.nombre for one in tab.model.shown()]


def choose(tab: ProposalsTab, *names_: str) -> None:
    tab.tree.clearSelection()
    for name in names_:
        (one,) = [one for one in tab.model.shown() if one.linea.nombre == name]
        index = tab.model.index_of(one.clave)
        tab.tree.selectionModel().setCurrentIndex(index, ROWS)


def headings(tab: ProposalsTab) -> list[str]:
    return [str(tab.model.index(row, 0).data()) for row in range(tab.model.rowCount())]


def lines(project: Project) -> list[LineaPlan]:
    return list(project.proyecto.activos(LineaPlan))


def test_they_are_counted_before_anybody_looks(page: PlanPage, qtbot: QtBot, project: Project) -> None:
    qtbot.waitUntil(lambda: page.pages.tabText(PROPOSALS) == "Propuestas (4)", timeout=20_000)
    assert lines(project) == []


def test_without_groups_nobody_is_told_that_the_plan_does_all(
    make_page: Callable[[Project], PlanPage], open_project: Callable[..., Project], qtbot: QtBot
) -> None:
    page = make_page(open_project(AFOROS, MENSAJE, CITA))
    shown = labels(shown_tab(page, qtbot))
    assert "Faltan los grupos de usuarios" in shown
    assert not any("El plan ya atiende" in text for text in shown)
    with qtbot.waitSignal(page.jump_asked) as asked:
        press(page.proposals.proposals, "Ir a los grupos")
    assert asked.args == ["grupo_usuarios", "", ""]


def test_each_says_what_for_whom_when_how_and_why(tab: ProposalsTab) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert names(tab) == ["Ficha: Visor", "Mensaje: Aforos", "Nota: Feria", "Mensaje: Aforos"]
    one = tab.model.shown()[1]
    assert [tab.model.text(one, column) for column in Column] == [
        "Mensaje: Aforos",
        "07/12/2026",
        "Escuelas",
        "Redes sociales",
        "Redes sociales",
        "Enlace Institucional",
        "«Aforos» se actualiza el 5 de diciembre de 2026 y es prioritario. (Mini-guía, paso 2.)",
    ]
    tab.tree.setCurrentIndex(tab.model.index_of(one.clave))
    assert tab.card.title.text() == "Mensaje: Aforos"
    assert tab.card.what.text().startswith("07/12/2026 · Redes sociales")
    assert tab.card.why.text().startswith("Por qué: «Aforos» se actualiza")
    tab.tree.clearSelection()
    assert tab.card.why.text().startswith("Elija una propuesta")


def test_they_are_grouped_by_bimestre_object_or_rule(tab: ProposalsTab) -> None:
    assert headings(tab) == ["Sexto bimestre de 2026 · nov–dic (2)", "Primer bimestre de 2027 · ene–feb (2)"]
    tab.grouping.setCurrentIndex(1)
    tab.grouping.activated.emit(1)
    assert headings(tab) == ["Aforos (2)", "Feria (1)", "Visor (1)"]
    tab.group_by(Agrupar.REGLA)
    assert headings(tab) == ["Ficha (1)", "Mensaje (2)", "Nota (1)"]


def test_they_are_searched(tab: ProposalsTab, qtbot: QtBot) -> None:
    tab.search.setText("boletin feria")
    qtbot.waitUntil(lambda: names(tab) == ["Nota: Feria"])
    assert tab.count.text() == "1 de 4 propuestas"
    tab.search.setText("nada así")
    qtbot.waitUntil(lambda: names(tab) == [])
    assert not tab.tree.isVisible()
    assert not tab.card.isVisible()


def test_accepting_one_adds_a_line_that_remembers_its_rule(
    tab: ProposalsTab, page: PlanPage, project: Project, qtbot: QtBot
) -> None:
    choose(tab, "Ficha: Visor")
    tab.card.accept.click()
    (nueva,) = lines(project)
    assert (nueva.nombre, nueva.regla, nueva.herramienta) == ("Ficha: Visor", "ficha", "visor")
    assert names(tab) == ["Mensaje: Aforos", "Nota: Feria", "Mensaje: Aforos"]
    settle(page, qtbot)
    assert names(tab) == ["Mensaje: Aforos", "Nota: Feria", "Mensaje: Aforos"]
    assert page.pages.tabText(PROPOSALS) == "Propuestas (3)"
    assert tab.tree.currentIndex() == tab.model.index_of(tab.model.shown()[0].clave)


def test_several_are_accepted_as_one_edition(tab: ProposalsTab, project: Project) -> None:
    choose(tab, "Ficha: Visor", "Nota: Feria")
    assert tab.card.accept.text() == "Aceptar 2"
    assert not tab.card.edit.isEnabled()
    QTest.keyClick(tab.tree, Qt.Key.Key_A)
    assert [linea.nombre for linea in lines(project)] == ["Ficha: Visor", "Nota: Feria"]
    assert project.undo() == "Aceptar 2 propuestas"
    assert lines(project) == []


def test_a_group_stands_for_all_of_its_own(tab: ProposalsTab, project: Project) -> None:
    tab.tree.setCurrentIndex(tab.model.index(1, 0))
    assert [one.linea.nombre for one in tab.tree.chosen()] == ["Nota: Feria", "Mensaje: Aforos"]
    tab.accept()
    assert len(lines(project)) == 2


def test_one_is_accepted_and_opened_to_be_changed(tab: ProposalsTab, page: PlanPage, project: Project) -> None:
    choose(tab, "Nota: Feria")
    QTest.keyClick(tab.tree, Qt.Key.Key_E)
    (nueva,) = lines(project)
    assert page.pages.currentIndex() == LINES
    assert page.panels["linea_plan"][0].form.record_id == nueva.id


def test_nothing_is_done_to_several_that_is_for_one(tab: ProposalsTab, project: Project) -> None:
    choose(tab, "Ficha: Visor", "Nota: Feria")
    tab.accept_and_edit()
    tab.tree.clearSelection()
    tab.accept()
    tab.dismiss()
    assert lines(project) == []


def test_what_is_dismissed_does_not_come_back_until_it_is_asked_for(
    tab: ProposalsTab, page: PlanPage, project: Project, messages: Answers, qtbot: QtBot
) -> None:
    messages.answer("Ya se hizo por otra vía")
    choose(tab, "Nota: Feria")
    QTest.keyClick(tab.tree, Qt.Key.Key_Delete)
    assert messages.said == ["Descartar «Nota: Feria»"]
    (descartada,) = project.proyecto.activos(SugerenciaDescartada)
    assert (descartada.motivo, descartada.fecha) == ("Ya se hizo por otra vía", date(2026, 11, 19))
    settle(page, qtbot)
    assert "Nota: Feria" not in names(tab)
    assert tab.dismissed.text() == "Descartadas (1)"
    tab.dismissed.click()
    panel = page.proposals.dismissed
    assert panel.isVisible()
    panel.list.table.selectRow(0)
    page.proposals.again.click()
    assert project.proyecto.activos(SugerenciaDescartada) == []
    page.proposals.show_proposals()
    settle(page, qtbot)
    assert "Nota: Feria" in names(tab)


def test_a_dismissal_can_be_thought_better_of(tab: ProposalsTab, project: Project, messages: Answers) -> None:
    messages.answer(None)
    choose(tab, "Ficha: Visor", "Nota: Feria")
    tab.card.dismiss.click()
    assert messages.said == ["Descartar 2 propuestas"]
    assert project.session.next_undo() is None
    messages.answer("")
    tab.card.dismiss.click()
    assert [one.motivo for one in project.proyecto.activos(SugerenciaDescartada)] == ["", ""]


def test_nothing_is_proposed_again_by_itself(page: PlanPage, tab: ProposalsTab, project: Project) -> None:
    page.proposals.show_dismissed()
    assert not page.proposals.again.isEnabled()
    page.proposals.propose_again()
    assert project.session.next_undo() is None


def test_a_jump_leads_to_what_was_dismissed(page: PlanPage, project: Project, tab: ProposalsTab) -> None:
    project.edit("Descartar", [alta(SugerenciaDescartada(id="d", nombre="Nota", clave="x"))])
    page.pages.setCurrentIndex(LINES)
    page.show_record(SugerenciaDescartada.ENTIDAD, "d", "motivo")
    assert page.pages.currentIndex() == PROPOSALS
    assert page.proposals.dismissed.form.record_id == "d"
    assert page.proposals.dismissed.isVisible()


def test_another_horizon_asks_again(tab: ProposalsTab, page: PlanPage, qtbot: QtBot) -> None:
    tab.horizon.choose(3)
    settle(page, qtbot)
    assert names(tab).count("Mensaje: Aforos") > 2
    tab.horizon.choose_day(date(2026, 11, 30))
    settle(page, qtbot)
    assert names(tab) == ["Ficha: Visor"]


def test_a_change_of_the_rules_or_the_data_asks_again(
    tab: ProposalsTab, page: PlanPage, project: Project, qtbot: QtBot
) -> None:
    project.edit("Retirar", [retiro(MENSAJE, "No sirve")])
    settle(page, qtbot)
    assert names(tab) == ["Ficha: Visor", "Nota: Feria"]
    project.edit("Retirar", [retiro(FICHA, "No"), retiro(NOTA, "No")])
    settle(page, qtbot)
    assert not tab.tree.isVisible()
    asked: list[str] = []
    page.action_asked.connect(asked.append)
    tab.rules.click()
    assert asked == ["perfil:regla_plan;;"]


def test_the_place_is_kept_when_the_rules_answer(
    tab: ProposalsTab, page: PlanPage, project: Project, qtbot: QtBot
) -> None:
    tab.tree.collapse(tab.model.index(0, 0))
    choose(tab, "Nota: Feria")
    project.edit("Nombre", [cambio(VISOR, nombre="Visor nuevo")])
    settle(page, qtbot)
    assert [one.linea.nombre for one in tab.tree.chosen()] == ["Nota: Feria"]
    assert not tab.tree.isExpanded(tab.model.index(0, 0))
    tab.tree.expand(tab.model.index(0, 0))
    project.edit("Nombre", [cambio(FERIA, nombre="Otra feria")])
    settle(page, qtbot)
    assert tab.tree.isExpanded(tab.model.index(0, 0))


def test_the_menu_offers_what_the_buttons_do(tab: ProposalsTab, project: Project) -> None:
    tab.tree.clearSelection()
    tab.tree.customContextMenuRequested.emit(QPoint(20, 60))
    choose(tab, "Ficha: Visor")
    tab.tree.customContextMenuRequested.emit(QPoint(20, 60))
    menu = menu_of(tab.tree)
    assert [action.text().partition("\t")[0] for action in menu.actions()] == [
        "Aceptar",
        "Aceptar y editar",
        "Descartar…",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert len(lines(project)) == 1


def test_what_nobody_looks_at_is_asked_about_later(
    page: PlanPage, tab: ProposalsTab, project: Project, qtbot: QtBot
) -> None:
    page.hide()
    project.edit("Retirar", [retiro(NOTA, "No")])
    assert not page.watch.pending()
    page.show()
    settle(page, qtbot)
    assert "Nota: Feria" not in names(tab)


def test_an_answer_that_an_edit_puts_out_of_date_is_not_waited_for(
    page: PlanPage, tab: ProposalsTab, project: Project, qtbot: QtBot
) -> None:
    page.watch.ask()
    waiting = [page.watch.answer.waiting]
    project.edit("Retirar", [retiro(NOTA, "No")])
    waiting.append(page.watch.answer.waiting)
    assert waiting == [True, False]
    settle(page, qtbot)
    assert "Nota: Feria" not in names(tab)


def test_a_file_to_be_read_can_be_looked_at(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage], qtbot: QtBot
) -> None:
    project = open_project(*RECORDS, SugerenciaDescartada(id="d", nombre="Nota"), read_only=True)
    page = make_page(project)
    tab = shown_tab(page, qtbot)
    choose(tab, "Ficha: Visor")
    assert not tab.card.accept.isEnabled()
    tab.accept()
    assert lines(project) == []
    page.proposals.show_dismissed()
    page.proposals.dismissed.list.table.selectRow(0)
    assert not page.proposals.again.isEnabled()


def test_a_plan_that_lacks_nothing_says_so(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage], qtbot: QtBot
) -> None:
    tab = shown_tab(make_page(open_project(MENSAJE)), qtbot)
    assert not tab.tree.isVisible()
    assert tab.count.text() == "0 propuestas"
    assert tab.model.index_of("nada") == QModelIndex()
