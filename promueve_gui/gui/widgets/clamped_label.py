"""A text in as many lines as there is room for; what does not fit ends in «…» and is told by its tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ClampedLabel(QLabel):
    """Plain text, never more than ``lines`` lines of it."""

    def __init__(self, style: str = "") -> None:
        """Start empty, with one line; ``style`` names a rule of the style sheet."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(style)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lines = 1

    def set_lines(self, lines: int) -> None:
        """Take up to so many lines."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def say(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.updateGeometry()
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow text is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the text takes at a width."""
        return len(self._laid_out(width)) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """Return the size of the text as wide as it is now."""
        return QSize(self.width(), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(0, self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics, lines = self.fontMetrics(), self._laid_out(self.width())
        top = max(0.0, (self.height() - len(lines) * metrics.lineSpacing()) / 2)
        for place, line in enumerate(lines):
            painter.drawText(QPointF(0, top + place * metrics.lineSpacing() + metrics.ascent()), line)
        painter.end()

    def _laid_out(self, width: int) -> list[str]:
        """Return the lines of the text at a width, the last of them cut."""
        text, layout = self.text(), QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= self._lines and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        lines = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
        if len(starts) > self._lines:
            rest = text[starts[self._lines - 1] :]
            cut = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
            return [*lines[: self._lines - 1], cut]
        return lines
