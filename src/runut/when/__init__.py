"""Which days the story speaks of: expressions of time → days, weeks, months and years."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import cache

from runut import lexicons
from runut.language import Parse
from runut.record import Article, Span, TimeExpression
from runut.when.belongs import add_owners
from runut.when.find import Found, expressions
from runut.when.plans import is_planned
from runut.when.published import ISO_DAY, infer_published
from runut.when.resolve import Seen, resolve

__all__ = ["add_dates", "find_published"]

FEWEST_WORDS_OF_CLAUSE = 3
"""So many words before "dua hari setelah" are a clause of their own, whose day is known."""

_COARSE = re.compile(r"\d{4}(?:-\d{2})?")
_KNOWN_EVENT = re.compile(r"(?:\s+[\w-]+){1,3}?\s+(?:itu|tersebut)\b")
_COUNTED_FORMS = frozenset({"span_anchored", "anchored_day", "day_word", "span_joined"})
_PLANNED_FORMS = frozenset({"weekday", "weekday_range", "month", "day_month"})
_GAP_WITH_DATED_EVENT = re.compile(r"(?: [\w-]+){1,5}? ")
_DATED_FORMS = frozenset({"weekday_numeric", "weekday_month", "weekday_slash", "day_month", "numeric_short"})
_GAP_WITH_EVENT = re.compile(r"(?: [\w-]+){1,3}, ")
_SPOKEN_FORMS = frozenset({"day_word"})


def add_dates(article: Article, parse: Parse) -> None:
    """Find and resolve the expressions of time in the story; infer its day of publication where nothing else tells."""
    found = expressions(article.text, article.of_kind("body"))
    if article.published is None:
        infer_published(article, found)
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
        _look_back(seen, article, parse, item, sentence)
        value = resolve(item.form, item.match, seen)
        if item.form in _COUNTED_FORMS and index + 1 < len(found):
            value = _given_behind(article, item, found[index + 1], seen) or value
        if value is not None or published is None:
            _add(article, item, value)
            _tell(seen, article, item, sentence, value)
    for item, quotation in held_back:
        day = _day_of_speaking(article, quotation)
        value = resolve(item.form, item.match, Seen(day)) if day else None
        if value:
            _add(article, item, value)
    article.dates.sort(key=lambda expression: expression.span)
    add_owners(article, parse)


def find_published(article: Article) -> None:
    """Infer the day of publication from the story where nothing else tells it: other rooms need it before its dates."""
    if article.published is None:
        infer_published(article, expressions(article.text, article.of_kind("body")))


def _add(article: Article, item: Found, value: str | None) -> None:
    article.dates.append(TimeExpression(article.text[slice(*item.span)], item.span, value))


def _look_back(seen: Seen, article: Article, parse: Parse, item: Found, sentence: Span) -> None:
    """Note what an expression's sentence, and the one before, have told before it."""
    before = article.text[sentence[0] : item.span[0]]
    last_told = article.dates[-1].span[0] if article.dates else -1
    seen.previous_sentence = _sentence_before(parse, sentence)
    seen.coarse = seen.coarse if last_told >= seen.previous_sentence else None
    seen.is_coarse_in_sentence = last_told >= sentence[0]
    seen.has_day_in_sentence = seen.has_day_in_sentence and last_told >= sentence[0]
    seen.told_in_sentence = len(before.split()) >= FEWEST_WORDS_OF_CLAUSE
    seen.is_exact = bool(re.search(r"\b(?:tepat|persis)\s+$", before))
    seen.is_known_event = bool(_KNOWN_EVENT.match(article.text, item.span[1]))
    seen.is_planned = item.form in _PLANNED_FORMS and is_planned(before)


def _tell(seen: Seen, article: Article, item: Found, sentence: Span, value: str | None) -> None:
    """Note what an expression has told, for those behind it."""
    before = article.text[sentence[0] : item.span[0]]
    if value and ISO_DAY.fullmatch(value) and not _citation().search(before):
        seen.tell(_as_day(value), sentence[0], is_since=before.rstrip().casefold().endswith("sejak"))
        seen.has_day_in_sentence = True
    seen.coarse = value if value and _COARSE.fullmatch(value) else None


def _sentence_before(parse: Parse, sentence: Span) -> int:
    index = bisect_right(parse.sentences, sentence[0], key=lambda span: span[0]) - 2
    return parse.sentences[index][0] if index >= 0 else 0


def _given_behind(article: Article, item: Found, following: Found, seen: Seen) -> str | None:
    """The day that is given right behind a counted one: "sehari sebelumnya, Selasa (10/12)".

    Or behind its event, at the head of a sentence: "Sehari sebelum pertemuan, Jumat (23/4), …".
    """
    gap = article.text[item.span[1] : following.span[0]]
    is_dated = following.form in _DATED_FORMS or gap.endswith(" pada ")
    if (
        item.form == "span_joined" and is_dated and _GAP_WITH_DATED_EVENT.fullmatch(gap)
    ):  # "dua hari setelah gempa pada 3 Mei"
        event = _as_day(resolve(following.form, following.match, seen))
        counted = Seen(seen.published, last=event, last_sentence=seen.previous_sentence, is_exact=seen.is_exact)
        return resolve(item.form, item.match, counted) if event else None
    if item.form == "span_joined":
        fits = not seen.told_in_sentence and _GAP_WITH_EVENT.fullmatch(gap) is not None
    else:
        fits = gap in {", ", " ("}
    if not fits or following.form in _COUNTED_FORMS:
        return None
    value = resolve(following.form, following.match, seen)
    return value if value and ISO_DAY.fullmatch(value) else None


@cache
def _citation() -> re.Pattern[str]:
    """Words that make a day that of a report ("dilansir AFP, Minggu"), from which the story does not count on."""
    cues = {cue.split()[0] for cue in lexicons.terms("id/citations", "cue", strength="strong")}
    return re.compile(rf"\b(?i:{lexicons.alternatives(cues)})\b[^.;]{{0,60}}$")


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
        if quotation[1] <= expression.span[0] < limit and expression.value and ISO_DAY.fullmatch(expression.value):
            return _as_day(expression.value)
    return None


def _as_day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
