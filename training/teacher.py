"""Step 5. Train the teacher: more layers than can be shipped, on all treebanks and names.

Exact treebanks are seen more often than the converted one; NERGRIT, whose guidelines for names are not those of
IDNer, has a head of its own and is left out of the last epochs. After each epoch the checkpoint ``teacher.pt`` is
written, from which the command goes on when it is run again, and figures on the held-out parts are printed.
"""

from __future__ import annotations

import argparse
import random

import torch

from training.batches import Packer
from training.corpus import Sample
from training.learn import Rates, Trainer, gold_loss
from training.network import Encoder, Reader, Shape
from training.samples import Sources, sources
from training.swaps import Swapper
from training.work import arguments, work_of

_TIMES = {"gsd": 1, "gsd-dev": 3, "csui": 3, "pud": 1, "idner": 2, "nergrit": 1}
"""How often an epoch holds the sentences of a source."""
_WITHOUT_NERGRIT = 3
"""In so many last epochs NERGRIT is left out."""


def groups(
    of: Sources, packer: Packer, options: argparse.Namespace, epoch: int, rng: random.Random
) -> list[list[Sample]]:
    """The batches of an epoch: of trees, of IDNer and of NERGRIT, in drawn order."""
    idner = of.learned["idner"]
    if options.names_only:
        swapper = Swapper([*idner, *of.learned["nergrit"]])
        tasks = [idner, [swapper.copy(sample, rng) for sample in idner]]
    else:
        trees = [s for name in ("gsd", "gsd-dev", "csui", "pud") for s in of.learned[name] * _TIMES[name]]
        tasks = [trees, idner * _TIMES["idner"]]
    if epoch < options.epochs - _WITHOUT_NERGRIT:
        tasks.append(of.learned["nergrit"] * _TIMES["nergrit"])
    made = [group for task in tasks for group in packer.batches(task, options.pieces, rng)]
    rng.shuffle(made)
    return made


def main() -> None:
    """Run the step."""
    parser = arguments(__doc__)
    parser.add_argument("--layers", type=int, default=8, help="layers of the encoder, from the lowest")
    parser.add_argument("--words-from", type=int, default=5, help="the layer before which only words stay")
    parser.add_argument("--epochs", type=int, default=6, help="epochs in all")
    parser.add_argument("--pieces", type=int, default=700, help="pieces in a batch, padding counted")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is drawn")
    parser.add_argument(
        "--names-only", action="store_true", help="learn names alone, for `training.label --names`; copies too"
    )
    parser.add_argument("--name", default="teacher", help="of the checkpoint")
    parser.add_argument("--share", type=float, default=1.0, help="of the sentences, for a quick comparison")
    options: argparse.Namespace = parser.parse_args()
    work = work_of(options)
    torch.manual_seed(options.seed)
    of = sources(work)
    labels = of.labels()
    if options.share < 1:
        of.learned = {name: part[: int(len(part) * options.share)] for name, part in of.learned.items()}
    shape = Shape(list(range(options.layers)), options.words_from, mixed=True, labels=labels)
    reader = Reader(shape, Encoder.begin(shape, torch.load(work.folder / "encoder-cut.pt")))
    packer = Packer.of(work, labels)
    print({name: len(part) for name, part in of.learned.items()}, len(labels.lemmas), "patterns of lemmas", flush=True)
    Trainer(
        reader,
        packer,
        work.folder,
        options.name,
        options.epochs,
        options.seed,
        Rates(),
        lambda epoch, rng: groups(of, packer, options, epoch, rng),
        gold_loss,
        of.held,
    ).run()


if __name__ == "__main__":
    main()
