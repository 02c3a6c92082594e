"""What the trained reader sees of a chunk beside a cue: strings, each present or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.attribution_chunks import Chunk, Surroundings, topmost
from reportedly.extract.attribution_draft import is_passive, subjects
from reportedly.extract.attribution_view import View

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Upper bounds of the classes that distances fall into, in chunks and in tokens.
CHUNK_STEPS = (1, 2, 3, 6, 11)
TOKEN_STEPS = (1, 4, 10, 25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What is said of the cue in every feature that joins it with a chunk.

    Attributes:
        i: Its token.
        pos: Part of speech, with P for a passive and G for a participle.
        lemma: Its lemma.
        stance: Of its row in the table of cues; x without one.
        frames: Of its row.
        subjects: The tokens of its subjects.
    """

    i: int
    pos: str
    lemma: str
    stance: str
    frames: str
    subjects: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where a chunk stands to the cue.

    Attributes:
        side: L, = or R.
        head: The topmost token of the chunk.
        level: How far above the cue it joins the path from the cue upwards; 9 in another sentence.
        path: The dependencies from that path down to it.
    """

    side: str
    head: int
    level: int
    path: tuple[str, ...]

    @property
    def top(self) -> str:
        """The dependency by which it joins the path; self on the path, off outside."""
        return self.path[0] if self.path else ("off" if self.level == 9 else "self")

    @property
    def key(self) -> str:
        """Level, dependency and side in one."""
        return f"{self.level}{self.top}{self.side}"


def chunk_features(view: View, around: Surroundings) -> list[list[str]]:
    """The features of every chunk around a cue."""
    anchor = anchor_of(view, around.anchor)
    found = []
    for number, chunk in enumerate(around.chunks):
        seat = seat_of(view, around, number)
        found.append(
            [
                *place(view, anchor, seat),
                *words(view, anchor, seat, chunk),
                *signs(chunk, number - around.at, seat),
                *by_rule(view, anchor, seat, chunk),
                *quotation(view, anchor, seat, chunk),
            ]
        )
    return found


def anchor_of(view: View, i: int) -> Anchor:
    """The cue, as features name it."""
    row = view.any_row(i)
    verbal = view.pos[i] in {"VERB", "AUX"}
    token = view.tokens[i]
    voice = ("P" if verbal and is_passive(token) else "") + ("G" if view.tag[i] == "VBG" else "")
    return Anchor(
        i=i,
        pos=view.pos[i] + voice,
        lemma=view.lemma[i],
        stance=row.stance if row is not None else "x",
        frames="".join(sorted(row.frames)) if row is not None else "x",
        subjects=frozenset(each.i for each in subjects(token)) if verbal else frozenset(),
    )


def seat_of(view: View, around: Surroundings, number: int) -> Seat:
    """Where a chunk stands."""
    chunk = around.chunks[number]
    head = chunk.owner if chunk.owner in chunk.tokens else topmost(view, chunk.tokens, view.sentence_of[around.anchor])
    path: list[str] = []
    i = head
    while i not in around.above and view.head[i] != i and len(path) < 10:
        path.append(view.dep[i])
        i = view.head[i]
    side = "=" if number == around.at else "L" if number < around.at else "R"
    return Seat(side=side, head=head, level=around.above.get(i, 9), path=tuple(reversed(path)))


def step(distance: int, bounds: tuple[int, ...]) -> int:
    """The class that a distance falls into."""
    return sum(distance > bound for bound in bounds)


def place(view: View, anchor: Anchor, seat: Seat) -> Iterator[str]:
    """Where it stands in the parse."""
    head, side, key = seat.head, seat.side, seat.key
    path = ">".join(seat.path[:2])
    dep, tag = view.dep[anchor.i], view.tag[head]
    yield from ("b", side, f"hd={view.dep[head]}{side}", f"ht={tag}{side}")
    yield from (f"top={key}{anchor.pos}", f"top={key}{anchor.stance}", f"top={key}{anchor.frames}")
    yield from (f"topl={key}{anchor.lemma}", f"cdt={dep}{view.tag[anchor.i]}{key}")
    yield from (f"pth={seat.level}{path}{side}{anchor.pos}", f"pt={path}{tag}{side}")
    if head in anchor.subjects:
        yield from ("sub", f"sub{anchor.stance}")


def words(view: View, anchor: Anchor, seat: Seat, chunk: Chunk) -> Iterator[str]:
    """Which words it has: its head as a noun, its first word, what leads it in."""
    head, side, top = seat.head, seat.side, seat.top
    kind, first = view.kind(head), view.lower[chunk.tokens[0]]
    yield from (f"k={kind}{side}", f"k={kind}{seat.key}", f"kst={kind}{top}{anchor.stance}")
    yield from (
        f"f={first}{side}",
        f"f={first}{seat.level}{top}{anchor.pos}",
        f"fs={first}{top}{anchor.stance}",
    )
    if view.pos[head] == "ADP":
        word = view.lower[head]
        yield from (f"pr={word}{anchor.lemma}", f"pr={word}{anchor.stance}")
    leads = [t.lower_ for t in view.tokens[head].lefts if t.dep_ in {"mark", "aux"}]
    yield f"mk={leads[0] if leads else '-'}{top}{side}"
    yield f"ln={min(4, len(chunk.tokens))}{side}"
    if any(view.tag[i] in FINITE and view.pos[i] in {"VERB", "AUX"} for i in chunk.tokens):
        yield f"fin{side}{top}"
    if side != "=" and view.pos[head] in {"VERB", "NOUN"} and view.any_row(head) is not None:
        yield f"hcue{side}{top}"


def signs(chunk: Chunk, distance: int, seat: Seat) -> Iterator[str]:
    """How far it is in chunks, and the signs around it."""
    side = seat.side
    yield from (
        f"d={side}{step(abs(distance), CHUNK_STEPS)}",
        f"bf={chunk.before}{side}",
        f"af={chunk.after[:2]}{side}",
    )
    if distance == -1:
        yield from ("adjL", f"adjL{chunk.after[:2]}")
    if distance == 1:
        yield from ("adjR", f"adjR{chunk.before}")


def by_rule(view: View, anchor: Anchor, seat: Seat, chunk: Chunk) -> Iterator[str]:
    """What the rules make of it, for this cue and for others."""
    tokens = chunk.tokens
    if anchor.i in view.drafts:
        source = sum(i in view.rule_sources[anchor.i] for i in tokens)
        content = sum(i in view.rule_contents[anchor.i] for i in tokens)
        most = len(tokens) / 2
        label = "S" if source > most else "Q" if content > most else "s" if source else "q" if content else "O"
        yield from (f"r={label}", f"r={label}{anchor.pos}{seat.side}", f"r={label}{anchor.stance}")
    else:
        yield "norule"
    if seat.side != "=" and any(i in view.any_cue for i in tokens):
        yield f"anyC{seat.side}"
    if any(i in view.any_source for i in tokens):
        yield f"anyS{seat.side}"


def quotation(view: View, anchor: Anchor, seat: Seat, chunk: Chunk) -> Iterator[str]:
    """Whether it stands in a quotation, and where that stands to the cue."""
    first, side = chunk.tokens[0], seat.side
    number, own = view.quote_of[first], view.quote_of[anchor.i]
    apart = view.sentence_of[first] - view.sentence_of[anchor.i]
    if number >= 0:
        quote = view.quotes[number]
        gap = quote.start - anchor.i if quote.start > anchor.i else anchor.i - quote.end
        yield f"inq{side}{'i' if number == own else 'o'}"
        yield f"qgap{side}{step(gap, TOKEN_STEPS)}{'same' if apart == 0 else 'other'}"
        yield f"qlen{'s' if quote.end - quote.start < 6 else 'l'}{side}"
    elif own >= 0:
        yield f"outq{side}"
    if apart:
        yield f"sent{max(-3, min(3, apart))}"
