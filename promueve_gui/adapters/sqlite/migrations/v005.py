"""Schema 5: contents in full. Frozen: it uses names, vocabularies and marks as they were then.

The texts of contents become rich text, so what would be taken for a mark is escaped: they read the same. The message
for the networks, which have no formatting, moves to a column of its own, and the letterhead of the institution becomes
a record. Past editions and doubts are told alike, or else what is undone later would not fit.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from promueve_gui.adapters.sqlite.migrations.v001 import create_record_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

TABLES: dict[str, dict[str, str]] = {
    "membrete": {"text": "retirado nombre archivo revision", "flags": "predeterminado"},
    "plantilla_presentacion": {"text": "retirado nombre archivo revision"},
    "fragmento": {"text": "retirado nombre texto"},
    "palabra_diccionario": {"text": "retirado palabra"},
    "variante_red": {
        "text": "retirado texto texto_alternativo",
        "refs": "contenido:contenido red:red_social",
    },
    "lamina": {
        "text": "retirado nombre puntos notas texto_alternativo",
        "integers": "orden",
        "refs": "contenido:contenido",
    },
    "version_contenido": {
        "text": "retirado momento autor motivo valores",
        "nullable_text": "estado",
        "integers": "numero",
        "refs": "contenido:contenido",
    },
}
RICH = frozenset("entrada cuerpo cita antecedentes retos solucion resultados".split())
# How the networks that shipped until then count; others count characters until somebody says otherwise.
COUNTING = {
    "X": "ponderado",
    "Twitter": "ponderado",
    "Bluesky": "visibles",
    "Mastodon": "visibles_sin_servidor",
    "Threads": "emoji_en_bytes",
}
LETTERHEADS = UUID("5b0f2a52-6c0e-5d7e-9d0e-3f6d5c1b8a55")  # copies of one project must make the same identity of it
_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_DELICATE = re.compile(r"\\(?=[\\*\[\]()#.\- \t]|$)|\*|\](?=\(|$)")
_BEGINNING = re.compile(r"## |- |(?P<number>[1-9][0-9]{0,5})\. ")


def contents_in_full(db: Database) -> None:
    """Create the tables, widen that of the contents, and tell what is there in the new way."""
    for name, shapes in TABLES.items():
        create_record_table(db, name, {shape: columns.split() for shape, columns in shapes.items()})
    db.execute("ALTER TABLE contenido ADD COLUMN membrete TEXT REFERENCES membrete(id)")
    db.table("contenido").add_column("mensaje", str, not_null_default="")
    db.table("contenido").add_column("congelado", str, not_null_default="")
    db.table("red_social").add_column("conteo", str)
    db.execute("UPDATE red_social SET conteo = 'caracteres'")
    for nombre, conteo in COUNTING.items():
        db.execute("UPDATE red_social SET conteo = ? WHERE nombre = ?", (conteo, nombre))
    posted = frozenset(row[0] for row in db.execute("SELECT id FROM contenido WHERE tipo = 'redes'").fetchall())
    _retell_contents(db)
    _retell_editions(db, posted)
    _retell_doubts(db, posted)
    _make_letterheads(db)


def escaped(text: str) -> str:
    """Return the rich text that reads as plain ``text`` did."""
    return "\n".join(_escaped_line(line) for line in _LINE_BREAKS.sub("\n", text).split("\n"))


def _escaped_line(line: str) -> str:
    safe = _DELICATE.sub(lambda found: f"\\{found[0]}", line)
    beginning = _BEGINNING.match(safe)
    if beginning is None:
        return safe
    place = len(beginning["number"] or "")
    return f"{safe[:place]}\\{safe[place:]}"


def _retell_contents(db: Database) -> None:
    db.execute("UPDATE contenido SET mensaje = cuerpo, cuerpo = '' WHERE tipo = 'redes'")
    columns = sorted(RICH)
    for identity, *texts in db.execute(f"SELECT id, {', '.join(columns)} FROM contenido").fetchall():  # noqa: S608  # our own names
        told = {column: escaped(text) for column, text in zip(columns, texts, strict=True)}
        if list(told.values()) != texts:
            db.execute(
                f"UPDATE contenido SET {', '.join(f'{column} = ?' for column in told)} WHERE id = ?",  # noqa: S608  # our own names
                (*told.values(), identity),
            )


def _retell_editions(db: Database, posted: frozenset[str]) -> None:
    """Tell past editions of contents and of the institution as if they had been made today."""
    found = "SELECT secuencia, cambios FROM edicion WHERE cambios LIKE ? OR cambios LIKE ?"
    for sequence, changes in db.execute(found, ('%"contenido"%', '%"institucion"%')).fetchall():
        try:
            told = [part for item in json.loads(changes) for part in _retold(item, posted)]
        except (AttributeError, LookupError, TypeError, ValueError):
            continue  # what nobody could read before stays as it is
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        db.execute("UPDATE edicion SET cambios = ? WHERE secuencia = ?", (text, sequence))


def _retold(item: Any, posted: frozenset[str]) -> Iterator[Any]:  # noqa: ANN401  # whatever JSON holds
    """Yield the changes that tell a change, or a run of new records kept by columns, in the new way."""
    entity = item["entidad"] if isinstance(item, dict) else item[0]
    if entity not in {"contenido", "institucion"}:
        yield item
        return
    changes = _one_by_one(item) if isinstance(item, dict) else [item]
    for _, identity, before, after in changes:
        if entity == "contenido":
            yield [entity, identity, *(_content(side, identity in posted) for side in (before, after))]
        else:
            yield from _institution(identity, before, after)


def _one_by_one(item: dict[str, Any]) -> Iterator[list[Any]]:
    for identity, *values in item["filas"]:
        yield [item["entidad"], identity, None, dict(zip(item["columnas"], values, strict=True))]


def _content(side: dict[str, Any] | None, posted: bool) -> dict[str, Any] | None:  # noqa: FBT001  # where it is posted
    if side is None:
        return None
    told = {}
    for field, value in side.items():
        if field == "cuerpo" and posted:
            told["mensaje"] = value
        else:
            told[field] = escaped(value) if field in RICH else value
    return told


def _institution(identity: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> Iterator[list[Any]]:
    """Yield what a change said of the institution itself, and what it said of its letterhead."""
    own = [
        None if side is None else {k: v for k, v in side.items() if k not in _LETTERHEAD} for side in (before, after)
    ]
    if before is None or after is None or own[1]:
        yield ["institucion", identity, *own]
    sides = [_letterhead(side, whole=side is None or "membrete" in side) for side in (before, after)]
    if sides != [None, None]:
        yield ["membrete", _letterhead_id(identity), *_alike(sides)]


_LETTERHEAD = {"membrete": "archivo", "membrete_nombre": "nombre"}


def _letterhead(side: dict[str, Any] | None, *, whole: bool) -> dict[str, Any] | None:
    """Return what one side of a change says of the letterhead; ``None`` where there is none, or nothing is said."""
    said = {new: side[old] for old, new in _LETTERHEAD.items() if side is not None and old in side}
    return None if not said or (whole and not said.get("archivo")) else said


def _alike(sides: list[dict[str, Any] | None]) -> list[dict[str, Any] | None]:
    """Return both sides of a change; one that comes or goes says that it is the one in use."""
    if None in sides:
        return [None if side is None else {"nombre": "", **side, "predeterminado": 1} for side in sides]
    return sides


def _retell_doubts(db: Database, posted: frozenset[str]) -> None:
    for identity, record, field, theirs in db.execute(
        "SELECT id, registro, campo, suyo FROM duda WHERE entidad = 'contenido'"
    ).fetchall():
        try:
            told = _content(json.loads(theirs or "{}"), record in posted)
        except (AttributeError, TypeError, ValueError):
            continue
        renamed = "mensaje" if field == "cuerpo" and record in posted else field
        text = json.dumps(told, ensure_ascii=False) if told else theirs
        db.execute("UPDATE duda SET campo = ?, suyo = ? WHERE id = ?", (renamed, text, identity))


def _make_letterheads(db: Database) -> None:
    """Make a record of the letterhead of the institution, and take its two columns away."""
    for identity, sha256, name in db.execute(
        "SELECT id, membrete, membrete_nombre FROM institucion WHERE membrete <> ''"
    ).fetchall():
        db.execute(
            "INSERT INTO membrete (id, nombre, archivo, predeterminado) VALUES (?, ?, ?, 1)",
            (_letterhead_id(identity), name, sha256),
        )
    for column in _LETTERHEAD:
        db.execute(f"ALTER TABLE institucion DROP COLUMN {column}")


def _letterhead_id(institution: str) -> str:
    return str(uuid5(LETTERHEADS, institution))
