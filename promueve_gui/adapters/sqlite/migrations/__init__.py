"""The schema, step by step. Importing this costs a tenth of a second, so only new and older files pay for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from promueve_gui.adapters.sqlite.connection import APPLICATION_ID, SCHEMA_VERSION
from promueve_gui.adapters.sqlite.migrations.v001 import create_tables
from promueve_gui.adapters.sqlite.migrations.v002 import record_exports
from promueve_gui.adapters.sqlite.migrations.v003 import receive_formats
from promueve_gui.adapters.sqlite.migrations.v004 import plan_in_full
from promueve_gui.adapters.sqlite.migrations.v005 import contents_in_full
from promueve_gui.adapters.sqlite.migrations.v006 import tell_images
from promueve_gui.adapters.sqlite.migrations.v007 import remember_proposals

if TYPE_CHECKING:
    import sqlite3

STEPS = (
    create_tables,
    record_exports,
    receive_formats,
    plan_in_full,
    contents_in_full,
    tell_images,
    remember_proposals,
)


def upgrade(connection: sqlite3.Connection, version: int = SCHEMA_VERSION) -> None:
    """Bring a file to schema ``version``, from nothing or from any earlier one. Each step is one transaction."""
    migrations = Migrations("promueve")
    for step in STEPS[:version]:
        migrations()(step)
    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
