"""The real texts that the stand-off annotation counts in, put together from copies of MEANTIME and GUM.

Neither corpus comes as running text: tokens are joined here, always in the same way, and a digest in the annotation
says whether what came out is what was annotated. MEANTIME (CC BY 4.0): Minard et al. 2016, Wikinews. GUM (text CC BY
2.5, annotation CC BY 4.0): Zeldes 2017, news from Wikinews.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MEANTIME = "meantime/intra-doc_annotation"
TOPICS = ("airbus", "gm")
GUM = "coreference/gum/xml"
TIGHT_BEFORE = frozenset(".,;:!?)]%”") | {"'s", "n't", "’s", "’re", "'re", "'ve", "'ll", "'d", "'m", "..."}
TIGHT_AFTER = frozenset("([$£€“#")
STRAIGHT = frozenset({'"', "'"})
QUOTES = {"``": "“", "''": "”"}
PARAGRAPHS = ("<p>", "<item", "</p>", "</item", "<caption", "</caption", "<l>", "<head", "</head", "<sp", "</sp")
MARKUP = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&apos;": "'", "&quot;": '"'}


@dataclass(frozen=True, slots=True, kw_only=True)
class RealText:
    """A real report.

    Attributes:
        id: As in the annotation.
        outlet: Who published it.
        published: ISO day; empty where the text has none.
        title: Headline.
        text: Everything below it.
    """

    id: str
    outlet: str
    published: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A token; `glued` to the one before, whatever they are."""

    text: str
    glued: bool = False


def joined(tokens: Iterable[Token]) -> str:
    """Tokens as a line of text. Straight quotation marks open and close by turns; "'" after an s is a possessive."""
    words: list[str] = []
    opened: set[str] = set()
    tight_next = True
    for token in tokens:
        word = QUOTES.get(token.text, token.text)
        possessive = word == "'" and "'" not in opened and bool(words) and words[-1].endswith("s")
        mark = word in STRAIGHT and not possessive
        tight = token.glued or tight_next or word in TIGHT_BEFORE or possessive or (mark and word in opened)
        if not tight:
            words.append(" ")
        words.append(word)
        tight_next = word in TIGHT_AFTER or (mark and word not in opened)
        opened ^= {word} if mark else set()
    return "".join(words)


def real_texts(gold: Path) -> Iterator[RealText]:
    """MEANTIME's airbus and gm, then GUM's news, by id.

    `gold` holds `meantime/intra-doc_annotation/corpus_*` and `coreference/gum/xml`.
    """
    for topic in TOPICS:
        for path in sorted((gold / MEANTIME / f"corpus_{topic}").glob("*.xml")):
            yield meantime_text(path)
    for path in sorted((gold / GUM).glob("GUM_news_*.xml")):
        yield gum_text(path)


def meantime_text(path: Path) -> RealText:
    """A text of MEANTIME: the first sentence is the headline, the second the day, the rest one paragraph."""
    sentences: dict[int, list[Token]] = {}
    for token in ET.parse(path).getroot().findall("token"):
        sentences.setdefault(int(token.attrib["sentence"]), []).append(Token(token.text or ""))
    title, day, *rest = (joined(tokens) for _, tokens in sorted(sentences.items()))
    published = day_of(day)
    body = rest if published else [day, *rest]
    return RealText(
        id=f"mt-{path.name.split('_')[0]}",
        outlet="Wikinews",
        published=published,
        title=title,
        text=" ".join(body) + "\n",
    )


def day_of(words: str) -> str:
    """The ISO day of "May 14 , 2009"; empty where it is none."""
    plain = re.sub(r"\s*,\s*", " ", words).strip(" .")
    for form in ("%B %d %Y", "%A %B %d %Y", "%d %B %Y"):
        try:
            return datetime.strptime(plain, form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    return ""


def gum_text(path: Path) -> RealText:
    """A news text of GUM: the first heading is the headline."""
    blocks: list[list[Token]] = [[]]
    published = ""
    glued = first = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("<text "):
            match = re.search(r'dateCreated="(\d{4}-\d\d-\d\d)"', line)
            published = match.group(1) if match else ""
        elif line.startswith(PARAGRAPHS) and blocks[-1]:
            blocks.append([])
        elif line in {"<w>", "</w>"}:
            glued, first = line == "<w>", True
        elif "\t" in line:
            word = line.split("\t")[0]
            for escaped, sign in MARKUP.items():
                word = word.replace(escaped, sign)
            blocks[-1].append(Token(word, glued and not first))
            first = False
    title, *rest = (joined(block) for block in blocks if block)
    name = path.stem.removeprefix("GUM_").replace("_", "-")
    return RealText(
        id=f"gum-{name}", outlet="Wikinews", published=published, title=title, text="\n\n".join(rest) + "\n"
    )
