"""Recommendations by state and by how long they waited, as a picture that can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from promueve_gui.application.answers import Antiguedad, EstadoRespuesta, por_estado_y_edad
from promueve_gui.gui.pasos.recomendaciones.terms import words
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row
from promueve_gui.gui.widgets.picture import save_picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.pasos.recomendaciones.terms import Terms

HINT = "Días que esperó cada recomendación: hasta su respuesta, o hasta hoy si sigue abierta."
LABEL_WIDTH = 190
NUMBER_WIDTH = 48
BAR, STEP = 3 * GRID, 5 * GRID
LEGEND = 4 * GRID
SMALL_TEXT = 12
ENOUGH_FOR_NUMBER = 22  # pixels of a segment
# Colour and texture of each age: the texture tells them apart without colour.
SHADES = {
    Antiguedad.QUINCE: ("dato", Qt.BrushStyle.SolidPattern),
    Antiguedad.TREINTA: ("atencion", Qt.BrushStyle.Dense4Pattern),
    Antiguedad.MAS: ("error", Qt.BrushStyle.BDiagPattern),
}


class StateAgeChart(QFrame):
    """One bar per state, in stretches of age, with their numbers."""

    def __init__(self, page: StepPage) -> None:
        """Start empty."""
        super().__init__()
        self._context = page.context
        self._count: Mapping[EstadoRespuesta, Mapping[Antiguedad, int]] = {}
        self.setObjectName("tarjeta")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: Mapping[EstadoRespuesta, Mapping[Antiguedad, int]]) -> None:
        """Show how many there are of each."""
        self._count = count
        parts = (
            f"{estado.etiqueta}: {sum(ages.values())} ("
            + ", ".join(f"{edad.etiqueta.lower()}: {n}" for edad, n in ages.items() if n)
            + ")"
            for estado, ages in count.items()
            if sum(ages.values())
        )
        self.setAccessibleName("Recomendaciones por estado y antigüedad. " + "; ".join(parts))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every state and the legend."""
        return QSize(560, 2 * GRID + len(EstadoRespuesta) * STEP + LEGEND)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars and the legend."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((sum(ages.values()) for ages in self._count.values()), default=0) or 1
        room = self.width() - LABEL_WIDTH - NUMBER_WIDTH - 2 * GRID
        for place, (estado, ages) in enumerate(self._count.items()):
            self._row(painter, 2 * GRID + place * STEP, estado, ages, room / longest)
        self._legend(painter, 2 * GRID + len(EstadoRespuesta) * STEP)
        painter.end()

    def _row(
        self, painter: QPainter, top: int, estado: EstadoRespuesta, ages: Mapping[Antiguedad, int], unit: float
    ) -> None:
        c = self._context.colores
        painter.setPen(QColor(c.texto))
        name = QRect(2 * GRID, top, LABEL_WIDTH - 2 * GRID, BAR)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words(estado))
        left = float(LABEL_WIDTH)
        for edad, count in ages.items():
            box = QRectF(left, top, count * unit, BAR)
            self._segment(painter, box, edad, count)
            left += box.width()
        painter.setPen(QColor(c.texto))
        total = QRectF(left + GRID, top, NUMBER_WIDTH, BAR)
        painter.drawText(total, Qt.AlignmentFlag.AlignVCenter, str(sum(ages.values())))

    def _segment(self, painter: QPainter, box: QRectF, edad: Antiguedad, count: int) -> None:
        if not count:
            return
        c = self._context.colores
        colour, texture = SHADES[edad]
        ink = QColor(getattr(c, colour))
        painter.setPen(ink)
        painter.setBrush(QColor(getattr(c, f"{colour}_suave")))
        painter.drawRect(box)
        faint = QColor(ink)
        faint.setAlpha(70)
        painter.fillRect(box, QBrush(faint, texture))
        if box.width() >= ENOUGH_FOR_NUMBER:
            painter.setPen(QColor(c.texto))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))

    def _legend(self, painter: QPainter, top: int) -> None:
        left = float(LABEL_WIDTH)
        font = painter.font()
        font.setPixelSize(SMALL_TEXT)
        painter.setFont(font)
        for edad in Antiguedad:
            self._segment(painter, QRectF(left, top + 4, 2 * GRID, 2 * GRID - 4), edad, 1)
            painter.setPen(QColor(self._context.colores.secundario))
            width = painter.fontMetrics().horizontalAdvance(edad.etiqueta)
            painter.drawText(QRectF(left + 3 * GRID, top, width + 2, 2 * GRID + 4), edad.etiqueta)
            left += width + 6 * GRID


class OverviewTab(QWidget):
    """The picture, with the way to save it; worked out only while it is seen."""

    def __init__(self, page: StepPage, terms: Terms) -> None:
        """Build it for a page."""
        super().__init__()
        self._page, self._terms = page, terms
        self.chart = StateAgeChart(page)
        self.save_button = button("Guardar imagen…", self.save, "", page.context.icon("image-outline"))
        hint = label(HINT, "secundario", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * GRID, 0, 0)
        self.chart.setMinimumWidth(LABEL_WIDTH + 2 * NUMBER_WIDTH)
        head = row(hint, self.save_button)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addLayout(column(self.chart))
        layout.addStretch(1)
        page.project.reviewed.connect(self._on_reviewed)

    def refresh(self) -> None:
        """Count again."""
        self.chart.show_count(por_estado_y_edad(self._terms.contexto()))

    def save(self) -> None:
        """Save the picture where the user says."""
        save_picture(self.chart, self._page.messages, "Recomendaciones por estado y antigüedad")

    def showEvent(self, event: QShowEvent) -> None:
        """Count when the picture comes into sight."""
        super().showEvent(event)
        self.refresh()

    def _on_reviewed(self) -> None:
        if self.isVisible():
            self.refresh()
