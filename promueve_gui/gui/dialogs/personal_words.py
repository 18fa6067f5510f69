"""The words that a user added to their own dictionary, of which any may be taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QStackedWidget, QWidget

from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from promueve_gui.application.ports import DiccionarioPersonal
    from promueve_gui.gui.messages import Messages

TITLE = "Mis palabras"
HINT = "Las que usted agregó a su diccionario en este equipo. Las que quite vuelven a marcarse al escribir."
EMPTY = "Todavía no hay ninguna. Al escribir, presione F7 en una palabra marcada y elija «Agregar a mi diccionario»."


class PersonalWordsDialog(PlainDialog):
    """Lists the words, and takes out the chosen ones."""

    def __init__(self, parent: QWidget, words: DiccionarioPersonal, messages: Messages) -> None:
        """Show the words of ``words`` as they are now."""
        super().__init__(parent, TITLE, 440, 420, HINT)
        self._words, self._messages = words, messages
        self.list = QListWidget()
        self.list.setAccessibleName(TITLE)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._refresh)
        self.remove = button("Quitar", self.take_out)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.take_out)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        empty = label(EMPTY, "secundario", wrap=True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(empty)
        self.body.addWidget(self._pages, 1)
        self.foot.insertWidget(0, self.remove)
        self.list.addItems(sorted(words.palabras(), key=plegar))
        self._refresh()
        self.list.setFocus()

    def take_out(self) -> None:
        """Take the chosen words out of the dictionary, or say why they stay."""
        chosen = self.list.selectedItems()
        try:
            self._words.quitar([item.text() for item in chosen])
        except UserError as error:
            self._messages.tell(mensaje(error), TITLE)
            return
        for item in chosen:
            self.list.takeItem(self.list.row(item))
        self._refresh()

    def _refresh(self) -> None:
        self._pages.setCurrentIndex(0 if self.list.count() else 1)
        self.remove.setEnabled(bool(self.list.selectedItems()))
