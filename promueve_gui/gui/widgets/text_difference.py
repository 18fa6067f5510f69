"""Two texts as one: what was taken out is struck through, what was added is underlined, each in its colour too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from promueve_gui.domain.palabras_diferentes import Suerte

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.palabras_diferentes import Trozo
    from promueve_gui.gui.context import Context


class TextDifference(QTextEdit):
    """Shows pieces of text, to be read; nothing in them is taken for markup."""

    def __init__(self, context: Context) -> None:
        """Build it empty."""
        super().__init__(readOnly=True)
        self._context = context
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)

    def show_pieces(self, trozos: Iterable[Trozo], told: str) -> None:
        """Show them; ``told`` is what somebody hears who sees no marks."""
        self.clear()
        cursor = self.textCursor()
        for trozo in trozos:
            cursor.insertText(trozo.texto, self._look(trozo.suerte))
        self.setAccessibleDescription(told)
        cursor.setPosition(0)
        self.setTextCursor(cursor)

    def _look(self, suerte: Suerte) -> QTextCharFormat:
        look, colores = QTextCharFormat(), self._context.colores
        look.setForeground(QColor(colores.texto))
        if suerte is Suerte.QUITADO:
            look.setFontStrikeOut(True)
            look.setForeground(QColor(colores.error))
            look.setBackground(QColor(colores.error_suave))
        elif suerte is Suerte.AGREGADO:
            look.setFontUnderline(True)
            look.setForeground(QColor(colores.bien))
            look.setBackground(QColor(colores.bien_suave))
        return look
