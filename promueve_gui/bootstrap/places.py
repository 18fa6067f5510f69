"""Where this computer keeps what is the user's, and what it says of itself: folders, the time, the log."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def settings_path() -> Path:
    """Return where the window keeps its settings: beside a portable program, or in the folder that the system gives."""
    from promueve_gui.adapters.resource_root import portable_settings

    portable = portable_settings()
    if portable is not None:
        return portable
    from platformdirs import user_config_path

    return user_config_path("Promueve", appauthor=False, ensure_exists=True) / "ventana.ini"


def calls_folder() -> Path:
    """Return where windows of this person are asked to come to the front."""
    from platformdirs import user_cache_path

    return user_cache_path("Promueve", appauthor=False) / "ventanas"


def templates_folder() -> Path:
    """Return where each user keeps the institution's own templates of letters."""
    return settings_path().parent / "plantillas"


def log_folder() -> Path:
    """Return where the log is kept, whether or not there is one yet."""
    from promueve_gui.adapters.logs import log_folder as folder

    return folder()


def is_shared(path: Path) -> bool:
    """Tell whether a file stands on a drive of the network."""
    from promueve_gui.adapters.shared_folder import is_shared as shared

    return shared(path)


def installation() -> list[tuple[str, str]]:
    """Return the versions of the program, the system and the libraries."""
    from promueve_gui.adapters.diagnostico import installation as facts

    return facts()


def log_crash(error: BaseException) -> Path:
    """Note an error that should not have happened, and return the file where it is noted."""
    from promueve_gui.adapters.logs import log_crash as log

    return log(error)


def today() -> date:
    """Return the day, where the computer is."""
    return now().date()


def now() -> datetime:
    """Return the moment, aware and local."""
    return datetime.now().astimezone()
