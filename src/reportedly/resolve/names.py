"""Whether two spellings can name one person or body, and why. "Zhukouski, A." must not become "Anna Zhukovsky"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.lexicon.folding import fold
from reportedly.lexicon.table import table, words
from reportedly.model import Score

# Joined by themselves at or above STRONG; from WEAK up to it only when one bearer is in question.
STRONG = 0.8
WEAK = 0.5
# Similarity of two names as heard, 0 to 100 (rapidfuzz ratio), at which equal consonants make them one name: "Aliaksei"
# and "Alexei" have 80. With one consonant only the second holds, so that "Lee" and "Lea" (67) do not pass. Set by hand.
ALIKE, ALIKE_IF_SHORT = 60, 75
# Words inside a name that carry no identity: they are written, joined or left out at will.
PARTICLES = frozenset(
    {
        "al",
        "el",
        "ad",
        "as",
        "ash",
        "at",
        "an",
        "ul",
        "de",
        "del",
        "della",
        "der",
        "den",
        "des",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "ter",
        "ten",
        "zu",
        "zum",
        "bin",
        "ibn",
        "ben",
        "y",
    }
)
# What a body's name may end with.
LEGAL = frozenset(
    {
        "inc",
        "ltd",
        "llc",
        "plc",
        "corp",
        "co",
        "gmbh",
        "ag",
        "sa",
        "sas",
        "sarl",
        "spa",
        "nv",
        "bv",
        "ab",
        "oy",
        "as",
        "kg",
        "limited",
        "incorporated",
        "corporation",
        "company",
    }
)
# Letters and groups of letters that transliterations exchange; longest first. No letter of the result is a vowel.
SOUNDS = (
    ("shch", "z"), ("tsch", "z"), ("sch", "z"), ("tch", "z"), ("dzh", "g"),
    ("dj", "g"), ("ch", "z"), ("sh", "z"), ("zh", "z"),
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("tz", "z"), ("ts", "z"), ("cz", "z"), ("ck", "k"),
    ("x", "ks"), ("q", "k"), ("c", "k"), ("j", "g"), ("s", "z"),
)  # fmt: skip
UNHEARD = re.compile("[aeiouywvh]")
DOUBLED = re.compile(r"([^aeiouy])\1+")
WORDS = re.compile(r"[^\W_]+")
# A Slavic family name of a woman and of a man: one family, two people.
FEMININE = re.compile(r"(sk|zk|ck)(a|aya|aia|aja)$|(ov|ev|in)a$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart.

    Attributes:
        given: Folded given names and initials, in order; empty where only one word is known.
        family: The folded family name, particles joined on; the only word of a name of one word.
    """

    given: tuple[str, ...]
    family: str

    @property
    def whole(self) -> tuple[str, ...]:
        """Every word."""
        return (*self.given, self.family)


@lru_cache(maxsize=65536)
def latin(name: str) -> str:
    """The name in folded ASCII letters, whatever its script."""
    folded = fold(name)
    if folded.isascii():
        return folded
    from anyascii import anyascii

    return fold(anyascii(folded))


@lru_cache(maxsize=65536)
def heard(word: str) -> str:
    """The word in letters that stand for one sound each, doubled consonants once, so that spellings can be compared."""
    text = latin(word).replace(" ", "")
    for letters, sound in SOUNDS:
        text = text.replace(letters, sound)
    return DOUBLED.sub(r"\1", text)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants that transliterations agree on: one key for "Zhukouski" and "Zhukovsky", "Nejjari" and "نجاري".

    A word of vowels only keeps its first letter.
    """
    text = heard(word)
    return DOUBLED.sub(r"\1", UNHEARD.sub("", text)) or text[:1]


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName:
    """The parts of a person's name; titles before it are dropped, "Family, Given" is turned round."""
    before, comma, after = name.partition(",")
    parts = WORDS.findall(latin(f"{after} {before}" if comma and after.strip() else name))
    while len(parts) > 1 and parts[0] in _titles():
        parts = parts[1:]
    at = len(parts) - 1
    while at > 1 and parts[at - 1] in PARTICLES:
        at -= 1
    kept = [part for part in parts[at:] if part not in PARTICLES] or parts[at:]
    given = [part for part in parts[:at] if part not in PARTICLES]
    return PersonName(tuple(given), "".join(kept))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(fold(word) for word in words("titles") if " " not in word)


@lru_cache(maxsize=65536)
def body_name(name: str) -> tuple[str, ...]:
    """The folded words of an organization's name, without "the" and legal forms at the end."""
    parts = WORDS.findall(latin(name.replace("’s", "s").replace("'s", "s")))
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in LEGAL:
        parts = parts[:-1]
    return tuple(parts)


def alike(one: str, other: str) -> bool:
    """Whether two folded words are spellings of one name: the same consonants, and letters close enough."""
    if one == other:
        return True
    bones = skeleton(one)
    if bones != skeleton(other):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(heard(one), heard(other)) >= (ALIKE_IF_SHORT if len(bones) < 2 else ALIKE)


def same_family(one: str, other: str) -> bool:
    """Whether two folded words are one family name, whatever the ending that it takes for women."""
    return alike(one, other) or alike(_masculine(one), _masculine(other))


def _masculine(family: str) -> str:
    found = FEMININE.search(family)
    if found is None:
        return family
    return family[: found.start()] + (f"{found[1]}i" if found[1] else found[3])


def compare_people(one: str, other: str) -> Score | None:
    """How alike two names of persons are; None where they name different people or share nothing."""
    a, b = person_name(one), person_name(other)
    if a == b:
        return _equal(a)
    if a.given and sorted(a.whole) == sorted(b.whole):
        return Score(value=0.95, reasons=("the same names in another order",))
    if not alike(a.family, b.family) or bool(FEMININE.search(a.family)) != bool(FEMININE.search(b.family)):
        return None
    surname = "same family name" if a.family == b.family else f"family name spelt {a.family} and {b.family}"
    if not a.given or not b.given:
        return Score(value=0.6, reasons=(surname, "one without given name"))
    given = _given(a.given, b.given)
    return None if given is None else Score(value=given.value, reasons=(surname, *given.reasons))


def _equal(name: PersonName) -> Score:
    if not name.given:
        return Score(value=WEAK, reasons=("same single name",))
    if all(len(given) == 1 for given in name.given):
        return Score(value=STRONG, reasons=("same family name and initials",))
    return Score(value=1.0, reasons=("same full name",))


def _given(one: tuple[str, ...], other: tuple[str, ...]) -> Score | None:
    """How alike two rows of given names are: the first decides, more of them on one side do no harm."""
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return Score(value=0.7, reasons=("initial fits",)) if first[0] == second[0] else None
    if first == second:
        middle = all(_fits(a, b) for a, b in zip(one[1:], other[1:], strict=False))
        return Score(value=0.95, reasons=("same given name",)) if middle else None
    if alike(first, second) and not {_gender(first), _gender(second)} >= {"m", "f"}:
        return Score(value=0.85, reasons=(f"given name spelt {first} and {second}",))
    return None


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {latin(row["word"]): row["gender"] for row in table("given_names")}


def _gender(given: str) -> str:
    """Whether only men (m) or only women (f) bear a given name; empty for both and for unknown ones."""
    return _genders().get(given, "")


def _fits(one: str, other: str) -> bool:
    return one[0] == other[0] if len(one) == 1 or len(other) == 1 else alike(one, other)


def compare_bodies(one: str, other: str) -> Score | None:
    """How alike two names of organizations, groups or outlets are; None where they share nothing."""
    a, b = body_name(one), body_name(other)
    if a == b:
        return Score(value=1.0, reasons=("same name",))
    if sorted(a) == sorted(b):
        return Score(value=0.95, reasons=("the same words in another order",))
    if acronym_of(one, b) or acronym_of(other, a):
        return Score(value=0.7, reasons=("one is the other's initials",))
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and long[: len(short)] == short:
        return Score(value=0.55, reasons=("one name begins with the other",))
    from rapidfuzz.fuzz import ratio

    if (
        len(a) == len(b) > 1
        and all(alike(x, y) for x, y in zip(a, b, strict=True))
        and ratio(" ".join(a), " ".join(b)) >= 85
    ):
        return Score(value=0.85, reasons=("nearly the same spelling",))
    return None


def acronym_of(short: str, parts: tuple[str, ...]) -> bool:
    """Whether `short` is an acronym (three capitals or more) of the words `parts`, small words counted or not."""
    letters = short.replace(".", "").strip()
    if not (letters.isupper() and letters.isalpha() and 3 <= len(letters) <= 8):
        return False
    want = latin(letters)
    every = "".join(part[0] for part in parts)
    heavy = "".join(
        part[0] for part in parts if part not in {"of", "the", "for", "and", "in", "de", "du", "des", "la", "et"}
    )
    return want in (every, heavy)
