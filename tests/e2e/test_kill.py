"""The program is killed at 120 random moments while it works: nothing that it said was saved is lost.

Every file opens, no export stands half-written under its final name, and nothing is left lying about.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.adapters.sqlite.replacement import clean
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from tests.adapters.sqlite.made_files import older_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.application.session import Session
    from promueve_gui.domain.ficha import Registro

KILLS = 120
LONGEST = 0.3  # seconds that a child may live once it is at work
TASKS = ("edit", "undo", "import", "export", "migrate", "create", "restore", "copy")

pytestmark = [pytest.mark.lento, pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")]


@dataclass
class Nursery:
    """The process that makes the children, and what they said."""

    process: subprocess.Popen[bytes]
    said: list[list[str]] = field(default_factory=list)
    _rest: bytes = b""

    def round(self, task: str, chance: random.Random) -> None:
        """Have a child begin with a task and kill it at a random moment."""
        assert self.process.stdin is not None
        self.said.clear()
        self.process.stdin.write(f"{task} {chance.randint(0, 2**32)}\n".encode())
        self.process.stdin.flush()
        child = int(self._until("listo")[1])
        self._listen(chance.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
        assert self._until("fin") == ["fin", str(int(signal.SIGKILL))]

    def _until(self, word: str) -> list[str]:
        while not any(line[0] == word for line in self.said):
            assert self._read(60), f"the nursery went silent before «{word}»"
        return next(line for line in self.said if line[0] == word)

    def _listen(self, seconds: float) -> None:
        assert self.process.stdout is not None
        select.select([], [], [], seconds)  # the child is at work meanwhile

    def _read(self, seconds: float) -> bool:
        assert self.process.stdout is not None
        handle = self.process.stdout.fileno()
        if not select.select([handle], [], [], seconds)[0]:
            return False
        content = os.read(handle, 65536)
        *lines, self._rest = (self._rest + content).split(b"\n")
        self.said.extend(line.decode().split() for line in lines)
        return bool(content)


@pytest.fixture
def nursery(tmp_path: Path) -> Iterator[Nursery]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.kill_nursery", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as process:
        yield Nursery(process)
        assert process.stdin is not None
        process.stdin.close()


def in_order(registros: list[Registro]) -> Proyecto:
    """Return a project that holds these records."""
    nuevo = Proyecto()
    nuevo.apply(alta(registro) for registro in registros)
    return nuevo


def replayed(session: Session, path: Path, begin: Proyecto) -> Proyecto:
    """Return what all editions that count make of the project as it began."""
    content = begin.snapshot()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id FROM edicion WHERE estado = 'aplicada' ORDER BY secuencia").fetchall()
    for (identidad,) in rows:
        content.apply(session._almacen.read_edicion(identidad).cambios)  # noqa: SLF001  # no window reads them all
    return content


def states(path: Path) -> dict[str, str]:
    """Return the state of each edition of a file, having seen that SQLite finds nothing wrong with it."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return dict(connection.execute("SELECT id, estado FROM edicion"))


def check_acknowledged(session: Session, said: list[list[str]], path: Path) -> None:
    """See that all that was said to be saved is there, and at most one thing more, cut off before it was said."""
    numbered = [line for line in said if line[0].isdigit()]
    if numbered:
        last = int(numbered[-1][0])
        assert session.position >= last
        unsaid = [asiento.accion for asiento in session.history(session.position - last)]
        # The problems of an import are a line of their own, after that of its edition.
        assert len(unsaid) <= 1 or (len(unsaid), unsaid[0]) == (2, "problemas")
    found = states(path)
    last_of_each = {line[2]: line[1] for line in numbered if line[1] in {"edicion", "undo", "redo"}}
    for identidad, what in last_of_each.items():
        assert identidad in found
        if what == "undo" and session.position == int(numbered[-1][0]):
            assert found[identidad] != "aplicada"


def check_documents(folder: Path, said: list[list[str]]) -> None:
    """See that each document under its final name is whole, and that those said to be written are there."""
    named = {" ".join(line[2:]) for line in said if len(line) > 1 and line[1] == "export"}
    found = [path for path in folder.rglob("*") if path.is_file() and ".promueve-" not in str(path)]
    assert named <= {path.name for path in found}
    for path in found:
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
            assert "[Content_Types].xml" in package.namelist()


def check_projects(folder: Path, seen: set[object]) -> None:
    """See that every project opens: old ones as they were or upgraded whole, new ones whole or not at all.

    Backups never change, so those already ``seen`` are left alone; and so are old ones that nobody touched since.
    """
    opener = bootstrap.build_opener()
    for path in folder.glob("*.promueve"):
        older = path.name.startswith("viejo")
        untouched = (path, path.stat().st_ino, path.stat().st_mtime_ns)
        if older and untouched in seen:
            continue
        seen.add(untouched)
        allowed = {EstadoArchivo.LISTO, EstadoArchivo.ANTERIOR} if older else {EstadoArchivo.LISTO}
        found = opener.inspect(path)
        assert found.estado in allowed, path.name
        session = opener.open(path, read_only=True)
        session.close()
        assert session.proyecto.total()
        if found.estado is EstadoArchivo.LISTO and path.name.startswith(("viejo", "nuevo")):
            path.unlink()  # it has shown what it had to
    for copy in {*(folder / "respaldos").glob("*.promueve")} - seen:
        assert opener.inspect(copy).estado is EstadoArchivo.LISTO
        seen.add(copy)


@pytest.mark.timeout(600)
def test_nothing_that_was_saved_is_lost_whenever_the_program_is_killed(nursery: Nursery, tmp_path: Path) -> None:
    opener, chance = bootstrap.build_opener(), random.Random(20260302)  # noqa: S311  # nothing secret
    path = tmp_path / "plan.promueve"
    records = bootstrap.build_example(date(2026, 3, 2))
    opener.create(path, records)
    opener.create(tmp_path / "otro.promueve", [AreaGeneradora(id="a", nombre="Dirección de Estadística")])
    template = older_file(tmp_path / "plantilla")
    begin, acknowledged = in_order(records), 0
    seen: set[object] = set()
    for number in range(KILLS):
        shutil.copyfile(template, tmp_path / f"viejo-{number}.promueve")
        nursery.round(TASKS[number % len(TASKS)], chance)
        said = nursery.said
        session = opener.open(path)
        check_acknowledged(session, said, path)
        if number % 10 == 0:
            assert replayed(session, path, begin) == session.proyecto
        session.close()
        check_documents(tmp_path / "salidas", said)
        check_projects(tmp_path, seen)
        acknowledged += sum(line[0].isdigit() for line in said)
    assert acknowledged > KILLS
    session = opener.open(path)
    assert replayed(session, path, begin) == session.proyecto
    for _ in iter(session.undo, None):
        pass
    assert session.proyecto == begin
    session.close()
    for folder in (tmp_path / "salidas", tmp_path / "salidas" / "Contenidos"):
        clean(folder)
    assert list(tmp_path.rglob(".promueve-*")) == []
