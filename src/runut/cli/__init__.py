"""The command line: a thin layer over intake, the pipeline and the views."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import resources
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from runut._version import __version__
from runut.cli.output import (
    REJECTED_FILE,
    FolderOutput,
    LinesOutput,
    Output,
    PrettyOutput,
    Rejected,
    ViewOutput,
)
from runut.cli.progress import WorkProgress
from runut.errors import InputError, LexiconError, ReadingError, RunutError
from runut.intake import Input, Item, items, open_inputs
from runut.record import Article

__all__ = ["main"]

EXIT_ALL_READ = 0
EXIT_NOTHING_READ = 2
EXIT_SOME_SET_ASIDE = 3
EXIT_INTERRUPTED = 130
EXIT_STATUS_HELP = "Exit status: 0 all read, 3 some set aside, 2 nothing read."
USER_AGENT = f"runut/{__version__} (reads one page at its user's request)"

app = typer.Typer(
    name="runut",
    help="Read Indonesian news into event data that can be traced to the words on the page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line."""
    try:
        app()
    except RunutError as error:  # a faulty table
        _say(str(error))
        sys.exit(EXIT_NOTHING_READ)
    except BrokenPipeError:  # the reader of the pipe, such as head, has seen enough
        sys.stderr.close()
        sys.exit(EXIT_ALL_READ)


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


@app.command(epilog=EXIT_STATUS_HELP)
def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…|-|URL",
            help="Text, HTML or JSON-lines files, folders of them, '-' for standard input, or addresses.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Write one ID.json an article into this folder."),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one line of JSON an article.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print an indented record.")] = False,
) -> None:
    """Read articles. Without an option for the output, show them for people.

    What cannot be read is set aside with its reason, in rejected.jsonl beside the output, and the run goes on.
    """
    _run(list(open_inputs(inputs)), output=output, jsonl=jsonl, json=json)


@app.command()
def demo(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Write one ID.json an article into this folder."),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one line of JSON an article.")] = False,
) -> None:
    """Read the sample articles that come with runut."""
    with resources.as_file(resources.files("runut").joinpath("samples")) as folder:
        _run(list(open_inputs([str(folder)])), output=output, jsonl=jsonl, json=False)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    import msgspec

    from runut.record import json_schema

    typer.echo(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode())


def _run(inputs: list[Input], *, output: Path | None, jsonl: bool, json: bool) -> NoReturn:
    """Read the inputs, put out the records, and end with the exit status that says how it went."""
    if jsonl and json:
        _fail("--jsonl and --json exclude each other; choose one")
    read_count = 0
    with ExitStack() as stack:
        sinks = _sinks(output, jsonl=jsonl, json=json)
        rejected = Rejected(output / REJECTED_FILE if output else None)
        is_bar_shown = bool(output) or not sys.stdout.isatty()
        progress = stack.enter_context(WorkProgress(sum(entry.size for entry in inputs), is_shown=is_bar_shown))
        try:
            for item in _items(inputs):
                read_count += _read_item(item, sinks, rejected)
                progress.advance(item.size)
        except KeyboardInterrupt:
            _say(f"interrupted; {read_count} read")
            raise typer.Exit(EXIT_INTERRUPTED) from None
        finally:
            for sink in sinks:
                sink.close()
    if output or rejected.count:
        beside = f" (reasons in {output / REJECTED_FILE})" if output and rejected.count else ""
        _say(f"{read_count} read, {rejected.count} set aside{beside}")
    if not rejected.count:
        raise typer.Exit(EXIT_ALL_READ)
    raise typer.Exit(EXIT_SOME_SET_ASIDE if read_count else EXIT_NOTHING_READ)


def _items(inputs: list[Input]) -> Iterator[Item]:
    for entry in inputs:
        yield from items(entry, stdin=sys.stdin.buffer, user_agent=USER_AGENT)


def _sinks(output: Path | None, *, jsonl: bool, json: bool) -> list[Output]:
    sinks: list[Output] = []
    if output:
        try:
            sinks.append(FolderOutput(output))
        except OSError as error:
            _fail(f"{output}: the folder cannot be made: {error.strerror}; choose another with -o")
    if jsonl:
        sinks.append(LinesOutput(sys.stdout.buffer))
    if json:
        sinks.append(PrettyOutput(sys.stdout.buffer))
    return sinks or [ViewOutput(Console(highlight=False))]


def _read_item(item: Item, sinks: list[Output], rejected: Rejected) -> bool:
    """Read one item into the sinks; say whether it was read."""
    try:
        article = _article_of(item)
    except InputError as error:
        item.error = type(error)(
            error.reason, mend=error.mend, origin=item.origin, line=item.line if item.line else error.line
        )
        _say(str(item.error))
        rejected.add(item)
        return False
    article.warnings = [*item.warnings, *article.warnings]
    for sink in sinks:
        sink.write(article)
    place = item.origin if item.line is None else f"{item.origin}, line {item.line}"
    for warning in article.warnings:
        _say(f"{place}: {warning}")
    return True


def _article_of(item: Item) -> Article:
    """Read the document of an item; a fault of runut's own is told apart from bad input."""
    from runut.pipeline import read_document

    if item.error is not None:
        raise item.error
    assert item.document is not None, "an item without an error has a document"  # noqa: S101
    try:
        return read_document(item.document)
    except (InputError, LexiconError):
        raise
    except Exception as error:
        reason = f"runut fails on it ({type(error).__name__}: {error})"
        raise ReadingError(reason, mend="report this with the article", origin=item.origin, line=item.line) from error


def _say(message: str) -> None:
    print(f"runut: {' '.join(message.split())}", file=sys.stderr)


def _fail(message: str) -> NoReturn:
    _say(message)
    raise typer.Exit(EXIT_NOTHING_READ)
