"""The manual: its sections at the left, its text with pictures at the right, and a search through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, label
from promueve_gui.gui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from promueve_gui.gui.context import Context

SECTION_LEVEL = 2
SECTIONS_WIDTH = 290
PLACE = Qt.ItemDataRole.UserRole


class ManualDialog(PlainDialog):
    """The manual that ships, which is Markdown of our own; what users write never comes here."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        """Show the beginning."""
        super().__init__(parent, "Manual", 1080, 680)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("Manual")
        self.browser.setOpenLinks(False)
        self.browser.setSearchPaths([str(context.services.recursos / "ayuda")])
        self.browser.setMarkdown(context.services.textos.manual)
        self._space_out()
        self.sections = QListWidget()
        self.sections.setAccessibleName("Secciones del manual")
        self.sections.setFixedWidth(SECTIONS_WIDTH)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for block in self._headings():
            item = QListWidgetItem(block.text(), self.sections)
            item.setData(PLACE, block.blockNumber())
            item.setToolTip(block.text())
        self.sections.currentItemChanged.connect(self._go)
        self.search = SearchBox(context, "Buscar en el manual", SECTIONS_WIDTH)
        self.search.returnPressed.connect(self.find_next)
        following = button("Buscar", self.find_next)
        following.setAutoDefault(False)
        self.told = label("", "secundario")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for widget in (self.search, following, self.told):
            row.addWidget(widget)
        row.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(GRID)
        middle.addWidget(self.sections)
        middle.addWidget(self.browser, 1)
        self.body.addLayout(row)
        self.body.addLayout(middle, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        self.browser.setFocus()

    def find_next(self) -> None:
        """Show the next place that says what is searched, from the beginning again after the last one."""
        text = self.search.text().strip()
        self.told.clear()
        if not text or self.browser.find(text):
            return
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        if not self.browser.find(text):
            self.told.setText("No está en el manual.")

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.browser.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _headings(self) -> Iterator[QTextBlock]:
        return (block for block in self._blocks() if block.blockFormat().headingLevel() == SECTION_LEVEL)

    def _space_out(self) -> None:
        """Give the paragraphs room, which Qt's reading of Markdown leaves out, and let long lines of code wrap."""
        for block in self._blocks():
            cursor = QTextCursor(block)
            shape = block.blockFormat()
            shape.setNonBreakableLines(False)
            if cursor.currentTable() is None:
                shape.setTopMargin(2 * GRID if shape.headingLevel() else 0)
                shape.setBottomMargin(GRID // 2 if block.textList() is not None else GRID)
            cursor.setBlockFormat(shape)

    def _go(self, item: QListWidgetItem | None) -> None:
        """Put the heading of a section at the top."""
        if item is None:
            return
        document = self.browser.document()
        block = document.findBlockByNumber(int(item.data(PLACE)))
        self.browser.setTextCursor(QTextCursor(block))
        top = document.documentLayout().blockBoundingRect(block).top()
        self.browser.verticalScrollBar().setValue(int(top))
