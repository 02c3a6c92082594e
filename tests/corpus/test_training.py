"""Weights trained on a few reports of the corpus: what the trainer writes, and what the reader makes of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.attribution.load import load_invented
from reportedly.errors import AlteredModel
from reportedly.extract.attribution_cue_features import cue_features
from reportedly.extract.attribution_quotes import quotes
from reportedly.extract.attribution_reader import candidates, cue_probabilities, read_drafts
from reportedly.extract.attribution_view import View
from reportedly.extract.attribution_weights import Weights, load, weights
from reportedly.extract.parse import parse
from reportedly.model import Part
from tools.train_attribution import THRESHOLDS, Example, examples, train, view_of, write_card

FEW = 12


@pytest.fixture(scope="module")
def few() -> list[Example]:
    """The first reports of the dev part, parsed."""
    reports = [report for report, _ in zip(load_invented("dev"), range(FEW), strict=False)]
    return list(examples(reports))


@pytest.fixture(scope="module")
def folder(few: list[Example], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Weights trained on these, with their card."""
    where = tmp_path_factory.mktemp("weights")
    write_card(where, train(few, where), THRESHOLDS)
    yield where


@pytest.fixture(scope="module")
def trained(folder: Path) -> Weights:
    """The same, loaded."""
    return load(folder)


def view(text: str) -> View:
    """A text as the reader sees it, without the rules' drafts."""
    doc = parse(text, language="en", max_words=1000, source="test")
    return View(doc, quotes(doc), [])


def test_the_card_names_the_weights_and_what_they_were_trained_with(folder):
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    for name, digest in card["sha256"].items():
        assert sha256((folder / f"{name}.crfsuite").read_bytes()).hexdigest() == digest
    assert {"date", "command", "settings", "language_model", "thresholds"} <= set(card)


def test_training_twice_gives_the_same_weights(few, folder, tmp_path):
    assert train(few, tmp_path) == json.loads((folder / "card.json").read_text(encoding="utf-8"))["sha256"]


def test_features_come_in_one_order_in_every_process(few):
    """A set is in another order in each, and so would be the weights."""
    for example in few:
        for tokens in candidates(example.view):
            for token in tokens:
                frames = [each for each in cue_features(example.view, token) if each.startswith("fr=")]
                assert frames == sorted(frames)


def test_nearly_every_attribution_with_a_cue_is_trained_on(few):
    missed = [
        each.cue
        for example in few
        for anchor, each in example.gold.items()
        if not any(anchor in tokens for tokens in candidates(example.view))
    ]
    assert len(missed) <= 0.1 * sum(len(example.gold) for example in few)


def test_altered_weights_are_refused(folder, tmp_path):
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "cues.crfsuite").open("ab") as handle:
        handle.write(b"!")
    with pytest.raises(AlteredModel, match=r"cues\.crfsuite"):
        load(tmp_path)


def test_a_language_without_weights_is_read_by_rules():
    assert weights("fr") is None


def test_words_of_reporting_are_weighed_and_others_are_not(trained):
    seen = view("The mayor said on Friday that the bridge was closed.")
    [tokens] = candidates(seen)
    assert [seen.lower[i] for i in tokens] == ["said"]
    [(_, probability)] = cue_probabilities(seen, trained)
    assert 0 < probability <= 1


def test_the_reader_finds_source_and_content_with_the_rules_beside_it(trained):
    doc = parse("“The bridge was closed,” the mayor said.", language="en", max_words=1000, source="test")
    [draft] = read_drafts(view_of(doc, Part.TEXT), trained)
    assert [token.text for token in draft.speakers] == ["mayor"]
    [(start, end)] = draft.content
    assert doc[start:end].text == "“The bridge was closed,”"


@pytest.mark.parametrize("text", ["", "Rain.", "“", "said said said", "“Oh,” “no,” “said” she"])
def test_odd_texts_are_read_without_fault(trained, text):
    drafts = read_drafts(view(text), trained)
    assert all(draft.start < draft.end for draft in drafts)
