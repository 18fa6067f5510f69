"""«Menú › Orden» in the manual, the help and the messages: each way exists in the window, by the name it has there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QTabWidget

from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.mensajes import MENSAJES
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.dialogs.advice import SIN_CORREO
from promueve_gui.gui.dialogs.profile import ProfileDialog
from promueve_gui.gui.opening import RESTORED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.gui.desk import Desk

STEP = " › "
PROFILE = "Perfil y catálogos"
# Ways of Windows, which are not ours to name.
OUTSIDE = {"Configuración": {"Aplicaciones"}, "Aplicaciones": {"Promueve"}, "Promueve": {"Desinstalar"}}
HELP = sorted(path for path in (find_root() / "ayuda").iterdir() if path.suffix in {".md", ".toml"})
TEXTS = {**{path.name: path.read_text("utf-8") for path in HELP}, **MENSAJES, "advice": SIN_CORREO, "opening": RESTORED}


@pytest.fixture
def ways(desk: Desk) -> dict[str, set[str]]:
    """Return what each menu, submenu and tab of «Perfil y catálogos» offers, by its name."""
    desk.open(desk.make([Institucion(id="i", nombre="Museo de Sitio", siglas="MS")]))
    found: dict[str, set[str]] = dict(OUTSIDE)
    for menu in desk.window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        found[_plain(menu.title())] = {_plain(action.text()) for action in menu.actions()}
    dialog = ProfileDialog(desk.window, desk.window.context, desk.project, desk.window.messages)
    (tabs,) = dialog.findChildren(QTabWidget)
    found[PROFILE] = {tabs.tabText(place) for place in range(tabs.count())}
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)  # what a tab holds is made when it is first looked at
        page = tabs.currentWidget()
        assert page is not None
        found[tabs.tabText(place)] = {_plain(made.text()) for made in page.findChildren(QPushButton)}
    dialog.deleteLater()
    return found


def lost(text: str, ways: Mapping[str, set[str]]) -> list[str]:
    """Return the steps of ``text`` that lead nowhere: «A › B», where A offers no B."""
    said = " ".join(text.replace("*", "").split())
    return [
        said[max(place.start() - 30, 0) : place.end() + 30]
        for place in re.finditer(STEP, said)
        if not any(
            said[place.end() :].startswith(tuple(offered - {""}))
            for name, offered in ways.items()
            if name and said[: place.start()].endswith(name)
        )
    ]


def test_every_way_that_a_text_shows_exists_in_the_window(ways: dict[str, set[str]]) -> None:
    assert {name: found for name, text in TEXTS.items() if (found := lost(text, ways))} == {}


def test_the_manual_shows_ways_through_every_menu_that_needs_one(ways: dict[str, set[str]]) -> None:
    said = " ".join(TEXTS["manual.md"].replace("*", "").split())
    assert {name for name in ways if f"{name}{STEP}" in said} >= {"Archivo", "Edición", "Importar", "Exportar", "Ayuda"}


def test_a_way_that_does_not_exist_is_found() -> None:
    ways = {"Archivo": {"Respaldos"}}
    assert lost("Use **Archivo ›\nRespaldos**.", ways) == []
    assert lost("Use Archivo › Copias.", ways) == ["Use Archivo › Copias."]
    assert lost("Use Ver › Respaldos.", ways) == ["Use Ver › Respaldos."]


def _plain(text: str) -> str:
    """Return a name as texts say it: without its mnemonic, its keys, its dots and what it adds between brackets."""
    return text.replace("&", "").partition("\t")[0].removesuffix("…").partition(" (")[0]
