"""What pairs connect, directly or by way of others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def knots(pairs: Iterable[tuple[Thing, Thing]]) -> list[set[Thing]]:
    """The things that pairs connect, those of one knot together, in no order of their own."""
    near: dict[Thing, list[Thing]] = {}
    for one, other in pairs:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    found = []
    seen: set[Thing] = set()
    for start in near:
        if start in seen:
            continue
        knot, waiting = {start}, [start]
        while waiting:
            fresh = [each for each in near[waiting.pop()] if each not in knot]
            knot.update(fresh)
            waiting += fresh
        seen |= knot
        found.append(knot)
    return found
