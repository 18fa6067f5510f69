"""What every trial of a package needs: things that must hold, told one by one, and pictures of the screen."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from bundle.commands import PackagingError, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

NO_NETWORK = ("unshare", "--net")  # a network without so much as a loopback
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""
PATIENCE = 90  # seconds, for a window on a slow computer


def require(what: str, holds: object) -> None:
    """Tell that something holds, or raise ``PackagingError`` that says what does not."""
    if not holds:
        raise PackagingError(f"✗ {what}")
    say(f"✓ {what}")


def passed(report: str) -> bool:
    """Tell whether the report of `--autoprueba` has steps, and none that failed."""
    return "✓" in report and "✗" not in report


def wait_until(holds: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Wait until something holds; tell whether it came to hold."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.25)  # another system is looked at, which tells of nothing by itself
    return True


def take_picture(target: Path, environment: Mapping[str, str]) -> None:
    """Save what the screen of ``environment`` shows to ``target``, a PNG."""
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-c", GRAB, str(target)], env=dict(environment), check=True)


def files_in(folders: Iterable[Path]) -> set[Path]:
    """Return every file under the ``folders``."""
    return {path for folder in folders for path in folder.rglob("*") if path.is_file() or path.is_symlink()}
