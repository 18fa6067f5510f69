"""A large project in the real window: opening it, and editing it with a list open."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
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
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.main_window import MainWindow
    from promueve_gui.gui.project import Project

MOST_EDIT, MOST_STALL = 5.0, 50.0
EDITS = 200
BURST = 10  # edits after which the review is given the time to follow, as it is when people pause
PAUSE_SECONDS = 0.01
SETTLE_SECONDS = 0.5
KINDS: tuple[type[Registro], ...] = (GrupoUsuarios, LineaPlan)


@dataclass
class Edited:
    """What editing took, in milliseconds: each edit, each bare one, and the longest stall of the event loop."""

    edits: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    stall: float = 0.0


class BareEditor:
    """The least that an edit needs of SQLite, on a copy of the same file beside it."""

    def __init__(self, path: Path) -> None:
        copy = path.with_suffix(".copia")
        shutil.copyfile(path, copy)
        self._connection = sqlite3.connect(copy, isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(pragma)
        self._ids = [row[0] for row in self._connection.execute("SELECT id FROM grupo_usuarios")]
        self._done = 0

    def edit(self) -> float:
        """Make one edit and return how long it took."""
        self._done += 1
        return milliseconds(self._edit)

    def read_everything(self) -> None:
        """Fetch the records of every table."""
        for tipo in TIPOS:
            self._connection.execute(f"SELECT * FROM {tipo.ENTIDAD}").fetchall()  # noqa: S608  # our own names

    def close(self) -> None:
        """Let go of the copy."""
        self._connection.close()

    def _edit(self) -> None:
        text, identity = f"Visto {self._done}", self._ids[self._done % len(self._ids)]
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("UPDATE grupo_usuarios SET notas = ? WHERE id = ?", (text, identity))
        self._connection.execute(
            "INSERT INTO bitacora (momento, autor, accion, detalle, edicion) VALUES (?, ?, ?, ?, ?)",
            (datetime.now(UTC).isoformat(), "yo", "editar", text, nuevo_id()),
        )
        self._connection.execute("COMMIT")


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of opening and of editing."""
    wanted, edits = size(quick=quick), 8 if quick else EDITS
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        folder = Path(name)
        path = folder / "grande.promueve"
        bootstrap.build_opener().create(path, records(wanted))
        with closing(BareEditor(path)) as bare, real_window(folder) as window:
            bare_reading = milliseconds(bare.read_everything)
            idle = _idle(quick=quick)
            shown, reviewed, opening_stall = _open(window, path)
            edited = _edit(window, edits, bare)
    what = f"with {wanted.groups:,} groups and {wanted.lines:,} plan lines"
    p50, p99 = (percentile(edited.edits, which) for which in (50, 99))
    bare_p50, bare_p99 = (percentile(edited.bare, which) for which in (50, 99))
    return [
        Figure(name=f"Opening a project {what}, until it is shown", ours=shown, bare=bare_reading),
        Figure(name="  until its first review is shown", ours=reviewed),
        Figure(name="  longest stall of the event loop meanwhile", ours=opening_stall, bare=idle),
        Figure(name=f"One committed edit {what}: p50", ours=p50, bare=bare_p50),
        Figure(name="  p99", ours=p99, bare=bare_p99, most=MOST_EDIT),
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


def _edit(window: MainWindow, edits: int, bare: BareEditor) -> Edited:
    """Edit groups and lines in turns, half of them on the page of each, with its list open."""
    edited = Edited()
    for tipo in KINDS:
        if window.wizard is None or window.project is None:
            raise LookupError
        window.wizard.jump(tipo.ENTIDAD, "", "")
        idle_for(SETTLE_SECONDS)
        watch = StallWatch()
        for burst in range(edits // len(KINDS) // BURST or 1):
            _edit_burst(window.project, burst, edited)
            edited.stall = max(edited.stall, watch.longest)
            edited.bare += [bare.edit() for _ in range(BURST)]
            watch.look_away()
        watch.stop()
    return edited


def _edit_burst(project: Project, burst: int, edited: Edited) -> None:
    """Make some edits as quickly as fingers can, and wait until the review has caught up with them."""
    before = project.overview
    for number in range(BURST):
        tipo = KINDS[number % len(KINDS)]
        registro = project.proyecto.todos(tipo)[burst]
        wanted = [cambio(registro, notas=f"Visto {burst} {number} {datetime.now(UTC).isoformat()}")]
        edited.edits.append(milliseconds(partial(project.edit, "Anotar", wanted)))
        idle_for(PAUSE_SECONDS)
    wait_until(lambda: project.overview is not before)
