"""A button that filters a list by one of several choices; «Todos» takes the filter away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from promueve_gui.gui.widgets.tips import plain_caption, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

ARROW = " ▾"
PADDING = 14  # pixels of frame and margins, on both sides together
T = TypeVar("T")


class ChoiceFilter(QToolButton, Generic[T]):
    """Remembers one choice, says it on the button, and tells who asked to be told."""

    def __init__(
        self, name: str, choices: Callable[[], Sequence[tuple[T, str]]], on_chosen: Callable[[T | None], None]
    ) -> None:
        """Take its name, how to know the choices with their texts, and whom to tell of the choice (or ``None``)."""
        super().__init__()
        self._name, self._choices, self._on_chosen = name, choices, on_chosen
        self.choice: T | None = None
        self._compact = False
        self.setObjectName("boton")
        self.setAccessibleName(f"Filtrar por {name.lower()}")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._say("")

    def set_compact(self) -> None:
        """Say only the choice on the button, for where there is little room."""
        self._compact = True

    def choose(self, choice: T | None) -> None:
        """Filter by a choice, or by none."""
        text = next((text for value, text in self._choices() if value == choice), "")
        self.choice = choice if text else None
        self._say(text)
        self._on_chosen(self.choice)

    def clear(self) -> None:
        """Take the filter away, if there is one."""
        if self.choice is not None:
            self.choose(None)

    def minimumSizeHint(self) -> QSize:
        """Return as little width as Qt allows, and all of its height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of the choice as there is room for."""
        super().resizeEvent(event)
        if self._compact and self._chosen:
            self._say(self._chosen)

    def _say(self, text: str) -> None:
        self._chosen = text
        said = text if self._compact else f"{self._name}: {text}"
        if self._compact and self.isVisible():
            metrics = self.fontMetrics()
            room = self.contentsRect().width() - PADDING - metrics.horizontalAdvance(ARROW)
            said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setText((plain_caption(said) if text else self._name) + ARROW)
        self.setToolTip(plain_tip(text) if self._compact else "")
        self.setAccessibleDescription(text or "Todos")

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction("Todos").triggered.connect(lambda: self.choose(None))
        self._menu.addSeparator()
        for value, text in self._choices():
            action = self._menu.addAction(plain_caption(text))
            action.setCheckable(True)
            action.setChecked(value == self.choice)
            action.triggered.connect(lambda _=False, value=value: self.choose(value))
