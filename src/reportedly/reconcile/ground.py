"""What every sort of question needs to know: the articles, who is who, which events are one, and who copied whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import Answer, Article, Copy, Entity, Mark, Question, Span, Statement
from reportedly.model.moment import instant
from reportedly.reconcile.origins import origin_of, originals_of

# A correction note tells what an earlier version said; nobody says it any more.
WITHDRAWN = (
    "earlier version of this",
    "previous version of this",
    "earlier headline",
    "originally stated",
    "misstated",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What statements are read against.

    Attributes:
        statements: Those that assert something, by publication, article, then order of the text.
        articles: By id.
        entity_of: The entity across articles, by each article's own id.
        event_of: The event across articles, by each article's own id.
        originals: The article that each copy stems from.
        inner: The contents of the statements that stand in another, by the latter's id; what they tell is theirs.
    """

    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]
    entity_of: Mapping[str, Entity]
    event_of: Mapping[str, str]
    originals: Mapping[str, str]
    inner: Mapping[str, tuple[Span, ...]]

    def owns(self, statement: Statement, span: Span) -> bool:
        """Whether what stands at `span` is told by the statement itself, not by one that stands in it."""
        return not any(inner.covers(span) for inner in self.inner.get(statement.id, ()))

    def first(self, statement: Statement) -> str:
        """Id of the article that the statement's words were first in."""
        return self.originals.get(statement.article, statement.article)

    def published(self, statement: Statement) -> str | None:
        """When the statement's article was published; None where unknown."""
        article = self.articles.get(statement.article)
        return None if article is None else article.published

    def answer(self, question: Question, statement: Statement, value: str) -> Answer:
        """The answer that the statement gives, with its factuality, publication and origin."""
        return Answer(
            question=question.id,
            statement=statement.id,
            article=statement.article,
            value=value,
            modality=statement.factuality.modality,
            polarity=statement.factuality.polarity,
            said=self.published(statement),
            origin=origin_of(statement, self.articles, self.entity_of, self.originals),
        )


def ground(
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    *,
    entity_of: Mapping[str, Entity],
    event_of: Mapping[str, str],
    copies: Sequence[Copy],
) -> Ground:
    """The ground of these statements, whatever order they come in."""
    held = [each for each in statements if _asserts(each) and not _is_withdrawn(each, articles)]
    inner: dict[str, tuple[Span, ...]] = {}
    for each in held:
        if each.within is not None:
            inner[each.within] = (*inner.get(each.within, ()), each.content)
    return Ground(
        inner=inner,
        statements=tuple(sorted(held, key=lambda each: _place_in_time(each, articles))),
        articles=articles,
        entity_of=entity_of,
        event_of=event_of,
        originals=originals_of(copies),
    )


def _place_in_time(statement: Statement, articles: Mapping[str, Article]) -> tuple[str, str, str, int, int, str]:
    article = articles.get(statement.article)
    content = statement.content
    when = instant(None if article is None else article.published)
    return when, statement.article, content.part.value, content.start, content.end, statement.id


def _asserts(statement: Statement) -> bool:
    return statement.mark not in (Mark.QUESTION, Mark.APPEAL)


def _is_withdrawn(statement: Statement, articles: Mapping[str, Article]) -> bool:
    """Whether the statement stands in a paragraph that tells what an earlier version of the article said."""
    article = articles.get(statement.article)
    if article is None:
        return False
    text, content = article.part(statement.content.part), statement.content
    end = text.find("\n", content.end)
    paragraph = text[text.rfind("\n", 0, content.start) + 1 : None if end < 0 else end].casefold()
    return any(words in paragraph for words in WITHDRAWN)
