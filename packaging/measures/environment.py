"""The environment that measured processes run in: no settings of this user, Python as people have it."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent.parent
# Qt's own offscreen is smaller than the window, which would fill it and be compared with a larger one.
OFFSCREEN = f"offscreen:configfile={PACKAGING / 'measures' / 'screen.json'}"


def clean_environment(folder: Path) -> dict[str, str]:
    """Return the environment, with ``folder`` as home of whatever is kept.

    Without the variables that change Python: what a program is installed with is compiled once and for all, so a
    measured process may keep its compiled files too.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "XDG_", "COV"))}
    homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(folder))
    path = os.pathsep.join([str(PACKAGING.parent), str(PACKAGING)])
    return {**kept, **homes, "PYTHONPATH": path, "QT_QPA_PLATFORM": OFFSCREEN}
