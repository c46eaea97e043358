"""From an HTML page: the story's text, what the page says of it, and its links to other stories.

The page's own data come first (JSON-LD ``NewsArticle``), then trafilatura's extraction and htmldate's date.
"""

from __future__ import annotations

import html
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import lxml.etree
import lxml.html

from runut.lexicons import outlets
from runut.record import Document

FEWEST_STORY_WORDS = 25
"""A page with fewer words than this in its story holds no article."""

_ARTICLE_TYPES = frozenset(
    {
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BlogPosting",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
    }
)
_LABEL = re.compile(r"^\W*(?:baca|lihat|simak)\s+(?:juga|pula|lainnya)\b\s*:?|^\W*baca\s*:", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]+>")
_BREAKS = re.compile(r"(?i)<\s*(?:br|/p|/div|/li|/h\d)\s*/?>")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BLOCKS = (
    "p",
    "div",
    "li",
    "td",
    "strong",
    "b",
    "h2",
    "h3",
    "h4",
    "h5",
    "span",
    "aside",
    "section",
    "ul",
    "blockquote",
)
_MOST_LINKS_A_LABEL = 8


@dataclass(slots=True)
class Link:
    """A link to another story: its headline and its address."""

    title: str
    url: str


@dataclass(slots=True)
class Page:
    """What an HTML page says of its story."""

    text: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    links: list[Link] = field(default_factory=list)


def read_page(document: Document) -> Page | None:
    """Take the story out of a page.

    Returns
    -------
    Page or None
        ``None`` where the page holds no article.
    """
    tree = _tree(document.content)
    if tree is None:
        return None
    data = _news_article(tree)
    url = document.url or _canonical(tree)
    # what the page says of itself spares a search for it
    extracted = _extract(document.content, url, with_metadata=not (data.get("headline") and data.get("publisher")))
    text = _story(data, str(extracted.get("text") or ""))
    if len(text.split()) < FEWEST_STORY_WORDS:
        return None
    return Page(
        text=text,
        title=_string(data.get("headline")) or extracted.get("title"),
        author=_names(data.get("author")) or extracted.get("author"),
        published=_day(data.get("datePublished")) or _day(data.get("dateCreated")) or _page_day(document.content, url),
        outlet=_names(data.get("publisher")) or extracted.get("sitename"),
        url=url,
        links=list(_related_links(tree)),
    )


def _tree(content: str) -> lxml.html.HtmlElement | None:
    try:
        # bytes, since lxml refuses a str with an encoding declaration
        return lxml.html.document_fromstring(content.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError):
        return None


def _extract(content: str, url: str | None, *, with_metadata: bool) -> dict[str, Any]:
    import trafilatura  # half a second that plain text need not wait for

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(
        content, url=url, include_comments=False, include_tables=False, with_metadata=with_metadata
    )
    if document is None:
        return {}
    return document if isinstance(document, dict) else document.as_dict()


def _page_day(content: str, url: str | None) -> str | None:
    import htmldate

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = htmldate.find_date(content, url=url, original_date=True)
    return str(found) if found else None


def _story(data: dict[str, Any], extracted: str) -> str:
    """The page's own text where it keeps its paragraphs, else what was extracted, else the page's own all the same."""
    body = _string(data.get("articleBody")) or ""
    body = html.unescape(_TAGS.sub("", _BREAKS.sub("\n", body)))
    paragraphs = [" ".join(line.split()) for line in body.splitlines() if line.strip()]
    words = len(body.split())
    lines = [" ".join(line.split()) for line in extracted.splitlines() if line.strip()]
    if len(paragraphs) > 1 and words >= FEWEST_STORY_WORDS and words >= 0.6 * len(extracted.split()):
        return "\n".join(paragraphs)
    if sum(len(line.split()) for line in lines) >= FEWEST_STORY_WORDS:
        return "\n".join(lines)
    return "\n".join(paragraphs)


def _news_article(tree: lxml.html.HtmlElement) -> dict[str, Any]:
    """The page's JSON-LD of its article; empty where it has none."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except ValueError:
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            if _ARTICLE_TYPES & set(kinds if isinstance(kinds, list) else [kinds]):
                return item
    return {}


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth + 1)


def _canonical(tree: lxml.html.HtmlElement) -> str | None:
    for element in tree.iter("link", "meta"):
        if element.get("rel") == "canonical" and element.get("href"):
            return str(element.get("href"))
        if element.get("property") == "og:url" and element.get("content"):
            return str(element.get("content"))
    return None


def _related_links(tree: lxml.html.HtmlElement) -> Iterator[Link]:
    """The links that stand behind or under "Baca juga"."""
    seen: set[str] = set()
    for element in tree.iter(*_BLOCKS):
        own = "".join(
            [
                element.text or "",
                *(
                    child.text_content() + (child.tail or "")
                    for child in element
                    if child.tag in {"a", "strong", "b", "span", "em"}
                ),
            ]
        )
        if not _LABEL.match(" ".join(own.split())):
            continue
        anchors = list(element.iter("a"))
        sibling = element.getnext()
        parent = element.getparent()
        if not anchors and sibling is not None:
            anchors = list(sibling.iter("a"))
        if not anchors and parent is not None and len(parent.text_content()) < 400:
            anchors = list(parent.iter("a"))
        for anchor in anchors[:_MOST_LINKS_A_LABEL]:
            title = _LABEL.sub("", " ".join(anchor.text_content().split())).strip()
            address = anchor.get("href") or ""
            if len(title.split()) > 2 and address and title not in seen:
                seen.add(title)
                yield Link(title, address)


def _string(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    """The name or names of a JSON-LD person or organisation, however it is written."""
    if isinstance(value, list):
        names = [name for name in (_names(item) for item in value) if name]
        return ", ".join(names) or None
    if isinstance(value, dict):
        return _string(value.get("name"))
    return _string(value)


def _day(value: Any) -> str | None:
    match = _DAY.match(value.strip()) if isinstance(value, str) else None
    return match.group() if match else None


def usual_name(outlet: str | None) -> str | None:
    """The outlet's usual name, where the table knows what the page calls it."""
    known = outlets.called(outlet) if outlet else None
    return known.name if known else outlet
