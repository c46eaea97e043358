"""Anything → documents: files, folders, standard input and addresses, of plain text, HTML or JSON lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from runut.errors import EmptyError, FetchError, InputError, SizeError, SyntaxFault
from runut.intake.decoding import decode
from runut.intake.items import LARGEST_ARTICLE_BYTES, Item, check_length
from runut.intake.objects import KEPT_RAW_CHARACTERS, document_of, item_of
from runut.intake.web import fetch, is_address
from runut.record import Document

__all__ = ["FOLDER_SUFFIXES", "Input", "Item", "items", "open_inputs"]

TEXT_SUFFIXES = frozenset({".txt", ".text"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
FOLDER_SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | LINES_SUFFIXES
"""What is read in a folder. A ``.json`` file is read where it is named itself."""
STDIN = "-"
STDIN_NAME = "standard input"

_READ_CHUNK_BYTES = 2**20
_HTML_HEAD = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml)\b", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_JSON_HEAD = re.compile(rb"\s*[{\[]")


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that the user named, or a file of a folder that was named.

    Attributes
    ----------
    name
        The path, the address, or "-" for standard input.
    size
        In bytes; 0 where it cannot be known beforehand.
    error
        Why there is nothing to read.
    """

    name: str
    path: Path | None = None
    size: int = 0
    error: InputError | None = None


def open_inputs(names: Iterable[str]) -> Iterator[Input]:
    """Turn what the user named into inputs; a folder gives its files, in the order of their names."""
    for name in names:
        if name == STDIN or is_address(name):
            yield Input(name)
            continue
        if not name.strip():
            yield Input(name, error=EmptyError("the path is empty", mend="name a file or folder", origin="input"))
            continue
        if _SCHEME.match(name):
            reason = "only http and https addresses can be read"
            yield Input(name, error=FetchError(reason, mend="save the page and read the file", origin=name))
            continue
        path = Path(name)
        try:
            if path.is_dir():
                yield from _folder(path)
            elif path.exists():
                yield Input(name, path, path.stat().st_size)
            else:
                yield Input(
                    name, error=EmptyError("there is no such file or folder", mend="check the path", origin=name)
                )
        except (OSError, ValueError) as error:
            yield Input(
                name,
                error=EmptyError(
                    f"it cannot be opened: {error}", mend="check the path and its permissions", origin=name
                ),
            )


def _folder(path: Path) -> Iterator[Input]:
    next(path.iterdir(), None)  # rglob passes over a folder that may not be opened
    files = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in FOLDER_SUFFIXES
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and file.is_file()
    )
    if not files:
        kinds = ", ".join(sorted(FOLDER_SUFFIXES))
        yield Input(
            str(path),
            error=EmptyError(
                "the folder has no articles", mend=f"put files there that end in {kinds}", origin=str(path)
            ),
        )
    for file in files:
        yield Input(str(file), file, file.stat().st_size)


def items(source: Input, *, stdin: BinaryIO, user_agent: str = "runut") -> Iterator[Item]:
    """Give the articles of an input, one after the other; what cannot be read comes as an item with its error."""
    if source.error is not None:
        yield Item(source.name, error=source.error)
        return
    try:
        if is_address(source.name):
            yield _page(source.name, user_agent)
        elif source.name == STDIN:
            yield from _stream(stdin, STDIN_NAME, "stdin")
        elif source.path is not None:
            with source.path.open("rb") as file:
                stem = source.path.stem.encode(errors="replace").decode()  # a name that is no Unicode
                yield from _stream(file, source.name, stem, suffix=source.path.suffix.lower())
    except InputError as error:
        yield Item(STDIN_NAME if source.name == STDIN else source.name, size=source.size, error=error)
    except OSError as error:
        failure = EmptyError(
            f"it cannot be read: {error.strerror or error}",
            mend="check the file and its permissions",
            origin=source.name,
        )
        yield Item(source.name, size=source.size, error=failure)


def _page(address: str, user_agent: str) -> Item:
    fetched = fetch(address, user_agent=user_agent)
    text, warning = decode(fetched.data, origin=address, declared=fetched.charset)
    identifier = re.sub(r"\W+", "-", address.split("://", 1)[1]).strip("-")[:120]
    document = Document(id=identifier, content=text, is_html=fetched.is_html or _is_html(text), url=address)
    return Item(address, size=len(fetched.data), document=document, warnings=[warning] if warning else [])


def _stream(file: BinaryIO, origin: str, stem: str, suffix: str = "") -> Iterator[Item]:
    head = file.read(_READ_CHUNK_BYTES)
    if not head.strip():
        raise EmptyError("the file is empty", mend="give a file with an article in it", origin=origin)
    rest = _Rest(head, file)
    if suffix in LINES_SUFFIXES:
        yield from _lines(rest, origin, stem)
    elif suffix == ".json" or (suffix not in TEXT_SUFFIXES | HTML_SUFFIXES and _JSON_HEAD.match(head)):
        yield from _json(rest, origin, stem)
    else:
        yield _whole(rest.all(origin), origin, stem, suffix)


def _whole(data: bytes, origin: str, stem: str, suffix: str) -> Item:
    text, warning = decode(data, origin=origin)
    is_html = suffix in HTML_SUFFIXES or (suffix not in TEXT_SUFFIXES and _is_html(text))
    if not text.strip("\ufeff \t\r\n"):
        raise EmptyError("the file is empty", mend="give a file with an article in it", origin=origin)
    if not is_html:
        check_length(text, origin=origin)
    document = Document(id=stem, content=text, is_html=is_html)
    return Item(origin, size=len(data), document=document, warnings=[warning] if warning else [])


def _is_html(text: str) -> bool:
    return bool(_HTML_HEAD.match(text[:4096]))


def _json(rest: _Rest, origin: str, stem: str) -> Iterator[Item]:
    """A JSON file: one object, an array of them, or, where it is neither, a line each."""
    first = rest.peek_line()
    try:
        msgspec.json.decode(first)
        is_lines = first.lstrip()[:1] == b"{"
    except (msgspec.DecodeError, RecursionError):
        is_lines = len(first) > LARGEST_ARTICLE_BYTES
    if is_lines:
        yield from _lines(rest, origin, stem)
        return
    data = rest.all(origin)
    text, _ = decode(data, origin=origin)
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        if text.lstrip()[:1] == "{" and "\n{" in text.strip():
            yield from _lines(_Rest(data, None), origin, stem)
            return
        place = _place(error, text)
        raise SyntaxFault(
            f"this is no JSON: {error}", mend="mend the JSON, or write one object a line", origin=origin, line=place
        ) from error
    if not isinstance(value, list):
        value = [value]
    if not value:
        raise EmptyError("the array is empty", mend="give a file with an article in it", origin=origin)
    for number, entry in enumerate(value, start=1):
        item = Item(origin, None if len(value) == 1 else number, len(data) // len(value))
        try:
            item.document = document_of(entry, item, fallback_id=stem if len(value) == 1 else f"{stem}-{number}")
        except InputError as error:
            item.error = error
        yield item


def _place(error: Exception, text: str) -> int | None:
    """The line of a JSON error, from the byte that its message names."""
    match = re.search(r"\(byte (\d+)\)", str(error))
    return text.encode()[: int(match.group(1))].count(b"\n") + 1 if match else None


def _lines(rest: _Rest, origin: str, stem: str) -> Iterator[Item]:
    count = 0
    for number, (line, size) in enumerate(rest.lines(), start=1):
        if size > LARGEST_ARTICLE_BYTES:
            count += 1
            limit = LARGEST_ARTICLE_BYTES // 2**20
            error = SizeError(
                f"the line has {size:,} bytes, more than the {limit} MiB of any article",
                mend="write one article a line",
                origin=origin,
                line=number,
            )
            raw = line[:KEPT_RAW_CHARACTERS].decode("utf-8", errors="replace")
            yield Item(origin, number, size, error=error, raw=raw)
            continue
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        count += 1
        try:
            text, warning = decode(line, origin=origin, line=number)
        except InputError as failure:
            yield Item(origin, number, size, error=failure)
            continue
        item = item_of(text, origin=origin, line=number, fallback_id=f"{stem}-{number}", size=size)
        item.warnings += [warning] if warning else []
        yield item
    if not count:
        raise EmptyError("the file is empty", mend="give a file with an article a line", origin=origin)


class _Rest:
    """What is left of a stream of which the head was read."""

    def __init__(self, head: bytes, file: BinaryIO | None) -> None:
        self._head = head
        self._file = file

    def _more(self) -> bytes:
        return self._file.read(_READ_CHUNK_BYTES) if self._file else b""

    def peek_line(self) -> bytes:
        """The first line that is not blank, which stays to be read."""
        while b"\n" not in self._head.lstrip() and len(self._head) <= LARGEST_ARTICLE_BYTES and (more := self._more()):
            self._head += more
        return self._head.lstrip().split(b"\n", 1)[0]

    def all(self, origin: str) -> bytes:
        """All of it.

        Raises
        ------
        SizeError
            Where it is larger than any article.
        """
        data = bytearray(self._head)
        while more := self._more():
            data += more
            if len(data) > LARGEST_ARTICLE_BYTES:
                limit = LARGEST_ARTICLE_BYTES // 2**20
                raise SizeError(
                    f"it is larger than the {limit} MiB of any article",
                    mend="give one article a file, or JSON lines",
                    origin=origin,
                )
        return bytes(data)

    def lines(self) -> Iterator[tuple[bytes, int]]:
        """The lines, each with its size; of one larger than any article only the head, so that memory stays flat."""
        kept, size = bytearray(), 0
        chunk = self._head
        while chunk:
            start = 0
            while (stop := chunk.find(b"\n", start)) >= 0:
                kept += chunk[start : stop + 1] if size <= LARGEST_ARTICLE_BYTES else b""
                size += stop + 1 - start
                yield bytes(kept), size
                kept, size, start = bytearray(), 0, stop + 1
            kept += chunk[start:] if size <= LARGEST_ARTICLE_BYTES else b""
            size += len(chunk) - start
            chunk = self._more()
        if size:
            yield bytes(kept), size
