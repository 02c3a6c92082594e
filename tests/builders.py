"""Records for tests: say what matters, the rest is filled in.

a = article("Police in Ghent said at least 12 people were hurt.")
s = statement(a, "at least 12 people were hurt", by="Police in Ghent", cue="said")
r = reading(a, s)
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from reportedly.model import (
    Article,
    Attribution,
    Correction,
    Event,
    Figure,
    Form,
    Judgement,
    Mention,
    MentionKind,
    Part,
    Place,
    Reading,
    Source,
    SourceKind,
    Span,
    State,
    Statement,
    Status,
    Timex,
    TimexType,
    Verdict,
    identify,
    make_article,
    selector_of,
    span_of,
    statement_id,
)
from reportedly.model import Factuality as FactualityRecord

TEXT = "The ferry left Ostend at noon. Harbour officials said at least 12 people were hurt."
WHEN = "2026-01-02T03:04:05+00:00"


def article(text: str = TEXT, **given: Any) -> Article:
    """An article of the Harbour Post of 4 March 2024; `given` says otherwise."""
    fields = {"outlet": "Harbour Post", "published": "2024-03-04", "language": "en", **given}
    fields.setdefault("digest", sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return make_article(text, **fields)


def span(of: Article, words: str, *, nth: int = 0, part: Part = Part.TEXT) -> Span:
    """Where `words` stand in the article, the first time or the `nth` after."""
    start = -1
    for _ in range(nth + 1):
        start = of.part(part).index(words, start + 1)
    return span_of(of.part(part), start, start + len(words), part)


def _where(of: Article, words: str | Span) -> Span:
    return words if isinstance(words, Span) else span(of, words)


def _finding(kind: str, of: Article, words: str | Span) -> tuple[str, Span]:
    where = _where(of, words)
    return identify(kind, of.id, where.part.value, where.start, where.end), where


def outlet(of: Article) -> Source:
    """The source at depth 0."""
    return Source(depth=0, name=of.outlet or "", kind=SourceKind.OUTLET)


def source(of: Article, words: str | Span, **given: Any) -> Source:
    """A named source at depth 1."""
    where = _where(of, words)
    return Source(
        **{"depth": 1, "name": where.exact, "kind": SourceKind.NAMED, "span": where, "stance": "says", **given}
    )


def figure(of: Article, words: str | Span, low: float | None, high: float | None, **given: Any) -> Figure:
    """A figure that stands at `words`."""
    id, where = _finding("f", of, words)
    return Figure(**{"id": id, "span": where, "low": low, "high": high, **given})


def timex(of: Article, words: str | Span, value: str | None = None, **given: Any) -> Timex:
    """A date that stands at `words`."""
    id, where = _finding("t", of, words)
    return Timex(**{"id": id, "span": where, "type": TimexType.DATE, "value": value, **given})


def place(of: Article, words: str | Span, **given: Any) -> Place:
    """A place that is named at `words`."""
    id, where = _finding("p", of, words)
    return Place(**{"id": id, "span": where, "name": where.exact, **given})


def mention(of: Article, words: str | Span, **given: Any) -> Mention:
    """A person who is mentioned at `words`."""
    id, where = _finding("m", of, words)
    return Mention(**{"id": id, "span": where, "kind": MentionKind.PERSON, "name": where.exact, **given})


def event(of: Article, trigger: str | Span, type: str = "other", **given: Any) -> Event:
    """An event that is told of at `trigger`."""
    id, where = _finding("e", of, trigger)
    return Event(**{"id": id, "type": type, "trigger": where, **given})


def status(of: Article, words: str | Span, state: State, **given: Any) -> Status:
    """A status that `words` tell of."""
    id, where = _finding("st", of, words)
    return Status(**{"id": id, "span": where, "state": state, **given})


def statement(
    of: Article, words: str | Span | None = None, *, by: str | None = None, cue: str | None = None, **given: Any
) -> Statement:
    """The statement whose content is `words` (all of the text if left out), said `by` somebody, or in the own voice."""
    content = span(of, of.text) if words is None else _where(of, words)
    said = None if cue is None else span(of, cue)
    sources = given.pop("sources", (outlet(of), *(() if by is None else (source(of, by),))))
    findings = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    fields = {
        "id": statement_id(of.id, content, said, tuple(sources)),
        "article": of.id,
        "content": content,
        "form": Form.OWN if by is None else Form.INDIRECT,
        "sources": tuple(sources),
        "factuality": FactualityRecord(),
        "cue": said,
        **findings,
    }
    return Statement(**fields)


def attribution(of: Article, content: str | Span, *, by: str, cue: str | None = None, **given: Any) -> Attribution:
    """The act of attributing `content` to whoever is named `by`."""
    id, where = _finding("at", of, content)
    fields = {
        "id": id,
        "sources": (outlet(of), source(of, by)),
        "cue": None if cue is None else span(of, cue),
        "content": where,
        "parts": (where,),
        "form": Form.INDIRECT,
        **given,
    }
    return Attribution(**fields)


def reading(of: Article, *statements: Statement, fingerprint: str = "reader-1", **given: Any) -> Reading:
    """A reading with these statements, and with the findings that stand in them."""
    fields = {
        "article": of.id,
        "fingerprint": fingerprint,
        "metadata": (of.outlet, of.published, of.language, of.title),
        "statements": statements,
        **{name: _all(statements, name) for name in ("times", "places", "figures", "events", "mentions")},
        **given,
    }
    return Reading(**fields)


def _all(statements: Iterable[Statement], name: str) -> tuple[Any, ...]:
    found = {finding.id: finding for statement in statements for finding in getattr(statement, name)}
    return tuple(found.values())


def correction(of: Article, field: str, new: str | None, *, at: Span | None = None, **given: Any) -> Correction:
    """A correction of the article's metadata, or of the statement whose content is `at`."""
    fields = {
        "article": of.id,
        "selector": None if at is None else selector_of(of.part(at.part), at),
        "field": field,
        "old": None,
        "new": new,
        "who": "Rosa Verlinden",
        "when": WHEN,
        **given,
    }
    where = None if at is None else [at.part.value, at.start, at.end]
    id = identify("c", fields["article"], where, *(fields[key] for key in ("field", "old", "new", "who", "when")))
    return Correction(**{"id": id, **fields})


def judgement(verdict: Verdict, one: str, other: str, **given: Any) -> Judgement:
    """A judgement on a pair."""
    left, right = sorted((one, other))
    fields = {
        "verdict": verdict,
        "left": left,
        "right": right,
        "who": "Rosa Verlinden",
        "why": "",
        "when": WHEN,
        **given,
    }
    id = identify("j", verdict.value, left, right, *(fields[key] for key in ("who", "why", "when")))
    return Judgement(**{"id": id, **fields})
