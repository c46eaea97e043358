"""A second voice for words that no row of the codebook tells: what it would add, measured.

A logistic regression on the vectors that the encoder has for words. It learns types from the triggers of the examples
of the codebook (``lexicons/id/predicates.tsv``) and from those that the tables find in annotated articles of other
folds, with all other verbs, nouns and adjectives as words that tell no act. In the articles held out it may propose a
type for words that are part of no trigger. A proposal counts as right where an event of its type is annotated in its
sentence that runut has missed. It is not shipped: see ``docs/quality.md`` for what it reached.

    python -m training.voice tests/articles ../shared/gold --scorer ../shared/gold/score.py
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from runut import lexicons
from runut.language import model
from runut.pipeline import read_document
from runut.record import Article, Document
from runut.what.reader import Reader
from runut.what.syntax import Syntax
from scripts.events import marked, scorer

Floats = npt.NDArray[np.float32]
NO_ACT = "-"
FOLDS = 5
L2, STEPS, RATE = 3e-3, 250, 0.02
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_TAGS = frozenset({"VERB", "NOUN", "ADJ"})


class Sample(NamedTuple):
    """A word: its vector, the type it tells, whether it is part of no trigger, and where it begins."""

    vector: Floats
    type: str
    is_free: bool
    start: int


class _Watch:
    """Keeps the vectors of words, and which of them are triggers, while articles are read."""

    def __init__(self) -> None:
        self._states: dict[int, Floats] = {}
        self._kept: list[Any] = []
        self.samples: list[Sample] = []
        self._sentences, self._tree = model.Model._sentences, model._tree
        self._read = Reader.sentence

    def sentences(self, reader: model.Model, window: Any, states: Floats, *rest: Any, whole: bool) -> list[Any]:
        found = self._sentences(reader, window, states, *rest, whole=whole)
        at = 0
        for analysis in found:
            self._states[id(analysis)] = states[at : at + len(analysis)].astype(np.float32)
            self._kept.append(analysis)
            at += len(analysis)
        return found

    def tree(self, text: str, spans: Any, analysis: Any) -> Any:
        found = self._tree(text, spans, analysis)
        self._kept.append(found)
        if id(analysis) in self._states:
            self._states[id(found)] = self._states[id(analysis)]
        return found

    def sentence(self, reader: Reader, number: int, syntax: Syntax) -> Any:
        kept, dropped = self._read(reader, number, syntax)
        states = self._states.get(id(syntax.tree))
        taken: dict[int, str | None] = {}
        for draft in (*(one.draft for one in dropped), *kept):
            taken |= dict.fromkeys(draft.hit.words(), None)
        taken |= {draft.hit.number: draft.type for draft in kept}
        for place, word in enumerate(syntax.words, 1):
            kind = taken.get(place, NO_ACT)
            if states is not None and word.upos in _TAGS and kind is not None:
                self.samples.append(Sample(states[place - 1], kind, place not in taken, word.span[0]))
        return kept, dropped

    def read(self, document: Document) -> tuple[Article, list[Sample]]:
        """The record of a document, with its words."""
        self.samples = []
        with (
            patch.object(model.Model, "_sentences", lambda *given, **named: self.sentences(*given, **named)),
            patch.object(model, "_tree", self.tree),
            patch.object(Reader, "sentence", lambda *given: self.sentence(*given)),
        ):
            article = read_document(document)
        self._states.clear()
        self._kept.clear()
        return article, self.samples


def learn(samples: list[Sample], types: list[str]) -> tuple[Floats, Floats, Floats, Floats]:
    """Fit the regression with Adam; give its weights and bias, and the mean and spread of the vectors."""
    vectors = np.array([one.vector for one in samples])
    mean, spread = vectors.mean(0), vectors.std(0) + 1e-6
    vectors = (vectors - mean) / spread
    told = np.eye(len(types), dtype=np.float32)[[types.index(one.type) for one in samples]]
    weights, bias = np.zeros((vectors.shape[1], len(types)), np.float32), np.zeros(len(types), np.float32)
    first, second = [np.zeros_like(weights), np.zeros_like(bias)], [np.zeros_like(weights), np.zeros_like(bias)]
    for step in range(1, STEPS + 1):
        error = _chances(vectors @ weights + bias) - told
        for at, (value, slope) in enumerate(
            ((weights, vectors.T @ error / len(samples) + L2 * weights), (bias, error.mean(0)))
        ):
            first[at] = 0.9 * first[at] + 0.1 * slope
            second[at] = 0.99 * second[at] + 0.01 * slope * slope
            value -= RATE * first[at] / (1 - 0.9**step) / (np.sqrt(second[at] / (1 - 0.99**step)) + 1e-8)
    return weights, bias, mean, spread


def _chances(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    found: Floats = powers / powers.sum(1, keepdims=True)
    return found


def proposals(folders: list[Path], score: Any) -> Iterator[tuple[float, bool]]:
    """Each proposal for a sentence of a fold held out: how sure it is, and whether it is right."""
    watch = _Watch()
    examples = []
    for row in lexicons.table("id/predicates"):
        examples += watch.read(Document(id="x", content=row["example"]))[1]
    read = []
    for name, text, gold in (one for folder in folders for one in marked(folder)):
        article, samples = watch.read(
            Document(id=name, content=text, outlet=gold["outlet"], published=gold["published"])
        )
        read.append((text, gold, article, list(samples)))
    types = sorted({one.type for one in examples} | {one.type for *_, samples in read for one in samples})
    for fold in range(FOLDS):
        known = examples + [one for at, (*_, samples) in enumerate(read) if at % FOLDS != fold for one in samples]
        weights, bias, mean, spread = learn(known, types)
        for text, gold, article, samples in read[fold::FOLDS]:
            missed, starts = _missed(score, text, gold, article), score.sentence_starts(text)
            free = [one for one in samples if one.is_free]
            vectors: Floats = np.array([one.vector for one in free], np.float32)
            chances = _chances(np.asarray((vectors - mean) / spread @ weights + bias, np.float32))
            chances[:, types.index(NO_ACT)] = 0
            best: dict[tuple[str, int], float] = {}
            for one, chance in zip(free, chances, strict=True):
                told = types[int(chance.argmax())], score.sentence_of(starts, one.start)
                best[told] = max(best.get(told, 0.0), float(chance.max()))
            yield from ((chance, missed[told] > 0) for told, chance in best.items())


def _missed(score: Any, text: str, gold: dict[str, Any], article: Article) -> Counter[tuple[str, int]]:
    """The annotated events of each type and sentence that were not found."""
    starts = score.sentence_starts(text)
    told = Counter(
        (event["type"], score.sentence_of(starts, score.gold_offset(text, event))) for event in gold["events"]
    )
    told.subtract(Counter((event.type, score.sentence_of(starts, event.trigger.span[0])) for event in article.events))
    return told


def main() -> int:
    """Print how many proposals there are at each threshold, and how many of them are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, help="annotated articles")
    parser.add_argument("--scorer", type=Path, required=True, help="the scorer of the gold articles, score.py")
    given = parser.parse_args()
    found = list(proposals(given.folders, scorer(given.scorer)))
    for least in THRESHOLDS:
        sure = [right for chance, right in found if chance >= least]
        print(
            f"{least:.1f}  proposed {len(sure):4}  right {sum(sure):4}  precision {sum(sure) / max(1, len(sure)):.2f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
