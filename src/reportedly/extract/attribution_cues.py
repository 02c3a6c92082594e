"""The words of attribution and what they bring: which shapes of content, which stance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportedly.lexicon.table import table
from reportedly.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

# A negated act of thinking denies, of knowing leaves open, of saying leaves open: stances that a negated cue takes.
NEGATED_CLASS = {
    "knowledge": "unaware",
    "speech": "silent",
    "evidence": "undetermined",
    "appeal": "silent",
    "feeling": "silent",
}
NEG_RAISING = frozenset({"believes", "thinks", "expects", "assumes"})
UNNEGATABLE = frozenset({"refuses", "doubts", "unaware", "silent", "asks", "wonders"})
# "Had no idea", "gave little indication": determiners that negate a noun of attribution.
NEGATIVE_WORDS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "little", "hardly"})
# "Declined to confirm", "refused to say": whoever does so says nothing either way.
WITHHOLDING = frozenset({"decline", "refuse"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the table of cues.

    Attributes:
        frames: The shapes of content that it takes; their letters stand at the head of cues.tsv.
        stance: What it says of its speaker, unless it is negated.
    """

    frames: frozenset[str]
    stance: str


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
    """Lemma -> row, of the cues of one part of speech."""
    rows = (row for row in table("cues") if row["pos"] == pos and row["language"] == "en")
    return {row["lemma"]: Cue(frozenset(row["frames"].split()), row["stance"]) for row in rows}


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
    if not found and head.dep_ in {"xcomp", "acomp"} and head.head.pos_ in {"VERB", "AUX"}:
        found = [child for child in head.head.children if child.dep_ == "neg"]
    return found or shared_negations(head)


def shared_negations(head: Token) -> list[Token]:
    """What negates a verb from the one that it shares its subject with or hangs on.

    "Neither confirmed nor denied", "would not confirm or deny", "declined to confirm".
    """
    above = head.head
    if head.dep_ == "xcomp" and above.lemma_ in WITHHOLDING:
        return [] if any(child.dep_ == "neg" for child in above.children) else [above]
    if head.dep_ != "conj" or any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in head.children):
        return []
    joined = {child.lower_ for child in above.children if child.dep_ == "cc" and child.i < head.i}
    return negations(above) if joined & {"or", "nor"} and above.pos_ in {"VERB", "AUX"} else []


def is_negated(head: Token) -> bool:
    """Whether an odd number of words negates it."""
    return len(negations(head)) % 2 == 1
