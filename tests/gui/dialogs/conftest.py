"""A window for dialogs to stand over, and a project for them to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.project import Project

INSTITUCION = Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026)
PERFIL = Perfil(id="p", nombre="Vigente", correo_asesoria="datos@ejemplo.gob.mx", nombre_asesoria="Mesa de ayuda")
AREA = AreaGeneradora(id="a", nombre="Dirección de Aguas")
GRUPO = GrupoUsuarios(id="g", nombre="Pescadores de la ribera", area="a")


@dataclass
class Host:
    """A window, and how to put dialogs over it."""

    widget: QWidget
    qtbot: QtBot

    def show(self, dialog: QDialog) -> None:
        """Open a dialog and wait until it is on screen."""
        dialog.open()
        self.qtbot.waitExposed(dialog)

    def is_freed(self, dialog: QDialog, close: Callable[[], object]) -> bool:
        """Tell whether closing a dialog frees it."""
        gone: list[bool] = []
        dialog.destroyed.connect(lambda: gone.append(True))
        close()
        self.qtbot.waitUntil(lambda: gone == [True])
        return True


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    """Return a window that is shown."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1093, 580)  # as much as a maximized window has on a screen of 1093 × 614
    widget.show()
    qtbot.waitExposed(widget)
    return Host(widget, qtbot)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return a small project of a made-up institution."""
    return open_project(INSTITUCION, PERFIL, AREA, GRUPO)
