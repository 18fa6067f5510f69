"""The rules as a list that unfolds, each gap with a jump to where it is mended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QApplication

from promueve_gui.application.review import review
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.reglas import Estado
from promueve_gui.gui.pasos.inicio.rules_tree import SHOWN_GAPS, RulesTree
from promueve_gui.gui.theme import Tema
from tests.gui.pasos.inicio.conftest import RECORDS
from tests.projects import project_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeWidgetItem
    from pytestqt.qtbot import QtBot

    from promueve_gui.application.review import Revision
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Context

HOY = date(2026, 11, 19)
PROYECTO = project_of(*RECORDS)


def judged(proyecto: Proyecto = PROYECTO) -> Revision:
    return review(proyecto, HOY, lambda _: frozenset())


@pytest.fixture
def tree(qtbot: QtBot, context: Context) -> RulesTree:
    made = RulesTree(context)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_review(judged(), PROYECTO)
    made.show()
    qtbot.waitExposed(made)
    return made


def rule(tree: RulesTree, identity: str) -> QTreeWidgetItem:
    items = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    (found,) = [item for item in items if item is not None and item.data(0, Qt.ItemDataRole.UserRole) == identity]
    return found


def gap(item: QTreeWidgetItem, place: int = 0) -> QTreeWidgetItem:
    found = item.child(place)
    assert found is not None
    return found


def gaps(item: QTreeWidgetItem) -> list[str]:
    return [gap(item, place).text(0) for place in range(item.childCount())]


def click(tree: RulesTree, item: QTreeWidgetItem, column: int) -> None:
    """Click on a column of a line."""
    place = QPointF(tree.visualRect(tree.indexFromItem(item, column)).center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, place, tree.viewport().mapToGlobal(place), left, left, none)
        QApplication.sendEvent(tree.viewport(), event)


def test_every_rule_is_there_with_its_state_and_citation(tree: RulesTree) -> None:
    revision = judged()
    assert tree.topLevelItemCount() == len(revision.resultados)
    for place, resultado in enumerate(revision.resultados):
        item = tree.topLevelItem(place)
        assert item is not None
        assert item.text(0) == resultado.titulo
        said = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
        assert said == f"{resultado.titulo}: {resultado.estado.etiqueta}. {resultado.resumen}"
        assert resultado.regla.id in item.toolTip(0)
        assert item.text(1) == ("Ir a resolver" if resultado.hallazgos else "")


def test_gaps_tell_the_record_and_what_is_missing_as_people_wrote_it(tree: RulesTree) -> None:
    revision = judged()
    texts = [text for resultado in revision.resultados for text in gaps(rule(tree, resultado.regla.id))]
    assert any(text.startswith("<i>Pescadores</i>: ") for text in texts)
    assert any(":" not in text.split(" ")[0] for text in texts)
    tips = [
        gap(rule(tree, r.regla.id), place).toolTip(0)
        for r in revision.resultados
        for place in range(len(r.hallazgos[:SHOWN_GAPS]))
    ]
    assert not any("<i>" in tip for tip in tips)


def asked_of(tree: RulesTree) -> list[tuple[str, str, str]]:
    asked: list[tuple[str, str, str]] = []
    tree.jump_asked.connect(lambda *target: asked.append(target))
    return asked


def test_every_gap_can_be_gone_to(tree: RulesTree) -> None:
    asked = asked_of(tree)
    revision = judged()
    tree.expandAll()
    for resultado in revision.resultados:
        item = rule(tree, resultado.regla.id)
        for place in range(len(resultado.hallazgos)):
            tree.itemActivated.emit(item.child(place), 0)
    wanted = [(h.entidad, h.id, h.campo) for resultado in revision.resultados for h in resultado.hallazgos]
    assert asked == wanted
    assert wanted


def with_gaps() -> str:
    """Return a rule that has gaps."""
    return next(r.regla.id for r in judged().resultados if r.estado is Estado.FALTA and r.hallazgos)


def test_a_click_unfolds_a_rule_and_another_folds_it(tree: RulesTree) -> None:
    asked = asked_of(tree)
    item = rule(tree, with_gaps())
    click(tree, item, 0)
    assert item.isExpanded()
    click(tree, item, 0)
    assert not item.isExpanded()
    assert asked == []


def test_go_and_resolve_goes_to_the_first_gap(tree: RulesTree) -> None:
    asked = asked_of(tree)
    identity = with_gaps()
    click(tree, rule(tree, identity), 1)
    first = next(r.hallazgos[0] for r in judged().resultados if r.regla.id == identity)
    assert asked == [(first.entidad, first.id, first.campo)]


def test_a_click_on_a_gap_goes_there(tree: RulesTree) -> None:
    asked = asked_of(tree)
    item = rule(tree, with_gaps())
    item.setExpanded(True)
    click(tree, gap(item), 0)
    assert len(asked) == 1


def test_enter_goes_and_arrows_unfold(qtbot: QtBot, tree: RulesTree) -> None:
    asked = asked_of(tree)
    item = rule(tree, with_gaps())
    tree.setCurrentItem(item)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert item.isExpanded()
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_a_rule_without_gaps_goes_nowhere(tree: RulesTree) -> None:
    asked = asked_of(tree)
    fine = next(r.regla.id for r in judged().resultados if not r.hallazgos)
    tree.itemActivated.emit(rule(tree, fine), 0)
    assert asked == []


def test_what_was_unfolded_stays_so_after_another_review(tree: RulesTree) -> None:
    identity = with_gaps()
    rule(tree, identity).setExpanded(True)
    tree.show_review(judged(), PROYECTO)
    assert rule(tree, identity).isExpanded()
    rule(tree, identity).setExpanded(False)
    tree.show_review(judged(), PROYECTO)
    assert not rule(tree, identity).isExpanded()


def test_hundreds_of_gaps_are_shown_by_the_first_ones(tree: RulesTree) -> None:
    many = project_of(*RECORDS, *(GrupoUsuarios(id=f"n{n}", nombre=f"Grupo {n}") for n in range(SHOWN_GAPS + 20)))
    revision = judged(many)
    tree.show_review(revision, many)
    longest = max(revision.resultados, key=lambda resultado: len(resultado.hallazgos))
    assert len(longest.hallazgos) > SHOWN_GAPS
    item = rule(tree, longest.regla.id)
    assert item.childCount() == SHOWN_GAPS + 1
    assert gaps(item)[-1] == f"…y {len(longest.hallazgos) - SHOWN_GAPS} más"
    asked = asked_of(tree)
    tree.itemActivated.emit(item.child(SHOWN_GAPS), 0)
    assert asked == []


@pytest.mark.parametrize("tema", [Tema.CLARO, Tema.OSCURO])
def test_title_and_summary_are_painted_in_the_colours_in_force(qtbot: QtBot, context: Context, tema: Tema) -> None:
    context.set_theme(tema)
    tree = RulesTree(context)
    qtbot.addWidget(tree)
    tree.resize(700, 500)
    tree.show_review(judged(), PROYECTO)
    tree.expandAll()
    image = tree.grab().toImage()
    seen = {image.pixel(x, y) for x in range(400) for y in range(90)}
    for colour in (context.colores.texto, context.colores.secundario):
        assert QColor(colour).rgb() in seen, colour


def test_a_rule_has_room_for_two_lines_and_a_gap_for_its_own(tree: RulesTree) -> None:
    item = rule(tree, with_gaps())
    item.setExpanded(True)
    assert tree.visualItemRect(item).height() >= 44
    assert tree.visualItemRect(gap(item)).height() < tree.visualItemRect(item).height()


def test_the_whole_title_of_every_rule_is_seen_where_the_window_is_first_shown(tree: RulesTree) -> None:
    tree.resize(420, 340)
    for place in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(place)
        assert item is not None
        assert QFontMetrics(item.font(0)).horizontalAdvance(item.text(0)) <= tree.title_room(tree.indexFromItem(item))
