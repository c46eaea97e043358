"""Where the story speaks of time, and what only looks like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from runut.record import Span
from runut.when import vocabulary as words
from runut.when.patterns import patterns, present

CONTEXT_CHARACTERS = 30
"""So much before and behind an expression is looked at to tell whether it is meant as time."""

_MARKS = frozenset("\"“”'‘’")
_TENSES = ("y", "ago", "past", "present", "future", "mpast", "mpresent", "mfuture")
_NUMBER_BEFORE = re.compile(r"(?:\d|\b(?:ratusan|ribuan|belasan|puluhan))\s+$")


@dataclass(slots=True)
class Found:
    """An expression before it is resolved: its form (see `patterns`), what matched, and its words."""

    form: str
    match: re.Match[str]
    span: Span


def expressions(text: str, paragraphs: list[Span]) -> list[Found]:
    """All expressions in these paragraphs, in order, none overlapping."""
    found: list[Found] = []
    for start, end in paragraphs:
        taken: list[Span] = []
        held = present(text, start, end)
        for form, pattern, needs in patterns():
            if not needs <= held:
                continue
            for match in pattern.finditer(text, start, end):
                span = match.span("keep") if "keep" in match.groupdict() else match.span()
                is_free = all(span[1] <= other[0] or other[1] <= span[0] for other in taken)
                if is_free and _is_time(text, form, match):
                    taken.append(span)
                    found.append(Found(form, match, span))
    found.sort(key=lambda item: item.span)
    return found


def _is_time(text: str, form: str, match: re.Match[str]) -> bool:
    """Whether a match is meant as time: "Jalan 17 Agustus", "Resolusi 1701" and "1900 orang" are not."""
    before = text[max(0, match.start() - CONTEXT_CHARACTERS) : match.start()]
    after = text[match.end() : match.end() + CONTEXT_CHARACTERS]
    match form:
        case "year":
            return _is_year(match, before, after)
        case "month":
            is_told = any(match.groupdict().get(key) for key in _TENSES) or match.group().split()[0][0].islower()
            return is_told or bool(_behind("before-month").search(before))
        case "weekday" | "weekday_range" | "weekday_tense" | "weekday_of_week":
            return not _behind("not-day").search(before) and not _before("holy").match(after)
        case "span_told" | "span_joined" | "span_anchored":
            return not _behind("vague", "duration").search(before)
        case "unit_tense":
            return not _NUMBER_BEFORE.search(before) and not _behind("number", "vague", "third").search(before)
        case "anchored_day":
            return not _NUMBER_BEFORE.search(before) and not _behind("number", "vague").search(before)
        case "day_word":
            return not _behind("duration").search(before)
        case "day_month":
            return not _behind("named").search(before)
    return True


def _is_year(match: re.Match[str], before: str, after: str) -> bool:
    if match["word"]:
        return not _behind("vague").search(before)
    is_title = before[-1:] in _MARKS and after[:1] in _MARKS
    is_number = bool(_numbered().search(before) or _before("counted").match(after))
    return not is_title and not is_number and not re.match(r"\s?(?:GMT|WIB|UTC)", after)


@cache
def _behind(*kinds: str) -> re.Pattern[str]:
    """Any word of these kinds, at the end of what stands before an expression."""
    terms = {term for kind in kinds for term in words.values(kind)}
    return re.compile(rf"\b{words.any_of(terms)}\s+$", re.IGNORECASE)


@cache
def _before(kind: str) -> re.Pattern[str]:
    """Any word of this kind, at the begin of what stands behind an expression."""
    return re.compile(rf"\s+{words.any_of(words.values(kind))}\b", re.IGNORECASE)


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?:\b{words.any_of(words.values('numbered'))}\.?|[$€£])\s*$", re.IGNORECASE)
