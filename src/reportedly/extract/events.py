"""Events: every word that tells of something that happened, is denied, is feared or is planned, and who took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.base import Found
from reportedly.extract.event_attach import Attached
from reportedly.extract.event_clause import under_its_clause
from reportedly.extract.event_groups import Mark, grouped
from reportedly.extract.event_roles import roles_of
from reportedly.extract.event_table import statives
from reportedly.extract.event_triggers import Trigger, triggers
from reportedly.extract.factuality import factuality_of_event
from reportedly.extract.factuality_tense import tense_of
from reportedly.extract.tree import Tree, tree_of
from reportedly.model import Event, Tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "events"
VERSION = "1"
NEEDS = ("times", "figures", "places", "mentions", "attributions")
# Where somebody goes is a place, not somebody to whom it is done.
MOVING = frozenset({"travel", "flee", "transport"})
POINTING = frozenset({"the", "this", "that", "these", "those"})


def find(doc: Doc, found: Found) -> Iterator[Event]:
    """Every event in the order of the text; those that share `refers_to` are one event."""
    tree = tree_of(doc)
    told = triggers(tree)
    attached = Attached(tree, found, told)
    numbers = {figure.id: (figure.low, figure.high) for figure in found.figures}
    marks = []
    for trigger in told:
        event = _event(doc, tree, found, trigger, attached)
        number = None if event.count is None else numbers[event.count]
        marks.append(Mark(event=event, definite=_definite(tree, trigger), number=number))
    ids = {}
    for group in grouped(marks):
        refers_to = found.id("ev", group[0].event.trigger)
        ids.update({mark.event.id: refers_to for mark in group})
    whole = [replace(mark.event, refers_to=ids[mark.event.id]) for mark in marks]
    carried = [(trigger, event) for trigger, event in zip(told, whole, strict=True) if _is_light(tree, trigger)]
    light = [_carried(tree, found, trigger, event) for trigger, event in carried]
    yield from sorted([*whole, *light], key=lambda event: event.trigger.start)


def _is_light(tree: Tree, trigger: Trigger) -> bool:
    """Whether a light verb tells of the event together with its noun ("carried out a raid")."""
    return trigger.carrier is not None and statives().get(tree.lemma[trigger.carrier]) == "light"


def _carried(tree: Tree, found: Found, trigger: Trigger, event: Event) -> Event:
    """The event of a noun again, at the light verb that carries it: two triggers, one event."""
    verb = event.trigger.start if trigger.carrier is None else trigger.carrier
    span = found.span(tree.start[verb], tree.end[verb])
    return replace(event, id=found.id("e", span), trigger=span)


def _event(doc: Doc, tree: Tree, found: Found, trigger: Trigger, attached: Attached) -> Event:
    i = trigger.at
    span = found.span(tree.start[i], tree.end[i])
    roles = roles_of(tree, trigger)
    roles.actor, roles.recipient = attached.somebody(roles.actor), attached.somebody(roles.recipient)
    if trigger.type in MOVING:
        roles.recipient = [who for who in roles.recipient if not attached.is_place(who)]
    # Who dies in somebody's deed ("died in shelling by the rebels") is killed.
    kind = "kill" if trigger.type == "die" and roles.actor and tree.lemma[i] != "suicide" else trigger.type
    setting = attached.setting(trigger)
    # A noun that a light verb carries is as sure, and when, as that verb: "will carry out raids".
    head = doc[i if trigger.carrier is None else trigger.carrier]
    factuality = factuality_of_event(head, found)
    if not trigger.verb and head.i == i and head.pos_ != "ADJ":
        factuality = under_its_clause(head, factuality, found)
    return Event(
        id=found.id("e", span),
        type=kind,
        trigger=span,
        actor=tuple(attached.participant(who) for who in roles.actor),
        recipient=tuple(attached.participant(who) for who in roles.recipient),
        from_=setting.from_,
        to=setting.to,
        place=setting.place,
        time=setting.time,
        instrument=attached.words(roles.instrument[0]) if roles.instrument else None,
        count=attached.count(roles.recipient),
        modality=factuality.modality,
        polarity=factuality.polarity,
        tense=_tense(head, found, setting.time),
    )


def _tense(head: Token, found: Found, time: str | None) -> Tense:
    """The tense of the words; what they put in the present and date after publication is still to come."""
    tense, published = tense_of(head), found.article.published
    if tense is not Tense.PRESENT or time is None or published is None:
        return tense
    starts = next(timex.start for timex in found.times if timex.id == time)
    return Tense.FUTURE if starts is not None and starts[:10] > published[:10] else tense


def _definite(tree: Tree, trigger: Trigger) -> bool:
    """Whether a trigger is a noun that points back."""
    return not trigger.verb and any(tree.lower[kid] in POINTING for kid in tree.kids[trigger.at] if kid < trigger.at)
