"""Manual, glossary and a sheet of shortcuts that tells the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser

from promueve_gui.domain.flow import PASOS, PLAN, USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.dialogs.help import SHORTCUTS, show_glossary, show_manual, show_shortcuts
from promueve_gui.gui.widgets.editors import rich_box
from tests.gui.desk import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.context import Context
    from tests.gui.desk import Desk
    from tests.gui.dialogs.conftest import Host

KEYS = {"Mayús": "Shift", "Entrar": "Return", "Supr": "Delete", "Insert": "Insert", "←": "Left", "→": "Right"}
IN_THE_TABLE = frozenset({"Return", "F2", "Delete", "Ctrl+C", "Ctrl+V", "Ctrl+Shift+V", *"1234", *"XPAE"})  # by lists
IN_THE_VIEWS = frozenset({"Ctrl+flechas", "Ctrl+Shift+flechas", "Retroceso"})  # by the views of the plan
IN_THE_GRID = frozenset({"Re Pág", "Av Pág"})  # by the grid of power and interest
IN_THE_SLIDES = frozenset({"Alt+↑", "Alt+↓"})  # by the box of a presentation
IN_A_TEXT = frozenset(QKeySequence(keys).toString() for keys in rich_box.KEYS.values())  # by its editor


def shown(host: Host, show: Callable[[QWidget, Context], None], context: Context) -> PlainDialog:
    """Return the dialog that ``show`` opens."""
    show(host.widget, context)
    (dialog,) = host.widget.findChildren(PlainDialog)
    assert dialog.isVisible()
    return dialog


def text_of(dialog: PlainDialog) -> str:
    browser = dialog.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    return browser.toPlainText()


def test_the_manual_is_there_to_be_read(host: Host, context: Context) -> None:
    dialog = shown(host, show_manual, context)
    assert len(text_of(dialog)) > 2000
    assert dialog.windowTitle() == "Manual"
    assert host.is_freed(dialog, lambda: press(dialog, "Cerrar"))


def test_the_glossary_defines_every_term(host: Host, context: Context) -> None:
    text = text_of(shown(host, show_glossary, context))
    glosario = context.services.textos.glosario
    assert len(glosario) > 10
    assert all(f"{termino.termino}." in text for termino in glosario)


def test_no_page_of_help_opens_what_it_links_to(host: Host, context: Context) -> None:
    dialog = shown(host, show_manual, context)
    browser = dialog.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    assert not browser.openLinks()
    assert not browser.openExternalLinks()


def test_the_sheet_shows_every_shortcut(host: Host, context: Context) -> None:
    text = text_of(shown(host, show_shortcuts, context))
    assert all(keys in text and what in text for keys, what in SHORTCUTS)


def sequences(keys: str) -> list[str]:
    """Return what people read («Ctrl+0 … Ctrl+2», «Alt+← y Alt+→») as sequences of Qt."""
    if "…" in keys:
        first, last = keys.split(" … ")
        return [f"{first[:-1]}{number}" for number in range(int(first[-1]), int(last[-1]) + 1)]
    parts = keys.replace(" y ", ", ").split(", ")
    return ["+".join(KEYS.get(key, key) for key in part.split("+")) for part in parts]


TOLD = {sequence for keys, _ in SHORTCUTS for sequence in sequences(keys)}


def test_the_sheet_is_read_as_people_do() -> None:
    assert sequences("Ctrl+0 … Ctrl+2") == ["Ctrl+0", "Ctrl+1", "Ctrl+2"]
    assert sequences("Alt+← y Alt+→") == ["Alt+Left", "Alt+Right"]
    assert len([s for s in TOLD if s.startswith("Ctrl+") and s[-1].isdigit() and "F" not in s]) == len(PASOS)


@pytest.fixture
def at_a_list(desk: Desk) -> Desk:
    """Return the window at step 1 of a project with one group, after a look at the plan."""
    registros = [Institucion(id="i", nombre="Museo de Sitio", siglas="MS"), GrupoUsuarios(id="g", nombre="Escuelas")]
    desk.open(desk.make(registros))
    desk.wizard.go(PLAN)
    desk.wizard.go(USUARIOS)
    return desk


def in_force(desk: Desk) -> set[str]:
    """Return the sequences of every action and shortcut of the window."""
    window = desk.window
    found = {action.shortcut().toString() for action in window.findChildren(QAction)}
    found |= {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    return {QKeySequence(text).toString() for text in found if text}


def test_every_shortcut_of_the_sheet_is_in_force(at_a_list: Desk) -> None:
    told = {QKeySequence(s).toString() for s in TOLD - IN_THE_TABLE - IN_THE_VIEWS - IN_THE_GRID - IN_THE_SLIDES}
    assert told - in_force(at_a_list) - IN_A_TEXT == set()
    assert IN_A_TEXT - told == set()


def test_no_shortcut_of_the_menus_is_missing_from_the_sheet(at_a_list: Desk) -> None:
    told = {QKeySequence(sequence).toString() for sequence in TOLD - IN_THE_VIEWS}
    menus = {action.shortcut().toString() for action in at_a_list.window.menuBar().findChildren(QAction)} - {""}
    assert menus
    assert menus - told == set()


def test_no_two_shortcuts_of_the_menus_are_the_same(at_a_list: Desk) -> None:
    keys = [action.shortcut().toString() for action in at_a_list.window.menuBar().findChildren(QAction)]
    keys = [key for key in keys if key]
    assert sorted(set(keys)) == sorted(keys)
