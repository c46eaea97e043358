"""From the words of an expression to its value, seen from the day of publication and the days told before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from runut.when import calendar
from runut.when import vocabulary as words

SATURDAY = 6
COARSE_UNITS = frozenset({"month", "year"})
OLD_DAYS = 45
"""Days longer before the day of publication are background, from which the story does not count on for long."""


@dataclass(slots=True)
class Seen:
    """From where an expression is seen.

    Attributes
    ----------
    published
        The day of publication; ``None`` where it is unknown.
    last
        The last day that the story told of; ``None`` before the first.
    last_sentence
        Where the sentence of `last` begins.
    recent
        The last day that is not long before the day of publication.
    previous_sentence
        Where the sentence before the expression's begins.
    is_exact
        Whether "tepat" stands before the expression.
    coarse
        The month or year that this or the last sentence told of last, as "YYYY-MM" or "YYYY".
    is_coarse_in_sentence
        Whether `coarse` stands in the sentence of the expression, and not in the one before.
    has_day_in_sentence
        Whether the sentence has told of a day before the expression.
    is_known_event
        Whether the event that the expression counts from was told of before: "dua hari setelah serangan itu".
    told_in_sentence
        Whether the main clause stands before the expression, in its sentence.
    is_planned
        Whether the clause tells of a plan.
    """

    published: date | None
    last: date | None = None
    last_sentence: int = 0
    recent: date | None = None
    previous_sentence: int = 0
    is_exact: bool = False
    coarse: str | None = None
    is_coarse_in_sentence: bool = False
    has_day_in_sentence: bool = False
    is_known_event: bool = False
    told_in_sentence: bool = False
    is_planned: bool = False

    def tell(self, day: date | None, sentence: int, *, is_since: bool) -> None:
        """Note a day that the story told of, in which sentence; `is_since` where only the begin of something old."""
        is_old = bool(day and self.published and (self.published - day).days > OLD_DAYS)
        if is_old and is_since:
            return
        self.last, self.last_sentence = day, sentence
        if not is_old:
            self.recent = day

    def anchor(self) -> date | None:
        """The day that "dua hari kemudian" counts from: the last one told of, an old one in the next sentence only.

        A clause before "dua hari setelah" is news, of about the day of publication where nothing else is told.
        """
        if self.last is not None and self.last_sentence >= self.previous_sentence:
            return self.last
        return self.recent or self.last or (self.published if self.told_in_sentence else None)


Groups = dict[str, str | None]


def resolve(form: str, match: re.Match[str], seen: Seen) -> str | None:
    """The value of an expression in ISO 8601.

    Returns
    -------
    str or None
        ``None`` where it cannot be told: without a day of publication, or for a day that the calendar does not have.
    """
    return _RESOLVERS[form](match.groupdict(), seen)


def _tense(groups: Groups, prefix: str = "") -> str | None:
    return next((name for name in ("past", "present", "future") if groups.get(prefix + name)), None)


def _month_number(name: str | None) -> int:
    return words.months()[(name or "").casefold()]


def _weekday_number(groups: Groups, key: str = "w") -> int | None:
    name = groups.get(key)
    return words.weekdays()[name.casefold()] if name else None


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _one_day(groups: Groups, seen: Seen, month: int, day_of_month: str | None, year: str | None) -> date | None:
    if not day_of_month:
        return None
    if year:
        return calendar.day(_full_year(year), month, int(day_of_month))
    told = _tense(groups)
    ago = _years_ago(groups, seen)
    if ago is not None:
        return calendar.day(ago, month, int(day_of_month))
    if told and seen.published:  # "17 Agustus tahun lalu"
        return calendar.day(seen.published.year + _shift(told), month, int(day_of_month))
    if seen.published is None:
        return None
    tense = _tense(groups, "m") or ("future" if seen.is_planned else None)
    return calendar.nearest(seen.published, month, int(day_of_month), weekday=_weekday_number(groups), tense=tense)


def _shift(tense: str | None) -> int:
    return {"past": -1, "future": 1}.get(tense or "", 0)


def _years_ago(groups: Groups, seen: Seen) -> int | None:
    """The year of "Agustus dua tahun lalu"."""
    words_ago = groups.get("ago")
    if not words_ago or seen.published is None:
        return None
    count = 1 if words_ago == "se" else words.number(words_ago)
    return seen.published.year - count if count is not None else None


def _range(first: date | None, last: date | None) -> str | None:
    if first is None:
        return None
    if last is None or last <= first:
        return first.isoformat()
    return f"{first.isoformat()}/{last.isoformat()}"


def _numeric(groups: Groups, seen: Seen) -> str | None:
    month = int(groups["m"] or 0)
    first = _one_day(groups, seen, month, groups["d"], groups.get("y"))
    if not groups.get("d2") or first is None:
        return first.isoformat() if first else None
    return _range(first, calendar.day(first.year, int(groups.get("m2") or month), int(groups["d2"] or 0)))


def _month_day(groups: Groups, seen: Seen) -> str | None:
    found = _one_day(groups, seen, _month_number(groups["mon"]), groups["d"], groups.get("y"))
    return found.isoformat() if found else None


def _day_range(groups: Groups, seen: Seen) -> str | None:
    last_month = _month_number(groups["mon2"])
    last = _one_day({}, seen, last_month, groups["d2"], groups.get("y"))
    if last is None:
        return None
    month = _month_number(groups["mon"]) if groups.get("mon") else last_month
    year = int(groups["y1"] or 0) or (last.year - 1 if month > last_month else last.year)
    return _range(calendar.day(year, month, int(groups["d"] or 0)), last)


def _month(groups: Groups, seen: Seen) -> str | None:
    month = _month_number(groups["mon"])
    if groups.get("y"):
        return f"{int(groups['y'] or 0):04}-{month:02}"
    if seen.published is None:
        return None
    ago = _years_ago(groups, seen)
    if ago is not None:
        return f"{ago:04}-{month:02}"
    told = _tense(groups)
    if told:
        return f"{seen.published.year + _shift(told):04}-{month:02}"
    tense = _tense(groups, "m") or ("future" if seen.is_planned else None)
    if tense in {None, "future"} and not groups.get("mfuture") and month == seen.published.month:
        return f"{seen.published.year:04}-{month:02}"
    return calendar.nearest_month(seen.published, month, tense)


def _weekday_of_week(groups: Groups, seen: Seen) -> str | None:
    weekday = _weekday_number(groups)
    if seen.published is None or weekday is None:
        return None
    first = calendar.in_week_of(seen.published, weekday, _shift(_tense(groups)))
    last = _weekday_number(groups, "w2")
    return _range(first, calendar.weekday_after(first, last) if last else None)


def _weekday(groups: Groups, seen: Seen) -> str | None:
    weekday = _weekday_number(groups)
    found = _bare_weekday(weekday, groups, seen)
    return found.isoformat() if found else None


def _bare_weekday(weekday: int | None, groups: Groups, seen: Seen) -> date | None:
    if seen.published is None or weekday is None:
        return None
    tense = "future" if groups.get("next") else _tense(groups)
    if tense == "future":
        return calendar.weekday_after(seen.published, weekday)
    if tense == "present":
        return calendar.in_week_of(seen.published, weekday)
    if tense is None and seen.is_planned and seen.published.isoweekday() != weekday:
        return calendar.weekday_after(seen.published, weekday)
    return calendar.weekday_before(seen.published, weekday, strictly=tense == "past")


def _weekday_range(groups: Groups, seen: Seen) -> str | None:
    first = _bare_weekday(_weekday_number(groups), groups, seen)
    last = _weekday_number(groups, "w2")
    return _range(first, calendar.weekday_after(first, last)) if first and last else None


def _weekend(groups: Groups, seen: Seen) -> str | None:
    if seen.published is None:
        return None
    return calendar.in_week_of(seen.published, SATURDAY, _shift(_tense(groups))).isoformat()


def _count(groups: Groups) -> tuple[int, str] | None:
    if groups.get("one"):
        return 1, words.values("one")[(groups["one"] or "").casefold()]
    count = words.number(groups["n"] or "")
    return None if count is None else (count, words.values("unit")[(groups["unit"] or "").casefold()])


def _span_joined(groups: Groups, seen: Seen) -> str | None:
    """Count from the day that is known to the one that is not.

    "Dua hari setelah X, Y": the day of Y. "Y, dua hari setelah X": the day of X, unless X is what was told of before.
    "Y, sehari sebelum X": the day of Y, unless the sentence has given it.
    """
    span, base = _count(groups), seen.anchor()
    if span is None or base is None:
        return None
    count, unit = span
    if groups.get("after"):
        forward = not seen.told_in_sentence or (seen.is_known_event and not seen.has_day_in_sentence)
    else:
        forward = seen.has_day_in_sentence
    if seen.coarse and seen.is_coarse_in_sentence and unit in COARSE_UNITS:
        return _coarsely(seen.coarse, count if forward else -count, unit)
    found = calendar.moved(base, count if forward else -count, unit)
    return calendar.written(found, "day" if unit == "week" or seen.is_exact else unit) if found else None


def _span_anchored(groups: Groups, seen: Seen) -> str | None:
    span, base = _count(groups), seen.anchor()
    if span is None or base is None:
        return None
    count, unit = span
    if seen.coarse and unit in COARSE_UNITS:
        return _coarsely(seen.coarse, count if groups.get("later") else -count, unit)
    found = calendar.moved(base, count if groups.get("later") else -count, unit)
    return calendar.written(found, "day" if unit == "week" else unit) if found else None


def _coarsely(base: str, count: int, unit: str) -> str | None:
    """Move a month or a year by so many units, no finer than it is itself: "November 2012", "sebulan kemudian"."""
    first = date(int(base[:4]), int(base[5:7] or 1), 1)
    found = calendar.moved(first, count, unit)
    if found is None:
        return None
    return calendar.written(found, "year" if len(base) == len("YYYY") or unit == "year" else "month")


def _span_told(groups: Groups, seen: Seen) -> str | None:
    span = _count(groups)
    if span is None or seen.published is None:
        return None
    count, unit = span
    found = calendar.moved(seen.published, -count if groups.get("past") else count, unit)
    return calendar.written(found, unit) if found else None


def _unit_tense(groups: Groups, seen: Seen) -> str | None:
    if seen.published is None:
        return None
    unit = words.values("unit")[(groups["unit"] or "").casefold()]
    found = calendar.moved(
        seen.published.replace(day=1) if unit == "month" else seen.published, _shift(_tense(groups)), unit
    )
    return calendar.written(found, unit) if found else None


def _day_word(groups: Groups, seen: Seen) -> str | None:
    if seen.published is None:
        return None
    term = " ".join((groups["day"] or "").casefold().split())
    return (seen.published + timedelta(days=int(words.values("day")[term]))).isoformat()


def _anchored_day(groups: Groups, seen: Seen) -> str | None:
    base = seen.anchor()
    if base is None:
        return None
    term = " ".join((groups["anchored"] or "").casefold().split())
    return (base + timedelta(days=int(words.values("anchored")[term]))).isoformat()


def _day_of_month(groups: Groups, seen: Seen) -> str | None:
    if seen.published is None:
        return None
    tense = _tense(groups)
    base = calendar.moved(seen.published.replace(day=1), _shift(tense), "month")
    found = calendar.day(base.year, base.month, int(groups["d"] or 0)) if base else None
    return found.isoformat() if found else None


def _year(groups: Groups, seen: Seen) -> str | None:  # noqa: ARG001  a year stands by itself
    return groups["y"]


def _years(groups: Groups, seen: Seen) -> str | None:  # noqa: ARG001  years stand by themselves
    first, last = groups["y"] or "", groups["y2"] or ""
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if first < last else None


_RESOLVERS: dict[str, Callable[[Groups, Seen], str | None]] = {
    "weekday_numeric": _numeric,
    "weekday_slash": _numeric,
    "numeric_range": _numeric,
    "day_range": _day_range,
    "weekday_month": _month_day,
    "day_month": _month_day,
    "iso": _numeric,
    "numeric_full": _numeric,
    "numeric_short": _numeric,
    "month": _month,
    "weekday_of_week": _weekday_of_week,
    "weekday_tense": _weekday,
    "weekday_range": _weekday_range,
    "weekday": _weekday,
    "weekend": _weekend,
    "span_joined": _span_joined,
    "span_anchored": _span_anchored,
    "span_told": _span_told,
    "unit_tense": _unit_tense,
    "anchored_day": _anchored_day,
    "day_word": _day_word,
    "day_of_month": _day_of_month,
    "years": _years,
    "year": _year,
}
