"""The controls over a list: in one line where there is room, in several where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    Pair = tuple[QWidget, QSize]


class FlowRow(QWidget):
    """First, middle and last controls: the first, a search field, takes the room left over.

    When they do not fit in one line, the first and the last, a primary button, share the first line; those of the
    middle follow in as many lines as they need. Where they are all alike (``spread`` is false), each line simply
    takes as many as fit, and nothing is stretched.
    """

    def __init__(self, *widgets: QWidget, spread: bool = True) -> None:
        """Lay out ``widgets`` in their order, which is also that of the keyboard."""
        super().__init__()
        self._spread = spread
        self._widgets: tuple[QWidget, ...] = widgets
        self._taken: tuple[QSize, int] | None = None  # what was last asked for
        for widget in widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Put more controls after the others."""
        self._widgets = (*self._widgets, *widgets)
        for widget in widgets:
            widget.setParent(self)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Tell that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that ``width`` allows."""
        return self._arrange(width, apply=False)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        sizes = [widget.sizeHint() for widget in self._shown()]
        width = sum(size.width() for size in sizes) + GRID * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return how narrow the lines can get."""
        pairs = self._pairs()
        first = [*pairs[:1], *pairs[1:][-1:]] if self._spread else pairs[:1]
        widths = [self._width(first), *(_narrowest(widget, size) for widget, size in pairs[1:])]
        return QSize(max(widths), max((size.height() for _, size in pairs), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every control in its place."""
        super().resizeEvent(event)
        self._arrange(self.width(), apply=True)

    def event(self, event: QEvent) -> bool:
        """Place the controls anew when one of them changes its text or is hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange(self.width(), apply=True)
            taken = self.minimumSizeHint(), self.heightForWidth(self.width())
            if taken != self._taken:  # a word more in the same room is nobody else's business
                self._taken = taken
                self.updateGeometry()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _pairs(self) -> list[Pair]:
        pairs = [(widget, widget.sizeHint()) for widget in self._shown()]
        if pairs and self._spread:
            first, size = pairs[0]
            narrowest = max(first.minimumWidth(), first.minimumSizeHint().width())
            pairs[0] = (first, QSize(narrowest, size.height()))
        return pairs

    def _arrange(self, whole: int, *, apply: bool) -> int:
        top = 0
        for number, line in enumerate(self._lines(whole)):
            height = max(_height(widget, size, whole) for widget, size in line)
            left, spare = 0, max(0, whole - self._width(line))
            for place, (widget, size) in enumerate(line):
                width = min(size.width() + (spare if self._spread and number == place == 0 else 0), whole)
                tall = _height(widget, size, whole)
                if apply:
                    widget.setGeometry(QRect(left, top + (height - tall) // 2, width, tall))
                left += width + GRID
            top += height + GRID
        return max(0, top - GRID)

    def _lines(self, width: int) -> list[list[Pair]]:
        pairs = self._pairs()
        if not pairs or self._width(pairs) <= width:
            return [pairs] if pairs else []
        lines = [[pairs[0], *pairs[1:][-1:]]] if self._spread else [pairs[:1]]
        for pair in pairs[1:-1] if self._spread else pairs[1:]:
            if (len(lines) > 1 or not self._spread) and self._width([*lines[-1], pair]) <= width:
                lines[-1].append(pair)
            else:
                lines.append([pair])
        return lines

    def _width(self, line: list[Pair]) -> int:
        return sum(size.width() for _, size in line) + GRID * max(0, len(line) - 1)


def _height(widget: QWidget, size: QSize, whole: int) -> int:
    """Return how tall a control is in a line that is ``whole`` wide: one that has lines of its own may need several."""
    return widget.heightForWidth(whole) if widget.hasHeightForWidth() and size.width() > whole else size.height()


def _narrowest(widget: QWidget, size: QSize) -> int:
    return widget.minimumSizeHint().width() if widget.hasHeightForWidth() else size.width()
