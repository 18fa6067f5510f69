"""The documents."""

from __future__ import annotations

from typing import Any

from promueve_gui.gui.pasos.base import StepPage


class EntregablesPage(StepPage):
    """The documents."""

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
