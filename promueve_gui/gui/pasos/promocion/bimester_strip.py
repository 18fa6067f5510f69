"""The six bimestres of the program's year, each with how many communications it has and how it stands, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from promueve_gui.application.publications import EstadoBimestre
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.publications import CeldaBimestre
    from promueve_gui.domain.fechas import Bimestre
    from promueve_gui.gui.context import Context

CELLS = 6
HEIGHT = 7 * GRID
ICON_PIXELS = 16
RADIUS = 6
SMALL_TEXT = 12
SIGNS = {
    EstadoBimestre.CUMPLIDO: ("check-circle", "bien"),
    EstadoBimestre.FALTA: ("alert-circle-outline", "error"),
    EstadoBimestre.EN_CURSO: ("clock-outline", "atencion"),
    EstadoBimestre.POR_VENIR: ("circle-outline", "secundario"),
    EstadoBimestre.NO_APLICA: ("information-outline", "secundario"),
}


class BimesterCell(QAbstractButton):
    """One bimestre; pressed while the log shows only its communications."""

    def __init__(self, context: Context) -> None:
        """Start without a bimestre."""
        super().__init__()
        self._context = context
        self.cell: CeldaBimestre | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cell(self, cell: CeldaBimestre) -> None:
        """Show a bimestre."""
        self.cell = cell
        self.setAccessibleName(cell.descripcion)
        self.setToolTip(f"{cell.descripcion}. Presione para ver solo lo de este bimestre.")
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(12 * GRID, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, sign and words."""
        del event
        if self.cell is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon, colour = SIGNS[self.cell.estado]
        ink = getattr(self._context.colores, colour)
        self._ground(painter)
        box = self.rect().adjusted(GRID + 2, GRID, -GRID, -GRID)
        self._context.icon(icon, ink).paint(painter, QRect(box.left(), box.top() + 2, ICON_PIXELS, ICON_PIXELS))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._line(painter, font, self._context.colores.texto, box.adjusted(ICON_PIXELS + 6, 0, 0, -box.height() // 2))
        font = QFont(self.font())
        font.setPixelSize(SMALL_TEXT)
        words = box.adjusted(0, box.height() // 2 + 1, 0, 0)
        self._line(painter, font, ink, words, self.cell.texto)
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        c = self._context.colores
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(c.acento if marked else c.linea), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(c.seleccion if self.isChecked() else c.superficie))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _line(self, painter: QPainter, font: QFont, ink: str, box: QRect, text: str = "") -> None:
        shown = text or (self.cell.bimestre.etiqueta if self.cell else "")
        painter.setFont(font)
        painter.setPen(QColor(ink))
        metrics = QFontMetrics(font)
        if self.cell and text and metrics.horizontalAdvance(shown) > box.width():
            shown = self.cell.breve
        elided = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


class BimesterStrip(QWidget):
    """The year at a glance, and a filter of the log."""

    chosen = Signal(object)  # Bimestre, or None for all

    def __init__(self, context: Context) -> None:
        """Start hidden, until the first review."""
        super().__init__()
        self.cells = [BimesterCell(context) for _ in range(CELLS)]
        for cell in self.cells:
            cell.clicked.connect(lambda _=False, cell=cell: self._on_clicked(cell))
        self.setLayout(row(*self.cells))
        self.setAccessibleName("Comunicaciones por bimestre")
        self.hide()

    def show_year(self, cells: Sequence[CeldaBimestre]) -> None:
        """Show the bimestres of the year."""
        for widget, cell in zip(self.cells, cells, strict=True):
            widget.show_cell(cell)
        self.show()

    def current(self) -> Bimestre | None:
        """Return the bimestre that the log is filtered by."""
        return next((cell.cell.bimestre for cell in self.cells if cell.isChecked() and cell.cell), None)

    def clear(self) -> None:
        """Let go of the filter."""
        if self.current() is not None:
            for cell in self.cells:
                cell.setChecked(False)
            self.chosen.emit(None)

    def _on_clicked(self, clicked: BimesterCell) -> None:
        for cell in self.cells:
            if cell is not clicked:
                cell.setChecked(False)
        self.chosen.emit(self.current())
