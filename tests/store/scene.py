"""One report, three moments: what the stores' tests are about."""

from __future__ import annotations

from typing import Any

from reportedly.model import Article, Statement
from tests.builders import figure, statement

EARLY, NOON, LATE = "2026-01-01T08:00:00+00:00", "2026-01-01T12:00:00+00:00", "2026-01-01T18:00:00+00:00"

FERRY = "The ferry left Ostend at noon. Harbour officials said at least 12 people were hurt."


def told(of: Article, **given: Any) -> Statement:
    """The statement of FERRY that somebody else makes, with a figure."""
    hurt = figure(of, "at least 12 people", 12, None)
    given = {"figures": [hurt], **given}
    return statement(of, "at least 12 people were hurt", by="Harbour officials", cue="said", **given)
