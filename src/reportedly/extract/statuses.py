"""Statuses: what an article says of somebody's state, with how sure it is. "Suspected of" never becomes "did"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.clauses import is_passive, objects, subject
from reportedly.extract.event_triggers import lemma_of
from reportedly.extract.factuality import WEAKNESS, factuality_of, turned
from reportedly.extract.factuality_own import own_effects
from reportedly.extract.status_roles import Told, nationalities, roles
from reportedly.extract.status_ties import kinships, memberships
from reportedly.extract.tree import Tree, tree_of
from reportedly.lexicon.table import table
from reportedly.model import Factuality, Mention, MentionKind, Modality, Polarity, Span, State, Status

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "statuses"
VERSION = "1"
NEEDS = ("places", "mentions", "attributions", "events")
PREDICATES = frozenset({"acomp", "oprd", "attr", "ROOT", "ccomp", "conj", "xcomp", "relcl"})
IN_PLACE = frozenset({"in", "at", "near", "outside", "inside"})
# Whose object, not whose subject, an adjective after it describes ("found her alive").
OBJECT_COMPLEMENT = frozenset(
    {"find", "leave", "report", "declare", "pronounce", "presume", "believe", "keep", "shoot"}
)


@cache
def _short() -> frozenset[str]:
    """Words for events that say less than the state which others of their type leave somebody in."""
    return frozenset(row["word"] for row in table("states") if row["frame"] == "short")


@cache
def states(frame: str) -> dict[str, State]:
    """The states of one frame of the table, by word."""
    return {row["word"]: State(row["state"]) for row in table("states") if row["frame"] == frame}


def find(doc: Doc, found: Found) -> Iterator[Status]:
    """Every status of a person, in the order of the text; the same state of the same person once a place."""
    tree = tree_of(doc)
    people = {mention.span.start if mention.head is None else mention.head: mention for mention in found.mentions}
    told = [*_of_events(tree, found), *_of_words(tree, found), *roles(tree, people), *nationalities(tree, people)]
    told += [*kinships(tree, people), *memberships(tree, people, states("member"), states("joining"))]
    known: set[tuple[str, State, int, str | None]] = set()
    for each in sorted(told, key=lambda one: (one.first, one.last, one.state)):
        mention = people.get(tree.start[each.who])
        if mention is None or mention.kind is not MentionKind.PERSON:
            continue
        key = (mention.refers_to or mention.id, each.state, tree.sentence[each.first], each.value)
        if key in known:
            continue
        known.add(key)
        nouns = [doc[i] for i in sorted({each.head, each.last})]
        said = _own_factuality(nouns) if each.by_itself else factuality_of(doc[each.head], found)
        yield _status(found, mention, each, _span(tree, found, each), said)


def _own_factuality(nouns: Iterable[Token]) -> Factuality:
    """How sure a role is that stands beside a name: what hedges its nouns, not what the clause around it says."""
    modality, polarity = Modality.CERTAIN, Polarity.POSITIVE
    for effect in (effect for noun in nouns for effect in own_effects(noun)):
        modality = max(modality, effect.modality, key=WEAKNESS.__getitem__)
        polarity = turned(polarity, effect.polarity)
    return Factuality(modality=modality, polarity=polarity)


def _status(found: Found, mention: Mention, told: Told, span: Span, factuality: Factuality) -> Status:
    return Status(
        id=found.id("st", span, told.state.value, mention.span.start),
        span=span,
        state=told.state,
        who=mention.refers_to,
        name=mention.name or mention.span.exact,
        value=told.value,
        tied_to=told.tied_to,
        modality=factuality.modality,
        polarity=factuality.polarity,
    )


def _span(tree: Tree, found: Found, told: Told) -> Span:
    return found.span(tree.start[told.first], tree.end[told.last])


def _of_events(tree: Tree, found: Found) -> Iterator[Told]:
    """The state that an event leaves those in to whom it is done."""
    token = {start: i for i, start in enumerate(tree.start)}
    heads = {mention.span: mention.span.start if mention.head is None else mention.head for mention in found.mentions}
    for event in found.events:
        state = states("event").get(event.type)
        trigger = token.get(event.trigger.start)
        if state is None or trigger is None or lemma_of(tree, trigger) in _short():
            continue
        for recipient in event.recipient:
            head = heads.get(recipient.span)
            if head is not None:
                yield Told(state=state, who=token[head], head=trigger, first=trigger, last=trigger)


def _of_words(tree: Tree, found: Found) -> Iterator[Told]:
    """The states that adjectives, verbs and phrases tell."""
    places = {place.span.start: place.name for place in found.places}
    for i, word in enumerate(tree.lower):
        if word in states("adjective"):
            yield from _adjective(tree, i)
        elif tree.pos[i] == "VERB" and tree.lemma[i] in states("verb") and not is_passive(tree, i):
            yield from _told(tree, subject(tree, i), states("verb")[tree.lemma[i]], (i, i))
        elif tree.dep[i] == "prep":
            yield from _phrase(tree, i)
            yield from _whereabouts(tree, i, places)


def _told(
    tree: Tree, who: int | None, state: State, words: tuple[int, int], value: str | None = None
) -> Iterator[Told]:
    if who is not None:
        for one in tree.conjuncts(who):
            yield Told(state=state, who=one, head=words[0], first=min(words), last=max(words), value=value)


def _adjective(tree: Tree, i: int) -> Iterator[Told]:
    """State by an adjective: "is alive", "was found dead", "found her alive"; before its noun it says nothing here."""
    state = states("adjective")[tree.lower[i]]
    if tree.dep[i] not in PREDICATES:
        return
    verb = tree.head[i]
    if tree.dep[i] == "conj" and tree.pos[verb] == "ADJ":
        verb = tree.head[verb]
    own = tree.children(i, "nsubj", "nsubjpass")
    if own or tree.pos[i] in {"VERB", "AUX"} or verb == i:
        yield from _told(tree, subject(tree, i), state, (i, i))
    elif tree.pos[verb] in {"VERB", "AUX"}:
        turned = tree.lemma[verb] in OBJECT_COMPLEMENT and not is_passive(tree, verb)
        whom = objects(tree, verb)[:1] if turned else []
        yield from _told(tree, whom[0] if whom else subject(tree, verb), state, (i, min(verb, i) if verb < i else i))


def _phrase(tree: Tree, i: int) -> Iterator[Told]:
    """State by a phrase: "remains in custody"; after a noun it is that noun's."""
    for noun in tree.children(i, "pobj"):
        state = states("phrase").get(f"{tree.lower[i]} {tree.lemma[noun]}")
        if state is None or any(tree.dep[kid] == "amod" for kid in tree.kids[noun]):
            continue
        head = tree.head[i]
        if tree.pos[head] in {"VERB", "AUX"}:
            whom = [] if is_passive(tree, head) else objects(tree, head)[:1]
            yield from _told(tree, whom[0] if whom else subject(tree, head), state, (head, noun))
        else:
            yield from _told(tree, head, state, (i, noun))


def _whereabouts(tree: Tree, i: int, places: dict[int, str]) -> Iterator[Told]:
    """Whereabouts: "is in Syria", "was last seen in Ghent"; the value is the name in the gazetteer."""
    verb = tree.head[i]
    while tree.pos[verb] not in {"VERB", "AUX"} and tree.dep[verb] in {"prep", "conj", "acomp", "advmod"}:
        verb = tree.head[verb]
    if tree.lower[i] not in IN_PLACE or tree.lemma[verb] not in states("whereabouts"):
        return
    if tree.lemma[verb] == "see" and not is_passive(tree, verb):
        return
    if tree.children(verb, "attr", "acomp") and tree.lower[verb] not in {"remains", "remained"}:
        alive = [kid for kid in tree.children(verb, "attr", "acomp") if tree.lower[kid] not in states("adjective")]
        if alive:
            return
    for noun in tree.children(i, "pobj"):
        for place in tree.conjuncts(noun):
            name = places.get(tree.start[tree.left[place]], places.get(tree.start[place]))
            if name is not None:
                yield from _told(tree, subject(tree, verb), State.WHEREABOUTS, (i, place), name)
