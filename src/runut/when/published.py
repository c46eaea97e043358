"""The day of publication, from the text's own full dates, where nothing else gives it."""

from __future__ import annotations

import re
from datetime import date

from runut.record import Article
from runut.when.find import Found
from runut.when.patterns import patterns
from runut.when.plans import is_planned
from runut.when.resolve import Seen, resolve

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FULL_DATE_FORMS = frozenset({"weekday_numeric", "weekday_month", "day_month", "numeric_full", "iso"})
_COPYRIGHT_YEAR = re.compile(r"(?:©|copyright|hak cipta).*?\b((?:19|20)\d\d)\b", re.IGNORECASE)
LONGEST_STAMP_WORDS = 14
"""A longer line with a date is a caption, and no stamp."""
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
_PLAN_WINDOW_CHARACTERS = 60


def infer_published(article: Article, found: list[Found]) -> None:
    """Take the day from the line above the story that gives it, else the latest full date of the story.

    News is published on or soon after the last day that it tells of, what is planned left aside.
    """
    told = [day for item in found if (day := _told(article.text, item))]
    day = _stamped(article) or max(told, default=None) or _of_copyright_year(article, found)
    if day:
        article.published, article.published_from = day, "text"


def _of_copyright_year(article: Article, found: list[Found]) -> str | None:
    """The latest day without a year, in the year of the copyright line: "Selasa (4/3)", "© ANTARA 2014"."""
    lines = (article.text[slice(*span)] for span in article.of_kind("noise"))
    year = next((int(match.group(1)) for line in lines if (match := _COPYRIGHT_YEAR.search(line))), None)
    if year is None:
        return None
    seen = Seen(date(year, 12, 31))
    days = [
        value for item in found if item.form in _FULL_DATE_FORMS and (value := resolve(item.form, item.match, seen))
    ]
    return max((day for day in days if ISO_DAY.fullmatch(day) and day.startswith(f"{year}-")), default=None)


def _stamped(article: Article) -> str | None:
    """The full date in a line beside the story: "Selasa, 22 Februari 2022 | 10:15 WIB"."""
    body = article.of_kind("body")
    story = body[0][0] if body else len(article.text)
    lines = [(span, article.text[slice(*span)]) for span in article.of_kind("noise")]
    short = [(span, line) for span, line in lines if len(line.split()) <= LONGEST_STAMP_WORDS]
    stamps = [(span, line, day) for span, line in short if (day := _full_date(line))]
    # one with a time goes before one without, one above the story before one below, the nearest before the others
    stamps.sort(key=lambda stamp: (not _CLOCK.search(stamp[1]), stamp[0][0] > story, abs(story - stamp[0][0])))
    return stamps[0][2] if stamps else None


def _full_date(line: str) -> str | None:
    for form, pattern, _ in patterns():
        match = pattern.search(line) if form in _FULL_DATE_FORMS else None
        value = resolve(form, match, Seen(None)) if match and match.groupdict().get("y") else None
        if value:
            return value
    return None


def _told(text: str, item: Found) -> str | None:
    if item.form not in _FULL_DATE_FORMS or not item.match.groupdict().get("y"):
        return None
    value = resolve(item.form, item.match, Seen(None))
    before = text[max(0, item.span[0] - _PLAN_WINDOW_CHARACTERS) : item.span[0]]
    return value if value and ISO_DAY.fullmatch(value) and not is_planned(before) else None
