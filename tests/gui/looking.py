"""What is seen on screen: colours of a part of a widget, and the texts of its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget


def colours(widget: QWidget, area: QRect | None = None) -> set[str]:
    """Return the colours of all pixels of ``widget``, or of a rectangle of it, as «#rrggbb»."""
    return colours_of(widget.grab(widget.rect() if area is None else area).toImage())


def colours_of(image: QImage) -> set[str]:
    """Return the colours of all pixels of a picture, as «#rrggbb»; what is transparent counts by its colour too."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in set(memoryview(plain.constBits()).cast("I"))}


class PaintCount(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.many = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.many += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def labels(widget: QWidget) -> list[str]:
    """Return the texts of the labels that are shown, in the order of their making."""
    return [made.text() for made in widget.findChildren(QLabel) if made.isVisible() and made.text()]


def named(widget: QWidget, text: str) -> QPushButton:
    """Return the button that says ``text``; there must be one."""
    (made,) = [made for made in widget.findChildren(QPushButton) if made.text() == text]
    return made
