"""Options and arguments that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="PATH-or-URL", help="The ledger. [env: REPORTEDLY_LEDGER; default: reportedly.db]"
    ),
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Only what was published by the end of that day.")
]
KnownAtOption = Annotated[
    str | None,
    typer.Option("--known-at", metavar="TIME", help="Only what this ledger held at that moment; UTC unless it says."),
]
PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="For documents that do not say when: their date.")
]
OutletOption = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="For documents that do not say who: their outlet.")
]
MaxBytesOption = Annotated[
    int | None, typer.Option("--max-bytes", min=1, help="Largest input, unpacked. [default: 20000000]")
]
MaxWordsOption = Annotated[
    int | None, typer.Option("--max-words", min=1, help="Most words of one article. [default: 50000]")
]
MaxSecondsOption = Annotated[
    float | None, typer.Option("--max-seconds", min=0.1, help="Longest reading of one article. [default: 120]")
]
PathsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, globs, or - for standard input. Kinds: .txt .text .md .markdown .html .htm .xhtml .jsonl "
        ".ndjson .json, each also with .gz.",
    ),
]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="As printed, or its first digits.")]
WhoOption = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who says so. [default: the login name]")]
