"""The one icon family of the window, drawn from a small font in any colour and at any scale."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class GlyphEngine(QIconEngine):
    """Paints one glyph, so that an icon is sharp at 200 % too."""

    def __init__(self, glyph: str, family: str, colour: str, disabled: str, inks: Mapping[str, str]) -> None:
        """Take the character, the font it is in, its colours, and what those are in the theme in force."""
        super().__init__()
        self._glyph, self._family, self._colour, self._disabled, self._inks = glyph, family, colour, disabled, inks

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # Qt's signature
        """Paint the glyph in the middle of ``rect``."""
        font = QFont(self._family)
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        painter.setFont(font)
        colour = self._disabled if mode is QIcon.Mode.Disabled else self._colour
        painter.setPen(QColor(self._inks.get(colour, colour)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the glyph as a picture."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return a copy, as Qt asks of every engine."""
        return GlyphEngine(self._glyph, self._family, self._colour, self._disabled, self._inks)


class Icons:
    """The glyphs by name. Whoever changes the theme fills ``inks``, so that icons made before follow it."""

    def __init__(self, folder: Path) -> None:
        """Load the font and its names from ``folder``."""
        self.inks: dict[str, str] = {}
        self._codes: dict[str, str] = tomllib.loads((folder / "iconos.toml").read_text(encoding="utf-8"))
        number = QFontDatabase.addApplicationFont(str(folder / "iconos.ttf"))
        self.family = QFontDatabase.applicationFontFamilies(number)[0]

    def glyph(self, name: str) -> str:
        """Return the character of an icon, for those who paint text themselves. Raises ``KeyError``."""
        return chr(int(self._codes[name], 16))

    def icon(self, name: str, colour: str, disabled: str = "#909090") -> QIcon:
        """Return an icon in ``colour``. Raises ``KeyError`` for a name that the font does not have."""
        return QIcon(GlyphEngine(self.glyph(name), self.family, colour, disabled, self.inks))
