"""The type of a verb where what it governs decides: "suspended aid", "lifted a curfew", "said that they must leave"."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.extract.tree import Tree

# Verbs that bring to an end, or put off, what their object tells of.
ENDING = frozenset(
    ("suspend", "halt", "cancel", "end", "stop", "cease", "cut", "sever", "freeze", "postpone", "revoke", "lift",
     "ease", "relax", "remove", "withdraw", "terminate", "scrap", "drop", "shorten", "reduce", "break", "withhold",
     "call")
)  # fmt: skip
# Ties and dealings that are no events by themselves.
TIES = frozenset({"tie", "relation", "link", "contact", "cooperation", "diplomat"})
# Types of what sides do for or with each other: to end it is a sanction.
DEALING = frozenset({"agree", "aid", "cooperate", "give", "meet", "support", "visit", "trade"})
# Types of pressure: to end it is to give in.
PRESSURE = frozenset({"restrict", "sanction", "order"})
# Whoever calls off a protest gives in; whoever ends one may be the police.
CALLING_OFF = frozenset({"suspend", "cancel", "postpone", "call"})
OBLIGING = frozenset({"must"})
# Ways that people, not authorities, block in protest.
WAYS = frozenset(
    ("road", "roadway", "street", "bridge", "highway", "motorway", "railway", "track", "traffic", "transport",
     "crossing", "entrance", "intersection")
)  # fmt: skip
AUTHORITIES = frozenset(
    {"police", "army", "troop", "soldier", "authority", "force", "government", "officer", "military"}
)
BLOCKING = frozenset({"block", "blockade", "barricade"})
# Words that go before a noun of another kind ("part of a programme", "state of emergency").
PARTS = frozenset({"part", "state", "rest", "half"})
MEASURES = frozenset({"emergency", "siege", "exception"})


def sense(tree: Tree, verb: int, kind: str, nouns: Mapping[str, str]) -> str:
    """The type of a verb of type `kind`; `nouns` are the types of event nouns by lemma."""
    lemma = tree.lemma[verb]
    if kind == "disclose":
        return "demand" if obliged(tree, verb) is not None else kind
    about = [_inner(tree, kid) for kid in tree.children(verb, "dobj", "nsubjpass")]
    if lemma in BLOCKING and any(tree.lemma[noun] in WAYS for noun in about):
        doers = {tree.lemma[kid] for kid in tree.children(verb, "nsubj")}
        return "restrict" if doers & AUTHORITIES else "protest"
    if lemma == "return" and tree.child(verb, "dobj") is not None:
        return "give"
    if kind == "agree" and any(nouns.get(tree.lemma[noun]) == "demand" for noun in about):
        return "concede"
    if lemma not in ENDING:
        return kind
    return next((ended for ended in (_ended(tree, lemma, noun, nouns) for noun in about) if ended), kind)


def _ended(tree: Tree, lemma: str, noun: int, nouns: Mapping[str, str]) -> str:
    """The type of ending what a noun tells of; "" where that is nothing of its own."""
    names = [tree.lemma[noun], *(tree.lemma[kid] for kid in tree.children(noun, "compound", "nmod"))]
    kinds = {nouns[name] for name in names if name in nouns}
    protest = "protest" in kinds or tree.lemma[noun] == "strike"
    if is_measure(tree, noun) or kinds & PRESSURE or (lemma in CALLING_OFF and protest):
        return "concede"
    return "sanction" if kinds & DEALING or TIES.intersection(names) else ""


def _inner(tree: Tree, noun: int) -> int:
    """The noun that a word for a part of it stands before ("part of the programme")."""
    for preposition in tree.kids[noun]:
        if tree.lemma[noun] in PARTS and tree.lower[preposition] == "of":
            return next(iter(tree.children(preposition, "pobj")), noun)
    return noun


def is_measure(tree: Tree, noun: int) -> bool:
    """Whether a noun is a "state of emergency" or the like."""
    above = tree.head[noun]
    return tree.lemma[noun] in MEASURES and tree.dep[noun] == "pobj" and tree.lemma[tree.head[above]] == "state"


def obliged(tree: Tree, verb: int) -> int | None:
    """The verb of what somebody is said to be obliged to do ("said that they must leave"); None where nobody is."""
    for clause in tree.children(verb, "ccomp"):
        if any(tree.lower[kid] in OBLIGING for kid in tree.children(clause, "aux")):
            return clause
    return None
