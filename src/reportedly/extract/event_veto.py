"""Words that look like triggers and tell of no event: parts of words, of tenses, of prepositions, of dates."""

from __future__ import annotations

from reportedly.extract.clauses import by_agent
from reportedly.extract.mention_draft import TIME_LABELS
from reportedly.extract.tree import Tree

EDGES = frozenset({"end", "start", "beginning", "close"})
SPANS = frozenset({"day", "week", "month", "year", "decade", "century", "season", "term", "quarter"})
# Nouns that are part of a preposition between "in" and one of these.
PREPOSITIONS = {
    "order": ("to", "for", "that"),
    "return": ("for",),
    "response": ("to",),
    "addition": ("to",),
    "support": ("of",),
    "exchange": ("for",),
    "connection": ("with", "to"),
    "relation": ("to",),
    "reaction": ("to",),
}
# Prefixes that are written apart from their verb ("re-open").
PREFIXES = frozenset({"re", "pre", "co", "de", "un", "mis", "over", "counter"})
ECHOES = frozenset({"as", "so", "too", "either"})
GIVING = frozenset(
    ("give", "grant", "pay", "send", "offer", "provide", "deliver", "donate", "award", "supply", "distribute",
     "suspend", "halt", "cut", "stop", "resume", "approve", "withhold", "pledge", "promise", "prohibit", "rush",
     "bring", "continue")
)  # fmt: skip
# Nouns for what is given, as for the giving.
GIFTS = frozenset({"aid", "bailout", "grant", "loan", "funding", "assistance", "help", "relief"})


def is_part_of_word(tree: Tree, i: int) -> bool:
    """Whether a token is a hyphen, or a part of a hyphened word that is no verb with its prefix ("loss-making")."""
    if not tree.text[i][0].isalpha():
        return True
    if is_hyphen(tree, i + 1) and (tree.lower[i] in PREFIXES or tree.dep[i] not in {"ROOT", "conj"}):
        return True
    return is_hyphen(tree, i - 1) and i > 1 and tree.lower[i - 2] not in PREFIXES


def is_hyphen(tree: Tree, i: int) -> bool:
    """Whether a token is a hyphen between two words without blanks."""
    if not 0 < i < len(tree) - 1 or tree.text[i] != "-":
        return False
    return tree.end[i - 1] == tree.start[i] and tree.end[i] == tree.start[i + 1]


def is_helping(tree: Tree, verb: int) -> bool:
    """Whether a verb only forms a tense or stands for another: "is going to leave", "as do others"."""
    if tree.lower[verb] == "going":
        return any(tree.tag[kid] == "VB" for kid in tree.children(verb, "xcomp"))
    how = [kid for kid in tree.children(verb, "advmod") if tree.lower[kid] not in ECHOES]
    return tree.lemma[verb] == "do" and not how and tree.child(verb, "dobj", "nsubjpass", "prep", "relcl") is None


def is_edge_of_time(tree: Tree, noun: int) -> bool:
    """Whether a noun is the edge of a span of time ("by the end of the month")."""
    if tree.lemma[noun] not in EDGES or tree.dep[noun] != "pobj":
        return False
    inner = [k for kid in tree.kids[noun] if tree.lower[kid] == "of" for k in tree.children(kid, "pobj")]
    timed = any(tree.entity[k] in TIME_LABELS or tree.lemma[k] in SPANS for k in [noun, *inner])
    return timed or tree.lower[tree.head[noun]] == "at"


def is_in_preposition(tree: Tree, noun: int) -> bool:
    """Whether a noun is part of a preposition ("in response to")."""
    after = PREPOSITIONS.get(tree.lower[noun], ())
    return 0 < noun < len(tree) - 1 and tree.lower[noun - 1] == "in" and tree.lower[noun + 1] in after


def is_gift(tree: Tree, noun: int) -> bool:
    """Whether a noun is what somebody gives or wants, not the giving ("sought federal aid")."""
    if tree.lemma[noun] not in GIFTS or by_agent(tree, noun):
        return False
    verb = tree.head[noun]
    given = tree.dep[noun] in {"dobj", "nsubjpass", "conj"} and tree.lemma[verb] in GIVING
    receivers = [kid for kid in tree.children(noun, "prep") if tree.lower[kid] in {"to", "for"}]
    return not given and not receivers and tree.child(noun, "poss") is None
