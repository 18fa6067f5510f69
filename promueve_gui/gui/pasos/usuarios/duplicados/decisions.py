"""What people decided already: the merges that were made and the pairs that are different; each can be taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QWidget

from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import EmptyState, button, column, row
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

Index = QModelIndex | QPersistentModelIndex


@frozen
class Kind:
    """A kind of decision: its records, which of their fields are shown, what takes one back, and the empty list."""

    tipo: type[Registro]
    nombres: tuple[str, ...]
    action: str
    tip: str
    empty: tuple[str, str, str]


class DecisionsModel(QAbstractTableModel):
    """The decisions of a kind, the newest first, that hold every word of a query."""

    def __init__(self, project: Project, kind: Kind) -> None:
        """Show those there are."""
        super().__init__()
        self._project, self._kind = project, kind
        self._query: tuple[str, ...] = ()
        self._rows: list[tuple[Id, Sequence[str]]] = []
        self.total = 0
        self.refresh()

    def refresh(self) -> None:
        """Show them as they are now."""
        self.beginResetModel()
        registros = sorted(self._project.proyecto.activos(self._kind.tipo), key=_when, reverse=True)
        self.total = len(registros)
        rows = [
            (registro.id, [self._text(registro, nombre) for nombre in self._kind.nombres]) for registro in registros
        ]
        self._rows = [made for made in rows if all(word in plegar(" ".join(made[1])) for word in self._query)]
        self.endResetModel()

    def set_query(self, query: str) -> None:
        """Show only what holds each word."""
        self._query = tuple(plegar(query).split())
        self.refresh()

    def id_at(self, place: int) -> Id:
        """Return the identity of a row."""
        return self._rows[place][0]

    def place_of(self, identidad: Id) -> int:
        """Return the row of a decision, -1 when it is not shown."""
        return next((place for place, made in enumerate(self._rows) if made[0] == identidad), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the fields shown."""
        return 0 if parent.isValid() else len(self._kind.nombres)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the labels of the fields."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return campos(self._kind.tipo)[self._kind.nombres[section]].etiqueta

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is seen, and in a tooltip the whole of it."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        text = self._rows[index.row()][1][index.column()]
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def _text(self, registro: Registro, nombre: str) -> str:
        return mostrar(campos(type(registro))[nombre], getattr(registro, nombre), self._project.proyecto)


class Decisions(QWidget):
    """The list of one kind of decision, with what takes the chosen ones back."""

    take_back_asked = Signal(list)  # identities

    def __init__(self, context: Context, project: Project, kind: Kind) -> None:
        """List the decisions of a kind."""
        super().__init__()
        self._project = project
        self.model = DecisionsModel(project, kind)
        self.table = _make_table(self.model, kind.tipo.PLURAL)
        self.action: QPushButton = button(kind.action, self._take_back)
        self.action.setToolTip(kind.tip)
        icon, title, text = kind.empty
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState(context.icon(icon, context.colores.secundario), title, text))
        layout = column(self._stack, spacing=GRID)
        layout.setStretch(0, 1)
        layout.addLayout(row(self.action, None))
        self.setLayout(layout)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.model.modelReset.connect(self._tell)
        self._tell()

    def chosen(self) -> list[Id]:
        """Return the decisions chosen."""
        return [self.model.id_at(index.row()) for index in self.table.selectionModel().selectedRows()]

    def show_decision(self, identidad: Id) -> None:
        """Put the cursor on a decision."""
        place = self.model.place_of(identidad)
        if place >= 0:
            index = self.model.index(place, 0)
            flags = QItemSelectionModel.SelectionFlag
            # Whatever keys are held down: with Ctrl, selecting a row would take it out of the selection.
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)
        self.table.setFocus()

    def _tell(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.total else 1)
        self.action.setVisible(bool(self.model.total))
        self.action.setEnabled(bool(self.chosen()) and not self._project.read_only)

    def _take_back(self) -> None:
        self.take_back_asked.emit(self.chosen())


def _when(registro: Registro) -> tuple[date, Id]:
    return getattr(registro, "fecha", None) or date.min, registro.id


def _make_table(model: DecisionsModel, name: str) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(name.capitalize())
    made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    made.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().setVisible(False)
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    for section in range(model.columnCount()):
        last = section == model.columnCount() - 1
        header.setSectionResizeMode(
            section, QHeaderView.ResizeMode.ResizeToContents if last else QHeaderView.ResizeMode.Stretch
        )
    return made
