"""What expressions of time look like. Tried in this order; a later one gets what an earlier one has left."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from runut.when import vocabulary as words

_DAY = r"(?P<d>[0-3]?\d)"
_DAY2 = r"(?P<d2>[0-3]?\d)"
_YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)(?![\d.,]\d)"
_TO = r"\s?(?:[-–—/]|\bhingga\b|\bsampai(?: dengan)?\b|\bs\.?d\.?|\bdan\b)\s?"
_TO_DASH = r"\s?[-–—/]\s?"


class Form(NamedTuple):
    """A form of expression: its name, its pattern, and what a text must hold for it to be tried."""

    name: str
    pattern: re.Pattern[str]
    needs: frozenset[str]


def present(text: str, start: int, end: int) -> frozenset[str]:
    """What a paragraph holds of "month", "weekday", "unit" and "digit", quickly told."""
    return frozenset(need for need, pattern in _needs().items() if pattern.search(text, start, end))


@cache
def _needs() -> dict[str, re.Pattern[str]]:
    units = {*words.values("unit"), *words.values("one")}
    return {
        "month": re.compile(rf"\b{words.any_of(words.months(), capital=True)}\b"),
        "weekday": re.compile(rf"\b{words.any_of(words.weekdays(), capital=True)}\b"),
        "unit": re.compile(rf"\b{words.any_of(units)}\b"),
        "digit": re.compile(r"\d"),
    }


def _needs_of(source: str) -> frozenset[str]:
    """What a form cannot do without, by the groups of its pattern."""
    groups = {"month": ("<mon>", "<mon2>"), "weekday": ("<w>",), "unit": ("<n>", "<unit>"), "digit": ("<d>", "<y2>")}
    return frozenset(need for need, names in groups.items() if any(name in source for name in names))


@cache
def patterns() -> tuple[Form, ...]:
    """The forms, in the order in which they are tried; their groups are what `resolve` works with."""
    month = words.any_of(words.months(), capital=True)
    weekday = words.any_of(words.weekdays(), capital=True)
    stop = r"(?:\.(?=\s+\d))?"  # of an abbreviation: "3 Nop. 2022"
    part = rf"(?:\s+{words.any_of(words.values('part'))})?"
    unit = words.any_of(words.values("unit"))
    one = words.any_of(words.values("one"))
    count = rf"(?P<n>\d{{1,4}}|{words.any_of(words.values('number'))})\s+(?P<unit>{unit})|(?P<one>{one})"
    past, present, future = (words.any_of(words.values(kind)) for kind in ("past", "present", "future"))
    tense = rf"(?:(?P<past>{past})|(?P<present>{present})|(?P<future>{future}))\b"
    ago = rf"\s+(?P<ago>\d{{1,3}}|{words.any_of(words.values('number'))}|se)\s?tahun\s+{past}\b"
    that_year = rf"(?:{ago}|\s+[Tt]ahun\s+{tense}|\s+(?:[Tt]ahun\s+)?{_YEAR}(?:\s+{past}\b)?|\s+{tense.replace('?P<', '?P<m')})?"
    third = words.any_of(words.values("third"))
    day_word = r"(?:[Hh]ari\s+)?"
    numeric = rf"{_DAY}(?:{_TO_DASH}{_DAY2})?\s?[/.-]\s?(?P<m>1[0-2]|0?\d)(?:\s?[/.-]\s?(?P<y>\d{{4}}|\d\d))?"
    sources = {
        "weekday_numeric": rf"{day_word}\b(?P<w>{weekday})(?:{_TO}(?:[Hh]ari\s+)?{weekday})?{part}(?:\s+{past})?\s?,?\s*\(\s?(?:[Tt]anggal\s+)?{numeric}\s?\){part}",
        "weekday_slash": rf"\b(?P<w>{weekday}),?\s+{_DAY}/(?P<m>1[0-2]|0?\d)(?:/(?P<y>\d{{4}}))?(?![/\d])",
        "numeric_range": rf"\((?P<d>[0-3]?\d)/(?P<m>1[0-2]|0?\d){_TO_DASH}(?P<d2>[0-3]?\d)/(?P<m2>1[0-2]|0?\d)(?:/(?P<y>\d{{4}}))?\)",
        "day_range": rf"\b(?:{weekday},?\s+)?{_DAY}(?:\s+(?P<mon>{month}){stop}(?:\s+(?P<y1>\d{{4}}))?)?{_TO}(?:{weekday},?\s+)?{_DAY2}\s+(?P<mon2>{month})\b{stop}(?:\s+{_YEAR})?",
        "weekday_month": rf"{day_word}\b(?P<w>{weekday}){part}(?:\s+{past})?\s?,?\s*\(?\s?(?:[Tt]anggal\s+)?{_DAY}\s+(?P<mon>{month})\b{stop}{that_year}(?:\s?\))?{part}",
        "day_month": rf"(?:\b[Tt]anggal\s+)?(?<![\d.,/])\b{_DAY}\s+(?P<mon>{month})\b{stop}{that_year}{part}",
        "iso": r"\b(?P<y>(?:19|20)\d\d)-(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)\b",
        "numeric_full": rf"(?<![\d/.])\b{_DAY}\s?[/.-]\s?(?P<m>1[0-2]|0?\d)\s?[/.-]\s?(?P<y>(?:19|20)\d\d)\b(?![/.]\d)",
        "numeric_short": r"(?<=\()\s?(?P<d>[0-3]?\d)(?:\s?[-–]\s?(?P<d2>[0-3]?\d))?\s?/\s?(?P<m>1[0-2]|0?\d)\s?(?=\))",
        "month": rf"(?:\b{third}\s+)?(?:\b[Bb]ulan\s+)?\b(?P<mon>{month})\b{stop}{that_year}",
        "weekday_of_week": rf"{day_word}\b(?P<w>{weekday})(?:{_TO}(?:[Hh]ari\s+)?(?P<w2>{weekday}))?{part}\s+(?:pekan|minggu)\s+{tense}",
        "weekday_tense": rf"{day_word}\b(?P<w>{weekday}){part}\s+(?:{tense}|(?P<next>besok|esok|lusa)\b)",
        "weekday_range": rf"{day_word}\b(?P<w>{weekday})(?:\s?[-–]\s?|\s+(?:hingga|sampai)\s+)(?:[Hh]ari\s+)?(?P<w2>{weekday})",
        "weekday": rf"{day_word}\b(?P<w>{weekday})(?!\s?[-–]\s?[A-Z])\b{part}",
        "weekend": rf"\b[Aa]khir\s+pekan\s+{tense}",
        "span_joined": rf"\b(?:{count})\s+(?:(?P<after>{words.any_of(words.values('after'))})|(?P<before>{words.any_of(words.values('before'))}))\b(?!\s+itu\b)",
        "span_anchored": rf"\b(?:{count})\s+(?:(?P<later>{words.any_of(words.values('later'))})|(?P<earlier>{words.any_of(words.values('earlier'))}))\b",
        "span_told": rf"\b(?:{count})\s+(?:(?P<past>{past})|(?P<future>{words.any_of(words.values('ahead'))}|mendatang|yang akan datang))\b",
        "unit_tense": rf"\b(?:{third}\s+)?(?P<unit>[Pp]ekan|[Mm]inggu|[Bb]ulan|[Tt]ahun)\s+{tense}",
        "anchored_day": rf"\b(?P<anchored>{words.any_of(words.values('anchored'))})\b",
        "day_word": rf"\b(?P<day>{words.any_of(words.values('day'))})\b",
        "day_of_month": rf"\b(?:pada\s+)?(?P<keep>[Tt]anggal\s+{_DAY})\b(?!\s?[/.,-]\s?\d)(?:\s+[Bb]ulan\s+{tense})?",
        "years": r"(?<![\d.,/–-])(?:\b(?:[Tt]ahun|[Pp]eriode|[Mm]usim)\s+)?\b(?P<y>(?:1[89]|20)\d\d)\s?[-–/]\s?(?P<y2>(?:1[89]|20)\d\d|\d\d)\b(?![\d.,/–-]\d|-an\b)",
        "year": rf"(?<![\d.,/–$-])(?:\b{third}\s+)?(?P<word>\b[Tt]ahun\s+)?\b(?P<y>(?:1[89]|20)\d\d)\b(?![.,/–-]\d|-an\b|%|\s?persen)",
    }
    return tuple(Form(name, re.compile(source), _needs_of(source)) for name, source in sources.items())
