"""Who speaks: the noun phrase of a source, its kind and its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportedly.extract.attribution_draft import Range
from reportedly.extract.attribution_kind import QUANTIFIERS, common_kind, noun_kind, quantified
from reportedly.lexicon.table import table, words
from reportedly.model import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OUTLET_NAME = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Chronicle|Courier|Telegraph|Journal|Radio|TV|Television|Daily|"
    r"Observer|Mirror|Examiner|Inquirer|Globe|Dispatch|Bulletin|Argus|Advertiser|Mercury|Press|Broadcasting|"
    r"Magazine|Review|FM|Today|Monitor|Newsroom|Bugle|Clarion|Beacon|Advocate|Recorder|Gazeta|Observador|Courrier|"
    r"Newspaper|Weekly|Newswire|Nachrichten|Zeitung|Ledger|Standard|Sentinel|Echo|Star|Record)$"
    r"|^(?:The |the )?(?:Daily|Sunday|Evening|Morning|Weekly|Radio|Rádio|TV|Channel|Sky) [A-Z]"
)
PARTICLES = frozenset(
    {
        *("van", "de", "den", "der", "von", "bin", "ibn", "al", "el"),
        *("la", "le", "du", "da", "di", "of", "the", "and", "for"),
        *("-",),
    }
)
JOINS = frozenset(["van", "de", "den", "der", "von", "bin", "ibn", "al", "el", "du", "da", "di", "des"])
# "Ana Gul, 43, a nurse".
AGE = re.compile(r"\(?(?:aged )?\d{1,3}\)?(?:,|$)")
JOINING = frozenset({"neither", "either", "both"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """One noun phrase that speaks.

    Attributes:
        head: Its head word.
        range: Its tokens.
        kind: By its words alone; a pronoun is *unnamed* until it is resolved.
        name: The name in it; None where there is none.
        role: The description that stands beside the name; None where there is none.
    """

    head: Token
    range: Range
    kind: SourceKind
    name: str | None
    role: str | None

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.head.doc[self.range[0] : self.range[1]].text)


@cache
def outlet_names() -> frozenset[str]:
    """Names of known outlets, in lower case."""
    return frozenset(name.casefold() for name in words("outlets", "name"))


def plain(name: str) -> str:
    """A name in lower case and without its article, to hold names of outlets against each other."""
    folded = re.sub(r"[.’']s?$", "", name.strip()).casefold()
    return re.sub(r"^(the|le|la|les|el|il|der|die|das)\s+", "", folded).removesuffix(".com")


def is_outlet(name: str) -> bool:
    """Whether a name is that of an outlet, known or by its form ("the Harbour Gazette")."""
    folded = name.strip().casefold()
    if folded in outlet_names() or re.sub(r"^the\s+", "", folded) in outlet_names():
        return True
    return bool(OUTLET_NAME.search(name.strip())) and len(name.split()) > 1


def speakers_of(doc: Doc, head: Token, *, stop: list[Range]) -> list[Speaker]:
    """The speakers that a subject names: each by itself where one of them has a name, all together otherwise.

    `stop` are places that are no part of a source: its cue and its content.
    """
    heads = [head, *(token for token in head.conjuncts if token.i > head.i and speaks_too(token))]
    if len(heads) > 1 and not any(proper(each) is not None for each in heads):
        heads = heads[:1]
    first, last = clipped(doc, head, stop)
    found = []
    for index, each in enumerate(heads):
        start = first if index == 0 else each.left_edge.i
        end = last if index == len(heads) - 1 else before_next(doc, each, heads[index + 1])
        if first <= start <= each.i < end <= last:
            found.append(described(doc, each, (start, end)))
    return found or [described(doc, head, (head.i, head.i + 1))]


def speaks_too(token: Token) -> bool:
    """Whether a coordinated noun is a further speaker: it has a name, or is a noun of somebody who speaks."""
    if token.pos_ == "NOUN":
        return proper(token) is not None or noun_kind(token) is not None
    return token.pos_ in {"PROPN", "PRON"}


def antecedent(relative: Token) -> Token:
    """The noun that a relative clause is said of; "who" is said of somebody ("a nurse at the clinic, who asked")."""
    noun = relative.head
    if relative.left_edge.lower_ != "who":
        return noun
    while noun.dep_ == "pobj" and not is_somebody(noun) and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head.head
    return noun


def is_somebody(noun: Token) -> bool:
    """Whether a noun names a person or persons."""
    kind = noun_kind(noun)
    return noun.ent_type_ == "PERSON" or kind in {"kin", "unnamed", "office", "collective"}


def before_next(doc: Doc, head: Token, following: Token) -> int:
    """Where one conjunct ends and the conjunction to the next begins."""
    end = following.left_edge.i
    while end > head.i + 1 and (doc[end - 1].dep_ in {"cc", "punct"} or doc[end - 1].is_space):
        end -= 1
    return end


def clipped(doc: Doc, head: Token, stop: list[Range]) -> Range:
    """The noun phrase of `head`, up to what is no part of it."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.tag_ in {"VBD", "VBZ", "VBP"}:
        return head.i, head.i + 1
    for first, last in stop:
        if first <= head.i < last:
            continue
        if last <= head.i:
            start = max(start, last)
        elif first > head.i:
            end = min(end, first)
    end = min(end, set_off(doc, head))
    while start < head.i and (
        doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc" or doc[start].lower_ in JOINING
    ):
        start += 1
    # "Le Soir du Nord", "Peter van Damme": parses often end a name before its particle.
    while end + 1 < len(doc) and doc[end].lower_ in JOINS and doc[end - 1].pos_ == doc[end + 1].pos_ == "PROPN":
        end += 2
    while end > head.i + 1 and (doc[end - 1].is_space or doc[end - 1].is_punct or doc[end - 1].dep_ == "case"):
        end -= 1
    return start, end


def set_off(doc: Doc, head: Token) -> int:
    """Where a clause set off by a comma begins that only adds to a noun phrase: "a guard, who had seen it"."""
    above = (head, *(child for child in head.rights if child.dep_ in {"appos", "conj"}))
    asides = (
        child.left_edge.i
        for noun in above
        for child in noun.rights
        if (child.dep_ in {"relcl", "acl"} or (child.dep_ == "advcl" and child.left_edge.tag_ == "VBG"))
        and doc[child.left_edge.i - 1].text == ","
    )
    return min(asides, default=len(doc))


def described(doc: Doc, head: Token, where: Range) -> Speaker:
    """A speaker with its kind and name, by the words alone."""
    kind, name = kind_of(doc, head, where)
    text = doc[where[0] : where[1]].text
    role = None
    if name is not None and kind is SourceKind.NAMED and text != name:
        role = role_of(text, name)
    return Speaker(head, where, kind, name, role)


@cache
def addresses() -> frozenset[str]:
    """Words of address that tell nothing of somebody: "Mr"."""
    return frozenset(row["word"] for row in table("titles") if row["sort"] != "office")


def role_of(text: str, name: str) -> str | None:
    """What stands beside the name in a source's words, but for an age and a form of address; None where nothing is."""
    first, _, last = text.partition(name)
    beside = [part.strip(" ,;:—–-()\n") for part in (first, last)]
    told = [part for part in beside if part not in addresses() and not AGE.fullmatch(part)]
    return ", ".join(AGE.sub("", part).strip(" ,") for part in told if part) or None


def proper(head: Token) -> Token | None:
    """The head of the name in a noun phrase: itself, an apposition, or what it is "named"; None where there is none."""
    if head.pos_ == "PROPN" and head.tag_ != "NNPS":
        return head
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            return child
        if child.dep_ == "prep":
            for noun in child.children:
                found = [each for each in noun.rights if each.dep_ == "appos" and each.ent_type_ == "PERSON"]
                if found:
                    return found[0]
        if child.dep_ == "acl" and child.lower_ in {"named", "called"}:
            found = [each for each in child.rights if each.pos_ == "PROPN"]
            if found:
                return found[0]
    return None


def kind_of(doc: Doc, head: Token, where: Range) -> tuple[SourceKind, str | None]:
    """The kind of a source by its words, and the name in it."""
    name_head = proper(head)
    name = None if name_head is None else full_name(doc, name_head, where)
    noun = noun_kind(head)
    alone = not any(child.pos_ == "PROPN" or child.dep_ == "poss" for child in head.lefts)
    if name_head is head and noun not in {None, "document"} and name == head.text and alone:
        # "Police said" at the head of a sentence: a common noun that the parse takes for a name.
        return common_kind(head, noun), None
    if name is not None and (is_outlet(name) or (noun == "outlet" and name_head is not head)):
        return SourceKind.OUTLET, name
    if head.pos_ != "PROPN" and noun == "document":
        return SourceKind.DOCUMENT, name_inside(doc, head, where)
    if name is not None:
        if name_head is head and noun == "document":
            return SourceKind.DOCUMENT, name
        return SourceKind.NAMED, name
    if head.lower_ in QUANTIFIERS:
        return quantified(head), None
    return common_kind(head, noun), None


def full_name(doc: Doc, head: Token, where: Range) -> str:
    """The run of name words around the head of a name, with the particles inside it."""
    start, end = head.i, head.i + 1
    while start > where[0] and name_word(doc[start - 1]) and doc[start - 1].head.i <= head.i:
        start -= 1
    while end < where[1] and name_word(doc[end]) and doc[end].dep_ != "appos":
        end += 1
    while start < head.i and (doc[start].text in PARTICLES | {"The"} or is_title(doc[start])):
        start += 1
    while end - 1 > head.i and doc[end - 1].lower_ in PARTICLES:
        end -= 1
    return str(doc[start:end].text)


def is_title(token: Token) -> bool:
    """Whether a word before a name says what somebody is: "Mr", "Mayor", "Sergeant"."""
    return token.text in words("titles") or noun_kind(token) in {"unnamed", "office"}


def name_word(token: Token) -> bool:
    """Whether a token may stand in a name."""
    if token.pos_ == "PROPN":
        return True
    return token.lower_ in PARTICLES and token.lower_ not in {"and", "for", "of", "the"}


def name_inside(doc: Doc, head: Token, where: Range) -> str | None:
    """The first name in a noun phrase that is not its head: whose study, whose report."""
    for token in doc[where[0] : where[1]]:
        seen = any(above.dep_ in {"acl", "relcl"} for above in (token, *token.ancestors) if above.i > head.i)
        if token.pos_ == "PROPN" and token.head.pos_ != "PROPN" and not seen:
            return full_name(doc, token, where)
    return None
