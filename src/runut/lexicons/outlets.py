"""Outlets and agencies (table ``outlets``): looked up by the words of a text or by a web address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from runut import lexicons

_WORD = re.compile(r"[^\W_]+(?:['’.&+-]+[^\W_]+)*\+?")
_LONGEST_NAME_WORDS = 7
_SHORTEST_CASELESS_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Outlet:
    """A row of the table.

    Attributes
    ----------
    name
        Its usual name.
    domain
        Its web address without "www."; empty where unknown.
    country
        ISO 3166 alpha-3.
    kind
        "agency", "newspaper", "magazine", "online", "broadcaster", or "social" for a network that is no outlet.
    """

    name: str
    domain: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet where a text names it, from `start` to `end`."""

    outlet: Outlet
    start: int
    end: int


def _rows() -> tuple[tuple[Outlet, list[str]], ...]:
    """The outlets of the table, each with its further spellings."""
    return tuple(
        (Outlet(row["name"], row["domain"], row["country"], row["kind"]), lexicons.several(row["spellings"]))
        for row in lexicons.table("outlets")
    )


@cache
def _by_key() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet, spellings in _rows():
        for spelling in (outlet.name, *spellings):
            for key in _keys(spelling):
                found.setdefault(key, outlet)
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet, _ in _rows():
        if outlet.domain:
            found.setdefault(outlet.domain, outlet)
    return found


def _keys(spelling: str) -> list[str]:
    """The forms under which a spelling is found: long ones in any case, short ones only as written."""
    words = " ".join(_WORD.findall(spelling))
    if len(re.sub(r"\W", "", words)) >= _SHORTEST_CASELESS_LETTERS:
        return [words.casefold()]
    return [words]


def called(name: str) -> Outlet | None:
    """The outlet that is called `name` in any of its spellings; ``None`` where the table has none."""
    words = " ".join(_WORD.findall(name))
    return _by_key().get(words) or _by_key().get(words.casefold())


def at(text: str, start: int) -> Named | None:
    """The outlet whose name begins at `start` of `text`, by the longest spelling; social networks included."""
    ends: list[int] = []
    position = start
    for _ in range(_LONGEST_NAME_WORDS):
        match = _WORD.match(text, position)
        if match is None:
            break
        ends.append(match.end())
        gap = match.end()
        position = gap + 1 if text[gap : gap + 1] in {" ", "/", ","} else gap
        if position == gap:
            break
    for end in reversed(ends):
        outlet = called(text[start:end])
        if outlet and (text[start].isupper() or text[start].isdigit() or outlet.name[0].islower()):
            return Named(outlet, start, end)
    return None


def ending_at(text: str, end: int) -> Named | None:
    """The outlet whose name ends at `end` of `text`, or before the marks there, by the longest spelling."""
    while end > 0 and not text[end - 1].isalnum():
        end -= 1
    window = max(0, end - 60)
    starts = [match.start() for match in _WORD.finditer(text, window, end)]
    for start in starts[-_LONGEST_NAME_WORDS:]:
        outlet = called(text[start:end])
        if outlet and text[start].isupper():
            return Named(outlet, start, end)
    return None


def of_address(url: str | None) -> Outlet | None:
    """The outlet that publishes at a web address; ``None`` where the table does not know it."""
    if not url:
        return None
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    first = parts.path.strip("/").split("/")[0]
    candidates = [f"{host}/{first}", host]
    while host.count(".") > 1:
        host = host.split(".", 1)[1]
        candidates.append(host)
    return next((_by_domain()[candidate] for candidate in candidates if candidate in _by_domain()), None)
