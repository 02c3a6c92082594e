"""What a statement says was done or not done: act by act, with those who took part, the things, the place and time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import words as words_of
from reportedly.model import Entity, Event, MentionKind, Modality, Participant, Place, Span, Statement, Tense
from reportedly.model.factuality import Polarity
from reportedly.reconcile.likeness import WORD, sense_of, stem
from reportedly.reconcile.measures import PEOPLE
from reportedly.reconcile.moments import Moment, moment_of, time_of

# UCDP's precision up to which a place is the scene itself.
SCENE = 3
SURENESS = {Modality.UNKNOWN: 0, Modality.POSSIBLE: 1, Modality.PROBABLE: 2, Modality.CERTAIN: 3}
# Words that tell how it is said, not what: they bind no denial to anything and stand in no heading.
HEDGES = re.compile(r"^(?:alleg|accus|suspect|claim|deni|deny|reported|illegal|unlawful|crim)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act that a statement says was done or not done.

    Attributes:
        statement: The statement.
        act: The sense of the act's word, else the event's type.
        modality: How sure, the less sure of statement and event.
        polarity: Whether it is said to have happened; the statement and its event agree in it.
        ahead: Whether it lies in the future.
        actors: Ids of the named entities that did it.
        recipients: Ids of the named entities that it was done to.
        object: Content words for what it was done to, endings cut off.
        who: Ids of all named people and bodies in the statement.
        words: Content words of the statement but those for acts, places and times: stem -> form.
        place: Where it was; None where not said.
        when: When it was; None where not said.
    """

    statement: Statement
    act: str
    modality: Modality
    polarity: Polarity
    ahead: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    object: frozenset[str]
    who: frozenset[str]
    words: Mapping[str, str]
    place: Place | None
    when: Moment | None


def deeds_of(statement: Statement, entity_of: Mapping[str, Entity]) -> list[Deed]:
    """The acts that the statement itself asserts or denies; those too vague to be told apart are left out."""
    polarity = statement.factuality.polarity
    found: dict[str, Deed] = {}
    words: Mapping[str, str] | None = None
    for event in statement.events:
        act = sense_of(event)
        if act is None or act in found or event.polarity is not polarity:
            continue
        words = _words(statement) if words is None else words
        found[act] = _deed(statement, event, act, words, entity_of)
    return list(found.values())


def _deed(
    statement: Statement, event: Event, act: str, words: Mapping[str, str], entity_of: Mapping[str, Entity]
) -> Deed:
    timex = time_of(statement, event)
    parties = tuple(_named([each.refers_to for each in those], entity_of) for those in (event.actor, event.recipient))
    mentioned = [each.refers_to for each in statement.mentions if each.kind is not MentionKind.PLACE]
    return Deed(
        statement=statement,
        act=act,
        modality=min(statement.factuality.modality, event.modality, key=lambda each: SURENESS[each]),
        polarity=event.polarity,
        ahead=event.tense is Tense.FUTURE,
        actors=parties[0],
        recipients=parties[1],
        object=frozenset(_stems(event.recipient)) & words.keys(),
        who=_named(mentioned, entity_of) | parties[0] | parties[1],
        words=words,
        place=next((place for place in statement.places if place.id == event.place), None),
        when=None if timex is None else moment_of(timex),
    )


def _named(ids: list[str | None], entity_of: Mapping[str, Entity]) -> frozenset[str]:
    """The entities with a name, places aside."""
    known = [entity_of.get(id or "") for id in ids]
    return frozenset(
        each.id for each in known if each is not None and each.names and each.kind is not MentionKind.PLACE
    )


def _stems(participants: tuple[Participant, ...]) -> list[str]:
    return [stem(word) for each in participants for word in WORD.findall(fold(each.span.exact))]


def _words(statement: Statement) -> dict[str, str]:
    """The first form of each content word, by its stem, without those for acts, places, times, people, and hedges."""
    spans: list[Span] = [event.trigger for event in statement.events]
    spans += [each.span for each in statement.places] + [each.span for each in statement.times]
    spans += [each.span for each in statement.mentions if each.kind is MentionKind.PLACE]
    left_out = {word for span in spans for word in WORD.findall(fold(span.exact))}
    left_out |= words_of("function_words") | PEOPLE
    forms = WORD.findall(fold(statement.content.exact))
    return {stem(form): form for form in reversed(forms) if form not in left_out and not HEDGES.match(form)}


def phrases(deed: Deed, stems: frozenset[str]) -> list[str]:
    """The words with these stems as they come in the deed's statement, those side by side as one phrase."""
    text = fold(deed.statement.content.exact)
    found: list[str] = []
    end = -1
    for match in WORD.finditer(text):
        form = match.group()
        if stem(form) in stems and deed.words.get(stem(form)) is not None:
            beside = found and text[end : match.start()] == " "
            found[-1:] = [f"{found[-1]} {form}"] if beside else [*found[-1:], form]
            end = match.end()
    return list(dict.fromkeys(found))


def shared_parties(one: Deed, other: Deed) -> frozenset[str]:
    """Ids of the named entities that have one part in both acts."""
    return (one.actors & other.actors) | (one.recipients & other.recipients)


def collide(one: Deed, other: Deed) -> bool:
    """Whether the two cannot be one act: others did it, to other things, elsewhere, or at another time."""
    if one.act != other.act or one.ahead is not other.ahead:
        return True
    if one.actors and other.actors and not one.actors & other.actors:
        return True
    return _of_other_things(one, other) or _places_apart(one.place, other.place) or _times_apart(one.when, other.when)


def _of_other_things(one: Deed, other: Deed) -> bool:
    if one.recipients & other.recipients or one.object & other.object:
        return False
    return bool((one.recipients or one.object) and (other.recipients or other.object))


def _places_apart(one: Place | None, other: Place | None) -> bool:
    """Whether both are scenes, and not the same."""
    if one is None or other is None or None in (one.geonames, other.geonames):
        return False
    return one.geonames != other.geonames and max(one.precision or 9, other.precision or 9) <= SCENE


def _times_apart(one: Moment | None, other: Moment | None) -> bool:
    return one is not None and other is not None and (one.end <= other.start or other.end <= one.start)
