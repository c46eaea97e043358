"""Samples as tensors, in batches of sentences of like length."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import torch
from tokenizers import Tokenizer
from torch import Tensor

from runut.language.lemmas import pattern_of
from runut.language.model import PIECES_A_WORD
from training.corpus import Sample
from training.network import Labels
from training.work import Work

UNKNOWN = -100
"""A label that no loss counts."""


@dataclass
class Batch:
    """Sentences of one batch; labels are ``[batch, words]``, `UNKNOWN` where there is none.

    Attributes
    ----------
    samples
        The sentences, in order.
    pieces, firsts
        As `training.network.Encoder.forward` takes them.
    """

    samples: list[Sample]
    pieces: Tensor
    firsts: Tensor
    upos: Tensor
    heads: Tensor
    relations: Tensor
    feats: Tensor
    lemmas: Tensor
    names: Tensor


class Packer:
    """Makes batches with the pieces of a tokenizer and the numbers of labels."""

    def __init__(self, tokenizer: Tokenizer, labels: Labels) -> None:
        self._tokenizer = tokenizer
        self._numbers = {
            name: {label: number for number, label in enumerate(getattr(labels, name))}
            for name in ("upos", "relations", "feats", "lemmas", "names")
        }
        self._pieces_of = lru_cache(maxsize=None)(self._encode)

    @classmethod
    def of(cls, work: Work, labels: Labels) -> Packer:
        """With the tokenizer that `training.vocabulary` made."""
        return cls(Tokenizer.from_file(str(work.folder / "tokenizer.json")), labels)

    def _encode(self, text: str) -> tuple[int, ...]:
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:PIECES_A_WORD]
        return tuple(ids) or (3,)

    def pieces(self, sample: Sample) -> list[tuple[int, ...]]:
        """The pieces of each word."""
        return [
            self._pieces_of(" " + word if space else word)
            for word, space in zip(sample.words, sample.spaced, strict=True)
        ]

    def size(self, sample: Sample) -> int:
        """How many pieces the sentence has, ``<s>`` and ``</s>`` with them."""
        return 2 + sum(len(word) for word in self.pieces(sample))

    def pack(self, samples: list[Sample]) -> Batch:
        """Make a batch."""
        rows = [self._row(sample) for sample in samples]
        patterns = [
            [pattern_of(word, lemma) for word, lemma in zip(s.words, s.lemmas, strict=True)] if s.lemmas else []
            for s in samples
        ]
        return Batch(
            samples,
            pieces=_pad([ids for ids, _ in rows], 1),
            firsts=_pad([firsts for _, firsts in rows], -1),
            upos=self._label(samples, "upos", lambda s: s.upos),
            heads=_label_rows(samples, [s.heads for s in samples]),
            relations=self._label(samples, "relations", lambda s: s.relations),
            feats=self._label(samples, "feats", lambda s: s.feats),
            lemmas=_label_rows(samples, [[self._numbers["lemmas"].get(x, UNKNOWN) for x in row] for row in patterns]),
            names=self._label(samples, "names", lambda s: s.names),
        )

    def _row(self, sample: Sample) -> tuple[list[int], list[int]]:
        ids, firsts = [0], [0]
        for word in self.pieces(sample):
            firsts.append(len(ids))
            ids.extend(word)
        return [*ids, 2], firsts

    def _label(self, samples: list[Sample], name: str, of: Callable[[Sample], list[str]]) -> Tensor:
        numbers = self._numbers[name]
        return _label_rows(samples, [[numbers.get(label, UNKNOWN) for label in of(s)] for s in samples])

    def batches(self, samples: list[Sample], pieces: int, shuffle: random.Random | None) -> Iterator[list[Sample]]:
        """Group sentences of like length into batches of at most so many pieces, padding counted."""
        order = sorted(samples, key=lambda s: self.size(s) + (shuffle.random() * 4 if shuffle else 0))
        groups: list[list[Sample]] = [[]]
        for sample in order:
            if groups[-1] and (len(groups[-1]) + 1) * self.size(sample) > pieces:
                groups.append([])
            groups[-1].append(sample)
        if shuffle:
            shuffle.shuffle(groups)
        yield from groups


def _label_rows(samples: list[Sample], rows: list[list[int]]) -> Tensor:
    return _pad([row or [UNKNOWN] * len(sample) for row, sample in zip(rows, samples, strict=True)], UNKNOWN)


def _pad(rows: list[list[int]], value: int) -> Tensor:
    length = max(len(row) for row in rows)
    return torch.tensor([row + [value] * (length - len(row)) for row in rows])
