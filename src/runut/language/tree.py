"""What the model says of a sentence: words with tags, lemmas and heads, and the names among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from runut.record import Span

NameKind = Literal["PER", "ORG", "LOC"]


class Word(NamedTuple):
    """A word of Universal Dependencies.

    Attributes
    ----------
    text, span
        As it stands in the text, and where.
    lemma
        Its stem, in lower case: "membatalkan" → "batal".
    upos, feats
        As in CoNLL-U: ``VERB``, ``Voice=Act``; features are ``_`` where there are none.
    head
        The number of its head in the sentence, counted from 1; 0 for the root.
    relation
        To its head: ``nsubj``, ``obl:agent`` …
    """

    text: str
    span: Span
    lemma: str
    upos: str
    feats: str
    head: int
    relation: str

    @property
    def voice(self) -> str | None:
        """``Act``, ``Pass`` or ``None``."""
        return self.feature("Voice")

    def feature(self, name: str) -> str | None:
        """The value of a feature, ``None`` where the word has it not."""
        for pair in self.feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None


class Name(NamedTuple):
    """A name of a person (PER), an organisation (ORG) or a place (LOC)."""

    span: Span
    kind: NameKind
    first: int
    last: int
    """Numbers of its first and last word in the sentence, counted from 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """A sentence.

    Attributes
    ----------
    span
        From its first word to the end of its last.
    words
        In order; exactly one has the head 0, and every other leads there.
    names
        In order, none inside another.
    vector
        384 float32, of length 1; close for sentences that mean alike.
    """

    span: Span
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    vector: Any

    @property
    def root(self) -> Word:
        """The word on which all others hang."""
        return next(word for word in self.words if word.head == 0)

    def children(self, number: int) -> Iterator[int]:
        """Numbers of the words whose head is the word `number`, in order."""
        for place, word in enumerate(self.words, 1):
            if word.head == number:
                yield place

    def subtree(self, number: int) -> list[int]:
        """Numbers of the word `number` and of all that hang on it, in order."""
        found, waiting = [number], [number]
        while waiting:
            below = list(self.children(waiting.pop()))
            found += below
            waiting += below
        return sorted(found)
