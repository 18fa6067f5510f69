"""What the parts of the window know of the window: enough to ask, tell and open, without knowing the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QByteArray

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.crash import CrashHandler
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from promueve_gui.gui.widgets.parts import Banner
    from promueve_gui.gui.wizard import ProjectWizard


FRAME = QSize(16, 48)  # pixels of the screen that the borders and the title of a window may take


class Shell(QMainWindow):
    """The face of ``MainWindow`` that menus, commands, opening, importing and exporting see."""

    action_asked = Signal(str)  # what a page wants of the menus, by name

    banner: Banner
    context: Context
    crash: CrashHandler
    messages: Messages
    runner: TaskRunner
    project: Project | None
    wizard: ProjectWizard | None

    def keep_on_screen(self, smallest: QSize) -> None:
        """Let nobody make the window smaller, unless the screen itself is, with what frames a window."""
        self.setMinimumSize(smallest.boundedTo(self.screen().availableGeometry().size() - FRAME))

    def take_place(self, remembered: QByteArray) -> None:
        """Stand where the window stood last; the first time, fill a screen on which it would not fit."""
        room = self.screen().availableGeometry().size()
        if not self.restoreGeometry(remembered) and (room.width() <= self.width() or room.height() <= self.height()):
            self.resize(self.size().boundedTo(room))
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def close_project(self) -> bool:
        """Close the project; false when something is not saved and the user wants to stay."""
        raise NotImplementedError

    def import_files(self, paths: list[Path]) -> None:
        """Import files into the open project."""
        raise NotImplementedError

    def told_export(self, written: Path) -> None:
        """Tell what was written, and offer to open it."""
        raise NotImplementedError

    @property
    def guide_shown(self) -> bool:
        """Tell whether a guide is on screen."""
        raise NotImplementedError

    def toggle_guide(self) -> None:
        """Show the guide if it is not there, hide it if it is, and remember that."""
        raise NotImplementedError
