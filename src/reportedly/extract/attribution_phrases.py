"""Attribution by other words than verbs: "according to", nouns of saying, adjectives of thinking, "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.attribution_channels import inside
from reportedly.extract.attribution_content import content_of, finite
from reportedly.extract.attribution_cues import Cue, cues, is_negated, stance_of
from reportedly.extract.attribution_denial import governed_cue, governed_stance, governing_speakers
from reportedly.extract.attribution_draft import Draft, Range, agents, subjects, subtree, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COPULAS = frozenset({"be", "remain", "become", "feel", "seem", "appear", "sound", "stay", "grow"})


def phrase_drafts(doc: Doc) -> Iterator[Draft]:
    """Drafts not headed by a verb, in the order of the text."""
    nouns, adjectives, adverbs = cues("noun"), cues("adjective"), cues("adverb")
    for token in doc:
        pos = token.pos_
        draft = None
        if token.lower_ == "according":
            draft = according(doc, token)
        elif pos == "ADP" and token.lower_ in {"in", "by", "on", "to"}:
            draft = in_words_of(doc, token)
        elif pos == "NOUN" and token.lemma_ in nouns:
            draft = noun_draft(doc, token)
        elif pos in {"ADJ", "VERB"} and token.lower_ in adjectives:
            draft = adjective_draft(doc, token)
        elif pos == "ADV" and token.lower_ in adverbs:
            draft = adverb_draft(doc, token)
        if draft is not None:
            yield draft


def according(doc: Doc, token: Token) -> Draft | None:
    """The draft of "according to X"."""
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        to = doc[token.i + 1]
    if to is None:
        return None
    speaker = next((child for child in to.children if child.dep_ == "pobj"), None)
    if speaker is None:
        return None
    return adjunct(doc, token, (token.i, to.i + 1), speaker, "says")


def in_words_of(doc: Doc, token: Token) -> Draft | None:
    """The draft of "in the words of X", "in the view of X", "in X's view"."""
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    if noun is None:
        return None
    of = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    row = cues("preposition").get(f"{token.lower_} the {noun.lower_} of")
    if row is not None and of is not None:
        speaker = next((child for child in of.children if child.dep_ == "pobj"), None)
        return None if speaker is None else adjunct(doc, token, (token.i, of.i + 1), speaker, row.stance)
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    return None if owner is None or row is None else adjunct(doc, token, (noun.i, noun.i + 1), owner, row.stance)


def adjunct(doc: Doc, head: Token, cue: Range, speaker: Token, stance: str) -> Draft | None:
    """A draft whose content is the clause that an adjunct hangs on."""
    start, end = min(head.left_edge.i, cue[0]), max(head.right_edge.i + 1, cue[1])
    pieces = clause_without(doc, head, start, end)
    if not pieces:
        return None
    return Draft(
        cue=cue,
        anchor=cue[0],
        speakers=[speaker],
        content=pieces,
        stance=stance,
        channels=[noun for child in speaker.children if child.dep_ == "prep" for noun in inside(child, 1)],
        confidence=0.85,
    )


def clause_without(doc: Doc, head: Token, start: int, end: int) -> list[Range]:
    """The clause that holds an adjunct from `start` to `end`, without it: two pieces where it interrupts."""
    sentence = head.sent
    host = head.head
    while host.pos_ not in {"VERB", "AUX"} and host.head != host:
        host = host.head
    while host.dep_ in {"xcomp", "acl", "relcl", "pcomp", "conj", "advcl"} and host.head != host and host.i < start:
        if host.dep_ == "conj" and any(child.dep_ == "nsubj" for child in host.children):
            break
        host = host.head
        while host.pos_ not in {"VERB", "AUX"} and host.head != host:
            host = host.head
    while host.dep_ == "ccomp" and host.head.i < host.i and over_all(doc, host, start, end):
        host = host.head
    first, last = subtree(host) if host != head else (sentence.start, sentence.end)
    if start <= sentence.start + 1:
        first, last = end, max(last, end)
    found = [trimmed(doc, first, min(start, last)), trimmed(doc, max(end, first), last)]
    return [piece for piece in found if piece and any(doc[i].is_alpha for i in range(*piece))]


def over_all(doc: Doc, host: Token, start: int, end: int) -> bool:
    """Whether an adjunct in reported words is said of the reporting: "he told them, according to a guard, that …".

    It stands before the words that lead the reported clause in, or behind a comma at the end of the sentence.
    """
    marks = [child.i for child in host.lefts if child.dep_ == "mark"]
    if marks and end <= marks[0]:
        return True
    last = end
    while last < len(doc) and (doc[last].is_punct or doc[last].is_space) and doc[last].sent == host.sent:
        last += 1
    closes = last >= len(doc) or doc[last].sent != host.sent
    return closes and "," in {doc[start].text, doc[start - 1].text}


def noun_draft(doc: Doc, noun: Token) -> Draft | None:
    """The draft of "X's claim that …", "warnings from X of …", "there are fears that …"."""
    row = cues("noun")[noun.lemma_]
    content = content_of(doc, noun, row.frames) or predicated(doc, noun, row)
    if content is None or content[0] <= noun.i or noun.head.lower_ == "without" or in_order(noun):
        return None
    that = doc[content[0]].lower_ in {"that", "whether", "to"}
    speakers = [child for child in noun.lefts if child.dep_ == "poss"] or agents(noun)
    speakers = speakers or [
        pobj
        for child in noun.rights
        if child.dep_ == "prep" and child.lower_ in {"from", "by", "among"}
        for pobj in child.children
        if pobj.dep_ == "pobj" and pobj.i < content[0]
    ]
    speakers = speakers or holders(noun)
    verb = noun.head
    # "Withdrew his claim" is of one's own claim; "rejected the minister's claim" passes on the minister's.
    governed = governed_stance(noun, row) if all(each.tag_ == "PRP$" for each in speakers) else None
    if governed is not None:
        speakers = governing_speakers(noun)
    elif not speakers and noun.dep_ == "dobj" and verb.lemma_ in cues("light"):
        speakers = subjects(verb)
    if not speakers and not that:
        return None
    return Draft(
        cue=(noun.i, noun.i + 1) if governed is None else governed_cue(noun),
        anchor=noun.i,
        speakers=speakers,
        content=[content],
        stance=governed or stance_of(row, negated=is_negated(noun)),
        confidence=0.7 if that else 0.5,
    )


def predicated(doc: Doc, noun: Token, row: Cue) -> Range | None:
    """What a noun is said to be: "the fear is that …", "her plan is to sell"; None where it is anything else."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    return content_of(doc, verb, row.frames & {"t", "w", "i"}) if noun.i < verb.i else None


def holders(noun: Token) -> list[Token]:
    """Who is of an opinion: the subject of "is of the view that", "are under the impression that"."""
    over = noun.head
    holding = noun.dep_ == "pobj" and over.lower_ in {"of", "under", "in"} and over.head.lemma_ in COPULAS
    return subjects(over.head) if holding else []


def in_order(noun: Token) -> bool:
    """Whether a noun stands in "in order to"."""
    return noun.lower_ == "order" and noun.i > 0 and noun.nbor(-1).lower_ == "in"


def adjective_draft(doc: Doc, word: Token) -> Draft | None:
    """The draft of "X is critical of …", "X are confident that …"."""
    verb = word.head
    if word.dep_ in {"acomp", "oprd", "attr"} and verb.lemma_ in COPULAS:
        speakers = subjects(verb)
    elif word.dep_ == "ROOT" or word.pos_ == "VERB":
        speakers = subjects(word) if any(c.dep_ == "auxpass" for c in word.children) else []
        verb = word
    else:
        return None
    row = cues("adjective")[word.lower_]
    content = content_of(doc, word, row.frames - {"n"})
    speakers = [speaker for speaker in speakers if speaker.lower_ not in {"it", "there", "this", "that", "which"}]
    if content is None or not speakers or content[0] <= word.i:
        return None
    negated = is_negated(word) or (verb is not word and is_negated(verb))
    return Draft(
        cue=(word.i, word.i + 1),
        anchor=word.i,
        speakers=speakers,
        content=[content],
        stance=stance_of(row, negated=negated),
        confidence=0.7,
    )


def adverb_draft(doc: Doc, word: Token) -> Draft | None:
    """The draft of "reportedly": somebody says so whom the article leaves out."""
    host = word.head
    if host.pos_ not in {"VERB", "AUX"} or not finite(host):
        return None
    start, end = subtree(host)
    content = trimmed(doc, start, end)
    row = cues("adverb")[word.lower_]
    if content is None:
        return None
    return Draft(cue=(word.i, word.i + 1), anchor=word.i, content=[content], stance=row.stance, confidence=0.6)
