"""Taking back one line of the bitácora, however old, while nothing depends on it; and saying why not otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from promueve_gui.application.mensajes import mensaje
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.widgets.parts import button, label, row

if TYPE_CHECKING:
    from promueve_gui.application.ports import Asiento
    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.domain.errors import UserError
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.project import Project

RECEPTION = "Recibir «"  # how the reason of a reception begins
TAKE_BACK, TAKE_BACK_RECEPTION = "Deshacer este cambio", "Deshacer esta recepción"
EDITS = frozenset({"editar", "rehacer"})  # what a line says of an edition that was made


class RevertBar(QWidget):
    """A button for the line that is chosen, and what became of it."""

    def __init__(self, project: Project) -> None:
        """Wait for a line."""
        super().__init__()
        self._project = project
        self._edicion: Id | None = None
        self._asked = False  # while the session was busy
        self.said = label("", "secundario", wrap=True)
        self.button = button(TAKE_BACK, self._revert)
        layout = row(self.said, self.button)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.follow(None)

    def follow(self, asiento: Asiento | None) -> None:
        """Offer to take back the edition of a line, if it is one."""
        mine = asiento is not None and asiento.accion in EDITS and not self._project.read_only
        self._edicion = asiento.edicion if asiento is not None and mine else None
        is_reception = asiento is not None and asiento.detalle.startswith(RECEPTION)
        self.button.setText(TAKE_BACK_RECEPTION if is_reception else TAKE_BACK)
        self.button.setEnabled(self._edicion is not None)
        self._asked = False
        self.said.setText("")

    def go_on(self) -> None:
        """Do what was asked for while the session was busy."""
        if self._asked:
            self._asked = False
            self._revert()

    def _revert(self) -> None:
        edicion = self._edicion
        if edicion is None:
            return
        if self._project.busy:  # the chosen line is being read; it takes a moment
            self._asked = True
            return
        task = self._project.run_long(lambda session, _: session.revert(edicion))
        ProgressDialog(self.window(), "Deshaciendo…", task, can_cancel=False)
        task.succeeded.connect(self._on_reverted)
        task.refused.connect(self._on_refused)
        task.crashed.connect(self._project.crashed)

    def _on_reverted(self, edicion: Edicion) -> None:
        self.said.setText(f"Hecho: {edicion.motivo}.")

    def _on_refused(self, error: UserError) -> None:
        self.said.setText(mensaje(error))
