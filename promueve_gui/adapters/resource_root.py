"""Where ``recursos`` stands. Apart from what reads it, so that the window can start without reading anything."""

from __future__ import annotations

import sys
from pathlib import Path


def find_root() -> Path:
    """Return the folder ``recursos``: inside the PyInstaller bundle, or else beside the package."""
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return base / "recursos"
