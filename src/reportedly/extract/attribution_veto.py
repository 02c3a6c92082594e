"""Where rules have the last word over the trained reader: what nobody has said, and what is denied.

The mistake this prevents: "officials denied reports that the dam had collapsed" read as two acts, of which the inner
one asserts what the outer one denies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import cues, stances, withholder
from reportedly.extract.attribution_denial import WITHHELD, denies, governor
from reportedly.extract.attribution_draft import Draft, subjects
from reportedly.extract.attribution_speaker import is_bare_passive, is_reduced
from reportedly.extract.attribution_verbs import NOBODY, is_comment, quoted_as, unrealised
from reportedly.extract.attribution_view import View
from reportedly.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

# "The Bell reported, citing police": what the Bell reported is theirs.
CITING = frozenset({"citing", "quoting"})
# "He was charged with theft": something that was done to him, not somebody's words.
LEGAL = frozenset({"charge", "indict", "convict", "sentence", "acquit", "fine"})


def settled(view: View) -> list[Draft]:
    """The rules' drafts that stand as they are.

    Claims that are denied or withheld, with the verb over them; those who pass on others; where somebody puts a number.
    """
    found: dict[int, Draft] = {}
    for anchor, draft in view.drafts.items():
        verb = over(view.tokens[anchor])
        if verb is not None and draft.stance in WITHHELD:
            found[anchor] = draft
            if verb.i in view.drafts and view.pos[anchor] == "NOUN":
                found[verb.i] = view.drafts[verb.i]
        elif stands(view, draft):
            found[anchor] = draft
    return [found[anchor] for anchor in sorted(found)]


def stands(view: View, draft: Draft) -> bool:
    """Whether the trained reader has no say: silence, a chain in one cue, a number put somewhere, "by his account"."""
    token = view.tokens[draft.anchor]
    led_in = token.dep_ == "pobj" and f"{token.head.lower_} the {token.lower_} of" in cues("preposition")
    sure = token.lemma_.lower() in cues("placing") or token.lower_ in CITING
    return draft.stance == "silent" or bool(draft.deeper) or sure or led_in


def over(token: Token) -> Token | None:
    """The verb that decides what becomes of a claim or of an act of saying: "denied reports", "declined to confirm"."""
    if token.pos_ == "NOUN":
        return governor(token)
    # "Refused to confirm or deny": both hang on the refusal.
    return withholder(token.head if token.dep_ == "conj" else token)


def without_settled(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of the words that the rules have settled, and with what they settled."""
    sure = settled(view)
    taken = {draft.anchor for draft in sure}
    for draft in sure:
        token = view.tokens[draft.anchor]
        verb = over(token) or quoted_as(token)
        if verb is not None:
            taken |= {each.i for each in (verb, over(verb)) if each is not None}
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
    legal = view.lemma[draft.anchor] in LEGAL and draft.anchor not in view.drafts and not draft.speakers
    token = view.tokens[draft.anchor]
    if is_denied(token) or is_fronted(token) or (token.lemma_ in {"quote", "cite"} and token.dep_ == "acl"):
        return token.lower_ not in CITING
    if is_light(view, token) or is_own_act(view, draft):
        return True
    if is_reduced(token):
        return bool(draft.speakers) or draft.anchor not in view.drafts
    if attributive or legal or is_idiom(view, draft.anchor):
        return True
    # "Denied that anyone had been hurt and said …": the speaker goes on, whatever stands between.
    carried = token.dep_ == "conj" and draft.speakers and not set(draft.speakers) & set(subjects(token))
    if not carried and nobody_says(view, draft.anchor):
        return True
    return leaves_open(view, draft) or names_only(view, draft)


def is_light(view: View, verb: Token) -> bool:
    """Whether a verb leaves the telling to the noun that is its object: "repeated the claim that …"."""
    objects = [child.i for child in verb.rights if child.dep_ == "dobj"]
    return verb.lemma_ in cues("light") and any(i in view.drafts for i in objects)


def is_own_act(view: View, draft: Draft) -> bool:
    """Whether an infinitive tells what somebody did and not what was said: "forgot to lock the door"."""
    row = view.row(draft.anchor)
    first = view.tokens[draft.start]
    led = first.tag_ == "TO" and draft.start > draft.anchor and view.pos[draft.anchor] == "VERB"
    return led and row is not None and not row.frames & {"i", "o", "to"}


def is_denied(verb: Token) -> bool:
    """Whether a verb is what somebody denies to have done: "denied ordering the shooting"."""
    return verb.dep_ in {"xcomp", "pcomp"} and verb.tag_ == "VBG" and verb.head.pos_ == "VERB" and denies(verb.head)


def is_idiom(view: View, i: int) -> bool:
    """Whether it is the "said" of "That said, …"."""
    return view.lower[i] == "said" and view.lower[i - 1 : i] == ["that"] and view.lower[i + 1 : i + 2] == [","]


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
    if view.lemma[i] in cues("reasoning") or any(s.lower_ in NOBODY for s in subjects(verb)):
        return True
    return row is not None and (unrealised(verb, row, [(i + 1, i + 2)]) or is_comment(verb, row))


def is_fronted(verb: Token) -> bool:
    """Whether a helper stands before the subject: "had police told the family, …". Nobody told them."""
    helpers = [child.i for child in verb.lefts if child.dep_ == "aux" and child.lower_ in {"had", "should", "were"}]
    return bool(helpers) and any(helpers[0] < subject.i < verb.i for subject in subjects(verb))


def leaves_open(view: View, draft: Draft) -> bool:
    """Whether it is left open and nobody is named who leaves it so: the article's own "it is not known what …"."""
    act = stances()[draft.stance]
    # "Asked why it closed, the mayor …": somebody did ask.
    open_to_all = not draft.speakers and not is_bare_passive(view.tokens[draft.anchor])
    return open_to_all and act.modality is Modality.UNKNOWN and act.polarity is Polarity.UNKNOWN
