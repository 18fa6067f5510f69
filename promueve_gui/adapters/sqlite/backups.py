"""Copies of the project file in ``respaldos/``, beside it: made by SQLite's own backup, thinned by age."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from itertools import chain, count
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.replacement import copy_database, journal, replacement
from promueve_gui.application.ports import Respaldo

if TYPE_CHECKING:
    import sqlite3
    from datetime import date
    from pathlib import Path

FOLDER = "respaldos"
ONE_DAY, DAILY, WEEKLY = 20, 10, 8
_STAMP = "%Y-%m-%dT%H%M%S"
_NAME = re.compile(r"^(?P<base>.+)\.(?P<stamp>\d{4}-\d{2}-\d{2}T\d{6})(?P<number>-\d+)?\.(?P<motivo>[a-z]+)\.promueve$")


def listed(project: Path) -> list[Respaldo]:
    """Return the copies of a project, newest first."""
    found = []
    for path in (project.parent / FOLDER).glob("*.promueve"):
        match = _NAME.match(path.name)
        if match and match["base"] == project.stem:
            momento = datetime.fromisoformat(match["stamp"])
            number = int((match["number"] or "-1")[1:])
            found.append((number, Respaldo(path=path, momento=momento, motivo=match["motivo"])))
    found.sort(key=lambda numbered: (numbered[1].momento, numbered[0]), reverse=True)
    return [backup for _, backup in found]


def make(connection: sqlite3.Connection, project: Path, motivo: str) -> Path:
    """Copy the open file and return the copy, complete or not at all. Raises ``OSError`` and ``sqlite3.Error``."""
    target = _free(project, motivo)
    with replacement(target) as temporary:
        copy_database(connection, temporary)
    thin(project)
    return target


def keep(project: Path, motivo: str) -> Path:
    """Copy the file as it stands, byte by byte, for it may be damaged; its journal too, which may yet mend it."""
    target = _free(project, motivo)
    pairs = ((project, target), (journal(project), journal(target)))
    for source, copy in pairs:
        if source.exists():
            with replacement(copy) as temporary:
                shutil.copyfile(source, temporary)
    return target


def original(project: Path, schema: int) -> Path:
    """Return where to keep a file of an earlier schema, as it was before its upgrade."""
    folder, base = project.parent / FOLDER, f"{project.stem}.v{schema}"
    numbered = (folder / f"{base}-{number}.bak" for number in count(2))
    return next(path for path in chain((folder / f"{base}.bak",), numbered) if not path.exists())


def due(project: Path, today: date) -> bool:
    """Tell whether the file changed since its newest copy, and none was made on this day yet."""
    backups = listed(project)
    if not backups:
        return True
    newest = backups[0]
    return newest.momento.date() != today and project.stat().st_mtime > newest.path.stat().st_mtime


def thin(project: Path) -> None:
    """Keep the newest copy of each of the last 10 days and of each of the last 8 weeks, and 20 of the newest day."""
    backups = listed(project)
    days: dict[object, Respaldo] = {}
    weeks: dict[object, Respaldo] = {}
    for backup in backups:
        days.setdefault(backup.momento.date(), backup)
        weeks.setdefault(backup.momento.isocalendar()[:2], backup)
    newest_day = next(iter(days), None)
    of_newest_day = [backup for backup in backups if backup.momento.date() == newest_day]
    kept = {b.path for b in (*of_newest_day[:ONE_DAY], *list(days.values())[:DAILY], *list(weeks.values())[:WEEKLY])}
    for backup in backups:
        if backup.path not in kept:
            backup.path.unlink(missing_ok=True)
            journal(backup.path).unlink(missing_ok=True)


def _free(project: Path, motivo: str) -> Path:
    """Return a name that no copy has yet, in the folder of backups, which is made if need be."""
    folder = project.parent / FOLDER
    folder.mkdir(exist_ok=True)
    stamp = datetime.now().strftime(_STAMP)  # noqa: DTZ005  # people read it in their own time
    # Numbered whatever the reason, so that copies of the same second keep their order.
    taken = {path.name.rsplit(".", 2)[0] for path in folder.glob("*.promueve")}
    base = f"{project.stem}.{stamp}"
    numbered = (f"{base}-{number}" for number in count(2))
    free = next(name for name in chain((base,), numbered) if name not in taken)
    return folder / f"{free}.{motivo}.promueve"
