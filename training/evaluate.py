"""Measure the shipped model on files with gold analyses.

``python -m training.evaluate FILE…`` takes CoNLL-U files and files of a word and a BIO tag a line, and prints one
JSON object: the path of each file → its figures in percent (`training.figures`), with gold words and sentences.
``--raw`` adds, for CoNLL-U, F1 of sentences, words, UPOS, UAS and LAS from raw text, by the evaluation of the CoNLL
2018 shared task (``udtools``).
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import conllu
from udtools.udeval import evaluate as conll18
from udtools.udeval import load_conllu

from runut.language import conllu as writer
from runut.language.model import Model, Written
from training.corpus import Sample, read_names, read_treebank
from training.figures import Figures, figures
from training.work import Work, arguments, work_of

_RAW = {"sentence": "Sentences", "word": "Words", "raw_upos": "UPOS", "raw_uas": "UAS", "raw_las": "LAS"}


def with_model(model: Model, samples: list[Sample]) -> list[Sample]:
    """Analyse samples by their words with the shipped model."""
    blocks = [Written(tuple(s.words), (True, *s.spaced[1:])) for s in samples]
    guesses = []
    for sample, [analysis] in zip(samples, model.analyse(blocks, whole=True), strict=True):
        guesses.append(
            Sample(
                sample.words,
                sample.spaced,
                upos=list(analysis.upos),
                heads=list(analysis.heads),
                relations=list(analysis.relations),
                feats=list(analysis.feats),
                lemmas=list(analysis.lemmas),
                names=list(analysis.names),
            )
        )
    return guesses


def raw_text(path: Path) -> str:
    """The text of a treebank: its sentences with blanks between, paragraphs where it marks them.

    Where the file does not say what a sentence's text is, it is put together from the words.
    """
    parts: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for sentence in conllu.parse_incr(lines):
            known = sentence.metadata
            begins = any(key.startswith(("newpar", "newdoc")) for key in known)
            parts += ["\n\n" if begins and parts else " ", known.get("text") or _joined(sentence)]
    return "".join(parts[1:])


def _joined(sentence: conllu.TokenList) -> str:
    pieces, inside = [], 0
    for token in sentence:
        number = token["id"]
        if isinstance(number, tuple):
            if number[1] != "-":
                continue
            inside = number[2]
        elif number <= inside:
            continue
        pieces += [token["form"], "" if (token["misc"] or {}).get("SpaceAfter") == "No" else " "]
    return "".join(pieces).strip()


def raw_figures(model: Model, path: Path) -> Figures:
    """F1 from raw text."""
    text = raw_text(path)
    guess = writer.conllu(text, model.parse(text, [(start, end) for start, end in _paragraphs(text)]))
    with path.open(encoding="utf-8") as gold:
        gold_words = load_conllu(gold, str(path), {})
    result = conll18(gold_words, load_conllu(io.StringIO(guess), "guess", {}))
    return {name: round(100 * result[of].f1, 2) for name, of in _RAW.items()}


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for part in text.split("\n\n"):
        yield at, at + len(part)
        at += len(part) + 2


def with_checkpoint(work: Work, name: str, samples: list[Sample]) -> list[Sample]:
    """Analyse samples by their words with a checkpoint of the working folder."""
    from training.batches import Packer
    from training.learn import lemmatiser, load_reader, read

    reader = load_reader(work.folder, name)
    labels = reader.shape.labels
    return read(reader, Packer.of(work, labels), samples, lemmatiser(work.folder, labels))


def measure(path: Path, analyse: Callable[[list[Sample]], list[Sample]], raw: Model | None) -> Figures:
    """The figures of a file.

    Parameters
    ----------
    path
        CoNLL-U, or a word and a BIO tag a line.
    analyse
        Guesses the analyses of its sentences.
    raw
        Reads the raw text of a treebank; without it that is not measured.

    Raises
    ------
    OSError, ValueError
        When the file cannot be read; the message of the latter names it.
    """
    with path.open(encoding="utf-8") as lines:
        is_treebank = any(line.count("\t") == 9 for line in islice(lines, 1000))
    samples = read_treebank(path) if is_treebank else read_names(path, "idner")
    found = figures(zip(samples, analyse(samples), strict=True))
    return {**found, **(raw_figures(raw, path) if raw and is_treebank else {})}


def main() -> None:
    """Run the step."""
    parser = arguments(__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CoNLL-U, or words with BIO tags")
    parser.add_argument("--raw", action="store_true", help="also from raw text")
    parser.add_argument("--model", type=Path, default=None, help="a folder with another model")
    parser.add_argument("--checkpoint", default=None, help="measure this checkpoint instead: teacher")
    options: argparse.Namespace = parser.parse_args()
    if options.checkpoint and options.raw:
        parser.error("--raw needs the runtime; export the checkpoint and give its folder with --model")
    if options.checkpoint:
        model, analyse = None, partial(with_checkpoint, work_of(options), options.checkpoint)
    else:
        model = Model(options.model)
        analyse = partial(with_model, model)
    results: dict[str, Figures] = {}
    for path in options.files:
        try:
            results[str(path)] = measure(path, analyse, model if options.raw else None)
        except (OSError, ValueError) as error:
            sys.exit(f"{path}: {error}; give a CoNLL-U file, or one of a word and a BIO tag a line")
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
