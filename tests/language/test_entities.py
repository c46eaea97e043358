"""Well-formed tags of names."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from runut.language.entities import best_names

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def tags(*rows: dict[str, float], words: list[str] | None = None) -> list[str]:
    scores = np.array([[row.get(label, -5.0) for label in LABELS] for row in rows])
    return [LABELS[number] for number in best_names(scores, LABELS, words or ["kata"] * len(rows))]


def test_well_formed_tags_stay_as_they_are() -> None:
    assert tags({"B-PER": 3}, {"I-PER": 3}, {"O": 3}) == ["B-PER", "I-PER", "O"]


def test_a_name_never_begins_inside() -> None:
    assert tags({"I-PER": 3, "B-PER": 2}) == ["B-PER"]
    assert tags({"O": 3}, {"I-PER": 3, "B-PER": 2}) == ["O", "B-PER"]


def test_a_name_never_changes_its_kind() -> None:
    assert tags({"B-PER": 4}, {"I-LOC": 3, "I-PER": 2.5}) == ["B-PER", "I-PER"]


def test_a_weak_beginning_gives_way_to_a_strong_inside() -> None:
    assert tags({"O": 1.0, "B-LOC": 0.9}, {"I-LOC": 5}) == ["B-LOC", "I-LOC"]


def test_no_mark_belongs_to_a_name() -> None:
    rows = [{"B-PER": 3.0}, {"I-PER": 3.0}, {"I-PER": 3.0, "B-PER": 2.0}]
    assert tags(*rows, words=["Pasukan", "(", "IDF"]) == ["B-PER", "O", "B-PER"]


@pytest.mark.parametrize("seed", range(20))
def test_any_scores_give_well_formed_tags(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(12, len(LABELS)))
    found = ["O"] + [LABELS[number] for number in best_names(scores, LABELS, ["kata"] * 12)]
    for before, after in pairwise(found):
        if after.startswith("I-"):
            assert before[2:] == after[2:]
