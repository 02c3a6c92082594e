"""The corpus, part by part: `load("train")` gives the invented reports, `load("train", texts=PATH)` the real ones too.

>>> from corpus.attribution.load import load
>>> from corpus.attribution.records import report_attributions
>>> for report in load("dev"):
...     for attribution in report_attributions(report):
...         ...
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.attribution.marked import Report, read_reports
from corpus.attribution.standoff import read_standoff

HERE = Path(__file__).parent
PARTS = ("train", "dev", "test")


def load(part: str, *, texts: Path | None = None) -> Iterator[Report]:
    """The reports of train, dev or test: invented, then, where `texts` says where their words are, real ones.

    `texts` is a folder with `meantime/intra-doc_annotation/corpus_*` and `coreference/gum/xml`. Raises OtherText where
    a text is not the one that was annotated.
    """
    yield from load_invented(part)
    if texts is not None:
        yield from load_real(part, texts)


def load_invented(part: str) -> Iterator[Report]:
    """The invented reports of a part, by id."""
    yield from read_reports(HERE / "invented" / part)


def load_real(part: str, texts: Path) -> Iterator[Report]:
    """The real reports of a part, by id."""
    yield from read_standoff(HERE / "standoff" / f"{part}.jsonl", texts)
