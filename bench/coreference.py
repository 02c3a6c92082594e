"""Who is who inside an article, against GUM: CoNLL F1 of our mentions' clusters, the same-string baseline beside it.

GOLD is a folder with GUM's `conll` (a token a line, entities in brackets) and `xml` (paragraphs, speakers, words that
are written together); texts are put together from both. Scores are summed over all texts, then

  MUC      links (Vilain 1995): of a cluster of n mentions, n minus the pieces the other side cuts it into, over n - 1
  B3       mentions (Bagga & Baldwin 1998): the share of a mention's cluster that is also in the other side's, averaged
  CEAF-e   clusters (Luo 2005): the best one-to-one assignment of clusters, each pair worth 2 |K & R| / (|K| + |R|)
  CoNLL    the mean of the three F1

A mention is met *exactly* where both have the same characters (an article in front and a closing mark aside), or *by
head* where both have the same head word in spaCy's parse: of several with one head the exact one, then the one that
shares most characters. GUM's spans hold relative clauses and appositions that ours leave out, so "by head" is what the
clusters can be judged by. Singletons of both sides are left out, as CoNLL-2012 does (`--singletons` keeps them).
*everything* is GUM whole, abstract things, times and events among it, which we do not cluster; *people, bodies, places*
is what a mention of ours can be: GUM's person, organization and place, without what meets a mention of another type.
The baseline: spaCy's names, noun chunks and possessive pronouns, one cluster for each folded string without article.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from reportedly.extract import mentions, places
from reportedly.extract.base import Found
from reportedly.extract.parse import parse
from reportedly.lexicon.folding import fold
from reportedly.model import make_article

Bounds = tuple[int, int]
Clusters = list[set[Any]]
BLOCKS = ("<p>", "<head", "<item", "<sp", "<caption", "</p>", "</head", "</item", "</sp", "</caption", "<figure", "<l>")
TIGHT_BEFORE = frozenset(".,;:!?)]%'") | {"'s", "n't", "’s", "''", "…"}
TIGHT_AFTER = frozenset("([$£€")
NO_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
JUDGED = frozenset({"person", "organization", "place"})


@dataclass(frozen=True)
class Text:
    """One text of GUM: its words put together, and the type and the mentions of each cluster."""

    name: str
    text: str
    types: Mapping[str, str]
    clusters: Mapping[str, list[Bounds]]

    def of_kinds(self, kinds: Container[str], singletons: bool) -> tuple[Clusters, set[Bounds]]:
        """Clusters of these types, and the mentions of all others."""
        some = [set(cluster) for number, cluster in self.clusters.items() if self.types[number] in kinds]
        rest = {one for number, cluster in self.clusters.items() if self.types[number] not in kinds for one in cluster}
        return [cluster for cluster in some if singletons or len(cluster) > 1], rest


def read_text(folder: Path, name: str) -> Text:
    """The text and the clusters of one document."""
    pieces, spans, glued, first, length = [], [], False, False, 0
    for line in (folder / "xml" / f"{name}.xml").read_text(encoding="utf-8").splitlines():
        if line.startswith(BLOCKS) and pieces and pieces[-1] != "\n\n":
            pieces.append("\n\n")
            length += 2
        glued, first = (line != "</w>", True) if line in {"<w>", "</w>"} else (glued, first)
        if "\t" not in line:
            continue
        word = line.split("\t")[0].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
        tight = word in TIGHT_BEFORE or (pieces and pieces[-1] in TIGHT_AFTER) or (glued and not first)
        if pieces and pieces[-1] != "\n\n" and not tight:
            pieces.append(" ")
            length += 1
        first = False
        spans.append((length, length + len(word)))
        pieces.append(word)
        length += len(word)
    conll = (folder / "conll" / f"{name}.conll").read_text(encoding="utf-8")
    marks = [line.split("\t")[2] for line in conll.splitlines() if "\t" in line]
    if len(marks) != len(spans):
        raise SystemExit(f"{name}: {len(marks)} tokens in conll, {len(spans)} in xml")
    types, clusters = _clusters(marks, spans)
    return Text(name, "".join(pieces), types, clusters)


def _clusters(marks: Iterable[str], spans: Sequence[Bounds]) -> tuple[dict[str, str], dict[str, list[Bounds]]]:
    open_at: dict[str, list[int]] = defaultdict(list)
    types, clusters = dict[str, str](), defaultdict[str, list[Bounds]](list)
    for i, mark in enumerate(marks):
        for begins, kind, number, ends in re.findall(r"(\()?([a-z]+)-(\d+)[^()]*(\))?", mark):
            if begins:
                open_at[number].append(i)
                types.setdefault(number, kind)
            if ends:
                start = open_at[number].pop()
                clusters[number].append((spans[start][0], spans[i][1]))
    return types, clusters


def ours(text: str, doc: Any) -> dict[Bounds, Hashable]:
    """Our mentions of a text, with the id of whom each refers to."""
    found = Found(article=make_article(text, digest="-", language="en"))
    for layer in (places, mentions):
        getattr(found, layer.NAME).extend(layer.find(doc, found))
    return {(one.span.start, one.span.end): one.refers_to or one.id for one in found.mentions}


def same_string(_: str, doc: Any) -> dict[Bounds, Hashable]:
    """The baseline: spaCy's names, noun chunks and possessive pronouns, by their folded words without article."""
    spans = [*doc.noun_chunks, *(doc[token.i : token.i + 1] for token in doc if token.tag_ == "PRP$")]
    heads = {span.root.i for span in spans}
    spans += [ent for ent in doc.ents if ent.label_ not in NO_NAMES and ent.root.i not in heads]
    article = re.compile(r"^(the|a|an|this|that|these|those) ")
    return {(span.start_char, span.end_char): article.sub("", fold(span.text)) for span in spans}


def head_of(doc: Any, bounds: Bounds) -> tuple[int, bool]:
    """Number of the token that carries a stretch of text, and whether others are coordinated to it there."""
    span = doc.char_span(*bounds, alignment_mode="expand")
    return span.root.i, any(kid.dep_ == "conj" and span.start <= kid.i < span.end for kid in span.root.children)


def bare(text: str, bounds: Bounds) -> Bounds:
    """A span without its article and a closing mark."""
    start, end = bounds
    article = re.match(r"(?i)(the|an?) ", text[start:end])
    return (start + article.end() if article else start, end - (text[end - 1] in ".,\"'”"))


def aligned(text: str, doc: Any, gold: Iterable[Bounds], said: Iterable[Bounds], by_head: bool) -> dict[Bounds, Bounds]:
    """For each of our mentions the gold mention that it meets; none twice."""
    exact = {bare(text, one): one for one in gold}
    met = {one: exact[bare(text, one)] for one in said if bare(text, one) in exact}
    if not by_head:
        return met
    free: dict[tuple[int, bool], list[Bounds]] = defaultdict(list)
    for one in gold:
        if one not in met.values():
            free[head_of(doc, one)].append(one)
    for one in said:
        fitting = [] if one in met else free[head_of(doc, one)]
        if fitting:
            best = max(fitting, key=lambda g: (min(g[1], one[1]) - max(g[0], one[0]), -(g[1] - g[0])))
            met[one] = best
            fitting.remove(best)
    return met


def muc(key: Clusters, other: Clusters) -> tuple[float, float]:
    """Links of `key` that `other` has, and links of `key`."""
    home = {mention: number for number, cluster in enumerate(other) for mention in cluster}
    have = total = 0
    for cluster in key:
        pieces = {home.get(mention, mention) for mention in cluster}
        have += len(cluster) - len(pieces)
        total += len(cluster) - 1
    return have, total


def b_cubed(key: Clusters, other: Clusters) -> tuple[float, float]:
    """Summed share of each mention's cluster that `other` has, and the number of mentions."""
    home = {mention: cluster for cluster in other for mention in cluster}
    have = sum(len(cluster & home.get(mention, set())) / len(cluster) for cluster in key for mention in cluster)
    return have, sum(len(cluster) for cluster in key)


def ceaf_e(key: Clusters, other: Clusters) -> tuple[float, float]:
    """Worth of the best assignment of clusters, and the number of clusters of `key`."""
    worth: dict[tuple[int, int], float] = {}
    home = {mention: number for number, cluster in enumerate(other) for mention in cluster}
    for row, cluster in enumerate(key):
        for column in {home[mention] for mention in cluster if mention in home}:
            shared = len(cluster & other[column])
            worth[row, column] = 2 * shared / (len(cluster) + len(other[column]))
    return sum(best_assignment(part) for part in components(worth)), len(key)


def components(worth: Mapping[tuple[int, int], float]) -> Iterator[dict[tuple[int, int], float]]:
    """The pairs in groups that share no row and no column: each is assigned for itself."""
    left = dict(worth)
    while left:
        (row, column), _ = next(iter(left.items()))
        rows, columns, size = {row}, {column}, 0
        while size != len(rows) + len(columns):
            size = len(rows) + len(columns)
            for r, c in left:
                if r in rows or c in columns:
                    rows.add(r)
                    columns.add(c)
        yield {pair: left.pop(pair) for pair in list(left) if pair[0] in rows}


def best_assignment(worth: Mapping[tuple[int, int], float]) -> float:
    """The largest sum of pairs with no row and no column twice (Kuhn 1955, with potentials)."""
    rows, columns = sorted({r for r, _ in worth}), sorted({c for _, c in worth})
    size = max(len(rows), len(columns))
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for (r, c), value in worth.items():
        cost[rows.index(r) + 1][columns.index(c) + 1] = -value
    u, v, match = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        match[0], column = row, 0
        slack, used, way = [float("inf")] * (size + 1), [False] * (size + 1), [0] * (size + 1)
        while match[column] != 0:
            used[column], at = True, match[column]
            for c in range(1, size + 1):
                reduced = cost[at][c] - u[at] - v[c]
                if not used[c] and reduced < slack[c]:
                    slack[c], way[c] = reduced, column
            after = min((c for c in range(1, size + 1) if not used[c]), key=slack.__getitem__)
            delta = slack[after]
            for c in range(size + 1):
                if used[c]:
                    u[match[c]] += delta
                    v[c] -= delta
                else:
                    slack[c] -= delta
            column = after
        while column:
            match[column], column = match[way[column]], way[column]
    return -sum(cost[match[c]][c] for c in range(1, size + 1))


MEASURES = {"MUC": muc, "B3": b_cubed, "CEAF-e": ceaf_e}


class Tally:
    """Scores of one system over all texts."""

    def __init__(self) -> None:
        self.sums: Counter[tuple[str, str]] = Counter()

    def add(self, key: Clusters, said: Clusters) -> None:
        """Count one text."""
        for name, measure in MEASURES.items():
            for side, (have, total) in (("R", measure(key, said)), ("P", measure(said, key))):
                self.sums[name, side] += have  # type: ignore[assignment]
                self.sums[name, side + "n"] += total  # type: ignore[assignment]
        one, other = {m for c in key for m in c}, {m for c in said for m in c}
        for side, number in (("R", len(one)), ("P", len(other))):
            self.sums["mentions", side] += len(one & other)
            self.sums["mentions", side + "n"] += number

    def line(self) -> str:
        """Precision, recall and F1 of the mentions and of every measure, and their mean."""
        shown, scores = [], []
        for name in ("mentions", *MEASURES):
            p, r = (100 * self.sums[name, side] / (self.sums[name, side + "n"] or 1) for side in "PR")
            f1 = 2 * p * r / (p + r) if p + r else 0.0
            scores.append(f1)
            shown.append(f"{name} {p:4.1f} {r:4.1f} {f1:4.1f}")
        return "   ".join([*shown, f"CoNLL {sum(scores[1:]) / 3:5.2f}"])


def clustered(of: Mapping[Bounds, Hashable], met: Mapping[Bounds, Bounds], singletons: bool) -> Clusters:
    """Clusters of mentions, each under the gold mention that it meets; what meets none keeps a name of its own."""
    groups: dict[Hashable, set[Any]] = defaultdict(set)
    for bounds, cluster in of.items():
        groups[cluster].add(met.get(bounds, ("ours", bounds)))
    return [group for group in groups.values() if singletons or len(group) > 1]


def main() -> None:
    """Read every text twice, print a line for each system, way of matching and choice of clusters."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--genre", default="", help="news or interview; both by default")
    parser.add_argument("--singletons", action="store_true")
    options = parser.parse_args()
    tallies: dict[tuple[str, str, str], Tally] = defaultdict(Tally)
    for path in sorted((options.gold / "conll").glob(f"GUM_{options.genre}*.conll")):
        text = read_text(options.gold, path.stem)
        doc = parse(text.text, language="en", max_words=20_000, source=text.name)
        every = [one for cluster in text.clusters.values() for one in cluster]
        for system in (ours, same_string):
            said = system(text.text, doc)
            for how in ("by head", "exactly"):
                met = aligned(text.text, doc, every, said, how == "by head")
                response = clustered(said, met, options.singletons)
                for which, kinds in (
                    ("people, bodies, places", JUDGED),
                    ("everything", frozenset(text.types.values())),
                ):
                    key, rest = text.of_kinds(kinds, options.singletons)
                    within = [left for cluster in response if (left := cluster - rest)]
                    judged = [cluster for cluster in within if options.singletons or len(cluster) > 1]
                    tallies[which, how, system.__name__].add(key, judged)
    print(f"precision, recall, F1; singletons {'kept' if options.singletons else 'left out'}")
    for (which, how, name), tally in sorted(tallies.items(), reverse=True):
        print(f"{which:22} {how:8} {name:12} {tally.line()}")


if __name__ == "__main__":
    main()
