"""How sure the deepest source is of a clause or an event, and when it is to be.

The mistake this prevents: "he may have been killed", "she denied that he was killed" and "no one was killed" read as
a killing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.attribution_content import finite
from reportedly.extract.attribution_cues import cues, stances
from reportedly.extract.factuality_distance import distance_of
from reportedly.extract.factuality_effect import Effect, effect, hedges, negation
from reportedly.extract.factuality_own import own_effects
from reportedly.extract.factuality_scope import (
    CARRYING_OUT,
    HAPPENING,
    condition,
    embedding,
    is_infinitive,
    takes_for_granted,
)
from reportedly.extract.factuality_voice import (
    by_stance,
    deepest,
    holding,
    inside,
    is_definite,
    is_granted,
    is_refused,
    takes_content_for_granted,
)
from reportedly.extract.parse import text_of
from reportedly.model import Attribution, Factuality, Modality, Polarity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.base import Found

WEAKNESS = {Modality.CERTAIN: 0, Modality.PROBABLE: 1, Modality.POSSIBLE: 2, Modality.UNKNOWN: 3}
# Stances that a negated cue takes; any other is as it would be without the negation, which turns what is passed on.
NEGATED = frozenset({"silent", "unaware", "disbelieves", "undetermined"})
# No chain of embedding words is longer than this in sane prose; guards against odd parses.
DEPTH = 12
# Under which a document keeps the effects on its clauses, by head and attribution: statements, events and statuses ask.
KNOWN = "reportedly.effects"


def factuality_of(head: Token, found: Found) -> Factuality:
    """The factuality of the clause or event that `head` is the head of, according to its deepest source.

    Looks at the words inside the clause, at what embeds it up to the end of its attribution's content, at the
    stance of the attribution that holds it, and at how sure it is that anything was said. `found.attributions` has to
    be filled.
    """
    around = holding(head, found)
    sure, distance = judged(head, around, found, ()), distance_of(head, around, found)
    return sure if distance is None else replace(sure, distance=distance)


def factuality_of_event(head: Token, found: Found) -> Factuality:
    """The same of an event: who says that a bridge should be closed is sure of that, and not that it will be."""
    around = holding(head, found)
    if around is not None and around.cue is not None and around.cue.start <= head.idx < around.cue.end:
        # "He is said to have fled": that it is said is no hearsay.
        around = None
    return judged(head, around, found, tuple(prospects(head)))


def judged(head: Token, around: Attribution | None, found: Found, more: tuple[Effect, ...]) -> Factuality:
    """The factuality of what `head` tells of inside an attribution, with effects that only its kind of finding has."""
    known: dict[tuple[int, str | None], tuple[Effect, ...]] = head.doc.user_data.setdefault(KNOWN, {})
    key = (head.i, None if around is None else around.id)
    if key not in known:
        effects = [each for each in clause_effects(head, around) if not negates_cue(each, around)]
        known[key] = (*effects, *(() if around is None else of_saying(around, head.doc, found)))
    return combined([*known[key], *more], around, found, granted=is_granted(head, around))


def of_saying(around: Attribution, doc: Doc, found: Found) -> Iterator[Effect]:
    """What is passed on is no surer than that it was said: "may have told police that …", "unconfirmed reports that …".

    The negation of the cue itself is left out: it makes the stance ("did not say").
    """
    yield from of_source(around, doc)
    span = None if around.cue is None else doc.char_span(around.cue.start, around.cue.end)
    cue = None if span is None else span.root
    if cue is None or cue.pos_ not in {"VERB", "NOUN"} or cue.dep_ in {"prep", "parataxis"} or inside(cue.head, around):
        # "According to her" and "she said" behind its content hang from what they pass on.
        return
    if takes_content_for_granted(around):
        # "If he knew that the ferry had sunk", "did she realise that …?", "no one noticed that …".
        return
    yield from of_negation(cue, around)
    # What is done with a claim ("denied reports that …") makes the stance too.
    outer = None if cue.pos_ == "NOUN" else holding(cue, found)
    effects = own_effects(cue) if cue.pos_ == "NOUN" else clause_effects(cue, outer)
    told = [each for each in effects if not is_of_cue(each, cue)]
    sure = combined(told, outer, found, granted=is_granted(cue, outer))
    words = tuple(word for each in told for word in each.words)
    if sure.polarity is not Polarity.POSITIVE:
        yield Effect(Modality.UNKNOWN, Polarity.UNKNOWN, words)
    elif sure.modality is not Modality.CERTAIN:
        yield Effect(sure.modality, Polarity.POSITIVE, words)


def of_negation(cue: Token, around: Attribution) -> Iterator[Effect]:
    """What a negation of the cue does where the stance does not have it yet: "has no plans to leave", "nobody said".

    A wish or a thought is turned; what nobody said is left open.
    """
    stance = deepest(around).stance or "says"
    if stance in NEGATED or cue.lemma_ in {"doubt", "doubtful"} or is_definite(around):
        return
    own = [
        each for each in own_effects(cue) if each.polarity is Polarity.NEGATIVE and each.modality is Modality.CERTAIN
    ]
    words = [word for each in own for word in each.words if not inside(word, around)]
    if len(words) % 2 and stances()[stance].act in {"thought", "intent", "appeal"}:
        yield negation(*words)
    elif words:
        yield Effect(Modality.UNKNOWN, Polarity.UNKNOWN, tuple(words))


def of_source(around: Attribution, doc: Doc) -> Iterator[Effect]:
    """What a source that is itself a claim does to what it says: "according to unconfirmed reports", "rumours say"."""
    words = deepest(around).span
    span = None if words is None or words.part is not around.content.part else doc.char_span(words.start, words.end)
    noun = None if span is None else span.root
    if noun is None or noun.pos_ != "NOUN" or noun.lemma_ not in cues("noun"):
        return
    row = hedges("noun").get(noun.lemma_)
    if row is not None and row[0] is Modality.POSSIBLE:
        yield effect(row, noun)
    yield from (each for each in own_effects(noun) if each.polarity is Polarity.POSITIVE)


def negates_cue(found: Effect, around: Attribution | None) -> bool:
    """Whether an effect is the negation of the cue itself, which its stance has: "is not thought to be dead"."""
    cue = None if around is None else around.cue
    if cue is None or found.polarity is not Polarity.NEGATIVE or not found.words:
        return False
    return all(cue.start <= word.idx < cue.end for word in found.words)


def is_of_cue(found: Effect, cue: Token) -> bool:
    """Whether an effect is part of the cue: its negation, "can" ("we can reveal that …"), the cue's own word."""
    own = all(word == cue or word.head == cue or word.head in cue.children for word in found.words)
    asked = any(word.text == "?" for word in found.words)
    plain = found.modality is Modality.CERTAIN or (found.polarity is Polarity.UNKNOWN and not asked)
    return own and (plain or any(word == cue or word.lower_ == "can" for word in found.words))


def prospects(head: Token) -> Iterator[Effect]:
    """The modal that leaves open whether an event comes about, of its verb or the one it shares it with."""
    current = head
    for _ in range(DEPTH):
        modal = next((child for child in current.lefts if child.tag_ == "MD" and child.dep_ == "aux"), None)
        if modal is not None and modal.lower_ in hedges("event"):
            inferred = modal.lower_ == "must" and any(child.lower_ == "have" for child in current.lefts)
            refused = modal.lower_ == "would" and any(child.dep_ == "neg" for child in current.children)
            if not inferred and not refused:
                yield effect(hedges("event")[modal.lower_], modal)
            return
        happens = current.dep_ in {"nsubj", "nsubjpass", "dobj"} and current.head.lemma_ in HAPPENING | CARRYING_OUT
        if modal is not None or not (happens or current.dep_ in {"conj", "xcomp"}):
            return
        current = current.head


def factuality_of_apposition(noun: Token, apposed: Token, found: Found) -> Factuality:
    """How sure it is that one is the other: "X, the alleged smuggler"; the clause around says nothing of that."""
    around = holding(noun, found)
    judged = combined([*own_effects(noun), *own_effects(apposed)], around, found)
    return replace(judged, distance=distance_of(noun, around, found))


def combined(effects: list[Effect], around: Attribution | None, found: Found, *, granted: bool = False) -> Factuality:
    """What several effects make together, under the stance of the attribution around them unless it is `granted`."""
    modality, polarity = Modality.CERTAIN, Polarity.POSITIVE
    shown: list[Span] = []
    for each in distinct(effects):
        modality = max(modality, each.modality, key=WEAKNESS.__getitem__)
        polarity = turned(polarity, each.polarity)
        shown += [found.span(word.idx, word.idx + len(word)) for word in each.words]
    if around is not None and not granted and not is_refused(around):
        stance_modality, stance_polarity = by_stance(around)
        modality = max(modality, stance_modality, key=WEAKNESS.__getitem__)
        if around.cue is not None and (stance_modality, stance_polarity) != (Modality.CERTAIN, Polarity.POSITIVE):
            shown.append(around.cue)
        polarity = turned(polarity, stance_polarity)
    return Factuality(modality=modality, polarity=polarity, cues=tuple(sorted(set(shown))))


def distinct(effects: list[Effect]) -> Iterator[Effect]:
    """The effects, each negation once: the "no" of "no attack took place" is that of its noun and of its verb."""
    turning: set[int] = set()
    for each in effects:
        words = {word.i for word in each.words}
        if each.polarity is not Polarity.NEGATIVE or not words or not words <= turning:
            yield each
        if each.polarity is Polarity.NEGATIVE:
            turning |= words


def turned(polarity: Polarity, by: Polarity) -> Polarity:
    """A polarity under another: twice negative is positive, unknown stays unknown."""
    if Polarity.UNKNOWN in (polarity, by):
        return Polarity.UNKNOWN
    return Polarity.POSITIVE if polarity is by else Polarity.NEGATIVE


def clause_effects(head: Token, around: Attribution | None) -> Iterator[Effect]:
    """Everything that weakens or turns a clause: its own words, then what embeds it, inside its content."""
    yield from own_effects(head)
    yield from condition(head)
    current = head
    for _ in range(DEPTH):
        if current.dep_ == "conj" and current.head != current:
            # What embeds the first of two coordinated clauses embeds the second; the words inside the first do not.
            current = first_of(current)
            continue
        if takes_for_granted(current):
            break
        parent, found = embedding(current)
        outside = parent is not None and not inside(parent, around)
        if outside and not (found is None and parent is not None and parent.pos_ == "ADP"):
            # "Warned of an attack", "ordered them to leave": what is no clause is not said to be so.
            if found is not None and not finite(current):
                yield Effect(found.modality, found.polarity if is_refused(around) else Polarity.POSITIVE, ())
            break
        if found is not None and not is_cue(found, around):
            yield found
        if parent is None:
            break
        if not outside and (parent.pos_ in {"VERB", "AUX", "ADJ"} or is_infinitive(current)):
            yield from handed_down(current, parent)
        current = parent
    yield from asking(head, around)


def handed_down(clause: Token, parent: Token) -> Iterator[Effect]:
    """What the words of the clause above do to the one below; what nobody said is left open, not turned."""
    row = cues("verb").get(parent.lemma_)
    said = row is not None and finite(clause) and stances()[row.stance].act in {"speech", "evidence"}
    for each in own_effects(parent):
        if said and each.polarity is Polarity.NEGATIVE:
            yield Effect(Modality.UNKNOWN, Polarity.UNKNOWN, each.words)
        else:
            yield each


def asking(head: Token, around: Attribution | None) -> Iterator[Effect]:
    """What a question does to its clause."""
    if asked(head, around):
        last = head.sent[-1]
        yield Effect(Modality.UNKNOWN, Polarity.UNKNOWN, (last,) if last.text == "?" else ())


def first_of(second: Token) -> Token:
    """What a coordinated word goes on with; of a tensed clause a tensed one, whatever the parse hangs it from."""
    first = second.head
    if not finite(second):
        return first
    while not finite(first) and first.dep_ in {"xcomp", "advcl", "acl", "pcomp"} and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
    return first


def is_cue(found: Effect, around: Attribution | None) -> bool:
    """Whether an effect comes from the very cue whose stance is read anyway."""
    cue = None if around is None else around.cue
    return cue is not None and any(cue.start <= word.idx < cue.end for word in found.words)


def asked(head: Token, around: Attribution | None) -> bool:
    """Whether the clause is the question of its sentence."""
    if head.dep_ not in {"ROOT", "ccomp", "conj"} or "?" not in text_of(head.doc):
        return False
    last = head.sent[-1]
    while (last.is_space or last.text in {"”", '"', "’", "''", "»"}) and last.i > head.sent.start:
        last = last.nbor(-1)
    if last.text != "?" or not inside(last, around) or takes_for_granted(head):
        return False
    return last.head in {head, head.head, head.sent.root}
