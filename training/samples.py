"""Which sentences are learned from and which are held out to choose by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from runut.language.lemmas import pattern_of
from training.corpus import Sample, load, read_names, read_treebank
from training.network import Labels
from training.work import Work

_HELD_OUT_EVERY = 11
"""Every so manieth sentence of a file that is exact in today's guidelines is held out."""
_RARE_PATTERN = 2
"""A pattern of affixes is a label of lemmas when so many words show it."""
_RARE_LEMMA = 5
"""A lemma that no pattern leads to ("nya" → "dia") is a label when so many words have it."""


@dataclass
class Sources:
    """Samples by where they come from.

    Attributes
    ----------
    learned
        ``gsd`` (converted), ``gsd-dev``, ``csui``, ``pud``, ``idner``, ``nergrit``.
    held
        ``gsd``, ``csui`` and ``idner``: parts of the files that are learned from, left out of them.
    """

    learned: dict[str, list[Sample]]
    held: dict[str, list[Sample]]

    def labels(self) -> Labels:
        """All labels of the samples."""
        samples = [s for part in self.learned.values() for s in part]
        patterns = Counter(
            pattern_of(word, lemma)
            for s in samples
            for word, lemma in zip(s.words, s.lemmas, strict=False)
            if lemma != "_"
        )
        return Labels(
            upos=_values(s.upos for s in samples),
            relations=_values(s.relations for s in samples),
            feats=_values(s.feats for s in samples),
            lemmas=[
                pattern
                for pattern, count in patterns.most_common()
                if count >= (_RARE_LEMMA if pattern[0] == "=" else _RARE_PATTERN)
            ],
            names=["O"] + [f"{prefix}-{kind}" for kind in ("PER", "ORG", "LOC") for prefix in "BI"],
        )


def _values(rows: Iterable[list[str]]) -> list[str]:
    return sorted({value for row in rows for value in row})


def _split(samples: list[Sample]) -> tuple[list[Sample], list[Sample]]:
    held = samples[_HELD_OUT_EVERY - 1 :: _HELD_OUT_EVERY]
    return [s for i, s in enumerate(samples, 1) if i % _HELD_OUT_EVERY], held


def sources(work: Work) -> Sources:
    """Read all samples; needs the step `training.treebanks`."""
    gsd, held_gsd = _split(read_treebank(work.treebank("gsd-dev")))
    csui, held_csui = _split(read_treebank(work.treebank("csui-train")))
    idner, held_idner = _split(read_names(work.names("idner-train"), "idner"))
    nergrit = [s for part in ("train", "valid") for s in read_names(work.names(f"nergrit-{part}"), "nergrit")]
    pud = read_treebank(work.treebank("pud-wiki"))
    return Sources(
        {
            "gsd": list(load(work.folder / "gsd-train.jsonl")),
            "gsd-dev": gsd,
            "csui": csui,
            "pud": pud,
            "idner": idner,
            "nergrit": nergrit,
        },
        {"gsd": held_gsd, "csui": held_csui, "idner": held_idner},
    )
