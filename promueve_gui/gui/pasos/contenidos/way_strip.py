"""The five states of a content side by side: those that it passed, with day and hand, its own, and those to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from promueve_gui.domain.vocabularios import EstadoContenido
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent, QResizeEvent

    from promueve_gui.application.content_way import Etapa
    from promueve_gui.gui.context import Context

DOT = 16  # pixels
NAME_PIXELS, DETAIL_PIXELS = 12, 11
LOW, HIGH = DOT + NAME_PIXELS + GRID, DOT + NAME_PIXELS + DETAIL_PIXELS + 2 * GRID
NARROWEST = 5 * 8 * GRID
DETAILED = 520  # from this width on there is room for day and hand; below, the tooltip tells them
SHORT = {EstadoContenido.CON_COMUNICACION: "Comunicación"}


class WayStrip(QWidget):
    """Painted, and told whole by its name, its tooltips and its description. It moves nothing: the buttons do."""

    def __init__(self, context: Context) -> None:
        """Start without a content."""
        super().__init__()
        self._context = context
        self.etapas: Sequence[Etapa] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(NARROWEST, LOW)
        self.setAccessibleName("Camino del contenido")

    def show_way(self, etapas: Sequence[Etapa]) -> None:
        """Show where a content stands."""
        if etapas != self.etapas:
            self.etapas = etapas
            self.setAccessibleDescription("; ".join(etapa.texto for etapa in etapas))
            self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(NARROWEST, HIGH if self.detailed else LOW)

    @property
    def detailed(self) -> bool:
        """Tell whether day and hand are painted."""
        return self.width() >= DETAILED

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less height where there is no room for details."""
        super().resizeEvent(event)
        if (event.oldSize().width() >= DETAILED) is not self.detailed:
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Say in words the state under the mouse."""
        if event.type() == event.Type.ToolTip and self.etapas:
            asked: QHelpEvent = event  # type: ignore[assignment]  # what Qt sends for this type
            place = min(len(self.etapas) - 1, int(asked.pos().x() / self._step()))
            QToolTip.showText(asked.globalPos(), plain_tip(self.etapas[place].texto), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, a sign for each state, its name, and day and hand beneath."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, etapa in enumerate(self.etapas):
            if place + 1 < len(self.etapas):
                self._link(painter, place, done=etapa.pasada)
            self._sign(painter, place, etapa)
            self._words(painter, place, etapa)
        painter.end()

    def _step(self) -> float:
        return self.width() / max(1, len(self.etapas))

    def _left(self, place: int) -> int:
        return int(place * self._step())

    def _link(self, painter: QPainter, place: int, *, done: bool) -> None:
        c = self._context.colores
        painter.setPen(QPen(QColor(c.bien if done else c.linea), 2))
        middle = DOT // 2
        painter.drawLine(self._left(place) + DOT + 4, middle, self._left(place + 1) - 4, middle)

    def _sign(self, painter: QPainter, place: int, etapa: Etapa) -> None:
        """Paint a tick for what is past, a full circle for where it is, an empty one for what is to come."""
        c, left = self._context.colores, self._left(place)
        if etapa.pasada:
            self._context.icon("check-circle", c.bien).paint(painter, left, 0, DOT, DOT)
            return
        painter.setPen(QPen(QColor(c.acento if etapa.actual else c.secundario), 2))
        painter.setBrush(QColor(c.acento) if etapa.actual else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(left + 2, 2, DOT - 4, DOT - 4)

    def _words(self, painter: QPainter, place: int, etapa: Etapa) -> None:
        c, width = self._context.colores, int(self._step()) - GRID
        font = QFont(self.font())
        font.setPixelSize(NAME_PIXELS)
        font.setWeight(QFont.Weight.DemiBold if etapa.actual else QFont.Weight.Normal)
        name = etapa.estado.etiqueta
        if QFontMetrics(font).horizontalAdvance(name) > width:
            name = SHORT.get(etapa.estado, name)
        top = DOT + 4
        reached = etapa.actual or etapa.pasada
        self._line(painter, font, c.texto if reached else c.secundario, (place, top), name)
        if not self.detailed:
            return
        font.setPixelSize(DETAIL_PIXELS)
        font.setWeight(QFont.Weight.Normal)
        detail = " · ".join(filter(None, (etapa.cuando, etapa.quien)))
        self._line(painter, font, c.secundario, (place, top + NAME_PIXELS + 4), detail)

    def _line(self, painter: QPainter, font: QFont, ink: str, where: tuple[int, int], text: str) -> None:
        place, top = where
        metrics, width = QFontMetrics(font), int(self._step()) - GRID
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(self._left(place), top + metrics.ascent(), shown)
