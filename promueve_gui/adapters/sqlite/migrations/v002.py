"""Schema 2: exports are recorded, so that a workbook that comes back can be compared with what was sent. Frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def record_exports(db: Database) -> None:
    """Create the table of exports; ``asiento`` is the line of the bitácora whose state was exported."""
    db.table("exportacion").create(
        {"id": str, "momento": str, "documento": str, "archivo": str, "asiento": int},
        pk="id",
        not_null={"momento", "documento", "archivo", "asiento"},
        strict=True,
    )
