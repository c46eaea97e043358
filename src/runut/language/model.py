"""The model of Indonesian and its runtime: words in, trees out.

One pass of a small network (``weights/``, made by ``training/``) over a paragraph gives the ends of its sentences
and, for every word, tag, features, lemma, head, relation and name. Each paragraph is read by itself: that is faster
than batches (what it needs stays in the processor's cache, and nothing is padded), and no result depends on what
else was read, as it would with activations quantised over a batch. Threads read different paragraphs. Results are
kept by text, since the same paragraphs come again and again: in copies of agency reports and in what outlets add to
every article.
"""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache, partial
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from runut.errors import ModelError
from runut.language.entities import best_names, names_of
from runut.language.lemmas import Lemmatiser
from runut.language.tree import Name, Tree, Word
from runut.language.trees import maximum_tree
from runut.language.words import words_of
from runut.record import Span

if TYPE_CHECKING:
    import onnxruntime

Floats = npt.NDArray[np.float32]

PIECES_A_WORD = 8
"""Pieces of a word that are read, in training too; only addresses and the like have more."""
WINDOW_WORDS = 110
"""Words read at once, in training too; a longer paragraph is read in several windows, each from the last whole
sentence on.
"""
_LONGEST_WORDS = 220
"""Words of the longest sentence that is read whole; a longer one is cut at clause ends."""
_LONGEST_PIECES = 500
"""The network knows 512 positions."""
_KEPT_WORDS = 200_000
"""Words of all results that are kept."""
_CLAUSE_ENDS = frozenset(",;:.!?…–—)")
_START, _END, _UNKNOWN = 0, 2, 3
_OUTPUTS = ["states", "scores", "arcs", "dependents", "heads"]


class Written(NamedTuple):
    """Words as the network is shown them: their texts, and whether white space stands before each."""

    words: tuple[str, ...]
    spaced: tuple[bool, ...]

    def part(self, start: int, end: int) -> Written:
        """The words from `start` up to `end`."""
        return Written(self.words[start:end], (True, *self.spaced[start + 1 : end]))


class Analysis(NamedTuple):
    """What the model says of one sentence of `n` words, free of places in a text."""

    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    vector: Floats

    def __len__(self) -> int:
        return len(self.upos)


def default_threads() -> int:
    """Threads of the model where nobody says: half the processors, at most four, so that a laptop stays usable."""
    return max(1, min(4, (os.cpu_count() or 1) // 2))


class Model:
    """The model, loaded.

    Parameters
    ----------
    folder
        Holds ``reader.onnx``, ``reader.npz``, ``reader.json``, ``stems.json`` and ``tokenizer.json``; without it
        the shipped ones are taken.
    threads
        How many paragraphs are read at once; see `default_threads`. One caller at a time: the model makes threads of
        its own.

    Raises
    ------
    ModelError
        When a file is missing or cannot be read; the message names it.
    """

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        import onnxruntime  # heavy: only who reads text waits for it
        import tokenizers

        folder = folder or _shipped_folder()
        try:
            about = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
            known = json.loads((folder / "stems.json").read_text(encoding="utf-8"))
            self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
            with np.load(folder / "reader.npz") as arrays:
                self._arrays: dict[str, Floats] = {name: arrays[name] for name in arrays.files}
            self._session = _session(onnxruntime, folder / "reader.onnx")
        except Exception as error:
            raise ModelError(
                f"{folder}: the language model cannot be loaded ({error}); "
                "install runut again, or make it: see training/README.md"
            ) from error
        threads = threads or default_threads()
        self._map = ThreadPoolExecutor(threads, "runut-model").map if threads > 1 else map
        self.name: str = about["name"]
        self._upos: list[str] = about["upos"]
        self._relations: list[str] = about["relations"]
        self._feats: list[str] = about["feats"]
        self._lemmas: list[str] = about["lemmas"]
        self._lemmatiser = Lemmatiser(self._lemmas, known["stems"], known["unknown"])
        self._names: list[str] = about["names"]
        self._kept: OrderedDict[tuple[Written, bool], list[Analysis]] = OrderedDict()
        self._kept_words = 0
        self._pieces_of = lru_cache(maxsize=100_000)(self._encode)

    def parse(self, text: str, blocks: Sequence[Span] | None = None) -> list[Tree]:
        """Read text into sentences.

        Parameters
        ----------
        text
            Anything; it is never changed.
        blocks
            Spans to read, such as paragraphs: no sentence crosses their ends. Without them, the lines of the text.

        Returns
        -------
        list of Tree
            In order; their words together hold every character of the blocks but white space.
        """
        blocks = lines(text) if blocks is None else blocks
        spans = [words_of(text, *block) for block in blocks]
        shown = [written(text, words) for words in spans]
        trees: list[Tree] = []
        for words, analyses in zip(spans, self.analyse(shown), strict=True):
            at = 0
            for analysis in analyses:
                trees.append(_tree(text, words[at : at + len(analysis)], analysis))
                at += len(analysis)
        return trees

    def analyse(self, blocks: Sequence[Written], *, whole: bool = False) -> list[list[Analysis]]:
        """Analyse words that are given.

        Parameters
        ----------
        blocks
            Words of one paragraph each.
        whole
            Whether each is one sentence, whatever the model thinks.

        Returns
        -------
        list of list of Analysis
            The sentences of each block, in order.
        """
        done: list[list[Analysis]] = [[] for _ in blocks]
        most = _LONGEST_WORDS if whole else WINDOW_WORDS
        waiting = [(number, 0, most) for number, block in enumerate(blocks) if block.words]
        while waiting:
            windows = [self._window(blocks[number], start, most) for number, start, most in waiting]
            ahead = []
            for (number, start, most), window, result in zip(
                waiting, windows, self._read(windows, whole=whole), strict=True
            ):
                end, stop = start + len(window.words), len(blocks[number].words)
                if end < stop and len(result) == 1 and most < _LONGEST_WORDS:
                    ahead.append((number, start, _LONGEST_WORDS))
                    continue
                if end < stop and len(result) > 1:
                    end -= len(result[-1])
                    result = result[:-1]
                done[number] += result
                if end < stop:
                    ahead.append((number, end, _LONGEST_WORDS if whole else WINDOW_WORDS))
            waiting = ahead
        return [[_joined(sentences)] if whole and len(sentences) > 1 else sentences for sentences in done]

    def _window(self, block: Written, start: int, most: int) -> Written:
        """What is read next of a block: at most so many words, cut at the last clause end where there are more."""
        end, pieces = start, 2
        while end < len(block.words) and end - start < most:
            pieces += len(self._pieces(block.words[end], block.spaced[end]))
            if pieces > _LONGEST_PIECES:
                break
            end += 1
        end = max(end, start + 1)
        if end < len(block.words):
            marks = [at for at in range(start + most // 2, end) if block.words[at] in _CLAUSE_ENDS]
            end = marks[-1] + 1 if marks else end
        return block.part(start, end)

    def _read(self, windows: list[Written], *, whole: bool) -> list[list[Analysis]]:
        unread = [window for window in dict.fromkeys(windows) if (window, whole) not in self._kept]
        results = dict(zip(unread, self._map(partial(self._run, whole=whole), unread), strict=True))
        for window in dict.fromkeys(windows):
            if window not in results:
                results[window] = self._kept[window, whole]
                self._kept.move_to_end((window, whole))
        for window in unread:
            self._keep(window, results[window], whole=whole)
        return [results[window] for window in windows]

    def _keep(self, window: Written, result: list[Analysis], *, whole: bool) -> None:
        self._kept[window, whole] = result
        self._kept_words += len(window.words)
        while self._kept_words > _KEPT_WORDS:
            (old, _), _ = self._kept.popitem(last=False)
            self._kept_words -= len(old.words)

    def _pieces(self, word: str, spaced: bool) -> tuple[int, ...]:
        return self._pieces_of(" " + word if spaced else word)

    def _encode(self, text: str) -> tuple[int, ...]:
        whole = text.encode("utf-8", "replace").decode("utf-8")  # halves of surrogate pairs
        ids = self._tokenizer.encode(whole, add_special_tokens=False).ids[:PIECES_A_WORD]
        return tuple(ids) or (_UNKNOWN,)

    def _run(self, window: Written, *, whole: bool) -> list[Analysis]:
        ids, firsts = [_START], [0]
        for word, spaced in zip(*window, strict=True):
            firsts.append(len(ids))
            ids.extend(self._pieces(word, spaced))
        ids.append(_END)
        feeds = {
            "pieces": np.array([ids], np.int32),
            "positions": np.arange(len(ids), dtype=np.int32),
            "rows": np.array([firsts], np.int32),
        }
        states, scores, arcs, dependents, heads = (found[0] for found in self._session.run(_OUTPUTS, feeds))
        return self._sentences(window, states[1:], scores[1:], arcs[1:], dependents[1:], heads, whole=whole)

    def _sentences(
        self,
        window: Written,
        states: Floats,
        scores: Floats,
        arcs: Floats,
        dependents: Floats,
        heads: Floats,
        *,
        whole: bool,
    ) -> list[Analysis]:
        sizes = [len(x) for x in (self._upos, self._feats, self._lemmas, self._names)]
        upos, feats, patterns, names, ends = np.split(scores, np.cumsum(sizes), axis=1)
        cuts = [] if whole else (np.flatnonzero(ends[:-1, 0] > 0) + 1).tolist()
        best = np.zeros(len(scores), np.int64)
        bounds = list(zip([0, *cuts], [*cuts, len(scores)], strict=True))
        trees = []
        for start, end in bounds:
            tree = maximum_tree(np.concatenate([arcs[start:end, :1], arcs[start:end, start + 1 : end + 1]], 1))
            best[start:end] = np.where(tree > 0, tree + start, 0)
            trees.append(tree)
        relations = self._relations_to(dependents, heads[best]).argmax(1).tolist()
        tags, features = upos.argmax(1).tolist(), feats.argmax(1).tolist()
        by_pattern = patterns.tolist()
        found = best_names(names, self._names, window.words)
        result = []
        for (start, end), tree in zip(bounds, trees, strict=True):
            here = range(start, end)
            result.append(
                Analysis(
                    lemmas=tuple(self._lemmatiser.lemma(window.words[i], by_pattern[i]) for i in here),
                    upos=tuple(self._upos[tags[i]] for i in here),
                    feats=tuple(self._feats[features[i]] for i in here),
                    heads=tuple(tree.tolist()),
                    relations=tuple("root" if best[i] == 0 else self._relations[relations[i]] for i in here),
                    names=tuple(self._names[found[i]] for i in here),
                    vector=self._vector(states[start:end]),
                )
            )
        return result

    def _relations_to(self, dependents: Floats, heads: Floats) -> Floats:
        arrays = self._arrays
        both = (dependents * heads) @ arrays["relation_both"]
        logits: Floats = (
            both + arrays["relation_bias"] + dependents @ arrays["relation_one"] + heads @ arrays["relation_other"]
        )
        return logits

    def _vector(self, states: Floats) -> Floats:
        vector = states.mean(0) @ self._arrays["vector"] + self._arrays["vector_bias"]
        return np.asarray(vector / max(1e-9, float(np.linalg.norm(vector))), np.float32)


def _session(onnxruntime: Any, path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _shipped_folder() -> Path:
    return Path(str(resources.files("runut.language"))) / "weights"


@cache
def shipped(threads: int | None = None) -> Model:
    """The model that comes with runut, loaded once."""
    return Model(threads=threads)


def lines(text: str) -> list[Span]:
    """Spans of the lines of a text that hold more than white space."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line)
    return spans


def written(text: str, words: Sequence[Span]) -> Written:
    """The words of one paragraph as the network is shown them."""
    spaced = [True] + [before[1] < after[0] for before, after in pairwise(words)]
    return Written(tuple(text[start:end] for start, end in words), tuple(spaced[: len(words)]))


def _joined(parts: list[Analysis]) -> Analysis:
    """Parts of one long sentence as one: the roots of the later parts hang from the first."""
    heads: list[int] = []
    relations: list[str] = []
    root = parts[0].heads.index(0) + 1
    for number, part in enumerate(parts):
        at = len(heads)
        for head, relation in zip(part.heads, part.relations, strict=True):
            is_later_root = head == 0 and number > 0
            heads.append(root if is_later_root else head + at if head else 0)
            relations.append("parataxis" if is_later_root else relation)
    return Analysis(
        lemmas=tuple(x for part in parts for x in part.lemmas),
        upos=tuple(x for part in parts for x in part.upos),
        feats=tuple(x for part in parts for x in part.feats),
        heads=tuple(heads),
        relations=tuple(relations),
        names=tuple(x for part in parts for x in part.names),
        vector=parts[0].vector,
    )


def _tree(text: str, spans: Sequence[Span], analysis: Analysis) -> Tree:
    words = tuple(
        Word(text[span[0] : span[1]], span, lemma, upos, feats, head, relation)
        for span, lemma, upos, feats, head, relation in zip(spans, *analysis[:5], strict=True)
    )
    names = tuple(
        Name((spans[first][0], spans[behind - 1][1]), kind, first + 1, behind)  # type: ignore[arg-type]
        for first, behind, kind in names_of(analysis.names)
    )
    return Tree((spans[0][0], spans[-1][1]), words, names, analysis.vector)
