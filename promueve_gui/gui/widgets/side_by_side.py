"""Two texts beside each other, field by field, with the words that only one of them says marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextLength, QTextTableFormat
from PySide6.QtWidgets import QTextEdit

from promueve_gui.domain.palabras_diferentes import Suerte
from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextTable

    from promueve_gui.domain.palabras_diferentes import Trozo
    from promueve_gui.gui.context import Context

    Row = tuple[str, Sequence[Trozo]]  # the name of a field, and both of its texts as one

LEGEND = "Tachado: lo que ya no dice. Subrayado: lo que se agregó."
NOTHING_SAID = "(sin texto)"


class SideBySide(QTextEdit):
    """Read only. What is gone is struck through and what came is underlined, so that colour is not the only sign."""

    def __init__(self, context: Context, name: str) -> None:
        """Start empty; ``name`` is what a screen reader calls it."""
        super().__init__()
        self._context = context
        self._shown: tuple[tuple[str, str], Sequence[Row]] | None = None
        self._sentence = ""
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name)
        self.setAccessibleDescription(LEGEND)

    def show_rows(self, titles: tuple[str, str], rows: Sequence[Row]) -> None:
        """Show fields with both of their texts under two titles."""
        self._shown = titles, rows
        self.clear()
        cursor = self.textCursor()
        table = cursor.insertTable(1 + 2 * len(rows), 2, self._frame())
        for column, title in enumerate(titles):
            self._write(table, 0, column, title, self._quiet())
        for place, (name, trozos) in enumerate(rows):
            above = 1 + 2 * place
            table.mergeCells(above, 0, 1, 2)
            self._write(table, above, 0, name, self._strong())
            self._write_side(table, above + 1, 0, trozos, Suerte.AGREGADO)
            self._write_side(table, above + 1, 1, trozos, Suerte.QUITADO)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def say(self, sentence: str) -> None:
        """Show a sentence instead: nothing differs, or nothing is chosen."""
        self._shown, self._sentence = None, sentence
        self.clear()
        self.textCursor().insertText(sentence, self._quiet())

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            if self._shown is not None:
                self.show_rows(*self._shown)
            elif self._sentence:
                self.say(self._sentence)

    def _frame(self) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 50)] * 2)
        made.setCellPadding(GRID // 2)
        made.setCellSpacing(0)
        made.setBorder(0)
        return made

    def _quiet(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(QColor(self._context.colores.secundario))
        return made

    def _strong(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(QColor(self._context.colores.texto))
        made.setFontWeight(QFont.Weight.DemiBold)
        return made

    def _format(self, suerte: Suerte) -> QTextCharFormat:
        c, made = self._context.colores, QTextCharFormat()
        made.setForeground(QColor(c.texto))
        if suerte is Suerte.QUITADO:
            made.setForeground(QColor(c.error))
            made.setBackground(QColor(c.error_suave))
            made.setFontStrikeOut(True)
        elif suerte is Suerte.AGREGADO:
            made.setForeground(QColor(c.bien))
            made.setBackground(QColor(c.bien_suave))
            made.setFontUnderline(True)
        return made

    def _write(self, table: QTextTable, row: int, column: int, text: str, look: QTextCharFormat) -> None:
        table.cellAt(row, column).firstCursorPosition().insertText(text, look)

    def _write_side(self, table: QTextTable, row: int, column: int, trozos: Sequence[Trozo], left_out: Suerte) -> None:
        cursor = table.cellAt(row, column).firstCursorPosition()
        said = [trozo for trozo in trozos if trozo.suerte is not left_out and trozo.texto]
        spaced = QTextBlockFormat()
        spaced.setBottomMargin(GRID // 2)
        cursor.setBlockFormat(spaced)
        for trozo in said:
            cursor.insertText(trozo.texto, self._format(trozo.suerte))
        if not said:
            cursor.insertText(NOTHING_SAID, self._quiet())
