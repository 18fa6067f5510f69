"""Tells on opening what is pressing, in a quiet strip: once a day for each project, and never in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import SIGN_PIXELS, button, label, row, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.application.alerts import Alerta
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell

REMEMBERED = 7  # days
DELAY_MS = 800  # after the first review, so that the window is not kept waiting


class AlertStrip(QFrame):
    """One line: what is pressing, a way to see it, a way to put it away."""

    def __init__(self, context: Context, see: Callable[[], object]) -> None:
        """Start hidden."""
        super().__init__()
        self._context = context
        self.setObjectName("franja")
        self._sign = QLabel()
        self.text = label("")
        self.see = button("Ver avisos", see, "enlace")
        self.close_button = tool("Cerrar; los avisos siguen en Inicio", context.icon("close"), self.hide)
        layout = row(self._sign, self.text, self.see, None, self.close_button)
        layout.setContentsMargins(2 * GRID, 2, GRID, 2)
        self.setLayout(layout)
        context.theme_changed.connect(self._tint)
        self._tint()
        self.hide()

    def tell(self, said: str) -> None:
        """Show a sentence."""
        self.text.setText(said)
        self.setAccessibleName(f"Avisos: {said}")
        self.show()

    def _tint(self) -> None:
        icon = self._context.icon("clock-outline", self._context.colores.atencion)
        self._sign.setPixmap(icon.pixmap(SIGN_PIXELS, SIGN_PIXELS))
        self.close_button.setIcon(self._context.icon("close"))


class Alerting(QObject):
    """Follows the projects that one window opens."""

    def __init__(self, window: Shell, context: Context) -> None:
        """Put the strip, hidden, above the pages of the window."""
        super().__init__(window)
        self._window, self._context = window, context
        self._project: Project | None = None
        self._waiting = False  # for the first review
        self.strip = AlertStrip(context, self.show_all)
        centre = window.centralWidget()
        layout = None if centre is None else centre.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.strip)
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._look)

    def follow(self, project: Project | None) -> None:
        """Tell about a project that was opened, or about none any more."""
        self._timer.stop()
        self.strip.hide()
        self._project = project
        self._waiting = project is not None and self._today() not in self._told()
        if project is not None and self._waiting:
            project.reviewed.connect(self._on_reviewed)

    def pending(self) -> bool:
        """Tell whether it is still to be looked what is pressing."""
        return self._waiting or self._timer.isActive()

    def show_all(self) -> None:
        """Show all that is pressing, however often it was told."""
        self._ask(self._show)

    def _on_reviewed(self) -> None:
        if self._waiting:  # the first of them
            self._waiting = False
            self._timer.start()

    def _look(self) -> None:
        self._ask(self._tell)

    def _ask(self, answer: Callable[[Sequence[Alerta]], None]) -> None:
        from promueve_gui.application.alerts import alerts

        project, services = self._project, self._context.services
        if project is None or project.busy:
            return
        snapshot = project.session.snapshot()
        task = self._window.runner.start(lambda _: alerts(snapshot, services.today(), services.feriados))
        task.succeeded.connect(lambda found: answer(found) if project is self._project else None)
        task.crashed.connect(project.crashed)

    def _tell(self, found: Sequence[Alerta]) -> None:
        from promueve_gui.application.alerts import summary

        if found:
            days = [*self._told(), self._today()][-REMEMBERED:]
            self._context.settings.set_text(self._key(), " ".join(days))
            self.strip.tell(summary(found))

    def _show(self, found: Sequence[Alerta]) -> None:
        from promueve_gui.gui.dialogs.alerts import AlertsDialog

        self.strip.hide()
        dialog = AlertsDialog(self._window, self._context, found)
        if self._window.wizard is not None:
            dialog.chosen.connect(self._window.wizard.jump)
        dialog.open()

    def _today(self) -> str:
        return self._context.services.today().isoformat()

    def _told(self) -> list[str]:
        """Return the last days on which this project was told about: a clock set back and forth has seen several."""
        return self._context.settings.text(self._key()).split()

    def _key(self) -> str:
        path = "" if self._project is None else self._project.path.as_posix()
        return f"avisos/{path.replace('/', '|')}"  # or it would be taken for folders of settings
