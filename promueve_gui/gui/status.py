"""The status bar: when it was saved, what waits to be corrected, the bimester clock, which file it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStatusBar

from promueve_gui.domain.texto import contado
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import button, label
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.gui.project import Project


FILE_WIDTH = 320  # pixels; a longer name leaves out its middle
GAP = 12  # pixels on both sides of a passing message


class StatusBar(QStatusBar):
    """Quiet facts about the open project."""

    correct_asked = Signal()
    clock_asked = Signal()

    def __init__(self) -> None:
        """Start with nothing open."""
        super().__init__()
        self._saved = label("", "secundario")
        self._unfit = button("", self.correct_asked.emit, "enlace")
        self._unfit.setToolTip("Ir a lo que escribió y no se puede guardar como está")
        self._clock = button("", self.clock_asked.emit, "reloj")
        self._clock.setToolTip("Bimestre en curso (regla R8): ir a lo que se ha comunicado")
        self._clock.hide()
        self._file = ElidedLabel("")
        self._file.setObjectName("secundario")
        self._file.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._file.setMaximumWidth(FILE_WIDTH)
        self.addWidget(self._saved)
        self.addWidget(self._clock)
        self.addPermanentWidget(self._unfit)
        self.addPermanentWidget(self._file)
        self._unfit.hide()
        self.setSizeGripEnabled(False)
        self.messageChanged.connect(lambda _: self._show_clock())

    def follow(self, project: Project | None) -> None:
        """Tell about a project from now on, or about none."""
        self._saved.setText("")
        self._clock.setText("")
        self._show_clock()
        self._unfit.hide()
        self._file.setText("" if project is None else project.path.name)
        if project is None:
            return
        self._file.setToolTip(plain_tip(str(project.path)))
        self._saved.setText("Solo lectura" if project.read_only else "Todo está guardado")
        project.saved.connect(self._on_saved)
        project.failed.connect(lambda _: self._on_failed(project))
        project.reviewed.connect(lambda: self._on_reviewed(project))
        project.changed.connect(lambda _: self._tell_unfit(project))
        project.drafts.changed.connect(lambda: self._tell_unfit(project))

    def showMessage(self, text: str, timeout: int | None = 0) -> None:
        """Say something for a while, shortened where there is no room for the whole."""
        lasting = sum(part.width() for part in (self._unfit, self._file) if part.isVisible())
        room = self.width() - lasting - 2 * GAP
        super().showMessage(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room), timeout or 0)

    def _tell_unfit(self, project: Project) -> None:
        many = sum(not draft.unfinished for draft in project.drafts.waiting(project.proyecto))
        self._unfit.setText(contado(many, "dato por corregir", "datos por corregir"))
        self._unfit.setVisible(bool(many))

    def _on_saved(self) -> None:
        self._saved.setText(f"Guardado {datetime.now().astimezone():%H:%M}")

    def _on_failed(self, project: Project) -> None:
        if project.pending:
            self._saved.setText("Sin guardar")

    def _on_reviewed(self, project: Project) -> None:
        if project.overview is not None:
            self._clock.setText(project.overview.reloj)
            self._clock.setAccessibleName(f"{project.overview.reloj}. Ir a lo que se ha comunicado")
            self._show_clock()

    def _show_clock(self) -> None:
        """Show the clock unless it is not known yet, or a message stands in its place."""
        self._clock.setVisible(bool(self._clock.text()) and not self.currentMessage())
