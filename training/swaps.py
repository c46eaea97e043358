"""Copies of sentences with names, numbers and dates exchanged: the same trees, other words."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from runut import lexicons
from runut.language.entities import names_of
from training.corpus import Sample

_SHARE = 0.6
"""Share of the names and numbers that are exchanged."""


class Swapper:
    """Exchanges names by others of their kind and length, digits by digits."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        self._names: dict[tuple[str, int], list[list[str]]] = defaultdict(list)
        proper: set[str] = set()
        for sample in samples:
            for start, end, kind in names_of(sample.names):
                name = sample.words[start:end]
                if sample.guidelines == "idner" or all(word[0].isupper() and word.isalpha() for word in name):
                    self._names[kind, end - start].append(name)
            for word, tag in zip(sample.words, sample.upos, strict=False):
                if tag == "PROPN" and word[0].isupper() and not word.isupper() and len(word) > 3:
                    proper.add(word)
        for row in lexicons.table("id/countries"):
            for column in ("name", "capitals"):
                for written in lexicons.several(row[column]):
                    words = written.split()
                    self._names["LOC", len(words)].append(words)
        for row in lexicons.table("outlets"):
            words = row["name"].split()
            self._names["ORG", len(words)].append(words)
        self._proper = sorted(proper)

    def copy(self, sample: Sample, rng: random.Random) -> Sample:
        """A copy with other names; everything else is as it was."""
        words = list(sample.words)
        if sample.names:
            for start, end, kind in names_of(sample.names):
                others = self._names[kind, end - start]
                if others and sample.guidelines == "idner" and rng.random() < _SHARE:
                    words[start:end] = rng.choice(others)
        for index, word in enumerate(words):
            is_proper = bool(sample.upos) and sample.upos[index] == "PROPN"
            if is_proper and word[0].isupper() and not word.isupper() and len(word) > 3 and rng.random() < _SHARE:
                words[index] = rng.choice(self._proper)
            elif word.isdigit() and len(word) < 4 and rng.random() < _SHARE:
                words[index] = str(rng.randrange(10 ** (len(word) - 1), 10 ** len(word)))
        lemmas = [
            lemma if word == old else word.lower()
            for lemma, word, old in zip(sample.lemmas, words, sample.words, strict=False)
        ]
        return replace(sample, words=words, lemmas=lemmas)
