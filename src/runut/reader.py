"""Reading from Python: `read` for plain text, `read_html` for a page."""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime

from runut.pipeline import read_document
from runut.record import Article, Document

_SURROGATE = re.compile("[\ud800-\udfff]")
_ID_HEX_DIGITS = 12


def read(
    text: str,
    *,
    id: str | None = None,  # noqa: A002  the record's own name for it
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | date | None = None,
) -> Article:
    """Read an article's text into its record.

    Parameters
    ----------
    text
        The article as published, one paragraph a line. It stands unchanged in the record; only halves of surrogate
        pairs, which no file can hold, become U+FFFD.
    id
        The record's id; without it, one made from the text.
    url, outlet, title, author
        What is known of the article beside its text; it goes before what the text says.
    published
        The day of publication, as a date or "YYYY-MM-DD"; expressions such as "kemarin" are resolved with it. Without
        it runut takes it from the URL or from the text's own full dates.

    Raises
    ------
    ValueError
        Where `published` is no ISO date.

    Examples
    --------
    >>> from runut import read
    >>> article = read('Jakarta - "Kami menolak perang," kata Menlu Retno Marsudi, Jumat (8/7/2022).')
    >>> article.actor(article.quotes[0].speaker).name
    'Retno Marsudi'
    >>> article.dates[0].value
    '2022-07-08'
    """
    return read_document(_document(text, False, id, url, outlet, title, author, published))


def read_html(
    html: str,
    *,
    id: str | None = None,  # noqa: A002  the record's own name for it
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | date | None = None,
) -> Article:
    """Read the article of an HTML page into its record; the parameters are those of `read`.

    Raises
    ------
    EmptyError
        Where the page holds no article.
    ValueError
        Where `published` is no ISO date.
    """
    return read_document(_document(html, True, id, url, outlet, title, author, published))


def _document(
    content: str,
    is_html: bool,
    identifier: str | None,
    url: str | None,
    outlet: str | None,
    title: str | None,
    author: str | None,
    published: str | date | None,
) -> Document:
    content = _SURROGATE.sub("\ufffd", content)
    return Document(
        id=identifier or hashlib.sha256(content.encode()).hexdigest()[:_ID_HEX_DIGITS],
        content=content,
        is_html=is_html,
        url=url,
        outlet=outlet,
        title=title,
        author=author,
        published=iso_day(published),
    )


def iso_day(value: str | date | None) -> str | None:
    """Write a day of publication as "YYYY-MM-DD"; a time of day behind it is dropped.

    Raises
    ------
    ValueError
        Where it is no ISO date.
    """
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    return datetime.fromisoformat(value.strip()).date().isoformat()
