"""Importing a large inventory and searching in what came of it, against csv, executemany and substrings alone."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from measures.large_project import HEADER, PLACES, TOPICS, YEAR, size, write_inventory
from measures.report import Figure
from measures.sampling import interleaved, milliseconds, percentile
from promueve_gui import bootstrap
from promueve_gui.adapters.sqlite.connection import PRAGMAS
from promueve_gui.application.import_files import apply_import, plan_import
from promueve_gui.application.search import SearchIndex
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.application.session import Session
    from promueve_gui.domain.proyecto import Proyecto

MOST_TIMES = 5.0
MOST_SEARCH = 30.0
WORDS = (*PLACES, *TOPICS, "municipio", "tabla 4999", "colección 321", "nada que se le parezca")


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of importing and of searching."""
    wanted = size(quick=quick)
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        folder = Path(name)
        source = folder / "inventario.csv"
        write_inventory(source, wanted)
        runs = 1 if quick else 5
        sessions = [_new_project(folder / f"proyecto-{number}.promueve") for number in range(runs)]
        waiting = iter(sessions)
        numbers = count()
        ours, bare = interleaved(
            runs,
            lambda: _import(next(waiting), source),
            lambda: _import_bare(source, folder / f"tabla-{next(numbers)}.db"),
        )
        proyecto = sessions[0].snapshot()
        for session in sessions:
            session.close()
    times, bare_times = _search(proyecto, 1 if quick else 5)
    return [
        Figure(name=f"Importing an inventory of {wanted.rows:,} rows", ours=ours, bare=bare, most_times=MOST_TIMES),
        Figure(name=f"Searching in {proyecto.total():,} records as one types: p50", ours=percentile(times, 50)),
        Figure(name="  p99", ours=percentile(times, 99), bare=percentile(bare_times, 99), most=MOST_SEARCH),
    ]


def _new_project(path: Path) -> Session:
    opener = bootstrap.build_opener()
    opener.create(path, [Institucion(id=nuevo_id(), nombre="Secretaría de Ejemplo", siglas="SEJ", anio=YEAR)])
    return opener.open(path)


def _import(session: Session, source: Path) -> None:
    """Do all that the window and the terminal do: read, plan, back up, apply as one edition that can be undone."""
    apply_import(session, plan_import(session.snapshot(), bootstrap.read_source(source)), source.name)


def _import_bare(source: Path, path: Path) -> None:
    columns = [f"c{number}" for number in range(len(HEADER))]
    with closing(sqlite3.connect(path)) as connection, source.open(encoding="utf-8", newline="") as file:
        for pragma in PRAGMAS:
            connection.execute(pragma)
        connection.execute(f"CREATE TABLE inventario ({', '.join(columns)})")
        rows = csv.reader(file)
        next(rows)
        connection.executemany(f"INSERT INTO inventario VALUES ({', '.join('?' * len(columns))})", rows)  # noqa: S608  # our own names
        connection.commit()


def _search(proyecto: Proyecto, runs: int) -> tuple[list[float], list[float]]:
    """Return how long each search takes that typing some words asks for, and a bare look through the same texts."""
    index = SearchIndex()
    index.warm_up(proyecto)
    texts = [index.text(registro) for tipo in TIPOS for registro in proyecto.todos(tipo)]
    queries = [query for _ in range(runs) for query in _typed()]
    times = [milliseconds(partial(index.search, proyecto, query)) for query in queries]
    bare = [milliseconds(partial(_search_bare, texts, query.lower())) for query in queries]
    return times, bare


def _search_bare(texts: Sequence[str], word: str) -> list[str]:
    return [text for text in texts if word in text]


def _typed() -> Iterator[str]:
    for word in WORDS:
        for length in range(1, len(word) + 1):
            yield word[:length]
