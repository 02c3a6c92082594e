"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("url", sa.Text),
        sa.Column("issued", sa.Text, nullable=False),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("article_by_url", "article", ["url", "issued", "id"])
    op.create_table("digest", sa.Column("digest", sa.Text, primary_key=True), _of_article(primary_key=True))
    op.create_index("ix_digest_article", "digest", ["article"])
    op.create_table(
        "sighting",
        _of_article(primary_key=True),
        sa.Column("seen", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, primary_key=True),
    )
    _create_readings()
    op.create_table(
        "correction",
        sa.Column("id", sa.Text, primary_key=True),
        _of_article(),
        sa.Column("made", sa.Text, nullable=False),
        sa.Column("undone", sa.Text),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("correction_by_article", "correction", ["article"])
    op.create_table(
        "judgement",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("made", sa.Text, nullable=False),
        sa.Column("undone", sa.Text),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "tombstone",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("forgotten", sa.Text, primary_key=True),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        _create_sqlite_search()


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search")
    for table in ("tombstone", "judgement", "correction", "finding", "statement", "shown", "reading", "sighting"):
        op.drop_table(table)
    op.drop_table("digest")
    op.drop_table("article")


def _of_article(*, primary_key: bool = False) -> sa.Column[str]:
    """The column that says which article a row belongs to, and lets it go with that article."""
    owner = sa.ForeignKey("article.id", ondelete="CASCADE")
    return sa.Column("article", sa.Text, owner, primary_key=primary_key, nullable=False)


def _create_readings() -> None:
    op.create_table(
        "reading",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _of_article(),
        sa.Column("unread", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("reading_by_article", "reading", ["article"])
    op.create_table(
        "shown",
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.row", ondelete="CASCADE"), primary_key=True),
        sa.Column("added", sa.Text, primary_key=True),
    )
    op.create_table(
        "statement",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.row", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("sources", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.UniqueConstraint("reading", "position", name="statement_in_reading"),
    )
    op.create_index("ix_statement_id", "statement", ["id"])
    op.create_table(
        "finding",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("reading", sa.Integer, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )


def _create_sqlite_search() -> None:
    """The index of `statement`'s folded words.

    They stand between single spaces already, so the `ascii` tokenizer, to which every letter beyond ASCII belongs to a
    word, keeps them as they are, in any script.
    """
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "said, sources, title, content='statement', content_rowid='row', tokenize='ascii')"
    )
