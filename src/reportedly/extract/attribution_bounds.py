"""Where a content ends: of what the trained reader labels as one, what the parse does not let stand.

The mistake this prevents: the outlet's own words, or somebody else's, put into the mouth of whoever speaks beside them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.attribution_labelled import Labelled, first_of
from reportedly.extract.attribution_view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"WDT", "WP", "WP$"})


def bounded(view: View, each: Labelled) -> Labelled:
    """The same with its source and its content brought within bounds."""
    content = each.content
    if not each.source:
        # Whom the rules take for the speaker says nothing of himself.
        content = [i for i in content if i not in view.rule_sources.get(each.anchor, ())]
    content = filled(view, each, content)
    for cut in (one_side, within_relative, behind_aside, within_noun, within_quotation, of_quotation):
        content = cut(view, each.anchor, content)
    if content and all(view.tag[i] in RELATIVE for i in content):
        # "The allegations, which he denies": what they stand for, as the rules have it.
        content = sorted(view.rule_contents.get(each.anchor, ())) or content
    return replace(each, source=one_side(view, each.anchor, each.source), content=content)


def filled(view: View, each: Labelled, content: list[int]) -> list[int]:
    """The content with what stands in the midst of it, where the rules have that too."""
    ruled = view.rule_contents.get(each.anchor, frozenset())
    if not content or not ruled:
        return content
    out = {each.anchor, *each.source, *each.cue}
    midst = {i for i in range(content[0], content[-1]) if i in ruled and i not in out}
    return sorted({*content, *(i for i in midst if view.pos[i] not in {"PUNCT", "SPACE"})})


def one_side(view: View, anchor: int, tokens: list[int]) -> list[int]:
    """The tokens without those that a semicolon parts from the cue; "…; and that …" goes on."""
    span = range(min([anchor, *tokens]), max([anchor, *tokens]))
    marks = [i for i in span if view.lower[i] == ";" and view.quote_of[i] < 0]
    marks = [i for i in marks if "that" not in view.lower[i + 1 : i + 3]]
    first = max([i for i in marks if i < anchor], default=-1)
    last = min([i for i in marks if i > anchor], default=len(view.tokens))
    return [i for i in tokens if first < i < last]


def within_relative(view: View, anchor: int, content: list[int]) -> list[int]:
    """The content without what the main clause says: "the claims, which he denies, date from May".

    By the parse where it sees the relative clause, else by ", which" and the next comma.
    """
    token = view.tokens[anchor]
    if token.dep_ == "relcl":
        pronouns = [i for i in range(token.left_edge.i, anchor) if view.tag[i] in RELATIVE]
        first = pronouns[0] if pronouns else token.head.left_edge.i
        return [i for i in content if first <= i <= token.right_edge.i]
    if any(above.dep_ == "relcl" for above in token.ancestors):
        return content
    sentence = view.sentences[view.sentence_of[anchor]]
    commas = [i for i in range(sentence.start, sentence.end) if view.lower[i] == "," and view.quote_of[i] < 0]
    before = max((i for i in commas if i < anchor), default=-1)
    after = min((i for i in commas if i > anchor), default=len(view.tokens))
    aside = before >= 0 and view.tag[before + 1] in RELATIVE
    return [i for i in content if i < after or view.quote_of[i] >= 0] if aside else content


def behind_aside(view: View, anchor: int, content: list[int]) -> list[int]:
    """The content behind an aside: "denied, in a letter sent to the Bell, that he had been beaten"."""
    clauses = [child for child in view.tokens[anchor].rights if child.dep_ == "ccomp"]
    marks = [mark.i for child in clauses for mark in child.lefts if mark.lower_ == "that" and mark.dep_ == "mark"]
    if not marks or view.lower[marks[0] - 1] != "," or "," not in view.lower[anchor + 1 : marks[0] - 1]:
        return content
    words = (i for i in range(marks[0], clauses[0].right_edge.i + 1) if view.pos[i] not in {"PUNCT", "SPACE"})
    return sorted({*(i for i in content if i < anchor or i >= marks[0]), *words})


def within_noun(view: View, anchor: int, content: list[int]) -> list[int]:
    """The content of a noun without what is said of the noun: "fears that it could burst led officials to …"."""
    noun = view.tokens[anchor]
    if noun.pos_ != "NOUN" or noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head.lemma_ == "be":
        return content
    return [i for i in content if i < noun.head.i]


def within_quotation(view: View, anchor: int, content: list[int]) -> list[int]:
    """The content without the sentence after it, inside a quotation: that is the outer speaker's again."""
    if view.quote_of[anchor] < 0:
        return content
    return [i for i in content if view.sentence_of[i] == view.sentence_of[anchor]]


def of_quotation(view: View, anchor: int, content: list[int]) -> list[int]:
    """The content without the outlet's words behind a quotation: "“We won,” she said, and the lights went out"."""
    ruled = view.rule_contents.get(anchor, frozenset())
    words = [i for i in ruled if view.pos[i] not in {"PUNCT", "SPACE"}]
    if not words or min(words) > anchor or any(view.quote_of[i] < 0 for i in words):
        return content
    return [i for i in content if view.quote_of[i] >= 0]


def parted(view: View, found: list[Labelled]) -> list[Labelled]:
    """The same, a content cut where another cue says that it is no part of it.

    "Said X and denied Y", "warned the director, who said he would look into it".
    """
    return [replace(each, content=without_others(view, each, found)) for each in found]


def without_others(view: View, each: Labelled, found: list[Labelled]) -> list[int]:
    """A content without what is coordinated with its cue, and without what its hearer says."""
    content = each.content
    for other in found:
        token = view.tokens[other.anchor]
        if goes_on(each, other, token) and content and content[0] < other.anchor:
            first = min([first_of(view, other), *(t.left_edge.i for t in token.lefts if t.dep_ == "nsubj")])
            content = [i for i in content if i < first - (view.pos[first - 1] == "CCONJ")] or content
        elif is_hearers(view, each, token):
            content = [i for i in content if not token.left_edge.i <= i <= token.right_edge.i]
    return content


def goes_on(each: Labelled, other: Labelled, token: Token) -> bool:
    """Whether another cue goes on beside the one: coordinated with it, or with the same speaker."""
    if token.dep_ != "conj" or each.anchor >= other.anchor or any(child.lower_ == "that" for child in token.lefts):
        return False
    return token.head.i == each.anchor or (bool(each.source) and other.source == each.source)


def is_hearers(view: View, each: Labelled, token: Token) -> bool:
    """Whether a verb stands in a clause on a noun behind the cue that is no part of the content, or its object."""
    noun = token.head
    if token.dep_ != "relcl" or not each.anchor < noun.i < token.i or noun.i in each.source:
        return False
    if noun.i in each.content and not (noun.head.i == each.anchor and noun.dep_ in {"dobj", "dative"}):
        return False
    return view.tag[token.left_edge.i] in RELATIVE and view.lower[token.left_edge.i - 1] == ","
