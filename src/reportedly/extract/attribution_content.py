"""What a word of attribution passes on: the content that hangs on it in the parse, by the shapes its row allows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.extract.attribution_cues import Cue, marked
from reportedly.extract.attribution_draft import Range, is_passive, subjects, subtree, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSES = frozenset({"ccomp", "parataxis"})
WH = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when", "which"})
OBJECTS = frozenset({"dobj", "obj"})
# "He welcomed it": a pronoun alone says nothing that could be kept.
EMPTY = frozenset({"it", "this", "that", "him", "her", "them", "me", "us", "you", "himself", "herself", "themselves"})


def content_of(doc: Doc, head: Token, frames: frozenset[str]) -> Range | None:
    """The content right of a verb, noun or adjective of attribution; None where it has none of the shapes allowed."""
    for shape in (clause, infinitive, complement, prepositional, nominal):
        found = shape(head, frames)
        if found is not None:
            return trimmed(doc, *found)
    return None


def in_sense(doc: Doc, head: Token, cue: Cue, pieces: list[Range]) -> Cue:
    """A cue in the sense that its content shows: "asked why" asks, "asked for water" requests."""
    for frames, stance in cue.others:
        if len(pieces) == 1 and content_of(doc, head, frames) == pieces[0]:
            return replace(cue, stance=stance)
    return cue


def finite(clause_head: Token) -> bool:
    """Whether a clause has a tensed verb of its own."""
    if clause_head.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBD", "VBZ", "VBP", "MD"} for child in clause_head.children
    )


def leads_with(clause_head: Token) -> str:
    """The word that leads a clause in: "that", "whether", "how"; its first word otherwise."""
    for child in clause_head.lefts:
        if child.dep_ == "mark":
            return str(child.lower_)
    return str(clause_head.left_edge.lower_)


def clause(head: Token, frames: frozenset[str]) -> Range | None:
    """A that-clause, a bare clause, a question."""
    if not frames & {"t", "w"}:
        return None
    for child in (*head.rights, *unproven(head)):
        kind = child.dep_
        if kind in {"acl", "advcl", "relcl"}:
            if leads_with(child) not in {"that", "whether", "if", "how", "why", "what", "who", "where"}:
                continue
            asking = "w" in frames and leads_with(child) in WH
            if kind == "relcl" and (head.pos_ != "NOUN" or not (asking or is_content_clause(child))):
                continue
            if kind == "advcl" and leads_with(child) in {"if", "where"} and head.pos_ == "VERB" and "w" not in frames:
                continue
        elif told_aside(child) or (
            kind not in CLAUSES and not (kind in OBJECTS and child.pos_ in {"VERB", "AUX"} and finite(child))
        ):
            continue
        asked = leads_with(child) in WH and any(t.lower_ == "to" for t in child.lefts)
        if finite(child) or asked or (kind == "ccomp" and leads_with(child) == "that"):
            return subtree(child)[0], goes_on(head, child)
    return None


def told_aside(clause_head: Token) -> bool:
    """Whether a clause tells who said the words before it, and to whom: "it expects a loss, Stamm told analysts"."""
    if clause_head.lemma_ not in marked("hearer") or any(child.dep_ == "mark" for child in clause_head.lefts):
        return False
    if any(child.dep_ in {"ccomp", "xcomp", "advcl"} for child in clause_head.rights):
        return False
    speakers = [child for child in clause_head.lefts if child.dep_ == "nsubj"]
    heard = any(child.dep_ in {*OBJECTS, "dative"} for child in clause_head.rights)
    return heard and bool(speakers) and opening(speakers[0].left_edge) is not None


def opening(first: Token) -> int | None:
    """The first word of a speaker with the title before the name, where a comma stands before it; None elsewhere."""
    doc, start = first.doc, first.i
    if start > 1 and doc[start - 1].dep_ == "appos" and doc[start - 1].pos_ == "NOUN":
        start = doc[start - 1].left_edge.i
    return start if start > 0 and doc[start - 1].text == "," else None


def goes_on(head: Token, content: Token) -> int:
    """One past the content's end, with a clause that goes on with it but hangs on the verb of saying in the parse.

    "Police said the man had fled, and had been caught": both have "had", and "said" has none; or both have "that".
    """
    end = subtree(content)[1]
    own = helpers(content)
    for other in head.rights:
        if other.dep_ != "conj" or other.i < end or any(child.dep_ == "aux" for child in head.children):
            continue
        free = not any(child.dep_ in {"nsubj", "nsubjpass"} for child in other.children)
        again = leads_with(other) == "that" and other.left_edge.dep_ == "mark"
        if (free and own & helpers(other)) or again:
            end = subtree(other)[1]
    return end


def helpers(verb: Token) -> set[str]:
    """The tensed auxiliaries of a verb, by lemma; "will" and "would" are two."""
    return {
        child.lemma_ if child.tag_ != "MD" else child.lower_
        for child in verb.children
        if child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    }


def unproven(head: Token) -> list[Token]:
    """The clause of "claimed without evidence that …", which parses hang on the evidence."""
    without = [child for child in head.rights if child.dep_ == "prep" and child.lower_ == "without"]
    return [clause for child in without for noun in child.rights for clause in noun.rights if clause.dep_ == "acl"]


def is_content_clause(child: Token) -> bool:
    """Whether "the claim that …" tells the claim: "that" is no subject or object of the clause."""
    return any(each.lower_ == "that" and each.dep_ == "mark" for each in child.lefts)


def infinitive(head: Token, frames: frozenset[str]) -> Range | None:
    """What somebody promises to do, or orders somebody to do, or admits doing."""
    if not frames & {"i", "o", "g"}:
        return None
    for child in head.rights:
        if child.dep_ not in {"xcomp", "ccomp", "acl", "advcl"} or child.pos_ not in {"VERB", "AUX"}:
            continue
        to = any(each.lower_ == "to" and each.dep_ == "aux" for each in child.lefts)
        objects = [each for each in head.rights if each.dep_ in {*OBJECTS, "dative"} and each.i < child.i]
        inner = [each for each in child.lefts if each.dep_ in {"nsubj", "nsubjpass"}]
        if to and child.dep_ != "advcl" and (inner or objects) and "o" in frames:
            return min(child.left_edge.i, *(each.left_edge.i for each in objects), head.right_edge.i), subtree(child)[1]
        if to and child.dep_ != "advcl" and not objects and "i" in frames:
            return subtree(child)
        if to and is_passive(head) and "o" in frames and child.dep_ == "xcomp":
            return subtree(child)
        if child.tag_ == "VBG" and "g" in frames and child.dep_ in {"xcomp", "ccomp"}:
            return subtree(child)
    return None


def complement(head: Token, frames: frozenset[str]) -> Range | None:
    """Somebody or something, and what it is called: "described the raid as a success"."""
    if "c" not in frames:
        return None
    ends = [
        child
        for child in head.rights
        if child.dep_ in {"oprd", "ccomp", "xcomp"} or (child.dep_ == "prep" and child.lower_ == "as")
    ]
    if not ends:
        return None
    first = [child.left_edge.i for child in head.rights if child.dep_ in OBJECTS and child.i < ends[0].i]
    return min([ends[0].left_edge.i, *first]), subtree(ends[0])[1]


def prepositional(head: Token, frames: frozenset[str]) -> Range | None:
    """What stands behind a preposition that the cue asks for, with the object before it ("accused him of lying")."""
    for child in head.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in frames:
            if not any(each.dep_ in {"pobj", "pcomp"} for each in child.children):
                continue
            objects = [each.left_edge.i for each in head.rights if each.dep_ in OBJECTS and each.i < child.i]
            return (min(objects), subtree(child)[1]) if objects else (child.i + 1, subtree(child)[1])
    return None


def nominal(head: Token, frames: frozenset[str]) -> Range | None:
    """A noun phrase: what is denied, announced, condemned."""
    if "n" not in frames or head.pos_ == "NOUN":
        return None
    if is_passive(head):
        thing = [each for each in subjects(head) if each.lower_ not in EMPTY and each.tag_ not in {"WDT", "WP"}]
        return subtree(thing[0]) if thing and thing[0].i < head.i else None
    for child in head.rights:
        if child.dep_ in OBJECTS and child.lower_ not in EMPTY:
            return subtree(child)
    return None
