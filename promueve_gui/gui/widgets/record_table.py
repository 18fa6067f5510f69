"""The table of a list: keyboard, blocks from and to a spreadsheet, the menu of the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from promueve_gui.application.blocks import copy_block
from promueve_gui.gui.widgets.list_table import ListTable
from promueve_gui.gui.widgets.record_delegate import type_in, typed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.models.record_table import RecordTableModel
    from promueve_gui.gui.project import Project

    Entry = tuple[str, str, str, Callable[[], object]]  # what it says, its icon, its keys, what it does

CHARACTER_PIXELS = 7
PADDING = 24  # of a cell, both sides
TITLE_PADDING = 22  # of a title, both sides
WIDEST = 320
NOT_WIDENED = (-1, 0, 0)  # which column has what was left over, its width without that, and with it
PASTE_AS_NEW = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,  # the Command key on a Mac
    Qt.Key.Key_V,
)


class RecordTable(ListTable):
    """A table of records, edited in place."""

    opened = Signal()  # the user wants the form of the current record
    withdraw_asked = Signal()
    pasted = Signal(str)
    pasted_as_new = Signal(str)

    def __init__(self, context: Context, project: Project, model: RecordTableModel) -> None:
        """Show ``model``."""
        super().__init__(context, project, model, f"Lista de {model.tipo.PLURAL}")
        self._records = model
        self._project = project
        self._widened = NOT_WIDENED
        self._refused = False  # what an editor holds
        model.rejected.connect(self._on_rejected)
        model.modelReset.connect(self.executeDelayedItemsLayout)  # else it is painted, laid out and painted again
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.horizontalHeader().setSectionsMovable(True)
        for place in range(model.columnCount()):
            header = self.fontMetrics().horizontalAdvance(model.label(place)) + 44
            self.setColumnWidth(
                place, max(min(model.width(place) * CHARACTER_PIXELS + PADDING, WIDEST), min(header, WIDEST))
            )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._actions = self._make_actions(context)
        self._adders: list[Callable[[QMenu], object]] = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what room is left over to the widest column, or take it back; and keep the cursor in sight."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        place, before, after = self._widened
        if place >= 0 and header.sectionSize(place) == after:  # nobody dragged it since
            header.resizeSection(place, before)
        left = self.viewport().width() - header.length()
        place = max(range(self._count()), key=header.sectionSize)
        before = header.sectionSize(place)
        self._widened = (place, before, before + left) if left > 0 else NOT_WIDENED
        if left > 0:
            header.resizeSection(place, before + left)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def title_width(self, place: int) -> int:
        """Return the pixels that the title of a column takes, which is bolder than its cells."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self._records.label(place)) + TITLE_PADDING

    def selected_records(self) -> list[Registro]:
        """Return the chosen records, in the order shown."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._records.registro(row) for row in rows]

    def current_record(self) -> Registro | None:
        """Return the record that has the cursor, or ``None``."""
        index = self.currentIndex()
        return self._records.registro(index.row()) if index.isValid() else None

    def select_record(self, identidad: str) -> bool:
        """Put the cursor on a record; false when it is not shown."""
        row = self._records.row_of(identidad)
        if row < 0:
            return False
        self.setCurrentIndex(self._records.index(row, max(0, self.currentIndex().column())))
        self.scrollTo(self.currentIndex())
        return True

    def paste_targets(self) -> tuple[list[Registro], list[str]]:
        """Return the records and fields on which a block falls, as in a spreadsheet.

        Those chosen, when they are several; else those from the chosen one downwards, and no one when none is chosen.
        The fields begin at the cursor.
        """
        chosen = self.selected_records()
        if not chosen:
            return [], self.fields_from(0)
        below = self._records.registros()[self._records.row_of(chosen[0].id) :]
        start = self.horizontalHeader().visualIndex(max(0, self.currentIndex().column()))
        return chosen if len(chosen) > 1 else below, self.fields_from(start)

    def fields_from(self, start: int) -> list[str]:
        """Return the fields of the columns that are seen, in the order in which they are, from place ``start``."""
        places = (self.horizontalHeader().logicalIndex(visual) for visual in range(start, self._count()))
        seen = (place for place in places if not self.isColumnHidden(place))
        return [self._records.columns[place] for place in seen if self._records.is_field(place)]

    def copy(self) -> None:
        """Copy the chosen records, with their labels, for a spreadsheet."""
        text = copy_block(self.selected_records(), self.fields_from(0), self._project.proyecto)
        if text:
            QGuiApplication.clipboard().setText(text)

    def extend_menu(self, add: Callable[[QMenu], object]) -> None:
        """Let a page add to the menu of the right button, for the records then chosen."""
        self._adders.append(add)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, withdraw and open with the keyboard; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.keyCombination() == PASTE_AS_NEW:
            self.pasted_as_new.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            self.withdraw_asked.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != self.State.EditingState:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def commitData(self, editor: QWidget) -> None:
        """Take what an editor holds; when it does not fit, open the cell again with that text, to be corrected."""
        index, self._refused = QPersistentModelIndex(self.indexAt(editor.geometry().center())), False
        text = typed_in(editor)
        super().commitData(editor)
        if self._refused:
            QTimer.singleShot(0, self, lambda: self._edit_again(index, text))

    def _on_rejected(self, _sentence: str) -> None:
        self._refused = True

    def _edit_again(self, index: QPersistentModelIndex, text: str) -> None:
        place = self._records.index(index.row(), index.column()) if index.isValid() else QModelIndex()
        if place.isValid() and self.isVisible():
            self.setCurrentIndex(place)
            self.edit(place)
            editor = self.indexWidget(place)
            if editor is not None:
                type_in(editor, text)

    def _count(self) -> int:
        return len(self._records.columns)

    def _entries(self) -> Sequence[Entry]:
        """Return what the menu of the right button offers."""
        clipboard = QGuiApplication.clipboard()
        return (
            ("Abrir la ficha", "pencil-outline", "Entrar", self.opened.emit),
            ("Copiar", "content-copy", "Ctrl+C", self.copy),
            ("Pegar desde Excel", "content-paste", "Ctrl+V", lambda: self.pasted.emit(clipboard.text())),
            (
                "Pegar como renglones nuevos",
                "content-paste",
                "Ctrl+Mayús+V",
                lambda: self.pasted_as_new.emit(clipboard.text()),
            ),
            ("Retirar…", "archive-arrow-down-outline", "Supr", self.withdraw_asked.emit),
        )

    def _make_actions(self, context: Context) -> list[QAction]:
        made = []
        for text, icon, keys, call in self._entries():
            action = QAction(context.icon(icon), f"{text}\t{keys}", self)
            action.triggered.connect(lambda _=False, call=call: call())
            made.append(action)
        return made

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        for add in self._adders:
            menu.addSeparator()
            add(menu)
        menu.popup(self.viewport().mapToGlobal(position))
