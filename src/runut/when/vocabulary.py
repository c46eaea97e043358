"""The words of time: dateparser's Indonesian names of months and weekdays, the table ``id/time`` for what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from runut import lexicons

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST_WEEKDAY_LETTERS = 4


def _dateparser_names() -> dict[str, list[str]]:
    from dateparser.data.date_translation_data.id import info  # a quarter of a second, spent when first needed

    names: dict[str, list[str]] = info
    return names


@cache
def months() -> dict[str, int]:
    """Names of months in lower case → 1 … 12."""
    told = _dateparser_names()
    names = {name.casefold(): number for number, month in enumerate(_MONTHS, start=1) for name in told[month]}
    return names | {row["term"].casefold(): int(row["value"]) for row in rows("month")}


@cache
def weekdays() -> dict[str, int]:
    """Names of weekdays in lower case → 1 Monday … 7 Sunday; without abbreviations, since "Min" is no day in prose."""
    told = _dateparser_names()
    names = {name.casefold(): number for number, day in enumerate(_WEEKDAYS, start=1) for name in told[day]}
    names = {name: number for name, number in names.items() if len(name) >= _SHORTEST_WEEKDAY_LETTERS}
    return names | {row["term"].casefold(): int(row["value"]) for row in rows("weekday")}


@cache
def values(kind: str) -> dict[str, str]:
    """Terms of one kind of the table, in lower case → their value."""
    return {row["term"].casefold(): row["value"] for row in rows(kind)}


@cache
def rows(kind: str) -> tuple[lexicons.Row, ...]:
    """Rows of one kind of the table."""
    return tuple(row for row in lexicons.table("id/time") if row["kind"] == kind)


def any_of(terms: Iterable[str], *, capital: bool = False) -> str:
    """A pattern for any of the terms, longest first; with `capital`, only where they are capitalised."""
    ordered = sorted(set(terms), key=lambda term: (-len(term), term))
    forms = (
        [re.escape(term.capitalize()) + "|" + re.escape(term.upper()) for term in ordered]
        if capital
        else [rf"[{term[0].upper()}{term[0].lower()}]{re.escape(term[1:])}" for term in ordered]
    )
    return "(?:" + "|".join(forms).replace(r"\ ", r"\s+") + ")"


def number(words: str) -> int | None:
    """The number that digits or words tell; ``None`` where they tell none."""
    folded = " ".join(words.casefold().split())
    if folded.isdecimal():
        return int(folded)
    known = values("number").get(folded)
    return int(known) if known else None
