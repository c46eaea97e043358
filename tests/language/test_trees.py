"""The best tree under given scores."""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.language.trees import maximum_tree


def is_tree(heads: list[int]) -> bool:
    """Whether one word hangs from the root and all others lead to it."""
    if heads.count(0) != 1:
        return False
    for start in range(len(heads)):
        at, steps = start + 1, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def best_by_trial(scores: npt.NDArray[np.float64]) -> float:
    """The score of the best tree, by trying all."""
    n = len(scores)
    return max(
        float(sum(scores[word, head] for word, head in enumerate(heads)))
        for heads in product(range(n + 1), repeat=n)
        if is_tree(list(heads))
    )


@pytest.mark.parametrize("seed", range(40))
def test_it_is_the_best_of_all_trees(seed: int) -> None:
    random = np.random.default_rng(seed)
    n = int(random.integers(1, 6))
    scores = random.normal(size=(n, n + 1)) * 4
    heads = maximum_tree(scores)
    assert is_tree(heads.tolist())
    assert sum(scores[np.arange(n), heads]) == pytest.approx(best_by_trial(scores))


@given(st.integers(1, 40), st.integers(0, 2**32 - 1), st.sampled_from([0.0, 1.0, 1e4]))
def test_any_scores_give_a_tree(n: int, seed: int, spread: float) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32) * spread
    assert is_tree(maximum_tree(scores).tolist())


def test_two_words_that_both_want_the_root_share_it_in_order() -> None:
    scores = np.array([[9.0, 0.0, 1.0], [8.0, 5.0, 0.0]])
    assert maximum_tree(scores).tolist() == [0, 1]
