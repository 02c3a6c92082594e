"""A page of statements in groups, what every view answers with, as text, Markdown, HTML or JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.model import Article, Statement
from reportedly.render.line import Line, line, line_html, line_markdown, line_text
from reportedly.render.record import Json, statement_record
from reportedly.render.safe import code, html, markdown, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One statement on a page.

    Attributes:
        statement: The statement.
        article: The article it is from.
        note: What the page adds to it in fixed words ("repeat", "also in The Lantern"); None for nothing.
    """

    statement: Statement
    article: Article
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements under one heading.

    Attributes:
        heading: What they are about: a name, a question, an event's type with place and day. It asserts nothing.
        shown: The statements, in order.
        id: Of the entity, question or event they are about; None where there is none.
        more: How many statements were left out to keep the page short.
        notes: Reasons, counts and warnings, in fixed words.
    """

    heading: str
    shown: tuple[Shown, ...]
    id: str | None = None
    more: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Groups of one sort.

    Attributes:
        name: "people", "events", "figures", "disputes", "unknowns" …
        groups: The groups, what matters most first.
        more: How many groups were left out to keep the page short.
    """

    name: str
    groups: tuple[Group, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a view answers with.

    Attributes:
        title: What it is.
        notes: How many articles, outlets, sources and so on, and warnings.
        sections: Empty ones are left out.
    """

    title: str
    notes: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


def page_json(page: Page) -> Json:
    """The page as one JSON object; every statement whole, with its rendering."""
    return {"title": page.title, "notes": list(page.notes), "sections": [_section_json(s) for s in page.sections]}


def _section_json(section: Section) -> Json:
    groups = [
        {
            "id": group.id,
            "heading": group.heading,
            "notes": list(group.notes),
            "lines": [_shown_json(shown) for shown in group.shown],
            "more": group.more,
        }
        for group in section.groups
    ]
    return {"name": section.name, "groups": groups, "more": section.more}


def _shown_json(shown: Shown) -> Json:
    statement = statement_record(shown.statement, shown.article)
    return {"text": line_text(_line(shown)), "note": shown.note, "statement": statement}


def _line(shown: Shown) -> Line:
    return line(shown.statement, shown.article)


def page_text(page: Page) -> str:
    """For a terminal: one line a statement."""
    out = [plain(page.title), *(plain(note) for note in page.notes)]
    for section in page.sections:
        out += ["", section.name.upper()]
        for group in section.groups:
            out += ["", f"  {plain(group.heading)}" + (f"  {plain(group.id)}" if group.id else "")]
            out += [f"    ({plain(note)})" for note in group.notes]
            out += [f"  - {line_text(_line(shown))}{_aside(shown, plain)}" for shown in group.shown]
            out += _more(group.more, "  - … and {} more")
        out += _more(section.more, "\n  … and {} more")
    return "\n".join(out)


def page_markdown(page: Page) -> str:
    """As Markdown, fit to send to an editor."""
    out = [f"# {markdown(page.title)}", "", *(f"{markdown(note)}  " for note in page.notes)]
    for section in page.sections:
        out += ["", f"## {section.name.capitalize()}"]
        for group in section.groups:
            out += ["", f"### {markdown(group.heading)}" + (f" {code(group.id)}" if group.id else ""), ""]
            out += [f"*{markdown(note)}*  " for note in group.notes] + ([""] if group.notes else [])
            out += [f"- {line_markdown(_line(shown))}{_aside(shown, markdown)}" for shown in group.shown]
            out += _more(group.more, "- … and {} more")
        out += _more(section.more, "\n… and {} more")
    return "\n".join(out)


def page_html(page: Page) -> str:
    """As one HTML document without scripts, fit to open, print or send."""
    out = [HEAD.format(title=html(page.title)), f"<h1>{html(page.title)}</h1>"]
    out += [f"<p>{html(note)}</p>" for note in page.notes]
    for section in page.sections:
        out.append(f"<section><h2>{html(section.name.capitalize())}</h2>")
        for group in section.groups:
            out.append(f"<h3>{html(group.heading)}" + (f" <code>{html(group.id)}</code>" if group.id else "") + "</h3>")
            out += [f"<p><em>{html(note)}</em></p>" for note in group.notes]
            out += [line_html(_line(shown)) + _aside(shown, html) + "</p>" for shown in group.shown]
            out += _more(group.more, "<p>… and {} more</p>")
        out += [*_more(section.more, "<p>… and {} more</p>"), "</section>"]
    return "\n".join([*out, "</body></html>"])


HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>body{{font:1rem/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}}
.statement{{margin:.4rem 0}}em,code,.chain,.published{{font:.8rem/1.4 system-ui,sans-serif;color:#555}}
.chain::before,.published::before{{content:"· "}}code{{font-family:monospace}}</style></head><body>"""


def _aside(shown: Shown, safe: Callable[[str], str]) -> str:
    return "" if shown.note is None else f" ({safe(shown.note)})"


def _more(count: int, words: str) -> list[str]:
    return [words.format(count)] if count else []
