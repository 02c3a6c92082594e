"""What stands over a clause and weakens or turns it: embedding words, conditions, purposes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.attribution_content import finite
from reportedly.extract.attribution_cues import cues
from reportedly.extract.factuality_effect import Effect, effect, hedges, kept, negation
from reportedly.extract.factuality_own import HOLDING, OF_CLAUSES, is_incredulous, not_yet
from reportedly.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSAL = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "acl", "acomp", "oprd", "attr", "prep"})
WH_ASKED = frozenset({"whether", "if"})
# Prepositions by which a noun or verb embeds an event noun: "plans for a strike", "warned of attacks".
CARRYING = frozenset({"of", "for", "to", "against", "about", "from", "with", "without", "over"})
# Verbs that only say that an event took place, as its subject and as its object.
HAPPENING = frozenset({"happen", "occur", "take", "follow", "begin", "start", "erupt", "break", "be", "continue"})
BARE = frozenset({"one", "any", "anything", "so", "all", "necessary", "needed", "possible"})
CONDITIONS = frozenset({"if", "unless", "had", "should", "were"})
# What cannot be ruled out is possible.
EXCLUDING = frozenset({"rule out", "exclude", "preclude"})
# What these push back is not there at the time, unless the wait is one of hours.
LATE = frozenset({"delay", "postpone", "defer"})
CARRYING_OUT = frozenset(
    {
        "carry",
        "commit",
        "launch",
        "conduct",
        "make",
        "hold",
        "stage",
        "mount",
        "suffer",
        "commence",
        "complete",
        "finalise",
        "finalize",
    }
)


@kept
def embedding(head: Token) -> tuple[Token | None, Effect | None]:
    """The word that embeds this one, and what it does to it; no word at the top of a clause that stands by itself."""
    parent = head.head
    kind = head.dep_
    if parent == head:
        return None, None
    too = next((child for child in parent.lefts if child.lower_ == "too" and child.dep_ == "advmod"), None)
    if too is not None and is_infinitive(head):
        # "Too weak to walk", "too late to save her".
        return parent, negation(too)
    if kind == "advcl":
        return of_noun_before(head) or (None, adverbial(head))
    if kind == "ccomp" and head.i < parent.i:
        return None, None
    if kind == "acl" and head.tag_ in {"VBN", "VBD", "VBG"}:
        # "A boat carrying rifles": what describes a noun is taken for granted, whatever is done with the noun.
        return None, None
    if kind == "pcomp" and any(child.tag_ in {"WP", "WRB"} for child in head.lefts):
        # "A plan for what she called a port": she called it so.
        return None, None
    if kind in CLAUSAL:
        mark = next((child for child in head.lefts if child.dep_ == "mark" and child.lower_ in WH_ASKED), None)
        if mark is not None:
            return parent, Effect(Modality.UNKNOWN, Polarity.UNKNOWN, (mark,))
        return parent, embedded_by(head, parent)
    if kind in {"dobj", "nsubj", "nsubjpass"}:
        return object_of(head, parent)
    return behind(head, parent)


def of_noun_before(head: Token) -> tuple[Token, Effect] | None:
    """What a noun that takes an infinitive does to the one right behind it, which the parse hangs from the verb.

    "Foiled a plot to kill her", "abandoned a plan to sell it".
    """
    first = head.left_edge
    before = first.nbor(-1) if first.i > 0 and is_infinitive(head) and first.lower_ == "to" else None
    if before is None or before.head != head.head or before.lemma_.lower() not in hedges("noun"):
        return None
    return before, effect(hedges("noun")[before.lemma_.lower()], before)


def behind(noun: Token, preposition: Token) -> tuple[Token | None, Effect | None]:
    """What a preposition hands on to the noun behind it: "without permission", "plans for a strike"."""
    if noun.dep_ != "pobj" or preposition.lower_ not in CARRYING or preposition.head.lower_ in {"due", "set", "about"}:
        return None, None
    if preposition.lower_ in hedges("preposition"):
        return preposition, negation(preposition)
    return (preposition, None) if carries(preposition.head) else (None, None)


def carries(above: Token) -> bool:
    """Whether a word hands its doubt to the event noun behind its preposition: "plans for a strike", "fears of war".

    Other words take the event for granted: "to search after the crash", "a ban due to accidents".
    """
    lemma = above.lemma_.lower()
    known = hedges("noun") if above.pos_ == "NOUN" else hedges("verb") | hedges("seeking")
    return (lemma in known and lemma != "tell") or above.lower_ in hedges("adjective") or lemma in CARRYING_OUT


def is_infinitive(head: Token) -> bool:
    """Whether "to" leads a verb in."""
    return head.tag_ in {"VB", "VBN", "VBG"} and any(c.dep_ == "aux" and c.lower_ == "to" for c in head.lefts)


def is_headline(head: Token) -> bool:
    """Whether an infinitive is what a headline announces: "Varn to cut 300 jobs"."""
    return is_infinitive(head) and head.head.dep_ == "ROOT" and head.head.pos_ in {"NOUN", "PROPN", "ADJ", "X"}


def takes_for_granted(head: Token) -> bool:
    """Whether what embeds a tensed clause holds it to be so, whatever is said of the embedding: "forgot that …"."""
    parent = head.head
    if head.dep_ not in {"ccomp", "acl", "advcl"} or parent == head or not finite(head):
        return False
    if any(child.dep_ == "mark" and child.lower_ in WH_ASKED | {"because", "as", "when"} for child in head.lefts):
        return False
    if is_incredulous(parent):
        return True
    if parent.lemma_.lower() in hedges("semifactive"):
        # "If she finds that he left", "could see that he left"; not so "did not find that he left".
        return not any(child.dep_ == "neg" for child in parent.children)
    return parent.lemma_.lower() in hedges("factive") or parent.lower_ in hedges("factive")


def inverted(clause: Token) -> Token | None:
    """The verb that sets a condition by standing first: "had the crew fled", "should the dam break"; None elsewhere."""
    first = clause.left_edge
    if first.lower_ not in {"had", "should", "were"} or first.head not in {clause, clause.head}:
        return None
    subject = any(child.dep_ in {"nsubj", "nsubjpass"} and child.i > first.i for child in first.head.children)
    return first if (subject or first.tag_ == "MD") and clause.sent[-1].text != "?" else None


def condition(head: Token) -> Iterator[Effect]:
    """The condition that a clause stands under: "if confirmed, it would be …"."""
    for child in head.children:
        if child.dep_ != "advcl":
            continue
        mark = next((each for each in child.lefts if each.dep_ in {"mark", "advmod"}), None) or inverted(child)
        if mark is not None and mark.lower_ in CONDITIONS and not (before_even(mark) or is_bare(child)):
            yield Effect(Modality.UNKNOWN, Polarity.POSITIVE, (mark,))


def before_even(mark: Token) -> bool:
    """Whether "if" stands in "even if" or "as if", which set no condition."""
    return mark.i > 0 and mark.doc[mark.i - 1].lower_ in {"even", "as"}


def adverbial(head: Token) -> Effect | None:
    """What an adverbial clause is under: a condition, a purpose."""
    mark = next((child for child in head.lefts if child.dep_ in {"mark", "advmod"}), None) or inverted(head)
    if mark is not None and mark.lower_ in CONDITIONS | {"lest"} and not is_bare(head):
        return Effect(Modality.UNKNOWN, Polarity.UNKNOWN, (mark,))
    to = next((child for child in head.lefts if child.dep_ == "aux" and child.lower_ == "to"), None)
    if to is not None and not is_headline(head):
        return Effect(Modality.UNKNOWN, Polarity.POSITIVE, (to,))
    return None


def is_bare(clause: Token) -> bool:
    """Whether "if there is one", "if any" only leaves open that there is such a thing, and sets no condition."""
    words = [token for token in clause.subtree if not token.is_punct]
    return clause.lower_ in {"compared", "measured"} or (len(words) <= 4 and words[-1].lower_ in BARE)


def embedded_by(head: Token, parent: Token) -> Effect | None:
    """What a verb, noun, adjective or preposition does to what it embeds."""
    if parent.dep_ == "prep" or parent.pos_ in {"ADP", "SCONJ"}:
        return negation(parent) if parent.lower_ in hedges("preposition") else None
    if parent.pos_ in {"VERB", "AUX"}:
        return under_verb(head, parent)
    lemma = parent.lemma_.lower()
    if parent.pos_ == "NOUN" and head.dep_ in {"acl", "prep", "ccomp"}:
        row = hedges("noun").get(lemma)
        return None if row is None or head.tag_ in {"VBN", "VBD"} else effect(row, parent)
    row = hedges("adjective").get(parent.lower_)
    return None if row is None else effect(row, parent)


def under_verb(head: Token, parent: Token) -> Effect | None:
    """What a verb does to the clause, infinitive or gerund that it embeds."""
    lemma = named(parent)
    if head.dep_ in {"acomp", "oprd", "attr"} and lemma not in HOLDING:
        return None
    if head.dep_ == "xcomp" and head.tag_ == "VBG" and lemma in hedges("ceasing"):
        return effect(hedges("ceasing")[lemma], parent)
    if lemma == "be" and parent.tag_ == "VBD" and head.dep_ == "xcomp" and is_infinitive(head):
        # "Was to open the bridge": planned, and perhaps never done.
        return None if not_yet(parent) else Effect(Modality.UNKNOWN, Polarity.POSITIVE, (parent,))
    if finite(head) and lemma in hedges("that"):
        return effect(hedges("that")[lemma], parent)
    if lemma in EXCLUDING and any(child.dep_ == "neg" for child in parent.children):
        return Effect(Modality.POSSIBLE, Polarity.NEGATIVE, (parent,))
    row = hedges("verb").get(lemma) or (hedges("seeking").get(lemma) if head.lower_ == "for" else None)
    return None if row is None else effect(row, parent)


def named(verb: Token) -> str:
    """The lemma of a verb, with its particle where the table has both: "call off"."""
    lemma = verb.lemma_.lower()
    particles = (f"{lemma} {child.lower_}" for child in verb.children if child.dep_ == "prt")
    return next((both for both in particles if both in hedges("verb") or both in hedges("refusal")), lemma)


def object_of(head: Token, parent: Token) -> tuple[Token | None, Effect | None]:
    """What a verb does to an event noun that is its object or subject: "prevented an attack", "no attack took place".

    Other verbs leave the event alone: nobody claimed the attack, and still there was one.
    """
    lemma = named(parent)
    if head.dep_ == "nsubj" and not is_bare_passive(parent):
        return (parent, said_of(parent)) if lemma in HAPPENING | {"become", "remain"} else (None, None)
    row = hedges("verb").get(lemma)
    if row is None and lemma in hedges("refusal") and not is_said(head):
        row = hedges("refusal")[lemma]
    if lemma in EXCLUDING and any(child.dep_ == "neg" for child in parent.children):
        return parent, Effect(Modality.POSSIBLE, Polarity.NEGATIVE, (parent,))
    if row is not None and not (lemma in LATE and is_measured(parent)):
        return parent, effect(row, parent)
    return (parent, None) if lemma in CARRYING_OUT else (None, None)


def said_of(verb: Token) -> Effect | None:
    """What a predicative adjective says of an event noun: "a merger is imminent"; those that judge clauses apart."""
    adjectives = (child for child in verb.rights if child.dep_ == "acomp" and child.lower_ in hedges("adjective"))
    found = next((child for child in adjectives if child.lower_ not in OF_CLAUSES), None)
    return None if found is None else effect(hedges("adjective")[found.lower_], found)


def is_bare_passive(verb: Token) -> bool:
    """Whether a headline's verb has lost its "was": "Attack foiled", "Ferry trip cancelled after storm"."""
    row = hedges("verb").get(named(verb)) or hedges("refusal").get(named(verb))
    if row is None or row[1] is not Polarity.NEGATIVE or verb.tag_ not in {"VBD", "VBN"}:
        return False
    complete = any(child.dep_ in {"dobj", "aux", "ccomp", "xcomp"} for child in verb.children)
    return verb.lower_ in hedges("adjective") and not complete


def is_said(noun: Token) -> bool:
    """Whether a noun is a word for what is said or meant, which is there though it is refused: "rejected the offer"."""
    return noun.lemma_.lower() in cues("noun") or noun.lemma_.lower() in hedges("noun")


def is_measured(verb: Token) -> bool:
    """Whether a delay is one of hours, which is over when it is told: "delayed by two hours"."""
    hung = [child for child in verb.rights if child.dep_ in {"npadvmod", "dobj"}]
    hung += [noun for child in verb.rights if child.dep_ in {"prep", "agent"} for noun in child.children]
    return any(noun.lemma_ in {"hour", "minute"} for noun in hung)
