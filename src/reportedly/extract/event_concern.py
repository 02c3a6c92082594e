"""Whom an event concerns that is not its object: those in the object, behind a preposition, or in the clause below."""

from __future__ import annotations

from reportedly.extract.clauses import by_agent, objects
from reportedly.extract.event_sense import is_measure, obliged
from reportedly.extract.event_table import rows
from reportedly.extract.event_triggers import Trigger
from reportedly.extract.mention_names import common_nouns
from reportedly.extract.tree import Tree

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC"})
# Types of what one side does towards another.
TOWARDS = frozenset(
    ("accuse", "agree", "aid", "allow", "apologize", "appoint", "concede", "cooperate", "demand", "give", "investigate",
     "meet", "mobilize", "offer", "order", "protest", "reject", "restrict", "sanction", "sign", "support", "threaten")
)  # fmt: skip
# Types whose infinitive says what would be done, and so to whom ("threatened to expel the envoys").
COMMITTING = frozenset({"agree", "offer", "reject", "threaten", "allow"})
# Behind these stand those to whom something is done, or with whom.
AT_SOMEBODY = ("to", "with", "against", "on", "upon", "for", "from", "toward", "towards", "between", "at", "into")
# A measure in a place falls on it.
IN_A_PLACE = frozenset({"restrict", "concede", "sanction"})
# Whoever made what is turned down or granted ("calls by the union", "a demand from the rebels").
MAKERS = ("by", "from", "of", "on", "to", "with", "against", "for", "between", "toward", "towards")
# Types whose clause says who is to do something.
SAID = frozenset({"demand", "order", "threaten", "allow"})
# Types of what a protest is for.
AIMS = frozenset({"protest", "demand"})
PRONOUNS = frozenset({"him", "her", "them", "us", "me", "you"})


def is_somebody(tree: Tree, i: int) -> bool:
    """Whether a word stands for people, a body, or a place that acts for its people."""
    return tree.entity[i] in NAMED or tree.lemma[i] in common_nouns() or tree.lower[i] in PRONOUNS


def concerned(tree: Tree, trigger: Trigger, done_to: list[int]) -> list[int]:
    """Heads of those an event concerns where its own objects name nobody; in order, none where it is towards nobody."""
    if trigger.type not in TOWARDS or any(is_somebody(tree, head) for head in done_to):
        return []
    at = trigger.at
    found = _told(tree, at) if trigger.type in SAID else []
    things = [*done_to, *(objects(tree, at) if trigger.verb else [])]
    if is_measure(tree, at):
        things.append(tree.head[tree.head[at]])
    for head in [at, *things, *([] if trigger.carrier is None else [trigger.carrier])]:
        found += [] if found else _beside(tree, head, trigger.type, own=head == at)
    if not found and trigger.verb and trigger.type in COMMITTING:
        found += _below(tree, at)
    if not found and trigger.type == "protest":
        found += _against(tree, trigger)
    return [head for head in dict.fromkeys(found) if head not in done_to]


def _told(tree: Tree, at: int) -> list[int]:
    """Who is told or let to do something ("demanded that the council resign", "their demand that it resign")."""
    must = obliged(tree, at)
    clauses = tree.children(at, "ccomp", "acl") if must is None else [must]
    found = [kid for clause in clauses for kid in tree.children(clause, "nsubj", "nsubjpass")]
    return [kid for kid in found if is_somebody(tree, kid)]


def _beside(tree: Tree, head: int, kind: str, *, own: bool) -> list[int]:
    """People and bodies behind a preposition; of a thing that the event is about, whoever made or owns it too."""
    found = [] if own else by_agent(tree, head)
    for kid in tree.kids[head]:
        if tree.dep[kid] not in {"prep", "dative"}:
            continue
        inner = tree.children(kid, "pobj")
        if tree.lower[kid] in (AT_SOMEBODY if own else MAKERS):
            found += [who for who in inner if is_somebody(tree, who)] or _inside(tree, inner)
        elif tree.lower[kid] in {"in", "into"} and kind in IN_A_PLACE:
            found += [place for place in inner if tree.entity[place] in NAMED]
    return found or ([] if own else _owners(tree, head))


def _owners(tree: Tree, thing: int) -> list[int]:
    """Whose a thing is: its possessor, or the people in its adjective ("the Danish proposal")."""
    found = [kid for kid in tree.children(thing, "poss") if is_somebody(tree, kid)]
    return found or [kid for kid in tree.children(thing, "amod", "compound", "nmod") if tree.entity[kid] in NAMED]


def _inside(tree: Tree, things: list[int]) -> list[int]:
    """People and bodies in a thing: its owner, whoever did it, or who stands behind its preposition."""
    found = []
    for thing in things:
        deeds = [thing, *tree.children(thing, "acl")]
        found += [who for deed in deeds for who in by_agent(tree, deed)] + tree.children(thing, "poss")
        if not found and _owners(tree, thing):
            found.append(thing)
        for kid in tree.children(thing, "prep"):
            if tree.lower[kid] in MAKERS:
                found += [who for who in tree.children(kid, "pobj") if is_somebody(tree, who)]
    return found


def _below(tree: Tree, at: int) -> list[int]:
    """To whom it would be done, as the infinitive below says ("refused to meet the union")."""
    for clause in tree.children(at, "xcomp"):
        row = rows().get(("verb", tree.lemma[clause]))
        kind = "other" if row is None else row["type"]
        done_to = objects(tree, clause)
        people = [head for head in done_to if is_somebody(tree, head)] or (_told(tree, clause) if kind in SAID else [])
        for head in [*done_to, clause]:
            people = people or _beside(tree, head, _type_of(tree, head, kind), own=head == clause)
        if people:
            return people
    return []


def _type_of(tree: Tree, head: int, kind: str) -> str:
    """The type that a word has as an event noun, else that of the verb above it."""
    row = rows().get(("noun", tree.lemma[head]))
    return kind if row is None else row["type"]


def _against(tree: Tree, trigger: Trigger) -> list[int]:
    """Whom a protest is aimed at, as its purpose says ("went on strike to protest against the board's plans")."""
    above = trigger.at if trigger.carrier is None else trigger.carrier
    for clause in [
        kid for head in dict.fromkeys((trigger.at, above, tree.head[trigger.at])) for kid in tree.kids[head]
    ]:
        row = rows().get(("verb", tree.lemma[clause]))
        if tree.dep[clause] in {"advcl", "xcomp", "acl", "relcl"} and row is not None and row["type"] in AIMS:
            done_to = objects(tree, clause)
            people = [head for head in done_to if is_somebody(tree, head)]
            for head in [*done_to, clause]:
                people = people or _beside(tree, head, row["type"], own=head == clause)
            if people:
                return people
    return []
