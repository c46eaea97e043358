"""Where the steps find their data and leave their results."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Work:
    """The working folder and the data.

    Attributes
    ----------
    folder
        Holds what the steps make; nothing in it is committed.
    data
        Holds ``ud/*.conllu`` and ``ner/*.txt``.
    """

    folder: Path
    data: Path

    def made(self, name: str) -> Path:
        """The path of a result, its folder made."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def treebank(self, name: str) -> Path:
        """The path of a treebank file: ``gsd-dev``."""
        return self.data / "ud" / f"{name}.conllu"

    def names(self, name: str) -> Path:
        """The path of a file with named entities: ``idner-train``."""
        return self.data / "ner" / f"{name}.txt"


def arguments(description: str | None) -> argparse.ArgumentParser:
    """A parser with the two options that every step has."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--work", type=Path, default=_ROOT / "build" / "training", help="the working folder")
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data", help="treebanks and names")
    return parser


def work_of(options: argparse.Namespace) -> Work:
    """The working folder and data that the options name."""
    return Work(options.work, options.data)
