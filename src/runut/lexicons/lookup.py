"""Terms of one or more words, looked up by the longest that stands at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A term where it stands: the number of its first word, how many it has, and what the table says of it."""

    first: int
    length: int
    value: T

    @property
    def behind(self) -> int:
        """The number of the word behind it."""
        return self.first + self.length


class Terms(Generic[T]):
    """An index of terms.

    Parameters
    ----------
    entries
        The words of each term, in the form in which they will be asked for, with its value. Of two equal terms the
        first one holds.
    """

    def __init__(self, entries: Iterable[tuple[Sequence[str], T]]) -> None:
        known: dict[tuple[str, ...], T] = {}
        for words, value in entries:
            if words:
                known.setdefault(tuple(words), value)
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for term, value in known.items():
            self._by_first.setdefault(term[0], []).append((term, value))
        for terms in self._by_first.values():
            terms.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[str], index: int) -> Found[T] | None:
        """The longest term that begins at ``words[index]``."""
        for term, value in self._by_first.get(words[index], ()):
            if tuple(words[index : index + len(term)]) == term:
                return Found(index, len(term), value)
        return None

    def within(self, words: Sequence[str]) -> list[Found[T]]:
        """The terms in a run of words, from left to right, none overlapping another."""
        found: list[Found[T]] = []
        index = 0
        while index < len(words):
            here = self.at(words, index)
            if here is None:
                index += 1
            else:
                found.append(here)
                index = here.behind
        return found
