"""The words around a cue, cut into chunks: runs of tokens that hang together and take one role together."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract.attribution_view import View

# Dependents that may take another role than the word they hang on.
APART = frozenset(
    ["conj", "advcl", "relcl", "appos", "acl", "ccomp", "parataxis", "csubj", "dep", "npadvmod", "nsubj", "nsubjpass"],
)
# How many sentences a quotation may stretch to either side of the cue's own.
STRETCH = 12
DEEPEST = 12
TIES = "'’"


@dataclass(slots=True, kw_only=True)
class Chunk:
    """A run of tokens without punctuation.

    Attributes:
        owner: The token all others hang on; it may stand outside the run.
        tokens: Their numbers, in order.
        before: Signs and line breaks in front ("|" for a break), at most two.
        after: Signs behind.
    """

    owner: int
    tokens: list[int]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What may be source or content of one cue.

    Attributes:
        anchor: The cue's token.
        above: Token number -> how many steps above the anchor in the parse; the anchor is 0.
        chunks: In the order of the text; one of them is the anchor alone.
        at: Its place among them.
    """

    anchor: int
    above: dict[int, int]
    chunks: list[Chunk]
    at: int


def surroundings(view: View, anchor: int) -> Surroundings:
    """The chunks around a cue: its sentence, and the sentences that a quotation joins to it."""
    above = ancestors(view, anchor)
    first, last = window(view, anchor)
    chunks: list[Chunk] = []
    owners: dict[int, int] = {}
    inside = view.quote_of[anchor]
    key: tuple[int, int, int] | None = None
    for i in range(first, last):
        quote = view.quote_of[i]
        if i != anchor and view.pos[i] in {"SPACE", "PUNCT"}:
            key = key if 0 <= quote != inside else pause(view, i, chunks, key)
            continue
        owner = owner_of(view, i, above, owners)
        # A quotation that the cue stands outside of takes one role as a whole.
        own = (-1, quote, -1) if 0 <= quote != inside else (owner, quote, view.sentence_of[i])
        if i == anchor:
            chunks.append(Chunk(owner=anchor, tokens=[i], before=signs_before(view, first, i)))
            key = None
        elif key == own:
            chunks[-1].tokens.append(i)
        else:
            chunks.append(Chunk(owner=owner, tokens=[i], before=signs_before(view, first, i)))
            key = own
    for chunk in chunks:
        if view.quote_of[chunk.tokens[0]] not in {-1, inside}:
            chunk.owner = topmost(view, chunk.tokens, view.sentence_of[anchor])
    at = next(number for number, chunk in enumerate(chunks) if chunk.tokens == [anchor])
    return Surroundings(anchor, above, chunks, at)


def topmost(view: View, tokens: list[int], sentence: int) -> int:
    """The first of these tokens that hangs on none of the others; in a sentence, where they reach it."""
    inside = set(tokens)
    tops = [i for i in tokens if view.head[i] not in inside or view.head[i] == i]
    return next((i for i in tops if view.sentence_of[i] == sentence), tops[0] if tops else tokens[0])


def ancestors(view: View, anchor: int) -> dict[int, int]:
    """The anchor and the tokens above it, with their distance."""
    found = {anchor: 0}
    i = anchor
    while view.head[i] != i and len(found) <= DEEPEST:
        i = view.head[i]
        found[i] = len(found)
    return found


def pause(view: View, i: int, chunks: list[Chunk], key: tuple[int, int, int] | None) -> tuple[int, int, int] | None:
    """Note a sign or blank behind the last chunk; the key of the chunk that goes on behind it, if it does."""
    if view.pos[i] == "SPACE":
        return None
    if chunks:
        chunks[-1].after += view.lower[i][:1]
    return key if view.lower[i][:1] in TIES or view.lower[i] == "." else None


def signs_before(view: View, first: int, i: int) -> str:
    """Up to two signs or breaks in front of a token."""
    return "".join(
        "|" if view.pos[j] == "SPACE" else view.lower[j][:1]
        for j in range(max(first, i - 2), i)
        if view.pos[j] in {"SPACE", "PUNCT"}
    )


def owner_of(view: View, i: int, above: dict[int, int], owners: dict[int, int]) -> int:
    """The token that a token's chunk hangs on: itself, or the nearest above that may take a role of its own."""
    passed = []
    while i not in owners:
        passed.append(i)
        head = view.head[i]
        own_role = view.dep[i] in APART or (view.dep[i] == "prep" and view.pos[head] in {"VERB", "AUX"})
        if i in above or head == i or head in above or own_role:
            owners[i] = i
        else:
            i = head
    owner = owners[i]
    owners.update(dict.fromkeys(passed, owner))
    return owner


def window(view: View, anchor: int) -> tuple[int, int]:
    """First token and one past the last of the sentences that a cue may reach."""
    first = last = view.sentence_of[anchor]
    sentences = view.sentences
    for _ in range(STRETCH):
        start = sentences[first].start
        if first == 0 or view.quote_of[start] < 0 or view.quote_of[start] != view.quote_of[start - 1]:
            break
        first -= 1
    if first == view.sentence_of[anchor] and first > 0:
        before = sentences[first].start - 1
        while before > 0 and view.pos[before] == "SPACE":
            before -= 1
        if view.quote_of[before] >= 0:
            first = view.sentence_of[view.quotes[view.quote_of[before]].start]
    for _ in range(STRETCH):
        if last + 1 >= len(sentences) or not goes_on(view, sentences[last].end):
            break
        last += 1
    return sentences[first].start, sentences[last].end


def goes_on(view: View, end: int) -> bool:
    """Whether a quotation goes on or begins where a sentence ends."""
    following = end
    while following < len(view.tokens) and view.pos[following] == "SPACE":
        following += 1
    if following >= len(view.tokens) or view.quote_of[following] < 0:
        return False
    number = view.quote_of[following]
    return number == view.quote_of[end - 1] or view.quotes[number].start == following
