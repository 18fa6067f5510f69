"""The menus: which of their actions make sense now, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.theme import Tema

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction, QIcon

    from tests.gui.desk import Desk

GRUPO = GrupoUsuarios(id="g", nombre="Escuelas")
RECORDS = (Institucion(id="i", nombre="Museo de Sitio", siglas="MS"), GRUPO)
ALWAYS = {
    "Nuevo…",
    "Abrir…",
    "Abrir reciente",
    "Proyecto de ejemplo…",
    "Salir",
    "Tema",
    "Manual",
    "Glosario",
    "Atajos del teclado",
    "Acerca de Promueve",
    "Cambiar plantillas de oficios…",
}
WRITING = {
    "Plan, inventario o catálogo…",
    "Formatos devueltos…",
    "Documentos de Word devueltos…",
    "Otro proyecto de Promueve…",
    "Formatos para las áreas…",
    "Copiar el plan de otro año…",
    "Iniciar año nuevo…",
}


@pytest.fixture
def path(desk: Desk) -> Path:
    return desk.make(RECORDS)


def menus(desk: Desk) -> dict[str, QMenu]:
    """Return the menus of the bar by their names."""
    return {
        made.title().replace("&", ""): made
        for made in desk.window.menuBar().findChildren(QMenu)
        if made.menuAction() in desk.window.menuBar().actions()
    }


def entries(desk: Desk) -> dict[str, QAction]:
    """Return every entry of every menu by its text, without the mnemonic."""
    return {
        action.text().replace("&", ""): action
        for menu in menus(desk).values()
        for action in menu.actions()
        if not action.isSeparator()
    }


def enabled(desk: Desk) -> set[str]:
    return {text for text, action in entries(desk).items() if action.isEnabled()}


def submenu(desk: Desk, text: str) -> QMenu:
    (made,) = [menu for menu in desk.window.menuBar().findChildren(QMenu) if menu.title().replace("&", "") == text]
    return made


def test_the_menus_are_in_the_order_of_the_work(desk: Desk) -> None:
    names = [action.text().replace("&", "") for action in desk.window.menuBar().actions()]
    assert names == ["Archivo", "Edición", "Ver", "Importar", "Exportar", "Ayuda"]


def test_every_menu_and_entry_has_a_mnemonic_of_its_own(desk: Desk) -> None:
    titles = [action.text() for action in desk.window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(letters)
    for menu in menus(desk).values():
        texts = [action.text() for action in menu.actions() if "&" in action.text()]
        inside = [text[text.index("&") + 1].lower() for text in texts]
        assert len(set(inside)) == len(inside), menu.title()


def test_without_a_project_only_what_needs_none_is_offered(desk: Desk) -> None:
    assert enabled(desk) == ALWAYS


def test_with_a_project_all_but_undoing_is_offered(desk: Desk, path: Path) -> None:
    desk.open(path)
    assert set(entries(desk)) - enabled(desk) == {"Deshacer", "Rehacer"}


def test_a_project_to_be_read_only_is_not_imported_into(desk: Desk, path: Path) -> None:
    desk.window.show_project(desk.services.opener.open(path, read_only=True), path)
    assert set(entries(desk)) - enabled(desk) == {"Deshacer", "Rehacer", *WRITING}


def test_closing_the_project_takes_them_away_again(desk: Desk, path: Path) -> None:
    desk.open(path)
    entries(desk)["Cerrar proyecto"].trigger()
    assert enabled(desk) == ALWAYS
    assert desk.window.project is None


def test_undo_and_redo_say_what_they_would_do(desk: Desk, path: Path) -> None:
    desk.open(path)
    desk.project.edit("Cambiar R&D de «Escuelas»", [cambio(GRUPO, notas="Sí")])
    undo = next(action for text, action in entries(desk).items() if text.startswith("Deshacer"))
    assert undo.text() == "Deshacer «Cambiar R&&D de “Escuelas”»"
    undo.trigger()
    assert "Rehacer «Cambiar RD de “Escuelas”»" in enabled(desk)
    assert "Deshacer" not in enabled(desk)


def test_a_long_reason_is_shortened(desk: Desk, path: Path) -> None:
    desk.open(path)
    desk.project.edit("Cambiar " + "muy " * 40 + "largo", [cambio(GRUPO, notas="Sí")])
    (text,) = [text for text in enabled(desk) if text.startswith("Deshacer")]
    assert len(text) < 65
    assert text.endswith("…»")


def test_the_recent_projects_are_listed_when_they_are_looked_for(desk: Desk, path: Path) -> None:
    recent = submenu(desk, "Abrir reciente")
    recent.aboutToShow.emit()
    assert [(action.text(), action.isEnabled()) for action in recent.actions()] == [
        ("No hay proyectos recientes", False)
    ]
    desk.open(path)
    other = desk.make(RECORDS, "R&D.promueve")
    desk.open(other)
    recent.aboutToShow.emit()
    assert [action.text().replace("&&", "&") for action in recent.actions()] == [str(other), str(path)]
    recent.actions()[1].trigger()
    desk.settle()
    assert desk.project.path == path


def test_the_theme_in_force_is_ticked_and_can_be_changed(desk: Desk) -> None:
    themes = {action.text(): action for action in submenu(desk, "Tema").actions()}
    assert [text for text, action in themes.items() if action.isChecked()] == ["Como el sistema"]
    themes["Oscuro"].trigger()
    assert desk.window.context.settings.tema is Tema.OSCURO
    assert [text for text, action in themes.items() if action.isChecked()] == ["Oscuro"]


def picture(icon: QIcon) -> bytes:
    return bytes(icon.pixmap(16, 16).toImage().constBits())


def test_icons_follow_the_theme(desk: Desk) -> None:
    desk.window.context.set_theme(Tema.CLARO)
    action = entries(desk)["Abrir…"]
    light = picture(action.icon())
    desk.window.context.set_theme(Tema.OSCURO)
    assert picture(action.icon()) != light


def test_the_tick_of_the_guide_tells_whether_it_is_shown(desk: Desk, path: Path) -> None:
    desk.open(path)
    guide, view = entries(desk)["Guía"], menus(desk)["Ver"]
    for _ in range(2):
        view.aboutToShow.emit()
        assert guide.isChecked() is desk.window.guide_shown
        guide.trigger()
        view.aboutToShow.emit()
        assert guide.isChecked() is desk.window.guide_shown


def test_the_finder_is_there_only_with_a_project(desk: Desk, path: Path) -> None:
    finder = desk.window.menuBar().cornerWidget()
    assert isinstance(finder, QPushButton)
    assert finder.isHidden()
    desk.open(path)
    assert not finder.isHidden()
    assert "Ctrl+K" in finder.text()


@pytest.mark.parametrize("theme_chosen", [Tema.CLARO, Tema.OSCURO])
def test_every_menu_has_room_in_a_narrow_window(desk: Desk, path: Path, theme_chosen: Tema) -> None:
    desk.window.context.set_theme(theme_chosen)
    desk.open(path)
    bar = desk.window.menuBar()
    finder = bar.cornerWidget()
    assert isinstance(finder, QPushButton)
    for width, text in ((683, "Buscar"), (1100, "Buscar en todo el proyecto (Ctrl+K)")):
        desk.window.setMinimumSize(0, 0)  # as on a screen of 1366×768 at 200 %
        desk.window.resize(width, 600)
        desk.settle()
        assert finder.text() == text
        assert finder.accessibleName() == "Buscar en todo el proyecto (Ctrl+K)"
        assert finder.width() >= finder.sizeHint().width()
        last = bar.actionGeometry(bar.actions()[-1])
        assert not last.isEmpty()
        assert last.right() < finder.x()
        assert not any(more.isVisible() for more in bar.findChildren(QToolButton))
