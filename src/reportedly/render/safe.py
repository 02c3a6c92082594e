"""Article text is hostile: how it is made safe for each place that shows it."""

from __future__ import annotations

import html as _html
import re

# What can move a cursor, change a terminal or reorder what is read: C0 and C1 controls, line and paragraph
# separators, and every bidirectional mark, embedding, override and isolate (Unicode UAX 9; "Trojan Source").
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
# ANSI sequences go whole, so that "\x1b[31mred" leaves "red" and not "[31mred".
ANSI = re.compile("(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\\\)?|\x1b.")
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
# A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV Injection").
FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")


def plain(text: str) -> str:
    """`text` on one line, without anything a terminal would act on."""
    return " ".join(UNSAFE.sub(" ", ANSI.sub("", text)).split())


def markdown(text: str) -> str:
    """`text` as Markdown that shows it letter for letter."""
    return MARKDOWN.sub(r"\\\1", plain(text))


def html(text: str) -> str:
    """`text` as HTML that shows it letter for letter, in element or quoted attribute."""
    return _html.escape(plain(text), quote=True)


def cell(text: str) -> str:
    """`text` as a spreadsheet cell that is never a formula."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(FORMULA) else shown
