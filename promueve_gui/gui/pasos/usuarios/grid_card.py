"""The card beside the list of groups: the grid, its tray, and the bridge between both, the list and the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QTimer, Signal

from promueve_gui.application.stakeholders import describe, is_placed, place, unplace
from promueve_gui.domain.formato import ESCALA_MAXIMA
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.pasos.usuarios.marks import mark_icon
from promueve_gui.gui.pasos.usuarios.power_grid import PowerGrid
from promueve_gui.gui.widgets.carrier import Carrier
from promueve_gui.gui.widgets.parts import Card, label, row, tool
from promueve_gui.gui.widgets.picture import save_picture
from promueve_gui.gui.widgets.tray import Tray

if TYPE_CHECKING:
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.models.record_table import RecordTableModel
    from promueve_gui.gui.project import Project

TRAY_HEIGHT = 104
MIDDLE = (ESCALA_MAXIMA + 1) // 2


class GridCard(Card):
    """Grid and tray of the groups that the list shows."""

    chosen = Signal(object)  # Id
    open_asked = Signal(object)  # Id

    def __init__(self, context: Context, project: Project, messages: Messages) -> None:
        """Start empty until ``follow`` says which list to show."""
        super().__init__()
        self._project = project
        self._model: RecordTableModel | None = None
        # Many cells may change at once; the picture is made once, when the dust has settled.
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._stale.timeout.connect(self.refresh)
        self.grid = PowerGrid(context)
        self.grid.editable = not project.read_only
        ratio = self.devicePixelRatioF()
        self.tray = Tray("Grupos sin colocar", lambda grupo: mark_icon(context, grupo.clase, ratio), describe)
        self.tray.setFixedHeight(TRAY_HEIGHT)
        self._count = label("", "menor", wrap=True)
        self.picture = tool(
            "Guardar la cuadrícula como imagen",
            context.icon("image-outline"),
            lambda: save_picture(self.grid, messages, "poder-e-interes"),
        )
        self.body.addLayout(row(label("Poder e interés", "subtitulo"), None, self.picture))
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._count)
        self.body.addWidget(self.tray)
        self._connect()

    def _connect(self) -> None:
        self.grid.chosen.connect(self._on_chosen)
        self.grid.open_asked.connect(self.open_asked)
        self.grid.place_asked.connect(self._place)
        self.grid.unplace_asked.connect(self._unplace)
        self.tray.open_asked.connect(self.open_asked)
        self.tray.place_asked.connect(self._place_in_the_middle)
        self.tray.selectionModel().currentChanged.connect(lambda *_: self._on_tray())
        carrier = Carrier(self)
        carrier.add_source(self.grid, self.grid.pick)
        carrier.add_source(self.tray.viewport(), self._pick_from_tray)
        carrier.add_target(self.grid, self.grid.set_target, self._drop_on_grid)
        carrier.add_target(self.tray, lambda _: None, lambda _, identidad: self._unplace(identidad))

    def follow(self, model: RecordTableModel) -> None:
        """Show the groups that a list shows: its search and filters hold here too."""
        self._model = model
        signals = (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged, model.layoutChanged)
        for signal in signals:
            signal.connect(self._stale.start)
        self.refresh()

    def refresh(self) -> None:
        """Show the groups as they are now, the placed ones on the grid and the others in the tray."""
        self._stale.stop()
        groups = [] if self._model is None else cast("list[GrupoUsuarios]", self._model.registros())
        self.grid.set_groups(groups)
        waiting = [grupo for grupo in groups if not is_placed(grupo)]
        self.tray.set_records(waiting)
        self.tray.setVisible(bool(waiting))
        hint = "arrástrelos a su lugar, o presione Entrar" if self.grid.editable else "falta su poder o su interés"
        text = f"Sin colocar ({len(waiting)}): {hint}" if waiting else "Todos los grupos de la lista están colocados."
        self._count.setText(text if groups else "Aquí aparecerán los grupos de la lista, según su poder y su interés.")

    def set_current(self, identidad: Id | None) -> None:
        """Follow the cursor of the list."""
        if self._stale.isActive():
            self.refresh()
        self.grid.set_current(identidad)
        if identidad is not None:
            self.tray.select(identidad)

    def _pick_from_tray(self, place: QPoint) -> tuple[Id, str] | None:
        return self.tray.at(place) if self.grid.editable else None

    def _on_chosen(self, identidad: Id) -> None:
        self.chosen.emit(identidad)

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
        self._edit(*place(self._group(identidad), poder, interes))
        self.grid.set_current(identidad)

    def _unplace(self, identidad: Id) -> None:
        self._edit(*unplace(self._group(identidad)))
        self.tray.select(identidad)

    def _edit(self, motivo: str, cambiado: Cambio | None) -> None:
        self._project.edit(motivo, [cambiado])
        self.refresh()

    def _group(self, identidad: Id) -> GrupoUsuarios:
        return cast("GrupoUsuarios", self._project.proyecto.get(GrupoUsuarios, identidad))
