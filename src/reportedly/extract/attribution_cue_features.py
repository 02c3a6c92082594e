"""What the trained reader sees of a token that may be a cue: strings, each present or not."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.attribution_cues import is_negated
from reportedly.extract.attribution_draft import is_passive, subjects
from reportedly.extract.attribution_view import View

FUNCTION_DEPS = frozenset({"prep", "prt", "agent", "aux", "neg", "auxpass", "det", "poss", "amod"})
CLAUSAL_DEPS = frozenset({"ccomp", "xcomp", "acl", "advcl", "relcl"})
OBJECT_DEPS = frozenset({"dobj", "attr", "oprd", "acomp"})
AROUND = (-2, -1, 1, 2)
QUOTE_REACH = 5


def cue_features(view: View, i: int) -> list[str]:
    """The features of one token."""
    return [*own(view, i), *by_rule(view, i), *below(view, i), *subject(view, i), *beside(view, i)]


def own(view: View, i: int) -> Iterator[str]:
    """The word itself, its class, and the word it hangs on."""
    lemma, pos, tag, dep = view.lemma[i], view.pos[i], view.tag[i], view.dep[i]
    yield from ("b", f"l={lemma}|{pos}", f"l={lemma}", f"t={tag}", f"d={dep}", f"p={pos}", f"pd={pos}{dep}")
    yield f"s={view.lower[i][-3:]}"
    row = view.row(i)
    other = view.any_row(i) if row is None else None
    if row is not None:
        yield from (f"st={row.stance}", f"stp={row.stance}{pos}{dep}")
        yield from (f"fr={frame}" for frame in sorted(row.frames))
    elif other is not None:
        yield f"st2={other.stance}{pos}"
    head = view.head[i]
    yield from (f"h={view.lemma[head]}", f"hp={view.pos[head]}{dep}")
    if head != i and view.any_row(head) is not None:
        yield f"hcue{dep}"


def by_rule(view: View, i: int) -> Iterator[str]:
    """What the rules make of it."""
    draft = view.drafts.get(i)
    if draft is not None:
        yield from ("rule", f"rule{view.pos[i]}", f"rulel={view.lemma[i]}", f"ruleform{draft.form}")
        yield "rulesrc" if draft.speakers else "rulenosrc"
    if i in view.any_cue:
        yield "inrulecue"
    if i in view.any_content:
        yield f"inruleq{view.pos[i]}"


def below(view: View, i: int) -> Iterator[str]:
    """What hangs on it: clauses and how they begin, objects, particles and prepositions."""
    pos, lemma, row = view.pos[i], view.lemma[i], view.row(i)
    children = list(view.tokens[i].children)
    if not children:
        yield "nochild"
    for child in children:
        dep, side = child.dep_, "L" if child.i < i else "R"
        yield from (f"c={dep}{side}", f"c={dep}{side}{pos}")
        if row is not None:
            yield f"cs={dep}{side}{row.stance}"
        if dep in CLAUSAL_DEPS:
            leads = [each.lower_ for each in child.children if each.dep_ in {"mark", "aux"} and each.i < child.i]
            yield f"cc={dep}{child.tag_}|{leads[0] if leads else '-'}"
        if dep in FUNCTION_DEPS:
            yield f"cl={dep}={child.lower_}"
        if dep == "prep":
            yield f"lpr={lemma}+{child.lower_}"
        if dep in OBJECT_DEPS:
            yield from (f"o={view.kind(child.i)}", f"ol={view.lemma[child.i]}|{lemma}")
            if view.any_row(child.i) is not None:
                yield "ocue"


def subject(view: View, i: int) -> Iterator[str]:
    """Who does it, and whether it is a passive or negated."""
    if view.pos[i] not in {"VERB", "AUX"}:
        return
    token, row = view.tokens[i], view.row(i)
    who = subjects(token)
    kind = view.kind(who[0].i) if who else "none"
    yield f"sub={kind}"
    if row is not None:
        yield f"subst={kind}{row.stance}"
    if is_passive(token):
        yield from ("passive", f"passive{row.stance if row is not None else 0}")
    if is_negated(token):
        yield "neg"


def beside(view: View, i: int) -> Iterator[str]:
    """The words to both sides, and quotations near by."""
    lemma, last = view.lemma[i], len(view.tokens)
    for step in AROUND:
        j = i + step
        if 0 <= j < last:
            yield from (f"w{step}={view.lower[j]}", f"p{step}={view.tag[j]}")
            if abs(step) == 1:
                yield f"lw{step}={lemma}|{view.lower[j]}"
    if view.quote_of[i] >= 0:
        row = view.row(i)
        yield from ("inquote", f"inquote{view.pos[i]}{row.stance if row is not None else ''}")
        return
    sentence = view.sentences[view.sentence_of[i]]
    if any(number >= 0 for number in view.quote_of[max(sentence.start, i - QUOTE_REACH) : i]):
        yield "qL"
    if any(number >= 0 for number in view.quote_of[i : min(sentence.end, i + QUOTE_REACH + 1)]):
        yield "qR"
