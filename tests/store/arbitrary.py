"""Any record, as Hypothesis draws it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from reportedly.model import (
    Article,
    Attribution,
    Comparison,
    Event,
    Factuality,
    Figure,
    Mark,
    Mention,
    Modality,
    Part,
    Participant,
    Place,
    Polarity,
    Reading,
    Source,
    Span,
    Statement,
    Status,
    Timex,
    Unknown,
    make_article,
)

numbers = st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
surenesses = st.floats(min_value=0, max_value=1)
texts = st.text(max_size=12)
ids = st.text("abcdef0123456789-\u00e9'%", min_size=1, max_size=8)
maybe_ids = st.none() | ids

spans = st.builds(
    lambda start, exact, part: Span(start=start, end=start + len(exact), exact=exact, part=part),
    st.integers(min_value=0, max_value=10**6),
    texts,
    st.sampled_from(Part),
)


def _some(what: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """None, one or two of them."""
    return st.lists(what, max_size=2).map(tuple)


participants = st.builds(Participant, span=spans, refers_to=maybe_ids)
factualities = st.builds(
    Factuality,
    modality=st.sampled_from(Modality),
    polarity=st.sampled_from(Polarity),
    cues=_some(spans),
    distance=st.none() | texts,
)
sources = st.builds(Source, role=st.none() | texts, span=st.none() | spans, name=texts, refers_to=maybe_ids)
findings: dict[str, st.SearchStrategy[Any]] = {
    "times": st.builds(
        Timex,
        id=ids,
        span=spans,
        value=st.none() | texts,
        precise=st.booleans(),
        precision=st.none() | st.integers(1, 5),
    ),
    "places": st.builds(Place, id=ids, span=spans, lat=st.none() | surenesses, lon=st.none() | surenesses),
    "figures": st.builds(Figure, id=ids, span=spans, low=numbers, high=numbers),
    "events": st.builds(
        Event,
        id=ids,
        trigger=spans,
        actor=_some(participants),
        recipient=_some(participants),
        instrument=st.none() | spans,
        refers_to=maybe_ids,
    ),
    "mentions": st.builds(Mention, id=ids, span=spans, refers_to=maybe_ids, head=st.none() | st.integers(0, 99)),
}
more: dict[str, st.SearchStrategy[Any]] = {
    "statuses": st.builds(Status, id=ids, span=spans, who=maybe_ids),
    "unknowns": st.builds(Unknown, id=ids, span=spans, what=st.none() | spans),
    "comparisons": st.builds(Comparison, id=ids, span=spans, against=st.none() | spans),
}
attributions = st.builds(
    Attribution,
    id=ids,
    sources=_some(sources),
    cue=st.none() | spans,
    content=spans,
    parts=_some(spans),
    confidence=surenesses,
)


def statements_of(article: str) -> st.SearchStrategy[Statement]:
    """Any statement of an article."""
    lists = {name: _some(what) for name, what in (findings | more).items()}
    return st.builds(
        Statement,
        id=ids,
        article=st.just(article),
        content=spans,
        sources=_some(sources),
        factuality=factualities,
        attribution=maybe_ids,
        within=maybe_ids,
        mark=st.none() | st.sampled_from(Mark),
        cue=st.none() | spans,
        confidence=surenesses,
        **lists,
    )


@st.composite
def readings_of(draw: st.DrawFn, article: str) -> Reading:
    """Any reading of an article; its findings are its statements' or its own, in any order."""
    statements = draw(_some(statements_of(article)))
    lists = {}
    for name, what in findings.items():
        held = [finding for statement in statements for finding in getattr(statement, name)]
        lists[name] = tuple(draw(st.permutations([*held, *draw(_some(what))])))
    return draw(
        st.builds(
            Reading,
            article=st.just(article),
            metadata=_some(st.none() | texts),
            attributions=_some(attributions),
            statements=st.just(statements),
            residue=_some(spans),
            warnings=_some(texts),
            unread=st.none() | texts,
            **{name: st.just(found) for name, found in lists.items()},
        )
    )


# A NUL in a path or an address would not come back: see `model.storable`.
maybe_texts = st.none() | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
articles: st.SearchStrategy[Article] = st.builds(
    make_article,
    texts,
    digest=st.text("0123456789abcdef", min_size=1, max_size=4),
    title=maybe_texts,
    outlet=maybe_texts,
    published=maybe_texts,
    url=maybe_texts,
    language=maybe_texts,
    author=maybe_texts,
    ref=maybe_texts,
    path=maybe_texts,
)
