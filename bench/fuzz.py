"""Mutated inputs through every reader, the reading chain and every format: nothing crashes, hangs or lies."""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from reportedly.engine import Caps, Workers
from reportedly.errors import ReadError, ReadingError
from reportedly.export import Records, csv, jsonl
from reportedly.model import Article, Reading, Span
from reportedly.pipeline import readings
from reportedly.readers import Defaults, read_inputs
from reportedly.render import Group, Page, Section, Shown, page_html, page_markdown, page_text
from reportedly.render.safe import UNSAFE
from tools.mutate import mutants

MAX_BYTES = 2_000_000


def spans(value: object) -> Iterator[Span]:
    """Every span in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def check(article: Article, reading: Reading) -> None:
    """Every span is exact, and no format shows what a terminal would act on."""
    for span in spans(reading):
        if article.part(span.part)[span.start : span.end] != span.exact:
            raise AssertionError(f"{article.path}: {span} is not what the article says")
    shown = tuple(Shown(statement=statement, article=article) for statement in reading.statements)
    page = Page(title=article.title or "", sections=(Section(name="all", groups=(Group(heading="x", shown=shown),)),))
    for made in (page_text, page_markdown, page_html):
        if UNSAFE.search(made(page).replace("\n", "")):
            raise AssertionError(f"{article.path}: {made.__name__} shows a control character")
    records = Records(articles={article.id: article}, statements=reading.statements)
    for exporter in (csv, jsonl):
        exporter.write(records, io.StringIO())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    engine = Workers(count=2, caps=Caps(max_words=20_000, max_seconds=30))
    ends: Counter[str] = Counter()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in mutants(options.seed, options.count):
            Path(folder, name).write_bytes(content)
        found = read_inputs([folder], max_bytes=MAX_BYTES, defaults=Defaults(published="2024-03-12"), stdin=None)
        for item in readings(found, engine):
            if isinstance(item, ReadError):
                ends[type(item).__name__] += 1
            elif isinstance(item[1], ReadingError):
                ends[type(item[1]).__name__] += 1
                print(item[1], file=sys.stderr)
            else:
                check(item[0], item[1])
                ends["read" if item[1].unread is None else "kept unread"] += 1
    print(f"{options.count} mutated inputs in {time.monotonic() - began:.0f} s")
    for end, count in ends.most_common():
        print(f"  {count:6}  {end}")
    sys.exit(1 if ends["ReadingCrashed"] else 0)


if __name__ == "__main__":
    main()
