"""What is pressing: overdue lines, those of the next days, data without a line; each leads to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QWidget

from promueve_gui.application.alerts import DIAS, ClaseAlerta
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.parts import EmptyState, button
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.alerts import Alerta
    from promueve_gui.gui.context import Context

HINT = f"Lo vencido, lo que toca en los próximos {DIAS} días y los datos que salen sin actividad. Entrar lleva ahí."
NOTHING = ("Nada urgente", f"No hay actividades vencidas, ni nada que salga en los próximos {DIAS} días.")
HEADINGS = {
    ClaseAlerta.VENCIDA: "Vencidas",
    ClaseAlerta.SIN_ACTIVIDAD: "Datos por salir sin actividad",
    ClaseAlerta.PROXIMA: "Próximas",
}
_ALERT = Qt.ItemDataRole.UserRole


class AlertsDialog(PlainDialog):
    """The alerts by kind."""

    chosen = Signal(str, str, str)  # entity, identity, field: where to go

    def __init__(self, parent: QWidget, context: Context, found: Sequence[Alerta]) -> None:
        """Show what was found."""
        super().__init__(parent, "Avisos", 720, 520, HINT)
        self.tree = QTreeWidget()
        self.tree.setObjectName("arbol")
        self.tree.setAccessibleName("Avisos")
        self.tree.setHeaderHidden(True)
        self._fill(found)
        see = button("Ir a lo elegido", self._go, "primario")
        see.setEnabled(False)
        self.tree.currentItemChanged.connect(lambda item, _: see.setEnabled(bool(item) and item.parent() is not None))
        self.tree.itemActivated.connect(lambda *_: self._go())
        if not found:
            icon = context.icon("check-circle", context.colores.bien)
            self.body.addWidget(EmptyState(icon, *NOTHING), 1)
            return
        self.body.addWidget(self.tree, 1)
        self.buttons.addButton(see, QDialogButtonBox.ButtonRole.ActionRole)
        self.tree.setFocus()

    def _fill(self, found: Sequence[Alerta]) -> None:
        for clase, heading in HEADINGS.items():
            own = [alerta for alerta in found if alerta.clase is clase]
            if not own:
                continue
            group = QTreeWidgetItem([f"{heading} ({len(own)})"])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(group)
            for alerta in own:
                item = QTreeWidgetItem([alerta.texto])
                item.setData(0, _ALERT, alerta)
                item.setToolTip(0, plain_tip(alerta.texto))
                group.addChild(item)
            group.setExpanded(True)

    def _go(self) -> None:
        item = self.tree.currentItem()
        alerta: Alerta | None = None if item is None else item.data(0, _ALERT)
        if alerta is not None:
            self.chosen.emit(alerta.entidad, alerta.id, "")
            self.accept()
