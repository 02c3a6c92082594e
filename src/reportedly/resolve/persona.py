"""Everybody and everything that an article speaks of, gathered from its statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import table, words
from reportedly.model import Mention, MentionKind, Place, Source, SourceKind, Statement

# Where mentions of one thing got several kinds, the first of the most frequent ones in this order.
KINDS = (
    MentionKind.PERSON,
    MentionKind.ORGANIZATION,
    MentionKind.OUTLET,
    MentionKind.GROUP,
    MentionKind.PLACE,
    MentionKind.OTHER,
)


@dataclass(slots=True)
class Persona:
    """One article's own entity, as all its statements show it.

    Attributes:
        id: The article's own id of it.
        article: Id of the article.
        kinds: How often it was taken for what.
        names: Names given to it, and how often.
        spellings: Shorter wordings of these names ("Zhukouski").
        wordings: Everything else it is called ("the driver"), with where it stands first.
        spoke: What it seems to be as a source; None where it is none.
        geonames: The gazetteer ids of a place.
        countries: Codes of the countries a place lies in.
    """

    id: str
    article: str
    kinds: Counter[MentionKind] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    spellings: set[str] = field(default_factory=set)
    wordings: set[tuple[str, int, str]] = field(default_factory=set)
    spoke: MentionKind | None = None
    geonames: set[int] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)

    @property
    def kind(self) -> MentionKind:
        """What it was most often taken for; as a source where no mention says."""
        if not self.kinds and self.spoke is not None:
            return self.spoke
        return max(KINDS, key=lambda kind: (self.kinds[kind], -KINDS.index(kind)))

    @property
    def name(self) -> str | None:
        """The fullest name: most words, then most letters; None where it has only wordings."""
        return fullest(self.names) if self.names else None

    @property
    def wording(self) -> str:
        """What it is called first in the article, where it has no name."""
        return min(self.wordings)[2] if self.wordings else self.id


def fullest(names: Mapping[str, int]) -> str:
    """The name of most words, then of most letters, not all in capitals, then the most frequent, then the smaller."""
    return min(names, key=lambda name: (-len(name.split()), -len(name), name.isupper(), -names[name], name))


def personas(statements: Iterable[Statement]) -> dict[str, Persona]:
    """Every article's own entities, by id: those mentioned, those speaking, and places, sorted."""
    found: dict[str, Persona] = {}
    for statement in statements:
        marked = {mention.span: mention.refers_to or mention.id for mention in statement.mentions}
        for mention in statement.mentions:
            _add_mention(_persona(found, mention.refers_to or mention.id, statement), mention)
        for source in statement.sources:
            if source.refers_to is not None:
                _add_source(_persona(found, source.refers_to, statement), source)
        for place in statement.places:
            _add_place(_persona(found, marked.get(place.span, place.id), statement), place)
    return dict(sorted(found.items()))


def _persona(found: dict[str, Persona], id: str, statement: Statement) -> Persona:
    return found.setdefault(id, Persona(id, statement.article))


def _add_mention(persona: Persona, mention: Mention) -> None:
    persona.kinds[mention.kind] += 1
    if mention.name is not None:
        persona.names[mention.name] += 1
        if _spells(mention.span.exact, mention.name):
            persona.spellings.add(mention.span.exact)
            return
    persona.wordings.add((mention.span.part.value, mention.span.start, mention.span.exact))


def _spells(wording: str, name: str) -> bool:
    """Whether a wording is the name or a part of it."""
    return set(fold(wording).split()) <= set(fold(name).split())


def _add_source(persona: Persona, source: Source) -> None:
    if source.kind in (SourceKind.OUTLET, SourceKind.NAMED) and not source.is_described:
        persona.names[source.name] += 1
        persona.spoke = persona.spoke or _kind_of(source)
        if source.span is not None and _spells(source.span.exact, source.name):
            persona.spellings.add(source.span.exact)
    elif source.span is not None:
        persona.wordings.add((source.span.part.value, source.span.start, source.span.exact))


def _kind_of(source: Source) -> MentionKind:
    """What a speaker is that no mention tells of: one with a role, or a given name first, is a person."""
    if source.kind is SourceKind.OUTLET:
        return MentionKind.OUTLET
    given = source.name.split()[0] in words("given_names") if source.name.split() else False
    bodies = {word for word in fold(source.name).split() if word in _bodies()}
    plain = 2 <= len(source.name.split()) <= 4 and all(part[0].isupper() for part in source.name.split())
    person = not bodies and (given or source.role is not None or plain)
    return MentionKind.PERSON if person else MentionKind.ORGANIZATION


@cache
def _bodies() -> frozenset[str]:
    """Words that make a name that of a body ("ministry", "union")."""
    return frozenset(row["word"] for row in table("people") if row["sort"] == "body")


def _add_place(persona: Persona, place: Place) -> None:
    if not persona.kinds:
        persona.kinds[MentionKind.PLACE] += 1
    if persona.kind is not MentionKind.PLACE:
        return
    persona.names[place.name] += 1
    persona.spellings.add(place.span.exact)
    persona.geonames.update(() if place.geonames is None else (place.geonames,))
    persona.countries.update(() if place.country is None else (place.country,))
