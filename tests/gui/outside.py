"""What the program asks the system to open, taken before the system hears of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Taker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.taken: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.taken.append(url)


@contextmanager
def opened_outside(scheme: str) -> Iterator[list[QUrl]]:
    """Give the list to which addresses of ``scheme`` go meanwhile, Qt's own way for a program to handle some itself."""
    taker = _Taker()
    QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]  # the stubs say bytes, Qt wants text
    try:
        yield taker.taken
    finally:
        QDesktopServices.unsetUrlHandler(scheme)
