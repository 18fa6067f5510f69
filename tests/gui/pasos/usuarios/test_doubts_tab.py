"""«Dudas» of step 1: what returned files left to be decided, and deciding it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.return_batch import apply_all, compare_one
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import Duda, EstadoDuda
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.pasos.usuarios.doubts_tab import NOTHING, DoubtsTab
from returned.institution import identity, records
from tests.galeria import read, record_exports
from tests.gui.looking import labels, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

PLACE = 4
FILES = ("valores pegados.xlsx", "renglones borrados.xlsx")


def with_doubts(project: Project) -> Project:
    """Receive two workbooks into a project that changed a note meanwhile."""
    record_exports(project.session)
    hoteleros = group(project, 21)
    project.edit("Cambiar notas", [cambio(hoteleros, notas="Se reúnen en abril.")])
    returns = project.services.make_returns(project.session)
    comparados = [compare_one(returns, read(nombre)) for nombre in FILES]
    apply_all(returns, comparados, [{} for _ in FILES], ignore_progress)
    return project


def group(project: Project, number: int) -> GrupoUsuarios:
    found = project.proyecto.get(GrupoUsuarios, identity(number))
    assert found is not None
    return found


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return with_doubts(open_project(*records()))


@pytest.fixture
def tab(page: UsuariosPage) -> DoubtsTab:
    return tab_of(page)


def tab_of(page: UsuariosPage) -> DoubtsTab:
    page.pages.setCurrentIndex(PLACE)
    found = page.findChild(DoubtsTab)
    assert isinstance(found, DoubtsTab)
    return found


def shown(tab: DoubtsTab, *nombres: str) -> list[tuple[str, ...]]:
    places = [tab.list.model.columns.index(nombre) for nombre in nombres]
    rows = range(tab.list.model.rowCount())
    return [tuple(str(tab.list.model.index(row, place).data()) for place in places) for row in rows]


def go_to(tab: DoubtsTab, nombre: str) -> None:
    row = [name for (name,) in shown(tab, "nombre")].index(nombre)
    tab.list.table.selectRow(row)


def decide(tab: DoubtsTab, decision: Decision, project: Project, qtbot: QtBot) -> None:
    tab.decide(decision)
    qtbot.waitUntil(lambda: not project.busy)


def test_each_doubt_says_what_both_sides_say(tab: DoubtsTab) -> None:
    assert shown(tab, "motivo", "nombre", "archivo", "proyecto", "area", "fuente")[:2] == [
        (
            "No se entiende",
            "Laboratorio de calidad del agua: Clase",
            "Interno",
            "Dentro de la institución",
            "Dirección General de Playas",
            "valores pegados.xlsx",
        ),
        (
            "No se entiende",
            "Hoteleros de la costa: Poder",
            "alto",
            "4",
            "Dirección General de Playas",
            "valores pegados.xlsx",
        ),
    ]
    assert len(shown(tab, "nombre")) == 7


def test_the_tab_counts_those_that_wait(page: UsuariosPage, tab: DoubtsTab, project: Project, qtbot: QtBot) -> None:
    assert page.pages.tabText(PLACE) == "Dudas (7)"
    decide(tab, Decision.CONSERVAR, project, qtbot)
    assert page.pages.tabText(PLACE) == "Dudas (6)"


def test_the_model_is_sound_while_doubts_are_settled(tab: DoubtsTab, project: Project, qtbot: QtBot) -> None:
    QAbstractItemModelTester(tab.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    tab.list.model.sort(tab.list.model.columns.index("proyecto"))
    decide(tab, Decision.CONSERVAR, project, qtbot)
    tab.list.model.sort(-1)
    assert tab.list.model.rowCount() == 6


def test_the_first_one_is_shown_in_full(tab: DoubtsTab) -> None:
    said = labels(tab)
    assert "Laboratorio de calidad del agua: Clase" in said
    assert any(
        text.startswith("valores pegados.xlsx. Hoja «Grupos», renglón 2, columna D. Recibida el") for text in said
    )


def test_taking_the_file_changes_the_project_and_goes_on(tab: DoubtsTab, project: Project, qtbot: QtBot) -> None:
    go_to(tab, "Hoteleros de la costa: Notas")
    assert tab.card.buttons[Decision.AMBOS].isEnabled()
    tab.card.buttons[Decision.TOMAR].click()
    qtbot.waitUntil(lambda: not project.busy)
    assert group(project, 21).notas == "Se reúnen en marzo y en octubre."
    assert "Hoteleros de la costa: Notas" not in [name for (name,) in shown(tab, "nombre")]
    assert len(tab.list.chosen()) == 1
    project.undo()
    assert group(project, 21).notas == "Se reúnen en abril."


def test_both_texts_may_stay(tab: DoubtsTab, project: Project, qtbot: QtBot) -> None:
    go_to(tab, "Hoteleros de la costa: Notas")
    tab.window().activateWindow()
    tab.list.table.setFocus()
    qtbot.waitUntil(tab.list.table.hasFocus)
    QTest.keyClick(tab.list.table, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: not project.busy)
    assert group(project, 21).notas == "Se reúnen en abril.\nSe reúnen en marzo y en octubre."


def test_what_no_longer_comes_says_what_taking_that_means(tab: DoubtsTab, project: Project, qtbot: QtBot) -> None:
    go_to(tab, "Universidades con carreras del mar")
    assert "Si toma lo del archivo, quedará" in labels(tab)
    decide(tab, Decision.TOMAR, project, qtbot)
    assert not group(project, 25).activo


def test_several_are_settled_at_once(tab: DoubtsTab, project: Project, qtbot: QtBot) -> None:
    tab.list.table.selectAll()
    assert "7 dudas elegidas" in labels(tab)
    decide(tab, Decision.CONSERVAR, project, qtbot)
    assert {duda.estado for duda in project.proyecto.activos(Duda)} == {EstadoDuda.RESUELTA}
    assert "No hay dudas pendientes" in labels(tab)
    assert not tab.card.isVisible()
    named(tab, "Ver también las resueltas").click()
    assert {state for (state,) in shown(tab, "estado")} == {"Resuelta"}
    assert {said for (said,) in shown(tab, "resolucion")} == {"Se conservó lo del proyecto."}


def test_a_settled_doubt_can_be_read_and_not_decided_again(tab: DoubtsTab, project: Project, qtbot: QtBot) -> None:
    decide(tab, Decision.CONSERVAR, project, qtbot)
    tab.state.choose(EstadoDuda.RESUELTA)
    tab.list.table.selectRow(0)
    assert not any(made.isEnabled() for made in tab.card.buttons.values())
    assert tab.where.text().endswith("Se conservó lo del proyecto.")
    before = project.session.position
    tab.decide(Decision.TOMAR)
    assert project.session.position == before


def test_jumps_and_search_reach_a_doubt_that_the_filter_hides(
    page: UsuariosPage, tab: DoubtsTab, project: Project, qtbot: QtBot
) -> None:
    settled = tab.list.chosen()[0].id
    decide(tab, Decision.CONSERVAR, project, qtbot)
    page.pages.setCurrentIndex(0)
    page.show_record(Duda.ENTIDAD, settled, "")
    assert page.pages.currentIndex() == PLACE
    assert [duda.id for duda in tab.list.chosen()] == [settled]
    page.show_record(Duda.ENTIDAD, "", "")
    assert project.index.search(project.proyecto, "laboratorio clase duda", 5) is not None


def test_the_record_it_is_about_is_one_click_away(tab: DoubtsTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.jump_asked) as heard:
        tab.jump.click()
    assert heard.args == [GrupoUsuarios.ENTIDAD, identity(24), "clase"]


def test_entering_a_doubt_goes_to_its_buttons(tab: DoubtsTab, qtbot: QtBot) -> None:
    tab.window().activateWindow()
    tab.list.table.setFocus()
    QTest.keyClick(tab.list.table, Qt.Key.Key_Return)
    assert tab.card.isAncestorOf(tab.focusWidget())
    assert not tab.panel.form_open


def test_nothing_is_added_or_typed(tab: DoubtsTab, project: Project) -> None:
    before = project.session.position
    QTest.keyClick(tab.list, Qt.Key.Key_Insert)
    tab.list.paste("a\tb")
    tab.list.paste_as_new("a\tb")
    tab.list.add()
    flags = tab.list.model.flags(tab.list.model.index(0, 0))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert not tab.list.add_button.isVisible()
    assert project.session.position == before


def test_without_doubts_it_says_where_they_come_from(
    make_page: Callable[[Project], UsuariosPage], open_project: Callable[..., Project]
) -> None:
    page = make_page(open_project(*records()))
    tab = tab_of(page)
    assert "No hay dudas que resolver" in labels(tab)
    assert page.pages.tabText(PLACE) == "Dudas (0)"
    assert not tab.jump.isVisible()
    assert not tab.card.isVisible()


def test_with_none_chosen_the_card_says_what_to_do(tab: DoubtsTab) -> None:
    tab.list.table.clearSelection()
    assert labels(tab.card) == [NOTHING]


def test_in_a_project_to_be_read_doubts_are_only_read(
    make_page: Callable[[Project], UsuariosPage], open_project: Callable[..., Project], project: Project
) -> None:
    made = open_project(*records(), *project.proyecto.activos(Duda), read_only=True)
    tab = tab_of(make_page(made))
    assert tab.list.model.rowCount() == 7
    assert not any(button.isEnabled() for button in tab.card.buttons.values())
    tab.decide(Decision.CONSERVAR)
    assert {duda.estado for duda in made.proyecto.activos(Duda)} == {EstadoDuda.PENDIENTE}


def test_when_the_project_refuses_it_is_said_and_the_doubt_waits(
    tab: DoubtsTab, project: Project, messages: Answers, qtbot: QtBot
) -> None:
    project.session._almacen.refuses = UserError("disco_lleno", archivo="proyecto.promueve")  # type: ignore[attr-defined]  # noqa: SLF001  # a disk that is full
    decide(tab, Decision.CONSERVAR, project, qtbot)
    qtbot.waitUntil(lambda: bool(messages.said))
    assert "el disco está lleno" in messages.said[0]
    assert len(shown(tab, "nombre")) == 7
