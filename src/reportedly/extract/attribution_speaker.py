"""Who speaks, of what the trained reader labels as a source: held against the parse.

The mistakes this prevents: whoever answers taken for whoever asked ("Asked why, the mayor said …"), and the subject of
what is said taken for a further speaker ("He insists the money is safe, and has sworn that …").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import cues, marked
from reportedly.extract.attribution_denial import governor
from reportedly.extract.attribution_draft import Draft, agents, is_passive, subjects
from reportedly.extract.attribution_labelled import Labelled, first_of
from reportedly.extract.attribution_view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKING = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
# Who can speak, by what `View.kind` says of a noun; a thing cannot, nor can "it" where somebody else is there.
VOICES = frozenset({"named", "unnamed", "collective", "outlet", "document", "PERSON", "ORG", "NORP", "GPE"})
# What somebody does to a claim or a plan of which somebody else is the author.
TAKING_A_STAND = frozenset({"supports", "opposes", "rejects", "criticises", "praises"})
# "Feared dead", "believed drowned".
FEARED = frozenset({"fear", "believe", "think", "presume"})
PERSONS = frozenset({"he", "she", "they", "who", "i", "we", "you"})


def speakers(view: View, each: Labelled, ruled: Draft | None) -> list[Token]:
    """The heads of the nouns that speak; none where the words leave them out."""
    token = view.tokens[each.anchor]
    found = heads(view, each.source)
    verbal = view.pos[each.anchor] in {"VERB", "AUX"}
    if verbal and is_bare_passive(token):
        return agents(token)
    carried = token.dep_ == "conj" and each.source
    if verbal and is_passive(token) and not carried and view.lower[each.anchor] not in cues("adjective"):
        # "A man suspected of theft": whoever suspects stands behind "by", or is left out.
        found = agents(token)
    if ruled is not None and ruled.speakers and (not found or {t.i for t in ruled.speakers} & set(each.source)):
        found = ruled.speakers
    if takes_a_stand(view, token, found):
        return []
    if found or not verbal or is_passive(token):
        return found
    content = set(each.content)
    return [subject for subject in subjects(token) if subject.i not in content and can_speak(view, subject.i)]


def is_bare_passive(verb: Token) -> bool:
    """Whether a participle opens a clause without a subject: "Asked why it closed, the mayor …"."""
    if verb.tag_ != "VBN" or verb.dep_ != "advcl":
        return False
    return not any(child.dep_ in {"nsubj", "aux", "nsubjpass"} for child in verb.children)


def takes_a_stand(view: View, noun: Token, found: list[Token]) -> bool:
    """Whether these only take a stand on somebody else's words: "backs a proposal to", "faces accusations of"."""
    verb = governor(noun) if noun.pos_ == "NOUN" else None
    row = None if verb is None else view.row(verb.i)
    if verb is None or (verb.lemma_ != "face" and (row is None or row.stance not in TAKING_A_STAND)):
        return False
    return {t.i for t in found} <= {t.i for t in subjects(verb)}


def is_reduced(verb: Token) -> bool:
    """Whether a participle leaves out its "who is": "the man believed to have fled", "two miners feared dead"."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma_ not in marked("raised") or verb.i + 1 >= len(verb.doc):
        return False
    if any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return False
    behind = verb.nbor()
    raised = behind.lower_ == "to" and behind.tag_ == "TO"
    return raised or (verb.lemma_ in FEARED and behind.tag_ in {"VBN", "JJ"} and behind.head in {verb, verb.head})


def heads(view: View, source: list[int]) -> list[Token]:
    """The heads of the noun phrases of a source: tokens that hang on none of the others, and can speak."""
    inside = set(source)
    tops = [i for i in source if view.head[i] not in inside]
    nouns = [i for i in tops if view.pos[i] in SPEAKING] or [i for i in source if view.pos[i] in {"PROPN", "NOUN"}][-1:]
    return [view.tokens[i] for i in nouns[:3]]


def can_speak(view: View, i: int) -> bool:
    """Whether a noun or pronoun may be somebody who speaks."""
    return view.lower[i] in PERSONS or view.kind(i) in VOICES


def carried_on(view: View, found: list[Labelled]) -> list[Labelled]:
    """The same, where a verb without a subject of its own goes on with the outer speaker.

    "He insists the money is safe, and has sworn that …", "She says two men came, adding that …": what is said ends
    there, and the speaker is he and she, not the money and the men.
    """
    made = list(found)
    for number, inner in enumerate(found):
        outer = next((each for each in made if goes_on(view, each, inner)), None)
        if outer is not None:
            made[number] = replace(inner, source=outer.source)
            place = made.index(outer)
            made[place] = replace(outer, content=[i for i in outer.content if i < first_of(view, inner)])
    return made


def goes_on(view: View, outer: Labelled, inner: Labelled) -> bool:
    """Whether the speaker of the one goes on in the other, though its source was looked for in what is said."""
    i = inner.anchor
    beside = outer.anchor < i and view.sentence_of[outer.anchor] == view.sentence_of[i]
    if not beside or not outer.source or view.quote_of[i] >= 0 or has_subject(view, i):
        return False
    looked = [t.i for t in heads(view, inner.source) or subjects(view.tokens[i])]
    if not looked or not set(outer.content).issuperset(looked) or outer.content[0] >= first_of(view, inner):
        return False
    first = first_of(view, inner)
    if view.dep[i] == "conj" and (view.pos[first] == "CCONJ" or view.lower[first - 1] == ","):
        told = tense(view.tokens[i])
        apart = told == tense(view.tokens[outer.anchor]) != tense(view.tokens[i].head)
        return apart or not any(can_speak(view, each) for each in looked)
    return view.dep[i] == "advcl" and view.tag[i] == "VBG" and view.lower[first - 1] == ","


def tense(verb: Token) -> tuple[str, ...]:
    """The finite form of a verb with its helpers: "said" is told as "denied" is, and not as "had been fed" is."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    finite = helpers[0].tag_ if helpers else verb.tag_
    return finite, *(child.lemma_ for child in helpers)


def has_subject(view: View, i: int) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in view.tokens[i].children)
