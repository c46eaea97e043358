"""Where sentences of plain text end, by rule: the student learns from such text, and reads sentence ends itself.

A sentence ends at a full stop, a question or exclamation mark or an ellipsis, with the closing marks behind it, before
white space and a capital, a digit or an opening mark; and where a page has lost the white space ("…di Kyiv.Blinken
mengatakan"). It does not end after an abbreviation (table ``id/abbreviations``), an initial, or inside a number.
"""

from __future__ import annotations

import re
from functools import cache

from runut import lexicons
from runut.record import Span

_CLOSERS = "\"”’'»)\\]"
_OPENERS = "\"“‘'«(\\["
_BOUNDARY = re.compile(
    rf"(?P<stop>[.!?…]+[{_CLOSERS}]*)"
    rf"(?:\s+(?=[{_OPENERS}]*[^\W_a-zß-öø-ÿ])|(?<=[^\W\d_][^\W\d_][^\W\d_][.!?…])(?=[A-Z][a-z]{{3}})|(?<=[\"”])(?=[A-Z][a-z]))"
)
_INITIAL = re.compile(r"(?:^|[\s.(\"“'‘])[A-Z]\.$")
_LAST_WORD = re.compile(r"\S+$")
_NUMBERED = re.compile(r"^\s*\d{1,2}\.$")
_DOMAIN_END = re.compile(r"\.(?:[Cc]om|[Cc]o|[Ii]d|[Nn]et|[Oo]rg|TV)\b")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in lexicons.table("id/abbreviations"))


def split(text: str, start: int, end: int) -> list[Span]:
    """Split ``text[start:end]`` into sentences.

    Returns
    -------
    list of Span
        In order, without the white space between; together they hold every other character.
    """
    spans: list[Span] = []
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        stop = match.end("stop")
        if _ends(text, begin, match):
            _append(spans, text, begin, stop)
            begin = stop
    _append(spans, text, begin, end)
    return spans


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    stop = match["stop"]
    if stop != ".":
        return True
    before = text[max(begin, match.start() - 40) : match.start() + 1]
    if _INITIAL.search(before) or _NUMBERED.match(text[begin : match.start() + 1]):
        return False
    word = _LAST_WORD.search(before)
    if word and word.group().lstrip("(\"“'‘[") in _abbreviations():
        return False
    return not _DOMAIN_END.match(text, match.start())


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
