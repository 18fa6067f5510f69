"""A record made on the spot, by its name alone: the way out of a list that does not hold it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.ficha import Registro
from promueve_gui.domain.texto import en_un_renglon
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, row, show_part

if TYPE_CHECKING:
    from promueve_gui.gui.project import Project


class QuickAdd(QWidget):
    """A button that turns into a line for the name; ``added`` tells the identity of the record."""

    added = Signal(str)

    def __init__(self, project: Project, tipo: type[Registro]) -> None:
        """Make records of ``tipo``; stays hidden where they have no name of their own or nothing can be written."""
        super().__init__()
        self._project, self._tipo = project, tipo
        self._adjective = "Nueva" if tipo.FEMENINO else "Nuevo"
        self._suggested = ""
        self.opener = button(f"{self._adjective} {tipo.SINGULAR}…", self._open)
        self.line = QLineEdit()
        self.line.setPlaceholderText(f"Nombre {'de la nueva' if tipo.FEMENINO else 'del nuevo'} {tipo.SINGULAR}")
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.installEventFilter(self)
        self.adder = button("Agregar", self._add)
        self.line.textChanged.connect(lambda text: self.adder.setEnabled(bool(text.strip())))
        layout = row(self.opener, self.line, self.adder, None, spacing=GRID)
        layout.setStretch(1, 3)
        self.setLayout(layout)
        self._fold(folded=True)
        show_part(self, shown=tipo.TITULO == Registro.TITULO and not project.read_only)

    def suggest(self, name: str) -> None:
        """Offer a name, as what was searched for in vain."""
        self._suggested = name

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter for «add» and Escape for «never mind», before the dialog takes them for itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._add()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._fold(folded=True)
                self.opener.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        self._fold(folded=False)
        self.line.setText(self._suggested)
        self.adder.setEnabled(bool(self._suggested.strip()))
        self.line.selectAll()
        self.line.setFocus()

    def _fold(self, *, folded: bool) -> None:
        self.opener.setVisible(folded)
        self.line.setHidden(folded)
        self.adder.setHidden(folded)

    def _add(self) -> None:
        """Make the record, unless one is already called so: two of a name could not be told apart."""
        name = en_un_renglon(self.line.text())
        if not name:
            return
        known = self._project.proyecto.llamados(self._tipo, name)
        identidad = known[0] if known else nuevo_id()
        if not known:
            nuevo = alta(self._tipo(id=identidad, **{self._tipo.TITULO: name}))
            if self._project.edit(f"{self._adjective} {self._tipo.SINGULAR} «{name}»", [nuevo]) is None:
                return
        self._fold(folded=True)
        self.added.emit(identidad)
