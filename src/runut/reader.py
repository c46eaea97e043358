"""Reading from Python: `read` for plain text, `read_html` for a page."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from runut.intake.days import day_of
from runut.record import Article, Document

if TYPE_CHECKING:
    from runut.language.tree import Tree

_SURROGATE = re.compile("[\ud800-\udfff]")
_ID_HEX_DIGITS = 12


class Known(TypedDict, total=False):
    """What may be known of an article beside its text; all of it may be left out."""

    id: str | None
    """The record's id; without it, one is made from the text."""
    url: str | None
    outlet: str | None
    title: str | None
    author: str | None
    published: str | date | None
    """The day of publication, as a date or "YYYY-MM-DD"; expressions such as "kemarin" are resolved with it. Without it
    runut takes it from the page, the URL or the text's own full dates."""


def read(text: str, **known: Unpack[Known]) -> Article:
    """Read an article's text into its record.

    Parameters
    ----------
    text
        The article as published, one paragraph a line. It stands unchanged in the record; only halves of surrogate
        pairs, which no file can hold, become U+FFFD.
    known
        What is known of the article beside its text, see `Known`; it goes before what the text says.

    Raises
    ------
    ValueError
        Where `published` is no date.

    Examples
    --------
    >>> from runut import read
    >>> article = read('Jakarta - "Kami menolak perang," kata Menlu Retno Marsudi, Jumat (8/7/2022).')
    >>> article.actor(article.quotes[0].speaker).name
    'Retno Marsudi'
    >>> article.dates[0].value
    '2022-07-08'
    """
    return _read(text, known, is_html=False)


def parse(text: str, *, threads: int | None = None) -> list[Tree]:
    """Parse text with the language model that comes with runut.

    Parameters
    ----------
    text
        Any text; each line is read by itself.
    threads
        Of the model; without it half the processor's cores, at most four.

    Returns
    -------
    list of Tree
        Its sentences, in order; offsets are those of `text`.

    Raises
    ------
    ModelError
        When the model's files are missing or broken.

    Examples
    --------
    >>> from runut import parse
    >>> [tree] = parse("Sergei Lavrov menolak usulan itu.")
    >>> tree.root.text, tree.root.lemma, tree.names[0].kind
    ('menolak', 'tolak', 'PER')
    """
    from runut.language.model import shipped

    return shipped(threads).parse(text)


def read_html(html: str, **known: Unpack[Known]) -> Article:
    """Read the article of an HTML page into its record.

    Parameters
    ----------
    html
        The whole page.
    known
        What is known of the article beside its page, see `Known`; it goes before what the page says.

    Raises
    ------
    EmptyError
        Where the page holds no article.
    ValueError
        Where `published` is no date.
    """
    return _read(html, known, is_html=True)


def _read(content: str, known: Known, *, is_html: bool) -> Article:
    from runut.pipeline import read_document  # the rooms are heavy: only who reads waits for them

    content = _SURROGATE.sub("\ufffd", content)
    document = Document(
        id=known.get("id") or hashlib.sha256(content.encode()).hexdigest()[:_ID_HEX_DIGITS],
        content=content,
        is_html=is_html,
        url=known.get("url"),
        outlet=known.get("outlet"),
        title=known.get("title"),
        author=known.get("author"),
        published=iso_day(known.get("published")),
    )
    return read_document(document)


def iso_day(value: str | date | None) -> str | None:
    """Write a day of publication as "YYYY-MM-DD"; a time of day behind it is dropped.

    Raises
    ------
    ValueError
        Where it is no date.
    """
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()[: len("YYYY-MM-DD")]
    day = day_of(value)
    if day is None:
        raise ValueError(f"published is {value!r}, which is no date such as 2022-02-23")
    return day
