"""Copies of the project file in ``respaldos/``, beside it: made by SQLite's own backup, thinned by age."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from promueve_gui.application.ports import Respaldo

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "respaldos"
DAILY, WEEKLY = 10, 8
_NAME = re.compile(r"^(?P<base>.+)\.(?P<stamp>\d{4}-\d{2}-\d{2}T\d{6}(?:-\d+)?)\.(?P<motivo>[a-z]+)\.promueve$")


def listed(project: Path) -> list[Respaldo]:
    """Return the copies of a project, newest first."""
    found = []
    for path in (project.parent / FOLDER).glob("*.promueve"):
        match = _NAME.match(path.name)
        if match and match["base"] == project.stem:
            momento = datetime.strptime(match["stamp"][:17], "%Y-%m-%dT%H%M%S")  # noqa: DTZ007  # local by intent
            found.append(Respaldo(path=path, momento=momento, motivo=match["motivo"]))
    return sorted(found, key=lambda backup: (backup.momento, backup.path.name), reverse=True)


def make(connection: sqlite3.Connection, project: Path, motivo: str) -> Path:
    """Copy the open file and return the copy, complete or not at all. Raises ``OSError`` and ``sqlite3.Error``."""
    folder = project.parent / FOLDER
    folder.mkdir(exist_ok=True)
    target = _free(folder, project.stem, motivo)
    temporary = target.with_suffix(".tmp")
    try:
        copy = sqlite3.connect(temporary)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    thin(project)
    return target


def keep(project: Path, motivo: str) -> Path:
    """Copy the file as it stands, byte by byte: it may be damaged."""
    folder = project.parent / FOLDER
    folder.mkdir(exist_ok=True)
    target = _free(folder, project.stem, motivo)
    shutil.copy2(project, target)
    return target


def due(project: Path, today: datetime) -> bool:
    """Tell whether no copy was made on this day yet."""
    return not any(backup.momento.date() == today.date() for backup in listed(project))


def thin(project: Path) -> None:
    """Keep the newest copy of each of the last 10 days and of each of the last 8 weeks, and today's all."""
    backups = listed(project)
    if not backups:
        return
    newest_day = backups[0].momento.date()
    days: dict[object, Respaldo] = {}
    weeks: dict[object, Respaldo] = {}
    for backup in backups:
        days.setdefault(backup.momento.date(), backup)
        weeks.setdefault(backup.momento.isocalendar()[:2], backup)
    kept = {b.path for b in (*list(days.values())[:DAILY], *list(weeks.values())[:WEEKLY])}
    for backup in backups:
        if backup.path not in kept and backup.momento.date() != newest_day:
            backup.path.unlink(missing_ok=True)


def _free(folder: Path, stem: str, motivo: str) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%dT%H%M%S")  # noqa: DTZ005  # people read it in their own time
    target = folder / f"{stem}.{stamp}.{motivo}.promueve"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{stem}.{stamp}-{number}.{motivo}.promueve"
    return target
