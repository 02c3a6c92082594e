"""Which words tell of an event, and of what type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.extract.event_sense import is_measure, sense
from reportedly.extract.event_strike import is_of_workers
from reportedly.extract.event_table import ends_of_phrases, heads_of_phrases, noun_types, rows, statives
from reportedly.extract.event_veto import (
    PREFIXES,
    is_edge_of_time,
    is_gift,
    is_helping,
    is_hyphen,
    is_in_preposition,
    is_part_of_word,
)
from reportedly.extract.tree import Tree
from reportedly.lexicon.table import table

OTHER = "other"
ACTOR, RECIPIENT, INSTRUMENT = "actor", "recipient", "instrument"
# The trigger is itself a word for the actor.
SELF = "self"
HEDGES = frozenset({"alleged", "suspected", "presumed", "accused", "supposed", "possible", "convicted", "purported"})
# Nouns that English makes from verbs with these endings tell of events, where the table does not name them.
EVENT_ENDINGS = ("tion", "sion", "ment")
NAMES = frozenset({"PERSON", "GPE", "ORG", "LOC", "NORP", "FAC", "DATE", "PRODUCT"})
# As the first noun of a compound an event noun tells of its event only before these ("the crash site"): an "arrest
# warrant" is no arrest.
AFTERMATH = frozenset(
    {"protection", "victim", "survivor", "scene", "site", "death", "casualty", "injury", "toll",
     "filing", "measure", "requirement"}
)  # fmt: skip
# Nouns that end like acts and are none; those for people and bodies stand in tables of their own.
NO_ACTS = frozenset(
    ("version", "portion", "section", "population", "generation", "dimension", "moment", "element", "segment",
     "document", "equipment", "environment", "apartment", "instrument", "condition", "position", "question",
     "proportion", "fraction", "location", "information", "mention", "station", "nation")
)  # fmt: skip
# "Left two dead" tells of the dead, not of leaving.
LEFT_SO = frozenset({"dead", "injured", "wounded", "homeless", "missing", "stranded", "open", "unclear"})
PREDICATIVE = frozenset({"acomp", "oprd", "ROOT", "attr", "conj", "ccomp"})
# Of a hyphened noun made of a verb ("shoot-out").
PARTICLES = frozenset({"out", "off", "over", "down", "up", "in", "back", "away", "through"})
# What stands before "fire" that is shot.
WEAPONS = (
    "gun",
    "rifle",
    "mortar",
    "artillery",
    "rocket",
    "cannon",
    "tank",
    "sniper",
    "aircraft",
    "weapon",
    "arm",
    "arms",
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Sorts of verbs that carry an event noun.
CARRYING = frozenset({"light", "both"})
AUXILIARY = frozenset({"aux", "auxpass"})
MADE_OF_ACTS = frozenset({"dobj", "nsubjpass", "pobj", "nsubj", "appos", "attr", "conj", "ROOT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that tells of an event.

    Attributes:
        at: Token number.
        verb: Whether it is a verb; else a noun or an adjective.
        type: Of the event.
        subject: What the subject or the possessor is in the event: actor, recipient, instrument, or ""; "self" where
            the trigger is the actor.
        object: The same for the object, or what follows with "of".
        carrier: The light verb whose object the noun is ("carry out an attack"); None without one.
    """

    at: int
    verb: bool
    type: str
    subject: str
    object: str
    carrier: int | None = None


def triggers(tree: Tree) -> list[Trigger]:
    """Every trigger in the order of the text."""
    found = []
    used = {inner for i, pos in enumerate(tree.pos) if pos == "VERB" for inner in _phrase(tree, i)[1]}
    for i, pos in enumerate(tree.pos):
        if i in used:
            trigger = None
        elif ("adjective", tree.lower[i]) in rows():
            trigger = _adjective(tree, i)
        elif pos in {"VERB", "AUX"}:
            trigger = _verb(tree, i)
        elif pos in {"NOUN", "PROPN"}:
            trigger = _noun(tree, i)
        else:
            trigger = None
        if trigger is not None and (not is_part_of_word(tree, i) or _is_joined(tree, i)):
            found.append(trigger)
    return found


def _verb(tree: Tree, i: int) -> Trigger | None:
    if tree.dep[i] in AUXILIARY or _only_names(tree, i) or is_helping(tree, i):
        return None
    if tree.dep[i] == "amod" and tree.tag[i] not in {"VBN", "VBD"}:
        return None
    row = _phrase(tree, i)[0] or rows().get(("verb", tree.lemma[i]))
    if tree.lemma[i] == "try" and tree.child(i, "xcomp") is not None:
        row = None
    if tree.lemma[i] == "leave" and _says_no_act(tree, i):
        return None
    if row is not None and row["type"] == "attack" and is_of_workers(tree, i):
        return Trigger(at=i, verb=True, type="protest", subject=ACTOR, object="")
    if row is not None:
        if row["lemma"] == tree.lemma[i] and statives().get(tree.lemma[i]) == "light" and _says_no_act(tree, i):
            return None
        if tree.dep[i] in {"amod", "compound"} and row["type"] in {"disclose", "begin", "change"}:
            return None
        kind = sense(tree, i, row["type"], noun_types())
        return Trigger(at=i, verb=True, type=kind, subject=row["subject"], object=row["object"])
    if tree.pos[i] == "AUX" or tree.dep[i] in {"amod", "compound", "prep", "case", "mark"} or _says_no_act(tree, i):
        return None
    kind = sense(tree, i, OTHER, noun_types())
    return Trigger(at=i, verb=True, type=kind, subject=ACTOR, object=RECIPIENT)


def _only_names(tree: Tree, i: int) -> bool:
    """Whether a participle only says what somebody is called ("a man named X")."""
    return tree.dep[i] == "acl" and tree.lemma[i] in {"name", "call", "know", "dub"} and tree.tag[i] == "VBN"


def _says_no_act(tree: Tree, i: int) -> bool:
    """Whether a verb tells of a state, or only carries an event noun."""
    if tree.lemma[i] == "leave" and any(tree.lower[kid] in LEFT_SO for kid in tree.kids[i]):
        return True
    sort = statives().get(tree.lemma[i])
    if sort == "light":
        return any(("noun", tree.lemma[kid]) in rows() for kid in tree.children(i, "dobj", "nsubjpass"))
    return sort is not None


def _phrase(tree: Tree, i: int) -> tuple[dict[str, str] | None, list[int]]:
    """The row of a verb with its particle, object, complement or prepositional phrase ("take … into custody").

    With it the tokens that the phrase uses up; no row and none where the verb stands for itself.
    """
    lemma = tree.lemma[i]
    if lemma not in heads_of_phrases():
        return None, []
    after = rows().get(("verb", f"{lemma} {tree.lower[i + 1]}")) if i + 1 < len(tree) else None
    if after is not None:
        return after, [i + 1]
    for kid in [kid for kid in tree.kids[i] if tree.dep[kid] != "nsubj"]:
        inner = tree.children(kid, "pobj") if tree.dep[kid] in {"prep", "prt", "advmod"} else []
        longer = [(f"{tree.lower[kid]} {tree.lemma[k]}", [kid, k]) for k in inner]
        for word, used in [(tree.lemma[kid], [kid]), *longer]:
            row = rows().get(("verb", f"{lemma} {word}"))
            if row is not None:
                return row, used
    return None, []


def lemma_of(tree: Tree, i: int) -> str:
    """The lemma of the table's row that a trigger stands under ("pull out"); its own where it has no phrase."""
    row = _phrase(tree, i)[0] if tree.pos[i] == "VERB" else None
    return tree.lemma[i] if row is None else row["lemma"]


def _noun(tree: Tree, i: int) -> Trigger | None:
    row = _row_with_word_before(tree, i) or rows().get(("noun", tree.lemma[i]))
    if is_measure(tree, i):
        carrier = _carrier(tree, tree.head[tree.head[i]])
        return Trigger(at=i, verb=False, type="restrict", subject=ACTOR, object="", carrier=carrier)
    if tree.pos[i] == "PROPN" and tree.entity[i] in NAMES and not (row and tree.entity[i] == "PRODUCT"):
        return None
    if is_edge_of_time(tree, i) or is_in_preposition(tree, i) or is_gift(tree, i):
        return None
    if row is None:
        return _agent(tree, i) or _by_ending(tree, i) or _headline(tree, i)
    if tree.dep[i] in {"compound", "nmod"} and tree.lemma[tree.head[i]] not in AFTERMATH:
        return None
    carrier = _carrier(tree, i)
    if tree.lemma[i] == "fire" and any(tree.lemma[kid].endswith(WEAPONS) for kid in tree.kids[i] if kid < i):
        row = rows()["noun", "gunfire"]
    if row["type"] == "begin":
        row = next((rows()["noun", kind] for kind in _kinds(tree, i)), row)
    if row["type"] == "attack" and is_of_workers(tree, i):
        return Trigger(at=i, verb=False, type="protest", subject=ACTOR, object="", carrier=carrier)
    return Trigger(at=i, verb=False, type=row["type"], subject=row["subject"], object=row["object"], carrier=carrier)


def _row_with_word_before(tree: Tree, i: int) -> dict[str, str] | None:
    """The row of a noun with the word before it ("martial law"), or joined to it by a hyphen ("shoot-out")."""
    if _is_joined(tree, i):
        return rows()["noun", f"{tree.lower[i - 2]}{tree.lemma[i]}"]
    if i == 0 or tree.lemma[i] not in ends_of_phrases():
        return None
    return rows().get(("noun", f"{tree.lower[i - 1]} {tree.lemma[i]}"))


def _is_joined(tree: Tree, i: int) -> bool:
    """Whether a hyphened word is in the table as one ("shoot-out", "re-run")."""
    if i < 2 or tree.text[i - 1] != "-" or not is_hyphen(tree, i - 1):
        return False
    made = tree.lower[i] in PARTICLES or tree.lower[i - 2] in PREFIXES
    return made and ("noun", f"{tree.lower[i - 2]}{tree.lemma[i]}") in rows()


def _kinds(tree: Tree, i: int) -> list[str]:
    """Event nouns before a noun that says too little by itself ("a rescue operation", "mediation efforts")."""
    return [tree.lemma[kid] for kid in tree.children(i, "compound", "nmod") if tree.lemma[kid] in noun_types()]


def _agent(tree: Tree, i: int) -> Trigger | None:
    """A noun for whoever did a deed, where it is hedged: "the alleged killer" tells of a killing, as alleged."""
    row = rows().get(("agent", tree.lemma[i]))
    if row is None or not any(tree.lower[kid] in HEDGES for kid in tree.kids[i] if kid < i):
        return None
    return Trigger(at=i, verb=False, type=row["type"], subject=SELF, object=RECIPIENT)


def _by_ending(tree: Tree, i: int) -> Trigger | None:
    """A noun that its ending and what hangs from it show to be an act ("the nationalisation of the railway")."""
    if tree.pos[i] != "NOUN" or not tree.lower[i].endswith(EVENT_ENDINGS) or tree.dep[i] not in MADE_OF_ACTS:
        return None
    if not any(tree.dep[kid] == "prep" and tree.lower[kid] in {"of", "by"} for kid in tree.kids[i]):
        return None
    if tree.lemma[i] in NO_ACTS or tree.lemma[i] in _no_acts():
        return None
    return Trigger(at=i, verb=False, type=OTHER, subject=ACTOR, object=RECIPIENT)


def _headline(tree: Tree, i: int) -> Trigger | None:
    """The verb of a headline that is read as its last noun ("Ferry line posts loss" as posts of a ferry line)."""
    row = rows().get(("verb", tree.lemma[i]))
    if row is None or tree.dep[i] != "ROOT" or tree.tag[i] != "NNS" or not tree.children(i, "compound", "nmod"):
        return None
    first, end = tree.sentences[tree.sentence[i]]
    if any(tree.tag[k] in FINITE for k in range(first, end)):
        return None
    return Trigger(at=i, verb=False, type=row["type"], subject=ACTOR, object=RECIPIENT)


@cache
def _no_acts() -> frozenset[str]:
    """Nouns that end like acts and are bodies or people."""
    return frozenset(row["word"] for row in table("people")) | frozenset(row["word"] for row in table("name_words"))


def _carrier(tree: Tree, i: int) -> int | None:
    """The light verb whose object, or passive subject, an event noun is."""
    verb = tree.head[i]
    if (
        tree.dep[i] in {"dobj", "nsubjpass"}
        and tree.pos[verb] == "VERB"
        and statives().get(tree.lemma[verb]) in CARRYING
    ):
        return verb
    return None


def _adjective(tree: Tree, i: int) -> Trigger | None:
    """An adjective that tells what has become of somebody, as a predicate ("is dead", "has been missing")."""
    predicate = tree.pos[i] == "VERB" or tree.dep[i] in PREDICATIVE
    if not predicate or tree.dep[i] == "amod" or tree.lemma[tree.head[i]] == "shoot":
        return None
    row = rows()["adjective", tree.lower[i]]
    return Trigger(at=i, verb=False, type=row["type"], subject=row["subject"], object="")
