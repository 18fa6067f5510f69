"""The rules as a list that unfolds: each says how it stands, beneath it are its gaps, and each gap can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from promueve_gui.domain.reglas import Estado
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from promueve_gui.application.review import Revision
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas import Hallazgo, Resultado
    from promueve_gui.gui.context import Context

TARGET = Qt.ItemDataRole.UserRole
SUMMARY = Qt.ItemDataRole.UserRole + 1
SHOWN_GAPS = 100
RULE_HEIGHT = 44
TEXT_LEFT, TEXT_GAP = 26, 4  # past the icon; before what follows
TITLE_LINE, SUMMARY_LINE = 18, 35  # where the two lines of a rule stand on
INDENTATION = 16
SIGNS = {
    Estado.CUMPLE: ("check-circle", "bien"),
    Estado.FALTA: ("alert-circle-outline", "atencion"),
    Estado.NO_APLICA: ("minus", "secundario"),
}


class RuleDelegate(QStyledItemDelegate):
    """Leaves room for the two lines of a rule, which the tree paints."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for two lines where there is a summary."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), RULE_HEIGHT) if index.data(SUMMARY) else size

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave out the text of a rule."""
        super().initStyleOption(option, index)
        if index.data(SUMMARY):
            option.text = ""


class RulesTree(QTreeWidget):
    """The board of rules."""

    jump_asked = Signal(str, str, str)  # entity, identity, field

    def __init__(self, context: Context) -> None:
        """Start empty."""
        super().__init__()
        self._context = context
        self._unfolded: set[str] = set()
        self.setAccessibleName("Reglas de la Guía")
        self.setColumnCount(2)
        self._delegate = RuleDelegate()
        self.setItemDelegateForColumn(0, self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(INDENTATION)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("reglas")
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(lambda item, _: self._go(item))
        self.itemClicked.connect(self._on_clicked)
        self.itemExpanded.connect(lambda item: self._unfolded.add(item.data(0, TARGET)))
        self.itemCollapsed.connect(lambda item: self._unfolded.discard(item.data(0, TARGET)))

    def show_review(self, revision: Revision, proyecto: Proyecto) -> None:
        """Show how each rule stands; what was unfolded stays so."""
        unfolded, scroll = set(self._unfolded), self.verticalScrollBar().value()
        self.clear()
        for resultado, cita in zip(revision.resultados, revision.citas, strict=True):
            item = self._rule(resultado, cita)
            self.addTopLevelItem(item)
            for hallazgo in resultado.hallazgos[:SHOWN_GAPS]:
                item.addChild(self._gap(hallazgo, proyecto))
            rest = len(resultado.hallazgos) - SHOWN_GAPS
            if rest > 0:
                item.addChild(QTreeWidgetItem([f"…y {rest} más"]))
            item.setExpanded(resultado.regla.id in unfolded)
        self._unfolded = unfolded
        self.verticalScrollBar().setValue(scroll)

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row; the title of a rule over its whole width, and the summary beneath it."""
        super().drawRow(painter, option, index)
        summary = index.data(SUMMARY)
        if not summary:
            return
        cell, colores = self.visualRect(index), self._context.colores
        left, whole = cell.left() + TEXT_LEFT, self.title_room(index)
        title, bold = index.data(Qt.ItemDataRole.DisplayRole), index.data(Qt.ItemDataRole.FontRole)
        painter.save()
        for text, font, colour, line, room in (
            (title, bold, colores.texto, TITLE_LINE, whole),
            (summary, self.font(), colores.secundario, SUMMARY_LINE, cell.right() - left),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, cell.top() + line, shown)
        painter.restore()

    def title_room(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how wide the title of a rule may be, in pixels."""
        return self.viewport().width() - self.visualRect(index).left() - TEXT_LEFT - TEXT_GAP

    def _rule(self, resultado: Resultado, cita: str) -> QTreeWidgetItem:
        gaps = bool(resultado.hallazgos)
        item = QTreeWidgetItem([resultado.titulo, "Ir a resolver" if gaps else ""])
        item.setData(0, SUMMARY, resultado.resumen)
        name, colour = SIGNS[resultado.estado]
        item.setIcon(0, self._icon(name, colour))
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        item.setFont(0, bold)
        item.setForeground(1, QColor(self._context.colores.acento))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignBottom)  # beside the summary: the title has the width to itself
        item.setData(0, TARGET, resultado.regla.id)
        item.setToolTip(0, plain_tip(f"{resultado.regla.id} · {resultado.estado.etiqueta}\n{cita}"))
        item.setData(
            0,
            Qt.ItemDataRole.AccessibleTextRole,
            f"{resultado.titulo}: {resultado.estado.etiqueta}. {resultado.resumen}",
        )
        return item

    def _gap(self, hallazgo: Hallazgo, proyecto: Proyecto) -> QTreeWidgetItem:
        titulo = proyecto.titulo(hallazgo.entidad, hallazgo.id) if hallazgo.id else ""
        text = f"{titulo}: {hallazgo.mensaje}" if titulo else hallazgo.mensaje
        item = QTreeWidgetItem([text, "Ir"])
        item.setForeground(1, QColor(self._context.colores.acento))
        item.setToolTip(0, plain_tip(text))
        item.setData(1, TARGET, [hallazgo.entidad, hallazgo.id, hallazgo.campo])
        return item

    def _icon(self, name: str, colour: str) -> QIcon:
        return self._context.icon(name, getattr(self._context.colores, colour))

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 1 or item.parent() is not None:
            self._go(item)
        else:
            item.setExpanded(not item.isExpanded())

    def _go(self, item: QTreeWidgetItem) -> None:
        first = item if item.parent() is not None else item.child(0)
        target = None if first is None else first.data(1, TARGET)
        if target:
            self.jump_asked.emit(*target)
