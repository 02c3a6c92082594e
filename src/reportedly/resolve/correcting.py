"""A person's word on a statement or an article, checked and made a record."""

from __future__ import annotations

from reportedly.errors import BadValue
from reportedly.model import Article, Correction, Part, Span, Statement, identify, selector_of, span_of
from reportedly.resolve.fields import checked_article_value, checked_statement_value


def correction_of(
    article: Article, statement: Statement | None, field: str, value: str | None, *, who: str, when: str
) -> Correction:
    """The correction that `who` makes `when` (aware UTC, ISO) of a statement, or of the article where that is None.

    On an article the field "statement" adds one that the reader missed: `value` is its exact words, which must stand
    once in the text, or else once in the title. Raises UnknownField, BadValue.
    """
    if statement is not None:
        new = checked_statement_value(field, value)
        if field == "added":
            raise BadValue(field, problem="is for an article", hint="correct the article's id with the field statement")
        return _correction(article, statement.content, (field, current(statement, field), new), who=who, when=when)
    if field == "statement":
        span = _words(article, value or "")
        return _correction(article, span, ("added", None, span.exact), who=who, when=when)
    new = checked_article_value(field, value)
    return _correction(article, None, (field, getattr(article, field), new), who=who, when=when)


def _correction(
    article: Article, span: Span | None, change: tuple[str, str | None, str | None], *, who: str, when: str
) -> Correction:
    field, old, new = change
    where = None if span is None else [span.part.value, span.start, span.end]
    return Correction(
        id=identify("k", article.id, where, field, old, new, who, when),
        article=article.id,
        selector=None if span is None else selector_of(article.part(span.part), span),
        field=field,
        old=old,
        new=new,
        who=who,
        when=when,
    )


def _words(article: Article, words: str) -> Span:
    """Where `words` stand, once in the text or else once in the title; raises BadValue."""
    for part in Part:
        text = article.part(part)
        if words.strip() and text.count(words) == 1:
            return span_of(text, text.index(words), text.index(words) + len(words), part)
        if words.strip() and text.count(words) > 1:
            raise BadValue(words, problem="stands there more than once", hint="give more of the words around it")
    raise BadValue(words, problem="does not stand in the article", hint="give its exact words")


def current(statement: Statement, field: str) -> str | None:
    """The value of a statement's field before it is corrected, in words; None where it has none."""
    if field == "modality":
        return statement.factuality.modality.value
    if field == "polarity":
        return statement.factuality.polarity.value
    if field == "mark":
        return None if statement.mark is None else statement.mark.value
    if field == "source":
        return ", ".join(source.name for source in statement.origins() if source.depth > 0) or None
    spans = {
        "figure": [figure.span for figure in statement.figures],
        "place": [place.span for place in statement.places],
        "time": [timex.span for timex in statement.times],
    }
    return "; ".join(span.exact for span in spans.get(field, ())) or None
