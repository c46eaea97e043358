"""What is story and what is furniture: a `Document` becomes an `Article` with paragraphs, dateline, title and date."""

from __future__ import annotations

import re

from runut._version import __version__
from runut.errors import EmptyError
from runut.lexicons import outlets
from runut.page.furniture import Line, classify, is_prose
from runut.page.html import Page, read_page, usual_name
from runut.page.opening import dateline
from runut.record import Article, Dateline, Document, Paragraph, Related, Runut

__all__ = ["open_document"]

MOST_LINES_BEFORE_DATELINE = 14
LONGEST_TITLE_WORDS = 22
FEWEST_TITLE_WORDS = 3
MOST_WORDS_OF_BYLINE = 6
MOST_CHARACTERS_TO_STAMP = 300
"""The date or byline of a story stands no further behind its headline."""
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_OWN_LINE = re.compile(r"©|\bcopyright\b|hak cipta|\d{1,2}[.:]\d{2}\s*(?:WIB|WITA|WIT)\b", re.IGNORECASE)
_STAMP = re.compile(r"\b\d{1,2}[ /][\w/]+[ /]\d{4}\b.*|\s*(?:penulis|reporter|oleh|editor|pewarta)\b.*", re.IGNORECASE)
_NO_TITLE = re.compile(r"[|•]|,\s*[Jj]urnalis$|^\d+\.\s|\d{1,2}[.:]\d{2}\b|\b\d{4}\s*$")
_NOT_WORDS = re.compile(r"\W+")


def open_document(document: Document) -> Article:
    """Start the record of a document.

    Raises
    ------
    EmptyError
        Where an HTML page holds no article.
    """
    if not document.is_html:
        return _article(document, Page(text=document.content))
    page = read_page(document)
    if page is None:
        raise EmptyError(
            "the page holds no article", mend="give the page of one article, not a front page", origin=document.id
        )
    return _article(document, page)


def _article(document: Document, page: Page) -> Article:
    lines = classify(page.text)
    opening = _find_opening(page.text, lines)
    title = document.title or page.title
    title = _set_aside_title(page.text, lines, opening, title)
    url = document.url or page.url
    address = outlets.of_address(url)
    article = Article(
        id=document.id,
        runut=Runut(__version__),
        url=url,
        outlet=document.outlet
        or usual_name(page.outlet)
        or (address.name if address else None)
        or _dateline_outlet(opening)
        or _furniture_outlet(page.text, lines),
        title=title,
        author=document.author or page.author or next((line.author for line in lines if line.author), None),
        text=page.text,
        dateline=opening,
        paragraphs=[Paragraph(line.span, line.kind) for line in lines],
        related=_related(page, lines),
    )
    _set_day(article, document, page)
    if not article.of_kind("body"):
        article.warnings.append("no story was found in the text")
    return article


def _set_day(article: Article, document: Document, page: Page) -> None:
    """Set the day of publication by metadata, page or address. Room ``when`` may still find it in the text."""
    in_url = _URL_DAY.search(article.url or "")
    if document.published:
        article.published, article.published_from = document.published, "metadata"
    elif page.published:
        article.published, article.published_from = page.published, "page"
    elif in_url:
        article.published, article.published_from = "-".join(in_url.groups()), "url"


def _dateline_outlet(opening: Dateline | None) -> str | None:
    return usual_name(opening.outlet) if opening else None


def _furniture_outlet(text: str, lines: list[Line]) -> str | None:
    """The outlet that a copyright line, or a line with the time of publication, names."""
    for line in lines:
        content = text[slice(*line.span)]
        if line.kind != "noise" or not _OWN_LINE.search(content):
            continue
        for word in re.finditer(r"(?<![\w.])[^\W_]", content):
            named = outlets.at(content, word.start())
            if named and named.outlet.kind != "social":
                return named.outlet.name
    return None


def _find_opening(text: str, lines: list[Line]) -> Dateline | None:
    body = [line for line in lines if line.kind == "body"]
    found = [opening for line in body[:MOST_LINES_BEFORE_DATELINE] if (opening := dateline(text, line.span))]
    return next((opening for opening in found if opening.outlet), found[0] if found else None)


def _set_aside_title(text: str, lines: list[Line], opening: Dateline | None, title: str | None) -> str | None:
    """Take the headline, and what else stands before the dateline, out of the story; give the title."""
    body = [line for line in lines if line.kind == "body"]
    if title:
        for line in body[:3]:
            if _key(text[line.span[0] : line.span[1]]) == _key(title):
                line.kind = "noise"
    first_of_story = opening.span[0] if opening else -1
    before = [line for line in body if line.span[0] < first_of_story and line.kind == "body"]
    if not opening:
        first_prose = next((index for index, line in enumerate(body) if is_prose(text, line.span)), 0)
        before = [line for line in body[:first_prose] if line.kind == "body"]
    if title is None:
        title = _title_among(text, lines, before)
    for line in before:
        line.kind = "noise"
    return title


def _title_among(text: str, lines: list[Line], before: list[Line]) -> str | None:
    """The headline among the lines before the story: the last fit one above the date or byline, else the first."""
    fit = [line for line in before if _is_title(text, line)]
    last = fit[-1].span[0] if fit else 0
    stamp = next(
        (
            line.span[0]
            for line in lines
            if line.kind == "noise"
            and line.span[0] <= last + MOST_CHARACTERS_TO_STAMP
            and _STAMP.search(text[slice(*line.span)])
        ),
        None,
    )
    above = [line for line in fit if stamp is not None and line.span[0] < stamp]
    candidates = above[::-1] or fit
    long = [line for line in candidates if len(text[slice(*line.span)].split()) > FEWEST_TITLE_WORDS]
    chosen = next(iter(long or candidates), None)
    return text[slice(*chosen.span)] if chosen else None


def _is_title(text: str, line: Line) -> bool:
    content = text[line.span[0] : line.span[1]]
    words = len(content.split())
    signed = outlets.ending_at(content, len(content))  # a byline: "Rina Dewi, CNBC Indonesia"
    if _NO_TITLE.search(content) or (signed and words <= MOST_WORDS_OF_BYLINE):
        return False
    return FEWEST_TITLE_WORDS <= words <= LONGEST_TITLE_WORDS and content[-1:] not in {
        ".",
        ",",
        ":",
        ";",
        "”",
        '"',
        "+",
        "…",
    }


def _key(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().casefold()


def _related(page: Page, lines: list[Line]) -> list[Related]:
    """The links in the text, with their addresses where the page gives them, then those outside the text."""
    addresses = {_key(link.title): link.url for link in page.links}
    found = [
        Related(page.text[line.headline[0] : line.headline[1]], None, line.headline) for line in lines if line.headline
    ]
    for related in found:
        related.url = addresses.pop(_key(related.title), None)
    found += [Related(link.title, link.url, None) for link in page.links if _key(link.title) in addresses]
    return found
