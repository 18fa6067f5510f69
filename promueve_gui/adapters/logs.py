"""The log of the program, in the user's own folder for logs. It holds places in code, never what the user wrote."""

from __future__ import annotations

import logging
import traceback
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui import __version__
from promueve_gui.adapters.resource_root import portable_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "promueve"
FILE = "promueve.log"
BYTES, COPIES = 500_000, 3


def log_folder() -> Path:
    """Return where this system keeps the logs of a user's programs; a portable program keeps its own beside itself."""
    portable = portable_settings()
    if portable is not None:
        return portable.parent / "registro"
    from platformdirs import user_log_dir  # noqa: PLC0415 - asked for only when there is something to log

    return Path(user_log_dir(NAME, appauthor=False))


@contextmanager
def logging_to(folder: Path) -> Iterator[Path]:
    """Write what the program logs to a file in ``folder`` meanwhile, and give that file; a full disk stops nothing."""
    path = folder / FILE
    handler: logging.Handler = logging.NullHandler()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=BYTES, backupCount=COPIES, encoding="utf-8", delay=True)
    except OSError:
        pass
    handler.setFormatter(logging.Formatter(f"%(asctime)s %(levelname)s {__version__} %(message)s"))
    logger = logging.getLogger(NAME)
    logger.addHandler(handler)
    try:
        yield path
    finally:
        logger.removeHandler(handler)
        handler.close()


def log_crash(error: BaseException) -> Path:
    """Note an error that should not have happened, and return the file where it is noted."""
    with logging_to(log_folder()) as path:
        logging.getLogger(NAME).error("%s", described(error))
    return path


def described(error: BaseException) -> str:
    """Return the kind of an error and the places it passed through; its message may hold what the user wrote."""
    places = (f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__))
    return "\n  ".join([type(error).__name__, *places])
