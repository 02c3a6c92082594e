"""What an article says and reports as said, clause by clause: the unit of the ledger.

The cut is fixed in the design: coordinated finite clauses split, so do parts of different certainty; restrictive
relatives and participles stay; the article's own voice is cut like everybody's; asides come out additionally.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import stances
from reportedly.extract.attribution_furniture import without_edges, without_link
from reportedly.extract.factuality import factuality_of, factuality_of_apposition
from reportedly.extract.statement_asides import appositions, with_antecedent
from reportedly.extract.statement_clauses import Clause, clauses
from reportedly.extract.statement_findings import Findings
from reportedly.extract.statement_regions import Region, Regions, outlet
from reportedly.extract.statement_residue import residue_ranges
from reportedly.extract.statement_spans import shown
from reportedly.model import Factuality, Form, Mark, Modality, Polarity, Span, Statement, statement_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.base import Found

NAME = "statements"
VERSION = "1"
NEEDS = ("times", "figures", "places", "mentions", "attributions", "events", "statuses", "unknowns", "comparisons")

# The article's own clauses carry no source that could be wrong, but their cut may be.
OWN_CONFIDENCE = 0.8
# "Nobody knows." is a statement; what is left of a clause with fewer words is residue.
LEAST_WORDS = 2
OUGHT = frozenset({"should", "must", "ought"})
JUDGING = frozenset({"criticises", "praises", "feels", "considers", "supports", "opposes"})


def find(doc: Doc, found: Found) -> Iterator[Statement]:
    """The statements of one part, in the order of the text."""
    findings = Findings(doc, found)
    made: list[tuple[Statement, Clause]] = []
    regions = Regions(doc, found)
    for region in regions:
        made += stated(doc, found, region)
    inset = {each.id for each in regions.passing if regions.inset(each)}
    made = [(inside_host(statement, made, inset), clause) for statement, clause in made]
    made.sort(key=lambda pair: (pair[0].content.start, -pair[0].content.end))
    by_sentence: dict[int, list[Span]] = {}
    for statement, clause in made:
        by_sentence.setdefault(clause.head.sent.start, []).append(statement.content)
    for statement, clause in made:
        taken = [each for each in by_sentence[clause.head.sent.start] if each != statement.content]
        yield replace(statement, **findings.of(clause.head, statement.content, statement.cue, taken))


def inside_host(statement: Statement, made: list[tuple[Statement, Clause]], inset: set[str]) -> Statement:
    """A statement of an attribution that stays in another statement ("a man suspected of fraud"), `within` that one."""
    if statement.attribution not in inset or statement.within is not None:
        return statement
    around = [
        other
        for other, _ in made
        if other.content.covers(statement.content) and other.attribution != statement.attribution
    ]
    smallest = min(around, key=lambda each: each.content.end - each.content.start, default=None)
    return statement if smallest is None else replace(statement, within=smallest.id)


def stated(doc: Doc, found: Found, region: Region) -> list[tuple[Statement, Clause]]:
    """The statements of one region: its clauses, then what is stated on the way, each within the clause around it."""
    quoted = region.attribution is not None and region.attribution.form is Form.DIRECT
    main: list[tuple[Statement, Clause]] = []
    asides: list[tuple[Statement, Clause]] = []
    for clause in clauses(doc, region.tokens, region.dropped, keep=region.attribution is not None):
        whole = with_antecedent(doc, clause)
        if is_bare_cue(region, whole, doc):
            continue
        statement = statement_of(doc, found, region, whole, quoted=quoted)
        if statement is not None:
            (main if clause.head.dep_ != "relcl" else asides).append((statement, whole))
    for clause in appositions(doc, region.tokens - region.silent, region.dropped):
        statement = statement_of(doc, found, region, clause, quoted=False)
        if statement is not None:
            asides.append((statement, clause))
    kept = {statement.content: (statement, clause) for statement, clause in reversed(main)}
    for statement, clause in asides:
        if statement.content not in kept:
            kept[statement.content] = (replace(statement, within=host(clause, main)), clause)
    return list(kept.values())


def is_bare_cue(region: Region, clause: Clause, doc: Doc) -> bool:
    """Whether only the reporting is left of a clause: "she is said", where what she knew is another statement."""
    cue = None if region.attribution is None else region.attribution.cue
    last = doc[clause.end - 1]
    return cue is not None and cue.start <= clause.head.idx < cue.end and last.idx < cue.end


def host(aside: Clause, main: list[tuple[Statement, Clause]]) -> str | None:
    """Id of the statement that an aside stands in: the one around its noun, or the one before it."""
    noun = aside.head.head if aside.head.dep_ == "relcl" else aside.head
    for statement, clause in main:
        if clause.start <= noun.i < clause.end:
            return statement.id
    before = [statement.id for statement, clause in main if clause.start <= aside.start]
    return before[-1] if before else None


def statement_of(doc: Doc, found: Found, region: Region, clause: Clause, *, quoted: bool) -> Statement | None:
    """The record of one clause, without its findings; None where it shows no words."""
    inner = without_edges((clause.start, clause.end), region.marks)
    where = shown(doc, found, *inner, region.limit, quoted=quoted)
    if where is None:
        return None
    start, end = without_edges(where, region.marks)
    if region.attribution is None and is_sentence(doc, start, end):
        end += 1
    words = [i for i in range(start, end) if doc[i].is_alpha or doc[i].like_num]
    if region.attribution is None and len(words) < LEAST_WORDS:
        return None
    content = found.span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    content = found.span(content.start, content.start + without_link(content.exact))
    attribution = region.attribution
    sources = attribution.sources if attribution is not None else (outlet(found),)
    cue = attribution.cue if attribution is not None else None
    factuality = factuality_of_clause(clause, found)
    return Statement(
        id=statement_id(found.article.id, content, cue, sources),
        article=found.article.id,
        content=content,
        form=attribution.form if attribution is not None else Form.OWN,
        sources=sources,
        factuality=factuality,
        attribution=attribution.id if attribution is not None else None,
        cue=cue,
        mark=mark_of(clause.head, region, content, (factuality.modality, factuality.polarity)),
        confidence=attribution.confidence if attribution is not None else OWN_CONFIDENCE,
    )


def factuality_of_clause(clause: Clause, found: Found) -> Factuality:
    """The factuality of a clause, or of what an apposition says."""
    if clause.apposed is not None:
        return factuality_of_apposition(clause.head, clause.apposed, found)
    return factuality_of(clause.head, found)


def is_sentence(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are all of their sentence, so that its full stop is theirs."""
    if end >= len(doc) or doc[end].text not in {".", "?", "!"} or doc[end].sent.start != doc[start].sent.start:
        return False
    return not any(token.is_alpha or token.like_num for token in doc[doc[start].sent.start : start])


def mark_of(head: Token, region: Region, content: Span, sure: tuple[Modality, Polarity]) -> Mark | None:
    """What a statement is where it is no plain assertion."""
    if sure == (Modality.UNKNOWN, Polarity.UNKNOWN) and content.exact.rstrip("”\"'’ ").endswith("?"):
        return Mark.QUESTION
    attribution = region.attribution
    stance = None
    if attribution is not None:
        stance = max(attribution.sources, key=lambda source: source.depth).stance
    act = stances()[stance].act if stance in stances() else None
    if stance in {"asks", "wonders"}:
        return Mark.QUESTION
    helpers = {child.lower_ for child in head.children if child.dep_ == "aux"}
    subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in head.children)
    if act == "appeal" or (not subject and is_imperative(head, helpers)):
        return Mark.APPEAL
    if helpers & OUGHT or stance in JUDGING or (head.lemma_ == "need" and head.tag_ in {"VBP", "VBZ"}):
        return Mark.OPINION
    return None


def is_imperative(head: Token, helpers: set[str]) -> bool:
    """Whether a clause without a subject tells the reader to do something: nothing but "do not" stands before."""
    before = [token.lower_ for token in head.lefts if not token.is_punct]
    return (
        head.tag_ == "VB"
        and head.dep_ == "ROOT"
        and helpers <= {"do"}
        and set(before) <= {"do", "not", "n't", "please"}
    )


def residue(doc: Doc, statements: list[Statement], found: Found) -> list[Span]:
    """The runs of words that no statement covers, in order; cues and sources of attributions are no residue."""
    return [
        found.span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
        for start, end in residue_ranges(doc, statements, found)
    ]
