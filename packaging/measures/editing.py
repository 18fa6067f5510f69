"""A large project in the real window: opening it, and editing it with a list open."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from measures.event_loop import StallWatch, idle_for, wait_until
from measures.large_project import records, size
from measures.real_window import real_window, wait_for_project
from measures.report import Figure
from measures.sampling import milliseconds, percentile
from promueve_gui import bootstrap
from promueve_gui.adapters.sqlite.connection import PRAGMAS
from promueve_gui.domain.cambios import cambio, nuevo_id
from promueve_gui.domain.flow import paso_de
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.main_window import MainWindow
    from promueve_gui.gui.project import Project

MOST_EDIT, MOST_STALL = 5.0, 50.0
EDITS = 200
BURST = 10  # edits after which the review is given the time to follow, as it is when people pause
PAUSE_SECONDS = 0.01
KINDS: tuple[type[Registro], ...] = (GrupoUsuarios, LineaPlan)


@dataclass
class Edited:
    """What editing took, in milliseconds: each edit, and the longest stall of the event loop meanwhile."""

    edits: list[float] = field(default_factory=list)
    stall: float = 0.0


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of opening and of editing."""
    wanted, edits = size(quick=quick), 8 if quick else EDITS
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        folder = Path(name)
        path = folder / "grande.promueve"
        bootstrap.build_opener().create(path, records(wanted))
        bare_edits = list(_bare_edits(path, edits))
        bare_reading = milliseconds(lambda: _read_bare(path))
        with real_window(folder) as window:
            idle = _idle(quick=quick)
            shown, reviewed, opening_stall = _open(window, path)
            edited = _edit(window, edits)
    what = f"with {wanted.groups:,} groups and {wanted.lines:,} plan lines"
    return [
        Figure(name=f"Opening a project {what}, until it is shown", ours=shown, bare=bare_reading),
        Figure(name="  until its first review is shown", ours=reviewed),
        Figure(name="  longest stall of the event loop", ours=opening_stall, bare=idle, most=MOST_STALL),
        Figure(
            name=f"One committed edit {what}: p50", ours=percentile(edited.edits, 50), bare=percentile(bare_edits, 50)
        ),
        Figure(name="  p99", ours=percentile(edited.edits, 99), bare=percentile(bare_edits, 99), most=MOST_EDIT),
        Figure(name=f"  longest stall during {edits} edits", ours=edited.stall, bare=idle, most=MOST_STALL),
    ]


def _idle(*, quick: bool) -> float:
    """Return the longest stall of a window that is left alone: what the computer itself adds."""
    watch = StallWatch()
    idle_for(0.1 if quick else 2.0)
    return watch.stop()


def _open(window: MainWindow, path: Path) -> tuple[float, float, float]:
    watch = StallWatch()

    def until_shown() -> None:
        window.opening.open(path)
        wait_until(lambda: window.wizard is not None)

    shown = milliseconds(until_shown)
    reviewed = shown + milliseconds(lambda: wait_for_project(window))
    return shown, reviewed, watch.stop()


def _edit(window: MainWindow, edits: int) -> Edited:
    """Edit groups and lines in turns, half of them on the page of each, with its list open."""
    edited = Edited()
    for tipo in KINDS:
        if window.wizard is not None and window.project is not None:
            window.wizard.jump(tipo.ENTIDAD, "", "")
            idle_for(0.5)
            watch = StallWatch()
            _edit_in_bursts(window.project, edits // len(KINDS), edited)
            edited.stall = max(edited.stall, watch.stop())
    return edited


def _edit_in_bursts(project: Project, edits: int, edited: Edited) -> None:
    for number, registro in enumerate(_alternating(project, edits)):
        actual = project.proyecto.registro(registro.ENTIDAD, registro.id)
        if actual is None:
            raise LookupError(registro.id)
        wanted = [cambio(actual, notas=f"Visto {number} {datetime.now(UTC).isoformat()}")]
        edited.edits.append(milliseconds(lambda wanted=wanted: project.edit("Anotar", wanted)))
        idle_for(PAUSE_SECONDS)
        if number % BURST == BURST - 1:
            before = project.overview
            wait_until(lambda before=before: project.overview is not before)


def _alternating(project: Project, edits: int) -> Iterator[Registro]:
    lists = [project.proyecto.todos(tipo) for tipo in KINDS]
    turns = cycle(zip(*lists, strict=False))
    return islice((registro for pair in turns for registro in pair), edits)


def _bare_edits(path: Path, edits: int) -> Iterator[float]:
    """Yield how long sqlite3 takes for the least that an edit needs, on a copy of the same file beside it."""
    copy = path.with_suffix(".copia")
    shutil.copyfile(path, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(pragma)
        ids = [row[0] for row in connection.execute("SELECT id FROM grupo_usuarios")]
        for number in range(edits):
            yield milliseconds(lambda number=number: _bare_edit(connection, ids[number % len(ids)], number))
    copy.unlink()


def _bare_edit(connection: sqlite3.Connection, identity: Id, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE grupo_usuarios SET notas = ? WHERE id = ?", (f"Visto {number}", identity))
    connection.execute(
        "INSERT INTO bitacora (momento, autor, accion, detalle, edicion) VALUES (?, ?, ?, ?, ?)",
        (datetime.now(UTC).isoformat(), "yo", "editar", f"Visto {number}", nuevo_id()),
    )
    connection.execute("COMMIT")


def _read_bare(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for tipo in TIPOS:
            connection.execute(f"SELECT * FROM {tipo.ENTIDAD}").fetchall()  # noqa: S608  # our own names
