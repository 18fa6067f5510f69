"""What Windows does to the wizard while it is being made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWizard

from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.wizard import ProjectWizard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.desk import Desk


class ResizedWizard(ProjectWizard):
    """A wizard on Windows, where leaving the style of the system gives it another size at once."""

    def setWizardStyle(self, style: QWizard.WizardStyle) -> None:
        super().setWizardStyle(style)
        QApplication.sendEvent(self, QResizeEvent(QSize(640, 400), self.size()))


def test_a_new_size_while_it_is_made_does_no_harm(desk: Desk, qtbot: QtBot) -> None:
    desk.open(desk.make([Institucion(id="i", nombre="Secretaría de Puertos")]))
    window = desk.window
    assert window.project is not None
    wizard = ResizedWizard(window.context, window.project, window.messages, window.runner)
    qtbot.addWidget(wizard)
    assert wizard.wizardStyle() is QWizard.WizardStyle.ModernStyle
    assert wizard.page(0) is not None
