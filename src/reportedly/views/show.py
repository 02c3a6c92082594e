"""From any id to the words: the paragraph, the article, the revision."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import NoSuchId
from reportedly.model import Article, Correction, Judgement, Span, Statement
from reportedly.pipeline import Snapshot
from reportedly.render import Group, Page, Section, Shown
from reportedly.views.disputes import dispute_group
from reportedly.views.history import history_group
from reportedly.views.lines import group, newest, shown
from reportedly.views.rates import all_per_head

# Findings of a statement, by the name of their list: every one has an id that can be shown.
FINDINGS = ("times", "places", "figures", "events", "statuses", "unknowns", "comparisons", "mentions")


def ids(story: Snapshot) -> Iterator[str]:
    """Every id of a snapshot that can be shown."""
    yield from story.articles
    yield from story.by_id
    yield from story.entity_of
    yield from story.event_of
    yield from story.event_of.values()
    for question in story.answers:
        yield question.id
    yield from (dispute.id for dispute in story.disputes)
    yield from (correction.id for correction in story.corrections)
    yield from (judgement.id for judgement in story.judgements)
    for statement in story.statements:
        yield from (id for id in (statement.attribution,) if id is not None)
        for name in FINDINGS:
            yield from (finding.id for finding in getattr(statement, name))


def show(story: Snapshot, id: str) -> Page:
    """What a whole id stands for, down to the words; raises NoSuchId."""
    statement = story.by_id.get(id)
    if statement is not None:
        return statement_page(story, statement)
    if id in story.articles:
        return article_page(story, story.articles[id])
    groups = tuple(made(story, id))
    if not groups:
        raise NoSuchId(id)
    return Page(title=id, sections=(Section(name="statements", groups=groups),))


def made(story: Snapshot, id: str) -> Iterator[Group]:
    """The groups behind an id that is neither a statement's nor an article's."""
    if id in story.entity_of:
        entity = story.entity_of[id]
        about = [s for s in story.statements if mentions(s, frozenset(entity.members))]
        names = [f"written: {', '.join(entity.names)}"] if entity.names else []
        notes = [*names, *(f"joined: {reason}" for reason in entity.reasons)]
        yield group(entity.name, shown(story, newest(story, about)), id=entity.id, notes=notes)
    for one in story.histories:
        if one.question.id == id:
            yield history_group(story, one)
    for dispute in story.disputes:
        if id in (dispute.id, dispute.question.id):
            yield dispute_group(story, dispute)
    yield from (correction_group(story, each) for each in story.corrections if each.id == id)
    yield from (judgement_group(story, each) for each in story.judgements if each.id == id)
    told = [s for s in story.statements if holds(story, s, id)]
    if told:
        yield group("Statements that hold it", shown(story, newest(story, told)), id=id)


def correction_group(story: Snapshot, made: Correction) -> Group:
    """A person's change, with the statements whose words it is about; every statement of a corrected article."""
    notes = [f"was: {made.old or 'nothing'}", f"is: {made.new or 'nothing'}", *signed(made)]
    about = [
        statement
        for statement in story.statements
        if statement.article == made.article
        and (made.selector is None or made.selector.span.overlaps(statement.content))
    ]
    return group(f"Correction: {made.field}", shown(story, about), id=made.id, notes=notes)


def judgement_group(story: Snapshot, made: Judgement) -> Group:
    """A person's decision on a pair, with the statements that tell of either."""
    members = frozenset((made.left, made.right))
    about = [s for s in story.statements if mentions(s, members) or any(holds(story, s, id) for id in members)]
    notes = [f"{made.left} and {made.right}: {made.verdict.value}", *([f"why: {made.why}"] if made.why else [])]
    return group("Judgement", shown(story, newest(story, about)), id=made.id, notes=[*notes, *signed(made)])


def signed(made: Correction | Judgement) -> Iterator[str]:
    """Who decided and when, and when it was taken back."""
    yield f"by {made.who}, {made.when}"
    if made.undone is not None:
        yield f"taken back: {made.undone}"


def mentions(statement: Statement, members: frozenset[str]) -> bool:
    """Whether a statement speaks of one of these entities, or is spoken by one."""
    return any(mention.refers_to in members for mention in statement.mentions) or any(
        source.refers_to in members for source in statement.sources
    )


def holds(story: Snapshot, statement: Statement, id: str) -> bool:
    """Whether a statement holds the finding, belongs to the attribution, or tells of the event with this id."""
    if statement.attribution == id:
        return True
    if any(story.event_of.get(event.refers_to or event.id) == id for event in statement.events):
        return True
    return any(finding.id == id for name in FINDINGS for finding in getattr(statement, name))


def statement_page(story: Snapshot, statement: Statement) -> Page:
    """A statement with its paragraph and its article."""
    article = story.articles[statement.article]
    notes = (*about_article(story, article), f"paragraph: {paragraph(article, statement.content)}")
    notes += tuple(f"per head: {rate}" for rate in all_per_head(story, statement))
    shown = Shown(statement=statement, article=article)
    one = Group(heading=article.title or article.id, shown=(shown,), id=article.id, notes=notes)
    return Page(title=statement.id, sections=(Section(name="statement", groups=(one,)),))


def article_page(story: Snapshot, article: Article) -> Page:
    """An article with all its statements, in the order of the text."""
    told = [statement for statement in story.statements if statement.article == article.id]
    one = Group(
        heading=article.title or article.id,
        shown=tuple(Shown(statement=statement, article=article) for statement in told),
        id=article.id,
        notes=tuple(about_article(story, article)),
    )
    return Page(title=article.id, sections=(Section(name="article", groups=(one,)),))


def about_article(story: Snapshot, article: Article) -> Iterator[str]:
    """Where an article comes from, its revisions, and whose words it carries."""
    yield f"article {article.id}: {article.outlet or 'outlet not known'}, {article.published or 'no date'}"
    for name in ("author", "url", "path", "language"):
        if (value := getattr(article, name)) is not None:
            yield f"{name}: {value}"
    for later, earlier in story.revises.items():
        if later == article.id:
            yield f"revises {earlier}"
        if earlier == article.id:
            yield f"was revised by {later}"
    for copy in story.copies:
        if copy.article == article.id:
            yield f"carries the words of {copy.original}: {'; '.join(copy.score.reasons)}"
    yield from (f"corrected: {made.field}, {made.id}" for made in story.corrections if made.article == article.id)


def paragraph(article: Article, span: Span) -> str:
    """The paragraph, or paragraphs, that a span stands in."""
    text = article.part(span.part)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : len(text) if end < 0 else end].strip()
