"""Schema 7: a line of the plan says from which proposal it came. Frozen: it uses names as they were then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def remember_proposals(db: Database) -> None:
    """Widen the table of the lines; of those accepted before, only the rule is known."""
    db.table("linea_plan").add_column("propuesta", str, not_null_default="")
