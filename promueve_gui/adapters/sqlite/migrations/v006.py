"""Schema 6: a message for the networks says whether it has an image. Frozen: it uses names as they were then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def tell_images(db: Database) -> None:
    """Widen the table of the contents; nobody has said of any that it has an image."""
    db.table("contenido").add_column("lleva_imagen", int, not_null_default=0)
