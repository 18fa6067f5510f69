"""What each side says of one thing, in full, and the buttons to decide about it. Knows no project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from promueve_gui.domain.diferencias import Decision
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.clamped_label import ClampedLabel
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import Card, button, label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

SIDE_HEIGHT = 58  # pixels: three lines; more are scrolled
KEYS = {
    Decision.TOMAR: "1",
    Decision.CONSERVAR: "2",
    Decision.AMBOS: "3",
    Decision.ESPERAR: "4",
}


class DecisionCard(Card):
    """Shows up to three sides; ``decided`` tells which button was pressed."""

    decided = Signal(object)  # Decision

    def __init__(self, decisions: Sequence[Decision] = tuple(Decision), *, upright: bool = False) -> None:
        """Offer ``decisions``; ``upright`` puts the sides under one another, where there is little width."""
        super().__init__()
        self.body.setContentsMargins(GRID + GRID // 2, GRID, GRID + GRID // 2, GRID)
        self.body.setSpacing(GRID // 2)
        self._heading = ClampedLabel("subtitulo", 2 if upright else 1)
        self._message = label("", "problema", wrap=True)
        self._sides = [_Side() for _ in range(3)]
        self.buttons = {decision: self._make_button(decision) for decision in decisions}
        sides = QVBoxLayout() if upright else QHBoxLayout()
        sides.setSpacing(GRID)
        for side in self._sides:
            sides.addWidget(side, 1)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._message)
        self.body.addLayout(sides)
        made = self.buttons.values()
        self.body.addWidget(_in_pairs(*made) if upright else FlowRow(*made, spread=False))
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Maximum if upright else policy.Minimum)
        self.show_nothing("")

    def show_thing(
        self,
        heading: str,
        sides: Sequence[tuple[str, str]],
        message: str,
        possible: Collection[Decision],
        chosen: Decision | None,
    ) -> None:
        """Show what ``sides`` say, by caption, what is wrong in a sentence, and what can be decided."""
        self._heading.say(heading)
        self._message.setText(message)
        self._message.setVisible(bool(message))
        for side, said in zip(self._sides, [*sides, *[("", "")] * 3], strict=False):
            side.say(*said)
        self.offer(possible, chosen)

    def show_nothing(self, heading: str) -> None:
        """Show that nothing is chosen."""
        self.show_thing(heading, (), "", (), None)

    def offer(self, possible: Collection[Decision], chosen: Decision | None) -> None:
        """Enable the buttons that make sense, and mark what is going to be done."""
        for decision, made in self.buttons.items():
            made.setEnabled(decision in possible)
            made.setChecked(decision is chosen)

    def _make_button(self, decision: Decision) -> QPushButton:
        made = button(decision.etiqueta, lambda: self._press(decision))
        made.setCheckable(True)
        made.setToolTip(f"{decision.etiqueta} (tecla {KEYS[decision]} en la lista)")
        return made

    def _press(self, decision: Decision) -> None:
        self.buttons[decision].setChecked(True)
        self.decided.emit(decision)


class _Side(QWidget):
    """A caption and what stands there, however long."""

    def __init__(self) -> None:
        super().__init__()
        self._caption = label("", "menor")
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setFixedHeight(SIDE_HEIGHT)
        self._text.setTabChangesFocus(True)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._caption)
        layout.addWidget(self._text)

    def say(self, caption: str, text: str) -> None:
        """Show a text under its caption; without a caption, nothing."""
        self.setVisible(bool(caption))
        self._caption.setText(caption)
        self._text.setPlainText(text)
        self._text.setAccessibleName(caption)


def _in_pairs(*widgets: QWidget) -> QWidget:
    made, grid = QWidget(), QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(GRID)
    for place, widget in enumerate(widgets):
        grid.addWidget(widget, place // 2, place % 2)
    made.setLayout(grid)
    return made
