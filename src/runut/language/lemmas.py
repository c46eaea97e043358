"""Lemmas: the stem of a word, by its affixes and the stems that are known.

Every way to take the affixes of the table ``id/affixes`` off a word gives a candidate: a pattern, such as
``meN|kan``, and a stem. The model says how likely each pattern is where the word stands, the list of stems how
likely each stem is; both were learned (`training.stems`). So "menulis" has the stem "tulis", since nothing is
called "nulis" or "ulis", and "mengecat" has "cat".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from runut import lexicons

WHOLE = "|"
"""The pattern of a word without affixes."""
_SHORTEST_STEM = 2
_VOWELS = re.compile("[aeiou]+")


class Candidate(NamedTuple):
    """A way to read a word: its affixes, and the stem that is left, in lower case."""

    pattern: str
    stem: str


class _Affix(NamedTuple):
    name: str
    written: str
    restored: str
    before: str
    syllables: int

    def fits(self, rest: str) -> bool:
        """Whether the prefix may stand before `rest`."""
        return bool(rest) and (
            (not self.before or rest[0] in self.before)
            and (not self.syllables or len(_VOWELS.findall(rest)) == self.syllables)
        )


@cache
def _affixes(side: str) -> tuple[_Affix, ...]:
    return tuple(
        _Affix(row["affix"], row["written"], row["restored"], row["before"], int(row["syllables"] or 0))
        for row in lexicons.table("id/affixes")
        if row["side"] == side
    )


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset((row["outer"], row["inner"]) for row in lexicons.table("id/affix_pairs"))


@cache
def _short_forms() -> dict[str, str]:
    return {row["form"]: row["word"] for row in lexicons.table("id/short_forms")}


@lru_cache(maxsize=65_536)
def candidates(word: str) -> tuple[Candidate, ...]:
    """All ways to read a word, the word as it stands first."""
    lower = word.lower()
    found = {Candidate(WHOLE, lower): None}
    found.update(dict.fromkeys(_stripped(lower, "")))
    first, hyphen, second = lower.partition("-")
    if hyphen and first and second:
        for mark, half in (("R", first), ("L", second)):
            found[Candidate(mark + WHOLE, half)] = None
            found.update(dict.fromkeys(_stripped(half, mark)))
    return tuple(found)


def _stripped(word: str, mark: str) -> list[Candidate]:
    found: list[Candidate] = []
    if not word.isalpha():
        return found
    for back, left in _without_suffix(word):
        for front, stem in _without_prefixes(left):
            if len(stem) >= _SHORTEST_STEM and (front or back):
                found.append(Candidate(f"{mark}{front}|{back}", stem))
    return found


def _without_suffix(word: str) -> list[tuple[str, str]]:
    return [("", word)] + [
        (affix.name, word.removesuffix(affix.written)) for affix in _affixes("back") if word.endswith(affix.written)
    ]


def _without_prefixes(word: str) -> list[tuple[str, str]]:
    found = [("", word)]
    for name, left in _without_prefix(word):
        found.append((name, left))
        found += [(f"{name}+{inner}", stem) for inner, stem in _without_prefix(left) if (name, inner) in _pairs()]
    return found


def _without_prefix(word: str) -> list[tuple[str, str]]:
    found = []
    for affix in _affixes("front"):
        rest = word.removeprefix(affix.written)
        if len(rest) < len(word) and affix.fits(rest):
            found.append((affix.name, affix.restored + rest))
    return found


def pattern_of(word: str, lemma: str) -> str:
    """The simplest pattern under which `lemma` is the stem of `word`; ``=LEMMA`` where none is."""
    target = lemma.lower()
    patterns = [c.pattern for c in candidates(word) if c.stem == target]
    return min(patterns, key=lambda pattern: (pattern.count("+"), len(pattern)), default="=" + target)


class Lemmatiser:
    """Chooses among candidates.

    Parameters
    ----------
    labels
        Patterns, in the order of the model's scores; ``=LEMMA`` is a lemma outright, for the words of the table
        ``id/short_forms``.
    stems
        The score of each known stem.
    unknown
        The score of any other.
    """

    def __init__(self, labels: Sequence[str], stems: Mapping[str, float], unknown: float) -> None:
        self._numbers = {label: number for number, label in enumerate(labels)}
        self._stems = stems
        self._unknown = unknown
        self._options = lru_cache(maxsize=65_536)(self._known_options)

    def _known_options(self, word: str) -> list[tuple[str, int, float]]:
        """Stems of a word, with the number of the pattern and the score of each."""
        options = [
            (c.stem, self._numbers[c.pattern], self._score(c.stem))
            for c in candidates(word)
            if c.pattern in self._numbers
        ]
        whole = _short_forms().get(word.lower())
        if whole and f"={whole}" in self._numbers:
            options.append((whole, self._numbers[f"={whole}"], self._score(whole)))
        return options

    def _score(self, stem: str) -> float:
        return self._stems.get(stem, self._unknown)

    def lemma(self, word: str, patterns: Sequence[float]) -> str:
        """The lemma of a word, in lower case, given the model's score of each pattern there."""
        options = self._options(word)
        if len(options) < 2:
            return options[0][0] if options else word.lower()
        return max(options, key=lambda option: patterns[option[1]] + option[2])[0]
