"""The loop that teacher and student learn in: epochs that can be cut off and taken up again, and what is measured
after each.
"""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from runut.language.entities import best_names
from runut.language.lemmas import Lemmatiser
from runut.language.trees import maximum_tree
from training.batches import UNKNOWN, Batch, Packer
from training.corpus import Sample
from training.figures import Figures, figures
from training.network import Encoder, Labels, Reader, Scores, Shape

_WARM_UP = 0.06
"""Share of the steps in which the rates rise."""
_CLIP = 1.0
_UNKNOWN_PIECE = 3


@dataclass(frozen=True, slots=True)
class Rates:
    """Rates of learning and what is dropped.

    Attributes
    ----------
    encoder, heads
        Highest rates of AdamW.
    layer_decay
        Each layer down has this much of the rate of the one above it.
    words_hidden
        Share of words that are shown as unknown, so that the words around count.
    """

    encoder: float = 1.5e-4
    heads: float = 1e-3
    layer_decay: float = 0.92
    dropout: float = 0.1
    head_dropout: float = 0.33
    words_hidden: float = 0.04


def rate_factor(step: int, steps: int) -> float:
    """The share of the highest rate at a step: a short rise, then a line down to nothing."""
    return min((step + 1) / (_WARM_UP * steps), max(0.0, 1 - step / steps))


def save_state(path: Path, state: dict[str, object]) -> None:
    """Write a checkpoint so that one cut off leaves the last one whole."""
    unfinished = path.with_suffix(".part")
    torch.save(state, unfinished)
    unfinished.replace(path)


def _cross_entropy(logits: Tensor, gold: Tensor, count: float) -> Tensor:
    total = functional.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN, reduction="sum")
    return total / max(1.0, count)


def gold_loss(reader: Reader, scores: Scores, batch: Batch) -> Tensor:
    """Cross entropy of all that the batch knows, each a mean over the words that have it."""
    loss = torch.zeros(())
    weights = {"upos": 1.0, "feats": 0.3, "lemmas": 0.5}
    for name, weight in weights.items():
        gold = getattr(batch, name)
        known = float((gold != UNKNOWN).sum())
        if known:
            loss = loss + weight * _cross_entropy(getattr(scores, name), gold, known)
    known = float((batch.heads != UNKNOWN).sum())
    if known:
        loss = loss + _cross_entropy(scores.arcs, batch.heads, known)
        loss = loss + _cross_entropy(reader.relations(scores, batch.heads), batch.relations, known)
    known = float((batch.names != UNKNOWN).sum())
    if known:
        logits = scores.names[batch.samples[0].guidelines]
        loss = loss + _cross_entropy(logits, batch.names, known)
    return loss


def hide_words(batch: Batch, share: float) -> Tensor:
    """The pieces of the batch, some words of which are unknown."""
    hidden = torch.rand(batch.firsts.shape) < share
    hidden[:, 0] = False
    marks = torch.zeros(batch.pieces.shape, dtype=torch.long)
    marks.scatter_add_(1, batch.firsts.clamp(min=0), (batch.firsts > 0).long())
    word_of = marks.cumsum(1).clamp(max=batch.firsts.shape[1] - 1)
    is_hidden = hidden.gather(1, word_of) & (batch.pieces > _UNKNOWN_PIECE)
    return batch.pieces.masked_fill(is_hidden, _UNKNOWN_PIECE)


@dataclass
class Trainer:
    """Trains a reader, with a checkpoint each epoch.

    Attributes
    ----------
    folder, name
        ``NAME.pt`` there is the checkpoint: weights, optimiser, epochs done; ``NAME.json`` the shape.
    groups
        Gives the batches of an epoch.
    loss
        Of a reader's scores for a batch.
    """

    reader: Reader
    packer: Packer
    folder: Path
    name: str
    epochs: int
    seed: int
    rates: Rates
    groups: Callable[[int, random.Random], list[list[Sample]]]
    loss: Callable[[Reader, Scores, Batch], Tensor]
    held: dict[str, list[Sample]]

    def run(self) -> None:
        """Train up to the last epoch, from the checkpoint where there is one."""
        steps = sum(len(self.groups(epoch, random.Random(self.seed + epoch))) for epoch in range(self.epochs))
        optimiser = torch.optim.AdamW(self._parameters(), fused=True, weight_decay=0.01)
        highest = [group["lr"] for group in optimiser.param_groups]
        done, step = self._resume(optimiser)
        lemmas_by = lemmatiser(self.folder, self.reader.shape.labels)
        for epoch in range(done, self.epochs):
            torch.manual_seed(self.seed * 1000 + epoch)
            began, total = time.time(), 0.0
            self.reader.train()
            groups = self.groups(epoch, random.Random(self.seed + epoch))
            for number, group in enumerate(groups):
                batch = self.packer.pack(group)
                factor = rate_factor(step, steps)
                for options, rate in zip(optimiser.param_groups, highest, strict=True):
                    options["lr"] = rate * factor
                pieces = hide_words(batch, self.rates.words_hidden)
                scores = self.reader(pieces, batch.firsts, self.rates.dropout, self.rates.head_dropout)
                loss = self.loss(self.reader, scores, batch)
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(self.reader.parameters(), _CLIP)
                optimiser.step()
                step += 1
                total += loss.item()
                if not math.isfinite(total):
                    raise FloatingPointError(f"{self.name}: the loss is no number at step {step}; lower the rates")
                if number % 100 == 99:
                    spent = time.time() - began
                    print(f"  {number + 1}/{len(groups)} loss {total / (number + 1):.3f} {spent:.0f} s", flush=True)
            self._save(optimiser, epoch + 1, step)
            measured = {
                name: measure(self.reader, self.packer, samples, lemmas_by) for name, samples in self.held.items()
            }
            print(f"{self.name} epoch {epoch + 1}: {json.dumps(measured)} {time.time() - began:.0f} s", flush=True)

    def _parameters(self) -> list[dict[str, object]]:
        encoder = self.reader.encoder
        count = len(encoder.layers)
        groups: list[dict[str, object]] = [
            {
                "params": list(layer.parameters()),
                "lr": self.rates.encoder * self.rates.layer_decay ** (count - 1 - place),
            }
            for place, layer in enumerate(encoder.layers)
        ]
        below = [*encoder.word.parameters(), *encoder.position.parameters(), *encoder.ln.parameters()]
        groups.append({"params": below, "lr": self.rates.encoder * self.rates.layer_decay**count})
        known = {id(p) for group in groups for p in group["params"]}  # type: ignore[attr-defined]
        groups.append({"params": [p for p in self.reader.parameters() if id(p) not in known], "lr": self.rates.heads})
        return groups

    def _resume(self, optimiser: torch.optim.Optimizer) -> tuple[int, int]:
        path = self.folder / f"{self.name}.pt"
        if not path.exists():
            return 0, 0
        state = torch.load(path)
        self.reader.load_state_dict(state["reader"])
        optimiser.load_state_dict(state["optimiser"])
        print(f"{self.name}: goes on after epoch {state['epoch']}", flush=True)
        return int(state["epoch"]), int(state["step"])

    def _save(self, optimiser: torch.optim.Optimizer, epoch: int, step: int) -> None:
        path = self.folder / f"{self.name}.pt"
        state = {"reader": self.reader.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch, "step": step}
        save_state(path, state)
        path.with_suffix(".json").write_text(json.dumps(asdict(self.reader.shape), ensure_ascii=False))


def lemmatiser(folder: Path, labels: Labels) -> Lemmatiser:
    """A lemmatiser with the stems that `training.stems` learned."""
    known = json.loads((folder / "stems.json").read_text(encoding="utf-8"))
    return Lemmatiser(labels.lemmas, known["stems"], known["unknown"])


def load_reader(folder: Path, name: str) -> Reader:
    """The reader of a checkpoint."""
    fields = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    shape = Shape(**{**fields, "labels": Labels(**fields["labels"])})
    state = torch.load(folder / f"{name}.pt")["reader"]
    encoder = Encoder(shape, *(state[f"encoder.{part}.weight"].shape[0] for part in ("word", "position")))
    reader = Reader(shape, encoder)
    reader.load_state_dict(state)
    return reader.eval()


def best_heads(scores: Scores, group: list[Sample]) -> Tensor:
    """Heads of the best tree of each sentence, ``[batch, words]``."""
    heads = torch.zeros(scores.arcs.shape[:2], dtype=torch.long)
    for row, sample in enumerate(group):
        n = len(sample)
        heads[row, :n] = torch.from_numpy(maximum_tree(scores.arcs[row, :n, : n + 1].numpy()))
    return heads


def trees_of(reader: Reader, scores: Scores, group: list[Sample]) -> list[Sample]:
    """The words of each sentence with the best tags, heads and relations."""
    labels = reader.shape.labels
    heads = best_heads(scores, group)
    relations, upos = reader.relations(scores, heads).argmax(-1), scores.upos.argmax(-1)
    found = []
    for row, sample in enumerate(group):
        count = range(len(sample))
        found.append(
            Sample(
                sample.words,
                sample.spaced,
                upos=[labels.upos[upos[row, i]] for i in count],
                heads=[int(heads[row, i]) for i in count],
                relations=["root" if heads[row, i] == 0 else labels.relations[relations[row, i]] for i in count],
            )
        )
    return found


@torch.no_grad()
def read(reader: Reader, packer: Packer, samples: list[Sample], lemmas_by: Lemmatiser) -> list[Sample]:
    """Analyse samples by their words alone."""
    reader.eval()
    labels = reader.shape.labels
    done: dict[int, Sample] = {}
    for group in packer.batches(samples, 3000, None):
        batch = packer.pack(group)
        scores = reader(batch.pieces, batch.firsts)
        feats, patterns = scores.feats.argmax(-1), scores.lemmas.tolist()
        for row, (sample, found) in enumerate(zip(group, trees_of(reader, scores, group), strict=True)):
            count = range(len(sample))
            guidelines = sample.guidelines if sample.guidelines in scores.names else "idner"
            names = scores.names[guidelines][row, : len(sample)].numpy()
            done[id(sample)] = replace(
                found,
                feats=[labels.feats[feats[row, i]] for i in count],
                lemmas=[lemmas_by.lemma(sample.words[i], patterns[row][i]) for i in count],
                names=[labels.names[i] for i in best_names(names, labels.names, sample.words)],
                guidelines=sample.guidelines,
            )
    return [done[id(sample)] for sample in samples]


def measure(reader: Reader, packer: Packer, samples: list[Sample], lemmas_by: Lemmatiser) -> Figures:
    """Figures of a reader on samples."""
    return figures(zip(samples, read(reader, packer, samples, lemmas_by), strict=True))
