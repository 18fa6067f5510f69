"""How lines are written and drawn in rows, cards and bars: the signs of their state, their marks, texts that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from promueve_gui.gui.pasos.plan.vistas.line_signs import LINE_SIGNS
from promueve_gui.gui.widgets.record_delegate import CHIPS
from promueve_gui.gui.widgets.text_pen import SIGN, TextPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from promueve_gui.domain.vocabularios import EstadoLinea
    from promueve_gui.gui.pasos.plan.vistas.line_signs import Mark

GAP = 4.0


class LinePen(TextPen):
    """A pen that knows what is drawn of a line."""

    def inks(self, estado: EstadoLinea | None) -> tuple[QColor, QColor]:
        """Return ink and ground of a state."""
        name = CHIPS.get(estado, "") if estado else ""
        return (
            (self.colour(name), self.colour(f"{name}_suave"))
            if name
            else (self.colour("secundario"), self.colour("fondo"))
        )

    def signed(self, box: QRectF, text: str, ink: QColor, marks: Sequence[Mark], *, pixels: int = 0) -> None:
        """Write a text with its marks right after it."""
        taken = len(marks) * (SIGN + GAP / 2)
        written = self.write(box.adjusted(0, 0, -taken, 0), text, ink, pixels=pixels)
        self.marks(QRectF(box.left(), box.top(), min(written + GAP + taken, box.width()), box.height()), marks)

    def state(self, box: QRectF, estado: EstadoLinea | None) -> QRectF:
        """Draw the sign of a state at the left of a box and return the rest of it."""
        self.glyph(QRectF(box.left(), box.top(), SIGN, box.height()), LINE_SIGNS[estado], self.inks(estado)[0])
        return box.adjusted(SIGN + GAP, 0, 0, 0)

    def marks(self, box: QRectF, marks: Sequence[Mark]) -> QRectF:
        """Draw the marks of a line at the right of a box and return the rest of it."""
        right = box.right()
        for mark in reversed(marks):
            self.glyph(QRectF(right - SIGN, box.top(), SIGN, box.height()), mark.glyph, self.colour(mark.colour))
            right -= SIGN + GAP / 2
        return QRectF(box.left(), box.top(), right - box.left(), box.height())
