"""The pieces of the tab by themselves: how they look, what the keyboard does in them, what they say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyleOptionViewItem

from promueve_gui.application.duplicates import threshold
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.duplicados import Cumulo, Pareja
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Perfil
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from promueve_gui.gui.pasos.usuarios.duplicados.cluster_delegate import ROW_HEIGHT, ClusterDelegate
from promueve_gui.gui.pasos.usuarios.duplicados.comparison import NARROWEST, Comparison
from promueve_gui.gui.pasos.usuarios.duplicados.comparison_model import FIRST_FIELD, STAYS, TAKES_PART
from promueve_gui.gui.pasos.usuarios.duplicados.decisions import Decisions
from promueve_gui.gui.pasos.usuarios.duplicados.tab import MERGES, PAIRS
from promueve_gui.gui.pasos.usuarios.duplicados.threshold_bar import ThresholdBar
from promueve_gui.gui.pasos.usuarios.duplicados.voices_box import VoicesBox
from promueve_gui.gui.theme import Tema
from promueve_gui.gui.widgets.record_form import RecordForm
from tests.gui.looking import colours, labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.usuarios.duplicados import DuplicatesTab
    from promueve_gui.gui.project import Project

INEGI = Cumulo(("a", "b", "c"), (Pareja("a", "b", 97, ("Son siglas.",)), Pareja("b", "c", 90, ("Otra.",))), 90)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def comparison(qtbot: QtBot, context: Context, project: Project) -> Comparison:
    made = Comparison(context, project)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.show_cluster(INEGI)
    qtbot.waitExposed(made)
    return made


def test_columns_share_the_width_and_never_get_too_narrow(comparison: Comparison, qtbot: QtBot) -> None:
    table = comparison.table
    comparison.resize(1400, 400)
    qtbot.waitUntil(lambda: table.columnWidth(0) > NARROWEST)
    assert len({table.columnWidth(column) for column in range(3)}) == 1
    comparison.resize(500, 400)
    qtbot.waitUntil(lambda: table.columnWidth(0) == NARROWEST)


def test_rows_are_as_tall_as_their_texts_up_to_a_point(comparison: Comparison, project: Project, qtbot: QtBot) -> None:
    group = project.proyecto.get(GrupoUsuarios, "a")
    assert group is not None
    project.edit("Largo", [cambio(group, descripcion="Muchas palabras seguidas. " * 200)])
    comparison.show_cluster(INEGI)
    table = comparison.table
    table.fit()
    heights = [table.rowHeight(row) for row in range(table.model().rowCount())]
    assert heights[TAKES_PART] == heights[STAYS] < max(heights) < 200


def test_marks_are_painted_round_or_square_and_in_the_accent(comparison: Comparison, context: Context) -> None:
    table = comparison.table
    table.fit()
    for row in (TAKES_PART, STAYS, FIRST_FIELD):
        place = table.visualRect(table.model().index(row, 0))
        assert context.colores.acento in colours(table.viewport(), QRect(place.topLeft(), place.size() / 2))
    plain = table.visualRect(table.model().index(STAYS, 1))
    assert context.colores.acento not in colours(table.viewport(), plain)


def test_in_the_dark_the_comparison_is_readable_too(comparison: Comparison, context: Context) -> None:
    context.set_theme(Tema.OSCURO)
    place = comparison.table.visualRect(comparison.table.model().index(STAYS, 0))
    assert context.colores.acento in colours(comparison.table.viewport(), place)


def test_other_keys_and_moves_choose_nothing(comparison: Comparison, qtbot: QtBot) -> None:
    assert comparison.eleccion is not None
    before = comparison.eleccion.plan()
    table = comparison.table
    table.setCurrentIndex(table.model().index(STAYS, 1))
    QTest.keyClick(table, Qt.Key.Key_A)
    option = QStyleOptionViewItem()
    move = QEvent(QEvent.Type.MouseMove)
    assert not table.itemDelegate().editorEvent(move, table.model(), option, table.model().index(STAYS, 1))
    assert comparison.eleccion.plan() == before


def test_the_joining_column_says_nothing_where_nothing_can_be_joined(comparison: Comparison, qtbot: QtBot) -> None:
    table = comparison.table
    table.fit()
    last = table.model().columnCount() - 1
    table.scrollTo(table.model().index(STAYS, last))
    place = table.visualRect(table.model().index(STAYS, last))
    qtbot.mouseClick(table.viewport(), LEFT, pos=place.center())
    assert comparison.eleccion is not None
    assert comparison.eleccion.queda == "b"


def test_a_cluster_that_is_no_more_is_put_away(comparison: Comparison, project: Project) -> None:
    comparison.follow(None)
    assert comparison.isHidden()
    comparison.merge.click()
    comparison.different.click()
    comparison.follow(Cumulo(("a", "nadie"), (), 80))
    assert comparison.isHidden()


def test_what_was_chosen_stays_while_the_groups_are_as_they_were(comparison: Comparison, project: Project) -> None:
    comparison.model.choose(comparison.model.index(STAYS, 1))
    chosen = comparison.eleccion
    comparison.follow(INEGI)
    assert comparison.eleccion is chosen
    group = project.proyecto.get(GrupoUsuarios, "c")
    assert group is not None
    project.edit("Otro nombre", [cambio(group, nombre="Otro")])
    comparison.follow(INEGI)
    assert comparison.eleccion is not chosen


def test_each_row_of_the_tree_has_two_lines(tab: DuplicatesTab, context: Context) -> None:
    tree = tab.proposals.tree
    index = tab.proposals.model.index(0, 0)
    assert ClusterDelegate(context).sizeHint(QStyleOptionViewItem(), index).height() == ROW_HEIGHT
    tree.expand(index)
    place = tree.visualRect(index)
    assert tree.visualRect(index.model().index(0, 0, index)).top() >= place.bottom()
    assert {context.colores.texto, context.colores.secundario} & colours(tree.viewport(), place)


@pytest.fixture
def bar(qtbot: QtBot, project: Project) -> ThresholdBar:
    made = ThresholdBar(project)
    qtbot.addWidget(made)
    return made


def test_the_slider_says_its_threshold_and_keeps_it_when_it_rests(bar: ThresholdBar, project: Project) -> None:
    moves: list[int] = []
    bar.moved.connect(moves.append)
    assert labels_of(bar) == ["Mínimo 80 %"]
    bar.slider.setValue(71)
    assert moves == [71]
    assert labels_of(bar) == ["Mínimo 71 %"]
    assert threshold(project.proyecto) == 80
    bar.keep()
    assert threshold(project.proyecto) == 71


def labels_of(bar: ThresholdBar) -> list[str]:
    bar.show()
    return labels(bar)


def test_the_slider_follows_the_profile_but_not_under_a_hand(bar: ThresholdBar, project: Project) -> None:
    profile = project.proyecto.unico(Perfil)
    assert profile is not None
    project.edit("Otro umbral", [cambio(profile, umbral_duplicados=90)])
    assert bar.value() == 90
    bar.slider.setValue(65)
    project.undo()
    assert bar.value() == 65
    bar.keep()
    assert threshold(project.proyecto) == 65


def test_the_slider_moves_with_the_keyboard(bar: ThresholdBar, qtbot: QtBot) -> None:
    bar.show()
    bar.slider.setFocus()
    QTest.keyClick(bar.slider, Qt.Key.Key_Right)
    QTest.keyClick(bar.slider, Qt.Key.Key_PageUp)
    assert bar.value() == 86
    QTest.keyClick(bar.slider, Qt.Key.Key_End)
    assert bar.value() == 100
    QTest.keyClick(bar.slider, Qt.Key.Key_Home)
    assert bar.value() == 60


@pytest.mark.parametrize("kind", [MERGES, PAIRS])
def test_an_empty_list_of_decisions_explains_itself(
    qtbot: QtBot, context: Context, project: Project, kind: object
) -> None:
    made = Decisions(context, project, kind)  # type: ignore[arg-type]  # one of the two
    qtbot.addWidget(made)
    made.show()
    assert made.action.isHidden()
    assert any(text.startswith("Todavía no") for text in labels(made))
    made.show_decision("nadie")
    assert made.chosen() == []


def test_several_decisions_are_taken_back_at_once(qtbot: QtBot, context: Context, project: Project) -> None:
    pairs = [NoDuplicado(id=f"n{number}", grupo="d", otro=other) for number, other in enumerate("abe")]
    project.edit("Recordar", [alta(pair) for pair in pairs])
    made = Decisions(context, project, PAIRS)
    qtbot.addWidget(made)
    made.show()
    asked: list[list[str]] = []
    made.take_back_asked.connect(asked.append)
    assert not made.action.isEnabled()
    made.table.selectAll()
    made.action.click()
    assert sorted(asked[0]) == ["n0", "n1", "n2"]
    made.show_decision("n1")
    assert made.chosen() == ["n1"]


@pytest.fixture
def form(qtbot: QtBot, context: Context, project: Project) -> RecordForm:
    made = RecordForm(context, project, GrupoUsuarios)
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    return made


def test_a_group_that_stands_for_itself_has_no_voices(form: RecordForm, project: Project) -> None:
    box = VoicesBox(project, form)
    form.show_record("a")
    assert box.isHidden()
    assert box.lines == []


def test_a_voice_says_what_its_area_filled_in(form: RecordForm, project: Project, qtbot: QtBot) -> None:
    project.edit("Unir", [alta(UnionGrupos(id="n", queda="b", sobrante="a"))])
    box = VoicesBox(project, form)
    form.show_record("b")
    qtbot.waitUntil(lambda: len(labels(box)) == 5)
    said = labels(box)
    assert said[0] == "Lo que dijo cada área"
    assert said[1] == "Archivo"
    assert said[2].endswith("· Otras instituciones de gobierno\nSiglas: INEGI\nQuiénes son y qué buscan: Hace mapas")
    assert said[3:] == [
        "Dirección de Censos",
        "«INEGI» · Otras instituciones de gobierno\nQuiénes son y qué buscan: Hace censos",
    ]
    form.show_record(None)
    assert box.isHidden()


def test_a_read_only_project_parts_nothing(
    qtbot: QtBot, context: Context, open_project: Callable[..., Project]
) -> None:
    project = open_project(
        GrupoUsuarios(id="a", nombre="Uno"),
        GrupoUsuarios(id="b", nombre="Dos", retirado="Se unió"),
        UnionGrupos(id="n", queda="a", sobrante="b"),
        read_only=True,
    )
    made = RecordForm(context, project, GrupoUsuarios)
    qtbot.addWidget(made)
    box = VoicesBox(project, made)
    made.show_record("a")
    assert len(box.lines) == 2
    (part,) = box.lines[1].findChildren(QPushButton)
    assert not part.isEnabled()
