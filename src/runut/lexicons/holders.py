"""Who held which office when (table ``id/holders``): for people whom a text names without saying what they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from runut import lexicons
from runut.lexicons.bodies import SUPRANATIONAL


@dataclass(frozen=True, slots=True)
class Holding:
    """A row of the table: an office that somebody held for a time.

    Attributes
    ----------
    name, office
        The usual full name; the office without its state, in lower case.
    country, sectors
        As in the record.
    since, until
        The first day in office and the first one out of it, "YYYY-MM-DD" or a part of it; empty where open.
    """

    name: str
    office: str
    country: str
    sectors: tuple[str, ...]
    since: str
    until: str

    def held_on(self, day: str) -> bool:
        """Whether the office was held on a day."""
        return self.since <= day and (not self.until or day < self.until)


@cache
def _by_spelling() -> dict[str, list[Holding]]:
    found: dict[str, list[Holding]] = {}
    for row in lexicons.table("id/holders"):
        sectors = tuple(row["sectors"].split())
        holding = Holding(row["name"], row["office"], row["country"], sectors, row["from"], row["until"])
        for spelling in {row["name"], *lexicons.several(row["spellings"])}:
            found.setdefault(_key(spelling), []).append(holding)
    return found


def _key(name: str) -> str:
    return " ".join(word.casefold() for word in lexicons.words(name))


def called(name: str) -> str | None:
    """The usual full name of whoever is called so; ``None`` where the table has nobody, or several."""
    names = {holding.name for holding in _by_spelling().get(_key(name), ())}
    return names.pop() if len(names) == 1 else None


def on(name: str, day: str | None) -> Holding | None:
    """What somebody was on a day: in office, else what he had last been before, else what he first became.

    On an unknown day nobody's office is known, only whose he is: a holding with no sectors.
    """
    holdings = sorted(_by_spelling().get(_key(name), ()), key=lambda holding: holding.since)
    if not holdings or len({holding.name for holding in holdings}) > 1:
        return None
    if day is None:
        return holdings[-1]
    held = [holding for holding in holdings if holding.held_on(day)]
    if held:
        return held[-1]
    before = [holding for holding in holdings if holding.until and holding.until <= day]
    if before:
        last = before[-1]
        if last.country in SUPRANATIONAL:
            return None  # whose he was before, the table does not say
        sectors = ("ELI",) if last.sectors[:1] in {("GOV",), ("LEG",)} else last.sectors
        return Holding(last.name, last.office, last.country, sectors, last.since, last.until)
    return holdings[0]
