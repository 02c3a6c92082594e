"""A stretch of text -> its clauses: which verbs head one, and which tokens belong to which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.extract.attribution_content import finite
from reportedly.extract.factuality_effect import hedges

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = frozenset({"VERB", "AUX"})
# Subordinate clauses that tell of something by themselves; conditions, comparisons and purposes stay in their sentence.
TELLING = frozenset(
    {
        *("after", "because", "when", "while", "although", "though", "as", "since", "before"),
        *("until", "once", "whereas", "whilst", "amid", "despite"),
    }
)
# Verbs that count victims.
TOLLS = frozenset({"kill", "injure", "wound", "hurt", "maim", "displace"})
CONTRASTS = frozenset({"while", "although", "though", "whereas", "whilst"})
RELATIVE = frozenset({"who", "which", "whose", "whom", "where", "when"})
# "It seems that X", "the fact is that X": X is what is stated.
RAISING = frozenset({"seem", "appear", "be", "transpire", "emerge", "happen", "turn"})
DASHES = frozenset({"—", "–", "--"})
BREAKS = DASHES | {";", ":"}
FLANKS = DASHES | {",", "("}
# A fragment behind a dash that has at least so many words is stated by itself.
FRAGMENT = 4


@dataclass(slots=True)
class Clause:
    """One clause: the token that heads it, and the tokens from its first to its last.

    Attributes:
        apposed: Of an apposition, what stands beside the head; None for a clause with a verb.
    """

    head: Token
    start: int
    end: int
    apposed: Token | None = None


def is_head(token: Token, region: frozenset[int], dropped: frozenset[int]) -> bool:
    """Whether a token heads a clause that is cut out of its sentence."""
    kind = token.dep_
    if kind in {"advcl", "ccomp"} and token.head.i not in region and runs_on(token, region):
        return False
    if token.head == token or token.head.i not in region:
        return token.pos_ in VERBAL or token.i in dropped or finite(token)
    if token.i in dropped:
        return True
    if token.pos_ not in VERBAL:
        return kind == "conj" and hedged_part(token)
    if kind == "conj":
        return coordinated(token) or (not finite(token) and hedged_part(token))
    if kind == "parataxis":
        return finite(token)
    if kind == "relcl":
        return finite(token) and (is_aside(token) or relative_time(token))
    if kind in {"advcl", "ccomp", "acl", "pcomp", "csubj"}:
        return finite(token) and (telling(token) or stands_before(token) or raised(token))
    return False


def runs_on(token: Token, region: frozenset[int]) -> bool:
    """Whether a clause whose upper verb is outside goes on with the words before it: "work has stopped until …"."""
    start = min((child.i for child in token.lefts if child.dep_ == "mark"), default=None)
    if start is None or start == 0 or not any(i < start and finite(token.doc[i]) for i in region):
        return False
    before = token.doc[start - 1]
    if before.is_quote and before.i > 0:
        before = token.doc[before.i - 1]
    # A quotation split by its cue: "We wrote to them," he said, "that the pier was rotten."
    parted = before.i not in region
    return parted or (token.dep_ == "advcl" and before.text not in FLANKS and not before.is_space)


def coordinated(token: Token) -> bool:
    """Whether a coordinated verb is tensed, by itself or by the helpers of the first ("may have fled and died")."""
    if one_toll(token) or shares_object(token):
        return False
    first = token.head
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children):
        return False
    if finite(token):
        return True
    if first.dep_ in {"xcomp", "acl", "advcl", "amod", "pcomp", "relcl"} and not finite(first):
        return False
    if first.pos_ not in VERBAL or any(child.lower_ == "to" and child.dep_ == "aux" for child in first.children):
        return False
    return token.tag_ in {"VBN", "VB"} and token.tag_ == first.tag_ and finite(first) and len(list(token.subtree)) > 2


def one_toll(token: Token) -> bool:
    """Whether two verbs give one toll of one cause: "killed three men and injured 12", "three were killed, 12 hurt"."""
    first = token.head
    if first.lemma_ not in TOLLS or token.lemma_ not in TOLLS:
        return False
    helped = any(child.dep_ in {"aux", "auxpass"} for child in token.children)
    subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    return not helped and not (subject and token.tag_ in {"VBD", "VBZ", "VBP"} and first.tag_ != "VBN")


def shares_object(token: Token) -> bool:
    """Whether two verbs share the object behind the second: "neither confirmed nor denied the visit"."""
    first = token.head
    joined = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} and child.i < token.i for child in first.rights)
    if not joined or any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.lefts):
        return False
    between = [child for child in first.rights if child.i < token.i and child.dep_ not in {"cc", "punct", "preconj"}]
    return not between and any(child.dep_ in {"dobj", "ccomp"} for child in token.rights)


def hedged_part(token: Token) -> bool:
    """Whether a coordinated complement is less sure than the first: "ill and possibly dying"."""
    if token.head.dep_ not in {"acomp", "attr", "prep", "advmod", "conj"}:
        return False
    words = {token.lower_, *(child.lower_ for child in token.lefts)}
    return any(word in hedges("adverb") for word in words)


def telling(token: Token) -> bool:
    """Whether a subordinate clause tells of something by itself ("after police killed two men")."""
    for child in token.lefts:
        if child.dep_ in {"mark", "advmod"} and child.lower_ in TELLING:
            if child.lower_ == "as" and child.i > 0 and token.doc[child.i - 1].lower_ in {"as", "such"}:
                return False
            return child.lower_ in CONTRASTS or set_off(token)
        if child.dep_ == "mark":
            return False
    return False


def set_off(token: Token) -> bool:
    """Whether a subordinate clause is set off by a comma or dash; without one it belongs to what it times or explains.

    As with relative clauses: what is set off adds, what is not restricts.
    """
    doc, start, end = token.doc, token.left_edge.i, token.right_edge.i + 1
    if token.i > token.head.i:
        while start > token.sent.start and doc[start - 1].dep_ in {"npadvmod", "advmod", "cc", "det"}:
            start -= 1
        return start > 0 and doc[start - 1].text in FLANKS
    return end < len(doc) and (doc[end].text in FLANKS or doc[end - 1].text in FLANKS)


def stands_before(token: Token) -> bool:
    """Whether a clause that the parse hangs on a later one stands by itself: before a semicolon, colon or dash."""
    doc, end = token.doc, token.right_edge.i + 1
    if token.dep_ != "ccomp" or token.i > token.head.i:
        return False
    while end < len(doc) and doc[end].is_space:
        end += 1
    return end < len(doc) and (doc[end].text in BREAKS or doc[end - 1].text in BREAKS)


def raised(token: Token) -> bool:
    """Whether a clause is what its sentence states, under "it seems that", "the question is whether"."""
    asked = token.left_edge.lower_ in RELATIVE | {"why", "how", "what"}
    return token.dep_ == "ccomp" and token.i > token.head.i and token.head.lemma_ in RAISING and not asked


def is_aside(token: Token) -> bool:
    """Whether a relative clause is set off by a comma or dash, so that it adds and does not restrict."""
    start = token.left_edge.i
    leads = token.doc[start]
    if leads.dep_ == "prep" and start + 1 < len(token.doc):
        leads = token.doc[start + 1]
    return start > 0 and token.doc[start - 1].text in FLANKS and leads.lower_ in RELATIVE


def relative_time(token: Token) -> bool:
    """Whether a relative clause tells what happened at a time ("in 2012, when …")."""
    start = token.left_edge
    return start.lower_ == "when" and start.i > 0 and token.doc[start.i - 1].text in FLANKS


def clauses(doc: Doc, region: frozenset[int], dropped: frozenset[int], *, keep: bool) -> list[Clause]:
    """The clauses of a region of one sentence or content, in order.

    `dropped` are heads of reporting clauses: their words belong to no clause here. With `keep`, words that hang on no
    clause join the nearest one, and a region without any is one clause; otherwise they are left out.
    """
    order = sorted(region)
    heads = [i for i in order if is_head(doc[i], region, dropped)]
    owner = owners(doc, order, region, frozenset(heads))
    groups: dict[int, list[int]] = {}
    for i in order:
        groups.setdefault(owner[i], []).append(i)
    loose = [i for head, group in groups.items() if head not in heads for i in group if not doc[i].is_punct]
    kept = [head for head in heads if head not in dropped and not is_raiser(doc[head], heads)]
    if keep and not kept and loose:
        return pieces(doc, doc[root_of(doc, loose)], order)
    if keep:
        for i in loose:
            if kept and owner[i] not in dropped:
                groups[nearest(kept, i)].append(i)
    found = [clause for head in kept for clause in pieces(doc, doc[head], sorted(groups[head]))]
    return sorted(found, key=lambda clause: clause.start)


def is_raiser(token: Token, heads: list[int]) -> bool:
    """Whether a verb only leads in the clause under it."""
    if token.lemma_ not in RAISING:
        return False
    return any(child.dep_ == "ccomp" and child.i > token.i and child.i in heads for child in token.children)


def owners(doc: Doc, order: list[int], region: frozenset[int], heads: frozenset[int]) -> dict[int, int]:
    """For each token of a region the head of its clause, or the topmost token above it inside the region."""
    owner: dict[int, int] = {}
    for i in order:
        path = []
        at = i
        while at not in owner and at not in heads:
            path.append(at)
            above = doc[at].head.i
            if above == at or above not in region:
                break
            at = above
        top = owner.get(at, at)
        for each in path:
            owner[each] = top
        owner[at] = top if at not in heads else at
    return owner


def root_of(doc: Doc, group: list[int]) -> int:
    """The token of a group that the others hang on."""
    inside = set(group)
    return next((i for i in group if doc[i].head.i == i or doc[i].head.i not in inside), group[0])


def nearest(heads: list[int], i: int) -> int:
    """The head nearest to a token."""
    return min(heads, key=lambda head: abs(head - i))


def pieces(doc: Doc, head: Token, group: list[int]) -> list[Clause]:
    """The clause of a head, and what a single dash sets off behind it."""
    group = without_far_marks(doc, group)
    dashes = [i for i in group if doc[i].text in DASHES]
    if len(dashes) == 1 and group[0] < dashes[0] < group[-1]:
        behind = [i for i in group if i > dashes[0]]
        words = [i for i in behind if doc[i].is_alpha]
        if len(words) >= FRAGMENT and head.i < dashes[0]:
            front = [i for i in group if i < dashes[0]]
            return [Clause(head, front[0], front[-1] + 1), Clause(doc[root_of(doc, words)], words[0], behind[-1] + 1)]
    return [Clause(head, group[0], group[-1] + 1)]


def without_far_marks(doc: Doc, group: list[int]) -> list[int]:
    """A clause's tokens without closing marks that another clause separates from its last word."""
    last = next((i for i in reversed(group) if not (doc[i].is_punct or doc[i].is_space)), group[-1])
    kept = [i for i in group if i <= last]
    while kept[-1] + 1 in group:
        kept.append(kept[-1] + 1)
    return kept
