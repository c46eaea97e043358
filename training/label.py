"""Step 6. Let the teacher label what the student learns from.

Everything that was learned from, copies of it with names and numbers exchanged, and plain text: runut's own
articles. For each sentence the teacher's probabilities are kept (tags, arcs, relations, features, names), half and
half with what is known where something is; and the vector that the encoder as it came gives the sentence, which the
student learns too. Other checkpoints may have a say about names. Writes ``labelled.pt``.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from runut.language.lemmas import pattern_of
from runut.language.model import written
from runut.language.words import words_of
from runut.page import open_document
from runut.record import Document
from training.batches import UNKNOWN, Packer
from training.corpus import Sample
from training.learn import best_heads, load_reader
from training.network import Encoder, Labels, Reader, Shape
from training.samples import sources
from training.sentences import split
from training.swaps import Swapper
from training.work import arguments, work_of

_KNOWN = 0.5
"""The share of what is known in a target; the teacher has the rest."""
_LONGEST_TAKEN_FOR_SHORT = 4
"""Letters of a word that GSD's splitter took for an abbreviation."""
_ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Target:
    """What the student should say of a sentence of `n` words; probabilities are float16.

    Attributes
    ----------
    upos, feats, names, relations
        ``[n, labels]``; relations are those to `heads`.
    arcs
        ``[n, n + 1]``
    heads, lemmas
        ``[n]``
    vector
        ``[384]`` of length 1, or ``None`` for copies.
    inner_ends
        Words before the last with which a sentence ends too.
    """

    sample: Sample
    source: str
    upos: Tensor
    arcs: Tensor
    heads: Tensor
    relations: Tensor
    feats: Tensor
    lemmas: Tensor
    names: Tensor
    vector: Tensor | None = None
    inner_ends: tuple[int, ...] = ()


def _mixed(probabilities: Tensor, known: list[int]) -> Tensor:
    """Mix the teacher's probabilities with what is known, where it is."""
    out = probabilities.clone()
    for row, label in enumerate(known):
        if label != UNKNOWN:
            out[row] *= 1 - _KNOWN
            out[row, label] += _KNOWN
    return out.half()


def _numbers(known: list[str], labels: list[str], count: int) -> list[int]:
    if not known:
        return [UNKNOWN] * count
    return [labels.index(value) if value in labels else UNKNOWN for value in known]


@torch.no_grad()
def label(
    reader: Reader,
    packer: Packer,
    labels: Labels,
    named: list[tuple[str, Sample]],
    others: Sequence[Reader] = (),
) -> Iterator[Target]:
    """Label sentences; the order is not kept. Names are the mean of what the reader and the others say."""
    source_of = {id(sample): source for source, sample in named}
    for group in packer.batches([sample for _, sample in named], 3000, None):
        batch = packer.pack(group)
        scores = reader(batch.pieces, batch.firsts)
        heads = torch.where(batch.heads == UNKNOWN, best_heads(scores, group), batch.heads)
        relations = reader.relations(scores, heads).softmax(-1)
        upos, feats, arcs = (x.softmax(-1) for x in (scores.upos, scores.feats, scores.arcs))
        said = [scores, *(other(batch.pieces, batch.firsts) for other in others)]
        names = torch.stack([x.names["idner"].softmax(-1) for x in said]).mean(0)
        for row, sample in enumerate(group):
            n = len(sample)
            yield Target(
                sample,
                source_of[id(sample)],
                _mixed(upos[row, :n], _numbers(sample.upos, labels.upos, n)),
                _mixed(arcs[row, :n, : n + 1], sample.heads or [UNKNOWN] * n),
                heads[row, :n].clone(),
                _mixed(relations[row, :n], _numbers(sample.relations, labels.relations, n)),
                _mixed(feats[row, :n], _numbers(sample.feats, labels.feats, n)),
                torch.tensor(_lemmas(sample, labels)),
                _mixed(
                    names[row, :n],
                    _numbers(sample.names if sample.guidelines == "idner" else [], labels.names, n),
                ),
                inner_ends=_joined_ends(sample) if source_of[id(sample)].startswith("gsd") else (),
            )


def _joined_ends(sample: Sample) -> tuple[int, ...]:
    """Where GSD holds two sentences as one: the tool that split it took each short capitalised word before a full
    stop for an abbreviation ("… di Aula. Acara dimulai …").
    """
    text, behind = "", {}
    for number, (word, space) in enumerate(zip(sample.words, sample.spaced, strict=True)):
        text += " " * bool(space and text) + word
        behind[len(text)] = number
    ends = [behind[end] for _, end in split(text, 0, len(text))[:-1] if end in behind]
    return tuple(end for end in ends if sample.words[end] == "." and _looks_short(sample.words[end - 1]))


def _looks_short(word: str) -> bool:
    return len(word) <= _LONGEST_TAKEN_FOR_SHORT and word[0].isupper()


def _lemmas(sample: Sample, labels: Labels) -> list[int]:
    """Patterns of lemmas where they are known; the teacher's own are left aside, since those of the stems are as
    good.
    """
    patterns = [pattern_of(word, lemma) for word, lemma in zip(sample.words, sample.lemmas, strict=False)]
    return _numbers(patterns, labels.lemmas, len(sample))


def plain(folders: list[Path]) -> list[Sample]:
    """Sentences of articles, words and all by rule."""
    samples = []
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            document = Document(id=path.stem, content=path.read_text(encoding="utf-8"))
            article = open_document(document)
            sentences = [span for body in article.of_kind("body") for span in split(article.text, *body)]
            for sentence in sentences:
                words, spaced = written(article.text, words_of(article.text, *sentence))
                if 3 < len(words) < 100:
                    samples.append(Sample(list(words), list(spaced)))
    return samples


def paragraphs(path: Path) -> list[list[Sample]]:
    """Paragraphs whose sentences are parted by bars, as ``sentences.txt`` has them."""
    made = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, samples, at = line.replace("|", ""), [], 0
        spans = words_of(text)
        for part in line.split("|"):
            here = [span for span in spans if at <= span[0] < at + len(part)]
            spaced = [start == 0 or text[start - 1].isspace() for start, _ in here]
            samples.append(Sample([text[start:end] for start, end in here], spaced))
            at += len(part)
        made.append(samples)
    return made


@torch.no_grad()
def _vectors(encoder: Encoder, packer: Packer, targets: list[Target]) -> None:
    """Add the vectors of the encoder as it came, asked as its authors do."""
    prefix = Sample(["query", ":"], [True, False])
    by_words = {id(target.sample): target for target in targets}
    for group in packer.batches([target.sample for target in targets], 3000, None):
        asked = [Sample(prefix.words + s.words, prefix.spaced + s.spaced) for s in group]
        pieces = packer.pack(asked).pieces
        everything = torch.arange(pieces.shape[1]).expand(pieces.shape)
        firsts = everything.masked_fill(pieces == 1, -1)
        states = encoder(pieces, firsts)
        kept = (firsts >= 0).unsqueeze(-1)
        mean = (states * kept).sum(1) / kept.sum(1)
        for sample, vector in zip(group, torch.nn.functional.normalize(mean, dim=-1), strict=True):
            by_words[id(sample)].vector = vector.half()


def main() -> None:
    """Run the step."""
    parser = arguments(__doc__)
    parser.add_argument("--copies", type=int, default=2, help="copies of each sentence with names exchanged")
    own = [_ROOT / "src/runut/samples", _ROOT / "tests/articles"]
    parser.add_argument("--texts", type=Path, nargs="*", default=own, help="folders with plain articles")
    parser.add_argument("--names", nargs="*", default=[], help="checkpoints that say with the teacher what is a name")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is drawn")
    options: argparse.Namespace = parser.parse_args()
    work = work_of(options)
    reader = load_reader(work.folder, "teacher")
    others = [load_reader(work.folder, name) for name in options.names]
    of = sources(work)
    labels = of.labels()
    packer = Packer.of(work, labels)
    named = [(name, sample) for name, part in of.learned.items() for sample in part]
    named += [("plain", sample) for sample in plain(options.texts)]
    swapper, rng = Swapper(sample for _, sample in named), random.Random(options.seed)
    copies = [(f"{name}+", swapper.copy(s, rng)) for name, s in named for _ in range(options.copies)]
    targets = list(label(reader, packer, labels, named, others))
    print(f"{len(targets)} sentences labelled", flush=True)
    weights = torch.load(work.folder / "encoder-cut.pt")
    layers = sum(name.endswith(".aln.w") for name in weights)
    shape = Shape(list(range(layers)), layers, mixed=False, labels=labels)
    _vectors(Encoder.begin(shape, weights).eval(), packer, targets)
    print("vectors added", flush=True)
    targets += label(reader, packer, labels, copies, others)
    torch.save(targets, work.made("labelled.pt"))
    print(f"{len(targets)} sentences with copies", flush=True)


if __name__ == "__main__":
    main()
