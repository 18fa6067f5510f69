"""Duplicates as somebody at the window sees, merges and parts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidgetItem

from promueve_gui.application.duplicates import threshold
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from promueve_gui.gui.pasos.usuarios.duplicados.comparison import ALL_DIFFERENT, SOME_DIFFERENT
from promueve_gui.gui.pasos.usuarios.duplicados.comparison_model import STAYS, TAKES_PART
from promueve_gui.gui.pasos.usuarios.duplicados.merge_review import MergeReview
from promueve_gui.gui.pasos.usuarios.duplicados.proposals import NONE, NOT_FOUND, STOPPED, WORK
from promueve_gui.gui.pasos.usuarios.duplicados.tab import DIFFERENT, MERGED, PROPOSED
from tests.gui.looking import labels, named
from tests.gui.pasos.usuarios.duplicados.conftest import LARGO, RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.usuarios.duplicados import DuplicatesTab
    from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


def groups(project: Project) -> list[str]:
    return [grupo.id for grupo in project.proyecto.activos(GrupoUsuarios)]


def names(tab: DuplicatesTab) -> list[str]:
    model = tab.proposals.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(tab: DuplicatesTab, grupo: str) -> None:
    tab.proposals.tree.setCurrentIndex(tab.proposals.model.place_of(grupo))


def settle(qtbot: QtBot, tab: DuplicatesTab) -> None:
    """Wait until what was found is true again."""
    qtbot.waitUntil(lambda: not tab.finder.searching and not tab.finder.waiting, timeout=10_000)


def test_what_looks_alike_is_proposed_with_its_reasons(tab: DuplicatesTab) -> None:
    assert names(tab) == [LARGO, "Periodistas"]
    assert tab.proposals.count.text() == "2 posibles duplicados"
    assert [view.text() for view in tab.views] == ["Propuestos (2)", "Unidos (0)", "Distintos (0)"]
    said = labels(tab.proposals.comparison)
    assert said[0].startswith("3 grupos que parecen el mismo · parecido ")
    assert f"«INEGI» equivale a «{LARGO}»." in said[1]


def test_the_tab_of_the_page_counts_what_is_proposed(tab: DuplicatesTab, page_of: UsuariosPage) -> None:
    assert page_of.pages.tabText(page_of.pages.count() - 1) == "Duplicados (2)"


def test_the_views_are_chosen_where_they_were(tab: DuplicatesTab) -> None:
    tab.window().resize(860, 600)  # what there is beside the guide
    places = []
    for made in tab.views:
        made.click()
        QApplication.processEvents()
        places.append([view.mapTo(tab, QPoint()) for view in tab.views])
    assert [[place.x() for place in row] for row in places] == [[place.x() for place in places[0]]] * 3
    assert {abs(place.y() - places[0][0].y()) <= 1 for row in places for place in row} == {True}  # a frame's width


def test_a_cluster_is_merged_field_by_field(tab: DuplicatesTab, project: Project, qtbot: QtBot) -> None:
    choose(tab, "a")
    comparison = tab.proposals.comparison
    model = comparison.model
    assert comparison.eleccion is not None
    column = [grupo.id for grupo in comparison.eleccion.grupos].index("a")
    model.choose(model.index(STAYS, column))
    assert comparison.merge.text() == "Unir 3 grupos"
    comparison.merge.click()
    assert groups(project) == ["a", "d", "e", "f"]
    queda = project.proyecto.get(GrupoUsuarios, "a")
    assert queda is not None
    assert (queda.nombre, queda.siglas) == ("INEGI", "INEGI")
    assert set(queda.descripcion.split("\n")) == {"Hace censos", "Hace mapas"}
    assert names(tab) == ["Periodistas"]
    assert tab.views[MERGED].text() == "Unidos (2)"
    project.undo()
    settle(qtbot, tab)
    assert names(tab) == [LARGO, "Periodistas"]


def test_a_group_left_out_is_not_merged_and_may_be_declared_another(tab: DuplicatesTab, project: Project) -> None:
    choose(tab, "a")
    comparison = tab.proposals.comparison
    assert comparison.different.text() == ALL_DIFFERENT
    comparison.model.choose(comparison.model.index(TAKES_PART, 2))
    assert comparison.merge.text() == "Unir 2 grupos"
    assert comparison.different.text() == SOME_DIFFERENT
    comparison.different.click()
    assert len(project.proyecto.activos(NoDuplicado)) == 2
    assert comparison.eleccion is not None
    assert len(comparison.eleccion.grupos) == 2
    comparison.model.choose(comparison.model.index(TAKES_PART, 1))
    assert not comparison.merge.isEnabled()


def test_the_whole_comparison_works_with_the_keyboard(tab: DuplicatesTab, project: Project) -> None:
    choose(tab, "d")
    table = tab.proposals.comparison.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(STAYS, 0))
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert tab.proposals.comparison.eleccion is not None
    assert tab.proposals.comparison.eleccion.queda == "e"
    QTest.keyClick(table, Qt.Key.Key_Left)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert tab.proposals.comparison.eleccion.queda == "d"


def test_a_click_anywhere_in_a_cell_chooses_it(tab: DuplicatesTab, qtbot: QtBot) -> None:
    choose(tab, "d")
    table = tab.proposals.comparison.table
    table.fit()
    place = table.visualRect(table.model().index(STAYS, 1))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place.center() + QPoint(20, 0))
    assert tab.proposals.comparison.eleccion is not None
    assert tab.proposals.comparison.eleccion.queda == "e"


def test_groups_said_to_be_different_are_remembered_until_they_are_proposed_again(
    tab: DuplicatesTab, project: Project, qtbot: QtBot
) -> None:
    choose(tab, "d")
    tab.proposals.comparison.different.click()
    assert names(tab) == [LARGO]
    tab.show_view(DIFFERENT)
    assert not tab.pairs.action.isEnabled()
    tab.pairs.table.selectRow(0)
    tab.pairs.action.click()
    assert project.proyecto.activos(NoDuplicado) == []
    tab.show_view(PROPOSED)
    settle(qtbot, tab)
    assert names(tab) == [LARGO, "Periodistas"]


def test_a_merge_is_parted_later_from_the_list(
    tab: DuplicatesTab, project: Project, messages: Answers, qtbot: QtBot
) -> None:
    choose(tab, "a")
    tab.proposals.comparison.merge.click()
    queda = project.proyecto.activos(UnionGrupos)[0].queda
    registro = project.proyecto.get(GrupoUsuarios, queda)
    assert registro is not None
    project.edit("Otra cosa", [cambio(registro, descripcion="Otra cosa")])
    uso = project.proyecto.todos(UsoDatos)[0]
    assert uso.grupo == queda
    tab.show_view(MERGED)
    tab.merges.table.selectAll()
    tab.merges.action.click()
    assert len(groups(project)) == 6
    assert project.proyecto.todos(UsoDatos)[0].grupo == "a"
    assert messages.said[0] == "No todo volvió a como estaba"
    assert "«Quiénes son y qué buscan»" in messages.said[1]
    tab.show_view(PROPOSED)
    settle(qtbot, tab)
    assert len(names(tab)) == 2


def test_the_threshold_moves_the_count_at_once_and_is_kept_in_the_profile(
    tab: DuplicatesTab, project: Project, qtbot: QtBot
) -> None:
    tab.threshold.slider.setValue(95)
    qtbot.waitUntil(lambda: names(tab) == [LARGO])
    assert tab.all_button.text() == "Unir todos los de 95 % o más…"
    qtbot.waitUntil(lambda: threshold(project.proyecto) == 95)
    project.undo()
    assert tab.threshold.value() == 80
    qtbot.waitUntil(lambda: len(names(tab)) == 2)
    assert threshold(project.proyecto) == 80


def test_a_read_only_project_only_looks(
    show_tab: Callable[[Project], DuplicatesTab], open_project: Callable[..., Project]
) -> None:
    tab = show_tab(open_project(*RECORDS, NoDuplicado(id="n", grupo="a", otro="f"), read_only=True))
    tab.threshold.slider.setValue(95)
    tab.threshold.keep()
    assert not tab.all_button.isEnabled()
    assert not tab.proposals.comparison.merge.isEnabled()
    tab.pairs.table.selectRow(0)
    assert not tab.pairs.action.isEnabled()


def test_search_finds_clusters_and_decisions(tab: DuplicatesTab, qtbot: QtBot) -> None:
    choose(tab, "d")
    tab.search.setText("periodistas archivo")
    qtbot.waitUntil(lambda: names(tab) == ["Periodistas"])
    assert tab.proposals.count.text() == "1 de 2 posibles duplicados"
    tab.search.setText("nada de eso")
    qtbot.waitUntil(lambda: tab.proposals.stack.currentIndex() == NOT_FOUND)
    tab.search.clear()
    qtbot.waitUntil(lambda: tab.proposals.stack.currentIndex() == WORK)
    choose(tab, "a")
    tab.proposals.comparison.merge.click()
    tab.search.setText("inst.")
    tab.show_view(MERGED)
    qtbot.waitUntil(lambda: tab.merges.model.rowCount() == 1)


def review(tab: DuplicatesTab) -> MergeReview:
    tab.all_button.click()
    dialog = tab.findChild(MergeReview)
    assert isinstance(dialog, MergeReview)
    return dialog


def top(dialog: MergeReview) -> QTreeWidgetItem:
    first = dialog.tree.topLevelItem(0)
    assert first is not None
    return first


def test_all_of_a_score_or_more_are_merged_after_a_review(tab: DuplicatesTab, project: Project, qtbot: QtBot) -> None:
    dialog = review(tab)
    assert dialog.tree.topLevelItemCount() == 2
    first = top(dialog)
    assert first.text(1) == "95 %"  # as much as the two names that are least alike
    assert first.text(0) == f"{LARGO} · Archivo"
    below = first.child(0)
    assert below is not None
    assert below.text(0) == "INEGI · Dirección de Censos"
    assert "Unir 3 grupos" in [made.text() for made in dialog.buttons.buttons()]
    first.setCheckState(0, Qt.CheckState.Unchecked)
    assert "Unir 1 grupo" in [made.text() for made in dialog.buttons.buttons()]
    first.setCheckState(0, Qt.CheckState.Checked)
    dialog.accept()
    qtbot.waitUntil(lambda: not project.busy and len(groups(project)) == 3)
    qtbot.waitUntil(lambda: tab.proposals.stack.currentIndex() == NONE)
    assert len(project.proyecto.activos(UnionGrupos)) == 3
    assert project.undo() == "Unir 3 grupos duplicados"
    assert len(groups(project)) == 6


def test_the_review_may_ask_for_more_and_be_cancelled(tab: DuplicatesTab, project: Project) -> None:
    dialog = review(tab)
    dialog.score.setValue(95)
    assert dialog.tree.topLevelItemCount() == 1
    top(dialog).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.clusters() == []
    assert "Nada que unir" in [made.text() for made in dialog.buttons.buttons()]
    dialog.reject()
    assert len(groups(project)) == 6


def test_a_merge_that_the_file_refuses_is_told(
    tab: DuplicatesTab, project: Project, messages: Answers, qtbot: QtBot
) -> None:
    def refuse(*_: object) -> None:
        raise UserError("solo_lectura")

    project.session.subscribe(refuse)
    review(tab).accept()
    qtbot.waitUntil(lambda: bool(messages.said))
    assert "solo para leer" in messages.said[0]


def test_no_duplicates_are_an_empty_list_that_explains_itself(
    show_tab: Callable[[Project], DuplicatesTab], open_project: Callable[..., Project]
) -> None:
    tab = show_tab(open_project(GrupoUsuarios(id="a", nombre="Prensa")))
    assert tab.proposals.stack.currentIndex() == NONE
    assert "Ningún grupo parece repetido" in labels(tab)
    tab.show_view(MERGED)
    assert "Todavía no se ha unido ningún grupo" in labels(tab)


def test_a_long_search_shows_how_far_it_is_and_can_be_cancelled(
    show_tab: Callable[[Project], DuplicatesTab], open_project: Callable[..., Project], qtbot: QtBot
) -> None:
    muchos = [GrupoUsuarios(id=f"g{n}", nombre=f"Grupo {n} de {n * 7}") for n in range(400)]
    tab = show_tab(open_project(*muchos))
    said: list[tuple[int, int]] = []
    tab.finder.progressed.connect(lambda done, total: said.append((done, total)))
    tab.finder.search()
    tab.finder.search()  # once more, when this one has ended
    tab.finder.cancel()
    qtbot.waitUntil(lambda: tab.proposals.stack.currentIndex() == STOPPED)
    named(tab.proposals, "Buscar duplicados").click()
    settle(qtbot, tab)
    assert tab.proposals.stack.currentIndex() == NONE
    assert said


def test_nobody_searches_while_nobody_looks(
    tab: DuplicatesTab, page_of: UsuariosPage, project: Project, qtbot: QtBot
) -> None:
    page_of.pages.setCurrentIndex(0)
    periodistas = project.proyecto.get(GrupoUsuarios, "e")
    assert periodistas is not None
    project.edit("Otro nombre", [cambio(periodistas, nombre="Bomberos")])
    project.edit("Más poder", [cambio(periodistas, poder=3)])
    assert not tab.finder.searching
    assert names(tab) == [LARGO, "Periodistas"]
    page_of.pages.setCurrentIndex(page_of.pages.count() - 1)
    settle(qtbot, tab)
    assert names(tab) == [LARGO]


def test_a_change_while_one_looks_is_seen(tab: DuplicatesTab, project: Project, qtbot: QtBot) -> None:
    otro = project.proyecto.get(GrupoUsuarios, "f")
    assert otro is not None
    project.edit("Otro nombre", [cambio(otro, nombre="Las periodistas")])
    qtbot.waitUntil(lambda: tab.proposals.model.place_of("f").isValid())
    assert tab.proposals.model.cluster(tab.proposals.model.place_of("f")) == tab.proposals.model.cluster(
        tab.proposals.model.place_of("d")
    )


def test_jumps_reach_merges_and_pairs(page_of: UsuariosPage, tab: DuplicatesTab, project: Project) -> None:
    choose(tab, "a")
    tab.proposals.comparison.merge.click()
    choose(tab, "d")
    tab.proposals.comparison.different.click()
    page_of.pages.setCurrentIndex(0)
    union, par = project.proyecto.activos(UnionGrupos)[0], project.proyecto.activos(NoDuplicado)[0]
    page_of.show_record("union_grupos", union.id, "")
    assert page_of.pages.currentIndex() == page_of.pages.count() - 1
    assert tab.merges.chosen() == [union.id]
    page_of.show_record("no_duplicado", par.id, "")
    assert tab.pairs.chosen() == [par.id]
    page_of.show_record("no_duplicado", "", "")
    assert tab.stack.currentIndex() == DIFFERENT


def test_the_form_of_a_group_tells_what_each_area_said(
    page_of: UsuariosPage, tab: DuplicatesTab, project: Project, qtbot: QtBot
) -> None:
    choose(tab, "a")
    tab.proposals.comparison.merge.click()
    page_of.pages.setCurrentIndex(0)
    page_of.show_record("grupo_usuarios", "f", "")
    assert page_of.voices.isHidden()
    page_of.show_record("grupo_usuarios", "b", "")
    qtbot.waitUntil(lambda: len(labels(page_of.voices)) > 1)
    said = "\n".join(labels(page_of.voices))
    for words in ("Lo que dijo cada área", "Archivo", f"«{LARGO}»", "Dirección de Censos", "«INEGI»", "Sin área"):
        assert words in said
    assert "Quiénes son y qué buscan: Hace mapas\n" in f"{said}\n"
    separate = [made for made in page_of.voices.findChildren(QPushButton) if "INEGI" in made.accessibleName()]
    separate[0].click()
    assert "a" in groups(project)
    assert len(page_of.voices.lines) == 2
    project.undo()
    assert len(page_of.voices.lines) == 3


def test_nothing_is_searched_when_nobody_looks_any_more(tab: DuplicatesTab, project: Project, qtbot: QtBot) -> None:
    settle(qtbot, tab)
    grupo = project.proyecto.get(GrupoUsuarios, "a")
    assert grupo is not None
    project.edit("Cambiar", [cambio(grupo, nombre="Otro")])
    about_to = [tab.finder.waiting]
    tab.hide()
    about_to.append(tab.finder.waiting)
    assert about_to == [True, False]
    tab.show()
    settle(qtbot, tab)
    assert "a" not in {grupo for cumulo in tab.finder.found.cumulos(60) for grupo in cumulo.grupos}
