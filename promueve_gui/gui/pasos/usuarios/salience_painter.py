"""How the picture of salience looks: three circles, their names, the types with their numbers, and the groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from promueve_gui.domain.prominencia import Atributo
from promueve_gui.gui.pasos.usuarios.grid_painter import rect, small_font
from promueve_gui.gui.pasos.usuarios.marks import paint_mark
from promueve_gui.gui.pasos.usuarios.placing import LINE, caption
from promueve_gui.gui.pasos.usuarios.salience_scene import EDGE

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.prominencia import Prominencia
    from promueve_gui.gui.pasos.usuarios.salience_scene import Mark, Region, SalienceScene
    from promueve_gui.gui.theme import Colores
    from promueve_gui.gui.widgets.box import Box

VEIL = 26  # how much of a circle is seen where they overlap, of 255
LEFT, RIGHT, MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class SaliencePainter:
    """Paints one picture."""

    def __init__(self, colores: Colores, font: QFont) -> None:
        """Take colours and font."""
        self._colores, self._font = colores, small_font(font)
        self._bold = QFont(self._font)
        self._bold.setBold(True)
        self._metrics, self._bold_metrics = QFontMetricsF(self._font), QFontMetricsF(self._bold)

    def name_width(self, text: str) -> float:
        """Return how wide a name is."""
        return self._metrics.horizontalAdvance(text) + 2

    def paint(self, painter: QPainter, scene: SalienceScene, current: Id | None, chosen: Prominencia | None) -> None:
        """Paint everything; ``chosen`` is the type that the keyboard or the mouse is on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        self._paint_circles(painter, scene)
        for region in scene.regions:
            self._paint_region(painter, region, chosen=region.tipo is chosen)
        mark = scene.mark(current)
        if mark is not None:
            self._paint_current(painter, scene, mark)

    def _paint_circles(self, painter: QPainter, scene: SalienceScene) -> None:
        c = self._colores
        veil = QColor(c.acento)
        veil.setAlpha(VEIL)
        for atributo in Atributo:
            painter.setPen(QPen(QColor(c.secundario), 1.4))
            painter.setBrush(veil)
            painter.drawEllipse(QPointF(*scene.middle(atributo)), scene.radius, scene.radius)
        radius, wide = scene.radius, 2 * scene.radius
        for atributo, align in ((Atributo.PODER, LEFT), (Atributo.LEGITIMIDAD, RIGHT), (Atributo.URGENCIA, MIDDLE)):
            x, y = scene.middle(atributo)
            top = y + radius + 1 if atributo is Atributo.URGENCIA else y - radius - EDGE
            place = QRectF(x - radius, top, wide, EDGE - 2)
            self._text(painter, place, atributo.etiqueta, align, bold=True)

    def _paint_region(self, painter: QPainter, region: Region, *, chosen: bool) -> None:
        box, count = region.box, str(len(region.grupos))
        title = f"{region.tipo.etiqueta} {count}"
        said = title if self._bold_metrics.horizontalAdvance(title) <= region.title else count
        top = box.top if region.marks else box.top + (box.height - LINE) / 2
        place = QRectF(box.left + box.width / 2 - region.title, top, 2 * region.title, LINE)
        if chosen:
            width = self._bold_metrics.horizontalAdvance(said) + LINE
            painter.setPen(QPen(QColor(self._colores.acento), 1.5))
            painter.setBrush(QColor(self._colores.superficie))
            painter.drawRoundedRect(QRectF(place.center().x() - width / 2, place.top(), width, LINE), 8, 8)
        self._text(painter, place, said, MIDDLE, bold=bool(region.grupos))
        for mark in region.marks:
            paint_mark(painter, self._colores, QPointF(*mark.spot), mark.size, mark.grupo.clase)
            if mark.name is not None:
                self._name(painter, mark, mark.name)

    def _paint_current(self, painter: QPainter, scene: SalienceScene, mark: Mark) -> None:
        c = self._colores
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.acento), 2))
        painter.drawEllipse(QPointF(*mark.spot), mark.size * 0.85, mark.size * 0.85)
        if mark.name is not None:
            return
        others = [other.spot for other in scene.marks if other is not mark]
        width = self.name_width(mark.grupo.titulo_breve)
        box = caption(mark.spot, mark.size, width, scene.plot, others)
        painter.setPen(QPen(QColor(c.acento), 1))
        painter.setBrush(QColor(c.superficie))
        painter.drawRoundedRect(rect(box).adjusted(-3, -1, 3, 1), 3, 3)
        self._name(painter, mark, box)

    def _name(self, painter: QPainter, mark: Mark, box: Box) -> None:
        name = mark.grupo.titulo_breve
        self._text(painter, rect(box), self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width), LEFT)

    def _text(
        self, painter: QPainter, place: QRectF, text: str, align: Qt.AlignmentFlag, *, bold: bool = False
    ) -> None:
        painter.setFont(self._bold if bold else self._font)
        painter.setPen(QColor(self._colores.texto))
        painter.drawText(place, int(align | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setFont(self._font)
