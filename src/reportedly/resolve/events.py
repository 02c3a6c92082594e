"""One event, many reports: events of one sort, day and place are joined; where two fit, neither is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportedly.model import Article, Entity, Judgement, Score, Statement
from reportedly.resolve.clusters import Groups, Link, join_all, link
from reportedly.resolve.occurrences import Occurrence, days_between, occurrences

# Types that reports use for one another's events; every other type meets only itself.
SORTS = {
    "kill": ("death",),
    "die": ("death",),
    "explode": ("explosion",),
    "bomb": ("explosion", "attack"),
    "attack": ("attack",),
    "shoot": ("attack",),
    "stab": ("attack",),
}
# Events of which a place has seldom two on a day, so that sort, day and place tell them.
PUBLIC = frozenset(
    {
        "explosion", "attack", "crash", "collapse", "burn", "befall", "protest", "raid", "fight", "vote", "displace",
        "death", "injure",
    }
)  # fmt: skip
# Of these a place may have many on a day: only those that count the people are taken for one.
COUNTED = frozenset({"death", "injure", "displace"})
# Types that say too little to join anything by.
LOOSE = frozenset({"other", "disclose", "begin", "change"})
SAME = 0.8


def events_among(
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    entity_of: Mapping[str, Entity],
    judgements: Sequence[Judgement],
) -> Mapping[str, str]:
    """The smallest id of the group of each article's own event, by the latter's id.

    Joined are events done to one named person, and public events of one place, that are said to lie on one day; an
    event without a day or with a larger area only where a single one fits it.
    """
    found = occurrences(statements, articles, entity_of)
    groups = Groups(found)
    join_all(groups, _links(found), judgements, strong=SAME)
    return {member: id for id, group in groups.all().items() for member in sorted(group)}


def _links(found: Mapping[str, Occurrence]) -> Iterator[Link]:
    told: dict[tuple[str, ...], list[str]] = {}
    for own in found.values():
        for key in _exact_keys(own):
            told.setdefault(key, []).append(own.id)
    for key, ids in sorted(told.items()):
        reasons = (f"both {key[0]}", f"both on {key[-1]}", "done to the same one" if key[1] == "who" else "same place")
        for one, other in pairwise(ids):
            yield link(one, other, Score(value=0.9, reasons=reasons))
    yield from _vague(found, told)


def sorts(own: Occurrence) -> list[str]:
    """The sorts of event that an article's own event may be joined as, sorted."""
    return sorted({sort for type in own.types - LOOSE for sort in SORTS.get(type, (type,))})


def _subjects(own: Occurrence, sort: str) -> list[tuple[str, str]]:
    """What, beside sort and day, tells an event: whom it was done to, or where a public event was."""
    if own.named:
        return [("who", id) for id in sorted(own.named)] if sort != "attack" else []
    if sort not in PUBLIC or own.scene is None or (sort in COUNTED and not own.counted):
        return []
    return [("where", str(own.scene))]


def _exact_keys(own: Occurrence) -> list[tuple[str, ...]]:
    if own.days is None:
        return []
    days = days_between(*own.days)
    return [(sort, *subject, day) for sort in sorts(own) for subject in _subjects(own, sort) for day in days]


def _vague(found: Mapping[str, Occurrence], told: Mapping[tuple[str, ...], list[str]]) -> Iterator[Link]:
    """Links of events without a day, in a larger area only, or in another place of one name, to each that they may be.

    Where there are several, none holds.
    """
    fits = _Fits(found, told)
    for own in found.values():
        for sort in sorts(own):
            for day in () if own.about is None else days_between(*own.about):
                for id in fits.of(own, sort, day)[:2]:
                    reason = f"the only {sort} about {day} that fits"
                    yield link(own.id, id, Score(value=0.6, reasons=(reason,)), vague=own.id)


class _Fits:
    """Which events told with day and scene an event may be that is told with less."""

    def __init__(self, found: Mapping[str, Occurrence], told: Mapping[tuple[str, ...], list[str]]) -> None:
        self._told = told
        self._areas: dict[tuple[str, str, str], list[str]] = {}
        self._names: dict[tuple[str, str, str], list[tuple[int, str]]] = {}
        for (sort, what, _, day), ids in sorted(told.items()):
            first = found[ids[0]]
            if what == "where" and first.country is not None:
                self._areas.setdefault((sort, first.country, day), []).append(first.id)
            if what == "where" and first.name is not None and first.scene is not None:
                self._names.setdefault((sort, first.name, day), []).append((first.scene, first.id))

    def of(self, own: Occurrence, sort: str, day: str) -> list[str]:
        """Ids of the first event of each place on that day that `own` may be."""
        if own.days is None:
            known = [
                self._told[key][0] for subject in _subjects(own, sort) if (key := (sort, *subject, day)) in self._told
            ]
            if known:
                return known
        if own.named or sort not in PUBLIC or (sort in COUNTED and not own.counted):
            return []
        if own.scene is None:
            return [] if own.country is None else self._areas.get((sort, own.country, day), [])
        # Two places of one name: a reader took one for the other. The one with the larger gazetteer id gives way.
        homonyms = self._names.get((sort, own.name or "", day), [])
        return [id for scene, id in homonyms if (scene < own.scene if own.days is not None else scene != own.scene)]
