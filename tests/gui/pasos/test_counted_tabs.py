"""Tabs say how many records their list holds, whatever happens to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.gui.pasos.counted_tabs import CountedTabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.project import Project

AREA = AreaGeneradora(id="a", nombre="Dirección de Caminos")


def test_counts_follow_what_comes_goes_and_is_withdrawn(qtbot: QtBot, open_project: Callable[..., Project]) -> None:
    project, tabs = open_project(AREA), QTabWidget()
    qtbot.addWidget(tabs)
    for name in ("Áreas", "Personas"):
        tabs.addTab(QWidget(), name)
    CountedTabs(tabs, project, {0: AreaGeneradora, 1: Persona})
    assert [tabs.tabText(place) for place in range(2)] == ["Áreas (1)", "Personas (0)"]
    project.edit("Nueva área", [alta(AreaGeneradora(id="b", nombre="Dirección de Puentes"))])
    assert tabs.tabText(0) == "Áreas (2)"
    project.edit("Retirar", [retiro(AREA, "Se unió a otra")])
    assert tabs.tabText(0) == "Áreas (1)"
    project.undo()
    project.undo()
    assert tabs.tabText(0) == "Áreas (1)"
    project.edit("Cambiar", [cambio(AREA, siglas="DC")])
    assert [tabs.tabText(place) for place in range(2)] == ["Áreas (1)", "Personas (0)"]


def test_one_edition_that_touches_everything_is_counted_as_a_whole(
    qtbot: QtBot, open_project: Callable[..., Project]
) -> None:
    project, tabs = open_project(AREA), QTabWidget()
    qtbot.addWidget(tabs)
    for name in ("Áreas", "Personas", "Con siglas"):
        tabs.addTab(QWidget(), name)
    CountedTabs(tabs, project, {0: AreaGeneradora, 1: Persona})
    CountedTabs(tabs, project, {2: AreaGeneradora}, {2: lambda area: bool(area.siglas)})
    nuevas = [alta(AreaGeneradora(id=f"n{numero}", nombre=f"Dirección {numero}")) for numero in range(3)]
    project.edit("Todo", [*nuevas, cambio(AREA, siglas="DC"), alta(Persona(id="p", nombre="Ana Ruiz"))])
    assert [tabs.tabText(place) for place in range(3)] == ["Áreas (4)", "Personas (1)", "Con siglas (1)"]
