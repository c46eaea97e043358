"""The command line: a thin layer over intake, the pipeline and the views."""

from __future__ import annotations

import sys
from importlib import resources
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from runut._version import __version__
from runut.cli import codebook
from runut.cli.messages import EXIT_NOTHING_READ, fail, say
from runut.cli.run import EXIT_INTERRUPTED, Wishes, leave_pipe, run
from runut.errors import RunutError
from runut.intake import open_inputs
from runut.intake.days import day_of

__all__ = ["main"]

READ_EPILOG = (
    "JSON lines: one object a line with text or html, and, where known, id, url, outlet, title, author, published. "
    "Own tables: a folder named in RUNUT_LEXICONS. Exit status: 0 all read, 3 some set aside, 2 nothing read."
)
NEXT_STEP = "these were the samples; read your own with `runut read FILE`, and see `runut read --help`"

app = typer.Typer(
    name="runut",
    help="Read Indonesian news into event data that can be traced to the words on the page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(codebook.app, name="codebook")

FolderOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="DIR", help="Write one ID.json an article into this folder.")
]
LinesOption = Annotated[bool, typer.Option("--jsonl", help="Print one line of JSON an article.")]
HtmlOption = Annotated[
    bool, typer.Option("--html", help="Print the article as a web page of its own; with -o, ID.html for each.")
]
EventsOption = Annotated[bool, typer.Option("--events", help="Print one tab-separated line an event.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print indented records, one behind the other.")]


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no "←" shows "?"
    try:
        app()
    except RunutError as error:  # a faulty table
        say(str(error))
        sys.exit(EXIT_NOTHING_READ)
    except OSError as error:
        say(f"output: it cannot be written: {error.strerror or error}; choose another place")
        sys.exit(EXIT_NOTHING_READ)
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"runut {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read Indonesian news into event data that can be traced to the words on the page."""


@app.command(epilog=READ_EPILOG)
def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…|-|URL",
            help="Text, HTML or JSON-lines files, folders of them, '-' for standard input, or addresses.",
        ),
    ],
    output: FolderOption = None,
    jsonl: LinesOption = False,
    json: JsonOption = False,
    html: HtmlOption = False,
    events: EventsOption = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DAY", help="Day of publication of articles that come without one."),
    ] = None,
) -> None:
    """Read articles. Without an option for the output, show them for people.

    What cannot be read is told on standard error and set aside, with -o in DIR/rejected.jsonl; the run goes on.
    """
    day = day_of(published) if published else None
    if published and day is None:
        fail(f"--published {published}: this is no day; write it as 2022-02-23")
    run(
        list(open_inputs(inputs)),
        Wishes(output=output, jsonl=jsonl, json=json, html=html, events=events, published=day),
    )


@app.command()
def demo(
    output: FolderOption = None,
    jsonl: LinesOption = False,
    json: JsonOption = False,
    html: HtmlOption = False,
    events: EventsOption = False,
) -> None:
    """Read the sample articles that come with runut."""
    wishes = Wishes(output=output, jsonl=jsonl, json=json, html=html, events=events)
    with resources.as_file(resources.files("runut").joinpath("samples")) as folder:
        try:
            run(list(open_inputs([str(folder)])), wishes)
        finally:
            if wishes.is_view and sys.stdout.isatty():
                say(NEXT_STEP)


@app.command(epilog="Exit status: as for read.")
def parse(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE…|-", help="Text, HTML or JSON-lines files; '-' or nothing for standard input."),
    ] = None,
    tree: Annotated[bool, typer.Option("--tree", help="Draw the trees instead.")] = False,
    threads: Annotated[
        int | None, typer.Option("--threads", min=1, metavar="N", help="Threads of the model; else half the cores.")
    ] = None,
) -> None:
    """Print words, tags, lemmas, trees and names as CoNLL-U, the form of Universal Dependencies."""
    from runut.cli.parse import parse as run_parse
    from runut.language.model import shipped

    run_parse(list(open_inputs(inputs or ["-"])), shipped(threads), draw=tree)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    import msgspec

    from runut.record import json_schema

    try:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode() + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        leave_pipe()
