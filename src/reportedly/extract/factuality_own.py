"""What stands in a clause and weakens or turns it: modals, hedges, negation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import cues, negations, shared_negations
from reportedly.extract.factuality_effect import Effect, effect, hedges, kept, negation
from reportedly.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

# What negates a clause from its subject or object: "no one was hurt", "found no survivors".
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj"})
# "Not only", "not just": no negation.
FOCUS = frozenset({"only", "just", "merely", "simply"})
# "Not clear how many": negated, with a question under them, these say that nobody can tell.
OPEN = frozenset({"clear", "known", "certain", "sure", "obvious", "evident", "settled", "decided", "established"})
UNKNOWABLE = frozenset({"known", "clear"})
ASKING = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when", "which", "whom", "whose"})
AUXILIARY = frozenset({"aux", "auxpass"})
# "Must have fled" is inferred; "would have fled" is told of what did not come to be, or may not have.
PERFECT = {"must": Modality.PROBABLE, "would": Modality.POSSIBLE, "'d": Modality.POSSIBLE, "’d": Modality.POSSIBLE}
# Verbs that are as unsure of a word behind them as of a clause: "is feared dead", "seems calm"; not "calls it a lie".
HOLDING = frozenset({"seem", "appear", "believe", "presume", "fear", "suspect", "think", "allege", "rumour", "rumor"})
# Verbs that take a bare infinitive: "let him leave", "saw him leave".
BARE_INFINITIVE = frozenset({"let", "make", "have", "see", "hear", "watch", "feel", "help", "bid"})
# Adjectives that say of a whole clause how sure it is.
OF_CLAUSES = frozenset({"unlikely", "likely", "possible", "probable", "unclear", "unknown"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})


@kept
def own_effects(head: Token) -> tuple[Effect, ...]:
    """What weakens or turns the clause or noun from inside: modals, adverbs, negation, adjectives, determiners."""
    return tuple(inner_effects(head))


def inner_effects(head: Token) -> Iterator[Effect]:
    """The same, as they are found."""
    word = head.lower_
    if head.pos_ in {"ADJ", "VERB", "NOUN", "AUX"} and word in hedges("adjective") and is_predicative(head):
        yield effect(hedges("adjective")[word], head)
    yield from filter(None, (own_effect(head, child) for child in head.children))
    if head.lemma_ in hedges("verb") and head.lemma_ in HOLDING and has_complement(head):
        yield effect(hedges("verb")[head.lemma_], head)
    if head.dep_ == "conj":
        yield from shared_effects(head)
    if is_subjunctive(head):
        yield Effect(Modality.UNKNOWN, Polarity.POSITIVE, ())
    left_open = leaves_open(head) or says_neither(head)
    if left_open is not None:
        yield Effect(Modality.UNKNOWN, Polarity.UNKNOWN, (left_open,))
    if head.lemma_ in hedges("verb") and is_own_thought(head):
        yield effect(hedges("verb")[head.lemma_], head)
    still_open = not_yet(head)
    if still_open is not None:
        yield negation(still_open)
    if head.pos_ == "NOUN":
        yield from described(head)


def not_yet(head: Token) -> Token | None:
    """The "yet" of "has yet to leave", "details yet to emerge"; None elsewhere."""
    yet = next((child for child in head.children if child.lower_ == "yet" and child.dep_ == "advmod"), None)
    if yet is None or yet.i + 1 == len(yet.doc) or yet.nbor().lower_ != "to":
        return None
    led = any(child.dep_ == "xcomp" and child.i > yet.i for child in head.children)
    return yet if head.tag_ == "VB" or (head.lemma_ in {"have", "be", "remain"} and led) else None


def is_subjunctive(head: Token) -> bool:
    """Whether a clause with a subject and a bare verb is wanted, not told of: "insisted that he leave"."""
    bare = head.tag_ == "VB" and head.dep_ == "ccomp" and head.head.lemma_ not in BARE_INFINITIVE
    kinds = {child.dep_ for child in head.lefts}
    return bare and "aux" not in kinds and bool(kinds & {"nsubj", "nsubjpass"})


def predicate_effect(child: Token) -> Effect | None:
    """What a predicative adjective says of its clause: "is unlikely", "becomes almost certain"; None for most."""
    nearly = next((each for each in child.lefts if each.lower_ in {"almost", "nearly"}), None)
    if nearly is not None and child.lower_ in {"certain", "sure", "inevitable"}:
        return Effect(Modality.PROBABLE, Polarity.POSITIVE, (nearly,))
    return effect(hedges("adjective")[child.lower_], child) if child.lower_ in OF_CLAUSES else None


def described(noun: Token) -> Iterator[Effect]:
    """What a participle says of the noun before it: "the strike planned for May", "a plot foiled in Lodz"."""
    for child in noun.rights:
        if any(each.dep_ in {"xcomp", "ccomp", "oprd"} for each in child.children):
            continue
        passive = child.dep_ == "relcl" and any(each.dep_ == "nsubjpass" for each in child.lefts)
        if child.tag_ != "VBN" or not (passive or (child.dep_ == "acl" and child.i > noun.i)):
            continue
        # "A fire set by children" is no fire that is set to break out.
        if (
            child.lower_ != "set"
            and child.lower_ in hedges("adjective")
            and not any(each.dep_ == "neg" for each in child.children)
        ):
            yield effect(hedges("adjective")[child.lower_], child)


def has_complement(verb: Token) -> bool:
    """Whether a verb says how something seems or is held to be: "is presumed dead", "seems calm"."""
    held = verb.lemma_ in {"seem", "appear"} or any(child.dep_ == "auxpass" for child in verb.lefts)
    # The law presumes everybody innocent: that is no guess.
    return held and any(child.dep_ in {"oprd", "acomp"} and child.lower_ != "innocent" for child in verb.rights)


def hyphened(child: Token) -> str:
    """A word with what a hyphen ties to it from the left: "so-called", "would-be"."""
    tied = child.i > 1 and child.nbor(-1).text in {"-", "‑"} and not child.nbor(-1).whitespace_
    return f"{child.nbor(-2).lower_}-{child.lower_}" if tied else child.lower_


def own_effect(head: Token, child: Token) -> Effect | None:
    """What one word that hangs on the head does; None for most."""
    kind, word = child.dep_, child.lower_
    if kind == "neg" or (kind == "preconj" and word == "neither"):
        return None if followed_by_focus(child) else negation(child)
    if kind == "aux":
        return modal_effect(head, child)
    if is_no_longer(child):
        return negation(*child.lefts, child)
    if kind in {"advmod", "npadvmod", "amod"} and word in hedges("adverb") and child.i < head.right_edge.i + 1:
        return effect(hedges("adverb")[word], child)
    if kind in {"amod", "nmod"} and head.pos_ in {"NOUN", "PROPN"}:
        row = hedges("adjective").get(hyphened(child)) or hedges("adjective").get(word)
        return None if row is None else effect(row, child)
    if kind == "det" and word in hedges("determiner") and head.pos_ in {"NOUN", "PROPN"}:
        return negation(child)
    if kind in ARGUMENTS and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return argument_effect(child)
    if kind == "acomp":
        return predicate_effect(child)
    if kind == "prep" and head.pos_ not in {"NOUN", "PROPN"}:
        return prepositional_effect(child)
    return None


def is_no_longer(child: Token) -> bool:
    """Whether a word is the "longer" of "no longer"."""
    return child.dep_ == "advmod" and child.lower_ == "longer" and any(each.lower_ == "no" for each in child.lefts)


def leaves_open(head: Token) -> Token | None:
    """The word by which a clause says that an answer is not there ("it was not clear how many"); None elsewhere."""
    words = [head, *(child for child in head.children if child.dep_ == "acomp")]
    known = [word for word in words if word.lower_ in OPEN and word.dep_ not in {"amod", "compound"}]
    negated = any(child.dep_ == "neg" for word in words for child in word.children)
    asked = [c for word in words for c in word.rights if c.dep_ in {"ccomp", "csubj", "advcl", "prep", "pcomp"}]
    if not known or not negated:
        return None
    return known[0] if any(c.left_edge.lower_ in ASKING for c in asked) or is_not_known(head, known[0]) else None


def is_not_known(head: Token, word: Token) -> bool:
    """Whether a thing is what is not known: "the cause was not known", as "is unknown", "is unclear".

    Not so "he was not known to police", "the man was not known as a thief", "the road was not clear of snow".
    """
    if word.lower_ not in UNKNOWABLE or any(c.dep_ in {"prep", "xcomp", "oprd", "dobj"} for c in word.rights):
        return False
    things = [child for child in head.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(thing.pos_ == "NOUN" and thing.ent_type_ != "PERSON" for thing in things)


def says_neither(head: Token) -> Token | None:
    """The negation of "neither confirmed nor denied", "would not confirm or deny": nothing is said either way."""
    table = cues("verb")
    pair = [head, *(child for child in head.rights if child.dep_ == "conj")]
    stances = [table[verb.lemma_].stance for verb in pair if verb.lemma_ in table]
    marks = negations(head)
    return marks[0] if marks and len(set(stances)) > 1 and {"denies", "rejects"} & set(stances) else None


def is_own_thought(head: Token) -> bool:
    """Whether a speaker says "I think that …": what is stated is the thought, as sure as the thinking."""
    if is_incredulous(head):
        return False
    mine = any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in head.lefts)
    return mine and any(child.dep_ == "ccomp" for child in head.rights)


def is_incredulous(verb: Token) -> bool:
    """Whether somebody only cannot believe what is so: "could not believe that the ferry had sunk"."""
    words = {child.lower_ for child in verb.lefts}
    negated = words & {"hardly", "scarcely", "barely"} or any(child.dep_ == "neg" for child in verb.children)
    return verb.lemma_ == "believe" and bool(words & {"can", "ca", "could"}) and bool(negated)


def modal_effect(head: Token, child: Token) -> Effect | None:
    """The doubt of "may have fled", "must have fled"; "could not find", "cannot swim" are failures, not doubts."""
    word = child.lower_
    if not helps(child, head):
        return None
    perfect = any(each.lower_ in {"have", "'ve", "’ve"} and each.dep_ == "aux" for each in head.children)
    if perfect and word in PERFECT:
        return Effect(PERFECT[word], Polarity.POSITIVE, (child,))
    if word not in hedges("modal") or (
        word in {"could", "can", "ca"} and any(each.dep_ == "neg" or is_no_longer(each) for each in head.children)
    ):
        return None
    return effect(hedges("modal")[word], child)


def helps(child: Token, head: Token) -> bool:
    """Whether a modal has the infinitive that modals take behind it: not "the petrol can had been tested"."""
    behind = [each for each in (*head.lefts, head) if each.i > child.i and (each == head or each.dep_ in AUXILIARY)]
    verb = behind[0] if behind else None
    return verb is None or verb.tag_ not in {"VBD", "VBZ"} or verb.lower_ == verb.lemma_


def argument_effect(child: Token) -> Effect | None:
    """The negation of a subject or object: "nobody", "no survivors", "none of them"."""
    if child.lower_ in hedges("pronoun"):
        return negation(child)
    for inner in child.lefts:
        if inner.dep_ == "det" and inner.lower_ in hedges("determiner") and child.lower_ not in {"doubt", "longer"}:
            return negation(inner, child) if child.lower_ == "one" else negation(inner)
    return None


def prepositional_effect(child: Token) -> Effect | None:
    """The negation in "in no way", "at no time"."""
    for noun in child.children:
        if noun.dep_ == "pobj" and noun.lower_ in {"way", "time", "circumstances"}:
            return argument_effect(noun)
    return None


def followed_by_focus(child: Token) -> bool:
    """Whether "not" only leads in "only"."""
    return child.i + 1 < len(child.doc) and child.doc[child.i + 1].lower_ in FOCUS


def is_predicative(head: Token) -> bool:
    """Whether a word that hedges as an adjective is the clause itself: "and possibly armed"."""
    return head.dep_ in {"conj", "acomp", "ROOT", "ccomp", "amod"} and head.lower_ in {
        "likely", "unlikely", "possible", "probable", "unclear", "unknown", "uncertain", "impossible",
    }  # fmt: skip


def shared_effects(head: Token) -> Iterator[Effect]:
    """What a coordinated verb shares with the first: "may have fled and been caught"."""
    first = head.head
    if first.pos_ not in {"VERB", "AUX"} or any(child.dep_ in {"aux", "nsubj"} for child in head.lefts):
        return
    if any(child.dep_ == "auxpass" and child.tag_ in TENSED for child in head.lefts):
        return
    tensed = head.tag_ in {"VBD", "VBZ", "VBP"} and first.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}
    if tensed:
        return
    if head.tag_ in {"VBD", "VBZ", "VBP"} and shared_negations(head):
        # "Neither smoked nor drank".
        yield negation(*shared_negations(head))
        return
    for child in first.children:
        if child.i < first.i and child.dep_ in {"aux", "neg"} and head.tag_ in {"VB", "VBN", "VBG"}:
            found = own_effect(first, child)
            if found is not None:
                yield found
        elif child.i < first.i and child.dep_ == "advmod" and child.lower_ in hedges("adverb"):
            yield effect(hedges("adverb")[child.lower_], child)
