"""The best BIO tags under given scores, of those that are well-formed: no inside of a name without its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

_NEVER = 1e4


def best_names(scores: npt.NDArray[np.floating], labels: list[str], words: Sequence[str]) -> list[int]:
    """Find the best well-formed path (Viterbi 1967), on which no mark belongs to a name.

    Parameters
    ----------
    scores
        ``[n, labels]`` logits.
    labels
        "O", "B-PER", "I-PER" …, "O" first.
    words
        The words; those without a letter or digit are marks.

    Returns
    -------
    list of int
        The number of a label for each word.
    """
    marks = [place for place, word in enumerate(words) if not any(map(str.isalnum, word))]
    if marks:
        scores = scores.copy()
        scores[marks, 1:] -= _NEVER
    greedy = scores.argmax(1)
    allowed = _allowed(tuple(labels))
    if len(greedy) == 0 or (
        _may_begin(labels[greedy[0]]) and bool(np.isfinite(allowed[greedy[:-1], greedy[1:]]).all())
    ):
        return [int(label) for label in greedy]
    logits = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    best = logits[0] + np.array([0.0 if _may_begin(label) else -np.inf for label in labels])
    back = []
    for row in logits[1:]:
        through = best[:, None] + allowed
        back.append(through.argmax(0))
        best = through.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def names_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names that BIO tags say: first word, word behind the last, kind.

    An inside without its beginning begins a name, as in conlleval.
    """
    found: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, of = tag.partition("-")
        if kind and (prefix != "I" or of != kind):
            found.append((start, index, kind))
            kind = ""
        if of and not kind:
            start, kind = index, of
    return found


def _may_begin(label: str) -> bool:
    return not label.startswith("I-")


@lru_cache
def _allowed(labels: tuple[str, ...]) -> npt.NDArray[np.float64]:
    table = np.zeros((len(labels), len(labels)))
    for i, before in enumerate(labels):
        for j, after in enumerate(labels):
            if after.startswith("I-") and before[2:] != after[2:]:
                table[i, j] = -np.inf
    return table
