"""An explicit unknown."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """What is said not to be known or disclosed. A later report can answer one.

    Attributes:
        id: Of this finding.
        span: The words that say it is not known ("have not been disclosed", "had no idea whether").
        what: The words for what is not known; None where they are left out.
        about: Which property is not known: "identity", "number", "cause", "whereabouts", "state", "whether" or "other".
        to_whom: Who does not know, as worded; None where nobody is named.
        as_of: ISO date as of which it was not known; None where neither the text nor the publication gives one.
    """

    id: str
    span: Span
    what: Span | None = None
    about: str = "other"
    to_whom: str | None = None
    as_of: str | None = None
