"""Saving a sheet where the user says, as PNG or as SVG, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSaveFile

from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.messages import PNG, SVG
from promueve_gui.gui.widgets.drawing import image_of, svg_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.task_runner import Task, TaskRunner
    from promueve_gui.gui.widgets.drawing import Sheet

KINDS = {PNG: ".png", SVG: ".svg"}


def save_sheet(sheet: Sheet, name: str, messages: Messages, runner: TaskRunner) -> Task | None:
    """Ask where a picture goes and as what, and write it on a worker; ``None`` when the user thought better of it.

    It is painted here, since only the thread of the window may use its fonts; making a PNG of it takes longer.
    """
    path = messages.save_as("Guardar la imagen en", name, KINDS)
    if path is None:
        return None
    if path.suffix.lower() == KINDS[SVG]:
        svg = svg_of(sheet)
        task = runner.start(lambda _: _write(path, lambda: svg))
    else:
        image = image_of(sheet)
        task = runner.start(lambda _: _write(path, lambda: _png(image)))
    task.refused.connect(lambda error: messages.tell(mensaje(error)))
    return task


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt's stubs want bytes, and Qt itself does not
    return bytes(data.data())


def _write(path: Path, content: Callable[[], bytes]) -> Path:
    """Write a file. Raises ``UserError("exportacion_fallida")``."""
    file = QSaveFile(str(path))
    data = content()
    written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
    if not written:
        raise UserError("exportacion_fallida", archivo=path.name)
    return path
