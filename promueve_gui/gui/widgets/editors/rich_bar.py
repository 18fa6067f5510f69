"""The quiet bar of a rich text: seen while its box has the focus, in a place that is always kept for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from promueve_gui.gui.widgets.editors.rich_box import BOLD, BULLETS, DATA, HEADING, ITALICS, KEYS, LINK, NUMBERS
from promueve_gui.gui.widgets.parts import column, row
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

NAMES = {
    BOLD: "Negrita",
    ITALICS: "Cursiva",
    LINK: "Liga…",
    BULLETS: "Lista",
    NUMBERS: "Lista numerada",
    HEADING: "Subtítulo",
    DATA: "Insertar datos…",
}
SIGNS = {
    BOLD: "N",
    ITALICS: "C",
    LINK: "Liga",
    BULLETS: "• Lista",
    NUMBERS: "1. Lista",
    HEADING: "Subtítulo",
    DATA: "Datos ▾",
}

BRIEF = {**SIGNS, BULLETS: "•", NUMBERS: "1.", HEADING: "T", DATA: "▾"}  # where there is no room for words
WORDS_WIDTH = 420  # pixels that the words need


def keys_of(action: str) -> str:
    """Return the keys of a format as people read them."""
    return QKeySequence(KEYS[action]).toString(QKeySequence.SequenceFormat.NativeText)


class RichBar(QWidget):
    """One button for each format. The box keeps the focus: its keys and its own menu do the same."""

    def __init__(self, apply: Callable[[str], None]) -> None:
        """Take what to do with a format; the menu of what can be inserted is filled by who knows."""
        super().__init__()
        self.menu = QMenu(NAMES[DATA], self)  # not of the editor: Qt loses the order of its focus
        self.buttons: dict[str, QToolButton] = {}
        for action, name in NAMES.items():
            made = QToolButton()
            made.setObjectName("plano")
            made.setText(SIGNS[action])
            made.setToolTip(plain_tip(f"{name} ({keys_of(action)})"))
            made.setAccessibleName(name)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setCheckable(action != DATA)
            made.clicked.connect(lambda _, action=action: apply(action))
            self.buttons[action] = made
        for action, change in ((BOLD, QFont.setBold), (ITALICS, QFont.setItalic)):
            font = self.buttons[action].font()
            change(font, True)
            self.buttons[action].setFont(font)
        self.buttons[DATA].setMenu(self.menu)
        self.buttons[DATA].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setLayout(row(*self.buttons.values(), None, spacing=2))
        self.keep_place(kept=True)
        self.hide()

    def keep_place(self, *, kept: bool) -> None:
        """Take the same room while it is not seen, or none."""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(kept)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in signs what there is no room to say in words."""
        super().resizeEvent(event)
        signs = SIGNS if self.width() >= WORDS_WIDTH else BRIEF
        for action, made in self.buttons.items():
            made.setText(signs[action])

    def show_state(self, is_on: Callable[[str], bool]) -> None:
        """Show which formats are in force where the cursor is."""
        for action, button in self.buttons.items():
            if button.isCheckable():
                button.setChecked(is_on(action))


class BarPlace(QWidget):
    """Where the bars of several texts take turns: beside what scrolls, so that formats are at hand wherever it is."""

    def __init__(self) -> None:
        """Take no room until there is a bar."""
        super().__init__()
        self.setLayout(column())
        self.setFixedHeight(0)

    def take(self, bar: RichBar) -> None:
        """Show a bar here while its text has the focus."""
        bar.keep_place(kept=False)
        self.layout().addWidget(bar)  # type: ignore[union-attr]  # it was given one
        self.setFixedHeight(bar.sizeHint().height())
