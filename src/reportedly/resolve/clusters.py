"""Groups from pairs: the same groups whatever order the pairs come in, and a person's judgement beats every score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reportedly.model import Judgement, Score, Verdict

# Whether two groups, each given by its labels, are known to differ, so that no score may join them.
Clash = Callable[[AbstractSet[str], AbstractSet[str]], bool]


def no_clash(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """False: any two groups may be joined."""
    return False


@dataclass(frozen=True, slots=True)
class Link:
    """Two ids that may be one, and why.

    Attributes:
        left: The smaller id.
        right: The larger id.
        score: How alike they are.
        vague: Of a weak link, the end that may stand for several (a family name alone); None for a strong one.
    """

    left: str
    right: str
    score: Score
    vague: str | None = None


def link(one: str, other: str, score: Score, *, vague: str | None = None) -> Link:
    """The link between two ids, in whatever order they come."""
    return Link(min(one, other), max(one, other), score, vague)


class Groups:
    """Ids in groups; every id begins alone. `labels`: what is known of an id that may keep it from others."""

    def __init__(self, ids: Iterable[str], labels: Mapping[str, str] | None = None) -> None:
        self._group = {id: {id} for id in ids}
        self._head = {id: id for id in self._group}
        self._labels = {id: {(labels or {})[id]} if id in (labels or {}) else set() for id in self._group}
        self._apart: dict[str, set[str]] = {}
        self._reasons: dict[str, set[str]] = {id: set() for id in self._group}

    def __contains__(self, id: str) -> bool:
        return id in self._head

    def head(self, id: str) -> str:
        """The id that keeps the books of the group of `id`; two ids are together when they share it."""
        return self._head[id]

    def labels(self, id: str) -> AbstractSet[str]:
        """The labels in the group of `id`."""
        return self._labels[self._head[id]]

    def together(self, one: str, other: str) -> bool:
        """Whether both are in one group."""
        return self._head[one] == self._head[other]

    def keep_apart(self, one: str, other: str) -> None:
        """Let the groups of these two never become one."""
        self._apart.setdefault(self._head[one], set()).add(self._head[other])
        self._apart.setdefault(self._head[other], set()).add(self._head[one])

    def may_join(self, one: str, other: str) -> bool:
        """Whether nothing keeps the group of the one from that of the other."""
        return self._head[other] not in self._apart.get(self._head[one], ())

    def join(self, one: str, other: str, reasons: Iterable[str]) -> None:
        """Make one group of two; the larger takes the smaller in, so that each id moves seldom."""
        keep, gone = self._head[one], self._head[other]
        if len(self._group[keep]) < len(self._group[gone]):
            keep, gone = gone, keep
        self._reasons[keep].update(reasons)
        if keep == gone:
            return
        for id in self._group[gone]:
            self._head[id] = keep
        for table in (self._group, self._labels, self._reasons):
            table[keep] |= table.pop(gone)
        for apart in self._apart.pop(gone, set()):
            self._apart[apart].discard(gone)
            self._apart[apart].add(keep)
            self._apart.setdefault(keep, set()).add(apart)

    def all(self) -> Mapping[str, frozenset[str]]:
        """The groups, by their smallest id, sorted."""
        return dict(sorted((min(group), frozenset(group)) for group in self._group.values()))

    def reasons(self, id: str) -> tuple[str, ...]:
        """Why the members of the group of `id` were joined, sorted."""
        return tuple(sorted(self._reasons[self._head[id]]))


def join_all(
    groups: Groups, links: Iterable[Link], judgements: Sequence[Judgement], *, strong: float, clash: Clash = no_clash
) -> None:
    """Join what judgements say, then links at or above `strong`, the best first, then weaker ones.

    A weaker link holds only where all weaker links of its vague end lead to one group: a family name alone goes to the
    only bearer, or to none. Judgements on ids that are not here are passed over.
    """
    unsure = _judged(groups, judgements)
    open_links = {each for each in links if (each.left, each.right) not in unsure}
    ordered = sorted(
        open_links, key=lambda each: (-each.score.value, each.left, each.right, each.vague or "", each.score.reasons)
    )
    for each in ordered:
        if each.vague is None and each.score.value >= strong:
            _try(groups, each, clash)
    weak = [each for each in ordered if each.vague is not None]
    while _join_weak(groups, weak, clash):
        pass


def _try(groups: Groups, each: Link, clash: Clash) -> bool:
    """Join both ends if nothing stands against it; whether that changed anything."""
    if groups.together(each.left, each.right):
        groups.join(each.left, each.right, each.score.reasons)
        return False
    if not groups.may_join(each.left, each.right) or clash(groups.labels(each.left), groups.labels(each.right)):
        return False
    groups.join(each.left, each.right, each.score.reasons)
    return True


def _join_weak(groups: Groups, weak: list[Link], clash: Clash) -> bool:
    """Join each vague id whose links lead to one other group only, all seen from the groups as they stand at first."""
    leads: dict[str, list[Link]] = {}
    for each in weak:
        if each.vague is not None and not groups.together(each.left, each.right):
            leads.setdefault(groups.head(each.vague), []).append(each)
    held = [links for links in leads.values() if _lead_to_one(groups, links)]
    changed = [_try(groups, each, clash) for links in sorted(held, key=lambda links: links[0].left) for each in links]
    return any(changed)


def _lead_to_one(groups: Groups, links: list[Link]) -> bool:
    """Whether the far ends of all links that a judgement does not cut are in one group."""
    pairs = ((each.right if each.vague == each.left else each.left, each) for each in links)
    return len({groups.head(far) for far, each in pairs if groups.may_join(each.left, each.right)}) == 1


def _judged(groups: Groups, judgements: Sequence[Judgement]) -> set[tuple[str, str]]:
    """Apply judgements, the newest first; an older one that contradicts newer ones is passed over. The unsure pairs."""
    unsure: set[tuple[str, str]] = set()
    for each in sorted(judgements, key=lambda judgement: (judgement.when, judgement.id), reverse=True):
        pair = (min(each.left, each.right), max(each.left, each.right))
        if each.undone is not None or pair[0] == pair[1] or pair[0] not in groups or pair[1] not in groups:
            continue
        if each.verdict is Verdict.SAME and groups.may_join(*pair):
            groups.join(*pair, (f"judged the same by {each.who}",))
        elif each.verdict is Verdict.DIFFERENT and not groups.together(*pair):
            groups.keep_apart(*pair)
        elif each.verdict is Verdict.UNSURE:
            unsure.add(pair)
    return unsure
