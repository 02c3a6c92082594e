"""Article text is hostile: how it is made safe for each place that shows it."""

from __future__ import annotations

import html as _html
import json
import re
from typing import Any

# What can move a cursor, change a terminal or reorder what is read: C0 and C1 controls, line and paragraph
# separators, and every bidirectional mark, embedding, override and isolate (Unicode UAX 9; "Trojan Source").
UNSAFE_CLASS = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
UNSAFE = re.compile(f"[{UNSAFE_CLASS}]+")
# ANSI sequences go whole, so that "\x1b[31mred" leaves "red" and not "[31mred".
ANSI = re.compile("(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\\\)?|\x1b.")
# What Markdown acts on anywhere in a line (CommonMark, tables and strikethrough of GFM, formulas of many hosts) …
INLINE = re.compile(r"([\\`*_\[\]<>~|&$])")
# … where a line begins (headings, lists, quotes, rules) …
OPENING = re.compile(r"^([#+\-=:])|^(\d{1,9})([.)])")
# … and what hosts make links of by themselves.
LINKED = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
# A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV Injection").
FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")


def plain(text: str) -> str:
    """`text` on one line, without anything a terminal would act on."""
    return " ".join(UNSAFE.sub(" ", ANSI.sub("", text)).split())


def markdown(text: str) -> str:
    """`text` as Markdown that shows it letter for letter, and makes no link of an address."""
    escaped = INLINE.sub(r"\\\1", plain(text))
    return LINKED.sub(r"\\", OPENING.sub(lambda found: _opened(found), escaped))


def _opened(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def code(text: str) -> str:
    """`text`, an id, between backticks of Markdown."""
    return f"`{plain(text).replace('`', chr(39))}`"


def html(text: str) -> str:
    """`text` as HTML that shows it letter for letter, in element or quoted attribute."""
    return _html.escape(plain(text), quote=True)


def cell(text: str) -> str:
    """`text` as a spreadsheet cell that is never a formula."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(FORMULA) else shown


def json_text(value: Any) -> str:
    """`value` as JSON on one line: UTF-8 as it is, but for what a terminal or an eye would act on."""
    return escaped_json(json.dumps(value, ensure_ascii=False))


def escaped_json(text: str) -> str:
    r"""JSON text with controls, bidirectional controls and surrogates as \u escapes, which read back as the same."""
    return UNSAFE.sub(lambda found: "".join(f"\\u{ord(char):04x}" for char in found[0]), text)
