"""Buttons that show how many differences there are of each kind, and leave only those of one. They hold no project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton

from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.gui.widgets.flow import FlowRow

if TYPE_CHECKING:
    from collections.abc import Mapping

EVERYTHING = "Todo"


class KindFilter(FlowRow):
    """One button for everything and one for each kind that there is."""

    chosen = Signal(tuple)  # of TipoDiferencia; empty for all of them

    def __init__(self) -> None:
        """Start with no counts."""
        super().__init__(spread=False)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[TipoDiferencia | None, QToolButton] = {}
        for kind in (None, *TipoDiferencia):
            made = QToolButton()
            made.setObjectName("boton")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.clicked.connect(lambda _, kind=kind: self.chosen.emit(() if kind is None else (kind,)))
            self._group.addButton(made)
            self.buttons[kind] = made
        self.add(*self.buttons.values())
        self.count({})

    def count(self, counts: Mapping[TipoDiferencia, int]) -> None:
        """Show counts, and everything."""
        for kind, made in self.buttons.items():
            number = sum(counts.values()) if kind is None else counts.get(kind, 0)
            made.setText(f"{EVERYTHING if kind is None else kind.etiqueta} ({number:,})")
            made.setAccessibleName(f"Mostrar {made.text().lower()}")
            made.setVisible(kind is None or number > 0)
        self.buttons[None].setChecked(True)
