"""Step 2. Cut the vocabulary to the pieces that Indonesian news needs.

Of the 250,002 pieces of XLM-R those stay that the training data use, those in which common words of Indonesian,
English and Malay are written (the lists of ``wordfreq``), those of runut's own tables, and all single characters of
Latin script, digits and marks, so that any Latin text can still be written in them. Other scripts become the piece
for the unknown. Writes ``tokenizer.json`` (for the library ``tokenizers``) and ``encoder-cut.pt``.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
import wordfreq
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from runut import lexicons
from training.corpus import read_names, read_treebank
from training.work import Work, arguments, work_of

_SPECIAL = 4
"""<s>, <pad>, </s> and <unk> come first."""
_COMMON = {"id": 60_000, "ms": 10_000, "en": 20_000}
"""How many of the most frequent words of each language are looked at."""
_RARE = 2
"""A piece that only word lists ask for stays when so many of their words are written with it."""


def tokenizer_of(pieces: list[tuple[str, float]], unk: int) -> Tokenizer:
    """A tokenizer that writes one word, led by a blank or not, in pieces."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="never", split=True)
    return tokenizer


def _data_words(work: Work) -> Iterator[str]:
    for path in sorted((work.data / "ud").glob("*.conllu")):
        if "test" not in path.stem:
            for sample in read_treebank(path):
                yield from sample.words
    for path in sorted((work.data / "ner").glob("*train.txt")):
        for sample in read_names(path, "any"):
            yield from sample.words


def _table_words() -> Iterator[str]:
    for name in lexicons.names():
        for row in lexicons.table(name):
            for value in row.values():
                yield from re.findall(r"[^\W_]+|[^\w\s]", value)


def _is_single(piece: str) -> bool:
    text = piece.removeprefix("▁")
    if len(text) > 1:
        return False
    return not text or "LATIN" in unicodedata.name(text, "") or not unicodedata.category(text).startswith(("L", "M"))


def _used(tokenizer: Tokenizer, words: Iterable[str]) -> Counter[int]:
    counts: Counter[int] = Counter()
    distinct = sorted(set(words))
    for text in ([" " + word for word in distinct], distinct):
        for encoding in tokenizer.encode_batch(text, add_special_tokens=False):
            counts.update(set(encoding.ids))
    return counts


def kept_pieces(tokenizer: Tokenizer, pieces: list[tuple[str, float]], work: Work) -> list[int]:
    """Numbers of the pieces that stay, in order."""
    kept = set(range(_SPECIAL))
    kept.update(index for index, (piece, _) in enumerate(pieces) if _is_single(piece))
    kept.update(_used(tokenizer, _data_words(work)))
    kept.update(_used(tokenizer, _table_words()))
    common = [w for language, top in _COMMON.items() for w in wordfreq.top_n_list(language, top)]
    for case in (str.lower, str.capitalize):
        counts = _used(tokenizer, [case(word) for word in common])
        kept.update(piece for piece, count in counts.items() if count >= _RARE)
    return sorted(kept)


def main() -> None:
    """Run the step."""
    options: argparse.Namespace = arguments(__doc__).parse_args()
    work = work_of(options)
    vocabulary = json.loads((work.folder / "pieces.json").read_text(encoding="utf-8"))
    pieces = [(text, score) for text, score in vocabulary["pieces"]]
    whole = tokenizer_of(pieces, vocabulary["unk"])
    kept = kept_pieces(whole, pieces, work)
    cut = tokenizer_of([pieces[index] for index in kept], vocabulary["unk"])
    cut.save(str(work.made("tokenizer.json")), pretty=False)
    weights = torch.load(work.folder / "encoder.pt")
    weights["emb.word"] = weights["emb.word"][torch.tensor(kept)].clone()
    torch.save(weights, work.made("encoder-cut.pt"))
    size = Path(work.folder / "tokenizer.json").stat().st_size
    print(f"{len(kept):,} of {len(pieces):,} pieces; tokenizer {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
