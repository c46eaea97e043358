"""Arithmetic of days: which day a weekday, a day and month, or a span of time means, seen from another day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

PAST_BIAS = 4
"""A day and month without a year is taken for the coming one only where that is so many times nearer than the past one:
news tells of the past more than of the future."""
NEAR_DAYS = 45
"""A day and month so near is meant even where the weekday disagrees: newspapers err in weekdays more than in years."""
EARLIEST_YEAR, LATEST_YEAR = 1500, 2100
LONGEST_SPAN = {"day": 3660, "week": 520, "month": 1200, "year": 500}
"""Longer spans of time, in their unit, give no date."""


def day(year: int, month: int, day_of_month: int) -> date | None:
    """The day, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day_of_month) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def weekday_before(base: date, weekday: int, *, strictly: bool = False) -> date:
    """The last such weekday (1 Monday … 7 Sunday) up to `base`, or before it."""
    back = (base.isoweekday() - weekday) % 7
    return base - timedelta(days=back or (7 if strictly else 0))


def weekday_after(base: date, weekday: int) -> date:
    """The first such weekday after `base`."""
    return base + timedelta(days=(weekday - base.isoweekday() - 1) % 7 + 1)


def in_week_of(base: date, weekday: int, weeks: int = 0) -> date:
    """That weekday in the ISO week of `base`, or so many weeks later."""
    return base + timedelta(days=weekday - base.isoweekday(), weeks=weeks)


def nearest(
    base: date, month: int, day_of_month: int, *, weekday: int | None = None, tense: str | None = None
) -> date | None:
    """The day of that month which is meant, without a year, on the day `base`.

    Parameters
    ----------
    weekday
        1 … 7, where the text tells it: a year in which they agree is preferred.
    tense
        "past", "present" or "future" where a word tells it.
    """
    years = range(base.year - 6, base.year + 3)
    days = [found for year in years if (found := day(year, month, day_of_month))]
    is_near = any(abs((found - base).days) <= NEAR_DAYS for found in days)
    if weekday and not is_near:
        agreeing = [found for found in days if found.isoweekday() == weekday and abs((found - base).days) < 500]
        days = agreeing or days
    past = [found for found in days if found <= base]
    future = [found for found in days if found > base]
    if not past or not future:
        return next(iter(past[-1:] + future[:1]), None)
    if tense == "past":
        return past[-1]
    if tense == "future":
        return future[0]
    nearer = (future[0] - base).days * PAST_BIAS < (base - past[-1]).days
    return future[0] if nearer else past[-1]


def nearest_month(base: date, month: int, tense: str | None = None) -> str:
    """The year and month, "YYYY-MM", of a month without a year."""
    if tense == "present" or (tense is None and month == base.month):
        return f"{base.year:04}-{month:02}"
    back = (base.month - month) % 12 or 12
    ahead = (month - base.month) % 12 or 12
    is_future = tense == "future" or (tense is None and ahead * PAST_BIAS < back)
    total = base.year * 12 + base.month - 1 + (ahead if is_future else -back)
    return f"{total // 12:04}-{total % 12 + 1:02}"


def moved(base: date, count: int, unit: str) -> date | None:
    """`base` moved by so many units; the last day of a shorter month. ``None`` where that is out of all reason."""
    if abs(count) > LONGEST_SPAN[unit]:
        return None
    try:
        if unit in {"day", "week"}:
            return base + timedelta(days=count * (7 if unit == "week" else 1))
        months = base.year * 12 + base.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(base.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def written(base: date, unit: str) -> str:
    """The day, week, month or year that holds `base`, in ISO 8601."""
    if unit == "week":
        year, week, _ = base.isocalendar()
        return f"{year:04}-W{week:02}"
    return base.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]
