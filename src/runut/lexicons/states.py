"""States (table ``id/countries``): looked up by name, adjective, capital or seat of power."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from runut import lexicons
from runut.lexicons.lookup import Found, Terms

Sense = Literal["name", "aliases", "adjectives", "capitals", "seats"]
_SHORT = 3
"""Letters of the longest acronym of a state."""
_SENSES: tuple[Sense, ...] = ("name", "aliases", "adjectives", "capitals", "seats")


class State(NamedTuple):
    """A state where a text names it: its code, and by what."""

    code: str
    sense: Sense


@cache
def _terms() -> Terms[State]:
    return Terms(
        (lexicons.words(term), State(row["code"], sense))
        for row in lexicons.table("id/countries")
        for sense in _SENSES
        for term in lexicons.several(row[sense])
    )


def at(words: Sequence[str], index: int) -> Found[State] | None:
    """The state whose name begins at a word, by the longest spelling; capitals count, but for a first word in capitals.

    "AMERIKA Serikat", as some outlets begin an article.
    """
    found = _terms().at(words, index)
    if found is None and words[index].isupper() and len(words[index]) > _SHORT:
        found = _terms().at([*words[:index], words[index].title(), *words[index + 1 :]], index)
    return found


def called(name: str) -> State | None:
    """The state of that name; ``None`` where the table has none."""
    words = lexicons.words(name)
    found = at(words, 0) if words else None
    return found.value if found and found.length == len(words) else None


@cache
def names() -> dict[str, str]:
    """The usual Indonesian name of each state, by code."""
    return {row["code"]: row["name"] for row in lexicons.table("id/countries")}
