"""Which view is shown: a row of buttons of which one is pressed; arrows go from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from promueve_gui.gui.widgets.parts import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ViewSwitch(QWidget):
    """One button for each view, by its key."""

    chosen = Signal(str)

    def __init__(self, views: Sequence[tuple[str, str]]) -> None:
        """Take key and name of each."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._keys = [key for key, _ in views]
        self.buttons: dict[str, QToolButton] = {}
        for place, (key, name) in enumerate(views):
            made = _Segment(self)
            made.setText(name)
            made.setAccessibleName(f"Ver como {name.lower()}")
            made.setToolTip(f"{name} (Alt+{place + 1})")
            made.clicked.connect(lambda _, key=key: self.choose(key))
            self._group.addButton(made)
            self.buttons[key] = made
        self.setAccessibleName("Vista del plan")
        self.setLayout(row(*self.buttons.values(), None, spacing=2))
        self._current = ""

    @property
    def current(self) -> str:
        """Return the key of the view shown."""
        return self._current

    def choose(self, key: str) -> None:
        """Press the button of a view and tell, if it was another; an unknown one changes nothing."""
        made = self.buttons.get(key)
        if made is None:
            return
        made.setChecked(True)
        for other in self.buttons.values():  # Tab comes to the pressed one; arrows go on from there
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is made else Qt.FocusPolicy.ClickFocus)
        if key != self._current:
            self._current = key
            self.chosen.emit(key)

    def choose_place(self, place: int) -> None:
        """Choose by place, from 0 on."""
        self.choose(self._keys[place])

    def step(self, by: int) -> None:
        """Go to the next view, or to the one before, and keep the keyboard on its button."""
        self.choose_place((self._keys.index(self._current) + by) % len(self._keys))
        self.buttons[self._current].setFocus()


class _Segment(QToolButton):
    """A button that leaves the arrows to its row."""

    def __init__(self, switch: ViewSwitch) -> None:
        super().__init__()
        self._switch = switch
        self.setObjectName("segmento")
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the row with the arrows."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._switch.step(step)
