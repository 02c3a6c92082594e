"""Bytes to text, without turning one damaged byte into a page of gibberish.

A guess over the whole document is the last resort: marks and UTF-8 come first, then what a page declares.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from reportedly.errors import NotText
from reportedly.readers.language import looks_like

# The longer marks first: that of UTF-32 begins with that of UTF-16.
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of what people most often have beside their texts: PDF, ZIP (also office files), older office files,
# pictures, gzip, 7z, RAR, programs, SQLite. Source: the formats' own specifications. None that a text could begin with.
SIGNATURES: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"GIF87a",
    b"GIF89a",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!\x1a\x07",
    b"\x7fELF",
    b"SQLite format 3\x00",
)

# What a page may declare, by Python's name of the codec, and what is then meant, as the WHATWG Encoding Standard has
# it. Anything else declared is not believed (among Python's codecs are some that are no encodings of text).
DECLARED: Final = {
    **{f"cp125{n}": f"cp125{n}" for n in range(9)},
    **{f"iso8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{same: same for same in ("koi8-r", "koi8-u", "cp866", "cp874", "big5", "euc_jp", "gb18030", "mac-roman")},
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_kr": "cp949",
    "cp949": "cp949",
    "big5hkscs": "big5hkscs",
}

# Encodings of Latin letters share most bytes, and the guess mixes them up: it read Turkish as Romanian and Polish as
# Western European, where told apart by letters alone. So the language decides among them.
LATIN: Final = frozenset(
    ("cp1250", "cp1252", "cp1254", "cp1257", "cp1258", *(f"iso8859-{n}" for n in (*range(2, 5), 10)))
)
# Above this share of letters beyond ASCII that stand together, it may be another script; in those nearly all do.
MOST_TOGETHER = 0.3
LATIN_OF: Final = {
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "cp1250"),
    **dict.fromkeys(("az", "tr"), "cp1254"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    "vi": "cp1258",
}
# What is guessed among: all that may be declared but those that hardly any text was ever in.
GUESSED: Final = {*DECLARED.values()} - {"mac-roman", *(f"iso8859-{n}" for n in (3, 4, 10, 13, 14, 15, 16))}

# Control characters but tab, newlines, form feed, and escape (which text saved from a terminal is full of).
CONTROLS: Final = bytes({*range(9), *range(14, 27), 127})
# Random bytes hold 10 % of them; a text with stray NULs hardly 1 %.
MOST_CONTROLS = 0.10
MOST_CONTROLS_UNMARKED = 0.01
# Fewer prove nothing in a short text.
FEWEST_CONTROLS = 8

# In UTF-16 without a mark, European text has a zero in nearly every other byte.
MOST_ZEROS = 0.4
FEWEST_ZEROS = 0.05

# How much of a document the guess looks at: judging is by share, and more costs time only.
GUESSED_FROM = 100_000

_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]")
_HIGH: Final = bytes(range(128, 256))
_TOGETHER: Final = re.compile(rb"[\x80-\xff]{2,}")
_C1: Final = re.compile(rb"[\x80-\x9f]")


def decoded(content: bytes, *, name: str, declared: str | None = None) -> str:
    """The text that `content` holds, without a byte order mark; newlines and Unicode form untouched.

    `declared` is the encoding a page states; it is believed where the bytes are no UTF-8 and fit it. Damaged UTF-8
    keeps its good parts, with U+FFFD for the bad ones. Raises NotText, naming `name`, for anything binary.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding, name)
    if content.startswith(SIGNATURES) or _controls(content) > MOST_CONTROLS:
        wide = None if content.startswith(SIGNATURES) else _wide(content)
        if wide is None:
            raise NotText(name)
        return _marked(content, wide, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(content, declared, name)


def _marked(content: bytes, encoding: str, name: str) -> str:
    """`content` in an encoding that its first bytes tell; raises NotText where hardly any of it fits."""
    text = content.decode(encoding, errors="replace")
    if text.count("\ufffd") > len(text) * MOST_CONTROLS or _controls(text.encode("utf-8")) > MOST_CONTROLS:
        raise NotText(name)
    return text


def _wide(content: bytes) -> str | None:
    """The UTF-16 that text without a mark is in, told by where its zeros lie; None if it is not."""
    sample = content[: GUESSED_FROM - GUESSED_FROM % 2]
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if low > half * MOST_ZEROS and high < half * FEWEST_ZEROS:
        return "utf-16-le"
    if high > half * MOST_ZEROS and low < half * FEWEST_ZEROS:
        return "utf-16-be"
    return None


def _legacy(content: bytes, declared: str | None, name: str) -> str:
    """`content`, which is no clean UTF-8: damaged UTF-8, what is declared, or what its letters look like."""
    mended = content.decode("utf-8", errors="replace")
    bad = mended.count("\ufffd")
    # In another encoding, bytes hardly ever fall into UTF-8 sequences by chance.
    if len(mended) - len(mended.encode("ascii", errors="ignore")) - bad >= bad:
        return mended
    if _controls(content) > MOST_CONTROLS_UNMARKED:
        raise NotText(name)
    for encoding in (_believed(declared), _guessed(content)):
        if encoding is not None:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    return _mostly_western(content, name)


def _believed(declared: str | None) -> str | None:
    """The codec meant by what a page declares; None where it declares none of text."""
    try:
        return DECLARED.get(codecs.lookup(declared).name) if declared else None
    except (LookupError, ValueError):
        return None


def _guessed(content: bytes) -> str | None:
    """The codec that the letters beyond ASCII look like; None where they look like nothing."""
    from charset_normalizer import from_bytes

    beyond = _BEYOND_ASCII.search(content)
    # From the line of the first such letter on, to the end of a line, so that no letter of several bytes is cut.
    start = 0 if beyond is None else content.rfind(b"\n", 0, beyond.start()) + 1
    end = len(content) if len(content) - start <= GUESSED_FROM else content.rfind(b"\n", start, start + GUESSED_FROM)
    sample = content[start : end if end > start else start + GUESSED_FROM]
    if _alone(sample):
        return _latin(sample)
    best = from_bytes(sample, cp_isolation=sorted(GUESSED)).best()
    if best is None:
        return None
    encoding = codecs.lookup(best.encoding).name
    return _latin(sample) if encoding in LATIN else encoding


def _alone(sample: bytes) -> bool:
    """Whether letters beyond ASCII stand among ASCII letters, as accents, quotes and currency signs do."""
    together = sum(len(run) for run in _TOGETHER.findall(sample))
    return together < MOST_TOGETHER * (len(sample) - len(sample.translate(None, _HIGH)))


def _latin(sample: bytes) -> str:
    """The encoding of Latin letters that suits the language, which is told well enough with half the accents wrong."""
    encoding = LATIN_OF.get(looks_like(sample.decode("cp1252", errors="replace")) or "", "cp1252")
    # The letters that cp1250 has between 80 and 9F, and ISO 8859-2 further up, are common in all its languages.
    return "iso8859-2" if encoding == "cp1250" and _C1.search(sample) is None else encoding


def _mostly_western(content: bytes, name: str) -> str:
    """A text with a few stray bytes, as the commonest of the old encodings; raises NotText where they are many."""
    beyond = sum(byte > 127 for byte in content[:GUESSED_FROM])
    if beyond > MOST_CONTROLS * min(len(content), GUESSED_FROM):
        raise NotText(name, problem="in no encoding that could be told", hint="save it as UTF-8")
    return content.decode("cp1252", errors="replace")


def _controls(content: bytes) -> float:
    """The share of control characters in the beginning of `content`."""
    sample = content[:GUESSED_FROM]
    number = len(sample) - len(sample.translate(None, CONTROLS))
    return number / len(sample) if number >= FEWEST_CONTROLS else 0.0
