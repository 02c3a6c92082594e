"""What reading costs, beside spaCy's own full pipeline on the same texts.

Both run in turn in this process, text by text, and CPU time is compared pair by pair, so that a machine whose speed
drifts does not matter. `layers` splits what reading adds over its layers, each beside the part of spaCy that every
reader of English needs, tok2vec and parser.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from reportedly.engine import Caps
from reportedly.engine.workers import warm_up
from reportedly.extract import statements
from reportedly.extract.base import Found
from reportedly.extract.chain import read_article
from reportedly.extract.parse import parse, pipeline
from reportedly.extract.registry import extractors
from reportedly.extract.statement_clauses import Clause
from reportedly.model import Article, Factuality, make_article
from reportedly.readers import MAX_BYTES, Defaults, read_inputs

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "reports"


def articles(folder: Path) -> list[Article]:
    found = read_inputs([str(folder)], max_bytes=MAX_BYTES, defaults=Defaults(), stdin=None)
    return [item for item in found if isinstance(item, Article) and item.language in (None, "en")]


def cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def backbone_cost(texts: list[Article]) -> float:
    """CPU seconds of tok2vec and parser alone over the texts."""
    nlp = pipeline("en")
    needed = [component for name, component in nlp.pipeline if name in {"tok2vec", "parser"}]
    seconds = 0.0
    for article in texts:
        doc = nlp.make_doc(article.text)
        for component in needed:
            seconds += cpu(lambda: component(doc))  # noqa: B023
    return seconds


def layer_costs(texts: list[Article]) -> dict[str, float]:
    costs: dict[str, float] = defaultdict(float)
    for article in texts:
        doc = parse(article.text, language="en", max_words=50_000, source=article.id)
        found = Found(article=article)
        for layer in extractors():
            costs[layer.NAME] += cpu(lambda: getattr(found, layer.NAME).extend(layer.find(doc, found)))  # noqa: B023
    return costs


def certainty_cost(texts: list[Article]) -> float:
    """CPU seconds that the certainty of statements takes, which is part of their layer."""
    spent = 0.0
    judge = statements.factuality_of_clause

    def timed(clause: Clause, found: Found) -> Factuality:
        nonlocal spent
        before = time.process_time()
        judged = judge(clause, found)
        spent += time.process_time() - before
        return judged

    statements.factuality_of_clause = timed
    layer_costs(texts)
    statements.factuality_of_clause = judge
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, default=EXAMPLES, help="folder of reports (default: the examples)")
    parser.add_argument("--runs", type=int, default=5, help="counted runs, after one that warms up")
    options = parser.parse_args()
    texts = articles(options.texts)
    bare = [make_article(article.text, digest="", published=article.published, language="en") for article in texts]
    words = sum(len(article.text.split()) for article in texts)
    nlp = pipeline("en")
    warm_up()
    ratios, reading = [], []
    for run in range(options.runs + 1):
        spacy_seconds = cpu(lambda: [nlp(article.text) for article in bare])
        our_seconds = cpu(lambda: [read_article(article, Caps()) for article in bare])
        if run:
            ratios.append(our_seconds / spacy_seconds)
            reading.append(our_seconds)
    print(f"texts      {len(texts)}, {words} words")
    print(
        f"ratio      {statistics.median(ratios):.2f}   ({min(ratios):.2f} to {max(ratios):.2f} over {len(ratios)} runs)"
    )
    print(f"speed      {words / statistics.median(reading):.0f} words per CPU-second")
    print(f"memory     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    runs = [(backbone_cost(bare), layer_costs(bare)) for _ in range(options.runs)]
    whole = statistics.median(reading)
    costs = {name: statistics.median(layers[name] for _, layers in runs) for name in runs[0][1]}
    shares = {name: statistics.median(layers[name] / backbone for backbone, layers in runs) for name in costs}
    for name, seconds in sorted(costs.items(), key=lambda item: -item[1]):
        print(
            f"  {name:<13}{100 * seconds / whole:5.1f} % of reading {100 * shares[name]:6.1f} % of tok2vec and parser"
        )
    told = sum(costs[name] for name in ("events", "statuses", "unknowns")) + certainty_cost(bare)
    print(f"certainty, events, statuses, unknowns: {100 * told / backbone_cost(bare):.1f} % of tok2vec and parser")


if __name__ == "__main__":
    main()
