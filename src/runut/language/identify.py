"""Which language a text is in, by py3langid (letter n-grams; Barbaresi, after Lui & Baldwin 2012)."""

from __future__ import annotations

import re
from functools import cache

from runut import lexicons

SHORTEST_TOLD_CHARACTERS = 40
"""Below this many letters the identifier is wrong too often to be asked."""
READ_CHARACTERS = 4000
"""The language is told from so many characters at the head of the story."""
INDONESIAN_MARGIN = 0.03
"""Another language is told only where it leads Indonesian by so much log-probability a character: foreign names and
quotations pull short Indonesian texts towards Malay, Javanese or Turkish."""

LEAST_COMMON_SHARE = 0.12
"""A text of which so large a share of the words is common Indonesian ones is told without the identifier."""

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _marks(mark: str) -> frozenset[str]:
    return frozenset(row["word"] for row in lexicons.table("id/language_marks") if row["mark"] == mark)


def _is_plainly_indonesian(sample: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(sample)]
    counts = {mark: sum(word in _marks(mark) for word in words) for mark in ("common", "indonesian", "malay")}
    return counts["common"] >= LEAST_COMMON_SHARE * len(words) and counts["indonesian"] > counts["malay"]


def language_of(text: str) -> str | None:
    """Tell the language of `text` as an ISO 639 code.

    Returns
    -------
    str or None
        ``None`` where the text is too short to tell.
    """
    sample = text[:READ_CHARACTERS]
    if sum(character.isalpha() for character in sample) < SHORTEST_TOLD_CHARACTERS:
        return None
    if _is_plainly_indonesian(sample):
        return "id"
    import py3langid  # loads its model and numpy: more than a second, which plain Indonesian need not wait for

    scores = [(str(code), float(score)) for code, score in py3langid.rank(sample)]
    best, lead = scores[0]
    indonesian = next((score for code, score in scores if code == "id"), float("-inf"))
    if best == "ms" and not any(word.casefold() in _marks("malay") for word in _WORD.findall(sample)):
        return "id"
    return "id" if lead - indonesian < INDONESIAN_MARGIN * len(sample) else best
