"""Organisations that have a name of their own (table ``id/bodies``): parties, armed groups, international bodies …"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from runut import lexicons
from runut.lexicons.lookup import Found, Terms

SUPRANATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"})
"""Codes of the codebook that stand in the place of a country, for bodies of no one state."""
_SHORTEST_CASELESS_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Body:
    """A row of the table.

    Attributes
    ----------
    name
        Its usual full name.
    country
        ISO 3166 alpha-3, or one of `SUPRANATIONAL`.
    sectors
        Codes of the codebook, the most important first.
    since, until
        The days between which the row holds, "YYYY-MM-DD" or a part of it; empty where it always did.
    """

    name: str
    country: str
    sectors: tuple[str, ...]
    since: str
    until: str

    def held_on(self, day: str | None) -> bool:
        """Whether the row holds on a day; on an unknown day the row that holds today does."""
        if day is None:
            return not self.until
        return self.since <= day and (not self.until or day < self.until)


@cache
def _terms() -> Terms[tuple[Body, ...]]:
    rows: dict[tuple[str, ...], list[Body]] = {}
    for row in lexicons.table("id/bodies"):
        body = Body(row["name"], row["country"], tuple(row["sectors"].split()), row["from"], row["until"])
        for spelling in (row["name"], *lexicons.several(row["aliases"])):
            rows.setdefault(tuple(spelling_key(word) for word in lexicons.words(spelling)), []).append(body)
    return Terms((key, tuple(bodies)) for key, bodies in rows.items())


def spelling_key(word: str) -> str:
    """The form in which a word of a name is looked up: short ones in capitals as they are, so that IS is not "is"."""
    return word if word.isupper() and len(word) < _SHORTEST_CASELESS_LETTERS else word.casefold()


def spellings() -> list[str]:
    """All names and aliases of the table."""
    return [
        spelling for row in lexicons.table("id/bodies") for spelling in (row["name"], *lexicons.several(row["aliases"]))
    ]


def at(words: Sequence[str], index: int, day: str | None = None) -> Found[Body] | None:
    """The body whose name begins at a word, by the longest spelling, as it was on a day ("YYYY-MM-DD").

    A name of lower-case words in the text is none.
    """
    if not words[index][:1].isupper() and not any(word[:1].isupper() for word in words[index : index + 3]):
        return None
    found = _terms().at([spelling_key(word) for word in words[index : index + 9]], 0)
    if found is None or not any(word[:1].isupper() for word in words[index : index + found.length]):
        return None
    body = next((body for body in found.value if body.held_on(day)), found.value[0])
    return Found(index, found.length, body)


def called(name: str, day: str | None = None) -> Body | None:
    """The body of that name or alias; ``None`` where the table has none."""
    words = lexicons.words(name)
    found = at(words, 0, day) if words else None
    return found.value if found and found.length == len(words) else None
