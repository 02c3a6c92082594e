"""Does a name that may be a place's stand for one here? Votes of the parser, the gazetteer, and the words around it.

Every weight was set by hand on halves of LGL, GeoVirus and GeoWebNews; a name is kept from `ENOUGH` on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.extract.parse import text_of
from reportedly.extract.place_dateline import is_dateline
from reportedly.extract.place_names import Name, article, capitalised, place_words
from reportedly.extract.place_roles import under_fire
from reportedly.extract.place_sense import own
from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.lexicon.gazetteer import Entry, Gazetteer

ENOUGH = 1.0
MAYBE = -0.2
ILL = -12.0  # so little has a name that a disease bears, and then none of it is left for its bare mentions
OUTLET, SAINT, WITH_ARTICLE, GIVEN, FOREIGN = -1.5, -2.0, -1.5, -1.0, -1.0
# What a name in an enumeration gains from a neighbour that is a place by more than the second figure.
LISTED, SURE = 1.0, 1.0
# What the parser's label of the span says; it takes many towns for persons or organisations.
LABELS = {"GPE": 1.5, "LOC": 1.2, "FAC": 0.7, "NORP": -0.7, "ORG": -0.2, "PERSON": -1.0, "": -0.4}
OTHER_LABEL = -0.7
FEATURES = {"country": 2.0, "continent": 1.6, "region": 1.5, "area": 1.2, "line": 1.0, "water": 1.5, "point": 1.5,
            "admin1": 1.6, "admin2": 0.2}  # fmt: skip
# Towns of this size are known abroad; where English is spoken, town names are also last names, elsewhere that is rarer.
KNOWN = 50_000
ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
PARTIES = frozenset({"D", "R", "DFL", "I"})
HOME = frozenset({"resident", "native", "outskirt", "slum", "out"}) | place_words("direction")
OF_PLACES = HOME.union(*(place_words(kind) for kind in ("town", "division", "district", "rim", "rural", "shore")))
# What stands at a place, or about it, and carries its name: "the Arsal crossing", "the Homs countryside".
BESIDE = place_words("facility") | place_words("rim") | place_words("rural")
# Smallest population -> what the size of a town says for it.
TOWNS = ((1_000_000, 1.4), (100_000, 0.9), (10_000, 0.2), (1, -0.3), (0, -0.7))


@cache
def given_names() -> frozenset[str]:
    """First names of people."""
    return words("given_names")


def weigh(doc: Doc, names: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """The names that may stand for places here, each with its score; those below `MAYBE` are gone."""
    persons = surnames(doc)
    lower = {token.text for token in doc if token.is_alpha and token.is_lower}
    votes: dict[str, list[float]] = defaultdict(list)
    text = text_of(doc)
    for name in names:
        name.dateline = is_dateline(doc, text, name)
        name.score = own_weight(name, doc) + around(doc, name, persons, lower, gazetteer)
        votes[fold(name.tokens(doc).text)].append(name.score)
    for name in names:
        name.score += told_elsewhere(name, votes[fold(name.tokens(doc).text)])
        if min(votes[fold(name.tokens(doc).text)]) < ILL and before(doc, name) < 0.8:
            name.score += WITH_ARTICLE
    for left, right in in_lists(doc, text, names):
        most = max(left.score, right.score)
        for name in (left, right):
            name.score += LISTED if name.score < most >= ENOUGH + SURE else 0.0
    return [name for name in names if name.score >= MAYBE]


def in_lists(doc: Doc, text: str, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Neighbours in an enumeration: "Manbij, Azaz and Jarablus"."""
    for left, right in pairwise(names):
        last = doc[left.end - 1]
        between = text[last.idx + len(last) : doc[right.start].idx].strip()
        if between in {",", "and", ", and", "or", "&"} and left.container is None:
            yield left, right


def told_elsewhere(name: Name, votes: list[float]) -> float:
    """What other mentions of the name say for this one: sure ones lift it."""
    return 1.0 if max(votes) >= ENOUGH + 1.5 and sum(votes) / len(votes) >= ENOUGH / 2 else 0.0


def at_home(names: list[Name], meant: dict[int, Entry], gazetteer: Gazetteer) -> list[Name]:
    """The sure names, and the unsure ones of which a namesake lies where the sure ones do."""
    sure = [name for name in names if name.score >= ENOUGH and name.start in meant]
    chains = [{above.number for above in gazetteer.ancestors(meant[name.start])} for name in sure]
    around = Counter(number for chain in chains for number in chain)
    return [name for name in names if name.score + familiarity(name, around, gazetteer) >= ENOUGH]


def familiarity(name: Name, around: Counter[int], gazetteer: Gazetteer) -> float:
    """How much the places that an article is sure of speak for one of this name's."""
    best = 0.0
    for entry in name.entries[:12] if name.score < ENOUGH else ():
        for above in gazetteer.ancestors(entry):
            if around[above.number] > 1:
                best = max(best, {"admin1": 0.7, "admin2": 1.0}.get(above.feature, 0.4))
    return best


def describes(doc: Doc, name: Name) -> bool:
    """Whether a noun follows that the name describes: "the Aleppo countryside"."""
    return name.end < len(doc) and doc[name.end].pos_ in {"NOUN", "PROPN", "ADJ", "PART"}


def is_saint(doc: Doc, name: Name) -> bool:
    """Whether the name may be a saint's, of whom churches and schools are called: "St. James"."""
    return doc[name.start].text in {"St.", "St", "Saint"} and name.end - name.start > 1


def own_weight(name: Name, doc: Doc) -> float:
    """What the gazetteer says for the name by itself."""
    if name.short or name.listed:
        return 3.0
    best = name.entries[0]
    size = next(weight for least, weight in TOWNS if best.population >= least)
    weight = FEATURES.get(best.feature, size)
    if best.feature == "admin2" and name.end - name.start > 1:
        weight = 1.2
    if not own(best, fold(name.tokens(doc).text)) and best.feature in {"city", "admin2"}:
        weight -= 0.3 if best.population >= KNOWN else 0.6
    if best.feature == "city" and best.population >= KNOWN and best.country not in ENGLISH:
        weight += 0.6
    weight += 0.4 if best.capital else 0.0
    return weight + (0.4 if name.end - name.start > 1 else 0.0)


def label(doc: Doc, name: Name) -> tuple[str, bool]:
    """The parser's label over the name, and whether its span is longer by another word of a name."""
    tokens = [doc[at] for at in range(name.start, name.end) if doc[at].ent_type_]
    if not tokens:
        return "", False
    found = tokens[0]
    left, right = name.start - 1, name.end
    before = left >= 0 and found.ent_iob_ == "I" and doc[left].pos_ in {"PROPN", "NOUN"} and found.i == name.start
    after = right < len(doc) and doc[right].ent_iob_ == "I" and doc[right].pos_ in {"PROPN", "NOUN", "NUM"}
    return found.ent_type_, before or after


def around(doc: Doc, name: Name, persons: frozenset[str], lower: set[str], gazetteer: Gazetteer) -> float:
    """What the words around the name, and the parser, say for it."""
    kind, longer = label(doc, name)
    score = LABELS.get(kind, OTHER_LABEL)
    bare = name.start + (2 if article(doc, name.start) else 0)
    single = name.end - bare == 1
    score += unlikely(doc, name, kind, gazetteer)
    first = doc[bare]
    if kind == "PERSON" and longer and single and name.container is None and not typed(doc, name):
        return -9.0
    if name.container is not None or name.contents:
        score += 2.0
    if name.dateline:
        score += 2.5
    score += before(doc, name) + behind(doc, name, kind) + acted_on(doc, name)
    if single and first.text in persons and name.container is None and not name.dateline:
        score -= 3.0 if kind != "GPE" else 2.2
    if first.pos_ not in {"PROPN", "X"} and not name.short:
        score -= 1.0 if single else 0.4
    if single and first.lower_ in lower and not name.short:
        score -= 1.5
    return score


def unlikely(doc: Doc, name: Name, kind: str, gazetteer: Gazetteer) -> float:
    """What speaks against a town by its kind of name: "the Duma", a first name, a foreign name of it in a body's."""
    best, tokens = name.entries[0], name.tokens(doc)
    if best.feature not in {"city", "admin2"} or name.container is not None or name.dateline:
        return 0.0
    score = 0.0
    if name.start and doc[name.start - 1].lower_ == "the" and not describes(doc, name):
        score += 0.0 if gazetteer.lookup(f"the {tokens.text}") else WITH_ARTICLE
    if len(tokens) == 1 and tokens.text in given_names() and before(doc, name) < 0.8:
        score += GIVEN
    if kind == "ORG" and not own(best, fold(tokens.text)):
        score += FOREIGN
    return score


def typed(doc: Doc, name: Name) -> bool:
    """Whether the next word is one that places and their offices carry: "Sokoto State", "Glen Carbon Elementary"."""
    word = doc[name.end].lower_ if name.end < len(doc) else ""
    return any(word in place_words(kind) for kind in ("division", "district", "town", "facility", "local"))


def surnames(doc: Doc) -> frozenset[str]:
    """Last names of the persons whom the text gives in full, also where the parser took the last name for a town."""
    found: set[str] = set()
    for ent in doc.ents:
        if ent.label_ != "PERSON" or not capitalised(ent[0].text):
            continue
        behind_it = doc[ent.end : ent.end + 1] if ent[-1].pos_ == "PROPN" and ent[-1].whitespace_ else ()
        found.update(
            token.text for token in (*ent[1:], *behind_it) if token.pos_ == "PROPN" and capitalised(token.text)
        )
    return frozenset(found)


def previous(doc: Doc, at: int) -> Token | None:
    """The token before, over "the" and words of direction; None at the start."""
    at -= 1
    while at >= 0 and (doc[at].lower_ == "the" or doc[at].lower_ in place_words("direction")):
        at -= 1
    return doc[at] if at >= 0 else None


def before(doc: Doc, name: Name) -> float:
    """What stands before the name: a preposition speaks for a place, a title or first name for a person."""
    token = previous(doc, name.start)
    if token is None or token.is_space:
        return 0.0
    word = token.lower_
    if word == "of" and of_place(token):
        return 2.0
    if word in {"-", "–"} and token.i and token.nbor(-1).text in PARTIES:
        return 2.0
    if word in place_words("at") or word in place_words("near"):
        return 1.2
    if word in place_words("from") or word in place_words("to"):
        return 0.8
    if word in place_words("loose") or word in {",", "and", "or"}:
        return 0.2
    if word in place_words("person"):
        return -2.0
    if word in place_words("town") or word in place_words("feature"):
        return 1.0 if word in place_words("town") and token.is_lower else -1.0 if token.is_title else 0.0
    if token.i == name.start - 1 and token.pos_ == "PROPN" and capitalised(token.text) and token.text.isalpha():
        return {"ORG": -0.3, "PERSON": -3.0}.get(token.ent_type_, -1.0)
    return 0.0


def acted_on(doc: Doc, name: Name) -> float:
    """What the verb says whose object the name is: one bombs, reaches and leaves places, though not only them."""
    word = doc[name.end - 1]
    verb = word.head.lemma_.lower() if word.dep_ in {"dobj", "nsubjpass"} else ""
    if word.dep_ == "nsubj" and word.head.lemma_ == "come" and under_fire(word.head):
        return 1.0
    if verb in place_words("siege"):
        return 1.3
    return 0.5 if any(verb in place_words(kind) for kind in ("fight", "reach", "leave")) else 0.0


def of_place(token: Token) -> bool:
    """Whether this "of" stands between a word for a place or its people and the name: "the town of", ", 41, of"."""
    if token.i == 0:
        return False
    word = token.nbor(-1)
    return word.text == "," or word.lemma_.lower() in OF_PLACES or word.lower_ in OF_PLACES


def behind(doc: Doc, name: Name, kind: str) -> float:
    """What stands behind the name: a street or lake of that name is none of ours, a court or team lies open."""
    if name.end >= len(doc) or doc[name.end].is_space:
        return 0.0
    token = doc[name.end]
    word = token.lower_
    if word in place_words("disease"):
        return 2 * ILL
    if is_saint(doc, name) and word in place_words("saint"):
        return SAINT
    if word in place_words("division") or word in place_words("district") or word in {"city", "area"}:
        return 1.0
    local = 1.2 if word in place_words("local") else 0.8 if token.text in BESIDE else 0.0
    if not capitalised(token.text):
        return local
    if word in place_words("street") or word in place_words("feature"):
        ends = name.end + 1 >= len(doc) or not capitalised(doc[name.end + 1].text)
        return -9.0 if ends else -0.5
    if word in place_words("outlet") or word in place_words("firm"):
        return OUTLET
    if token.pos_ == "PROPN" and token.text[0].isalpha():
        return max(local, 0.3 if kind == "ORG" else -0.6)
    return 0.0
