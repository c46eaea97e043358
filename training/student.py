"""Step 7. Train the student, the network that is shipped: fewer and thinner layers, on what the teacher said.

It begins from the lowest layers of the teacher; of their inner neurons those stay that do most on a sample of
sentences. It reads one sentence at a time or several in a row, and learns where sentences end, so that a paragraph
needs one pass. After each epoch the checkpoint ``student.pt`` is written, from which the command goes on when it is
run again.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from runut.language.model import WINDOW_WORDS
from training.batches import UNKNOWN, Batch, Packer
from training.corpus import Sample
from training.label import Target, label, paragraphs
from training.learn import Rates, Trainer, load_reader
from training.network import Encoder, Labels, Reader, Scores, Shape
from training.samples import sources
from training.swaps import Swapper
from training.work import arguments, work_of

_TIMES = {"gsd": 1, "gsd-dev": 4, "csui": 3, "pud": 1, "idner": 3, "nergrit": 0.5, "plain": 2, "names": 1}
"""How often an epoch holds the sentences of a source; copies half as often, by drawing."""
_HELD_OF = {"gsd": "gsd-dev", "csui": "csui", "idner": "idner"}
"""The source of each held-out part."""
_OWN_TIMES = 2
"""How often an epoch holds the paragraphs of ``sentences.txt``."""
_ALONE = 0.4
"""Share of sentences that stand alone; others stand in rows of two to five of one source."""


@dataclass
class Row(Sample):
    """Several sentences in a row, as one sample."""

    targets: list[Target] = None  # type: ignore[assignment]


def _row(targets: list[Target]) -> Row:
    words = [word for t in targets for word in t.sample.words]
    spaced = [space for t in targets for space in t.sample.spaced]
    return Row(words, spaced, targets=targets)


def rows(targets: dict[str, list[Target]], own: list[list[Target]], rng: random.Random) -> list[Sample]:
    """The rows of an epoch."""
    made: list[Sample] = [_row(paragraph) for paragraph in own * _OWN_TIMES]
    for source, times in _TIMES.items():
        drawn = _drawn(targets.get(source, []), times, rng) + _drawn(targets.get(f"{source}+", []), times / 4, rng)
        rng.shuffle(drawn)
        while drawn:
            count = 1 if rng.random() < _ALONE else rng.randint(2, 5)
            row = [drawn.pop()]
            length = len(row[0].sample)
            while drawn and len(row) < count and length + len(drawn[-1].sample) <= WINDOW_WORDS:
                row.append(drawn.pop())
                length += len(row[-1].sample)
            made.append(_row(row))
    return made


def _drawn(targets: list[Target], times: float, rng: random.Random) -> list[Target]:
    whole, part = divmod(times, 1)
    return targets * int(whole) + rng.sample(targets, int(len(targets) * part))


def _soft(logits: Tensor, target: Tensor) -> Tensor:
    """Cross entropy against probabilities; rows of zeros count nothing."""
    return -(target * functional.log_softmax(logits, -1)).sum()


def names_only(samples: list[Sample], labels: Labels, copies: int, rng: random.Random) -> list[Target]:
    """Copies of sentences with other names in which nothing but the names is to be learned."""
    swapper = Swapper(samples)
    made = []
    for sample in [swapper.copy(s, rng) for s in samples if s.guidelines == "idner" for _ in range(copies)]:
        n = len(sample)
        names = torch.zeros(n, len(labels.names))
        names[range(n), [labels.names.index(tag) for tag in sample.names]] = 1
        nothing = {
            "upos": torch.zeros(n, len(labels.upos)),
            "arcs": torch.zeros(n, n + 1),
            "relations": torch.zeros(n, len(labels.relations)),
            "feats": torch.zeros(n, len(labels.feats)),
            "lemmas": torch.full((n,), UNKNOWN),
            "heads": torch.zeros(n, dtype=torch.long),
        }
        made.append(Target(sample, "names", names=names, **nothing))
    return made


def student_loss(reader: Reader, scores: Scores, batch: Batch, ends_weight: float = 1.0) -> Tensor:
    """Cross entropy to the teacher's probabilities, and the distance of the sentence vectors."""
    count = float((batch.firsts > 0).sum())
    ends = torch.zeros(scores.ends.shape)
    wanted = {name: torch.zeros(getattr(scores, name).shape) for name in ("upos", "feats", "arcs")}
    names = torch.zeros(scores.names["idner"].shape)
    relations = torch.zeros((*ends.shape, len(reader.shape.labels.relations)))
    heads = torch.zeros(ends.shape, dtype=torch.long)
    lemmas = torch.full(ends.shape, UNKNOWN)
    outside = torch.ones(scores.arcs.shape, dtype=torch.bool)
    for number, row in enumerate(batch.samples):
        at = 0
        for target in row.targets:  # type: ignore[attr-defined]
            n = len(target.sample)
            here = slice(at, at + n)
            wanted["upos"][number, here] = target.upos.float()
            wanted["feats"][number, here] = target.feats.float()
            wanted["arcs"][number, here, 0] = target.arcs[:, 0].float()
            wanted["arcs"][number, here, at + 1 : at + n + 1] = target.arcs[:, 1:].float()
            outside[number, here, 0] = False
            outside[number, here, at + 1 : at + n + 1] = False
            names[number, here] = target.names.float()
            relations[number, here] = target.relations.float()
            heads[number, here] = torch.where(target.heads > 0, target.heads + at, 0)
            lemmas[number, here] = target.lemmas
            ends[number, [at + last for last in (*target.inner_ends, n - 1)]] = 1
            at += n
    arcs = scores.arcs.masked_fill(outside, -1e4)
    loss = _soft(scores.upos, wanted["upos"]) + _soft(arcs, wanted["arcs"]) + 0.3 * _soft(scores.feats, wanted["feats"])
    loss = loss + _soft(reader.relations(scores, heads), relations) + 1.5 * _soft(scores.names["idner"], names)
    loss = loss + 0.5 * functional.cross_entropy(
        scores.lemmas.flatten(0, 1), lemmas.flatten(), ignore_index=UNKNOWN, reduction="sum"
    )
    is_word = (batch.firsts[:, 1:] >= 0).float()
    loss = loss + ends_weight * functional.binary_cross_entropy_with_logits(scores.ends, ends, is_word, reduction="sum")
    return loss / count + _vector_loss(scores, batch)


def _vector_loss(scores: Scores, batch: Batch) -> Tensor:
    rows_ = [
        (number, row.targets[0].vector)  # type: ignore[attr-defined]
        for number, row in enumerate(batch.samples)
        if len(row.targets) == 1 and row.targets[0].vector is not None  # type: ignore[attr-defined]
    ]
    if not rows_:
        return torch.zeros(())
    wanted = torch.stack([vector for _, vector in rows_]).float()
    got = scores.vector[torch.tensor([number for number, _ in rows_])]
    return (1 - (wanted * got).sum(-1)).mean()


@torch.no_grad()
def begin(teacher: Reader, packer: Packer, samples: list[Sample], shape: Shape) -> Reader:
    """A student with the teacher's lowest layers, thinned to the neurons that do most on the samples."""
    encoder = teacher.encoder
    student = Reader(shape, Encoder(shape, encoder.word.num_embeddings, encoder.position.num_embeddings))
    state = student.state_dict()
    for name, value in teacher.state_dict().items():
        if name in state and state[name].shape == value.shape:
            state[name] = value
    weight = _neuron_weights(encoder, packer, samples, len(shape.layers))
    for place, layer in enumerate(shape.layers):
        kept = weight[layer].topk(shape.inner).indices.sort().values
        old, prefix = encoder.layers[layer], f"encoder.layers.{place}."
        for name, value in old.state_dict().items():
            state[prefix + name] = value
        state[prefix + "fi.weight"], state[prefix + "fi.bias"] = old.fi.weight[kept], old.fi.bias[kept]
        state[prefix + "fo.weight"] = old.fo.weight[:, kept]
    student.load_state_dict(state)
    return student


def _neuron_weights(encoder: Encoder, packer: Packer, samples: list[Sample], layers: int) -> list[Tensor]:
    """How much each inner neuron adds: its mean square, times the square of its row out."""
    totals = [torch.zeros(encoder.shape.inner) for _ in range(layers)]
    hooks = []
    for place, layer in enumerate(encoder.layers[:layers]):

        def add(_: object, inputs: tuple[Tensor, ...], place: int = place) -> None:
            totals[place] += inputs[0].detach().flatten(0, -2).square().sum(0)

        hooks.append(layer.fo.register_forward_pre_hook(add))
    encoder.eval()
    for group in packer.batches(samples, 3000, None):
        batch = packer.pack(group)
        encoder(batch.pieces, batch.firsts)
    for hook in hooks:
        hook.remove()
    return [
        total * layer.fo.weight.square().sum(0) for total, layer in zip(totals, encoder.layers[:layers], strict=True)
    ]


def main() -> None:
    """Run the step."""
    parser = arguments(__doc__)
    parser.add_argument("--layers", type=int, default=6, help="layers of the teacher that it begins from")
    parser.add_argument("--inner", type=int, default=768, help="inner neurons of a layer")
    parser.add_argument("--words-from", type=int, default=1, help="the layer before which only words stay")
    parser.add_argument("--epochs", type=int, default=10, help="epochs in all")
    parser.add_argument("--pieces", type=int, default=800, help="pieces in a batch, padding counted")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="highest rate of the encoder")
    parser.add_argument(
        "--all", action="store_true", help="learn from the held-out parts too: nothing is left to choose"
    )
    parser.add_argument("--begin", default=None, help="go on from this checkpoint, under another name")
    parser.add_argument("--swaps", type=int, default=0, help="fresh copies with other names an epoch, for names alone")
    parser.add_argument("--names", nargs="*", default=[], help="as `training.label` had them")
    parser.add_argument("--ends", type=float, default=1.0, help="weight of sentence ends in the loss")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is drawn")
    parser.add_argument("--name", default="student", help="of the checkpoint")
    options: argparse.Namespace = parser.parse_args()
    work = work_of(options)
    torch.manual_seed(options.seed)
    teacher = load_reader(work.folder, "teacher")
    others = [load_reader(work.folder, name) for name in options.names]
    of = sources(work)
    labels = of.labels()
    packer = Packer.of(work, labels)
    targets: dict[str, list[Target]] = {}
    for target in torch.load(work.folder / "labelled.pt", weights_only=False):
        targets.setdefault(target.source, []).append(target)
    if options.all:
        named = [(_HELD_OF[name], sample) for name, part in of.held.items() for sample in part]
        for target in label(teacher, packer, labels, named, others):
            targets[target.source].append(target)
    lines = paragraphs(Path(__file__).with_name("sentences.txt"))
    labelled = label(teacher, packer, labels, [("own", sample) for line in lines for sample in line], others)
    of_sample = {id(target.sample): target for target in labelled}
    own = [[of_sample[id(sample)] for sample in line] for line in lines]
    shape = replace(
        teacher.shape,
        labels=labels,
        layers=list(range(options.layers)),
        words_from=options.words_from,
        mixed=False,
        inner=options.inner,
        arc=192,
        relation=128,
        guidelines=["idner"],
    )
    if options.begin:
        student = load_reader(work.folder, options.begin)
    else:
        student = begin(teacher, packer, of.learned["csui"], shape)
    count = sum(p.numel() for p in student.parameters()) - student.encoder.word.weight.numel()
    print(f"{count:,} weights beside the pieces", flush=True)

    named_samples = of.learned["idner"] + of.learned["nergrit"] + (of.held["idner"] if options.all else [])

    def groups(_: int, rng: random.Random) -> list[list[Sample]]:
        targets["names"] = names_only(named_samples, labels, options.swaps, rng)
        return list(packer.batches(rows(targets, own, rng), options.pieces, rng))

    def loss(reader: Reader, scores: Scores, batch: Batch) -> Tensor:
        return student_loss(reader, scores, batch, options.ends)

    Trainer(
        student,
        packer,
        work.folder,
        options.name,
        options.epochs,
        options.seed,
        Rates(encoder=options.rate, layer_decay=0.95, dropout=0.05, head_dropout=0.15),
        groups,
        loss,
        of.held,
    ).run()


if __name__ == "__main__":
    main()
