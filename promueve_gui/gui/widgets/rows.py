"""How a row stands that a delegate paints, and its ground; told without Qt's ``QStyle`` and ``QGradient``.

Those two classes bring seven hundred names of enumerations with them, which PySide makes one by one: a tenth of the
start of a bare window, for three bits and a filled rectangle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    Index = QModelIndex | QPersistentModelIndex


def is_selected(option: QStyleOptionViewItem, index: Index) -> bool:
    """Tell whether the row at ``index`` is selected in the view that paints it."""
    return _view(option).selectionModel().isSelected(cast("QModelIndex", index))


def has_focus(option: QStyleOptionViewItem, index: Index) -> bool:
    """Tell whether the keyboard is at the row at ``index`` in the view that paints it."""
    view = _view(option)
    return view.hasFocus() and view.currentIndex() == index


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill a rectangle of whole pixels."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.restore()


def _view(option: QStyleOptionViewItem) -> QAbstractItemView:
    return cast("QAbstractItemView", option.widget)
