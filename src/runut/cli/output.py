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
_SAFE_IN_FILE_NAME = " ()+,=@~"


class Output(Protocol):
    """Takes records one by one."""

    def write(self, article: Article) -> None:
        """Put out one record."""

    def close(self) -> None:
        """Finish."""


class FolderOutput:
    """One ``ID.json`` an article. A second article of the same id becomes ``ID-2.json``: nothing is written over."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._taken: dict[str, int] = {}

    def write(self, article: Article) -> None:
        """Write one file."""
        key = file_name(article.id).casefold()
        count = self._taken.get(key, 0) + 1
        self._taken[key] = count
        if count > 1:
            article.id = f"{article.id}-{count}"
            article.warnings.append(f"another article of this run has the same id; this one became {article.id}")
            self.write(article)
            return
        (self._folder / f"{file_name(article.id)}.json").write_bytes(to_json(article, pretty=True) + b"\n")

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


class ViewOutput:
    """The view for people."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def write(self, article: Article) -> None:
        """Print one article."""
        from runut.views.terminal import print_article

        print_article(article, self._console)

    def close(self) -> None:
        """Flush what was printed."""
        sys.stdout.flush()


class Rejected:
    """The items set aside, with their reasons: a file beside the output, made when the first one comes."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.count = 0
        if path is not None:
            path.unlink(missing_ok=True)

    def add(self, item: Item) -> None:
        """Set one item aside."""
        self.count += 1
        if self._path is None or item.error is None:
            return
        entry = {
            "origin": item.origin,
            "line": item.line,
            "id": item.document.id if item.document else None,
            "reason": item.error.reason,
            "mend": item.error.mend,
            "input": item.raw,
        }
        with self._path.open("ab") as file:
            file.write(msgspec.json.encode(entry) + b"\n")


def file_name(identifier: str) -> str:
    """A name for a file that every system allows, different for different ids."""
    name = quote(identifier, safe=_SAFE_IN_FILE_NAME)
    if not name.strip(". "):
        name = "article-" + name.replace(".", "%2E").replace(" ", "%20")
    if len(name) > LONGEST_FILE_NAME_CHARACTERS:
        digest = hashlib.sha256(identifier.encode()).hexdigest()[:12]
        name = f"{name[: LONGEST_FILE_NAME_CHARACTERS - 13]}-{digest}"
    return name
