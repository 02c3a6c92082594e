"""The words of attribution and what they bring: which shapes of content, which stance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from reportedly.lexicon.table import Row, table
from reportedly.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

# A negated act of thinking denies, of knowing leaves open, of saying leaves open: stances that a negated cue takes.
NEGATED_CLASS = {
    "knowledge": "unaware",
    "speech": "silent",
    "topic": "silent",
    "evidence": "undetermined",
    "appeal": "silent",
    "feeling": "silent",
}
NEG_RAISING = frozenset({"believes", "thinks", "expects", "assumes"})
# What stands between a verb that withholds and the one that it withholds.
LINKS = frozenset({"to", "of", "from", "short", "at"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UNNEGATABLE = frozenset({"refuses", "doubts", "unaware", "silent", "asks", "wonders"})
# "Had no idea", "gave little indication": determiners that negate a noun of attribution.
NEGATIVE_WORDS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "little", "hardly"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the table of cues, with all its senses.

    Attributes:
        frames: The shapes of content that it takes; their letters stand at the head of cues.tsv.
        stance: What it says of its speaker, unless it is negated; that of the first sense.
        others: Frames and stance of the further senses.
        things: Whether a thing may be its subject, as of "shows".
    """

    frames: frozenset[str]
    stance: str
    others: tuple[tuple[frozenset[str], str], ...] = ()
    things: bool = True


@dataclass(frozen=True, slots=True)
class Stance:
    """What a stance does to what is passed on.

    Attributes:
        modality: How sure the speaker is.
        polarity: Whether the speaker holds it to be so.
        act: speech, evidence, knowledge, thought, feeling, appeal, topic or intent.
    """

    modality: Modality
    polarity: Polarity
    act: str


@cache
def cues(pos: str) -> dict[str, Cue]:
    """Lemma -> word, of the cues of one part of speech."""
    found: dict[str, Cue] = {}
    for row in rows(pos):
        frames, first = frozenset(row["frames"].split()), found.get(row["lemma"])
        if first is None:
            found[row["lemma"]] = Cue(frames, row["stance"], (), row["subject"] == "any")
        else:
            more = (*first.others, (frames, row["stance"]))
            found[row["lemma"]] = replace(first, frames=first.frames | frames, others=more)
    return found


@cache
def marked(mark: str) -> frozenset[str]:
    """The verbs that carry a mark: hearer, raised, quotes; the head of cues.tsv says what each means."""
    return frozenset(row["lemma"] for row in rows("verb") if mark in row["marks"].split())


def rows(pos: str) -> Iterator[Row]:
    """The rows of one part of speech, of English; another language's lie in the same table."""
    return (row for row in table("cues") if row["pos"] == pos and row["language"] == "en")


@cache
def phrases() -> dict[str, dict[str, Cue]]:
    """Verb -> the rest of the phrase -> row: "take" -> "issue" -> its row."""
    found: dict[str, dict[str, Cue]] = {}
    for lemma, cue in cues("phrase").items():
        verb, _, rest = lemma.partition(" ")
        found.setdefault(verb, {})[rest] = cue
    return found


@cache
def stances() -> dict[str, Stance]:
    """Stance -> what it does."""
    return {
        row["stance"]: Stance(Modality(row["modality"]), Polarity(row["polarity"]), row["class"])
        for row in table("stances")
    }


def stance_of(cue: Cue, *, negated: bool) -> str:
    """The stance of a cue as it is used: "did not know" is *unaware*, "did not believe" *disbelieves*."""
    if negated and cue.stance == "doubts":
        # "There is no doubt that", "does not doubt that".
        return "considers"
    if not negated or cue.stance in UNNEGATABLE:
        return cue.stance
    if cue.stance in {"finds", "learns"}:
        return "undetermined"
    if cue.stance in NEG_RAISING:
        return "disbelieves"
    return NEGATED_CLASS.get(stances()[cue.stance].act, cue.stance)


def negations(head: Token) -> list[Token]:
    """The words that negate a verb, adjective or noun of attribution, in order."""
    own = [child for child in head.children if not (child.dep_ == "cc" and child.i > head.i)]
    found = [child for child in own if child.dep_ == "neg" or child.lower_ in NEGATIVE_WORDS]
    found += [each for child in own if child.lower_ == "longer" for each in child.children if each.lower_ == "no"]
    found = found or [first for child in own if child.dep_ in SUBJECTS for first in neither(child)]
    if not found and head.dep_ in {"xcomp", "acomp"} and head.head.pos_ in {"VERB", "AUX"}:
        found = [child for child in head.head.children if child.dep_ == "neg"]
    return found or shared_negations(head)


def shared_negations(head: Token) -> list[Token]:
    """What negates a verb from the one that it shares its subject with or hangs on.

    "Neither confirmed nor denied", "would not confirm or deny", "declined to confirm".
    """
    above = withholder(head)
    if above is not None:
        return [] if any(child.dep_ == "neg" for child in above.children) else [above]
    above = head.head
    if head.dep_ != "conj" or any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in head.children):
        return []
    joined = {child.lower_ for child in above.children if child.dep_ == "cc" and child.i < head.i}
    return negations(above) if joined & {"or", "nor"} and above.pos_ in {"VERB", "AUX"} else []


def neither(subject: Token) -> list[Token]:
    """The word in a subject that negates what it does: "neither the mayor nor the police", "no official", "none"."""
    if subject.lower_ in {"none", "neither"}:
        return [subject]
    # "No group claimed the attack" leaves the attack as it is; "no official confirmed it" or "said that" does not.
    row = cues("verb").get(subject.head.lemma_)
    told = any(child.dep_ in {"ccomp", "xcomp"} for child in subject.head.children)
    telling = told or (row is not None and row.stance == "confirms")
    own = [child for child in subject.children if child.dep_ == "det" and child.lower_ in {"no", "neither"} and telling]
    joined = any(child.lower_ == "nor" for child in subject.children)
    first = subject.left_edge
    return own or ([first] if joined and first.lower_ == "neither" else [])


def withholder(verb: Token) -> Token | None:
    """The verb over one of saying that withholds it: "declined to say", "stopped short of saying"; None elsewhere."""
    if verb.dep_ not in {"xcomp", "pcomp"}:
        return None
    above = verb.head
    while above.pos_ not in {"VERB", "AUX"} and above.head != above:
        above = above.head
    between = (token.lower_ for token in verb.doc[above.i + 1 : verb.i])
    phrase = " ".join([above.lemma_, *(word for word in between if word in LINKS)])
    return above if phrase in cues("withholding") else None


def is_negated(head: Token) -> bool:
    """Whether an odd number of words negates it."""
    return len(negations(head)) % 2 == 1
