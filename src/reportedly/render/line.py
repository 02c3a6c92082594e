"""One statement as one line: its words, how sure, on whose word, where and when published, and its id."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Article, Modality, Polarity, Source, Statement
from reportedly.render.safe import code, html, markdown, plain

UNDATED = "no date"
UNNAMED_OUTLET = "outlet not known"
OWN_VOICE = "own voice"
# Stances that add nothing to somebody's being the source; every other one is shown.
NEUTRAL = frozenset({None, "says", "tells"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What every rendering of a statement shows; all of it raw, to be made safe by the format.

    Attributes:
        words: The content, as the article has it.
        certainty: Modality and polarity with the words that show them, and what the statement is if no assertion.
        chain: On whose word: the origin first, then through whom; "own voice" where the outlet itself says so.
        published: Outlet, and the day and minute of publication by the outlet's own clock.
        id: Of the statement.
    """

    words: str
    certainty: str
    chain: str
    published: str
    id: str


def line(statement: Statement, article: Article) -> Line:
    """The one line of `statement`, which `article` holds."""
    return Line(
        words=statement.content.exact,
        certainty=certainty(statement),
        chain=chain(statement.sources),
        published=f"{article.outlet or UNNAMED_OUTLET}, {when(article.published)}",
        id=statement.id,
    )


def when(published: str | None) -> str:
    """A time of publication, to be read: "2024-03-11", "2024-03-11 09:15"; seconds and zone stay in the record."""
    if published is None:
        return UNDATED
    day, _, time = published.partition("T")
    return f"{day} {time[:5]}" if time else day


def certainty(statement: Statement) -> str:
    """How sure, in the record's own words: "certain", "possible: “may”", "certain, negative: “not”; opinion"."""
    factuality = statement.factuality
    said = degree(factuality.modality, factuality.polarity)
    if factuality.cues:
        said += ": " + ", ".join(f"“{cue.exact}”" for cue in factuality.cues)
    if factuality.distance is not None:
        said += f"; outlet: {factuality.distance}"
    return said if statement.mark is None else f"{said}; {statement.mark.value}"


def degree(modality: Modality, polarity: Polarity) -> str:
    """Modality, and polarity where it is not positive: "certain", "possible, negative", "unknown, polarity unknown"."""
    if polarity is Polarity.POSITIVE:
        return modality.value
    return f"{modality.value}, negative" if polarity is Polarity.NEGATIVE else f"{modality.value}, polarity unknown"


def chain(sources: tuple[Source, ...]) -> str:
    """The origin first, then through whom: "one friend, via SudInfo"; "own voice" where only the outlet speaks.

    The outlet itself, at depth 0, stands with the date of publication.
    """
    depths = sorted({source.depth for source in sources if source.depth > 0}, reverse=True)
    if not depths:
        return OWN_VOICE
    return ", via ".join(
        " and ".join(speaker(source) for source in sources if source.depth == depth) for depth in depths
    )


def speaker(source: Source) -> str:
    """A source as the article words it, then in brackets the name, role and stance that the wording leaves out.

    "she (Ines Duval, the mayor; denies)".
    """
    wording = source.name if source.span is None else source.span.exact
    known = [text for text in (source.name, source.role) if text and text.casefold() not in wording.casefold()]
    stance = [] if source.stance is None or source.stance in NEUTRAL else [source.stance]
    inside = "; ".join([*([", ".join(known)] if known else []), *stance])
    return f"{wording} ({inside})" if inside else wording


def line_text(shown: Line) -> str:
    """For a terminal or a plain file."""
    words, certainty, chain, published, id = map(plain, _fields(shown))
    return f"{words} [{certainty} | {chain} | {published}] {id}"


def line_markdown(shown: Line) -> str:
    """As one item of Markdown."""
    words, certainty, chain, published, _ = map(markdown, _fields(shown))
    return f"{words} *[{certainty}]* {chain} | {published} {code(shown.id)}"


def line_html(shown: Line) -> str:
    """As one paragraph of HTML."""
    words, certainty, chain, published, id = map(html, _fields(shown))
    return (
        f'<p class="statement"><span class="words">{words}</span> <em class="certainty">{certainty}</em> '
        f'<span class="chain">{chain}</span> <span class="published">{published}</span> <code>{id}</code>'
    )


def _fields(shown: Line) -> tuple[str, str, str, str, str]:
    return shown.words, shown.certainty, shown.chain, shown.published, shown.id
