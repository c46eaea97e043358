"""How the story opens: "JAKARTA, KOMPAS.com -" (table ``id/datelines``)."""

from __future__ import annotations

import re
from functools import cache

from runut import lexicons
from runut.lexicons import outlets
from runut.record import Dateline, Span

_WORD = r"[A-ZÀ-Þ][\w'’]*"
_SMALL_WORD = r"(?:de|la|del|el|al|ad|da|dos|on|au|of)[ -]"
_PLACE = (
    rf"{_WORD}(?:(?:[ /-]| ?[–-] ?)(?:{_SMALL_WORD})*{_WORD}){{0,3}}"
    rf"(?:, ?(?:D\.?C\.?|{_WORD}(?: {_WORD}){{0,2}})){{0,2}}"
)
_PARTNERS = r"(?:/[A-Za-z][\w.-]*)*"
"""Agencies that an outlet shares its report with: "ANTARA/Xinhua"."""
_OUTLET = r"[\w-]+(?:\.[\w-]+)+|[A-Za-z][\w&+-]*(?: [A-Z][\w&+-]*){0,3}"
_ADDRESS = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv|news|info|my|press|media)$", re.IGNORECASE)
_DATE = r"\d{1,2}(?:/\d{1,2}| [A-Z][a-z]+)(?:[ /]\d{4})?"
_WEEKDAY = r"(?i:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)"
_DASH = r"\s*[-–—―−]+\s*(?=\S|$)"
_SPACED_DASH = r"\s*(?:\s[-–—―−]{1,3}\s|--+\s?|[–—]{1,2})\s*(?=[^\W\d_a-z]|[\"“‘'(\[]|\d)"
LONGEST_PLACE_WORDS = 6


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        lexicons.pattern(expand(row["pattern"]), table_name="id/datelines") for row in lexicons.table("id/datelines")
    )


@cache
def _capitals() -> frozenset[str]:
    rows = lexicons.table("id/countries")
    return frozenset(city.casefold() for row in rows for city in lexicons.several(row["capitals"]))


def expand(pattern: str) -> str:
    """Fill in what ``{place}``, ``{outlet}``, ``{date}``, ``{capital}`` and the dashes stand for."""
    return (
        pattern.replace("{place}", f"(?P<place>{_PLACE})")
        .replace("{capital}", f"(?P<capital>{_PLACE})")
        .replace("{outlet}", f"(?P<outlet>{_OUTLET}){_PARTNERS}")
        .replace("{date}", _DATE)
        .replace("{weekday}", _WEEKDAY)
        .replace("{dash}", _DASH)
        .replace("{spaced_dash}", _SPACED_DASH)
    )


def dateline(text: str, span: Span) -> Dateline | None:
    """Read the dateline at the head of a line of the story; ``None`` where it has none."""
    start, end = span
    for pattern in _patterns():
        match = pattern.match(text, start, min(end, start + 120))
        if match is None:
            continue
        groups = match.groupdict()
        place, outlet, capital = groups.get("place"), groups.get("outlet"), groups.get("capital")
        if outlet and not (is_outlet(outlet) or _is_acronym_of_outlet(outlet, place)):
            continue
        if capital and capital.casefold() not in _capitals():
            continue
        place = place or capital
        if place and (len(place.split()) > LONGEST_PLACE_WORDS or outlets.called(place)):
            continue
        last = max(match.end(name) for name in ("place", "outlet", "capital") if groups.get(name))
        behind = re.compile(rf"{_PARTNERS}\)?").match(text, last)
        return Dateline(place, outlet, (start, behind.end() if behind else last))
    return None


def _is_acronym_of_outlet(outlet: str, place: str | None) -> bool:
    """Whether capitals behind a place in small letters are an outlet that no table knows: "Lusaka, SPNA -"."""
    return bool(place) and not str(place).isupper() and bool(re.fullmatch(r"[A-Z]{3,8}", outlet))


def is_outlet(name: str) -> bool:
    """Whether a name in a dateline is an outlet's: one that the table knows, or a web address."""
    known = outlets.called(name)
    return bool(known and known.kind != "social") or bool(_ADDRESS.match(name))
