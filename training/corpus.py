"""Sentences to learn from: words with whatever is known of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import conllu


@dataclass
class Sample:
    """A sentence of `n` words.

    Attributes
    ----------
    words, spaced
        Words, and whether white space stands before each; `n` each.
    upos, heads, relations
        The tree, each `n` or empty where it is not known; heads count from 1, 0 is the root.
    feats, lemmas
        As in CoNLL-U, `n` or empty.
    names
        BIO tags over PER, ORG and LOC, `n` or empty.
    guidelines
        Whose `names` they are: ``idner`` or ``nergrit``.
    """

    words: list[str]
    spaced: list[bool]
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    guidelines: str = "idner"

    def __len__(self) -> int:
        return len(self.words)


def read_treebank(path: Path) -> list[Sample]:
    """Read a CoNLL-U file; lemmas are left out where the file has none.

    Raises
    ------
    ValueError
        When the file is no CoNLL-U; the message names the file.
    """
    with path.open(encoding="utf-8") as lines:
        try:
            return [_sample(sentence) for sentence in conllu.parse_incr(lines)]
        except conllu.exceptions.ParseException as error:
            raise ValueError(f"{path}: not CoNLL-U: {error}") from error


def _sample(sentence: conllu.TokenList) -> Sample:
    sample = Sample([], [])
    space = True
    inside = 0
    joined_space = True
    for token in sentence:
        number = token["id"]
        after = (token["misc"] or {}).get("SpaceAfter") != "No"
        if isinstance(number, tuple):
            if number[1] == "-":
                inside, joined_space = number[2], after
            continue
        sample.words.append(token["form"])
        sample.spaced.append(space)
        sample.upos.append(token["upos"])
        sample.heads.append(token["head"])
        sample.relations.append(token["deprel"])
        sample.feats.append("|".join(f"{key}={value}" for key, value in sorted((token["feats"] or {}).items())) or "_")
        sample.lemmas.append(token["lemma"])
        space = False if number < inside else joined_space if number == inside else after
    if all(lemma == "_" for lemma in sample.lemmas):
        sample.lemmas = []
    return sample


_NAME_TYPES = {"PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
_UNSPACED_BEFORE = frozenset(".,;:!?)]}%”’…")
_UNSPACED_AFTER = frozenset("([{“‘")


def read_names(path: Path, guidelines: str) -> list[Sample]:
    """Read a file of a word and its BIO tag a line, an empty line between sentences; spaces are guessed.

    Raises
    ------
    ValueError
        When a line has fewer than two columns; the message names file and line.
    """
    samples: list[Sample] = []
    words: list[str] = []
    tags: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        columns = line.split()
        if not columns:
            if words:
                samples.append(Sample(words, guess_spaces(words), names=tags, guidelines=guidelines))
                words, tags = [], []
            continue
        if len(columns) < 2:
            raise ValueError(f"{path}:{number}: needs a word and a tag, has {line!r}")
        prefix, _, kind = columns[-1].partition("-")
        words.append(columns[0])
        tags.append(f"{prefix}-{_NAME_TYPES.get(kind, kind)}" if kind else prefix)
    return samples


def guess_spaces(words: list[str]) -> list[bool]:
    """Whether white space stood before each word of a text that lost its spaces; quotation marks open and close in
    turn.
    """
    spaced: list[bool] = []
    is_open = False
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        space = word not in _UNSPACED_BEFORE and before not in _UNSPACED_AFTER
        if word == '"':
            space = not is_open
            is_open = not is_open
        elif before == '"' and is_open:
            space = False
        spaced.append(space or index == 0)
    return spaced


def save(path: Path, samples: Iterable[Sample]) -> None:
    """Write as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(asdict(sample), ensure_ascii=False) + "\n" for sample in samples)


def load(path: Path) -> Iterator[Sample]:
    """Read what `save` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Sample(**json.loads(line))
