"""Verbs of saying and thinking -> drafts of attributions, without the quotations (see `attribution_direct`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.extract.attribution_around import (
    VERBAL,
    around,
    as_clause,
    host_pieces,
    inverted,
    rightful,
    swallowed,
    tacked_on,
)
from reportedly.extract.attribution_channels import channels
from reportedly.extract.attribution_content import clause, content_of, in_sense
from reportedly.extract.attribution_cues import (
    Cue,
    cues,
    is_negated,
    marked,
    negations,
    phrases,
    stance_of,
    stances,
    withholder,
)
from reportedly.extract.attribution_draft import Draft, Range, agents, is_passive, subjects, trimmed
from reportedly.extract.attribution_kind import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Where a number is put: "put the toll at 40".
PUT_AT = frozenset({"at", "above", "below", "between", "over", "under", "around", "near"})
# "Nobody has said why", "you say": nobody is reported to have said it.
NOBODY = frozenset({"you", "nobody", "none", "anybody", "anyone", "no-one"})
# Stances of which a clause may be the subject.
SAID = frozenset({"speech", "topic"})
COMMENTS = frozenset({"stresses", "shows", "indicates", "suggests", "implies", "announces"})


def verb_drafts(doc: Doc, taken: frozenset[int]) -> Iterator[Draft]:
    """Drafts headed by a verb, but for the verbs in `taken`, in the order of the text."""
    table, multiword = cues("verb"), phrases()
    for token in doc:
        if token.pos_ not in VERBAL:
            continue
        lemma = token.lemma_
        draft = None
        if lemma in multiword:
            draft = phrase_draft(doc, token, multiword[lemma])
        if draft is None and lemma in cues("placing"):
            draft = put_draft(doc, token)
        if draft is None and lemma in table and token.i not in taken:
            draft = verb_draft(doc, token, table[lemma])
        if draft is not None:
            yield draft


def verb_draft(doc: Doc, verb: Token, cue: Cue) -> Draft | None:
    """The draft of one verb of the table; None where it passes nothing on."""
    if is_passive(verb):
        return passive_draft(doc, verb, cue)
    content = content_of(doc, verb, cue.frames)
    pieces = [content] if content else []
    if "t" in cue.frames:
        right = content is not None and clause(verb, cue.frames) is not None
        if not right:
            pieces = around(doc, verb) or pieces
    pieces = pieces if pieces and "c" not in cue.frames else [*of_claim(verb, cue), *pieces]
    speakers = subjects(verb) or inverted(verb, pieces)
    if not pieces and "t" in cue.frames and tacked_on(verb):
        before = trimmed(doc, verb.sent.start, verb.i)
        speakers, pieces = swallowed(doc, verb, [before] if before else [])
    if not speakers and pieces:
        speakers, pieces = swallowed(doc, verb, pieces)
    speakers, pieces = rightful(doc, verb, speakers, pieces)
    if pieces and quoted_as(verb) is not None:
        return quoted_draft(doc, verb, cue, pieces)
    if not pieces or not speakers or is_comment(verb, cue) or unrealised(verb, cue, pieces):
        return None
    if withheld(verb):
        return None
    if clause(verb, cue.frames) is None and any(is_thing(speaker, verb) for speaker in speakers):
        return None
    return draft_of(doc, verb, cue, speakers, pieces)


def withheld(verb: Token) -> bool:
    """Whether a verb withholds the saying under it ("declined to comment"): what is withheld is told there."""
    under = (child for child in verb.rights if child.dep_ == "xcomp" and child.lemma_ in cues("verb"))
    return any(
        withholder(child) == verb and SAID & {stances()[cues("verb")[child.lemma_].stance].act} for child in under
    )


def of_claim(verb: Token, cue: Cue) -> list[Range]:
    """The claim that a relative clause denies: "the allegations, which he denies", "a claim residents denied"."""
    noun = verb.head
    if verb.dep_ != "relcl" or not cue.frames & {"n", "c"} or noun.lemma_ not in cues("noun"):
        return []
    relative = any(child.dep_ == "dobj" and child.lower_ in {"which", "that"} for child in verb.lefts)
    reduced = not any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in verb.children)
    spoken = any(child.dep_ == "nsubj" and child.lower_ not in {"which", "that"} for child in verb.lefts)
    return [(noun.left_edge.i, noun.i + 1)] if spoken and (relative or reduced) else []


def is_thing(speaker: Token, verb: Token) -> bool:
    """Whether a noun that a verb narrows is no speaker: "a road that needs", "rules requiring"; people take "who"."""
    noun = verb.head if verb.dep_ in {"relcl", "acl"} and speaker.lower_ in {"that", "which"} else speaker
    if noun != verb.head or noun.pos_ != "NOUN":
        return False
    return not noun.ent_type_ and noun_kind(noun) is None and all(child.lower_ != "who" for child in verb.lefts)


def quoted_as(verb: Token) -> Token | None:
    """The verb above in "quoted her as saying"; None for any other."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    return above if above is not None and above.lemma_ in marked("quotes") else None


def quoted_draft(doc: Doc, verb: Token, cue: Cue, pieces: list[Range]) -> Draft | None:
    """The draft of "the file quotes a guard as saying": the guard stands below the file."""
    above = quoted_as(verb)
    if above is None:
        return None
    passive = is_passive(above)
    quoted = [child for child in above.rights if child.dep_ == "dobj" and child.i < verb.i]
    draft = draft_of(doc, verb, cue, agents(above) if passive else subjects(above), pieces)
    draft.deeper = subjects(above) if passive else quoted
    return draft


def unrealised(verb: Token, cue: Cue, pieces: list[Range]) -> bool:
    """Whether nobody has said or thought it: "to consider a ban", "until somebody says why", "no one has said why"."""
    if any(speaker.lower_ in NOBODY for speaker in subjects(verb)):
        return True
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "until"} for child in verb.lefts):
        return True
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.tag_ != "VB" or helpers & {"do", "does", "did"}:
        return False
    if "to" in helpers and (verb.dep_ == "advcl" or verb.head.pos_ == "ADJ" or too_early(verb)):
        return True
    said = stances()[cue.stance].act in {"speech", "appeal"}
    return not said or clause(verb, cue.frames) is None or pieces[0][0] < verb.i


def too_early(verb: Token) -> bool:
    """Whether nothing is said yet: "it is too early to say", "it was hard to tell"."""
    return any(child.dep_ == "acomp" for child in verb.head.children if child.i < verb.i)


def is_comment(verb: Token, cue: Cue) -> bool:
    """Whether a participle tells what a whole clause shows ("…, highlighting the need for"), not who says it."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or subjects(verb) == [] or verb.i < verb.head.i:
        return False
    if any(child.dep_ in {"nsubj", "aux", "mark"} for child in verb.children) or verb.head.lemma_ in cues("verb"):
        return False
    return cue.stance in COMMENTS


def draft_of(doc: Doc, verb: Token, cue: Cue, speakers: list[Token], pieces: list[Range]) -> Draft:
    """A draft with the cue's words, its stance and the channels that hang on the verb."""
    return Draft(
        cue=cue_range(verb),
        anchor=verb.i,
        speakers=speakers,
        content=pieces,
        stance=stance_of(in_sense(doc, verb, cue, pieces), negated=is_negated(verb)),
        channels=channels(verb),
        confidence=0.85 if cue.frames & {"t", "q"} else 0.65,
    )


def cue_range(verb: Token) -> Range:
    """The verb with its particle and what negates it, as far as these stand together."""
    first, last = verb.i, verb.i
    for child in verb.children:
        if child.dep_ == "prt" and child.i == last + 1:
            last = child.i
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in marked("quotes"):
        return min(verb.head.head.i, first), last + 1
    marks = negations(verb)
    if marks and marks[0].i < verb.i and verb.i - marks[0].i <= 4:
        first = marks[0].i
        if first > 0 and verb.doc[first - 1].dep_ == "aux" and verb.doc[first - 1].head in {verb, verb.head}:
            first -= 1
    return first, last + 1


def passive_draft(doc: Doc, verb: Token, cue: Cue) -> Draft | None:
    """A verb in the passive: "it was reported that", "he was accused of", "she was quoted as saying"."""
    if verb.dep_ in {"amod", "nsubj"}:
        return None
    about = [each for each in subjects(verb) if each.lower_ not in {"it", "there"}]
    speakers = agents(verb)
    content = None
    if verb.lemma_ in marked("raised"):
        content = raised(verb, about)
    if content is None and verb.lemma_ == "quote":
        return None
    if not speakers and is_negated(verb) and not about:
        # "It is not known what …": nobody says so but the article.
        return None
    content = content or content_of(doc, verb, cue.frames - ({"i"} if speakers else {"i", "n"}))
    pieces = [content] if content else []
    if not pieces and "t" in cue.frames and not speakers:
        return None
    whom = about and content is not None and cue.frames & {"of", "for", "c", "o"} and content[0] > verb.i
    if whom and verb.lemma_ not in marked("hearer"):
        pieces = [(about[0].left_edge.i, content[1])] if content and about[0].i < verb.i else pieces
    if not pieces:
        return None
    draft = draft_of(doc, verb, cue, speakers, pieces)
    draft.confidence = 0.7
    return draft


def raised(verb: Token, about: list[Token]) -> Range | None:
    """From the subject to the end of what is said of it: "the men are believed to have fled"."""
    for child in verb.rights:
        if child.dep_ == "xcomp" and any(each.lower_ == "to" for each in child.lefts):
            start = about[0].left_edge.i if about and about[0].i < verb.i else child.left_edge.i
            return start, child.right_edge.i + 1
    return None


def phrase_draft(doc: Doc, verb: Token, rows: dict[str, Cue]) -> Draft | None:
    """A verb with its particle, object or complement: "ruled out", "took issue with", "made clear that"."""
    for child in verb.rights:
        if child.dep_ not in {"prt", "dobj", "acomp", "ccomp", "prep", "advmod", "oprd"} or child.i - verb.i > 6:
            continue
        further = next((f"{child.lower_} {each.lemma_}" for each in child.children if each.dep_ == "pobj"), "")
        cue = rows.get(child.lemma_.lower()) or rows.get(child.lower_) or rows.get(further)
        if cue is None:
            continue
        content = content_of(doc, child, cue.frames) or content_of(doc, verb, cue.frames)
        speakers = subjects(verb)
        if content is None or not speakers or content[0] <= child.i < content[1]:
            continue
        negated = is_negated(verb) != is_negated(child)
        first = cue_range(verb)[0]
        return Draft(
            cue=(first, child.i + 1),
            anchor=verb.i,
            speakers=agents(verb) if is_passive(verb) else speakers,
            content=[content],
            stance=stance_of(cue, negated=negated),
            channels=channels(verb),
            confidence=0.75,
        )
    return None


def put_draft(doc: Doc, verb: Token) -> Draft | None:
    """Who puts a number where: the number and its bound are what is said."""
    thing = [child for child in verb.rights if child.dep_ in {"dobj", "nsubj"}]
    led = [child for child in verb.lefts if child.lower_ == "as"]
    if thing and thing[0].lower_ == "it" and led:
        before = trimmed(doc, verb.sent.start, led[0].i)
        pieces = host_pieces(doc, verb) if as_clause(verb) else [before] if before else []
        return draft_of(doc, verb, Cue(frozenset("t"), "says"), subjects(verb), pieces) if pieces else None
    bound = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ in PUT_AT]
    if not thing:
        return None
    bound = bound or [child for child in thing[0].rights if child.dep_ == "prep" and child.lower_ in PUT_AT]
    if not bound or not any(token.like_num for token in doc[bound[0].i : bound[0].right_edge.i + 1]):
        return None
    content = trimmed(doc, thing[0].left_edge.i, bound[0].right_edge.i + 1)
    speakers = agents(verb) if is_passive(verb) else subjects(verb)
    if content is None or not speakers:
        return None
    return draft_of(doc, verb, Cue(frozenset("t"), "estimates"), speakers, [content])
