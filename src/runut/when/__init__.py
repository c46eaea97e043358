"""Which days the story speaks of: expressions of time → days, weeks, months and years."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache

from runut import lexicons
from runut.language import Parse
from runut.record import Article, Span, TimeExpression
from runut.when import vocabulary as words
from runut.when.patterns import patterns
from runut.when.resolve import Seen, resolve

__all__ = ["add_dates"]

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COARSE = re.compile(r"\d{4}(?:-\d{2})?")
_KNOWN_EVENT = re.compile(r"(?:\s+[\w-]+){1,3}?\s+(?:itu|tersebut)\b")
_COUNTED_FORMS = frozenset({"span_anchored", "anchored_day", "day_word"})
_FULL_DATE_FORMS = frozenset({"weekday_numeric", "weekday_month", "day_month", "numeric_full", "iso"})
_SPOKEN_FORMS = frozenset({"day_word"})
_BARE_MONTH_BEFORE = re.compile(
    r"\b(?:pada|bulan|sejak|awal|pertengahan|akhir|medio|penghujung|hingga|sampai|dari|antara|dan|di|selama|sepanjang|sebelum|setelah|per|kuartal|untuk|menjelang|mulai|dalam|atau)\s+$",
    re.IGNORECASE,
)
_MARKS = frozenset("\"“”'‘’")
_CLAUSE_CHARACTERS = 90


@dataclass(slots=True)
class Found:
    """An expression before it is resolved."""

    form: str
    match: re.Match[str]
    span: Span


def add_dates(article: Article, parse: Parse) -> None:
    """Find and resolve the expressions of time in the story; infer the day of publication where nothing else gives it."""
    found = _find(article)
    if article.published is None:
        _infer_published(article, found)
    published = _as_day(article.published)
    spoken = [quote.span for quote in article.quotes if quote.kind == "direct"]
    seen = Seen(published)
    held_back: list[tuple[Found, Span]] = []
    for index, item in enumerate(found):
        quotation = _holding(spoken, item.span[0])
        if quotation and item.form in _SPOKEN_FORMS:
            held_back.append((item, quotation))
            continue
        sentence = parse.sentence_at(item.span[0]) or item.span
        seen.previous_sentence = _sentence_before(parse, sentence)
        last_told = article.dates[-1].span[0] if article.dates else -1
        seen.coarse = seen.coarse if last_told >= seen.previous_sentence else None
        seen.is_coarse_in_sentence = last_told >= sentence[0]
        seen.has_day_in_sentence = seen.has_day_in_sentence and last_told >= sentence[0]
        value = _value(article, item, sentence, seen)
        if item.form in _COUNTED_FORMS and index + 1 < len(found):
            value = _given_behind(article, item, found[index + 1], seen) or value
        if value is None and published is not None:
            continue
        article.dates.append(TimeExpression(article.text[slice(*item.span)], item.span, value))
        if value and _ISO_DAY.fullmatch(value) and not _is_citation(article.text, sentence, item.span):
            is_since = article.text[max(0, item.span[0] - 12) : item.span[0]].rstrip().casefold().endswith("sejak")
            seen.tell(_as_day(value), sentence[0], is_since=is_since)
            seen.has_day_in_sentence = True
        seen.coarse = value if value and _COARSE.fullmatch(value) else None
    for item, quotation in held_back:
        day = _day_of_speaking(article, quotation)
        value = resolve(item.form, item.match, Seen(day)) if day else None
        if value:
            article.dates.append(TimeExpression(article.text[slice(*item.span)], item.span, value))
    article.dates.sort(key=lambda expression: expression.span)


def _sentence_before(parse: Parse, sentence: Span) -> int:
    index = bisect_right(parse.sentences, sentence[0], key=lambda span: span[0]) - 2
    return parse.sentences[index][0] if index >= 0 else 0


def _given_behind(article: Article, item: Found, following: Found, seen: Seen) -> str | None:
    """The day that is given right behind a counted one: "sehari sebelumnya, Selasa (10/12)"."""
    gap = article.text[item.span[1] : following.span[0]]
    if gap not in {", ", " ("} or following.form in _COUNTED_FORMS:
        return None
    value = resolve(following.form, following.match, seen)
    return value if value and _ISO_DAY.fullmatch(value) else None


def _find(article: Article) -> list[Found]:
    """All expressions in the story, in order, none overlapping."""
    found: list[Found] = []
    for start, end in article.of_kind("body"):
        taken: list[Span] = []
        for form, pattern in patterns():
            for match in pattern.finditer(article.text, start, end):
                span = match.span("keep") if "keep" in match.groupdict() else match.span()
                if any(span[0] < other[1] and other[0] < span[1] for other in taken) or not _is_time(
                    article.text, form, match
                ):
                    continue
                taken.append(span)
                found.append(Found(form, match, span))
    found.sort(key=lambda item: item.span)
    return found


def _is_time(text: str, form: str, match: re.Match[str]) -> bool:
    """Whether a match is meant as time: "Jalan 17 Agustus", "Resolusi 1701" and "1900 orang" are not."""
    before = text[max(0, match.start() - 30) : match.start()]
    after = text[match.end() : match.end() + 30]
    if form == "year":
        if match["word"]:
            return not re.search(r"(?:ratusan|ribuan|belasan|puluhan|\d)\s+$", before)
        is_title = before[-1:] in _MARKS and after[:1] in _MARKS
        return not is_title and not _counts()[0].search(before) and not _counts()[1].match(after)
    if form == "month" and not any(
        match.groupdict().get(key) for key in ("y", "past", "present", "future", "mpast", "mpresent", "mfuture")
    ):
        return bool(_BARE_MONTH_BEFORE.search(before) or match.group().split()[0][0].islower())
    if form.startswith("weekday") and form not in {"weekday_numeric", "weekday_month"}:
        return not _counts()[2].search(before) and not re.match(
            r"\s+(?:Agung|Putih|Kelabu|Suci|Paskah|Hitam|Berdarah)\b", after
        )
    if form in {"span_told", "span_joined", "span_anchored"}:
        return not _counts()[3].search(before)
    if form == "unit_tense":
        return not re.search(
            r"(?:\d|\b(?:beberapa|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|akhir))\s+$", before
        )
    return not (form == "day_month" and _counts()[4].search(before))


@cache
def _counts() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What before and after four digits makes them no year; what before a weekday, a span, a day makes it no date."""
    numbered = words.any_of(words.values("numbered"))
    counted = words.any_of(words.values("counted"))
    not_day = words.any_of(words.values("not-day"))
    vague = words.any_of(words.values("vague"))
    return (
        re.compile(rf"(?:\b{numbered}\.?|[$€£])\s*$", re.IGNORECASE),
        re.compile(rf"\s+{counted}\b|\s?(?:GMT|WIB|UTC)", re.IGNORECASE),
        re.compile(rf"\b{not_day}\s+$"),
        re.compile(rf"\b(?:{vague}|selama|dalam|tiap|setiap)\s+$", re.IGNORECASE),
        re.compile(rf"\b{words.any_of(words.values('named'))}\s+$"),
    )


def _value(article: Article, item: Found, sentence: Span, seen: Seen) -> str | None:
    before = article.text[sentence[0] : item.span[0]]
    seen.told_in_sentence = len(before.split()) > 2
    seen.is_exact = bool(re.search(r"\b(?:tepat|persis)\s+$", before))
    seen.is_known_event = bool(_KNOWN_EVENT.match(article.text, item.span[1]))
    seen.is_planned = item.form.startswith("weekday") and _is_planned(before)
    return resolve(item.form, item.match, seen)


def _is_planned(before: str) -> bool:
    """Whether the words before a weekday tell of a plan for it: "akan bertemu pada Kamis", not "akan bertemu, Kamis"."""
    clause = before[-_CLAUSE_CHARACTERS:]
    clause = re.split(r"[;:”\"]|, (?:kata|ujar|tutur|ucap|tegas|jelas)", clause)[-1]
    if not _plan().search(clause):
        return False
    return not re.search(r",\s*(?:pada\s+)?$", before)


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"\b{words.any_of(words.values('plan'))}\b")


@cache
def _citation() -> re.Pattern[str]:
    cues = {row["cue"].split()[0] for row in lexicons.table("id/citations") if row["strength"] == "strong"}
    return re.compile(rf"\b{words.any_of(cues)}\b[^.;]{{0,60}}$")


def _is_citation(text: str, sentence: Span, span: Span) -> bool:
    """Whether a day is that of a report ("dilansir AFP, Minggu (7/4)"), from which the story does not count on."""
    return bool(_citation().search(text[sentence[0] : span[0]]))


def _holding(spans: list[Span], offset: int) -> Span | None:
    index = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return spans[index] if index >= 0 and offset < spans[index][1] else None


def _day_of_speaking(article: Article, quotation: Span) -> date | None:
    """The day given with the attribution behind a quotation: '"… hari ini," kata Biden, Selasa (22/2).'"""
    paragraph_end = next((end for start, end in article.of_kind("body") if start <= quotation[0] < end), quotation[1])
    attribution = article.text[quotation[1] + 1 : paragraph_end]
    stop = re.search(r"[.!?](?:\s|$)|[\"“]", attribution)
    limit = quotation[1] + 1 + (stop.start() if stop else len(attribution))
    for expression in article.dates:
        if quotation[1] <= expression.span[0] < limit and expression.value and _ISO_DAY.fullmatch(expression.value):
            return _as_day(expression.value)
    return None


def _infer_published(article: Article, found: list[Found]) -> None:
    """Take the day of publication from the line above the story that gives it, else the latest full date of the story.

    News is published on or soon after the last day that it tells of.
    """
    stamped = _stamped_day(article)
    if stamped:
        article.published, article.published_from = stamped, "text"
        return
    days = [
        value
        for item in found
        if item.form in _FULL_DATE_FORMS and item.match.groupdict().get("y")
        if (value := resolve(item.form, item.match, Seen(None))) and _ISO_DAY.fullmatch(value)
        if not _is_planned(article.text[max(0, item.span[0] - 60) : item.span[0]])
    ]
    if days:
        article.published, article.published_from = max(days), "text"


def _stamped_day(article: Article) -> str | None:
    """The full date in a line beside the story: "Selasa, 22 Februari 2022 | 10:15 WIB"."""
    for start, end in article.of_kind("noise"):
        for form, pattern in patterns():
            match = pattern.search(article.text, start, end) if form in _FULL_DATE_FORMS else None
            value = resolve(form, match, Seen(None)) if match and match.groupdict().get("y") else None
            if value:
                return value
    return None


def _as_day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
