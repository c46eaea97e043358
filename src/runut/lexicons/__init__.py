"""The tables: what runut knows of words, titles, outlets and pages, one idea a row.

A table is a UTF-8 file of tab-separated values. Lines that begin with ``#`` explain it; the first other line names its
columns; every further line is a row. Tables that speak of one language stand in a folder named by its ISO 639 code.

A folder named in the environment variable ``RUNUT_LEXICONS`` may hold tables of the same names (``outlets.tsv``,
``id/cues.tsv``); their rows are read before those that come with runut, so that they go first.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

from runut.errors import LexiconError

Row = dict[str, str]

LANGUAGE = "id"


def table(name: str) -> tuple[Row, ...]:
    """Read the table `name`, such as ``"outlets"`` or ``"id/cues"``.

    Returns
    -------
    tuple of dict
        One dict a row: column → text; a missing value is the empty string.

    Raises
    ------
    LexiconError
        Where a row has more values than the table has columns, or there is no such table.
    """
    return _table(name)[0]


def row_places(name: str) -> tuple[str, ...]:
    """Tell of each row of a table in which file and line it stands, for messages."""
    return _table(name)[1]


@cache
def _table(name: str) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    shipped = resources.files(__name__).joinpath(f"{name}.tsv")
    if not shipped.is_file():
        raise LexiconError(f"there is no table {name!r}; see runut/lexicons for those there are")
    columns, rows, where = _parse(shipped.read_text(encoding="utf-8"), f"lexicons/{name}.tsv")
    folder = _own_folder()
    path = folder / f"{name}.tsv" if folder else None
    if path and path.is_file():
        own_columns, own_rows, own_where = _parse(_read_own(path), str(path))
        if own_columns != columns:
            raise LexiconError(f"{path}: its columns are {own_columns}; name them {columns}")
        rows, where = own_rows + rows, own_where + where
    return tuple(rows), tuple(where)


@cache
def _own_folder() -> Path | None:
    """The user's folder of tables, checked: a slip in its name or theirs must not pass in silence."""
    named = os.environ.get("RUNUT_LEXICONS")
    if not named:
        return None
    folder = Path(named)
    if not folder.is_dir():
        raise LexiconError(f"RUNUT_LEXICONS names {named}, which is no folder; correct it, or unset it")
    own = {str(path.relative_to(folder).with_suffix("")) for path in folder.rglob("*.tsv")}
    unknown = sorted(own - set(names()))
    if unknown:
        raise LexiconError(f"{folder / unknown[0]}.tsv is none of runut's tables; those are: {', '.join(names())}")
    return folder


def _read_own(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(
            f"{path}: it is no UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"
        ) from error


@cache
def terms(name: str, column: str, **where: str) -> frozenset[str]:
    """Give the values of one column of a table, of the rows in which other columns have the values `where`."""
    return frozenset(row[column] for row in table(name) if all(row[key] == value for key, value in where.items()))


_OF_ROLES = ("id/function_words", "id/party_words", "id/place_words", "id/event_words")


@cache
def by_role(role: str) -> frozenset[str]:
    """Give the words that play a role, of the tables ``function_``, ``party_``, ``place_`` and ``event_words``."""
    return frozenset().union(*(terms(name, "term", role=role) for name in _OF_ROLES))


def alternatives(words: Iterable[str]) -> str:
    """Write a pattern that matches any of the words or word groups, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def header(name: str) -> str:
    """Give the explanation at the head of a table, without its ``#`` marks."""
    text = resources.files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").removeprefix(" "))
    return "\n".join(lines)


def names() -> list[str]:
    """Name all tables, sorted."""
    root = resources.files(__name__)
    found = [entry.name[:-4] for entry in root.iterdir() if entry.name.endswith(".tsv")]
    folder = root.joinpath(LANGUAGE)
    found += [f"{LANGUAGE}/{entry.name[:-4]}" for entry in folder.iterdir() if entry.name.endswith(".tsv")]
    return sorted(found)


_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘.-](?=[^\W_])[^\W_]+)*")


def words(text: str) -> list[str]:
    """Split into words, without marks; a word keeps its inner hyphens, apostrophes and full stops: "Al-Ansari"."""
    return _WORD.findall(text)


def several(value: str) -> list[str]:
    """Split a value that lists several, separated by ``|``."""
    return [part.strip() for part in value.split("|") if part.strip()]


def pattern(source: str, *, table_name: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern that stands in a table.

    Raises
    ------
    LexiconError
        Where it is no regular expression; the message quotes it.
    """
    try:
        return re.compile(source, flags)
    except re.error as error:
        place = f"table {table_name} (runut's or your own)"
        raise LexiconError(f"{place}: {source[:200]!r} is no regular expression: {error}; mend it") from error


def _parse(text: str, place: str) -> tuple[list[str], list[Row], list[str]]:
    columns: list[str] = []
    rows: list[Row] = []
    where: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        values = line.split("\t")
        if not columns:
            columns = [value.strip() for value in values]
            continue
        if len(values) > len(columns):
            raise LexiconError(
                f"{place}, line {number}: {len(values)} values for {len(columns)} columns ({', '.join(columns)}); "
                f"remove a tab"
            )
        values += [""] * (len(columns) - len(values))
        rows.append({column: value.strip() for column, value in zip(columns, values, strict=True)})
        where.append(f"{place}, line {number}")
    return columns, rows, where
