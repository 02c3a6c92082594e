"""A person's corrections, made on one reading, applied to whatever reading is current: none may get lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.model import (
    Article,
    Correction,
    Factuality,
    Form,
    Source,
    SourceKind,
    Span,
    Statement,
    statement_id,
)
from reportedly.model.revision import by_address
from reportedly.resolve.changes import changed
from reportedly.resolve.fields import ARTICLE_FIELDS
from reportedly.resolve.selectors import ALREADY, OVERLAP, located, target


def corrected_articles(articles: Iterable[Article], corrections: Sequence[Correction]) -> list[Article]:
    """The articles with their metadata as corrected, in the order given; of two values of a field the later holds."""
    held: dict[str, dict[str, str | None]] = {}
    for each in _in_order(corrections):
        if each.selector is None and each.field in ARTICLE_FIELDS:
            held.setdefault(each.article, {})[each.field] = each.new
    return [_with_metadata(article, held[article.id]) if article.id in held else article for article in articles]


def _with_metadata(article: Article, values: Mapping[str, str | None]) -> Article:
    return replace(article, **values)  # type: ignore[arg-type]


def _in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that hold, by time, then id."""
    return sorted((each for each in corrections if each.undone is None), key=lambda each: (each.when, each.id))


def corrected_statements(
    statements: list[Statement], articles: Mapping[str, Article], corrections: Sequence[Correction]
) -> tuple[list[Statement], list[str]]:
    """The statements with every correction applied, and warnings for corrections whose statement is gone.

    A correction finds its statement by overlap of content; where the words stand elsewhere now, by the words themselves
    and those around them; also in later revisions of the same address. Where no statement is left, the person's
    statement stands by itself and is named in the warnings. Rejected ones are left out. Ids stay.
    """
    on_words = [each for each in _in_order(corrections) if each.selector is not None and each.article in articles]
    if not on_words:
        return list(statements), []
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    warnings = []
    later = _later_revisions(articles)
    jobs: dict[str, list[Correction]] = {}
    for each in on_words:
        jobs.setdefault(each.article, []).append(each)
        for other in later.get(each.article, ()):
            jobs.setdefault(other, []).append(each)
    for id, held in sorted(jobs.items()):
        by_article[id], said = _mended(articles[id], by_article.get(id, []), held)
        warnings += said
    return [statement for group in by_article.values() for statement in group], warnings


def _later_revisions(articles: Mapping[str, Article]) -> dict[str, list[str]]:
    """For each article, the ids of the later ones of the same address; one without a date is the first."""
    return {
        one.id: [other.id for other in group[at + 1 :]]
        for group in by_address(articles.values())
        for at, one in enumerate(group)
    }


def _mended(article: Article, found: list[Statement], held: list[Correction]) -> tuple[list[Statement], list[str]]:
    """The statements of one article after the corrections made on it or on an earlier revision of it."""
    known = {statement.id: statement for statement in found}
    changes: dict[str, list[Correction]] = {}
    warnings = []
    for span, group in _by_words(article, held):
        own = [each for each in group if each.article == article.id]
        if span is None:
            warnings += [_lost(each, article) for each in own if each.field != "rejected"]
            continue
        hit, added = _hit(span, known, group)
        if hit is None and (own or added) and not _is_rejection(group):
            hit = _alone(article, span)
            known[hit.id] = hit
            warnings += [] if added else [_stands_alone(own[-1], hit)]
        if hit is not None:
            changes.setdefault(hit.id, []).extend(group)
    for id, group in changes.items():
        known[id] = _with_fields(known[id], _in_order(group))
    gone = {id for id, group in changes.items() if _is_rejection(_in_order(group))}
    return [statement for id, statement in known.items() if id not in gone], warnings


def _hit(span: Span, statements: Mapping[str, Statement], group: list[Correction]) -> tuple[Statement | None, bool]:
    """The statement that corrections of one span are about; words that were added must be there all but exactly."""
    added = any(each.field == "added" for each in group)
    return target(span, statements.values(), least=ALREADY if added else OVERLAP), added


def _by_words(article: Article, held: list[Correction]) -> list[tuple[Span | None, list[Correction]]]:
    """Corrections of the same words together, with where these words stand now (None: nowhere); additions first."""
    groups: dict[Span | None, list[Correction]] = {}
    for each in held:
        where = None if each.selector is None else located(each.selector, article)
        groups.setdefault(where, []).append(each)
    return sorted(groups.items(), key=lambda item: (not any(each.field == "added" for each in item[1]), item[1][0].id))


def _is_rejection(group: list[Correction]) -> bool:
    said = [each.new for each in group if each.field == "rejected"]
    return bool(said) and said[-1] == "yes"


def _with_fields(statement: Statement, group: list[Correction]) -> Statement:
    for each in group:
        statement = changed(statement, each.field, each.new)
    return statement


def _alone(article: Article, span: Span) -> Statement:
    """A person's statement that no reading has: the outlet's own words until a correction says whose they are."""
    outlet = Source(depth=0, name=article.outlet or "", kind=SourceKind.OUTLET)
    return Statement(
        id=statement_id(article.id, span, None, (outlet,)),
        article=article.id,
        content=span,
        form=Form.OWN,
        sources=(outlet,),
        factuality=Factuality(),
    )


def _lost(each: Correction, article: Article) -> str:
    return f"correction {each.id} ({each.field}) by {each.who}: its words no longer stand in article {article.id}"


def _stands_alone(each: Correction, statement: Statement) -> str:
    said = f"correction {each.id} ({each.field}) by {each.who}"
    return f"{said}: no reading has its statement; {statement.id} stands by itself"
