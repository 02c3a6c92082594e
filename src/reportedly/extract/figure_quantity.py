"""Whether a number without a unit of measure reports a quantity: a count, a share, an age, a sum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.extract.figure_bound import bounds_before
from reportedly.extract.figure_counted import Counted
from reportedly.extract.figure_number import Kind, Numeral
from reportedly.extract.figure_raw import Raw
from reportedly.extract.figure_veto import is_year, names
from reportedly.extract.figure_words import persons, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

AGE_VERBS = frozenset({"be", "turn", "age"})
AGED = re.compile(r"\b(?:aged|age)\s+(?:of\s+)?(?:between\s+|from\s+|just\s+|only\s+|about\s+)?$", re.IGNORECASE)
# No age is told as a mere number from here on.
OLDEST = 120
TEENS = 12


def age_unit(raw: Raw, text: str, token: Token) -> str | None:
    """The unit "year of age" for "Ann Lee, 36, ", "aged 36", "her son is 36"; None where the number is no age."""
    if raw.last.value > OLDEST or raw.numeral.digits is None:
        return None
    told = AGED.search(text[max(0, raw.start - 20) : raw.start]) is not None
    alone = raw.upper is None and (_is_apposed_age(raw, token) or _is_said_age(token))
    return "year of age" if told or alone else None


def _is_apposed_age(raw: Raw, token: Token) -> bool:
    """Whether the number stands beside somebody: "Ann Lee, 36,", "his driver, 40,", "At 36, ..."."""
    doc, i = token.doc, token.i
    after = doc[i + 1].text if i + 1 < len(doc) else "."
    before = doc[i - 1].text if i > 0 else ""
    if before == "At" and after == "," and raw.numeral.value > TEENS:
        return True
    return before == "," and after in (",", ".", ";", ")") and i > 1 and _is_somebody(doc[i - 2])


def _is_said_age(token: Token) -> bool:
    """Whether the number is said to be somebody's: "she is 36", "her son turned 3"."""
    verb = token.head
    if verb.lemma_ not in AGE_VERBS or token.dep_ not in ("attr", "acomp", "dobj") or token.i < verb.i:
        return False
    subject = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lower_ in ("he", "she", "i", "who", "you"):
        return subject is not None
    return subject.tag_ == "NN" and _is_somebody(subject)


def _is_somebody(noun: Token) -> bool:
    """Whether it is a name, or one person by a common noun."""
    return noun.tag_ == "NNP" or (noun.tag_ == "NN" and noun.lemma_.lower() in persons())


SHARE_OF = re.compile(r"\s+(?:of\b|the\b|its\b|their\b|his\b|her\b|all\b|that\b)")


def is_quantity(raw: Raw, text: str, first: Token, token: Token, counted: Counted | None) -> bool:
    """Whether a number without a unit of measure counts something."""
    numeral = raw.numeral
    if raw.share_of is not None:
        return counted is not None or numeral.kind is Kind.UNIT
    if numeral.kind is Kind.FRACTION:
        return _is_share(numeral, text) and first.tag_ != "NNP"
    if numeral.kind is Kind.FEW and (
        counted is None or (text[numeral.start : numeral.end].lower() in ("few", "couple"))
    ):
        return False
    if numeral.kind is Kind.PLURAL:
        return first.tag_ == "NNS"
    if is_year(numeral):
        many = counted is not None and counted.plural and token.dep_ == "nummod"
        return (many and (_not_when(first) or _is_bound(text, numeral.start))) or is_sum(first)
    if names(first, numeral):
        return False
    return counted is not None or _stands_alone(raw, text, token)


def _is_share(numeral: Numeral, text: str) -> bool:
    """Whether a fraction is a share of something: "a third of", "half the"; "the final third" is a place."""
    following = SHARE_OF.match(text, numeral.end)
    words = text[numeral.start : numeral.end].lower()
    half = numeral.value.denominator == 2
    told = half or "/" in words or words.split("-")[0].split()[0] in words_of("counts_the_whole")
    return following is not None and told and (half or following.group().strip() == "of")


def _is_bound(text: str, start: int) -> bool:
    """Whether a bound of two words or more leads to the number, as it does to no year: "more than 1000 customers"."""
    return any(" " in text[bound.start : bound.end] for bound in bounds_before(text, start))


def _not_when(first: Token) -> bool:
    """Whether no word that leads to a year stands before the number."""
    left = "" if first.is_sent_start else first.nbor(-1).lower_
    return left not in words_of("leads_to_year")


def is_sum(first: Token) -> bool:
    """Whether four digits are an amount by the words before them: "a total of 1500"."""
    before = first.doc[max(0, first.i - 2) : first.i]
    return len(before) == 2 and before[1].lower_ == "of" and before[0].lower_ in words_of("sum")


def _restricted(token: Token) -> bool:
    """Whether a clause says which ones the number counts."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.lower_ in words_of("people_after"):
        return True
    return after is not None and after.tag_ in ("VBN", "VBD", "VBG", "WP", "WDT", "JJ", "IN") and after.lower_ != "as"


# Places in the parse where a number stands by itself, not inside somebody else's phrase.
ALONE = frozenset(
    (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "attr",
        "npadvmod",
        "conj",
        "appos",
        "ROOT",
        "oprd",
        "dep",
        "nummod",
        "advmod",
        "ccomp",
        "acomp",
        "nmod",
        "quantmod",
    )
)


# The first of "four-, five- and six-storey houses".
SUSPENDED = re.compile(r"-(?=,|\s(?:and|or|to)\s)")


def _stands_alone(raw: Raw, text: str, token: Token) -> bool:
    """Whether a number that counts no noun beside it is one of the sentence's own quantities."""
    numeral = raw.numeral
    if SUSPENDED.match(text, numeral.end):
        return True
    words = text[numeral.start : numeral.end].lower()
    left = "" if token.is_sent_start else token.nbor(-1).lower_
    # "The 787" is a name; "the 60 needed" and "the 12 who stayed" are counts.
    if (
        numeral.digits is not None
        and numeral.digits.isdigit()
        and left in words_of("names_a_number")
        and not _restricted(token)
    ):
        return False
    if (
        words in ("one", "zero", "hundred")
        or (not numeral.digits and left in ("'s", "’s"))
        or left in words_of("place_in_table")
    ):
        return False
    if token.tag_ != "CD" and numeral.kind not in (Kind.SCALE, Kind.DIGITS):
        return False
    return token.dep_ in ALONE
