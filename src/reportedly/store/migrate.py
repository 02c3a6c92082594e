"""Bringing the tables up to date when a ledger is opened."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from reportedly.errors import NewerLedger
from reportedly.store.schema import VERSIONS

MIGRATIONS = Path(__file__).parent / "migrations"


def is_current(connection: Connection, *, source: str) -> bool:
    """Whether the tables are as this code wants them. NewerLedger where their version is not known here.

    Asks the database alone, for importing Alembic takes longer than a briefing may.
    """
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if version is not None and version not in VERSIONS:
        raise NewerLedger(source)
    return version == VERSIONS[-1]


def migrate(connection: Connection) -> None:
    """Run the steps that are missing, in the transaction that `connection` is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    # ConfigParser reads "%" as the start of a name.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
