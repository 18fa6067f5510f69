"""Where ``recursos`` stands, and what a portable program keeps beside itself.

Apart from what reads it, so that the window can start without reading anything.
"""

from __future__ import annotations

import sys
from pathlib import Path

PORTABLE = "portable.ini"


def find_root() -> Path:
    """Return the folder ``recursos``: inside the PyInstaller bundle, or else beside the package."""
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return base / "recursos"


def portable_settings() -> Path | None:
    """Return the settings file beside the program, whose presence makes it portable; ``None`` when it is installed."""
    if not getattr(sys, "frozen", False):
        return None
    marker = Path(sys.executable).resolve().parent / PORTABLE
    return marker if marker.is_file() else None
