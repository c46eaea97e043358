"""Whether the words before a day tell of a plan for it."""

from __future__ import annotations

import re
from functools import cache

from runut.when import vocabulary as words

CLAUSE_CHARACTERS = 90


def is_planned(before: str) -> bool:
    """Whether a day behind these words is planned: "akan bertemu pada Kamis", not "akan bertemu, Kamis"."""
    clause = _clause_end().split(before[-CLAUSE_CHARACTERS:])[-1]
    return bool(_plan().search(clause)) and not re.search(r",\s*(?:pada\s+)?$", before)


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"\b{words.any_of(words.values('plan'))}\b")


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(rf"[;:”\"]|, {words.any_of(words.values('speaking'))}\b")
