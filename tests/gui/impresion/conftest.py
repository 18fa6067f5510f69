"""Printing needs the application of the program, for its fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def fonts(spanish_app: QApplication) -> None:
    """See that there are fonts."""
