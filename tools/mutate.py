"""Documents gone wrong in many ways, the same for the same seed.

    python tools/mutate.py --count 5000 --seed 1 OUT_FOLDER

`mutants(seed, count)` gives the same as (file name, bytes), made from the example reports, where these stand beside,
and from a few documents of its own. What any of them should give is left to who reads them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"

OWN = {
    "slipway.txt": "Slipway shut\n\nAt least two people fell at Portaferry on Friday, she said.\n\n“Nobody saw it.”\n",
    "crane.md": "---\ntitle: Crane falls\noutlet: The Basin Post\npublished: 2022-11-03\n---\n# Crane falls\n\n"
    "Dozens of windows broke, *residents* said. No one was hurt, according to the [port](https://basin.example/port).",
    "bridge.html": '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Bridge shut | The Basin Post'
    '</title><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge shut", "datePublished": '
    '"2022-11-05T08:00:00+01:00", "author": [{"name": "Ane Goikoetxea"}]}</script></head><body><nav><ul><li>Home</ul>'
    "</nav><article><h1>Bridge shut</h1><p>The old bridge in Portugalete was shut on Saturday, the town hall said.</p>"
    "<blockquote><p>It may fall, an engineer told the Post.</p></blockquote><table><tr><td>Boats</td><td>12</td></tr>"
    "</table></article><footer>&copy; 2019</footer></body></html>",
    "notes.jsonl": '{"id": "n1", "outlet": "The Basin Post", "published": "2022-11-06", "text": "Three are held."}\n'
    '{"id": "n2", "title": "Men freed", "text": "The men are free, their lawyer said on Monday.", "tags": ["a"]}\n',
    "one.json": '{"id": 5, "text": "He was seen in Santander, a friend told the Post.", "language": "en", "url": null}',
}

ODD = (
    "e" + "\u0301\u0323\u0308" * 40,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "\U00010330\U00010331\U000e0041\ufe0f",
    "\u2028\u2029\x85\u00a0\u3000\u200b\ufeff",
    "ﬁ ǆ İ ß ﷺ \ufffe\uffff",
    "กำ นี้ क्षि 각 각",
)
RIGHT_TO_LEFT = (
    "قال المحافظ إن أربعة أشخاص أصيبوا.",
    "ארבעה אנשים נפצעו, אמר ראש העיר.",
    "\u202enekorb\u202c \u2067\u202dtext\u2069 \u200f\u200e\u061c",
)
ESCAPES = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://basin.example\x07link\x1b]8;;\x07",
    "\x1b[2J\x1b[H\x1bc",
    "\x9b31m\x90q\x9c",
    "\a\b\b\b\x7f\r",
)
MARKUP = (
    "<!-- never closed ",
    "<script>if (a<b) {'<div>'",
    "<p" + " a='b'" * 300 + ">",
    "&lt;b&gt;&#xD800;&#0;&#x110000;&nbsp;" * 20,
    "<svg><math><table><select><template><p></svg>",
    "</body></html></div></div><p>after the end, she said",
    "<a href='javascript:a(1)'>here</a><img src=x onerror=a(1)><![CDATA[ ]]><?xml version='1.0' encoding='utf-16'?>",
    "=cmd|' /C calc'!A0 [bold]no[/bold] {{ 7*7 }}",
)
CODECS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "cp1256", "shift_jis", "gb18030", "utf-7", "cp500")

Document = tuple[str, bytes]
Mutation = Callable[[Document, Random], Document]


def flip(document: Document, random: Random) -> Document:
    name, content = document
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 3, 10, 100))):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return name, bytes(changed)


def cut(document: Document, random: Random) -> Document:
    name, content = document
    start, end = sorted((random.randrange(len(content) + 1), random.randrange(len(content) + 1)))
    return name, random.choice((content[:start], content[start:], content[start:end], content[:start] + content[end:]))


def repeat(document: Document, random: Random) -> Document:
    name, content = document
    start, end = sorted((random.randrange(len(content) + 1), random.randrange(len(content) + 1)))
    return name, content[:start] + content[start:end] * random.choice((2, 10, 60)) + content[end:]


def splice(document: Document, random: Random) -> Document:
    name, content = document
    _, other = random.choice(bases())
    return name, content[: random.randrange(len(content) + 1)] + other[random.randrange(len(other) + 1) :]


def nest(document: Document, random: Random) -> Document:
    name, content = document
    depth = random.choice((10, 63, 64, 65, 199, 201, 400, 3_000, 30_000))
    opening, closing = random.choice(
        ((b"<div>", b"</div>"), (b"<b>", b"</b>"), (b"<table><tr><td>", b""), (b"<ul><li>", b""))
    )
    if name.endswith((".jsonl", ".json")):
        opening, closing = random.choice(((b"[", b"]"), (b'{"text":', b"}"), (b"[", b"")))
        inner = opening * depth + b"1" + closing * depth
        return name, b'{"text": "Two were hurt, he said.", "more": ' + inner + b"}\n" + content
    if not name.endswith(".html"):
        opening, closing = random.choice(((b"> ", b""), (b"(", b")"), ("“".encode(), "”".encode()), (b"- ", b"")))
    middle = random.randrange(len(content) + 1)
    return name, content[:middle] + opening * depth + content[middle:] + closing * depth


def huge_line(document: Document, random: Random) -> Document:
    unit = random.choice(("a", "said ", "he said that she said ", "\u0301", " ", "“", "1,000 ", "<p>x", "()", "A. "))
    return insert(document, unit * random.choice((3_000, 60_000)), random)


def odd_unicode(document: Document, random: Random) -> Document:
    return insert(document, "".join(random.choices(ODD, k=random.randrange(1, 4))), random)


def right_to_left(document: Document, random: Random) -> Document:
    return insert(document, " ".join(random.choices(RIGHT_TO_LEFT, k=random.randrange(1, 4))), random)


def escapes(document: Document, random: Random) -> Document:
    return insert(document, "".join(random.choices(ESCAPES, k=random.randrange(1, 4))), random)


def markup(document: Document, random: Random) -> Document:
    return insert(document, random.choice(MARKUP), random)


def nuls(document: Document, random: Random) -> Document:
    name, content = document
    for _ in range(random.choice((1, 3, 10, 500))):
        content = _amid(content, random.choice((b"\0", b"\\u0000", b"&#0;")), random)
    return name, content


def surrogates(document: Document, random: Random) -> Document:
    name, content = document
    lone = random.choice((b"\\ud800", b"\\udc00\\ud83d", b"\xed\xa0\x80", b"&#xD83D;", b"\\uD83D\\uDE00"))
    return name, _amid(content, lone, random)


def newlines(document: Document, random: Random) -> Document:
    name, content = document
    return name, content.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n\n", b"\n\r", "\u2028".encode(), b"\x0b")))


def wrong_encoding(document: Document, random: Random) -> Document:
    name, content = document
    text = content.decode("utf-8", errors="replace")
    declared = re.sub("utf-8", random.choice(CODECS), text) if random.random() < 0.5 else text
    return name, declared.encode(random.choice(CODECS), errors="replace")


def wrong_kind(document: Document, random: Random) -> Document:
    name, content = document
    return name.rsplit(".", 1)[0] + random.choice((".txt", ".md", ".html", ".jsonl", ".json")), content


def wrong_values(document: Document, random: Random) -> Document:
    line = {"id": "w", "text": "Two were hurt, he said.", "published": "2022-11-06", "author": "Ane Goikoetxea"}
    wrong: list[object] = [
        None,
        0,
        True,
        1e400,
        [],
        {},
        "",
        "  ",
        "31/02/2022",
        10**5_000,
        ["a", "b"],
        "javascript:alert(1)",
    ]
    changed = {**line, random.choice((*line, "url", "title", "language")): random.choice(wrong)}
    return "values.jsonl", _json(changed) + document[1]


def front_matter(document: Document, random: Random) -> Document:
    name, content = document
    block = random.choice(
        ("title: a\n", "title:\n - a\n", "x: y\n" * 300, "published: 99999-99-99\n", "title: '\n", "{}\n", "url: ://\n")
    )
    return name.rsplit(".", 1)[0] + ".md", b"---\n" + block.encode() + random.choice(
        (b"---\n", b"...\n", b"")
    ) + content


def nothing(document: Document, random: Random) -> Document:
    return document[0], random.choice(
        (b"", b" ", b"\n\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"...", b"{}", b"[]", b"<html></html>", b"---\n---\n")
    )


def binary(document: Document, random: Random) -> Document:
    head = random.choice((b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xd8\xff", document[1][:50]))
    return document[0], head + random.randbytes(random.choice((10, 1_000, 20_000)))


def packed(document: Document, random: Random) -> Document:
    name, content = document
    whole = gzip.compress(content, mtime=0)
    broken = bytearray(whole)
    broken[random.randrange(len(broken))] ^= 1 << random.randrange(8)
    return f"{name}.gz", random.choice(
        (
            whole,
            whole + whole,
            whole + b"\0" * 9,
            whole + b"rest",
            whole[: random.randrange(len(whole))],
            bytes(broken),
            content,
            gzip.compress(whole, mtime=0),
        )
    )


def bomb(document: Document, random: Random) -> Document:
    return f"{document[0]}.gz", _bomb() * random.choice((1, 3))


def insert(document: Document, words: str, random: Random) -> Document:
    """`words` somewhere in the document: in JSON, by half, within a string."""
    name, content = document
    text = content.decode("utf-8", errors="replace")
    if name.endswith((".jsonl", ".json")) and random.random() < 0.5:
        words = json.dumps(words, ensure_ascii=random.random() < 0.5)[1:-1]
    middle = random.randrange(len(text) + 1)
    return name, (text[:middle] + words + text[middle:]).encode("utf-8", errors="surrogatepass")


SHAPES: tuple[Mutation, ...] = (flip, cut, repeat, splice, nest, huge_line, newlines)
CHARACTERS: tuple[Mutation, ...] = (odd_unicode, right_to_left, escapes, markup, nuls, surrogates, wrong_encoding)
KINDS: tuple[Mutation, ...] = (wrong_kind, wrong_values, front_matter, nothing, binary, packed)
MUTATIONS = (*SHAPES, *CHARACTERS, *KINDS)
# One in so many is a bomb, for making and refusing one costs more than all others.
BOMBS = 100


@cache
def bases() -> tuple[Document, ...]:
    """What mutants are made from, by name."""
    examples = [(path.name, path.read_bytes()) for path in sorted(EXAMPLES.glob("*.*")) if path.is_file()]
    return (*((name, text.encode("utf-8")) for name, text in OWN.items()), *examples)


def mutants(seed: int, count: int) -> Iterator[Document]:
    """`count` documents as (file name, bytes), each name different; each mutation comes in turn, often two at once."""
    random = Random(seed)
    for number in range(count):
        mutation = bomb if number % BOMBS == BOMBS - 1 else MUTATIONS[number % len(MUTATIONS)]
        name, content = mutation(random.choice(bases()), random)
        kinds = [mutation.__name__]
        if random.random() < 0.3 and mutation is not bomb:
            more = random.choice((flip, cut, odd_unicode, escapes, nuls, wrong_kind))
            name, content = more((name, content), random)
            kinds.append(more.__name__)
        yield f"{number:05}-{'-'.join(kinds)}-{name}", content


def main() -> None:
    parser = argparse.ArgumentParser(description="Write documents gone wrong into a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for name, content in mutants(wanted.seed, wanted.count):
        (wanted.folder / name).write_bytes(content)
    print(f"{wanted.count} documents in {wanted.folder}")


def _amid(content: bytes, piece: bytes, random: Random) -> bytes:
    middle = random.randrange(len(content) + 1)
    return content[:middle] + piece + content[middle:]


@cache
def _bomb() -> bytes:
    return gzip.compress(b"\n" * 25_000_000, mtime=0)


def _json(value: object) -> bytes:
    # Integers of thousands of digits are no JSON that Python writes.
    if isinstance(value, dict):
        return b"{" + b", ".join(json.dumps(key).encode() + b": " + _json(one) for key, one in value.items()) + b"}\n"
    return b"9" * 5_000 if isinstance(value, int) and value > 10**100 else json.dumps(value).encode()


if __name__ == "__main__":
    main()
