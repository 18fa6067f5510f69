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
    """Plain text in the height of ``lines`` lines, whatever it says, so that nothing around it moves."""

    def __init__(self, style: str = "", lines: int = 1) -> None:
        """Start empty; ``style`` names a rule of the style sheet."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(style)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lines = lines

    def say(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the size of the lines, whatever they say."""
        return QSize(0, self._lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Return the size of the lines too."""
        return self.sizeHint()

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


class HeadingLabel(ClampedLabel):
    """As tall as its text, and no taller than its lines: a short one leaves no room empty."""

    def __init__(self, style: str = "", lines: int = 1) -> None:
        """Start empty."""
        super().__init__(style, lines)
        self.setWordWrap(True)  # or Qt would not ask for a height that goes with the width

    def say(self, text: str) -> None:
        """Show a text, in the room that it takes."""
        super().say(text)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the text takes."""
        return len(self._laid_out(width)) * self.fontMetrics().lineSpacing()
