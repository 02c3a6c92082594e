"""How big the corpus is, by what: `python -m corpus.attribution.sizes [--texts PATH]` prints README.md's tables."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from corpus.attribution.load import PARTS, load_invented, load_real
from corpus.attribution.marked import Report
from corpus.attribution.records import KINDS, STANCES, report_attributions

FORMS = ("direct", "mixed", "indirect")


def sizes(reports: Iterable[Report]) -> Counter[str]:
    """Reports, words, attributions and statements, and attributions by register, form, kind and stance."""
    count: Counter[str] = Counter()
    for report in reports:
        found = report_attributions(report)
        count["reports"] += 1
        count["words"] += len(report.body.text.split())
        count["attributions"] += len(found)
        count[f"register {report.fields['register']}"] += 1
        count[f"topic {report.fields['topic']}"] += 1
        for attribution in found:
            count[f"form {attribution.form}"] += 1
            count[f"stance {attribution.stance}"] += 1
            count[f"kind {attribution.sources[0].kind if attribution.sources else 'no source'}"] += 1
            count["nested"] += attribution.inside is not None
            count["through an outlet"] += bool(attribution.via)
            count["statements"] += len(attribution.statements)
            for statement in attribution.statements:
                count[f"modality {statement.modality}"] += 1
                count[f"polarity {statement.polarity}"] += 1
    return count


def table(columns: Mapping[str, Counter[str]], names: Iterable[str]) -> Iterator[str]:
    """A table in Markdown: a row for each name, a column for each part."""
    yield "| | " + " | ".join(columns) + " |"
    yield "|---|" + "---:|" * len(columns)
    for name in names:
        yield f"| {name} | " + " | ".join(f"{count[name]:,}" for count in columns.values()) + " |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="where meantime/ and coreference/ are")
    args = parser.parse_args()
    columns = {f"invented, {part}": sizes(load_invented(part)) for part in PARTS}
    if args.texts:
        columns |= {f"real, {part}": sizes(load_real(part, args.texts)) for part in PARTS}
    plain = ["reports", "words", "attributions", "nested", "through an outlet", "statements"]
    seen = sorted({name for count in columns.values() for name in count})
    for names in (
        plain,
        [name for name in seen if name.startswith("register ")],
        [name for name in seen if name.startswith("topic ")],
        [f"form {form}" for form in FORMS] + [f"kind {kind}" for kind in (*KINDS, "no source")],
        [f"stance {stance}" for stance in STANCES],
        [name for name in seen if name.startswith(("modality ", "polarity "))],
    ):
        print(*table(columns, names), "", sep="\n")


if __name__ == "__main__":
    main()
