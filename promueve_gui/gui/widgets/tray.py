"""A short list of records that wait to be put somewhere: groups without a place, lines without a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QIcon, QKeyEvent

    from promueve_gui.domain.ficha import Id, Registro

    Icon = Callable[[Any], QIcon]
    Tip = Callable[[Any], str]

Index = QModelIndex | QPersistentModelIndex
ICON = 14
AT_ONCE = 2000  # rows that are laid out together
KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class TrayModel(QAbstractListModel):
    """Records by their names."""

    def __init__(self, icon: Icon, tip: Tip) -> None:
        """Take what gives each record its sign and its tooltip."""
        super().__init__()
        self._icon, self._tip = icon, tip
        self._rows: Sequence[Registro] = ()

    def set_records(self, registros: Sequence[Registro]) -> None:
        """Show these, in this order."""
        if list(registros) != list(self._rows):
            self.beginResetModel()
            self._rows = registros
            self.endResetModel()

    def registro(self, row: int) -> Registro:
        """Return the record of a row."""
        return self._rows[row]

    def row_of(self, identidad: Id) -> int:
        """Return the row of a record, -1 when it is not here."""
        return next((row for row, registro in enumerate(self._rows) if registro.id == identidad), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many wait."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt asks for anything
        """Return name, sign or tooltip."""
        if not index.isValid():
            return None
        registro = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return registro.titulo_visible
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(registro)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._tip(registro))
            case _:
                return None


class TwoLines(QStyledItemDelegate):
    """Gives each name two lines: a tray is narrow, and many names begin alike."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of two lines."""
        return QSize(super().sizeHint(option, index).width(), 2 * option.fontMetrics.lineSpacing() + 2 * GRID)


class Tray(QListView):
    """The list; Enter puts the current record where the page decides, a double click opens it."""

    place_asked = Signal(object)  # Id
    open_asked = Signal(object)  # Id
    menu_asked = Signal(QPoint)  # where on the screen

    def __init__(self, name: str, icon: Icon, tip: Tip) -> None:
        """Start empty; ``name`` is what a screen reader says."""
        super().__init__()
        self._records = TrayModel(icon, tip)
        self._sought = False
        self.setModel(self._records)
        self.setAccessibleName(name)
        self.setItemDelegate(TwoLines(self))
        self.setWordWrap(True)
        self.setUniformItemSizes(True)
        # Its layout asks the model about every row, of which there may be very many: a part at each turn of the loop.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._on_laid_out())
        self.setIconSize(QSize(ICON, ICON))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda place: self.menu_asked.emit(self.viewport().mapToGlobal(place)))
        self.doubleClicked.connect(lambda index: self.open_asked.emit(self._records.registro(index.row()).id))

    def set_records(self, registros: Sequence[Registro]) -> None:
        """Show these, keeping the cursor on its record."""
        current = self.current_id()
        self._records.set_records(registros)
        row = -1 if current is None else self._records.row_of(current)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._records.index(row, 0))

    def count(self) -> int:
        """Return how many wait."""
        return self._records.rowCount()

    def current_id(self) -> Id | None:
        """Return the record with the cursor, or ``None``."""
        index = self.currentIndex()
        return self._records.registro(index.row()).id if index.isValid() else None

    def select(self, identidad: Id) -> None:
        """Put the cursor on a record, if it is here."""
        row = self._records.row_of(identidad)
        if row >= 0:
            index = self._records.index(row, 0)
            self._sought = self.visualRect(index).isEmpty()  # not laid out yet
            self.setCurrentIndex(index)

    def _on_laid_out(self) -> None:
        """Show the record with the cursor as soon as it has its place."""
        if self._sought and not self.visualRect(self.currentIndex()).isEmpty():
            self._sought = False
            self.scrollTo(self.currentIndex())

    def at(self, place: QPoint) -> tuple[Id, str] | None:
        """Return the record at a place of the list and its name, or ``None``."""
        index = self.indexAt(place)
        return (self._records.registro(index.row()).id, str(index.data())) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a place with Enter or the space bar."""
        current = self.current_id()
        if event.key() in KEYS and current is not None:
            self.place_asked.emit(current)
        else:
            super().keyPressEvent(event)
