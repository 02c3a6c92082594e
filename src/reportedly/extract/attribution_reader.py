"""Attributions as the trained reader finds them: every token weighed as a cue, then the chunks around each cue.

Two conditional random fields. The first gives the words that may be a cue a probability; the second, for each cue that
is sure enough, labels the chunks around it S (source), Q (content), C (more of the cue) or O. What the rules make of
the same words is among the features of both. Trained by `make train`; the card beside the weights says on what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.attribution_bounds import bounded, parted
from reportedly.extract.attribution_channels import channels
from reportedly.extract.attribution_chunk_features import chunk_features
from reportedly.extract.attribution_chunks import Surroundings, surroundings
from reportedly.extract.attribution_cue_features import cue_features
from reportedly.extract.attribution_cues import is_negated, stance_of
from reportedly.extract.attribution_denial import WITHHELD
from reportedly.extract.attribution_draft import Draft, Range, is_passive
from reportedly.extract.attribution_labelled import Labelled
from reportedly.extract.attribution_speaker import carried_on, speakers
from reportedly.extract.attribution_verbs import cue_range
from reportedly.extract.attribution_view import View
from reportedly.extract.attribution_weights import Weights

OPENERS = frozenset({"“", '"', "``", "‘", "'", "«", "„"})
# A cue less likely than this is none but by the rules, and means what they make of it.
UNSURE = 0.3
# At most so many words before what the rules take for the content lead in: "of", "in the Baltic Review that".
LEADS_IN = 5
# Two contents that share this much of their words are one.
SAME_CONTENT = 0.8


def read_drafts(view: View, weights: Weights) -> list[Draft]:
    """The drafts of all cues that are sure enough, in the order of their anchors."""
    sure = ((i, p) for i, p in cue_probabilities(view, weights) if p >= weights.threshold(ruled=i in view.drafts))
    found = [labelled(view, weights, i, p) if p >= UNSURE else Labelled(i, p, [], [], [i]) for i, p in sure]
    whole = parted(view, carried_on(view, [each for each in found if each.content]))
    # Where no content was found or looked for, what the rules find.
    rest = [each for each in found if not each.content and each.anchor in view.drafts]
    kept = without_doubtful(view, [*(each for each in whole if each.content), *rest], weights)
    read = [draft_of(view, each) for each in without_doubles(view, [each for each in kept if each.content])]
    ruled = [view.drafts[each.anchor] for each in kept if not each.content]
    # "He is thought to have fled, police said": of two with one content, the one whose cue stands inside it is inner.
    return sorted([*read, *ruled], key=lambda draft: (draft.start <= draft.anchor < draft.end, draft.anchor))


def without_doubtful(view: View, found: list[Labelled], weights: Weights) -> list[Labelled]:
    """The same without what stands in another's content and is less sure: a wrong link makes the whole chain wrong."""
    contents = [(frozenset(each.content), each.anchor) for each in found]
    return [
        each
        for each in found
        if each.probability >= weights.threshold(ruled=each.anchor in view.drafts, inside=True)
        or not any(each.anchor in content and each.anchor != anchor for content, anchor in contents)
    ]


def candidates(view: View) -> Iterator[list[int]]:
    """The tokens of each sentence that may be cues; sentences without any are left out."""
    for sentence in view.sentences:
        found = [i for i in range(sentence.start, sentence.end) if view.may_be_cue(i)]
        if found:
            yield found


def cue_probabilities(view: View, weights: Weights) -> Iterator[tuple[int, float]]:
    """Tokens that may be cues, each with the probability that it is one."""
    for tokens in candidates(view):
        weights.cues.set([cue_features(view, i) for i in tokens])
        yield from ((i, weights.cues.marginal("C", place)) for place, i in enumerate(tokens))


def labelled(view: View, weights: Weights, anchor: int, probability: float) -> Labelled:
    """The chunks around one cue, labelled."""
    around = surroundings(view, anchor)
    labels = completed(view, around, weights.chunks.tag(chunk_features(view, around)))
    found = by_label(around, labels)
    cue = sorted({anchor, *found["C"]})
    return bounded(view, Labelled(anchor, round(probability, 4), found["S"], found["Q"], cue))


def completed(view: View, around: Surroundings, labels: Sequence[str]) -> list[str]:
    """The labels, with content taken on to what hangs on content: "…, because …", "…, which …", "… and …"."""
    made = list(labels)
    content = {i for chunk, label in zip(around.chunks, labels, strict=True) if label == "Q" for i in chunk.tokens}
    for number, chunk in enumerate(around.chunks):
        over = {view.head[chunk.owner], chunk.owner} & content
        # What hangs on a quotation from outside of it is the outlet's.
        left = view.quote_of[chunk.tokens[0]] < 0 and any(view.quote_of[i] >= 0 for i in over)
        if made[number] == "O" and number != around.at and over and not left:
            made[number] = "Q"
            content.update(chunk.tokens)
    return made


def by_label(around: Surroundings, labels: Sequence[str]) -> dict[str, list[int]]:
    """Label -> tokens; the anchor itself is left out."""
    found: dict[str, list[int]] = {"S": [], "Q": [], "C": [], "O": []}
    for number, (chunk, label) in enumerate(zip(around.chunks, labels, strict=True)):
        if number != around.at:
            found[label] += chunk.tokens
    return found


def without_doubles(view: View, found: list[Labelled]) -> list[Labelled]:
    """Of several with nearly the same content and one speaker the surest: "made the claim that" has two cues.

    Of "the Bell, citing police, said that …" both stay: the one passes the other on.
    """
    kept: list[Labelled] = []
    for each in sorted(found, key=lambda one: (-one.probability, one.anchor)):
        if not any(is_double(view, each, other) for other in kept):
            kept.append(each)
    return kept


def is_double(view: View, one: Labelled, two: Labelled) -> bool:
    """Whether two cues bring one and the same act: nearly the same content, and the same speaker or none beside it."""
    if one.content[-1] < two.content[0] or two.content[-1] < one.content[0]:
        return False
    words, others = set(one.content), set(two.content)
    if len(words & others) < SAME_CONTENT * len(words | others):
        return False
    hangs = any(
        view.head[low.anchor] == high.anchor and view.dep[low.anchor] in {"dobj", "attr", "acomp"}
        for low, high in ((one, two), (two, one))
    )
    ruled = view.cue_of.get(one.anchor)
    if ruled is not None and view.cue_of.get(two.anchor) is ruled:
        return True
    return one.source == two.source or (hangs and not (one.source and two.source))


def draft_of(view: View, each: Labelled) -> Draft:
    """The draft of one labelled cue; stance, channels and who stands below from the rules where they know the cue."""
    ruled = view.drafts.get(each.anchor) or view.cue_of.get(each.anchor)
    token = view.tokens[each.anchor]
    verbal = view.pos[each.anchor] in {"VERB", "AUX"}
    row = view.any_row(each.anchor)
    stance = "says" if row is None else stance_of(row, negated=is_negated(token))
    return Draft(
        cue=cue_words(view, each, ruled),
        anchor=each.anchor,
        speakers=speakers(view, each, ruled),
        content=content_of(view, each if stance not in WITHHELD else only_denied(view, each), ruled),
        stance=ruled.stance if ruled is not None else stance,
        channels=ruled.channels if ruled is not None else channels(token) if verbal and not is_passive(token) else [],
        deeper=ruled.deeper if ruled is not None else [],
        confidence=each.probability,
    )


def content_of(view: View, each: Labelled, ruled: Draft | None) -> list[Range]:
    """The pieces of a content.

    As the rules cut them, where both see the same words but for some that lead in, or where the rules see a whole
    quotation of which the reader sees a part.
    """
    if ruled is not None:
        if view.dep[each.anchor] == "acl" and view.tag[each.anchor] == "VBN":
            # "A man suspected of theft was seen": how far a participle reaches the parse knows better.
            return list(ruled.content)
        words = {i for start, end in ruled.content for i in range(start, end) if view.pos[i] not in {"PUNCT", "SPACE"}}
        more = sorted(set(each.content) - words)
        verb = {each.anchor, *(t.i for t in view.tokens[each.anchor].lefts if t.dep_ in {"aux", "auxpass", "advmod"})}
        shared = words & set(each.content)
        part = shared and shared < words and all(view.quote_of[i] >= 0 for i in words)
        outside = part and all(view.quote_of[i] < 0 for i in more)
        if outside or (words - set(each.content) <= verb and leads_in(view, more, min(words))):
            return list(ruled.content)
    return pieces(view, each.content)


def only_denied(view: View, each: Labelled) -> Labelled:
    """The same without what is told beside what is denied: "…, saying he had been abroad", "…, who was found dead"."""
    content = set(each.content)
    for i in each.content:
        if view.dep[i] not in {"advcl", "relcl"} or i not in content:
            continue
        token = view.tokens[i]
        first = token.left_edge.i
        beside = view.dep[i] == "advcl" or (first > 0 and view.lower[first - 1] == ",")
        if beside and first > each.anchor and first != each.content[0]:
            content -= set(range(first, token.right_edge.i + 1))
    return replace(each, content=[i for i in each.content if i in content])


def leads_in(view: View, more: list[int], first: int) -> bool:
    """Whether words stand before what the rules take for the content, few and without a verb."""
    verbal = any(view.pos[i] in {"VERB", "AUX"} for i in more)
    return len(more) <= LEADS_IN and not verbal and all(i < first for i in more)


def cue_words(view: View, each: Labelled, ruled: Draft | None) -> Range:
    """The words of a cue: as the rules have them, or the anchor and what was labelled beside it."""
    if ruled is not None and ruled.cue is not None:
        return ruled.cue
    first, last = cue_range(view.tokens[each.anchor])
    inside = set(each.cue)
    while first - 1 in inside:
        first -= 1
    while last in inside:
        last += 1
    return first, last


def pieces(view: View, content: list[int]) -> list[Range]:
    """A content as ranges of tokens: signs between its words belong to it, and quotation marks at its ends."""
    found: list[Range] = []
    for i in content:
        if found and joins(view, found[-1][1], i):
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return [with_marks(view, *piece) for piece in found]


def joins(view: View, end: int, start: int) -> bool:
    """Whether nothing but signs stands between two words of a content, and no line ends there."""
    return all(
        (view.pos[i] in {"PUNCT", "SPACE", "SYM"} and "\n" not in view.tokens[i].text and view.lower[i] not in OPENERS)
        or (view.lower[i] in OPENERS and view.quote_of[i] == view.quote_of[start])
        for i in range(end, start)
    )


def with_marks(view: View, start: int, end: int) -> Range:
    """A range with the quotation marks that stand at its ends."""
    number = view.quote_of[start]
    if start > 0 and number >= 0 and view.quotes[number].start == start - 1:
        start -= 1
    number = view.quote_of[end - 1]
    if number >= 0 and view.quotes[number].closed:
        stop = view.quotes[number].end
        if end < stop <= end + 3 and all(view.pos[i] in {"PUNCT", "SPACE"} for i in range(end, stop)):
            end = stop
    return start, end
