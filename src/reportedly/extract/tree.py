"""A parsed document as plain Python lists, read once: walking them costs a fraction of walking spaCy's tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "reportedly.tree"
# Marks that open and close words quoted from somebody; the straight one does both.
OPENING = frozenset("“«„‟")
CLOSING = frozenset("”»")


class Tree:
    """The parse of a document; every list has one entry a token.

    Attributes:
        text: The words as written.
        lower: The same in lower case.
        lemma: Lemmas in lower case.
        pos: Coarse parts of speech ("NOUN").
        tag: Fine parts of speech ("VBD").
        dep: What a token is to its head ("nsubj").
        head: Number of the token's head; its own for a root.
        start: Offset of the first code point.
        end: One past the last code point.
        kids: Numbers of the children, in order.
        left: Number of the first token of its subtree.
        right: Number of the last token of its subtree.
        sentence: Number of its sentence.
        sentences: First and one past last token of every sentence.
        quoted: Whether it stands between quotation marks.
        entity: Label of the named entity it belongs to, "" for none.
    """

    __slots__ = (
        "dep", "end", "entity", "head", "kids", "left", "lemma", "lower", "pos", "quoted", "right", "sentence",
        "sentences", "start", "tag", "text",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        columns = doc.to_array(["LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START"]).tolist()
        name = _Names(doc)
        self.text = [token.text for token in doc]
        self.lower = [text.lower() for text in self.text]
        self.start = [token.idx for token in doc]
        self.end = [start + len(text) for start, text in zip(self.start, self.text, strict=True)]
        self.lemma = [name[row[0]].lower() for row in columns]
        self.pos = [name[row[1]] for row in columns]
        self.tag = [name[row[2]] for row in columns]
        self.dep = [name[row[3]] for row in columns]
        self.entity = [name[row[4]] for row in columns]
        self.head = [i + _signed(row[5]) for i, row in enumerate(columns)]
        self.sentences, self.sentence = _sentences([row[6] == 1 for row in columns])
        self.kids: list[list[int]] = [[] for _ in columns]
        for i, head in enumerate(self.head):
            if head != i:
                self.kids[head].append(i)
        self.left, self.right = self._edges()
        self.quoted = _quoted(self.text)

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.text)

    def _edges(self) -> tuple[list[int], list[int]]:
        left, right = list(range(len(self.text))), list(range(len(self.text)))
        for first, last in self.sentences:
            changed = True
            while changed:
                changed = False
                for i in range(first, last):
                    head = self.head[i]
                    if left[i] < left[head]:
                        left[head], changed = left[i], True
                    if right[i] > right[head]:
                        right[head], changed = right[i], True
        return left, right

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """First and one past last token without blanks and line breaks at the ends; at least one token is left."""
        while start + 1 < end and self.text[start].isspace():
            start += 1
        while start + 1 < end and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of `i` that is one of `deps`; None where there is none."""
        return next((kid for kid in self.kids[i] if self.dep[kid] in deps), None)

    def children(self, i: int, *deps: str) -> list[int]:
        """The children of `i` that are one of `deps`, in order."""
        return [kid for kid in self.kids[i] if self.dep[kid] in deps]

    def conjuncts(self, i: int) -> list[int]:
        """`i` and everything coordinated to it, in order."""
        found, at = [i], 0
        while at < len(found):
            found.extend(kid for kid in self.kids[found[at]] if self.dep[kid] == "conj")
            at += 1
        return found

    def above(self, i: int) -> list[int]:
        """The heads over `i`, nearest first."""
        found = []
        while self.head[i] != i:
            i = self.head[i]
            found.append(i)
        return found


class _Names(dict[int, str]):
    """Strings of a vocabulary by their hash, each looked up once."""

    def __init__(self, doc: Doc) -> None:
        super().__init__({0: ""})
        self._strings = doc.vocab.strings

    def __missing__(self, key: int) -> str:
        value = self[key] = str(self._strings[key])
        return value


def _signed(number: int) -> int:
    """The number that spaCy gives as an unsigned one of 64 bits."""
    return number - (1 << 64) if number >= 1 << 63 else number


def _sentences(starts: list[bool]) -> tuple[list[tuple[int, int]], list[int]]:
    first = [i for i, start in enumerate(starts) if start or i == 0]
    bounds = list(zip(first, [*first[1:], len(starts)], strict=False))
    return bounds, [number for number, (start, end) in enumerate(bounds) for _ in range(start, end)]


def _quoted(text: list[str]) -> list[bool]:
    """Which tokens stand inside quotation marks; a mark without a partner closes with its paragraph."""
    inside, found = False, []
    for word in text:
        if "\n" in word:
            inside = False
        if word in OPENING or word == "``":
            inside = True
        elif word in CLOSING or word == "''":
            inside = False
        elif word == '"':
            inside = not inside
        found.append(inside)
    return found


def tree_of(doc: Doc) -> Tree:
    """The tree of a document; made once, then kept with it."""
    tree: Tree | None = doc.user_data.get(KEY)
    if tree is None:
        tree = doc.user_data[KEY] = Tree(doc)
    return tree
