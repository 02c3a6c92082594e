"""Which participants, times, places and figures that other layers found belong to an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportedly.extract.base import Found
from reportedly.extract.clauses import subject_behind_date
from reportedly.extract.event_concern import is_somebody
from reportedly.extract.event_triggers import Trigger
from reportedly.extract.mention_draft import TIME_LABELS, phrase
from reportedly.extract.tree import Tree
from reportedly.model import (
    Figure,
    Mention,
    MentionKind,
    Participant,
    Place,
    PlaceRole,
    Span,
    Timex,
    TimexRole,
    TimexType,
)

F = TypeVar("F", Timex, Place)
# With these a noun is for somebody known already.
KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "'s"})
# An event noun after one of these shares time and place with the verb ("killed during a raid in Ghent").
SHARING = frozenset({"in", "during", "at"})


@dataclass(slots=True, kw_only=True)
class Setting:
    """Where and when an event is said to be; ids of findings, None where not said."""

    time: str | None = None
    place: str | None = None
    from_: str | None = None
    to: str | None = None


class Attached:
    """The findings of other layers, by the trigger that they hang from in the parse."""

    def __init__(self, tree: Tree, found: Found, triggers: Sequence[Trigger]) -> None:
        self._tree = tree
        self._found = found
        self._triggers = {trigger.at: trigger for trigger in triggers}
        self._token = {start: i for i, start in enumerate(tree.start)}
        self._mentions = {_head(mention): mention for mention in found.mentions}
        self._figures = self._by_sentence(found.figures)
        self._times: Mapping[int, list[Timex]] = self._by_trigger(found.times)
        self._places: Mapping[int, list[Place]] = self._by_trigger(found.places)

    def _first_token(self, span: Span) -> int | None:
        """The head of a finding's words: the token of them that hangs from outside."""
        first = self._token.get(span.start)
        if first is None:
            return None
        i = first
        while self._tree.start[i] < span.end and i + 1 < len(self._tree):
            head = self._tree.head[i]
            if head == i or not span.start <= self._tree.start[head] < span.end:
                return i
            i += 1
        return first

    def _by_sentence(self, figures: Iterable[Figure]) -> Mapping[int, list[Figure]]:
        grouped: dict[int, list[Figure]] = defaultdict(list)
        for figure in figures:
            token = self._first_token(figure.span)
            if token is not None:
                grouped[self._tree.sentence[token]].append(figure)
        return grouped

    def _by_trigger(self, findings: Iterable[F]) -> Mapping[int, list[F]]:
        """Findings by the nearest trigger above them."""
        grouped: dict[int, list[F]] = defaultdict(list)
        for finding in findings:
            token = self._first_token(finding.span)
            if token is None:
                continue
            trigger = self._above(token, isinstance(finding, Timex))
            if trigger is not None:
                grouped[trigger].append(finding)
        return grouped

    def _above(self, token: int, is_time: bool) -> int | None:
        """The nearest trigger over a finding; None where something that is no event has it for its own.

        The place of a person or a body ("a study by an institute in Oslo") is not that of the event, nor is the time of
        any other noun ("last month's budget").
        """
        tree = self._tree
        for above in tree.above(token):
            if above in self._triggers:
                return above
            if is_time and subject_behind_date(tree, verb := tree.head[tree.head[above]]) == above:
                return verb if verb in self._triggers else None
            if tree.pos[above] == "ADJ" and tree.dep[above] != "pobj":
                return None
            if tree.start[above] in self._mentions and (is_time or not self._is_some(above)):
                return None
            if is_time and tree.pos[above] in {"NOUN", "PROPN"} and tree.entity[above] not in TIME_LABELS:
                return None
        return None

    def _is_some(self, head: int) -> bool:
        """Whether a word stands for people that nothing is known of yet, to whom something is done.

        They are where it was done: "killed five people in Basra", unlike "hired the clerk in Basra".
        """
        tree = self._tree
        done_to = tree.dep[head] in {"dobj", "nsubjpass"} or tree.lower[tree.head[head]] == "of"
        mention = self._mentions[tree.start[head]]
        known = mention.name is not None or any(tree.lower[kid] in KNOWN for kid in tree.kids[head])
        return done_to and not known and mention.kind in {MentionKind.PERSON, MentionKind.GROUP}

    def setting(self, trigger: Trigger) -> Setting:
        """Time and places of an event: what hangs from its trigger, else what it shares with the verb beside it."""
        setting = self._own(trigger.at)
        for other in self._neighbours(trigger):
            more = self._own(other)
            setting.time = setting.time or more.time
            setting.place = setting.place or more.place
        return setting

    def _own(self, i: int) -> Setting:
        setting = Setting()
        said = i in self._triggers and self._triggers[i].type == "disclose"
        for timex in self._times.get(i, ()):
            says_when = timex.type is not TimexType.DURATION or timex.start is not None
            if setting.time is None and says_when and (said or timex.role is not TimexRole.SAID):
                setting.time = timex.id
        for place in self._places.get(i, ()):
            if place.role is PlaceRole.FROM:
                setting.from_ = setting.from_ or place.id
            elif place.role is PlaceRole.TO:
                setting.to = setting.to or place.id
            elif place.role is PlaceRole.AT:
                setting.place = setting.place or place.id
        return setting

    def _neighbours(self, trigger: Trigger) -> list[int]:
        """Triggers whose time and place it shares: its event noun, its verb, the verb that it is coordinated to."""
        tree, i = self._tree, trigger.at
        if trigger.verb:
            below = [noun for kid in tree.kids[i] if tree.lower[kid] in SHARING for noun in tree.children(kid, "pobj")]
            coordinated = [tree.head[i]] if tree.dep[i] == "conj" else []
            return [noun for noun in below if noun in self._triggers] + coordinated
        above = tree.head[i]
        if tree.dep[i] == "pobj" and tree.lower[above] in SHARING:
            return [tree.head[above]]
        return [above] if tree.dep[i] in {"dobj", "nsubj", "nsubjpass"} else []

    def somebody(self, heads: Iterable[int]) -> list[int]:
        """Without an "it" that stands for no body; in "Norway said it would send boats" Norway stands for it."""
        found = []
        for head in heads:
            mention = self._mentions.get(self._tree.start[head])
            if self._tree.lower[head] != "it" or (mention is not None and mention.refers_to is not None):
                found.append(head)
            else:
                found += self._speaker(head)
        return found

    def _speaker(self, it: int) -> list[int]:
        """The body or country that says, in the clause above, what the clause of an "it" tells."""
        tree = self._tree
        clause = tree.head[it]
        above = tree.head[clause]
        if tree.dep[it] not in {"nsubj", "nsubjpass"} or tree.dep[clause] != "ccomp":
            return []
        return [kid for kid in tree.children(above, "nsubj") if is_somebody(tree, kid)]

    def is_place(self, head: int) -> bool:
        """Whether a word names a place."""
        mention = self._mentions.get(self._tree.start[head])
        return mention is not None and mention.kind is MentionKind.PLACE

    def participant(self, head: int) -> Participant:
        """The words of a participant, and whom its mention refers to."""
        mention = self._mentions.get(self._tree.start[head])
        if mention is not None:
            return Participant(span=mention.span, refers_to=mention.refers_to)
        return Participant(span=self.words(head))

    def words(self, head: int) -> Span:
        """The words of the phrase of a head."""
        start, end = phrase(self._tree, head)
        return self._found.span(self._tree.start[start], self._tree.end[end - 1])

    def count(self, heads: Iterable[int]) -> str | None:
        """Id of the figure that counts one of these heads; None where none does."""
        for head in heads:
            at, end = self._tree.start[head], self._tree.end[head]
            for figure in self._figures.get(self._tree.sentence[head], ()):
                if figure.span.start < end and at < figure.span.end:
                    return figure.id
        return None


def _head(mention: Mention) -> int:
    return mention.span.start if mention.head is None else mention.head
