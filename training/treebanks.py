"""Step 3. Make the treebanks one: rewrite the old release of GSD to today's guidelines.

The training part of UD Indonesian-GSD lies here in release 2.1 only, whose words, relations and heads follow older
guidelines. Its development part lies here in both, so a converter can be learned: a network that sees the text, the
old tags, relations and heads, and says the new ones. Words are changed by rule first: split reduplications and
ordinals are joined ("negara - negara"), clitics split off. The converter is trained on the sentences in which the
words by rule are the new ones, but for every tenth, on which it is measured; it goes on from its last epoch when
the command is run again. Writes ``gsd-train.jsonl`` and ``convert.pt``.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from runut.language.words import clitic_parts
from training.batches import Batch, Packer
from training.corpus import Sample, read_treebank, save
from training.figures import figures
from training.learn import gold_loss, rate_factor, save_state, trees_of
from training.network import Encoder, Labels, Reader, Scores, Shape
from training.work import Work, arguments, work_of

_LAYERS = 8
"""Layers of the encoder that the converter uses: trees stand in the lower and middle ones."""
_HELD_OUT_EVERY = 10
_JOINED_BEFORE = frozenset(["ke", "anti", "non", "pra", "pasca", "antar", "multi", "semi", "pro", "eks", "sub"])


@dataclass
class Pair:
    """A sentence in new words, with the old word of each and the old analysis."""

    sample: Sample
    old: Sample
    old_words: list[int]
    is_clitic: list[bool]


def by_rule(old: Sample) -> Pair:
    """Change the words of an old sentence to the new ones."""
    sample, old_words, is_clitic = Sample([], []), [], []
    index = 0
    while index < len(old):
        word, last = old.words[index], index
        if index + 2 < len(old) and _is_joined(old, index):
            last = index + 2
            word = "".join(old.words[index : last + 1])
        for number, part in enumerate(clitic_parts(word)):
            sample.words.append(part)
            sample.spaced.append(old.spaced[index] if number == 0 else False)
            old_words.append(index)
            is_clitic.append(number > 0)
        index = last + 1
    return Pair(sample, old, old_words, is_clitic)


def _is_joined(old: Sample, index: int) -> bool:
    left, dash, right = (word.lower() for word in old.words[index : index + 3])
    if dash != "-" or old.spaced[index + 1] or old.spaced[index + 2]:
        return False
    is_double = len(left) > 1 and left.isalpha() and (right.startswith(left) or left.endswith(right.removesuffix("an")))
    is_ordinal = left == "ke" and right[0].isdigit()
    is_years = bool(re.fullmatch(r"\d+", left)) and right == "an"
    return is_double or is_ordinal or is_years or (left in _JOINED_BEFORE and right.islower())


class Converter(nn.Module):
    """A reader that is also shown the old analysis."""

    def __init__(self, reader: Reader, upos: list[str], relations: list[str]) -> None:
        super().__init__()
        self.reader = reader
        self._upos = {label: number for number, label in enumerate(upos)}
        self._relations = {label: number for number, label in enumerate(relations)}
        hidden = reader.shape.hidden
        self.upos = nn.Embedding(len(upos) + 1, 64)
        self.relation = nn.Embedding(len(relations) + 1, 64)
        self.clitic = nn.Embedding(2, 16)
        self.mix = nn.Linear(2 * hidden + 2 * 64 + 2 * 64 + 16, 512)
        self.out = nn.Linear(512, hidden)
        self.bonus = nn.Embedding(len(relations) + 1, 1)
        nn.init.constant_(self.bonus.weight, 2.0)

    def forward(self, batch: Batch, pairs: list[Pair], dropout: float = 0.0, head_dropout: float = 0.0) -> Scores:
        """Score the new analyses of a batch of pairs."""
        upos, relations, heads, clitic = self._old(pairs, batch.firsts.shape[1])
        x = self.reader.encoder(batch.pieces, batch.firsts, dropout)
        tags, rels = self.upos(upos), self.relation(relations)

        def at_head(y: Tensor) -> Tensor:
            return y.gather(1, heads.unsqueeze(-1).expand(-1, -1, y.shape[-1]))

        seen = torch.cat([x, at_head(x), tags, rels, at_head(tags), at_head(rels), self.clitic(clitic)], -1)
        inner = functional.dropout(functional.gelu(self.mix(seen)), head_dropout, self.training)
        scores = self.reader.score(x + self.out(inner), batch.firsts, head_dropout)
        bonus = torch.zeros_like(scores.arcs).scatter(2, heads[:, 1:].unsqueeze(-1), self.bonus(relations[:, 1:]))
        scores.arcs = scores.arcs + bonus
        return scores

    def _old(self, pairs: list[Pair], length: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        shape = (len(pairs), length)
        upos = torch.full(shape, len(self._upos))
        relations = torch.full(shape, len(self._relations))
        heads, clitic = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
        for row, pair in enumerate(pairs):
            new_of: dict[int, int] = {}
            for place, old in enumerate(pair.old_words, 1):
                new_of.setdefault(old, place)
            for place, (old, is_clitic) in enumerate(zip(pair.old_words, pair.is_clitic, strict=True), 1):
                upos[row, place] = self._upos.get(pair.old.upos[old], len(self._upos))
                relations[row, place] = self._relations.get(pair.old.relations[old], len(self._relations))
                head = pair.old.heads[old]
                while head and head - 1 not in new_of:
                    head = pair.old.heads[head - 1]
                heads[row, place] = new_of[old] if is_clitic else new_of.get(head - 1, 0)
                clitic[row, place] = int(is_clitic)
        return upos, relations, heads, clitic


def _train(converter: Converter, packer: Packer, pairs: list[Pair], epochs: int, seed: int, checkpoint: Path) -> None:
    by_sample = {id(pair.sample): pair for pair in pairs}
    samples = [pair.sample for pair in pairs]
    steps = sum(len(list(packer.batches(samples, 700, random.Random(seed + epoch)))) for epoch in range(epochs))
    inner = list(converter.reader.encoder.parameters())
    known = {id(p) for p in inner}
    outer = [p for p in converter.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW([{"params": inner, "lr": 2e-4}, {"params": outer, "lr": 1e-3}], fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_factor(step, steps))
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        done = state["epoch"]
        for part, name in ((converter, "converter"), (optimiser, "optimiser"), (schedule, "schedule")):
            part.load_state_dict(state[name])
        print(f"goes on after epoch {done}", flush=True)
    for epoch in range(done, epochs):
        torch.manual_seed(seed * 1000 + epoch)
        converter.train()
        total = 0.0
        for group in packer.batches(samples, 700, random.Random(seed + epoch)):
            batch = packer.pack(group)
            scores = converter(batch, [by_sample[id(s)] for s in group], 0.1, 0.33)
            loss = gold_loss(converter.reader, scores, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(converter.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        state = {
            "converter": converter.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
            "epoch": epoch + 1,
        }
        save_state(checkpoint, state)
        print(f"epoch {epoch + 1}: loss {total:.1f}", flush=True)


@torch.no_grad()
def _convert(converter: Converter, packer: Packer, pairs: list[Pair]) -> list[Sample]:
    converter.eval()
    by_sample = {id(pair.sample): pair for pair in pairs}
    done: dict[int, Sample] = {}
    for group in packer.batches([pair.sample for pair in pairs], 3000, None):
        scores = converter(packer.pack(group), [by_sample[id(s)] for s in group])
        found = trees_of(converter.reader, scores, group)
        done.update({id(sample): tree for sample, tree in zip(group, found, strict=True)})
    return [done[id(pair.sample)] for pair in pairs]


def _pairs(work: Work) -> list[Pair]:
    pairs = []
    for old, new in zip(
        read_treebank(work.treebank("gsd-r2.1-dev")), read_treebank(work.treebank("gsd-dev")), strict=True
    ):
        pair = by_rule(old)
        if pair.sample.words == new.words:
            pair.sample.upos, pair.sample.heads, pair.sample.relations = new.upos, new.heads, new.relations
            pairs.append(pair)
    return pairs


def main() -> None:
    """Run the step."""
    parser = arguments(__doc__)
    parser.add_argument("--epochs", type=int, default=10, help="how often the converter sees its sentences")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is drawn")
    options: argparse.Namespace = parser.parse_args()
    work = work_of(options)
    torch.manual_seed(options.seed)
    pairs = _pairs(work)
    old_train = read_treebank(work.treebank("gsd-r2.1-train"))
    labels = Labels(
        sorted({t for p in pairs for t in p.sample.upos}),
        sorted({r for p in pairs for r in p.sample.relations}),
        ["_"],
        ["_"],
        ["O"],
    )
    shape = Shape(list(range(_LAYERS)), _LAYERS, mixed=False, labels=labels)
    reader = Reader(shape, Encoder.begin(shape, torch.load(work.folder / "encoder-cut.pt")))
    converter = Converter(
        reader, sorted({t for s in old_train for t in s.upos}), sorted({r for s in old_train for r in s.relations})
    )
    packer = Packer.of(work, labels)
    held = pairs[::_HELD_OUT_EVERY]
    learned = [pair for i, pair in enumerate(pairs) if i % _HELD_OUT_EVERY]
    print(f"{len(pairs)} pairs with the same words, {len(held)} of them held out", flush=True)
    _train(converter, packer, learned, options.epochs, options.seed, work.made("convert.pt"))
    measured = figures(zip([pair.sample for pair in held], _convert(converter, packer, held), strict=True))
    print("converter on held-out sentences:", {name: measured[name] for name in ("upos", "uas", "las")}, flush=True)
    save(work.made("gsd-train.jsonl"), _convert(converter, packer, [by_rule(old) for old in old_train]))


if __name__ == "__main__":
    main()
