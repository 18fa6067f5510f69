"""The steps at the left: number, name, owner and state of each. Shrinks to the circles on a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from promueve_gui.domain.flow import PASOS, EstadoPaso, Paso
from promueve_gui.domain.institucion import Institucion
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.clamped_label import HeadingLabel
from promueve_gui.gui.widgets.parts import label
from promueve_gui.gui.widgets.rows import fill, has_focus, is_selected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

WIDE, NARROW = 224, 64
NAME_LINES = 4  # of the institution; a longer name must not push the steps out of sight
ROW_HEIGHT = 56
CIRCLE = 22
ICONS = {"inicio": "home-outline", "entregables": "package-down"}  # pages without a number
PASO = Qt.ItemDataRole.UserRole


class StepDelegate(QStyledItemDelegate):
    """Paints one step: a circle with a number or sign, its name, its owner."""

    def __init__(self, context: Context) -> None:
        """Take the colours."""
        super().__init__()
        self._context = context
        self.states: Mapping[Paso, EstadoPaso] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a step."""
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the step."""
        c = self._context.colores
        selected = is_selected(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            fill(painter, option.rect, QColor(c.seleccion))
            fill(painter, QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(c.acento))
        if has_focus(option, index):
            painter.setPen(QPen(QColor(c.acento), 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(5, 2, -3, -3))
        paso: Paso = index.data(PASO)
        top = option.rect.top() + 10
        self._circle(
            painter,
            QRectF(option.rect.left() + 20, top + 3, CIRCLE, CIRCLE),
            paso,
            self.states.get(paso, EstadoPaso.NADA),
            selected,
        )
        if option.rect.width() > NARROW + GRID:
            left, width = option.rect.left() + 54, option.rect.width() - 60
            self._text(painter, left, top, width, paso)
        painter.restore()

    def _text(self, painter: QPainter, left: int, top: int, width: int, paso: Paso) -> None:
        c = self._context.colores
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(c.texto))
        painter.drawText(left, top + 13, paso.nombre)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(c.secundario))
        shown = painter.fontMetrics().elidedText(paso.responsable, Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, top + 31, shown)

    def _circle(self, painter: QPainter, box: QRectF, paso: Paso, estado: EstadoPaso, selected: bool) -> None:
        c = self._context.colores
        sign, ink, fill = str(paso.numero or ""), c.secundario, QColor(0, 0, 0, 0)
        line = c.linea if not c.oscuro else c.secundario
        if estado is EstadoPaso.COMPLETO:
            sign, ink, fill, line = "✓", c.superficie, QColor(c.bien), c.bien
        elif estado is EstadoPaso.ATENCION:
            sign, ink, fill, line = "!", c.atencion, QColor(c.atencion_suave), c.atencion
        elif estado is EstadoPaso.EN_PROGRESO or selected:
            ink = line = c.acento
        painter.setPen(QPen(QColor(line), 1.4))
        painter.setBrush(fill)
        painter.drawEllipse(box)
        if not sign:
            icon = self._context.icon(ICONS[paso.clave], ink)
            icon.paint(painter, box.toRect().adjusted(4, 4, -4, -4))
            return
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


class StepList(QFrame):
    """Institution above, steps beneath."""

    chosen = Signal(object)  # Paso

    def __init__(self, context: Context, project: Project) -> None:
        """List the steps of the flow."""
        super().__init__()
        self._project = project
        self.setObjectName("lateral")
        self._name = HeadingLabel("subtitulo", NAME_LINES)
        self._program = label("", "menor")
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        head.setSpacing(4)
        head.addWidget(self._name)
        head.addWidget(self._program)
        self.list = QListWidget()
        self.list.setObjectName("pasos")
        self.list.setAccessibleName("Pasos")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._delegate = StepDelegate(context)
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, paso in enumerate(PASOS):
            item = QListWidgetItem()
            item.setData(PASO, paso)
            item.setToolTip(f"{paso.nombre} · {paso.responsable} (Ctrl+{number})")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{paso.nombre}, {paso.responsable}")
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._on_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        self.set_narrow(narrow=False)
        self.refresh_name()

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(PASO))

    def refresh_name(self, _cambios: object = None) -> None:
        """Show the institution and the year of its program."""
        institucion = self._project.proyecto.unico(Institucion)
        self._name.say(institucion.nombre if institucion else "")
        self._program.setText(f"Programa de promoción {institucion.anio or ''}" if institucion else "")

    def set_current(self, paso: Paso) -> None:
        """Mark the page that is shown."""
        self.list.setCurrentRow(PASOS.index(paso))

    def set_states(self, states: Mapping[Paso, EstadoPaso]) -> None:
        """Show the state of each step, in words for a screen reader too."""
        self._delegate.states = states
        for row in range(self.list.count()):
            item = self.list.item(row)
            paso = item.data(PASO)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{paso.nombre}, {paso.responsable}: {states[paso].etiqueta.lower()}",
            )

    def set_narrow(self, *, narrow: bool) -> None:
        """Shrink to the circles, or show names again."""
        self._head.setVisible(not narrow)
        self.setFixedWidth(NARROW if narrow else WIDE)
