"""Where rules have the last word over the trained reader: what nobody has said, and what is denied.

The mistake this prevents: "officials denied reports that the dam had collapsed" read as two acts, of which the inner
one asserts what the outer one denies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import cues, stances, withholder
from reportedly.extract.attribution_denial import WITHHELD, governor
from reportedly.extract.attribution_draft import Draft, subjects
from reportedly.extract.attribution_verbs import NOBODY, is_comment, quoted_as, unrealised
from reportedly.extract.attribution_view import View
from reportedly.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token


def settled(view: View) -> list[Draft]:
    """The rules' drafts that stand as they are.

    Claims that are denied or withheld, with the verb over them; those who pass on others; where somebody puts a number.
    """
    found: dict[int, Draft] = {}
    for anchor, draft in view.drafts.items():
        verb = over(view.tokens[anchor])
        if verb is not None and draft.stance in WITHHELD:
            found[anchor] = draft
            if verb.i in view.drafts:
                found[verb.i] = view.drafts[verb.i]
        elif draft.deeper or view.lemma[anchor] in cues("placing"):
            found[anchor] = draft
    return [found[anchor] for anchor in sorted(found)]


def over(token: Token) -> Token | None:
    """The verb that decides what becomes of a claim or of an act of saying: "denied reports", "declined to confirm"."""
    if token.pos_ == "NOUN":
        return governor(token)
    return withholder(token)


def without_settled(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of the words that the rules have settled, and with what they settled."""
    sure = settled(view)
    taken = {draft.anchor for draft in sure}
    for draft in sure:
        token = view.tokens[draft.anchor]
        verb = over(token) or quoted_as(token)
        if verb is not None:
            taken.add(verb.i)
    return [draft for draft in drafts if draft.anchor not in taken] + sure


def names_only(view: View, draft: Draft) -> bool:
    """Whether its content is a thing, for a verb of which only what is told counts: "found the boat near Vis"."""
    row = view.row(draft.anchor)
    if view.pos[draft.anchor] != "VERB" or row is None or "n" in row.frames or draft.anchor in view.drafts:
        return False
    tokens = [i for start, end in draft.content for i in range(start, end)]
    first = view.lower[tokens[0]]
    if first in row.frames or any(view.quote_of[i] >= 0 for i in tokens):
        return False
    return not any(view.pos[i] in {"VERB", "AUX"} for i in tokens)


def refused(view: View, draft: Draft) -> bool:
    """Whether the rules do not let a draft of the trained reader stand."""
    # "The alleged arsonist": the adjective is a hedge of the clause it stands in, and stays with its noun.
    attributive = view.dep[draft.anchor] == "amod" and draft.anchor not in view.drafts
    if view.pos[draft.anchor] == "NOUN" and draft.anchor not in view.cue_of and tells_of(view, draft):
        return True
    return attributive or nobody_says(view, draft.anchor) or leaves_open(view, draft) or names_only(view, draft)


def tells_of(view: View, draft: Draft) -> bool:
    """Whether a content tells of the noun that is its cue: "an allegation they reject", "rumours proved false"."""
    tokens = {i for start, end in draft.content for i in range(start, end) if view.pos[i] not in {"PUNCT", "SPACE"}}
    tops = {i for i in tokens if view.head[i] not in tokens}
    if draft.start == draft.anchor + 2 and view.lower[draft.anchor + 1] == "," and view.pos[draft.start] == "DET":
        return True
    own = any(view.dep[i] in {"relcl", "appos"} and view.head[i] == draft.anchor for i in tops)
    return own or view.head[draft.anchor] in tokens - {draft.anchor}


def nobody_says(view: View, i: int) -> bool:
    """Whether nobody has said or thought it, by the rules: "nobody has said why", "to demand that", "it appears"."""
    if i in view.drafts or view.pos[i] not in {"VERB", "AUX"}:
        return False
    verb, row = view.tokens[i], view.row(i)
    if view.lemma[i] in cues("reasoning") or any(each.lower_ in NOBODY for each in subjects(verb)):
        return True
    return row is not None and (unrealised(verb, row, [(i + 1, i + 2)]) or is_comment(verb, row))


def leaves_open(view: View, draft: Draft) -> bool:
    """Whether it is left open and nobody is named who leaves it so: the article's own "it is not known what …"."""
    act = stances()[draft.stance]
    return not draft.speakers and act.modality is Modality.UNKNOWN and act.polarity is Polarity.UNKNOWN
