"""Train the reader of attribution: `python -m tools.train_attribution [--texts PATH]`, or `make train TEXTS=PATH`.

Writes two conditional random fields and their card into src/reportedly/extract/weights/attribution-en. Trained on the
train part of corpus/attribution, its real texts too where `--texts` names the folder that holds MEANTIME and GUM;
threshold and calibration are set on the dev part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.attribution.load import load_invented, load_real
from corpus.attribution.marked import Report
from corpus.attribution.records import Attribution, Span, attributions
from reportedly.extract.attribution_chunk_features import chunk_features
from reportedly.extract.attribution_chunks import Surroundings, surroundings
from reportedly.extract.attribution_construction import turn_drafts
from reportedly.extract.attribution_cue_features import cue_features
from reportedly.extract.attribution_direct import read_quotes
from reportedly.extract.attribution_quotes import quotes
from reportedly.extract.attribution_reader import candidates
from reportedly.extract.attribution_view import View
from reportedly.extract.attributions import rule_drafts
from reportedly.extract.parse import checked_model_hash, parse
from reportedly.model import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src/reportedly/extract/weights/attribution-en"
# Set on the dev part of corpus/attribution.
SETTINGS = {"c1": 0.0, "c2": 3.0, "max_iterations": 100, "feature.minfreq": 1, "feature.possible_transitions": True}
# Real texts are few beside the invented ones, and nearer to what is read: each counts this often.
REAL_WEIGHT = 2
# The least probability of a cue that is new to the rules, of one that they know too, and of one in another's content.
THRESHOLDS = {"thresholds": {"new": 0.6, "ruled": 0.1, "new, inside": 0.9, "ruled, inside": 0.75}}
DATA = [
    "corpus/attribution, invented part (CC BY 4.0)",
    "corpus/attribution, annotation (CC BY 4.0) of MEANTIME airbus and gm (CC BY 4.0) and GUM news (text CC BY 2.5)",
]
LICENCE = "MIT, as the package; the data are credited above and in NOTICE"
RANKS = {"VERB": 0, "NOUN": 1, "PROPN": 1, "ADJ": 2, "ADV": 3, "ADP": 3, "AUX": 4}


@dataclass(frozen=True)
class Example:
    """One part of a report, parsed, with the attributions that have a cue, by their anchor."""

    report: str
    view: View
    gold: dict[int, Attribution]


def examples(reports: Iterable[Report]) -> Iterator[Example]:
    """Headlines and texts, parsed."""
    for report in reports:
        for part in report.parts:
            if part.text.strip():
                doc = parse(part.text, language="en", max_words=20_000, source=report.id)
                view = view_of(doc, Part(part.name))
                yield Example(report.id, view, anchored(view, attributions(part)))


def view_of(doc: Doc, part: Part) -> View:
    """A parsed part as the reader looks at it."""
    marks = quotes(doc)
    return View(doc, marks, rule_drafts(doc, read_quotes(doc, marks), list(turn_drafts(doc)), part))


def anchored(view: View, gold: Iterable[Attribution]) -> dict[int, Attribution]:
    """Anchor -> attribution, of those that have a cue; of two with one anchor, the first."""
    found: dict[int, Attribution] = {}
    for each in gold:
        anchor = anchor_of(view, each.cue)
        if anchor is not None:
            found.setdefault(anchor, each)
    return found


def anchor_of(view: View, cue: Sequence[Span]) -> int | None:
    """The token that stands for a cue: a word of the table, else the word that the others hang on."""
    tokens = sorted(tokens_of(view, cue))
    words = [i for i in tokens if view.pos[i] not in {"PUNCT", "SPACE"}]
    if not words:
        return None
    inside = set(words)

    def rank(i: int) -> tuple[bool, bool, bool, int, int]:
        hangs = view.head[i] in inside and view.head[i] != i
        return view.pos[i] == "AUX", view.any_row(i) is None, hangs, RANKS.get(view.pos[i], 5), i

    return min(words, key=rank)


def tokens_of(view: View, spans: Iterable[Span]) -> set[int]:
    """The numbers of the tokens that spans cover."""
    found: set[int] = set()
    for start, end in spans:
        span = view.doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found |= set(range(span.start, span.end))
    return found


def chunk_labels(view: View, around: Surroundings, gold: Attribution) -> list[str]:
    """The label of each chunk: what most of its tokens are."""
    roles = {
        "S": tokens_of(view, [speaker.span for speaker in gold.sources]),
        "Q": tokens_of(view, gold.content),
        "C": tokens_of(view, gold.cue),
    }
    found = []
    for number, chunk in enumerate(around.chunks):
        shares = {label: sum(i in role for i in chunk.tokens) for label, role in roles.items()}
        shares["O"] = len(chunk.tokens) - sum(shares.values())
        found.append("C" if number == around.at else max(("Q", "S", "C", "O"), key=lambda label: shares[label]))
    return found


def train(data: Sequence[Example], folder: Path) -> dict[str, str]:
    """Write both sets of weights; their SHA-256 by name."""
    import pycrfsuite

    cues, chunks = pycrfsuite.Trainer(verbose=False), pycrfsuite.Trainer(verbose=False)
    for example in data:
        view = example.view
        for tokens in candidates(view):
            cues.append([cue_features(view, i) for i in tokens], ["C" if i in example.gold else "O" for i in tokens])
        for anchor, gold in example.gold.items():
            around = surroundings(view, anchor)
            chunks.append(chunk_features(view, around), chunk_labels(view, around, gold))
    folder.mkdir(parents=True, exist_ok=True)
    digests = {}
    for name, trainer in (("cues", cues), ("chunks", chunks)):
        trainer.select("lbfgs")
        trainer.set_params(SETTINGS)
        path = folder / f"{name}.crfsuite"
        trainer.train(str(path))
        digests[name] = sha256(path.read_bytes()).hexdigest()
    return digests


def write_card(folder: Path, digests: dict[str, str], facts: dict[str, Any]) -> None:
    """Write the card beside the weights."""
    card = {
        **facts,
        "command": "make train TEXTS=PATH",
        "licence": LICENCE,
        "date": datetime.now(tz=UTC).date().isoformat(),
        "language_model": checked_model_hash("en"),
        "python-crfsuite": version("python-crfsuite"),
        "settings": SETTINGS,
        "sha256": digests,
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Train on the train part and write weights and card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="the folder with meantime/ and coreference/; else invented only")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    invented = list(examples(load_invented("train")))
    real = list(examples(load_real("train", args.texts))) if args.texts else []
    if not real:
        print("no real texts (--texts PATH): trained on the invented part alone")
    data = [*invented, *real * REAL_WEIGHT]
    facts = {
        "data": DATA if real else DATA[:1],
        "reports": {"invented": len({e.report for e in invented}), "real": len({e.report for e in real})},
        "attributions": sum(len(example.gold) for example in (*invented, *real)),
        **THRESHOLDS,
    }
    write_card(args.out, train(data, args.out), facts)
    print(f"weights and card written to {args.out}")


if __name__ == "__main__":
    main()
