"""Speakers -> sources with the best name the article gives: by its mentions, or by who spoke before."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.extract.attribution_furniture import dateline_tokens
from reportedly.extract.attribution_kind import is_the, noun_kind
from reportedly.extract.attribution_source import Speaker, antecedent, described
from reportedly.extract.parse import text_of
from reportedly.model import Mention, MentionKind, Source, SourceKind, TimexType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from reportedly.extract.base import Found

SINGULAR = frozenset({"he", "she", "him", "her", "his", "who", "hers"})
PLURAL = frozenset({"they", "them", "their", "we", "us", "our"})
NEUTER = frozenset({"it", "its", "which", "that"})
PRONOUNS = SINGULAR | PLURAL | NEUTER | {"i", "me", "my", "you"}
BY_MENTION = {
    MentionKind.PERSON: SourceKind.NAMED,
    MentionKind.ORGANIZATION: SourceKind.NAMED,
    MentionKind.PLACE: SourceKind.NAMED,
    MentionKind.OUTLET: SourceKind.OUTLET,
}


def antecedent_noun(head: Token) -> Token | None:
    """The noun that a relative pronoun stands for: "the driver, who said …"; None for any other word."""
    if head.tag_ not in {"WP", "WDT"}:
        return None
    verb = head.head
    for _ in range(4):
        if verb.dep_ == "relcl":
            return antecedent(verb)
        verb = verb.head
    return None


def plainly(speaker: Speaker, words: str) -> str:
    """The words of a source without a name; "Mayor" at the head of a line is a mayor, and no Mr Mayor."""
    bare = " " not in words and noun_kind(speaker.head) in {"office", "body"}
    return words[0].lower() + words[1:] if bare else words


class Resolver:
    """Gives speakers of one part their names; asked in the order of the text, for it remembers who spoke."""

    def __init__(self, doc: Doc, found: Found) -> None:
        self.doc = doc
        self.found = found
        self.by_head: dict[int, Mention] = {}
        self.kinds: dict[str, SourceKind] = {}
        self.spoken: list[tuple[Source, bool]] = []
        self.stop = dateline_tokens(doc, found.part)
        # A Doc puts its text together anew each time it is asked.
        self.text = text_of(doc)
        for mention in found.mentions:
            self.by_head.setdefault(mention.span.start if mention.head is None else mention.head, mention)
            if mention.head is None and mention.span.exact.count(" "):
                tail = mention.span.start + mention.span.exact.rindex(" ") + 1
                self.by_head.setdefault(tail, mention)

    def source(self, speaker: Speaker, depth: int, stance: str | None) -> Source:
        """The source that a speaker is."""
        start, end = self.undated(speaker)
        last = self.doc[end - 1]
        where = self.found.span(self.doc[start].idx, last.idx + len(last))
        kind, name, refers_to = speaker.kind, speaker.name, None
        noun = antecedent_noun(speaker.head)
        if noun is not None:
            said_of = described(self.doc, noun, (noun.left_edge.i, noun.i + 1))
            kind, name = said_of.kind, said_of.name or said_of.text
        mention = self.by_head.get(speaker.head.idx if noun is None else noun.idx) or self.of_name(speaker)
        if name is None and (mention is None or mention.name is None):
            mention = self.holder(speaker.head if noun is None else noun) or mention
        pronoun = speaker.head.lower_ in PRONOUNS
        if mention is not None:
            refers_to = mention.refers_to
            known = mention.name
            # "Le Soir du Nord", where only "Nord" was found as a name.
            longer = kind is SourceKind.OUTLET and known is not None and name is not None and name.endswith(known)
            name = name if longer else known or name
            person = mention.kind is MentionKind.PERSON
            if mention.name is not None and (person or kind in {SourceKind.UNNAMED, SourceKind.NAMED}):
                kind = BY_MENTION.get(mention.kind, kind)
            elif pronoun and refers_to is not None:
                kind = self.kinds.get(refers_to, kind)
        if pronoun and noun is None and (mention is None or (mention.refers_to is None and mention.name is None)):
            before = self.antecedent(speaker.head.lower_)
            if before is not None:
                kind, name, refers_to = before.kind, before.name, before.refers_to
        made = Source(
            depth=depth,
            name=name or plainly(speaker, where.exact),
            kind=kind,
            span=where,
            role=speaker.role,
            refers_to=refers_to,
            stance=stance,
        )
        if refers_to is not None and not pronoun:
            self.kinds.setdefault(refers_to, kind)
        self.spoken.append((made, self.is_person(speaker, noun, mention)))
        return made

    def is_person(self, speaker: Speaker, noun: Token | None, mention: Mention | None) -> bool:
        """Whether a speaker is one person, as far as its words or its mention tell."""
        head = speaker.head if noun is None else noun
        if mention is not None and mention.name is not None:
            return mention.kind is MentionKind.PERSON
        if head.lower_ in SINGULAR:
            return True
        return head.ent_type_ == "PERSON" or noun_kind(head) in {"kin", "unnamed", "office"}

    @cached_property
    def holders(self) -> dict[str, dict[str, Mention]]:
        """Noun for what somebody is -> who are named with it, by name: "Mayor Ana Gul", "Ana Gul, the mayor"."""
        found: dict[str, dict[str, Mention]] = {}
        for token in self.doc:
            if noun_kind(token) == "office":
                beside = [child for child in (*token.children, token.head) if "appos" in {child.dep_, token.dep_}]
                beside += [token.head] if token.dep_ == "compound" else []
                named = (self.by_head.get(each.idx) for each in beside if each.pos_ == "PROPN")
                people = found.setdefault(token.lemma_.lower(), {})
                for each in named:
                    if each is not None and each.kind is MentionKind.PERSON and each.name is not None:
                        people.setdefault(each.name, each)
        return found

    def holder(self, noun: Token) -> Mention | None:
        """The one person who is named as what a noun says ("the mayor"); None where there is none, or several."""
        people = self.holders.get(noun.lemma_.lower(), {}) if is_the(noun) else {}
        return next(iter(people.values())) if len(people) == 1 else None

    def of_name(self, speaker: Speaker) -> Mention | None:
        """The mention of the name that stands in a speaker's words."""
        if speaker.name is None:
            return None
        first, last = speaker.range
        start, end = self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])
        at = self.text.find(speaker.name, start, end)
        mention = self.by_head.get(at + speaker.name.rfind(" ") + 1) if at >= 0 else None
        return mention

    def undated(self, speaker: Speaker) -> tuple[int, int]:
        """The speaker's tokens without an expression of time before them, which parses take for part of a name."""
        start, end = speaker.range
        if start == speaker.head.i:
            return start, end
        at = self.doc[start].idx
        for timex in self.found.times:
            if timex.type is TimexType.SET:
                continue
            if timex.span.start <= at < timex.span.end <= speaker.head.idx:
                while self.doc[start].idx < timex.span.end or self.doc[start].is_punct or self.doc[start].is_space:
                    start += 1
                break
        return start, end

    def antecedent(self, pronoun: str) -> Source | None:
        """Who spoke last and may be meant by a pronoun; None where nobody fits."""
        for source, person in reversed(self.spoken):
            if source.name.casefold() in PRONOUNS or source.name == "somebody":
                continue
            if pronoun in SINGULAR and person and source.kind in {SourceKind.NAMED, SourceKind.UNNAMED}:
                return source
            if pronoun in PLURAL and source.kind in {SourceKind.COLLECTIVE, SourceKind.UNNAMED, SourceKind.NAMED}:
                return source
            if pronoun in NEUTER and not person and source.kind is not SourceKind.UNNAMED:
                return source
        return None
