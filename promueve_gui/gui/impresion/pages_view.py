"""Pages one under another on the screen, as they will be on paper; only those in sight are painted."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from promueve_gui.gui.impresion.painting import page_number, paint_page
from promueve_gui.gui.impresion.paper import INCH
from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from promueve_gui.gui.impresion.pages import Pages

SCREEN = 96  # dots in an inch at 100 %
SMALLEST, LARGEST = 0.25, 4.0
STEP = 1.25
GAP = 2 * GRID
REMEMBERED = 6  # painted pages that are kept
PAPER, EDGE = "#ffffff", "#9a9aa0"  # paper is white whatever the theme


class PagesView(QAbstractScrollArea):
    """Shows pages; the keyboard turns them and makes them larger."""

    page_changed = Signal(int)  # from 0
    zoom_changed = Signal(float)  # 1.0 is as large as the paper

    def __init__(self) -> None:
        """Show nothing yet, and pages as wide as there is room when they come."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Páginas del documento")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or what fits would depend on it
        self._pages: Pages | None = None
        self._painted: OrderedDict[tuple[int, float, float, bool], QPixmap] = OrderedDict()
        self._zoom = 1.0
        self._fit: str = "ancho"
        self._place = -1
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def zoom(self) -> float:
        """Return how large pages are; 1.0 is as large as the paper."""
        return self._zoom

    @property
    def place(self) -> int:
        """Return which page is in sight, from 0; -1 while there is none."""
        return self._place

    @property
    def count(self) -> int:
        """Return how many pages there are so far."""
        return 0 if self._pages is None else len(self._pages.sheets)

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages, from the first."""
        self._pages = pages
        self._painted.clear()
        self._place = -1
        self.setAccessibleDescription("")  # of pages that are no longer shown
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Take in that there are more pages, or that they are complete."""
        if self._fit:
            self._zoom = self._fitting()
        self._set_bars()
        self._on_scrolled()
        self.viewport().update()

    def go(self, place: int) -> None:
        """Bring a page into sight."""
        if 0 <= place < self.count:
            self.verticalScrollBar().setValue(int(place * self._stride()))

    def set_zoom(self, zoom: float) -> None:
        """Show pages at another size, the same page in sight."""
        self._fit = ""
        self._resize_pages(zoom)

    def fit(self, what: str) -> None:
        """Show pages as large as the window lets them be: «ancho», or «pagina» for the whole of it."""
        self._fit = what
        self._resize_pages(self._fitting())

    def _resize_pages(self, zoom: float) -> None:
        place = max(self._place, 0)
        self._zoom = min(max(zoom, SMALLEST), LARGEST)
        self._set_bars()
        self.go(place)
        self.viewport().update()
        self.zoom_changed.emit(self._zoom)

    def _size(self) -> QSize:
        """Return the size of a page on the screen."""
        if self._pages is None:
            return QSize(1, 1)
        scale = self._zoom * SCREEN / INCH
        return QSize(int(self._pages.paper.width * scale), int(self._pages.paper.height * scale))

    def _stride(self) -> int:
        return self._size().height() + GAP

    def _fitting(self) -> float:
        if self._pages is None:
            return self._zoom
        paper, view = self._pages.paper, self.viewport().size()
        wide = (view.width() - 2 * GAP) / (paper.width * SCREEN / INCH)
        tall = (view.height() - 2 * GAP) / (paper.height * SCREEN / INCH)
        return min(max(min(wide, tall) if self._fit == "pagina" else wide, SMALLEST), LARGEST)

    def _set_bars(self) -> None:
        size, view = self._size(), self.viewport().size()
        whole = self.count * self._stride() + GAP
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(whole - view.height(), 0))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(40)
        horizontal.setRange(0, max(size.width() + 2 * GAP - view.width(), 0))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(40)

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        place = min(middle // self._stride(), self.count - 1) if self.count else -1
        if place != self._place:
            self._place = place
            self.page_changed.emit(place)
        if self._pages is not None and place >= 0:
            number = page_number(self._pages, place)
            self.setAccessibleDescription(f"{number}\n{self._pages.sheets[place].text}")

    def _picture(self, pages: Pages, place: int) -> QPixmap:
        """Return a painted page, as sharp as the screen is."""
        ratio = self.devicePixelRatioF()
        key = (place, self._zoom, ratio, pages.complete)
        if key not in self._painted:
            picture = QPixmap(self._size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(PAPER))
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            painter.scale(self._zoom * SCREEN / INCH, self._zoom * SCREEN / INCH)
            paint_page(painter, pages, place)
            painter.end()
            self._painted[key] = picture
            while len(self._painted) > REMEMBERED:
                self._painted.popitem(last=False)
        self._painted.move_to_end(key)
        return self._painted[key]

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.palette().color(QPalette.ColorRole.Window))
        if self._pages is None:
            return
        size, stride = self._size(), self._stride()
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        left = max((self.viewport().width() - size.width()) // 2, GAP) - offset.x()
        first = max((offset.y() - GAP) // stride, 0)
        last = min((offset.y() + self.viewport().height()) // stride, self.count - 1)
        for place in range(first, last + 1):
            top = GAP + place * stride - offset.y()
            painter.drawPixmap(left, top, self._picture(self._pages, place))
            painter.setPen(QColor(EDGE))
            painter.drawRect(QRectF(left - 0.5, top - 0.5, size.width() + 1, size.height() + 1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again."""
        super().resizeEvent(event)
        before = self._zoom
        self.refresh()
        if self._zoom != before:
            self.zoom_changed.emit(self._zoom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and change their size."""
        turns = {
            Qt.Key.Key_PageDown: self._place + 1,
            Qt.Key.Key_PageUp: self._place - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.count - 1,
        }
        zooms = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
        key = Qt.Key(event.key())
        if key in turns:
            self.go(turns[key])
        elif key in zooms:
            self.set_zoom(self._zoom * zooms[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or, with Ctrl, change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
            event.accept()
            return
        super().wheelEvent(event)
