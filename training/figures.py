"""How right an analysis is: figures over gold and guessed samples of the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from runut.language.entities import names_of
from training.corpus import Sample

Figures = dict[str, float]


@dataclass
class _Tally:
    """How many were right, of how many."""

    right: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, is_right: bool) -> None:
        self.seen[name] += 1
        self.right[name] += is_right

    def sentence(self, gold: Sample, guess: Sample) -> None:
        self.seen["words"] += len(gold)
        for i in range(len(gold)):
            if gold.upos:
                self.add("upos", gold.upos[i] == guess.upos[i])
            if gold.heads:
                self._head(gold, guess, i)
            if any(value != "_" for value in gold.feats):
                self._features(gold.feats[i], guess.feats[i])
            if gold.lemmas and gold.lemmas[i] != "_":
                self.add("lemma", gold.lemmas[i].lower() == guess.lemmas[i].lower())
        if gold.names:
            one, other = set(names_of(gold.names)), set(names_of(guess.names))
            self.seen["ner_f1"] += len(one) + len(other)
            self.right["ner_f1"] += 2 * len(one & other)

    def _head(self, gold: Sample, guess: Sample, i: int) -> None:
        same = gold.heads[i] == guess.heads[i]
        self.add("uas", same)
        self.add("las", same and gold.relations[i] == guess.relations[i])
        self.add("las_universal", same and _universal(gold.relations[i]) == _universal(guess.relations[i]))

    def _features(self, gold: str, guess: str) -> None:
        self.add("feats", gold == guess)
        voices = _voice(gold), _voice(guess)
        if any(voices):
            self.add("voice", voices[0] == voices[1])


def figures(pairs: Iterable[tuple[Sample, Sample]]) -> Figures:
    """Compare gold with guess, sentence by sentence.

    Returns
    -------
    dict
        In percent, of what the gold holds: ``upos``, ``uas``, ``las`` (whole relations, subtypes with them),
        ``las_universal`` (without subtypes), ``feats``, ``voice`` (of words with one in gold or guess), ``lemma``
        (case folded), ``ner_f1`` (whole names and their kinds); and ``words``.
    """
    tally = _Tally()
    for gold, guess in pairs:
        tally.sentence(gold, guess)
    words = tally.seen.pop("words", 0)
    found: Figures = {name: round(100 * tally.right[name] / count, 2) for name, count in tally.seen.items() if count}
    return {**found, "words": words}


def _universal(relation: str) -> str:
    return relation.partition(":")[0]


def _voice(feats: str) -> str:
    return next((value for value in feats.split("|") if value.startswith("Voice=")), "")
