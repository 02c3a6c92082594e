"""Which names of one article name the same: full name and surname, long and short form, acronym and its words."""

from __future__ import annotations

from reportedly.extract.mention_draft import Cluster, Draft
from reportedly.extract.tree import Tree
from reportedly.lexicon.folding import fold
from reportedly.lexicon.gazetteer import Gazetteer
from reportedly.model import MentionKind

PERSON, ORGANIZATION, OUTLET, GROUP, PLACE, OTHER = MentionKind
# How many sentences back a surname that fits two people still belongs to the one who was just named.
NEAR_SENTENCES = 2
SMALL = frozenset({"of", "the", "and", "for", "de", "la", "du", "des", "in"})


def clusters_of_names(tree: Tree, drafts: list[Draft]) -> dict[Draft, Cluster]:
    """The cluster of every named mention; a surname that fits two people equally well has none."""
    found: dict[Draft, Cluster] = {}
    full = _full_names(drafts, found)
    for draft in drafts:
        if draft in found:
            continue
        cluster = _person(tree, draft, full) if draft.kind is PERSON else _thing(draft, full)
        if cluster is not None:
            cluster.join(draft)
            found[draft] = cluster
    return found


def _full_names(drafts: list[Draft], found: dict[Draft, Cluster]) -> list[Cluster]:
    """A cluster for every name of several words; one that says less joins the one that says more."""
    made: list[Cluster] = []
    several = [draft for draft in drafts if len(_parts(draft)) > 1]
    for draft in sorted(several, key=lambda draft: (-len(_parts(draft)), draft.head)):
        cluster = next((one for one in made if _says_less(draft, one)), None)
        if cluster is None:
            cluster = Cluster(kind=draft.kind, plural=draft.plural)
            made.append(cluster)
        cluster.join(draft)
        found[draft] = cluster
    for cluster in made:
        cluster.drafts.sort(key=lambda draft: draft.head)
    return made


def _parts(draft: Draft) -> list[str]:
    return fold(draft.name or "").split()


def _says_less(draft: Draft, cluster: Cluster) -> bool:
    """Whether a name of several words is a shorter form of the cluster's."""
    if cluster.kind is not draft.kind:
        return False
    if draft.place is not None and any(other.place == draft.place for other in cluster.drafts):
        return True
    short, long = _parts(draft), fold(cluster.name or "").split()
    if short == long:
        return True
    if draft.kind is PERSON:
        return short[-1] == long[-1] and short[0] == long[0] and not _at_odds(draft, cluster)
    short, long = [w for w in short if w not in SMALL], [w for w in long if w not in SMALL]
    return short == long or (draft.kind is ORGANIZATION and _without_country(short, long))


def _without_country(short: list[str], long: list[str]) -> bool:
    """Whether a body's name is another's without the country in front ("Home Office", "British Home Office")."""
    before = len(long) - len(short)
    if len(short) < 2 or before < 1 or long[before:] != short:
        return False
    gazetteer = Gazetteer.load()
    country = " ".join(long[:before]).title()
    if gazetteer.demonym(country) is not None:
        return True
    return any(entry.feature == "country" for entry in gazetteer.lookup(country))


def _at_odds(draft: Draft, cluster: Cluster) -> bool:
    return None not in (draft.gender, cluster.gender) and draft.gender != cluster.gender


def _person(tree: Tree, draft: Draft, clusters: list[Cluster]) -> Cluster | None:
    """The person a single name belongs to; a new one where it fits nobody; None where it fits several."""
    [*_, word] = _parts(draft) or [""]
    people = [one for one in clusters if one.kind is PERSON and not _at_odds(draft, one)]
    for place in (-1, 0):
        fitting = [one for one in people if fold(one.name or "").split()[place] == word]
        before = [one for one in fitting if one.drafts[0].head < draft.head]
        fitting = before or fitting
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return _nearest(tree, draft, fitting)
    return _new(draft, clusters)


def _nearest(tree: Tree, draft: Draft, fitting: list[Cluster]) -> Cluster | None:
    """Of several who bear a name, the only one named in the last sentences; None where that does not decide."""
    sentence = tree.sentence[draft.head]
    near = []
    for cluster in fitting:
        last = cluster.last_before(draft.start)
        if last is not None and sentence - tree.sentence[last.head] <= NEAR_SENTENCES:
            near.append(cluster)
    return near[0] if len(near) == 1 else None


def _new(draft: Draft, clusters: list[Cluster]) -> Cluster:
    cluster = Cluster(kind=draft.kind, plural=draft.plural)
    clusters.append(cluster)
    return cluster


def _thing(draft: Draft, clusters: list[Cluster]) -> Cluster:
    """The body, outlet, place or people a single word names."""
    name = fold(draft.name or "")
    same_kind = [one for one in clusters if one.kind is draft.kind]
    if draft.place is not None:
        same_place = (one for one in same_kind if any(other.place == draft.place for other in one.drafts))
        cluster = next(same_place, None)
        if cluster is not None:
            return cluster
    for cluster in same_kind:
        if fold(cluster.name or "") == name:
            return cluster
    if draft.kind in {ORGANIZATION, OUTLET}:
        text = (draft.name or "").replace(".", "")
        if text.isupper() and len(text) > 1:
            fitting = [
                one for one in clusters if one.kind in {ORGANIZATION, OUTLET} and initials(one.name or "") == text
            ]
        else:
            fitting = [one for one in same_kind if fold(one.name or "").split()[:1] == [name]]
        if len(fitting) == 1:
            return fitting[0]
    return _new(draft, clusters)


def initials(name: str) -> str:
    """First letters of the words of a name, small words left out ("World Health Organization" -> "WHO")."""
    return "".join(
        word[0] for word in name.replace("-", " ").split() if word.lower() not in SMALL and word[0].isupper()
    )
