"""Which place a name means here: what holds it, what else the article names, what lies near, and population last.

Names that share a spelling share a sense unless the text says otherwise at the spot. Candidates support one another by
country, division and nearness; a few rounds let the sure ones speak for the unsure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import exp, log, log10

from reportedly.extract.place_names import Name
from reportedly.lexicon.folding import fold
from reportedly.lexicon.gazetteer import Entry, Gazetteer

# Set by hand on halves of LGL, GeoVirus and GeoWebNews.
FAR = frozenset({"country", "region", "continent", "water", "line"})
WIDE = FAR | {"admin1", "area"}
ROUNDS = 3
MOST = 40  # candidates that are weighed for one name; San Antonio has 84, all but a few hamlets
POPULATION = 1.0  # per factor of ten
ALTERNATE = -1.0  # what a name that is not the place's own ("Angora" for Ankara) takes from it
NATION = 9.0  # what being a country, a continent or a listed region counts, in the same measure
POPULOUS = 0.5  # per factor of ten, among countries: "Congo" is rather the larger one
STATE = 2.0  # what a first-order division counts beside a town of the same prior
TINY = 100_000  # countries with fewer people (Norfolk Island) are no likelier than towns
SAME_COUNTRY, SAME_DIVISION, NEARBY, TOLD = 1.0, 2.0, 1.5, 1.0
# A town in a county that the article names: "Paris" beside "Henry County" is the one that lies in a Henry County.
COUNTY = 2.0
CELL = 1.5  # degrees; nearness counts over a square and its eight neighbours


@dataclass(slots=True)
class Sense:
    """One spelling in one article, with what it may mean and how much that is believed.

    Attributes:
        key: The folded spelling.
        entries: What it may mean.
        names: Where the article uses it so.
        belief: One weight an entry, together 1.
    """

    key: str
    entries: tuple[Entry, ...]
    names: list[Name]
    belief: list[float] = field(default_factory=list)


def choose(names: list[tuple[str, Name]], peoples: Counter[str], gazetteer: Gazetteer) -> dict[int, Entry]:
    """What each name means, by its first token.

    `names` come with their folded spelling; `peoples` says how often each country's demonyms stand in the text.
    """
    senses = group(names)
    first = {id(sense): first_weights(sense.entries, sense.key) for sense in senses}
    for sense in senses:
        sense.belief = share(first[id(sense)])
    for _ in range(ROUNDS):
        field_ = Field(senses, peoples, gazetteer)
        for sense in senses:
            pairs = zip(first[id(sense)], sense.entries, strict=True)
            sense.belief = share([weight + field_.support(entry, sense) for weight, entry in pairs])
    return {
        name.start: max(zip(sense.belief, sense.entries, strict=True), key=lambda pair: (pair[0], -pair[1].number))[1]
        for sense in senses
        for name in sense.names
    }


def group(names: list[tuple[str, Name]]) -> list[Sense]:
    """One sense a spelling; what a container has narrowed speaks for the bare mentions of the spelling, too."""
    held: dict[str, list[Sense]] = defaultdict(list)
    for key, name in sorted(names, key=lambda pair: pair[1].container is None and not pair[1].contents):
        same = next((s for s in held[key] if compatible(s, name)), None)
        if same is None:
            held[key].append(Sense(key=key, entries=largest(name.entries[:MOST]), names=[name]))
        else:
            same.names.append(name)
    return [sense for senses in held.values() for sense in senses]


def largest(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The same without what lies in a country of the same name: "Mexico" is the country, and no town in it."""
    nations = {entry.country for entry in entries if entry.feature == "country"}
    return tuple(entry for entry in entries if entry.feature == "country" or entry.country not in nations)


def compatible(sense: Sense, name: Name) -> bool:
    """Whether a name may share the sense: it is bare, or leaves the same places open."""
    numbers = {entry.number for entry in name.entries}
    return all(entry.number in numbers for entry in sense.entries)


def first_weights(entries: tuple[Entry, ...], key: str) -> list[float]:
    """How likely each is before any context; a bare "Washington" is rather the capital than the state.

    So is a bare "Homs" the town, not the province around it, and "Gaza" no far province of the name.
    """
    towns = [entry for entry in entries if entry.feature == "city"]
    largest_town = max((entry.prior for entry in towns), default=0.0)
    seats = {above.number for town in towns for above in Gazetteer.load().ancestors(town)}

    def extra(entry: Entry) -> float:
        if entry.feature == "admin1":
            return STATE if entry.prior > largest_town and entry.number not in seats else 0.0
        short = entry.feature == "city" and fold(entry.name).startswith(f"{key} ")  # "Newcastle" upon Tyne
        return 0.0 if short or own(entry, key) else ALTERNATE

    return [first_weight(entry) + extra(entry) for entry in entries]


def own(entry: Entry, key: str) -> bool:
    """Whether a folded spelling is the place's own name; of areas every name is."""
    return entry.feature not in {"city", "admin2"} or fold(entry.name) in {key, f"{key} city"}


def first_weight(entry: Entry) -> float:
    """How likely the place is by itself, as the logarithm of a weight."""
    if entry.feature == "country" and entry.population < TINY:
        return POPULATION * log10(entry.prior + 100 - 1e12) + STATE
    if entry.feature == "country":
        return NATION + POPULOUS * (log10(entry.population) - 7)
    if entry.feature in FAR or entry.feature in {"area", "point"}:
        return NATION
    return POPULATION * log10(entry.prior + 100)


def share(weights: list[float]) -> list[float]:
    """Weights as shares of 1, by powers of ten tempered to e."""
    top = max(weights)
    powers = [exp(1.5 * (weight - top)) for weight in weights]
    total = sum(powers)
    return [power / total for power in powers]


class Field:
    """What all names of an article, as believed now, say about countries, divisions and neighbourhoods."""

    def __init__(self, senses: list[Sense], peoples: Counter[str], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._country: dict[str, float] = defaultdict(float)
        self._division: dict[int, float] = defaultdict(float)
        self._cell: dict[tuple[int, int], float] = defaultdict(float)
        self._total = 0.0
        self._counties = {
            entry.number: sense
            for sense in senses
            if all(entry.feature == "admin2" for entry in sense.entries)
            for entry in sense.entries
        }
        self._told: dict[int, float] = defaultdict(float)
        self._own: dict[int, list[tuple[Entry, float]]] = {}
        for country, count in peoples.items():
            self._country[country] += 0.5 * log(1 + count)
        for sense in senses:
            repeated = 1 + 0.5 * log(len(sense.names))
            self._own[id(sense)] = [
                (e, b * repeated) for e, b in zip(sense.entries, sense.belief, strict=True) if b > 0.02
            ]
            for entry, belief in self._own[id(sense)]:
                self._add(entry, belief)
        self._nations = sum(self._country.values())

    def _add(self, entry: Entry, belief: float) -> None:
        if entry.country is not None:
            self._country[entry.country] += belief
        self._total += belief
        if entry.feature in FAR:
            return
        for division in self.divisions(entry):
            self._division[division] += belief
        if entry.feature not in WIDE:
            self._cell[cell(entry)] += belief
        if entry.feature in {"admin1", "admin2"}:
            self._told[entry.number] += belief

    def divisions(self, entry: Entry) -> list[int]:
        """The first-order division of a place, itself included."""
        chain = (entry, *self._gazetteer.ancestors(entry))
        return [above.number for above in chain if above.feature == "admin1"]

    def support(self, entry: Entry, sense: Sense) -> float:
        """What the other names say for an entry."""
        own = self._own[id(sense)]
        others = self._total - sum(belief for _, belief in own)
        country = self._country.get(entry.country or "", 0.0) - sum(
            b for other, b in own if other.country == entry.country
        )
        score = SAME_COUNTRY * rise(country, self._nations)
        if entry.feature in FAR:
            return score
        mine = self.divisions(entry)
        division = sum(self._division.get(number, 0.0) for number in mine)
        division -= sum(b for other, b in own if other.feature not in FAR and self.divisions(other) == mine)
        around = squares(entry)
        near = sum(self._cell.get(square, 0.0) for square in around)
        near -= sum(b for other, b in own if other.feature not in WIDE and cell(other) in around)
        told = sum(self._told.get(above.number, 0.0) for above in self._gazetteer.ancestors(entry))
        score += SAME_DIVISION * rise(division, others) + NEARBY * rise(near, others)
        county = any(self._counties.get(above.number, sense) is not sense for above in self._gazetteer.ancestors(entry))
        return score + TOLD * rise(told, others) + (COUNTY if county else 0.0)


def rise(mass: float, total: float) -> float:
    """What a mass of belief says: more with its size and its share of all, for a list of states speaks for none."""
    return log(1 + 3 * mass * mass / max(total, mass, 1.0)) if mass > 0 else 0.0


def cell(entry: Entry) -> tuple[int, int]:
    """The square of the map that a place lies in."""
    return int(entry.lat // CELL), int(entry.lon // CELL)


def squares(entry: Entry) -> list[tuple[int, int]]:
    """The square of a place and its neighbours."""
    south, west = cell(entry)
    return [(south + up, west + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]
