"""How sure the deepest source is of a clause or an event, and when it is to be.

The mistake this prevents: "he may have been killed", "she denied that he was killed" and "no one was killed" read as
a killing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.attribution_content import finite, leads_with
from reportedly.extract.attribution_cues import stances
from reportedly.extract.factuality_effect import Effect, effect, hedges
from reportedly.extract.factuality_own import own_effects
from reportedly.extract.factuality_scope import (
    CARRYING_OUT,
    HAPPENING,
    embedding,
    is_bare,
    is_infinitive,
    takes_for_granted,
)
from reportedly.model import Attribution, Factuality, Modality, Polarity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.base import Found

WEAKNESS = {Modality.CERTAIN: 0, Modality.PROBABLE: 1, Modality.POSSIBLE: 2, Modality.UNKNOWN: 3}
# What is said by nobody in particular is no more than possible ("it is said that", "reportedly").
HEARSAY = frozenset({"says", "claims", "reports", "accuses"})
DISTANCE = frozenset({"falsely", "baselessly", "wrongly", "misleadingly", "incorrectly", "inaccurately", "mistakenly"})
# To reject, oppose or criticise a thing is not to say that there is none.
REJECTING = frozenset({"rejects", "disagrees", "opposes", "refuses"})
GRANTING_NOUNS = frozenset({"after", "following", "since", "despite", "amid", "due", "during"})
GRANTING = frozenset({"after", "although", "as", "because", "before", "since", "though", "when", "while"})
DETERMINERS = frozenset({"the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "any"})
# No chain of embedding words is longer than this in sane prose; guards against odd parses.
DEPTH = 12


def factuality_of(head: Token, found: Found) -> Factuality:
    """The factuality of the clause or event that `head` is the head of, according to its deepest source.

    Looks at the words inside the clause, at what embeds it up to the end of its attribution's content, at the
    stance of the attribution that holds it, and at how sure it is that anything was said. `found.attributions` has to
    be filled.
    """
    return judged(head, holding(head, found), found, [])


def factuality_of_event(head: Token, found: Found) -> Factuality:
    """The same of an event: who says that a bridge should be closed is sure of that, and not that it will be."""
    around = holding(head, found)
    if around is not None and around.cue is not None and around.cue.start <= head.idx < around.cue.end:
        # "He is said to have fled": that it is said is no hearsay.
        around = None
    return judged(head, around, found, list(prospects(head)))


def judged(head: Token, around: Attribution | None, found: Found, more: list[Effect]) -> Factuality:
    """The factuality of what `head` tells of inside an attribution, with effects that only its kind of finding has."""
    effects = [*clause_effects(head, around), *more]
    if around is not None:
        effects += of_saying(around, head.doc, found)
    return combined(effects, around, found, granted=is_granted(head, around))


def of_saying(around: Attribution, doc: Doc, found: Found) -> Iterator[Effect]:
    """What is passed on is no surer than that it was said: "may have told police that …", "unconfirmed reports that …".

    The negation of the cue itself is left out: it makes the stance ("did not say").
    """
    span = None if around.cue is None else doc.char_span(around.cue.start, around.cue.end)
    cue = None if span is None else span.root
    if cue is None or cue.pos_ not in {"VERB", "NOUN"} or cue.dep_ in {"prep", "parataxis"} or inside(cue.head, around):
        # "According to her" and "she said" behind its content hang from what they pass on.
        return
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
            if modal.lower_ != "would" or not any(child.dep_ == "neg" for child in current.children):
                yield effect(hedges("event")[modal.lower_], modal)
            return
        if modal is not None or current.dep_ not in {"conj", "xcomp"}:
            return
        current = current.head


def factuality_of_apposition(noun: Token, apposed: Token, found: Found) -> Factuality:
    """How sure it is that one is the other: "X, the alleged smuggler"; the clause around says nothing of that."""
    return combined([*own_effects(noun), *own_effects(apposed)], holding(noun, found), found)


def combined(effects: list[Effect], around: Attribution | None, found: Found, *, granted: bool = False) -> Factuality:
    """What several effects make together, under the stance of the attribution around them unless it is `granted`."""
    modality, polarity = Modality.CERTAIN, Polarity.POSITIVE
    cues: list[Span] = []
    for each in distinct(effects):
        modality = max(modality, each.modality, key=WEAKNESS.__getitem__)
        polarity = turned(polarity, each.polarity)
        cues += [found.span(word.idx, word.idx + len(word)) for word in each.words]
    if around is not None and not granted and not (is_thing(around) and deepest_stance(around) in REJECTING):
        stance_modality, stance_polarity = by_stance(around)
        modality = max(modality, stance_modality, key=WEAKNESS.__getitem__)
        if around.cue is not None and (stance_modality, stance_polarity) != (Modality.CERTAIN, Polarity.POSITIVE):
            cues.append(around.cue)
        polarity = turned(polarity, stance_polarity)
    distance = distance_of(around, found)
    return Factuality(modality=modality, polarity=polarity, cues=tuple(sorted(set(cues))), distance=distance)


def distinct(effects: list[Effect]) -> Iterator[Effect]:
    """The effects, each word once: the "no" of "no attack took place" is that of its noun and of its verb."""
    seen: set[int] = set()
    for each in effects:
        words = {word.i for word in each.words}
        if not words or not words <= seen:
            seen |= words
            yield each


def is_granted(head: Token, around: Attribution | None) -> bool:
    """Whether a content takes for granted what `head` tells of, so that no stance reaches it.

    "Denied that the man who was shot had fled": he was shot. Relative clauses, participles behind a noun and clauses
    of time or cause are taken for granted, what a content says by itself is not.
    """
    if around is None:
        return False
    if points_back(head) and inside(head.head, around):
        return True
    current = head
    for _ in range(DEPTH):
        if current.head == current or not inside(current.head, around):
            return False
        if current.dep_ == "relcl" and not is_infinitive(current):
            return True
        if current.dep_ == "acl" and current.tag_ in {"VBN", "VBG"} and not is_infinitive(current):
            return True
        if current.dep_ == "advcl" and leads_with(current) in GRANTING:
            return True
        if current.dep_ == "pobj" and {current.head.lower_, current.head.head.lower_} & GRANTING_NOUNS:
            return True
        current = current.head
    return False


def points_back(noun: Token) -> bool:
    """Whether an object in a content is known already: "refused to meet the demands", not "to win the release of"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in {"dobj", "pobj"} or noun.head.lemma_ in CARRYING_OUT | HAPPENING:
        return False
    of = any(child.lower_ == "of" for child in noun.rights)
    return not of and any(child.lower_ in {"the", "this", "that", "these", "those"} for child in noun.lefts)


def deepest_stance(attribution: Attribution) -> str:
    """What the origin of an attribution does: says, denies, rejects."""
    return max(attribution.sources, key=lambda source: source.depth).stance or "says"


def is_thing(attribution: Attribution) -> bool:
    """Whether a content is a thing and no clause, by its first word: "rejected the plan", "criticised his arrest"."""
    first = attribution.content.exact.lstrip("“\"‘'").split(" ", 1)[0].lower()
    return first in DETERMINERS


def turned(polarity: Polarity, by: Polarity) -> Polarity:
    """A polarity under another: twice negative is positive, unknown stays unknown."""
    if Polarity.UNKNOWN in (polarity, by):
        return Polarity.UNKNOWN
    return Polarity.POSITIVE if polarity is by else Polarity.NEGATIVE


def by_stance(attribution: Attribution) -> tuple[Modality, Polarity]:
    """What the deepest source's stance does; hearsay without a source is possible at most."""
    deepest = max(attribution.sources, key=lambda source: source.depth)
    stance = stances().get(deepest_stance(attribution))
    if stance is None:
        return Modality.CERTAIN, Polarity.POSITIVE
    if stance.act == "speech" and stance.polarity is Polarity.UNKNOWN and excludes(attribution):
        # "Cannot rule out an attack".
        return Modality.POSSIBLE, Polarity.POSITIVE
    nobody = deepest.span is None and deepest.depth > 0 and deepest.stance in HEARSAY
    return (Modality.POSSIBLE if nobody else stance.modality), stance.polarity


def excludes(attribution: Attribution) -> bool:
    """Whether the cue is one of ruling out."""
    words = "" if attribution.cue is None else attribution.cue.exact.lower()
    return any(word in words for word in ("rule out", "ruled out", "exclude", "preclude"))


def holding(head: Token, found: Found) -> Attribution | None:
    """The smallest attribution whose content holds a word; None in the article's own voice."""
    best = None
    for attribution in found.attributions:
        content = attribution.content
        if not content.start <= head.idx < content.end:
            continue
        if not any(part.start <= head.idx < part.end for part in attribution.parts):
            continue
        if best is None or content.end - content.start < best.content.end - best.content.start:
            best = attribution
    return best


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
                yield Effect(found.modality, Polarity.POSITIVE, ())
            break
        if found is not None and not is_cue(found, around):
            yield found
        if parent is None:
            break
        if not outside and (parent.pos_ in {"VERB", "AUX", "ADJ"} or is_infinitive(current)):
            yield from own_effects(parent)
        current = parent
    yield from asking(head, around)


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


def condition(head: Token) -> Iterator[Effect]:
    """The condition that a clause stands under: "if confirmed, it would be …"."""
    for child in head.children:
        if child.dep_ != "advcl":
            continue
        mark = next((each for each in child.lefts if each.dep_ in {"mark", "advmod"}), None)
        if mark is not None and mark.lower_ in {"if", "unless"} and not (before_even(mark) or is_bare(child)):
            yield Effect(Modality.UNKNOWN, Polarity.POSITIVE, (mark,))


def before_even(mark: Token) -> bool:
    """Whether "if" stands in "even if" or "as if", which set no condition."""
    return mark.i > 0 and mark.doc[mark.i - 1].lower_ in {"even", "as"}


def inside(token: Token, around: Attribution | None) -> bool:
    """Whether a word stands inside the content of an attribution; always in the own voice."""
    return around is None or around.content.start <= token.idx < around.content.end


def is_cue(found: Effect, around: Attribution | None) -> bool:
    """Whether an effect comes from the very cue whose stance is read anyway."""
    cue = None if around is None else around.cue
    return cue is not None and any(cue.start <= word.idx < cue.end for word in found.words)


def asked(head: Token, around: Attribution | None) -> bool:
    """Whether the clause is the question of its sentence."""
    last = head.sent[-1]
    while (last.is_space or last.text in {"”", '"', "’", "''", "»"}) and last.i > head.sent.start:
        last = last.nbor(-1)
    if last.text != "?" or not inside(last, around):
        return False
    return head.dep_ in {"ROOT", "ccomp", "conj"} and last.head in {head, head.head, head.sent.root}


def distance_of(around: Attribution | None, found: Found) -> str | None:
    """The outlet's own distance from what it passes on: "without evidence", "falsely"; None where it keeps none."""
    if around is None or around.cue is None:
        return None
    text = found.article.part(found.part)
    behind = text[around.cue.end : around.cue.end + 60].lstrip(" ,").lower()
    for article in ("", "any ", "offering ", "providing ", "giving ", "citing ", "presenting ", "showing "):
        for noun in ("evidence", "proof", "any evidence", "any proof"):
            if behind.startswith(f"without {article}{noun}"):
                return f"without {article}{noun}"
    before = text[max(0, around.cue.start - 24) : around.cue.start].lower().split()
    return next((word for word in before[-2:] if word in DISTANCE), None)
