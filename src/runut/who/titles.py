"""Titles compared: whether "Menlu AS" and "Menteri Luar Negeri Amerika Serikat" name the same office."""

from __future__ import annotations

import re
from functools import cache

from runut import lexicons

_TELLS_NOTHING = frozenset({"republik", "senior", "mantan", "dan", "di", "untuk"})


def title_words(title: str) -> frozenset[str]:
    """The words of a title that tell the office, written out; states by code: "Menlu AS" → menteri luar negeri USA."""
    words: list[str] = []
    for word in re.findall(r"[^\W_]+", title):
        full = _full_forms().get(word.casefold())
        code = _state_codes().get(word.casefold()) if word[0].isupper() else None
        words.extend(full.split() if full else [code or word.casefold()])
    known = _long_states().sub(lambda match: _state_codes()[match.group()], " ".join(words))
    return (frozenset(known.split()) & _telling_words()) - _TELLS_NOTHING


def tells_a_life(description: str) -> bool:
    """Whether a description tells who somebody was and not what he is: "mantan pemimpin gerilya"."""
    return bool(lexicons.by_role("former") & set(description.casefold().split()))


@cache
def _telling_words() -> frozenset[str]:
    """Words of offices and bodies, and codes of states: "berusia 70 tahun" tells no office."""
    words = {word for row in lexicons.table("id/offices") for word in f"{row['term']} {row['full']}".split()}
    return frozenset(words) | frozenset(_state_codes().values())


@cache
def _full_forms() -> dict[str, str]:
    return {row["term"]: row["full"] for row in lexicons.table("id/offices") if row["full"]}


@cache
def _state_codes() -> dict[str, str]:
    return {
        term.casefold(): row["code"]
        for row in lexicons.table("id/countries")
        for column in ("name", "aliases", "capitals", "seats")
        for term in lexicons.several(row[column])
    }


@cache
def _long_states() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_state_codes(), key=len, reverse=True) if " " in name)
    return re.compile(rf"\b(?:{names})\b")
