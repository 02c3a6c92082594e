"""`reportedly`: the commands, and how each ends: 0 done, 1 some inputs failed, 2 wrong use."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from reportedly.cli import add, ask, brief, correct, disputes, export, forget, history, judge, read, show
from reportedly.cli.console import complain, fall_silent
from reportedly.errors import ReadError, ReadingError, ReportedlyError

app = typer.Typer(
    name="reportedly",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Keeps what is reported: by whom, through whom, how surely, when, where, about whom, how many.",
)

for module in (read, add, brief, ask, disputes, history, show, correct, judge, forget, export):
    module.register(app)


def version(asked: bool) -> None:
    """Print the version and end."""
    if asked:
        from importlib.metadata import version as installed

        typer.echo(f"reportedly {installed('reportedly')}")
        raise typer.Exit


@app.callback()
def main(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Keeps what is reported: by whom, through whom, how surely, when, where, about whom, how many."""


def run() -> None:
    """The entry point: errors become one line on standard error and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What is printed is UTF-8 wherever it goes: a report knows no code page.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except (ReadError, ReadingError) as error:
        complain(error)
        sys.exit(1)
    except ReportedlyError as error:
        complain(error)
        sys.exit(2)
    except BrokenPipeError:
        fall_silent()
        sys.exit(0)
    except OSError as error:
        complain(f"{error.filename or 'standard output'}: {error.strerror}")
        fall_silent()
        sys.exit(2)
