"""One run of the reader: inputs in, records out, what cannot be read set aside."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

import msgspec
import typer

from runut._version import __version__
from runut.cli.messages import EXIT_NOTHING_READ, fail, say
from runut.cli.output import (
    EventsOutput,
    FolderOutput,
    LinesOutput,
    Output,
    PageOutput,
    PrettyOutput,
    Rejected,
    TooManyPagesError,
    ViewOutput,
)
from runut.cli.progress import WorkProgress
from runut.errors import InputError, ReadingError, RunutError
from runut.intake import Input, Item, items
from runut.record import Article, Document

EXIT_ALL_READ = 0
EXIT_SOME_SET_ASIDE = 3
EXIT_INTERRUPTED = 130
USER_AGENT = f"runut/{__version__} (reads one page at its user's request)"
KEPT_DOCUMENT_CHARACTERS = 2000
"""So much of a document that cannot be read is kept with its reason, where it came in a line."""


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the user wishes of a run.

    Attributes
    ----------
    output
        The folder for records; ``None`` for none.
    jsonl, json, html, events
        Whether lines, indented records, a web page, or a line an event are wanted; the page is written beside the
        records where there is a folder.
    published
        The day of publication of articles that come without one.
    """

    output: Path | None = None
    jsonl: bool = False
    json: bool = False
    html: bool = False
    events: bool = False
    published: str | None = None

    @property
    def is_view(self) -> bool:
        """Whether people are to be shown the articles."""
        return not (self.output or self.jsonl or self.json or self.html or self.events)


def run(inputs: list[Input], wishes: Wishes) -> NoReturn:
    """Read the inputs, put out the records, and end with the exit status that says how it went."""
    if wishes.jsonl + wishes.json + wishes.events > 1:
        fail("--jsonl, --json and --events exclude each other; choose one")
    if wishes.html and not wishes.output and (wishes.jsonl or wishes.json or wishes.events):
        fail("--html prints a page and nothing beside it; give -o DIR for both")
    rejected = Rejected(wishes.output, {entry.path.resolve() for entry in inputs if entry.path})
    read_count = 0
    try:
        with ExitStack() as stack:
            sinks = _sinks(wishes)
            total = sum(entry.size for entry in inputs)
            progress = stack.enter_context(WorkProgress(total, is_shown=_is_bar_welcome(wishes)))
            for item in items_of(inputs):
                read_count += _read_item(item, sinks, rejected, wishes)
                progress.advance(item.size)
            for sink in sinks:
                sink.close()
            rejected.close()
    except KeyboardInterrupt:
        say(f"interrupted; {read_count} read")
        raise typer.Exit(EXIT_INTERRUPTED) from None
    except TooManyPagesError:
        fail("--html prints the page of one article, and there are more; give -o DIR for all")
    except BrokenPipeError:  # the reader of the pipe, such as head, has seen enough
        leave_pipe()
    except OSError as error:
        fail(f"{error.filename or 'output'}: it cannot be written: {error.strerror or error}; choose another place")
    if wishes.output or rejected.count:
        beside = f" (reasons in {rejected.path})" if rejected.path and rejected.count else ""
        say(f"{read_count} read, {rejected.count} set aside{beside}")
    end(read_count, rejected.count)


def end(read_count: int, set_aside: int) -> NoReturn:
    """End with the exit status that says how a run went."""
    if not set_aside:
        raise typer.Exit(EXIT_ALL_READ)
    raise typer.Exit(EXIT_SOME_SET_ASIDE if read_count else EXIT_NOTHING_READ)


def leave_pipe() -> NoReturn:
    """End without a word where nobody reads what is printed any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(EXIT_ALL_READ)


def _is_bar_welcome(wishes: Wishes) -> bool:
    """Whether a progress bar disturbs nothing: records go to a folder, or to a file, and not to a pager."""
    if wishes.output and not (wishes.jsonl or wishes.json or wishes.events):
        return True
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def items_of(inputs: list[Input]) -> Iterator[Item]:
    """The articles of all inputs, one by one."""
    for entry in inputs:
        yield from items(entry, stdin=sys.stdin.buffer, user_agent=USER_AGENT)


def _sinks(wishes: Wishes) -> list[Output]:
    sinks: list[Output] = []
    if wishes.output:
        sinks.append(FolderOutput(wishes.output, pages=wishes.html))
    elif wishes.html:
        sinks.append(PageOutput(sys.stdout.buffer))
    if wishes.jsonl:
        sinks.append(LinesOutput(sys.stdout.buffer))
    if wishes.json:
        sinks.append(PrettyOutput(sys.stdout.buffer))
    if wishes.events:
        sinks.append(EventsOutput(sys.stdout.buffer))
    return sinks or [ViewOutput()]


def _read_item(item: Item, sinks: list[Output], rejected: Rejected, wishes: Wishes) -> bool:
    """Read one item into the sinks; say whether it was read."""
    try:
        article = _article_of(item, wishes)
    except InputError as error:
        line = item.line if item.line else error.line
        item.error = type(error)(error.reason, mend=error.mend, origin=item.origin, line=line)
        if item.raw is None and item.line and item.document:
            item.raw = item.document.content[:KEPT_DOCUMENT_CHARACTERS]
        say(str(item.error))
        rejected.add(item)
        return False
    article.warnings = [*item.warnings, *article.warnings]
    for sink in sinks:
        sink.write(article)
    place = item.origin if item.line is None else f"{item.origin}, line {item.line}"
    for warning in [] if wishes.is_view else article.warnings:
        say(f"{place}: {warning}")
    return True


def document_of(item: Item) -> Document:
    """The document of an item; where it cannot be read, the error that says why is raised."""
    if item.error is not None:
        raise item.error
    assert item.document is not None, "an item without an error has a document"  # noqa: S101
    return item.document


def _article_of(item: Item, wishes: Wishes) -> Article:
    """Read the document of an item; a fault of runut's own is told apart from bad input."""
    from runut.pipeline import read_document

    document = document_of(item)
    if wishes.published and document.published is None:
        document = msgspec.structs.replace(document, published=wishes.published)
    try:
        return read_document(document)
    except RunutError:
        raise
    except Exception as error:
        reason = f"runut fails on it ({type(error).__name__}: {error})"
        raise ReadingError(reason, mend="report this with the article", origin=item.origin, line=item.line) from error
