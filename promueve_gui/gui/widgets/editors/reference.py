"""Editors of links to other records: one, or several in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListWidget, QListWidgetItem

from promueve_gui.domain.formato import leer
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.widgets.editors.base import FieldEditor, leaves
from promueve_gui.gui.widgets.parts import button, column, row, tool
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Campo, Id, Valor
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Context

    Picker = Callable[[Campo, tuple[Id, ...]], tuple[Id, ...] | None]

SHOWN_LINES = 4


class ReferenceEditor(FieldEditor):
    """A link to one record: its name is typed, with suggestions, or picked from a list."""

    def __init__(self, campo: Campo, context: Context, proyecto: Callable[[], Proyecto], pick: Picker) -> None:
        """Take how to reach the project and how to ask for a record."""
        super().__init__(campo)
        self._proyecto = proyecto
        self._pick = pick
        self._chosen: Id | None = None
        self._typing = False
        self.line = QLineEdit()
        self.line.setPlaceholderText("Escriba para buscar…")
        self._names = QStringListModel(self)
        self._completer = completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_entered)
        completer.activated.connect(self._on_completed)
        choose = tool(f"Elegir de la lista: {campo.etiqueta}", context.icon("chevron-down"), self._choose)
        self.setLayout(row(self.line, choose, spacing=2))
        self.watch(self.line)

    def value(self) -> Valor:
        """Return the identity of the record, or ``None``. Raises ``ValorInvalidoError`` for an unknown name."""
        text = self.line.text().strip()
        if self._chosen is not None and text == self._title(self._chosen).strip():
            return self._chosen
        return leer(self.campo, text, self._proyecto())

    def set_value(self, valor: Valor) -> None:
        """Show a record by its name."""
        self._chosen = cast("Id | None", valor)
        self._typing = False
        text = self._title(self._chosen)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def typed(self) -> str:
        """Return the name as it was typed."""
        return self.line.text()

    def show_typed(self, text: str) -> None:
        """Show a name that no record has."""
        self._chosen = None
        self._typing = False
        self.line.setText(text)

    def unfinished(self) -> bool:
        """Tell whether a name is being typed; the start of a name fits no record."""
        return self._typing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fetch the names only when somebody comes to choose; a name is whole when they leave."""
        if watched is self.line and leaves(event):
            self._typing = False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _opens(event):
            self._suggest_all()
            return True
        if watched is self.line and event.type() == QEvent.Type.FocusIn:
            tipo = POR_ENTIDAD[self.campo.destino]
            self._names.setStringList(sorted({r.titulo for r in self._proyecto().activos(tipo)}, key=plegar))
        return super().eventFilter(watched, event)

    def _title(self, identidad: Id | None) -> str:
        return self._proyecto().titulo(self.campo.destino, identidad)

    def _on_typed(self) -> None:
        self._chosen = None
        self._dress()
        self._typing = True
        self.edited.emit()

    def _suggest_all(self) -> None:
        """Offer every name, whatever the line says."""
        self._dress()
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def _dress(self) -> None:
        popup, sheet = self._completer.popup(), self.window().styleSheet()
        if popup is not None and popup.styleSheet() != sheet:  # a window of its own, which ours does not dress
            popup.setStyleSheet(sheet)

    def _on_entered(self) -> None:
        self._typing = False
        self.settled.emit()

    def _on_completed(self, text: str) -> None:
        self._chosen = None
        self.line.setText(text)  # the line itself may take it only after this
        self.edited.emit()
        self._on_entered()
        QTimer.singleShot(0, self, lambda: self.line.setCursorPosition(0))

    def _choose(self) -> None:
        chosen = self._pick(self.campo, () if self._chosen is None else (self._chosen,))
        if chosen is not None:
            self.set_value(chosen[0] if chosen else None)
            self.edited.emit()
            self.settled.emit()


def _opens(event: QKeyEvent) -> bool:
    """Tell whether a key opens a list, as it does where one is chosen of a vocabulary."""
    return event.key() == Qt.Key.Key_Down and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


class ReferencesEditor(FieldEditor):
    """Links to several records: a short list with «Elegir» and «Quitar»."""

    def __init__(self, campo: Campo, proyecto: Callable[[], Proyecto], pick: Picker) -> None:
        """Take how to reach the project and how to ask for records."""
        super().__init__(campo)
        self._proyecto = proyecto
        self._pick = pick
        self._chosen: tuple[Id, ...] = ()
        self.list = QListWidget()
        self.list.setFixedHeight(self.list.fontMetrics().lineSpacing() * SHOWN_LINES + 20)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        choose = button("Elegir…", self._choose)
        choose.setAccessibleName(f"Elegir {campo.etiqueta.lower()}")
        self.remove = button("Quitar", self._remove)
        self.remove.setAccessibleName(f"Quitar de {campo.etiqueta.lower()}")
        self.list.itemSelectionChanged.connect(lambda: self.remove.setEnabled(bool(self.list.selectedItems())))
        self.remove.setEnabled(False)
        layout = column(self.list, spacing=4)
        layout.addLayout(row(choose, self.remove, None))
        self.setLayout(layout)
        self.watch(self.list)

    def value(self) -> Valor:
        """Return the identities, in order."""
        return self._chosen

    def set_value(self, valor: Valor) -> None:
        """Show records by their names."""
        self._chosen = cast("tuple[Id, ...]", valor)
        self.list.clear()
        for identidad in self._chosen:
            item = QListWidgetItem(self._proyecto().titulo(self.campo.destino, identidad))
            item.setToolTip(plain_tip(item.text()))
            self.list.addItem(item)

    def _choose(self) -> None:
        chosen = self._pick(self.campo, self._chosen)
        if chosen is not None:
            self._changed(chosen)

    def _remove(self) -> None:
        gone = {self.list.row(item) for item in self.list.selectedItems()}
        self._changed(tuple(i for place, i in enumerate(self._chosen) if place not in gone))

    def _changed(self, chosen: tuple[Id, ...]) -> None:
        self.set_value(chosen)
        self.edited.emit()
        self.settled.emit()
