"""Small pieces that every page is made of: labels of plain text, cards, buttons, chips. They hold no project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.tips import plain_caption, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QIcon, QResizeEvent

    from promueve_gui.gui.context import Context

SUCCESS_MS = 12_000  # how long a success is told
SIGN_PIXELS = 16
BESIDE_TEXT = QSize(20, 16)  # pixels of an icon, which is a square: Qt puts the text right beside them


def label(text: str, style: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that never takes its text for HTML; ``style`` names a rule of the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setObjectName(style)
    made.setWordWrap(wrap)
    return made


def button(text: str, on_click: Callable[[], object], style: str = "", icon: QIcon | None = None) -> QPushButton:
    """Return a button; ``style`` is «primario», «enlace» or nothing."""
    made = QPushButton(text)
    made.setObjectName(style)
    made.setAutoDefault(False)
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(BESIDE_TEXT)
    made.clicked.connect(lambda _: on_click())
    return made


class LongLink(QPushButton):
    """A link that says what people wrote, as much of it as fits; the rest is in its tooltip and its name."""

    def __init__(self, text: str, on_click: Callable[[], object], style: str = "enlace") -> None:
        """Take the whole text; it stands for itself, ampersands included."""
        super().__init__()
        self._whole = ""
        self.setObjectName(style)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _: on_click())
        self.say(text)

    def say(self, text: str) -> None:
        """Say something else."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        said = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - GRID)
        self.setText(plain_caption(said))


def tool(name: str, icon: QIcon, on_click: Callable[[], object]) -> QToolButton:
    """Return a button of an icon alone; ``name`` is its tooltip and what a screen reader says."""
    made = QToolButton()
    made.setObjectName("plano")
    made.setIcon(icon)
    made.setIconSize(QSize(20, 20))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda _: on_click())
    return made


def column(*widgets: QWidget, margins: int = 0, spacing: int = GRID) -> QVBoxLayout:
    """Return a vertical layout of ``widgets``."""
    layout = QVBoxLayout()
    layout.setContentsMargins(margins, margins, margins, margins)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def row(*widgets: QWidget | None, spacing: int = GRID) -> QHBoxLayout:
    """Return a horizontal layout of ``widgets``; ``None`` is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout


def show_part(widget: QWidget, *, shown: bool) -> None:
    """Show or hide a part; one that has no place yet is not shown by itself, as a window of its own for a blink."""
    if not shown:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()


class Card(QFrame):
    """A white box with a title, for one matter."""

    def __init__(self, title: str = "") -> None:
        """Make an empty card; fill it through ``body``."""
        super().__init__()
        self.setObjectName("tarjeta")
        self.body = column(margins=2 * GRID, spacing=GRID)
        self.setLayout(self.body)
        if title:
            self.body.addWidget(label(title, "subtitulo"))


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """Return ``content`` in an area that scrolls from top to bottom where it does not fit."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


class EmptyState(QWidget):
    """What an empty list says, and the first thing to do about it."""

    def __init__(self, icon: QIcon, title: str, text: str, *actions: QPushButton) -> None:
        """Show an icon, a title, a sentence and the first actions."""
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icon.pixmap(QSize(48, 48)))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = label(title, "subtitulo")
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence = label(text, "secundario", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = column(margins=3 * GRID, spacing=GRID)
        layout.addStretch(1)
        for widget in (picture, heading, sentence):
            layout.addWidget(widget)
        buttons = row(None, *actions, None)
        layout.addSpacing(GRID)
        layout.addLayout(buttons)
        layout.addStretch(2)
        self.setLayout(layout)


class Banner(QFrame):
    """A line across the window that tells of a trouble, or a success, and what to do; not a dialog: work goes on."""

    def __init__(self, context: Context) -> None:
        """Start hidden."""
        super().__init__()
        self.setObjectName("aviso")
        self._text = label("", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = row()
        self._context = context
        self._close = tool("Cerrar el aviso", context.icon("close"), self.hide)
        self._sign = QLabel()
        layout = row(self._sign, self._text)
        layout.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        layout.addLayout(self._buttons)
        layout.addWidget(self._close)
        self.setLayout(layout)
        self._passing = QTimer(self, singleShot=True, interval=SUCCESS_MS)
        self._passing.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str, *actions: QPushButton) -> None:
        """Show a sentence about a trouble and what can be done about it; it stays until it is closed."""
        self._show("aviso", ("alert-circle-outline", self._context.colores.atencion), text, actions)
        self._passing.stop()

    def tell_success(self, text: str, *actions: QPushButton) -> None:
        """Show a sentence about something that went well; it goes away by itself."""
        self._show("logro", ("check-circle", self._context.colores.bien), text, actions)
        self._passing.start()

    def pass_on(self) -> None:
        """Hide a success, which needs no answer; a trouble stays."""
        if self._passing.isActive():
            self._passing.stop()
            self.hide()

    def _show(self, kind: str, icon: tuple[str, str], text: str, actions: Sequence[QPushButton]) -> None:
        self.setObjectName(kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._sign.setPixmap(self._context.icon(*icon).pixmap(SIGN_PIXELS, SIGN_PIXELS))
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._close.setIcon(self._context.icon("close"))  # in the colours in force
        self._text.setText(text)
        self.setAccessibleName(text)
        for action in actions:
            self._buttons.addWidget(action)
        self.show()
