"""One statement as one line: its words, how sure, on whose word, where and when published, and its id."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Article, Factuality, Modality, Polarity, Source, SourceKind, Statement
from reportedly.render.safe import html, markdown, plain

UNDATED = "no date"
UNNAMED_OUTLET = "outlet not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What every rendering of a statement shows; all of it raw, to be made safe by the format.

    Attributes:
        words: The content, as the article has it.
        certainty: Modality and polarity with the words that show them, and what the statement is if no assertion.
        chain: On whose word: the origin first, then through whom; "own voice" where the outlet itself says so.
        published: Outlet and date.
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
        published=f"{article.outlet or UNNAMED_OUTLET}, {article.published or UNDATED}",
        id=statement.id,
    )


def certainty(statement: Statement) -> str:
    """How sure, in the record's own words: "certain", "possible: “may”", "certain, negative: “not”; opinion"."""
    factuality = statement.factuality
    said = degree(factuality)
    if factuality.cues:
        said += ": " + ", ".join(f"“{cue.exact}”" for cue in factuality.cues)
    if factuality.distance is not None:
        said += f"; outlet: {factuality.distance}"
    return said if statement.mark is None else f"{said}; {statement.mark.value}"


def degree(factuality: Factuality) -> str:
    """Modality, and polarity where it is not positive."""
    if factuality.modality is Modality.UNKNOWN:
        return "unknown" if factuality.polarity is not Polarity.NEGATIVE else "unknown, negative"
    words = factuality.modality.value
    return words if factuality.polarity is Polarity.POSITIVE else f"{words}, {factuality.polarity.value}"


def chain(sources: tuple[Source, ...]) -> str:
    """The origin first, then through whom: "one friend, to SudInfo"; "own voice" where only the outlet speaks."""
    depths = sorted({source.depth for source in sources if source.depth > 0}, reverse=True)
    if not depths:
        return "own voice"
    return " < ".join(" and ".join(speaker(source) for source in sources if source.depth == depth) for depth in depths)


def speaker(source: Source) -> str:
    """A source in words: its name, or its wording where it has none, with role and stance."""
    wording = source.span.exact if source.span is not None else source.name
    named = source.kind in (SourceKind.NAMED, SourceKind.OUTLET, SourceKind.DOCUMENT) and source.name not in wording
    name = f"{wording} ({source.name})" if named else wording
    return name if source.stance is None else f"{name}, {source.stance}"


def line_text(shown: Line) -> str:
    """For a terminal or a plain file."""
    words, certainty, chain, published = map(plain, (shown.words, shown.certainty, shown.chain, shown.published))
    return f"{words} [{certainty} | {chain} | {published}] {shown.id}"


def line_markdown(shown: Line) -> str:
    """As one item of Markdown."""
    words, certainty, chain, published = map(markdown, (shown.words, shown.certainty, shown.chain, shown.published))
    return f"{words} *{certainty}* | {chain} | {published} `{shown.id}`"


def line_html(shown: Line) -> str:
    """As one paragraph of HTML."""
    words, certainty, chain, published = map(html, (shown.words, shown.certainty, shown.chain, shown.published))
    return (
        f'<p class="statement" id="{html(shown.id)}"><q>{words}</q> <em class="certainty">{certainty}</em> '
        f'<span class="chain">{chain}</span> <span class="published">{published}</span> '
        f"<code>{html(shown.id)}</code></p>"
    )
