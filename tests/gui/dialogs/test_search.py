"""Search as one types, and going to what was found without leaving the keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.gui import theme
from promueve_gui.gui.dialogs.search import LIMIT, SearchDialog
from promueve_gui.gui.theme import Tema
from tests.gui.desk import type_text
from tests.gui.dialogs.conftest import AREA, GRUPO

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.dialogs.conftest import Host

NOTHING_TYPED = "Escriba al menos una palabra."


@pytest.fixture
def dialog(host: Host, project: Project) -> SearchDialog:
    made = SearchDialog(host.widget, project)
    host.show(made)
    return made


def test_it_fits_over_a_small_window(host: Host, project: Project) -> None:
    host.widget.resize(683, 375)
    assert SearchDialog(host.widget, project).height() < 375


def results(dialog: SearchDialog) -> list[str]:
    return [dialog.results.item(place).text() for place in range(dialog.results.count())]


def search(host: Host, dialog: SearchDialog, text: str) -> list[str]:
    """Type and wait until the search was made."""
    dialog.line.clear()
    host.qtbot.waitUntil(lambda: dialog.count.text() == NOTHING_TYPED)
    type_text(dialog.line, text)
    host.qtbot.waitUntil(lambda: dialog.count.text() != NOTHING_TYPED or not text.strip())
    return results(dialog)


def test_it_asks_for_a_word_first(dialog: SearchDialog) -> None:
    assert (results(dialog), dialog.count.text()) == ([], NOTHING_TYPED)


def test_accents_do_not_matter_and_the_kind_is_told(host: Host, dialog: SearchDialog) -> None:
    assert search(host, dialog, "dirección AGUAS") == ["Dirección de Aguas   ·   área"]
    assert dialog.count.text() == "1 resultado"


def test_several_are_counted_and_the_first_is_chosen(host: Host, dialog: SearchDialog, project: Project) -> None:
    project.edit("Otra", [alta(AreaGeneradora(id="b", nombre="Aguas del norte"))])
    assert len(search(host, dialog, "aguas")) == 2
    assert dialog.count.text() == "2 resultados"
    assert dialog.results.currentRow() == 0


def test_nothing_found_is_said_and_enter_stays(host: Host, dialog: SearchDialog) -> None:
    chosen: list[str] = []
    dialog.chosen.connect(lambda *target: chosen.append(target[1]))
    assert search(host, dialog, "jirafa") == []
    assert dialog.count.text() == "Nada coincide con lo que busca."
    host.qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert chosen == []
    assert dialog.isVisible()


def test_a_record_without_a_name_can_be_found(host: Host, dialog: SearchDialog, project: Project) -> None:
    project.edit("Sin nombre", [alta(GrupoUsuarios(id="s", notas="zopilotes"))])
    assert search(host, dialog, "zopilotes") == ["Sin nombre   ·   grupo"]


def test_more_than_fit_ask_for_another_word(host: Host, dialog: SearchDialog, project: Project) -> None:
    project.edit("Muchos", [alta(replace(GRUPO, id=f"n{n}", nombre=f"Lanchas {n}")) for n in range(LIMIT + 5)])
    assert len(search(host, dialog, "lanchas")) == LIMIT
    assert dialog.count.text().startswith(f"{LIMIT} resultados o más")


def test_enter_goes_at_once_even_before_the_search_was_made(host: Host, dialog: SearchDialog) -> None:
    chosen: list[tuple[str, str, str]] = []
    dialog.chosen.connect(lambda *target: chosen.append(target))
    type_text(dialog.line, "pescadores")
    assert host.is_freed(dialog, lambda: host.qtbot.keyClick(dialog.line, Qt.Key.Key_Return))
    assert chosen == [("grupo_usuarios", "g", "")]


def test_the_arrows_move_through_the_results_while_one_types(
    host: Host, dialog: SearchDialog, project: Project
) -> None:
    project.edit("Otra", [alta(AreaGeneradora(id="b", nombre="Aguas del norte"))])
    chosen: list[str] = []
    dialog.chosen.connect(lambda *target: chosen.append(target[1]))
    found = search(host, dialog, "aguas")
    host.qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.results.currentRow() == 1
    host.qtbot.keyClick(dialog.line, Qt.Key.Key_Up)
    assert dialog.results.currentRow() == 0
    host.qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    host.qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert chosen == ["b" if found[1].startswith("Aguas del norte") else AREA.id]


@pytest.mark.parametrize("tema", [Tema.CLARO, Tema.OSCURO])
def test_the_chosen_result_is_seen_while_one_types(
    host: Host, context: Context, dialog: SearchDialog, tema: Tema
) -> None:
    context.set_theme(tema)
    dialog.setStyleSheet(theme.style_sheet(context.colores, context.services.recursos / "iconos"))
    search(host, dialog, "aguas")
    rect = dialog.results.visualItemRect(dialog.results.item(0))
    image = dialog.results.viewport().grab(rect).toImage()
    assert image.pixelColor(rect.width() - 4, rect.height() // 2) == QColor(context.colores.seleccion)


def test_a_double_click_goes_too(host: Host, dialog: SearchDialog) -> None:
    chosen: list[str] = []
    dialog.chosen.connect(lambda *target: chosen.append(target[1]))
    search(host, dialog, "pescadores")
    dialog.results.itemActivated.emit(dialog.results.item(0))
    assert chosen == ["g"]


def test_escape_leaves_without_going(host: Host, dialog: SearchDialog) -> None:
    chosen: list[str] = []
    dialog.chosen.connect(lambda *target: chosen.append(target[1]))
    search(host, dialog, "pescadores")
    assert host.is_freed(dialog, lambda: host.qtbot.keyClick(dialog.line, Qt.Key.Key_Escape))
    assert chosen == []


def test_what_people_wrote_is_not_taken_for_html(host: Host, dialog: SearchDialog, project: Project) -> None:
    project.edit("Raro", [alta(GrupoUsuarios(id="h", nombre="<b>Barqueros</b>"))])
    search(host, dialog, "barqueros")
    assert dialog.results.item(0).toolTip() == "<qt>&lt;b&gt;Barqueros&lt;/b&gt;</qt>"
    assert dialog.results.item(0).text().startswith("<b>Barqueros</b>")
