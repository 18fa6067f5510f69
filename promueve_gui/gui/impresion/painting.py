"""Paints a page. The one painter of screen, PDF and printer: whoever calls it only scales and places it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from promueve_gui.gui.impresion.pages import Fill
from promueve_gui.gui.impresion.paper import FOOT, MARGIN, POINT, Look
from promueve_gui.gui.theme import CLARO

if TYPE_CHECKING:
    from promueve_gui.gui.impresion.pages import Pages, Words


def page_number(pages: Pages, place: int) -> str:
    """Return «Página 2 de 9»; while pages are still being made nobody knows of how many."""
    return f"Página {place + 1} de {len(pages.sheets)}" if pages.complete else f"Página {place + 1}"


def paint_page(painter: QPainter, pages: Pages, place: int) -> None:
    """Paint page number ``place``, from 0, on a painter whose units are those of ``paper``."""
    page = pages.sheets[place]
    for fill in (*page.fills, Fill(MARGIN, MARGIN + 20 * POINT, pages.body.width(), POINT, CLARO.acento)):
        painter.fillRect(QRectF(fill.x, fill.y, fill.width, fill.height), QColor(fill.colour))
    look = None
    colour = ""
    for words in page.words:
        if words.look is not look:
            look = words.look
            painter.setFont(pages.type.font(look))
        if words.colour != colour:
            colour = words.colour
            painter.setPen(QColor(colour))
        if words.runs:
            _paint_runs(painter, pages, words)
            look, colour = None, ""
        else:
            painter.drawText(QPointF(words.x, words.y), words.text)
    _paint_ends(painter, pages, place)


def _paint_runs(painter: QPainter, pages: Pages, words: Words) -> None:
    for run in words.runs:
        painter.setFont(pages.type.font(words.look, run))
        painter.setPen(QColor(CLARO.acento if run.link else words.colour))
        painter.drawText(QPointF(words.x + run.x, words.y), run.text)


def _paint_ends(painter: QPainter, pages: Pages, place: int) -> None:
    """Paint what every page says: whose it is and of when above, which document and which page below."""
    document, width = pages.document, pages.body.width()
    head = QRectF(MARGIN, MARGIN, width, 16 * POINT)
    foot = QRectF(MARGIN, pages.paper.height - MARGIN - FOOT / 2, width, FOOT / 2)
    date = pages.type.width(f"  {document.fecha}", Look.SMALL)
    number = pages.type.width(f"  {page_number(pages, place)}", Look.SMALL)
    _paint_line(painter, pages, head.adjusted(0, 0, -date, 0), document.institucion, Look.NUMBER, CLARO.acento)
    _paint_line(painter, pages, head, document.fecha, Look.SMALL, CLARO.secundario, right=True)
    _paint_line(painter, pages, foot.adjusted(0, 0, -number, 0), document.titulo, Look.SMALL, CLARO.secundario)
    _paint_line(painter, pages, foot, page_number(pages, place), Look.SMALL, CLARO.secundario, right=True)


def _paint_line(
    painter: QPainter, pages: Pages, place: QRectF, text: str, look: Look, colour: str, *, right: bool = False
) -> None:
    lines = pages.type.wrap(" ".join(text.split()), look, place.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(pages.type.font(look))
    painter.setPen(QColor(colour))
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, lines[0])
