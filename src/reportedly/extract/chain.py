"""One article -> its reading: every layer over the text, then over the title. A pure function of the article."""

from __future__ import annotations

from reportedly.extract.base import Found
from reportedly.extract.caps import Caps
from reportedly.extract.fingerprint import fingerprint
from reportedly.extract.parse import PIPELINES, parse
from reportedly.extract.registry import extractors
from reportedly.extract.statements import residue
from reportedly.model import Article, Part, Reading, Span, Statement


def read_article(article: Article, caps: Caps) -> Reading:
    """The statements and findings of one article, and what no statement covers.

    An article in a language without a pipeline comes back unread, and says so. Raises TooManyWords.
    """
    language = article.language or "en"
    if language not in PIPELINES:
        return unread(article, f"no pipeline for language {language!r}")
    text, left = _found(article, Part.TEXT, before=None, language=language, caps=caps)
    parts = [text]
    if article.title and not article.text.startswith(article.title):
        title, _ = _found(article, Part.TITLE, before=text, language=language, caps=caps)
        parts.insert(0, title)
    return Reading(
        article=article.id,
        fingerprint=fingerprint(),
        metadata=metadata(article),
        attributions=tuple(x for part in parts for x in part.attributions),
        statements=tuple(x for part in parts for x in in_order(part.statements)),
        times=tuple(x for part in parts for x in part.times),
        places=tuple(x for part in parts for x in part.places),
        figures=tuple(x for part in parts for x in part.figures),
        events=tuple(x for part in parts for x in part.events),
        mentions=tuple(x for part in parts for x in part.mentions),
        residue=tuple(left),
        warnings=tuple(_warnings(article, parts)),
    )


def unread(article: Article, why: str) -> Reading:
    """The reading of an article that is kept without being read."""
    return Reading(article=article.id, fingerprint=fingerprint(), metadata=metadata(article), unread=why)


def metadata(article: Article) -> tuple[str | None, ...]:
    """What of an article's metadata a reading depends on."""
    return (article.outlet, article.published, article.language, article.title)


def in_order(statements: list[Statement]) -> list[Statement]:
    """Statements in the order of the text; of two that start together, the longer first; no id twice."""
    ordered = sorted(statements, key=lambda statement: (statement.content.start, -statement.content.end, statement.id))
    return list({statement.id: statement for statement in ordered}.values())


def _found(
    article: Article, part: Part, *, before: Found | None, language: str, caps: Caps
) -> tuple[Found, list[Span]]:
    """What every layer finds in one part, and the part's residue."""
    doc = parse(article.part(part), language=language, max_words=caps.max_words, source=article.path or article.id)
    found = Found(article=article, part=part, before=before)
    for extractor in extractors():
        getattr(found, extractor.NAME).extend(extractor.find(doc, found))
    return found, residue(doc, found.statements, found)


def _warnings(article: Article, parts: list[Found]) -> list[str]:
    """What the reader could not do, in words."""
    said = []
    if article.published is None:
        said.append("no publication date: relative dates stay unresolved")
    if article.language is None:
        said.append("language not known: read as English")
    if not any(part.statements for part in parts):
        said.append("no statement found")
    return said
