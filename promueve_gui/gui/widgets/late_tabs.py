"""Tabs whose pages are built when first visited, so that a page of the wizard shows at once. They hold no project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class LateTabs(QTabWidget):
    """Tabs of pages that are there already, or are built by a function when their tab is first chosen."""

    def __init__(self, *pages: tuple[str, QWidget | Callable[[], QWidget]]) -> None:
        """Take the name of each tab with its page, or with what builds it."""
        super().__init__()
        self.setDocumentMode(True)
        self._waiting: dict[int, tuple[QVBoxLayout, Callable[[], QWidget]]] = {}
        for name, page in pages:
            if isinstance(page, QWidget):
                self.addTab(page, name)
                continue
            place = QWidget()
            layout = QVBoxLayout(place)
            layout.setContentsMargins(0, 0, 0, 0)
            self._waiting[self.addTab(place, name)] = layout, page
        self.currentChanged.connect(self.build)
        self.build(self.currentIndex())

    def setTabText(self, place: int, text: str) -> None:
        """Name a tab; by the name that it has already Qt would paint the whole page anew."""
        if text != self.tabText(place):
            super().setTabText(place, text)

    def build(self, place: int) -> None:
        """Build the page of a tab now, unless it stands already."""
        waiting = self._waiting.pop(place, None)
        if waiting is None:
            return
        layout, make = waiting
        try:
            page = make()
        except BaseException:
            self._waiting[place] = waiting  # to be tried again the next time
            raise
        layout.addWidget(page)
        page.show()  # now, and not when Qt gets to it: whoever asked for the page may want to type in it at once
