"""Freezes a project of one schema among the test data: `python packaging/freeze_schema.py 1`, once per released schema.

The file holds one record of each kind with every field filled in, a history with something to undo and to redo, and a
kept file. What it says is written beside it as JSON, so that later programs can be held to it. Neither ever changes.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from promueve_gui.adapters.sqlite.connection import connect  # noqa: E402 - the program stands beside this folder
from promueve_gui.adapters.sqlite.migrations import upgrade  # noqa: E402 - the program stands beside this folder
from promueve_gui.domain.codec import encode_fields  # noqa: E402 - the program stands beside this folder
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos  # noqa: E402 - the program stands beside this folder
from promueve_gui.domain.registros import TIPOS  # noqa: E402 - the program stands beside this folder

if TYPE_CHECKING:
    from promueve_gui.domain.codec import Primitivo
    from promueve_gui.domain.ficha import Campo, Registro

FOLDER = ROOT / "tests" / "datos" / "archivos"
MOMENT = "2026-03-02T09:00:00-06:00"
EVIDENCE = b"evidencia"
UNDONE, DONE = "Deshacer el nombre", "Cambiar el nombre"


def main(arguments: list[str]) -> int:
    """Freeze the schema whose number is given; return the exit code."""
    if len(arguments) != 1 or not arguments[0].isdigit():
        print("usage: freeze_schema.py SCHEMA", file=sys.stderr)
        return 2
    target = FOLDER / f"v{int(arguments[0])}.promueve"
    if target.exists():
        print(f"{target.name} is frozen already", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    freeze(target, int(arguments[0]))
    print(f"{target}: {target.stat().st_size} bytes")
    return 0


def freeze(target: Path, schema: int) -> None:
    """Write a project of ``schema`` to ``target``, and what it says to a JSON file beside it."""
    sqlite3.connect(target).close()
    connection = connect(target)
    try:
        upgrade(connection, schema)
        said = {tipo.ENTIDAD: _insert(connection, tipo) for tipo in TIPOS}
        _insert_history(connection)
        connection.execute("INSERT INTO meta VALUES ('programa', '0.1.0')")
        connection.execute("INSERT INTO archivo VALUES (?, ?)", (hashlib.sha256(EVIDENCE).hexdigest(), EVIDENCE))
    finally:
        connection.close()
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    target.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def _insert(connection: sqlite3.Connection, tipo: type[Registro]) -> dict[str, Primitivo]:
    """Insert one record, filled in as far as the schema has columns, and return it as stored."""
    columns = {row[1] for row in connection.execute(f"PRAGMA table_info({tipo.ENTIDAD})")}
    filled = {nombre: _sample(nombre, campo) for nombre, campo in campos(tipo).items() if nombre in columns}
    stored = {"id": _identity(tipo.ENTIDAD), **encode_fields(tipo, filled)}
    if columns:
        marks = ", ".join("?" * len(stored))
        statement = f"INSERT INTO {tipo.ENTIDAD} ({', '.join(stored)}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.execute(statement, tuple(stored.values()))
    return stored if columns else {}


def _identity(entidad: str) -> str:
    return f"00000000-0000-4000-8000-{hashlib.sha256(entidad.encode()).hexdigest()[:12]}"


def _sample(nombre: str, campo: Campo) -> Any:  # noqa: ANN401 - a value of any field
    """Return a value that differs from what the field holds before anybody fills it in."""
    if nombre == "retirado":
        return ""
    if campo.tipo in TEXTUALES:
        return f"{campo.etiqueta} «ñandú»"
    opciones = list(campo.opciones or ())
    samples = {
        Tipo.ENTERO: 7,
        Tipo.ESCALA: 4,
        Tipo.BOOLEANO: True,
        Tipo.FECHA: date(2026, 2, 5),
        Tipo.OPCION: opciones[-1] if opciones else None,
        Tipo.OPCIONES: frozenset(opciones),
        Tipo.REFERENCIA: _identity(campo.destino),
        Tipo.REFERENCIAS: (_identity(campo.destino),),
    }
    return samples[campo.tipo]


def _insert_history(connection: sqlite3.Connection) -> None:
    """Insert an edition that counts and one that was undone, of the name of the area."""
    area = _identity("area_generadora")
    stored = str(connection.execute("SELECT nombre FROM area_generadora").fetchone()[0])
    steps = [
        (DONE, "aplicada", {"nombre": "Antes"}, {"nombre": stored}),
        (UNDONE, "deshecha", {"nombre": stored}, {"nombre": "Después"}),
    ]
    for motivo, estado, before, after in steps:
        identidad = _identity(motivo)
        changes = json.dumps([["area_generadora", area, before, after]], ensure_ascii=False)
        connection.execute(
            "INSERT INTO edicion (id, momento, motivo, autor, origen, estado, cambios) "
            "VALUES (?, ?, ?, 'Ana Torres', 'ventana', ?, ?)",
            (identidad, MOMENT, motivo, estado, changes),
        )
        actions = ["editar", "deshacer"] if estado == "deshecha" else ["editar"]
        connection.executemany(
            "INSERT INTO bitacora (momento, autor, accion, detalle, edicion) VALUES (?, 'Ana Torres', ?, ?, ?)",
            [(MOMENT, action, motivo, identidad) for action in actions],
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
