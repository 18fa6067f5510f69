"""The three pictures of the analysis as they are saved: large, and with the names that the window tells by pointing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from promueve_gui.application.stakeholders import unplaced
from promueve_gui.domain.actores import Tratamiento, tratamiento
from promueve_gui.domain.formato import ESCALA_MAXIMA
from promueve_gui.domain.prominencia import FUENTE
from promueve_gui.gui.pasos.usuarios.grid_painter import GridPainter
from promueve_gui.gui.pasos.usuarios.grid_scene import GridScene, by_grades
from promueve_gui.gui.pasos.usuarios.placing import LINE
from promueve_gui.gui.pasos.usuarios.salience_painter import SaliencePainter
from promueve_gui.gui.pasos.usuarios.salience_scene import SalienceScene
from promueve_gui.gui.widgets.bar_list import BarPainter, row_height
from promueve_gui.gui.widgets.box import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.application.stakeholders import PorTipo
    from promueve_gui.domain.ficha import Opcion
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.gui.theme import Colores
    from promueve_gui.gui.widgets.bar_list import Bar

GRID_SHARE, TALLEST_SHARE = 0.72, 1.3  # of its width, how tall the grid is
PICTURE_SHARE = 0.6  # of the sheet, how wide the circles are; their groups are named beside them
MOST_NAMES = 20  # of each type, beside the circles; the map has them all
MOST_SAID = 200  # of each kind, in the words that go with a picture
BETWEEN = 24.0
TITLE, TITLE_PIXELS, TEXT_PIXELS = 30.0, 15, 12
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class GridDrawing:
    """The power–interest grid."""

    def __init__(self, groups: Sequence[GrupoUsuarios]) -> None:
        """Take the groups; those without grades are left out."""
        self._groups = groups
        self._cells = by_grades(groups)

    def height_for(self, width: float) -> float:
        """Return how tall it is at a width: taller where a cell has many groups, so that their names have room."""
        lines = max(map(len, self._cells.values()), default=0)
        return min(max(width * GRID_SHARE, ESCALA_MAXIMA * (lines + 1) * LINE), width * TALLEST_SHARE)

    def paint(self, painter: QPainter, width: float, height: float, colores: Colores) -> None:
        """Paint it from the origin on."""
        grid = GridPainter(colores, painter.font(), width, height)
        grid.paint(painter, GridScene(grid.plot, self._cells, None, grid.name_width), None, (), focused=False)

    def said(self) -> str:
        """Return which groups stand in each quadrant."""
        kinds: dict[Opcion | None, list[GrupoUsuarios]] = {advice: [] for advice in Tratamiento}
        for grades, groups in self._cells.items():
            kinds[tratamiento(*grades)] += groups
        kinds[None] = unplaced(self._groups)
        return _lists(kinds.items(), "Sin colocar")


class SalienceDrawing:
    """The circles of salience, and beside them the groups of each type by name."""

    def __init__(self, by_type: PorTipo, font: QFont) -> None:
        """Take the groups of each type, and the font by which the height of their names is known."""
        self._by_type = by_type
        self._font = QFont(font)
        self._font.setPixelSize(TEXT_PIXELS)

    def height_for(self, width: float) -> float:
        """Return how tall it is at a width."""
        text = width * (1 - PICTURE_SHARE) - BETWEEN
        named = sum(TITLE + self._height(names, text) for _, names in self._named())
        return max(width * PICTURE_SHARE, named)

    def paint(self, painter: QPainter, width: float, height: float, colores: Colores) -> None:
        """Paint it from the origin on."""
        circles = SaliencePainter(colores, painter.font())
        plot = Box(0, 0, width * PICTURE_SHARE, width * PICTURE_SHARE)
        circles.paint(painter, SalienceScene(plot, self._by_type, circles.name_width), None, None)
        left, top, across = plot.right + BETWEEN, 0.0, width - plot.right - BETWEEN
        for title, names in self._named():
            _paint_title(painter, self._font, QRectF(left, top, across, TITLE), title, colores)
            tall = self._height(names, across)
            painter.setFont(self._font)
            painter.setPen(QColor(colores.texto))
            painter.drawText(QRectF(left, top + TITLE, across, tall), WRAPPED, names)
            top += TITLE + tall

    def said(self) -> str:
        """Return which groups are of each type."""
        return f"{_lists(self._by_type, 'Sin calificar')} Según {FUENTE}."

    def _named(self) -> list[tuple[str, str]]:
        found = []
        for tipo, groups in self._by_type:
            if groups:
                title = f"{tipo.etiqueta if tipo else 'Sin calificar'} ({len(groups)})"
                found.append((title, _names(groups, MOST_NAMES)))
        return found

    def _height(self, text: str, width: float) -> float:
        return QFontMetricsF(self._font).boundingRect(QRectF(0, 0, width, 10_000), WRAPPED, text).height() + 4


class ChartsDrawing:
    """The charts of bars, one under another, each with its title."""

    def __init__(self, charts: Sequence[tuple[str, Sequence[Bar]]]) -> None:
        """Take titles and bars."""
        self._charts = charts

    def height_for(self, width: float) -> float:
        """Return how tall it is at a width."""
        return sum(TITLE + len(bars) * row_height(width) + BETWEEN for _, bars in self._charts)

    def paint(self, painter: QPainter, width: float, height: float, colores: Colores) -> None:
        """Paint it from the origin on."""
        font = QFont(painter.font())
        for title, bars in self._charts:
            _paint_title(painter, font, QRectF(0, 0, width, TITLE), title, colores)
            painter.translate(0, TITLE)
            BarPainter(colores, font).paint(painter, width, bars)
            painter.translate(0, len(bars) * row_height(width) + BETWEEN)

    def said(self) -> str:
        """Return every name with its number."""
        return " ".join(
            f"{title}: {'; '.join(f'{bar.name}, {bar.count}' for bar in bars)}." for title, bars in self._charts
        )


def _paint_title(painter: QPainter, font: QFont, place: QRectF, text: str, colores: Colores) -> None:
    made = QFont(font)
    made.setPixelSize(TITLE_PIXELS)
    made.setBold(True)
    painter.setFont(made)
    painter.setPen(QColor(colores.texto))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


def _lists(kinds: Iterable[tuple[Opcion | None, Sequence[GrupoUsuarios]]], rest: str) -> str:
    said = [f"{kind.etiqueta if kind else rest}: {_names(groups, MOST_SAID)}." for kind, groups in kinds if groups]
    return " ".join(said) or "No hay grupos."


def _names(groups: Sequence[GrupoUsuarios], most: int) -> str:
    names = "; ".join(grupo.titulo_breve for grupo in groups[:most])
    return names if len(groups) <= most else f"{names}; … y {len(groups) - most} más"
