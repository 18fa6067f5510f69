"""Takes the picture of a widget once everything in it has come to rest."""

from __future__ import annotations

from collections import Counter
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REST_MS = 150
POLL_MS = 20
PATIENCE_SECONDS = 30
PALETTE = 256


def rest(milliseconds: int = REST_MS) -> None:
    """Let events happen for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def rest_until(done: Callable[[], bool]) -> None:
    """Let events happen until ``done``, and a little longer. Raises ``TimeoutError``."""
    end = perf_counter() + PATIENCE_SECONDS
    while not done():
        if perf_counter() > end:
            raise TimeoutError
        rest(POLL_MS)
    rest()


def shoot(widget: QWidget, path: Path) -> None:
    """Save the picture of a widget; folders are made where missing. Raises ``OSError`` when it cannot be saved."""
    rest()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(path)


def shrink(path: Path, width: int) -> None:
    """Save a picture again, as wide as given (pixels). Raises ``OSError`` when it cannot be saved."""
    picture = QImage(str(path)).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    if not picture.save(str(path)):
        raise OSError(path)


def lighten(path: Path) -> None:
    """Save a picture again in its 256 most frequent colours, a third of the bytes with no difference to be seen."""
    picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(memoryview(picture.constBits()).cast("I"))
    most = [colour for colour, _ in colours.most_common(PALETTE)]
    if not picture.convertToFormat(QImage.Format.Format_Indexed8, most).save(str(path)):
        raise OSError(path)


def shoot_dialog(ask: Callable[[], object], path: Path, prepare: Callable[[QDialog], object] | None = None) -> None:
    """Ask for a dialog, save its picture and close it, whether ``ask`` waits for its end or not."""
    seen: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog in seen:
            return
        timer.stop()
        seen.append(dialog)
        if prepare is not None:
            prepare(dialog)
            rest()
        shoot(dialog, path)
        dialog.reject()

    timer = QTimer(interval=REST_MS)
    timer.timeout.connect(look)
    timer.start()
    ask()
    rest_until(lambda: bool(seen) and QApplication.activeModalWidget() is None)
