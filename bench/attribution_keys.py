"""Other people's keys of attribution as records: PolNeAR's dev part, and the acts of speech of MEANTIME."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.attribution_reports import Text, prepared
from corpus.attribution import records
from corpus.attribution.records import Span, Speaker
from corpus.attribution.texts import Token, joined
from reportedly.model import Part, make_article

SOURCE_ROLE = "Arg0"
QUOTES = re.compile("``|''")


def polnear(gold: Path) -> list[Text]:
    """The texts of PolNeAR's dev part, each with the attributions of its first annotator."""
    key = scorer(gold)
    found: list[Text] = []
    for path in sorted((gold / "polnear/dev/attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if found and found[-1].report == name:  # a further annotator of the same text
            continue
        with (gold / f"polnear/dev/text/{name}.txt").open(encoding="utf-8", newline="") as handle:
            article = make_article(handle.read(), digest="", language="en", published=name.split("_")[1])
        text = prepared(article, Part.TEXT, None, name, "")
        text.gold = list(brat(path.read_text(encoding="utf-8"), text.text, key))
        found.append(text)
    return found


def brat(annotation: str, text: str, key: Any) -> Iterator[records.Attribution]:
    """The attributions of a file of PolNeAR, those without a content left out, as its scorer reads them."""
    spans = {
        name: (role.lower(), [tuple(map(int, piece.split())) for piece in where.split(";")])
        for name, role, where in key.ENTITY.findall(annotation)
    }
    for number, event in enumerate(key.EVENT.findall(annotation)):
        pieces: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for argument in event.split()[1:]:
            role, where = spans.get(argument.split(":")[1], ("", []))
            if role:
                pieces[role] += where
        if pieces["content"]:
            yield records.Attribution(
                number=number,
                part="text",
                sources=tuple(Speaker(span=span, kind=None, entity=None) for span in sorted(pieces["source"])),
                cue=tuple(sorted(pieces["cue"])),
                content=tuple(sorted(pieces["content"])),
                stance="",
                via=(),
                statements=(),
                inside=None,
                form=records.form(text, tuple(sorted(pieces["content"]))),
            )


def scorer(gold: Path) -> Any:
    """PolNeAR's scorer, a file beside the keys."""
    spec = spec_from_file_location("polnear_scorer", gold / "attribution.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class SpeechEvent:
    """An event of class SPEECH_COGNITIVE of MEANTIME: its words, and those of its agents (Arg0), in its report."""

    trigger: Span
    agents: tuple[Span, ...]


def meantime(gold: Path, topic: str) -> Iterator[tuple[Text, list[SpeechEvent]]]:
    """The texts of a topic of MEANTIME, headline and day among them, each with its events of speech and thought."""
    for path in sorted((gold / f"meantime/intra-doc_annotation/corpus_{topic}").glob("*.xml")):
        root = ET.parse(path).getroot()
        text, places = laid_out(root)
        article = make_article(text, digest="", language="en", outlet="Wikinews")
        yield prepared(article, Part.TEXT, None, path.stem, ""), list(speech_events(root, places))


def laid_out(root: ET.Element) -> tuple[str, dict[str, Span]]:
    """The tokens of a text of MEANTIME as a text, a sentence a line, and where each stands."""
    sentences: dict[int, list[ET.Element]] = {}
    for token in root.findall("token"):
        sentences.setdefault(int(token.attrib["sentence"]), []).append(token)
    text, places = "", {}
    for _, tokens in sorted(sentences.items()):
        line = joined(Token(token.text or "") for token in tokens)
        at = 0
        for token in tokens:
            word = QUOTES.sub('"', token.text or "")
            while line[at].isspace():
                at += 1
            places[token.attrib["t_id"]] = (len(text) + at, len(text) + at + len(word))
            at += len(word)
        text += line + "\n\n"
    return text, places


def speech_events(root: ET.Element, places: dict[str, Span]) -> Iterator[SpeechEvent]:
    """The events of class SPEECH_COGNITIVE, in the order of their mentions."""
    speech = {each.attrib["m_id"] for each in root.iter("EVENT") if each.get("class") == "SPEECH_COGNITIVE"}
    spans = {
        mention.attrib["m_id"]: spanned([places[each.attrib["t_id"]] for each in mention.iter("token_anchor")])
        for name in ("EVENT_MENTION", "ENTITY_MENTION")
        for mention in root.iter(name)
        if mention.find("token_anchor") is not None
    }
    chosen = {
        source.attrib["m_id"]
        for link in root.iter("REFERS_TO")
        for source in link.findall("source")
        if link.find("target") is not None and link.find("target").attrib["m_id"] in speech  # type: ignore[union-attr]
    }
    agents: dict[str, list[Span]] = {}
    for link in root.iter("HAS_PARTICIPANT"):
        source, target = link.find("source"), link.find("target")
        if link.get("sem_role") == SOURCE_ROLE and source is not None and target is not None:
            agents.setdefault(source.attrib["m_id"], []).append(spans[target.attrib["m_id"]])
    for name in sorted(chosen & spans.keys(), key=lambda each: spans[each]):
        yield SpeechEvent(spans[name], tuple(agents.get(name, ())))


def spanned(spans: Sequence[Span]) -> Span:
    """From the first to the last."""
    return min(start for start, _ in spans), max(end for _, end in spans)
