"""Which strikes stop work, and which hit something."""

from __future__ import annotations

from reportedly.extract.clauses import is_passive
from reportedly.extract.tree import Tree

# Words beside a strike that show that it stops work, and words that show that it hits something.
OF_WORK = frozenset(
    ("union", "worker", "workers", "staff", "pay", "wage", "wages", "rail", "hunger", "wildcat", "ballot", "walkout",
     "picket", "labour", "labor", "employer", "employee", "trade", "industrial")
)  # fmt: skip
# Who strikes work begins, calls or ends a strike; who strikes a target launches or carries out one.
STOPPAGES = frozenset({"begin", "start", "continue", "call", "hold", "stage", "end", "suspend", "organise", "organize"})
OF_WAR = frozenset(
    ("air", "drone", "missile", "rocket", "artillery", "bomb", "army", "military", "warplane", "jet", "militant",
     "rebel", "troop", "kill", "wound", "target", "lightning", "retaliatory", "forces")
)  # fmt: skip


def is_of_workers(tree: Tree, i: int) -> bool:
    """Whether a strike stops work and hits nobody: "on strike", "a rail strike", "drivers will strike over pay".

    A word for work beside it, or in its sentence where no weapon or target is named, decides; or a union in a text
    without any of those.
    """
    if tree.lemma[i] != "strike" or tree.child(i, "dobj") is not None or is_passive(tree, i):
        return False
    head = tree.head[i]
    if tree.dep[i] == "pobj" and tree.lower[head] == "on" and tree.left[i] == i:
        return True
    if any(tree.lower[kid] in OF_WORK for kid in tree.kids[i]):
        return True
    first, end = tree.sentences[tree.sentence[i]]
    words = {word for k in range(first, end) for word in (tree.lower[k], tree.lemma[k])}
    if words & OF_WAR:
        return False
    begun = tree.dep[i] in {"dobj", "nsubjpass"} and tree.lemma[head] in STOPPAGES
    return begun or bool(words & OF_WORK) or (not OF_WAR & set(tree.lower) and "union" in tree.lower)
