"""What the last import moved: each dataset with the lines that it touches, and moving these along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from promueve_gui.application.moves import follow, moved
from promueve_gui.application.plan_lines import called, counted
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.parts import EmptyState, button, label
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from datetime import date

    from promueve_gui.application.moves import Movidos, Movimiento
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

HINT = "Se compara lo que el proyecto decía antes de la importación con lo que dice hoy."
NOTHING = ("Nada sigue movido", "Los conjuntos tienen hoy las fechas que tenían antes de esa importación.")
FIRST_WIDTH, DATE_WIDTH = 540, 110
_RECORD = Qt.ItemDataRole.UserRole


class MovesDialog(PlainDialog):
    """Lists movements; «Mover también las actividades» moves the lines of those that are ticked, as one edition."""

    chosen = Signal(str, str, str)  # entity, identity, field: where to go

    def __init__(self, parent: QWidget, context: Context, project: Project, found: Movidos) -> None:
        """Show what ``found`` holds."""
        super().__init__(parent, "Qué se movió", 860, 560, HINT)
        self._project, self._context, self._found = project, context, found
        self._movements: list[Movimiento] = []
        self._items: list[QTreeWidgetItem] = []
        self.body.addWidget(label(f"{found.titulo} · {found.momento:%d/%m/%Y %H:%M}", "subtitulo", wrap=True))
        self.tree = QTreeWidget()
        self.tree.setObjectName("arbol")
        self.tree.setAccessibleName("Conjuntos que se movieron y sus actividades")
        self.tree.setHeaderLabels(["Conjunto y sus actividades", "Antes", "Ahora"])
        self.tree.setColumnWidth(0, FIRST_WIDTH)
        self.tree.setColumnWidth(1, DATE_WIDTH)
        icon = context.icon("calendar", context.colores.secundario)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(EmptyState(icon, *NOTHING))
        self.move_button = button("", self.follow, "primario")
        see = button("Ir a lo elegido", self._go)
        self.body.addWidget(self._stack, 1)
        for made in (self.move_button, see):
            self.buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
        self.tree.itemChanged.connect(lambda *_: self._tell())
        self.tree.itemActivated.connect(lambda *_: self._go())
        project.changed.connect(self._refresh)
        self._refresh()

    def follow(self) -> None:
        """Move the lines of what is ticked along."""
        motivo, cambios = follow(self._project.proyecto, self._ticked(), self._context.services.feriados)
        self._project.edit(motivo, cambios)

    def _ticked(self) -> list[Movimiento]:
        pairs = zip(self._items, self._movements, strict=True)
        return [m for item, m in pairs if m.por_mover and item.checkState(0) is Qt.CheckState.Checked]

    def _refresh(self, _cambios: object = None) -> None:
        self._movements = moved(self._found.antes, self._project.proyecto)
        self.tree.blockSignals(True)
        self.tree.clear()
        self._items = [_item(movement) for movement in self._movements]
        self.tree.addTopLevelItems(self._items)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self._stack.setCurrentIndex(0 if self._movements else 1)
        self._tell()

    def _tell(self) -> None:
        many = sum(len(movement.por_mover) for movement in self._ticked())
        self.move_button.setText(f"Mover también {counted(many)}" if many else "No hay actividades por mover")
        self.move_button.setEnabled(bool(many) and not self._project.read_only)

    def _go(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            entidad, identidad = item.data(0, _RECORD)
            self.chosen.emit(entidad, identidad, "")
            self.accept()


def _item(movement: Movimiento) -> QTreeWidgetItem:
    texts = [movement.texto, _day(movement.antes), _day(movement.despues)]
    made = _line(texts, ConjuntoDatos.ENTIDAD, movement.conjunto.id)
    if movement.por_mover:
        made.setCheckState(0, Qt.CheckState.Checked)
    for linea in movement.lineas:
        made.addChild(_line([called(linea), "", _day(linea.fecha)], LineaPlan.ENTIDAD, linea.id))
    return made


def _line(texts: list[str], entidad: str, identidad: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem(texts)
    made.setData(0, _RECORD, (entidad, identidad))
    made.setToolTip(0, plain_tip(texts[0]))
    return made


def _day(dia: date | None) -> str:
    return "sin fecha" if dia is None else fecha_corta(dia)
