"""Whether a number without a unit of measure reports a quantity: a count, a share, an age, a sum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.extract.figure_bound import bounds_before
from reportedly.extract.figure_counted import Counted
from reportedly.extract.figure_number import Kind, Numeral
from reportedly.extract.figure_raw import Raw
from reportedly.extract.figure_veto import is_year, names
from reportedly.extract.figure_words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

AGE_VERBS = frozenset({"be", "turn", "age"})


def age_unit(raw: Raw, token: Token) -> str | None:
    """The unit "year of age" for "Ann Lee, 36, ", "aged 36", "he is 36"; None where the number is no age."""
    if raw.numeral.value > 120 or raw.upper is not None or raw.numeral.digits is None:
        return None
    doc, i = token.doc, token.i
    after = doc[i + 1].text if i + 1 < len(doc) else "."
    if i > 1 and doc[i - 1].text == "," and doc[i - 2].tag_ == "NNP" and after in (",", ".", ";", ")"):
        return "year of age"
    if i > 0 and doc[i - 1].lower_ in ("aged", "age"):
        return "year of age"
    if i > 0 and doc[i - 1].text == "At" and after == "," and raw.numeral.value > 12:
        return "year of age"
    if i > 1 and doc[i - 1].lower_ == "of" and doc[i - 2].lower_ == "age":
        return "year of age"
    verb = token.head
    if verb.lemma_ in AGE_VERBS and token.dep_ in ("attr", "acomp", "dobj") and token.i > verb.i:
        subject = next((child.lower_ for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), "")
        return "year of age" if subject in ("he", "she", "i", "who", "you") else None
    return None


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
