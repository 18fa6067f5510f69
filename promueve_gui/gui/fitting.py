"""The size of a dialog: what it wants, or what the window leaves it; then what it says scrolls and its buttons stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from promueve_gui.gui.menu_key import serve_menu_key
from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QLayout

MARGINS = QSize(2 * GRID, 48)  # what is seen of a small window around a dialog, whose title takes some of it
LEAST_HEIGHT = 12 * GRID  # pixels of what a dialog says that are seen at a time, however small the screen


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog its size, or what there is room for in the window that all of it stands over."""
    dialog.resize(QSize(width, height).boundedTo(_room(dialog)))


def lay_out(dialog: QDialog, body: QLayout, foot: QWidget | QLayout) -> None:
    """Put what a dialog says above its buttons: where there is less room than ``body`` needs it scrolls, alone.

    The keys that ask for the menu of what has the focus work in it as in the window.
    """
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    layout.setSpacing(GRID)
    layout.addWidget(_Body(dialog, body), 1)
    if isinstance(foot, QWidget):
        layout.addWidget(foot)
    else:
        layout.addLayout(foot)
    serve_menu_key(dialog)


class _Body(QScrollArea):
    """What a dialog says, as tall as it needs to be: the dialog grows with it while there is room, and then it scrolls.

    Qt's own resizable area would give lists and texts the height that they like best, and scroll much earlier.
    """

    def __init__(self, dialog: QDialog, layout: QLayout) -> None:
        super().__init__()
        self._dialog, self._inside, self._layout = dialog, QWidget(), layout
        self._before = (0, 0)  # width, and the height that it needed
        self._inside.setObjectName("contenido")
        layout.setContentsMargins(0, 0, 0, 0)
        self._inside.setLayout(layout)
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def sizeHint(self) -> QSize:
        """Return what it would like best."""
        return self._layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return its narrowest, with a scroll bar, and the least of its height."""
        least = self._layout.totalMinimumSize()
        return QSize(least.width() + self._bar(), min(least.height(), LEAST_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Tell whether lines that wrap make it taller."""
        return self._layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height that it would like best."""
        return self._layout.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is inside the whole width."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the dialog as tall as it needs to be before it is seen."""
        super().showEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Follow what is inside, such as a sentence about a mistake that comes and goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            if self.isVisible():
                self._grow()
            self._arrange()
        return super().event(event)

    def _grow(self) -> None:
        """Make the dialog taller when there is more to say, as far as there is room, and keep it on the screen."""
        most = self.maximumViewportSize()
        needed = self._needed(most.width())
        (width, before), self._before = self._before, (most.width(), needed)
        missing = max(0, needed - most.height())
        height = min(self._dialog.height() + missing, _room(self._dialog).height())
        more = width == most.width() and needed > before  # what the user makes smaller stays so
        if before and not (more and height > self._dialog.height()):
            return
        self._dialog.resize(self._dialog.width(), height)
        below = self._dialog.frameGeometry().bottom() - self._dialog.screen().availableGeometry().bottom()
        if self._dialog.isVisible() and below > 0:
            self._dialog.move(self._dialog.x(), self._dialog.y() - below)

    def _arrange(self) -> None:
        most = self.maximumViewportSize()
        width = most.width()
        if self._needed(width) > most.height():
            width -= self._bar()
        self._inside.resize(width, max(most.height(), self._needed(width)))

    def _needed(self, width: int) -> int:
        if self._layout.hasHeightForWidth():
            return self._layout.totalMinimumHeightForWidth(width)
        return self._layout.totalMinimumSize().height()

    def _bar(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Show what gets the keyboard; what is clicked is seen already, and must not move under the mouse."""
        if now is None or not self._inside.isAncestorOf(now) or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        around = now.parentWidget()
        while around is not None and around is not self._dialog:
            if isinstance(around, QScrollArea):  # such as a form inside, and in the end this one
                around.ensureWidgetVisible(now, 0, GRID)
            around = around.parentWidget()


def _room(dialog: QDialog) -> QSize:
    """Return the most that a dialog may take: its window, or the screen where it stands alone."""
    window = dialog.window()
    while (above := window.parentWidget()) is not None:
        window = above.window()
    return (dialog.screen().availableGeometry().size() if window is dialog else window.size()) - MARGINS
