"""A screen for windows that are measured: Qt's offscreen one, or a virtual X display of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from measures.environment import OFFSCREEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

XVFB = "Xvfb"


def platforms() -> list[str]:
    """Return the Qt platforms that can be measured here."""
    return ["offscreen", "xcb"] if shutil.which(XVFB) else ["offscreen"]


@contextmanager
def screen(platform: str) -> Iterator[Mapping[str, str]]:
    """Give what the environment needs for windows on ``platform``; a display of our own ends with it."""
    if platform != "xcb":
        yield {"QT_QPA_PLATFORM": OFFSCREEN}
        return
    reading, writing = os.pipe()
    command = [XVFB, "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()
