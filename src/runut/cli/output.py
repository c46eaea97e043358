"""Where records go: a folder, lines, one pretty record, or a view for people."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import quote

import msgspec
from rich.console import Console

from runut.intake import Item
from runut.record import Article, to_json

LONGEST_FILE_NAME_CHARACTERS = 150
REJECTED_FILE = "rejected.jsonl"
OTHER_REJECTED_FILE = "rejected-runut.jsonl"
"""Where a file of the first name is the user's own, or is read in this run."""
_SAFE_IN_FILE_NAME = " ()+,=@~"


class Output(Protocol):
    """Takes records one by one."""

    def write(self, article: Article) -> None:
        """Put out one record."""

    def close(self) -> None:
        """Finish."""


class FolderOutput:
    """One ``ID.json`` an article, and ``ID.html`` where `pages` are wanted.

    A second article of the same id becomes ``ID-2.json``: nothing is written over.
    """

    def __init__(self, folder: Path, *, pages: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._pages = pages
        self._taken: set[str] = set()

    def write(self, article: Article) -> None:
        """Write one file."""
        given, count = article.id, 1
        while file_name(article.id).casefold() in self._taken:
            count += 1
            article.id = f"{given}-{count}"
        if count > 1:
            article.warnings.append(f"another article of this run has the id {given}; this one became {article.id}")
        self._taken.add(file_name(article.id).casefold())
        (self._folder / f"{file_name(article.id)}.json").write_bytes(to_json(article, pretty=True) + b"\n")
        if self._pages:
            (self._folder / f"{file_name(article.id)}.html").write_bytes(_page(article))

    def close(self) -> None:
        """Nothing is left to do."""


class LinesOutput:
    """One line an article, on a byte stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, article: Article) -> None:
        """Write one line."""
        self._stream.write(to_json(article) + b"\n")

    def close(self) -> None:
        """Flush the stream."""
        self._stream.flush()


class PrettyOutput(LinesOutput):
    """One indented record; several stand one behind the other."""

    def write(self, article: Article) -> None:
        """Write one indented record."""
        self._stream.write(to_json(article, pretty=True) + b"\n")


class EventsOutput(LinesOutput):
    """One tab-separated line an event, under a line that names the columns."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self._is_headed = False

    def write(self, article: Article) -> None:
        """Write the events of one article."""
        from runut.views import events

        lines = [events.line(article, event) for event in article.events]
        if not self._is_headed:
            lines.insert(0, "\t".join(events.COLUMNS))
            self._is_headed = True
        self._stream.write("".join(line + "\n" for line in lines).encode("utf-8", errors="replace"))


class PageOutput(LinesOutput):
    """A web page on a byte stream; there can be only one."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self._is_written = False

    def write(self, article: Article) -> None:
        """Write the page.

        Raises
        ------
        TooManyPagesError
            For the second article.
        """
        if self._is_written:
            raise TooManyPagesError
        self._is_written = True
        self._stream.write(_page(article))


class TooManyPagesError(Exception):
    """Several pages were to be printed, one behind the other, which no browser could show."""


def _page(article: Article) -> bytes:
    from runut.views.page import page

    return page(article).encode("utf-8", errors="replace")


class _PipedConsole(Console):
    """A console that leaves a broken pipe to the run."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class ViewOutput:
    """The view for people."""

    def __init__(self) -> None:
        self._console = _PipedConsole(highlight=False)

    def write(self, article: Article) -> None:
        """Print one article."""
        from runut.views.terminal import print_article

        print_article(article, self._console)

    def close(self) -> None:
        """Flush what was printed."""
        sys.stdout.flush()


class Rejected:
    """The items set aside, with their reasons: a file beside the output, made when the first one comes.

    Parameters
    ----------
    folder
        The output's folder; ``None`` where there is none, and reasons are only counted.
    inputs
        Files that are read in this run, which are never written over.
    """

    def __init__(self, folder: Path | None, inputs: set[Path]) -> None:
        self.count = 0
        self.path = folder / REJECTED_FILE if folder else None
        if self.path is not None and self.path.exists() and (self.path.resolve() in inputs or not _is_ours(self.path)):
            self.path = self.path.with_name(OTHER_REJECTED_FILE)

    def add(self, item: Item) -> None:
        """Set one item aside."""
        self.count += 1
        if self.path is None or item.error is None:
            return
        entry = {
            "origin": item.origin.encode(errors="replace").decode(),
            "line": item.error.line,
            "id": item.document.id if item.document else None,
            "reason": item.error.reason,
            "mend": item.error.mend,
            "input": item.raw,
        }
        with self.path.open("wb" if self.count == 1 else "ab") as file:
            file.write(msgspec.json.encode(entry) + b"\n")

    def close(self) -> None:
        """Take away the reasons of an earlier run where this one has none."""
        if not self.count and self.path is not None and self.path.exists():
            self.path.unlink()


def _is_ours(path: Path) -> bool:
    """Whether a file was written by `Rejected`."""
    with path.open("rb") as file:
        try:
            first = msgspec.json.decode(file.readline())
        except msgspec.DecodeError:
            return False
    return isinstance(first, dict) and {"origin", "reason", "mend"} <= first.keys()


def file_name(identifier: str) -> str:
    """A name for a file that every system allows, different for different ids."""
    name = quote(identifier, safe=_SAFE_IN_FILE_NAME)
    if not name.strip(". "):
        name = "article-" + name.replace(".", "%2E").replace(" ", "%20")
    if len(name) > LONGEST_FILE_NAME_CHARACTERS:
        digest = hashlib.sha256(identifier.encode()).hexdigest()[:12]
        name = f"{name[: LONGEST_FILE_NAME_CHARACTERS - 13]}-{digest}"
    return name
