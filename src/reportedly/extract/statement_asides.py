"""What is stated on the way: relative clauses that add, and appositions that say what somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.attribution_source import antecedent
from reportedly.extract.factuality_effect import hedges
from reportedly.extract.statement_clauses import DASHES, Clause, is_aside, relative_time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FLANKS = DASHES | {",", "("}
NOMINAL = frozenset({"NOUN", "PROPN"})
# An apposition says something if it has a describing noun; "Ghent, Belgium" and "Ms. Maes, 34," say nothing here.
PLACES = frozenset({"GPE", "LOC", "DATE", "TIME"})


def with_antecedent(doc: Doc, clause: Clause) -> Clause:
    """A relative clause that adds, led in by the noun it is said of; a clause of time or place stands without."""
    head = clause.head
    if head.dep_ != "relcl" or not is_aside(head) or relative_time(head):
        return clause
    noun = antecedent(head)
    if doc[clause.start].lower_ == "where" or noun.pos_ not in NOMINAL:
        return clause
    return Clause(head, min(noun.left_edge.i, clause.start), clause.end)


def appositions(doc: Doc, region: frozenset[int], dropped: frozenset[int]) -> list[Clause]:
    """Appositions of a region that predicate: one side a name or a hedged noun, the other a description."""
    found = []
    for i in sorted(region):
        token = doc[i]
        noun = beside(doc, token)
        if noun is None or noun.i not in region or noun.pos_ not in NOMINAL:
            continue
        start = token.left_edge.i
        if start == 0 or doc[start - 1].text not in FLANKS or i in dropped or noun.i in dropped:
            continue
        if predicates(noun, token):
            found.append(Clause(noun, noun.left_edge.i, without_aside(token), token))
    return found


def beside(doc: Doc, token: Token) -> Token | None:
    """The noun that an apposition stands beside; None for any other word.

    "It burned in Hall 3, a store rented by the port": parses often take "a store" for an adverbial noun.
    """
    if token.dep_ == "appos":
        return token.head
    start = token.left_edge.i
    described = any(child.dep_ in {"acl", "relcl", "prep"} for child in token.rights)
    if token.dep_ != "npadvmod" or not described or start < 2 or doc[start].lower_ not in {"a", "an", "the"}:
        return None
    before = doc[start - 2]
    return before.head if before.dep_ in {"nummod", "appos"} and before.head.i < before.i else before


def without_aside(token: Token) -> int:
    """One past an apposition, without the relative clauses that it is followed by and that add."""
    kept = [child.right_edge.i for child in token.rights if not (child.dep_ == "relcl" and is_aside(child))]
    return max([token.i, *kept]) + 1


def predicates(noun: Token, apposed: Token) -> bool:
    """Whether an apposition says what somebody or something is."""
    if noun.ent_type_ in PLACES or apposed.ent_type_ in PLACES or apposed.pos_ not in NOMINAL:
        return False
    named = [each for each in (noun, apposed) if each.pos_ == "PROPN" or has_name(each)]
    described = [each for each in (noun, apposed) if each.pos_ == "NOUN" and any(each.lefts)]
    hedged = any(child.lower_ in hedges("adjective") for each in (noun, apposed) for child in each.lefts)
    return bool(described) and (bool(named) or hedged)


def has_name(noun: Token) -> bool:
    """Whether "a man named X" brings the name."""
    return any(child.dep_ == "acl" and child.lower_ in {"named", "called", "identified"} for child in noun.rights)
