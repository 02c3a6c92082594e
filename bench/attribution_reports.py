"""Reports of the keys of attribution, parsed once, and what a reader finds in them, in the corpus's own records."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from corpus.attribution import records
from corpus.attribution.load import load_invented, load_real
from corpus.attribution.marked import Report
from corpus.attribution.records import Speaker
from reportedly.extract.attribution_view import View
from reportedly.extract.attribution_weights import Weights
from reportedly.extract.attributions import read, unmeasured
from reportedly.extract.base import Found
from reportedly.extract.parse import parse
from reportedly.extract.registry import extractors
from reportedly.model import Article, Attribution, Part, Source, Statement, make_article
from tools.train_attribution import view_of

MOST_WORDS = 100_000
# The reader's stances that are finer than the corpus's, or cut otherwise -> the corpus's nearest (GUIDELINES.md, 8).
STANCES = (
    {"agrees": "admits", "confirms": "admits", "assumes": "believes", "blames": "accuses", "considers": "believes"}
    | {"criticises": "opposes", "decides": "plans", "demands": "wants", "disagrees": "denies", "disbelieves": "doubts"}
    | {"estimates": "believes", "expects": "believes", "finds": "knows", "imagines": "believes", "implies": "shows"}
    | {"indicates": "shows", "learns": "knows", "orders": "wants", "praises": "supports", "predicts": "warns"}
    | {"promises": "plans", "proposes": "wants", "recalls": "knows", "rejects": "denies", "sees": "believes"}
    | {"speculates": "believes", "suggests": "shows", "suspects": "believes", "thinks": "believes"}
    | {"threatens": "warns", "tries": "plans", "unaware": "silent", "undetermined": "silent", "urges": "wants"}
    | {"wonders": "asks"}
    | dict.fromkeys(("announces", "argues", "cites", "describes", "discusses", "explains", "insists"), "says")
    | dict.fromkeys(("jokes", "reports", "stresses", "tells"), "says")
)


@dataclass(kw_only=True)
class Text:
    """A headline or a text, parsed, with everything that is found before attributions, and the key's attributions.

    Attributes:
        report: Id of the report.
        register: As the plan of the corpus has it; empty where the key has none.
        doc: spaCy's parse.
        found: What is found before attributions.
        gold: The key's attributions; empty where the key has other records.
        kinds: Whether the key says what kind its sources are.
    """

    report: str
    register: str
    doc: Any
    found: Found
    gold: Sequence[records.Attribution] = ()
    kinds: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.found.article.part(self.found.part)

    @cached_property
    def view(self) -> View:
        """The parse as the reader of attribution looks at it."""
        return view_of(self.doc, self.found.part)

    def read(self, trained: Weights | None) -> list[Attribution]:
        """What the reader finds with given weights, or by its rules alone."""
        return list(read(self.doc, self.found, trained))

    def unmeasured(self, trained: Weights | None) -> list[Attribution]:
        """The same, with the raw values of which confidences are made."""
        return list(unmeasured(self.doc, self.found, trained))

    def stated(self, attributions: Iterable[Attribution]) -> list[Statement]:
        """The statements that come of these attributions."""
        filled = replace(self.found, attributions=list(attributions))
        after = [layer.NAME for layer in extractors()].index("attributions") + 1
        for layer in extractors()[after:]:
            setattr(filled, layer.NAME, list(layer.find(self.doc, filled)))
        return filled.statements


def prepared(article: Article, part: Part, before: Found | None, report: str, register: str) -> Text:
    """One part of an article, read up to where attributions are looked for."""
    doc = parse(article.part(part), language="en", max_words=MOST_WORDS, source=report)
    found = Found(article=article, part=part, before=before)
    for layer in extractors():
        if layer.NAME == "attributions":
            break
        getattr(found, layer.NAME).extend(layer.find(doc, found))
    return Text(report=report, register=register, doc=doc, found=found)


def of_corpus(reports: Iterable[Report]) -> Iterator[Text]:
    """Text and headline of each report of the corpus, with its attributions."""
    for report in reports:
        about = {name: report.fields.get(name) or None for name in ("outlet", "published")}
        article = make_article(report.body.text, digest="", language="en", title=report.title.text, **about)
        body = prepared(article, Part.TEXT, None, report.id, report.fields["register"])
        body.gold, body.kinds = records.attributions(report.body), True
        yield body
        if report.title.text.strip():
            title = prepared(article, Part.TITLE, body.found, report.id, report.fields["register"])
            title.gold, title.kinds = records.attributions(report.title), True
            yield title


def own(part: str, gold: Path | None) -> dict[str, list[Text]]:
    """A part of the corpus: its invented reports and, where `gold` says where their words are, its real ones."""
    invented = {"invented": list(of_corpus(load_invented(part)))}
    return invented if gold is None else invented | {"real": list(of_corpus(load_real(part, gold)))}


def in_records(found: Sequence[Attribution], stated: Iterable[Statement] = ()) -> list[records.Attribution]:
    """What the reader found, in the order given, as the corpus's records: sources are the deepest of the chain."""
    numbers = {each.id: number for number, each in enumerate(found)}
    statements: dict[str | None, list[records.StatementMark]] = {}
    for statement in stated:
        statements.setdefault(statement.attribution, []).append(statement_mark(statement))
    return [
        records.Attribution(
            number=number,
            part=each.content.part.value,
            sources=tuple(speaker(source) for source in deepest(each) if source.span is not None),
            cue=() if each.cue is None else ((each.cue.start, each.cue.end),),
            content=tuple((piece.start, piece.end) for piece in each.parts or (each.content,)),
            stance=stance(each),
            via=(),
            statements=tuple(statements.get(each.id, ())),
            inside=None if each.within is None else numbers[each.within],
            form=each.form.value,
        )
        for number, each in enumerate(found)
    ]


def deepest(attribution: Attribution) -> list[Source]:
    """The sources of an attribution that nobody else stands below."""
    depth = max(source.depth for source in attribution.sources)
    return [source for source in attribution.sources if source.depth == depth]


def stance(attribution: Attribution) -> str:
    """The deepest source's stance, in the corpus's words."""
    told = next((source.stance for source in deepest(attribution) if source.stance), "says")
    return STANCES.get(told, told)


def speaker(source: Source) -> Speaker:
    """A source as the corpus has it; one who is not resolved is known by the name alone."""
    assert source.span is not None
    return Speaker(
        span=(source.span.start, source.span.end), kind=source.kind.value, entity=source.refers_to or source.name
    )


def statement_mark(statement: Statement) -> records.StatementMark:
    """A statement as the corpus has it."""
    polarity = statement.factuality.polarity.value
    return records.StatementMark(
        spans=((statement.content.start, statement.content.end),),
        modality=statement.factuality.modality.value,
        polarity=polarity,
    )
