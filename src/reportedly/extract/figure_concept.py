"""What a figure describes beyond its unit: "prize" of "a $900 prize", "oil price" of "the price of oil rose 4%"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.extract.figure_phrase import DATES, NOUNS, named
from reportedly.extract.figure_words import deeds, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
# "4% of the fields"; of money, also what it is made up of: "$2 million in aid".
PARTS = frozenset({"of", "off"})
# Clauses that share the subject of the one they hang on, or whose "it" and "they" mean it.
HANGING = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp"})
PRONOUNS = frozenset({"it", "they", "he", "she"})
# Where, when and why a verb happens: what a figure there describes is not the subject's.
APART = frozenset(
    {
        "in",
        "during",
        "amid",
        "due",
        "after",
        "before",
        "since",
        "as",
        "because",
        "than",
        "within",
        "among",
        "like",
        "for",
    }
)
# What a length of time leans on in a date: "two years later" says when, and describes nothing.
DATING = frozenset({"later", "after", "before", "ago", "earlier", "previously", "since"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A quantity in its sentence.

    Attributes:
        head: The token that stands for it in the parse.
        first: Index of its first token.
        counts: It counts things, so that "of" leads to none that it is a part of.
        lasts: It is a length of time, which says nothing of an object.
        money: It is a sum, and "in" leads to what it is made up of.
        share: It is a share.
        single: It picks out one of many ("one of the poorest districts").
    """

    head: Token
    first: int
    counts: bool = False
    lasts: bool = False
    money: bool = False
    share: bool = False
    single: bool = False


def concept(on: Measured, *, skip: frozenset[int]) -> str | None:
    """What a quantity describes, in the words of a compound; None where nothing is named.

    `skip`: indices of the tokens of figures and dates.
    """
    head, core = on.head, None
    if on.single or (on.lasts and head.dep_ == "npadvmod" and head.head.lower_ in DATING):
        return None
    bracketed = _before_bracket(on, skip)
    if bracketed is not None:
        return named([bracketed], skip)
    core = None if on.counts else _part_of(on, skip)
    owned = core is None or not on.share or _is_owned(core)
    token = head
    for _ in range(8):
        up = token.head
        if up.i == token.i or token.dep_ in SUBJECTS:
            break
        if core is None and _is_thing(up, skip) and _describes(token, apart=on.counts or on.lasts):
            core = up
        subjects = _subjects(up, skip) if up.pos_ in PREDICATES else []
        if subjects or up.pos_ in ("VERB", "AUX"):
            beside = [core] if core is not None else [] if on.lasts else _objects(token, up, skip)
            apart = (core is not None or on.counts) and token.lower_ in APART and not (core and _is_owned(core))
            strange = apart or not owned or _is_strange(up, on)
            return named([*([] if strange else subjects), *beside], skip)
        token = up
    return None if core is None else named([core], skip)


def _is_strange(verb: Token, on: Measured) -> bool:
    """Whether the subject of a verb has only stated the figure, or did the deed that a toll counts.

    "Police put the crowd at 80,000" says nothing of the police, and "the landslide killed 12" counts no landslides.
    """
    lemma = verb.lemma_.lower()
    deed = lemma in deeds() or (lemma == "leave" and on.head.lower_ in words_of("people_adjective"))
    return lemma in words_of("states_a_number") or (on.counts and deed)


def _before_bracket(on: Measured, skip: frozenset[int]) -> Token | None:
    """The noun that a figure in brackets is said of: "Ann Lee (38 goals)"."""
    if on.first < 2 or on.head.doc[on.first - 1].text != "(":
        return None
    noun = on.head.doc[on.first - 2]
    return noun if noun.pos_ in NOUNS and noun.i not in skip else None


def _is_thing(noun: Token, skip: frozenset[int]) -> bool:
    return noun.pos_ in NOUNS and noun.tag_ != "CD" and noun.ent_type_ not in DATES and noun.i not in skip


def _describes(token: Token, *, apart: bool) -> bool:
    """Whether what leans on a noun says something of it: "a run of seven games", not "shootings at two mosques"."""
    return token.dep_ != "conj" and (not apart or token.dep_ != "prep" or token.lower_ in ("of", "with"))


def _is_owned(noun: Token) -> bool:
    """Whether it is somebody's: "its revenue"."""
    return any(child.tag_ == "PRP$" for child in noun.lefts)


def _part_of(on: Measured, skip: frozenset[int]) -> Token | None:
    """The noun of "4% of the fields"."""
    for child in on.head.rights:
        if child.dep_ == "prep" and (child.lower_ in PARTS or (on.money and child.lower_ == "in")):
            for inner in child.rights:
                if inner.dep_ == "pobj" and inner.pos_ in NOUNS and inner.i not in skip:
                    return inner
    return None


def _objects(token: Token, verb: Token, skip: frozenset[int]) -> list[Token]:
    """What a verb lays beside a number: the crowd of "put the crowd at 80,000", the roof of "paid $12 for the roof"."""
    if token.dep_ == "prep":
        return [
            child
            for child in verb.rights
            if child.dep_ == "dobj" and child.i < token.i and child.pos_ in NOUNS and child.i not in skip
        ]
    if token.dep_ != "dobj":
        return []
    prices = [
        child for head in (verb, token) for child in head.rights if child.dep_ == "prep" and child.lower_ == "for"
    ]
    return [thing for child in prices for thing in child.rights if thing.dep_ == "pobj" and thing.i not in skip]


def _subjects(verb: Token, skip: frozenset[int]) -> list[Token]:
    """The subject of a verb: its own, the one it shares, or what its pronoun stands for; empty where none is named."""
    pronoun = ""
    for _ in range(5):
        own = _own_subjects(verb)
        if own and own[0].lower_ not in PRONOUNS:
            return [each for each in own if _may_be(each, pronoun) and each.i not in skip]
        pronoun = pronoun or (own[0].lower_ if own else "")
        if verb.dep_ not in HANGING or verb.head.i == verb.i or any(child.dep_ == "expl" for child in verb.lefts):
            return []
        verb = verb.head
    return []


def _own_subjects(verb: Token) -> list[Token]:
    """The subjects of a verb; of a relative clause or participle, the noun it says more of."""
    own = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    raised = verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and verb.head.lemma_.lower() in words_of("states_a_number"))
    if not own and verb.tag_ == "VB" and raised:
        # "Expect losses to be $5": what is expected to be so.
        own = [child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i]
    relative = verb.dep_ == "relcl" and bool(own) and own[0].tag_ in ("WDT", "WP")
    participle = verb.dep_ == "acl" and not own and verb.tag_ in ("VBG", "VBN")
    return [verb.head] if relative or participle else own


def _may_be(subject: Token, pronoun: str) -> bool:
    """Whether a subject names something, and `pronoun` may stand for it."""
    if subject.pos_ in ("PRON", "DET", "SCONJ"):
        return False
    return not (pronoun == "it" and (subject.tag_ == "NNS" or subject.ent_type_ == "PERSON"))
