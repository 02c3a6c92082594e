"""Adds reports to a ledger, as a process of its own: python adding.py LEDGER FIRST LAST STEP.

Prints the number of each before it is added, so that whoever started it can kill it at a chosen moment.
"""

from __future__ import annotations

import sys

from reportedly.model import Article, Reading
from reportedly.store import open_store
from tests.builders import WHEN, article, figure, reading, statement

SENTENCE = "Harbour officials in Ostend said at least {n} boats were missing."


def report(number: int) -> tuple[Article, Reading]:
    """The article of a number, of one address with nine others, and its reading of sixty statements."""
    sentences = [SENTENCE.format(n=number * 100 + n) for n in range(60)]
    a = article(" ".join(sentences), url=f"https://post.example/{number % 10}", path=f"{number}.txt")
    told = [statement(a, sentence[:-1], figures=[figure(a, f"at least {number * 100 + n} boats", 1, None)])
            for n, sentence in enumerate(sentences)]  # fmt: skip
    return a, reading(a, *told)


def main(ledger: str, first: str, last: str, step: str) -> None:
    store = open_store(ledger)
    for number in range(int(first), int(last), int(step)):
        print(number, flush=True)
        store.add(*report(number), when=WHEN)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
