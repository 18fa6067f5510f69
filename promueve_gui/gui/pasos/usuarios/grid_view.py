"""The power–interest grid with its tray, and the bridge between both and the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from promueve_gui.application.stakeholders import describe, place, unplace, unplaced
from promueve_gui.domain.formato import ESCALA_MAXIMA
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.pasos.usuarios.drawings import GridDrawing
from promueve_gui.gui.pasos.usuarios.grade_typing import GradeTyping
from promueve_gui.gui.pasos.usuarios.marks import mark_icon
from promueve_gui.gui.pasos.usuarios.power_grid import PowerGrid
from promueve_gui.gui.widgets.carrier import Carrier
from promueve_gui.gui.widgets.parts import column
from promueve_gui.gui.widgets.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

TALLEST_TRAY, LOWEST_TRAY = 104, 42  # pixels: three lines of it, or one where there is little room
TRAY_SHARE = 0.24
MIDDLE = (ESCALA_MAXIMA + 1) // 2
PLACED = "todos colocados"
TYPING = "Poder {poder}; falta el interés: escriba un número del 1 al 5"


class GridView(QWidget):
    """Grid and tray of the groups that the list shows."""

    TITLE = "Poder e interés"
    FILE = "poder-e-interes"
    NOTE = ""

    chosen = Signal(object)  # Id
    open_asked = Signal(object)  # Id
    said = Signal()  # ``status`` says something else

    def __init__(self, context: Context, project: Project) -> None:
        """Start without groups."""
        super().__init__()
        self._project = project
        self._groups: Sequence[GrupoUsuarios] = ()
        self._waiting = 0
        self.grid = PowerGrid(context)
        self.grid.editable = not project.read_only
        ratio = self.devicePixelRatioF()
        self.tray = Tray("Grupos sin colocar", lambda grupo: mark_icon(context, grupo.clase, ratio), describe)
        layout = column(self.grid, self.tray)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._typing = GradeTyping(self)
        self._typed_for: Id | None = None
        self._connect()

    def _connect(self) -> None:
        self.grid.chosen.connect(self.chosen)
        self.grid.open_asked.connect(self.open_asked)
        self.grid.place_asked.connect(self._place)
        self.grid.unplace_asked.connect(self._unplace)
        self.tray.open_asked.connect(self.open_asked)
        self.tray.place_asked.connect(self._place_in_the_middle)
        self.tray.selectionModel().currentChanged.connect(lambda *_: self._on_tray())
        for widget in (self.grid, self.tray):
            widget.installEventFilter(self)
        self._typing.typed.connect(self._on_typed)
        self._typing.waiting.connect(self._on_waiting)
        carrier = Carrier(self)
        carrier.add_source(self.grid, self.grid.pick)
        carrier.add_source(self.tray.viewport(), self._pick_from_tray)
        carrier.add_target(self.grid, self.grid.set_target, self._drop_on_grid)
        carrier.add_target(self.tray, lambda _: None, lambda _, identidad: self._unplace(identidad))

    def set_groups(self, groups: Sequence[GrupoUsuarios]) -> None:
        """Show these groups, the placed ones on the grid and the others in the tray."""
        if groups and list(groups) == list(self._groups):
            return  # as after each change made here, which is shown at once
        self._groups = groups
        self.grid.set_groups(groups)
        all_placed = self.grid.placed == len(groups)
        waiting = [] if all_placed else unplaced(groups)
        self._waiting = len(waiting)
        self.tray.set_records(waiting)
        self.tray.setVisible(bool(waiting))

    def set_current(self, identidad: Id | None) -> None:
        """Follow the cursor of the list."""
        self.grid.set_current(identidad)
        if identidad is not None:
            self.tray.select(identidad)

    @property
    def typing(self) -> bool:
        """Tell whether one of two grades is typed."""
        return self._typing.poder is not None

    def status(self) -> str:
        """Say how many groups wait for their place, or what is being typed."""
        if self.typing:
            return TYPING.format(poder=self._typing.poder)
        if not self._waiting:
            return PLACED if self._groups else ""
        hint = "arrástrelos, o escriba su poder y su interés" if self.grid.editable else "falta su poder o su interés"
        return f"{self._waiting} sin colocar: {hint}"

    def drawing(self) -> GridDrawing:
        """Return the picture of the grid, to be saved."""
        return GridDrawing(self._groups)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the digits that are typed on a point, or on a group of the tray."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self.grid.editable:
            return False
        identidad = self.grid.current if watched is self.grid else self.tray.current_id()
        if identidad is None or (watched is self.grid and self.grid.point_of(identidad) is None):
            return False
        if identidad != self._typed_for:
            self._typing.forget()
        self._typed_for = identidad
        return self._typing.take(event.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the grid its room where there is little."""
        super().resizeEvent(event)
        self.tray.setFixedHeight(min(max(int(self.height() * TRAY_SHARE), LOWEST_TRAY), TALLEST_TRAY))

    def _on_waiting(self, poder: int | None) -> None:
        self.grid.light_row(poder)
        self.said.emit()

    def _on_typed(self, poder: int, interes: int) -> None:
        if self._typed_for is not None:
            from_tray = self.tray.hasFocus()
            self._place(self._typed_for, poder, interes)
            if from_tray and self.tray.isHidden():
                self.grid.setFocus()

    def _pick_from_tray(self, place: QPoint) -> tuple[Id, str] | None:
        return self.tray.at(place) if self.grid.editable else None

    def _on_tray(self) -> None:
        identidad = self.tray.current_id()
        if identidad is not None and self.tray.hasFocus():
            self.chosen.emit(identidad)

    def _drop_on_grid(self, where: QPoint, identidad: Id) -> None:
        grades = self.grid.grades_at(where)
        if grades is not None:
            self._place(identidad, *grades)

    def _place_in_the_middle(self, identidad: Id) -> None:
        if self.grid.editable:
            self._place(identidad, MIDDLE, MIDDLE)
            self.grid.setFocus()

    def _place(self, identidad: Id, poder: int, interes: int) -> None:
        self._edit(identidad, *place(self._group(identidad), poder, interes))
        self.chosen.emit(identidad)
        self.grid.set_current(identidad)

    def _unplace(self, identidad: Id) -> None:
        self._edit(identidad, *unplace(self._group(identidad)))
        self.tray.select(identidad)

    def _edit(self, identidad: Id, motivo: str, cambiado: Cambio | None) -> None:
        self._project.edit(motivo, [cambiado])
        now = self._group(identidad)
        self.set_groups([now if grupo.id == identidad else grupo for grupo in self._groups])
        self.said.emit()

    def _group(self, identidad: Id) -> GrupoUsuarios:
        return cast("GrupoUsuarios", self._project.proyecto.get(GrupoUsuarios, identidad))
