"""Step 4. Learn which stems there are, for lemmas.

Each word of the treebanks has several ways to take its affixes off (`runut.language.lemmas`); a log-linear model
learns to choose among them by the affixes, by how common the stem is as a word of its own and how many common words
could be made from it (the list of ``wordfreq``), and by whether other words of the treebanks have it. What it says
of each stem goes into ``stems.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass

import torch
import wordfreq

from runut.language.lemmas import WHOLE, Candidate, candidates
from training.corpus import Sample
from training.samples import sources
from training.work import arguments, work_of

_COMMON = 60_000
"""Most frequent words of Indonesian that are looked at."""
_PROPER = frozenset({"PROPN", "X", "NUM", "PUNCT", "SYM"})
"""Tags of words that have no affixes worth taking off; their patterns teach nothing."""
_STEPS = 400


@dataclass
class Evidence:
    """What is known of stems beside the treebanks' own choice."""

    families: Counter[str]
    forms: dict[str, set[str]]

    def features(self, candidate: Candidate, word: str | None) -> list[str]:
        """Features of a stem; `word` is left out of what counts for it."""
        zipf = wordfreq.zipf_frequency(candidate.stem, "id")
        family = self.families[candidate.stem]
        others = self.forms.get(candidate.stem, set()) - {word}
        seen = min(2, len(others))
        return [
            f"zipf {round(zipf * 2) / 2}",
            f"family {family}" if family < 5 else f"family {min(12, family // 3 * 3)}",
            f"seen {seen}",
            f"seen {seen} zipf {round(zipf)}",
            f"length {min(4, len(candidate.stem))}",
        ]


def evidence(samples: list[Sample]) -> Evidence:
    """Gather evidence from the word list and the treebanks."""
    families: Counter[str] = Counter()
    for word in wordfreq.top_n_list("id", _COMMON):
        families.update({c.stem for c in candidates(word) if c.pattern != WHOLE})
    forms: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for word, lemma in zip(sample.words, sample.lemmas, strict=False):
            forms[lemma.lower()].add(word.lower())
    return Evidence(families, forms)


def _types(samples: list[Sample]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for s in samples:
        for word, lemma, tag in zip(s.words, s.lemmas, s.upos, strict=False):
            if tag not in _PROPER and lemma != "_":
                counts[word.lower(), lemma.lower()] += 1
    return counts


def learn(samples: list[Sample], of: Evidence) -> dict[str, float]:
    """Learn weights of patterns and of the features of stems."""
    numbers: dict[str, int] = {}
    rows: list[tuple[list[list[int]], int, float]] = []
    for (word, lemma), count in _types(samples).items():
        options = candidates(word)
        right = next((i for i, c in enumerate(options) if c.stem == lemma), None)
        if right is None or len(options) < 2:
            continue
        features = [
            [numbers.setdefault(f, len(numbers)) for f in (f"pattern {c.pattern}", *of.features(c, word))]
            for c in options
        ]
        rows.append((features, right, min(3.0, count**0.5)))
    width = max(len(features) for features, _, _ in rows)
    size = len(rows[0][0][0])
    pad = len(numbers)
    table = torch.full((len(rows), width, size), pad)
    mask = torch.full((len(rows), width), -1e9)
    for row, (features, _, _) in enumerate(rows):
        table[row, : len(features)] = torch.tensor(features)
        mask[row, : len(features)] = 0
    gold = torch.tensor([right for _, right, _ in rows])
    importance = torch.tensor([weight for _, _, weight in rows])
    weights = torch.zeros(pad + 1, requires_grad=True)
    optimiser = torch.optim.Adam([weights], lr=0.05)
    for _ in range(_STEPS):
        scores = weights[table].sum(-1) + mask
        losses = torch.nn.functional.cross_entropy(scores, gold, reduction="none")
        loss = (losses * importance).mean() + 2e-4 * weights[:-1].square().sum() / 10
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return {name: float(weights[number].detach()) for name, number in numbers.items()}


def stem_scores(of: Evidence, learned: dict[str, float]) -> tuple[dict[str, float], float]:
    """The score of each known stem, and that of any other."""
    unknown = sum(learned.get(f, 0.0) for f in of.features(Candidate(WHOLE, "qqqqq"), None))
    scores: dict[str, float] = {}
    for stem in sorted(set(wordfreq.top_n_list("id", _COMMON)) | set(of.families) | set(of.forms)):
        if not stem.isalpha():
            continue
        score = sum(learned.get(f, 0.0) for f in of.features(Candidate(WHOLE, stem), None))
        is_plausible = of.families[stem] > 1 or wordfreq.zipf_frequency(stem, "id") > 2.5 or stem in of.forms
        if abs(score - unknown) > 0.5 and is_plausible:
            scores[stem] = round(score, 1)
    return scores, round(unknown, 2)


def main() -> None:
    """Run the step."""
    options: argparse.Namespace = arguments(__doc__).parse_args()
    work = work_of(options)
    of = sources(work)
    samples = [s for part in of.learned.values() for s in part if s.lemmas]
    known = evidence(samples)
    scores, unknown = stem_scores(known, learn(samples, known))
    result = {"unknown": unknown, "stems": scores}
    work.made("stems.json").write_text(json.dumps(result, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    print(f"{len(scores):,} stems")


if __name__ == "__main__":
    main()
