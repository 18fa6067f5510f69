"""Editors of choices: yes or no, one of a vocabulary, several of it, a grade from 1 to 5."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from promueve_gui.domain.ficha import Opcion, Tipo
from promueve_gui.domain.formato import ESCALA_MAXIMA
from promueve_gui.gui.widgets.editors.base import FieldEditor
from promueve_gui.gui.widgets.parts import column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QWheelEvent

    from promueve_gui.domain.ficha import Campo, Valor

NADA = "—"
LONGEST_LINE = 40  # characters beside a box, which Qt does not break by itself


class CalmComboBox(QComboBox):
    """A list that the wheel leaves alone while a form is scrolled past it; it may be narrower than its texts."""

    def __init__(self) -> None:
        """Ask for little room."""
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form unless the list has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckEditor(FieldEditor):
    """Yes or no."""

    def __init__(self, campo: Campo) -> None:
        """Make a box that carries its own label."""
        super().__init__(campo)
        self.box = QCheckBox(_in_lines(campo.etiqueta))
        self.box.setAccessibleName(campo.etiqueta)
        self.box.clicked.connect(self.edited)
        self.box.clicked.connect(self.settled)
        self.setLayout(column(self.box))
        self.watch(self.box)

    def value(self) -> Valor:
        """Return yes or no."""
        return self.box.isChecked()

    def set_value(self, valor: Valor) -> None:
        """Show yes or no."""
        self.box.setChecked(bool(valor))


class ChoiceEditor(FieldEditor):
    """One of a vocabulary, or a grade from 1 to 5, or nothing."""

    def __init__(self, campo: Campo) -> None:
        """Fill the list from the vocabulary of the field."""
        super().__init__(campo)
        self.list = CalmComboBox()
        self.list.addItem(NADA, None)
        for text, valor in _choices(campo):
            self.list.addItem(text, valor)
        self.list.activated.connect(self.edited)
        self.list.activated.connect(self.settled)
        self.setLayout(column(self.list))
        self.watch(self.list)

    def value(self) -> Valor:
        """Return the choice, or ``None``."""
        index = self.list.currentIndex()
        return None if index <= 0 else _choices(self.campo)[index - 1][1]

    def set_value(self, valor: Valor) -> None:
        """Show a choice."""
        values = [value for _, value in _choices(self.campo)]
        self.list.setCurrentIndex(values.index(cast("Opcion", valor)) + 1 if valor in values else 0)


class ChoicesEditor(FieldEditor):
    """Any number of a vocabulary, as boxes one under the other."""

    def __init__(self, campo: Campo) -> None:
        """Make a box for each choice."""
        super().__init__(campo)
        self.boxes = {opcion: QCheckBox(opcion.etiqueta) for opcion in _options(campo)}
        for box in self.boxes.values():
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.clicked.connect(self.edited)
            box.clicked.connect(self.settled)
        self.setLayout(column(*self.boxes.values(), spacing=0))
        for box in reversed(self.boxes.values()):
            self.watch(box)
            box.setAccessibleName(f"{campo.etiqueta}: {box.text()}")

    def value(self) -> Valor:
        """Return the choices."""
        return frozenset(opcion for opcion, box in self.boxes.items() if box.isChecked())

    def set_value(self, valor: Valor) -> None:
        """Show the choices."""
        chosen = cast("frozenset[Opcion]", valor)
        for opcion, box in self.boxes.items():
            box.setChecked(opcion in chosen)


def _options(campo: Campo) -> Iterable[Opcion]:
    return campo.opciones or ()


def _choices(campo: Campo) -> list[tuple[str, Opcion | int]]:
    if campo.tipo is Tipo.ESCALA:
        return [(str(grade), grade) for grade in range(1, ESCALA_MAXIMA + 1)]
    return [(opcion.etiqueta, opcion) for opcion in _options(campo)]


def _in_lines(text: str) -> str:
    """Return a text that stands beside a box, in two lines where it is long."""
    place = text.rfind(" ", 0, LONGEST_LINE + 1) if len(text) > LONGEST_LINE else -1
    return text if place < 0 else f"{text[:place]}\n{text[place + 1 :]}"
