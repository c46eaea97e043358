"""Names compared: whether "Blinken" is "Antony Blinken"."""

from __future__ import annotations

import re
from functools import lru_cache

from runut.language.units import tokens

NAMES_REMEMBERED = 8192
"""So many names are kept with their words: the same ones return in every sentence and article."""

_ARTICLE = re.compile(r"^(?:al|el|an|as|ad|ash)[-'’](?=\w)")
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def same_person(name: str, other: str) -> bool:
    """Whether one name is the other, or its first or last part: "Blinken" and "Antony Blinken"."""
    short, long = sorted((name_parts(name), name_parts(other)), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


@lru_cache(maxsize=NAMES_REMEMBERED)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name by which it is compared: in lower case, without article and generation."""
    words = [_ARTICLE.sub("", token.text.casefold()) for token in tokens(name) if token.text[0].isalnum()]
    parts = [part for word in words for part in word.split("-") if part]
    while len(parts) > 1 and parts[-1] in _GENERATIONS:
        parts.pop()
    return tuple(parts)
