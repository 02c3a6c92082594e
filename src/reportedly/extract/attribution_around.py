"""Cues that follow or interrupt what they report: the clause around them, and the speaker whom the parse misplaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.attribution_content import finite, opening, told_aside
from reportedly.extract.attribution_cues import marked
from reportedly.extract.attribution_draft import Range, subjects, subtree, trimmed
from reportedly.extract.attribution_kind import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = frozenset({"VERB", "AUX"})
# What parses make of a speaker who follows a comma: an apposition, a further object, an adverbial noun.
LOOSE = frozenset({"appos", "conj", "npadvmod", "dep", "nsubj", "dobj"})
# What a measure or a time is labelled: none of these speaks.
MEASURES = frozenset({"QUANTITY", "CARDINAL", "DATE", "TIME", "MONEY", "PERCENT"})
# Nothing between a trailing cue and the end of its sentence may be longer than this; on a tenth of PolNeAR's
# training part the figure is flat from 8 to 50.
TRAIL_LIMIT = 15


def around(doc: Doc, verb: Token) -> list[Range]:
    """The content of a cue that follows it or interrupts it: "A, officials said", "the raid, she said, failed"."""
    left = [child for child in verb.lefts if child.dep_ == "ccomp" and (child.pos_ in VERBAL or finite(child))]
    if left:
        start = verb.left_edge.i
        after = [child.left_edge.i for child in verb.lefts if child.i > left[-1].right_edge.i]
        words = [i for i in after if not doc[i].is_punct]
        found = trimmed(doc, start, min([verb.i, *words]))
        return [found] if found else []
    if verb.dep_ == "parataxis" or as_clause(verb) or (verb.dep_ in {"ccomp", "advcl", "dep", "conj"} and aside(verb)):
        return host_pieces(doc, verb)
    return trailing(doc, verb)


def as_clause(verb: Token) -> bool:
    """Whether the cue stands in "as X said"."""
    return verb.dep_ == "advcl" and any(child.lower_ == "as" and child.i < verb.i for child in verb.lefts)


def aside(verb: Token) -> bool:
    """Whether a cue with its speaker stands between two commas and has nothing else on its right."""
    start, end = subtree(verb)
    doc = verb.doc
    if start == 0 or end >= len(doc) or end - start > 8:
        return False
    before, behind = doc[start - 1].text, doc[end].text if doc[end - 1].text != "," else ","
    return before in {",", "—", "–"} and behind in {",", "—", "–"} and bool(subjects(verb))


def host_pieces(doc: Doc, verb: Token) -> list[Range]:
    """The clause around an interrupting cue, in the pieces that it is cut into."""
    head = verb.head
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    # "It was too early, he said, to tell": the cue hangs on the infinitive that it leads in.
    while head.head != head and (head.pos_ not in VERBAL or (head.left_edge.i >= start and not finite(head))):
        head = head.head
    found = [trimmed(doc, head.left_edge.i, start), trimmed(doc, end, head.right_edge.i + 1)]
    return [piece for piece in found if piece]


def trailing(doc: Doc, verb: Token) -> list[Range]:
    """The sentence before a cue that ends it, where the parse does not join the two."""
    sentence = verb.sent
    if sentence.end - verb.i > TRAIL_LIMIT or verb.i - sentence.start < 4:
        return []
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    # "…, she told a news conference": whoever hears it is no content.
    said = {"ccomp", "xcomp"} if verb.lemma_ in marked("hearer") else {"ccomp", "dobj", "xcomp"}
    # "Asked why, the mayor shrugged": what stands before a main clause and hangs on it is no content.
    if any(child.dep_ in said for child in verb.rights) or any(child.dep_ == "advcl" for child in verb.lefts):
        return []
    first = min([verb.i, *(child.left_edge.i for child in own)])
    if own and told_aside(verb):
        first = opening(own[0].left_edge) or first
    if first <= sentence.start + 2 or doc[first - 1].text not in {",", "—", "–"} or not own:
        return []
    found = trimmed(doc, sentence.start, first)
    return [found] if found and any(finite(t) for t in doc[found[0] : found[1]] if t.pos_ in VERBAL) else []


def inverted(verb: Token, pieces: list[Range]) -> list[Token]:
    """The speaker behind the verb, where the parse takes it for an object: "…, said the mayor"."""
    if not pieces or pieces[0][0] > verb.i:
        return []
    return [child for child in verb.rights if child.dep_ in {"nsubj", "dobj", "attr", "npadvmod"}][:1]


def swallowed(doc: Doc, verb: Token, pieces: list[Range]) -> tuple[list[Token], list[Range]]:
    """The speaker right before the verb whom the parse takes for a part of the clause before, and that clause.

    "The men left for Lodz, a neighbour said": parses hang the neighbour on Lodz.
    """
    if not pieces:
        return [], pieces
    start, end = pieces[0]
    if len(pieces) > 1 or end > verb.i or any(not (doc[i].is_punct or doc[i].is_space) for i in range(end, verb.i)):
        return [], pieces
    speaker = None
    for token in (doc[end - 1], *doc[end - 1].ancestors):
        first = token.left_edge.i
        if first <= start or token.i >= end:
            break
        if token.dep_ in LOOSE and doc[first - 1].text == "," and can_speak(token):
            speaker = token
    if speaker is None:
        return [], pieces
    content = trimmed(doc, start, speaker.left_edge.i)
    return ([speaker], [content]) if content else ([], pieces)


def can_speak(token: Token) -> bool:
    """Whether a noun is somebody or something that speaks."""
    if any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in token.rights):
        return True
    return token.ent_type_ == "PERSON" or noun_kind(token) is not None


def rightful(doc: Doc, verb: Token, speakers: list[Token], pieces: list[Range]) -> tuple[list[Token], list[Range]]:
    """Speakers and content, where the parse takes a measure that ends the content for the speaker.

    "They sank two miles off Vis, the harbour master, Ana Gul, said": the miles do not speak.
    """
    measured = [each for each in speakers if each.ent_type_ in MEASURES and not can_speak(each)]
    if len(speakers) != 1 or not measured or len(pieces) != 1:
        return speakers, pieces
    beside = [child for child in measured[0].rights if child.dep_ == "appos" and can_speak(child) and child.i < verb.i]
    content = trimmed(doc, pieces[0][0], beside[0].left_edge.i) if beside and pieces[0][1] <= beside[0].i else None
    return (beside[:1], [content]) if content else (speakers, pieces)


def tacked_on(verb: Token) -> bool:
    """Whether the parse coordinates a cue with the clause before it, with nothing that coordinates and no subject."""
    if verb.dep_ != "conj" or verb.i - verb.sent.start < 4 or verb.doc[verb.i - 1].text != ",":
        return False
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in verb.head.children)
    return not joined and not any(child.dep_ in {"nsubj", "nsubjpass", "ccomp"} for child in verb.children)
