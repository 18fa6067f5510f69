"""Schema 4: rules of the plan, what was dismissed, saved views, series, sign-off, whom a tool serves. Frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.migrations.v001 import create_record_table

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES: dict[str, dict[str, str]] = {
    "regla_plan": {
        "text": "retirado nombre cita",
        "flags": "prioritarios",
        "nullable_text": "objeto clase eje cuadrante tipo_contenido canal rol_responsable momento periodo",
        "integers": "anticipacion dias tope",
    },
    "sugerencia_descartada": {"text": "retirado nombre motivo clave", "nullable_text": "fecha"},
    "vista_guardada": {"text": "retirado nombre vista filtros"},
}


def plan_in_full(db: Database) -> None:
    """Create the tables and widen those of lines and tools; the reference is added as SQLite allows it, empty."""
    for name, shapes in TABLES.items():
        create_record_table(db, name, {shape: columns.split() for shape, columns in shapes.items()})
    db.table("herramienta").add_column("grupos", str, not_null_default="[]")
    lineas = db.table("linea_plan")
    lineas.add_column("serie", str, not_null_default="")
    lineas.add_column("regla", str, not_null_default="")
    lineas.add_column("visto_bueno_fecha", str)
    db.execute("ALTER TABLE linea_plan ADD COLUMN visto_bueno TEXT REFERENCES persona(id)")
