"""Step 8. Write the network as an ONNX file of 8-bit integers, with what the runtime needs beside it.

The graph is put together from onnxruntime's fused operators (attention, skip and layer norm, bias and GELU), then
its matrices are quantised, one scale a column; activations are quantised as they come. Pieces are stored as 8-bit
rows with one scale each. Weights use seven bits, so that processors without VNNI do not saturate. Writes
``reader.onnx``, ``reader.npz`` (what numpy does: relations, vectors), ``reader.json`` (labels and sizes),
``stems.json`` and ``tokenizer.json`` into the folder of the package.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.learn import load_reader
from training.network import Layer, Reader
from training.work import arguments, work_of

_OPSET = 17
_EPSILON = 1e-12
Array = npt.NDArray[np.float32]


class _Graph:
    """Collects nodes and constants."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: npt.NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **options: object) -> str:
        node = helper.make_node(kind, inputs, [output], name=output, domain=domain, **options)
        self.nodes.append(node)
        return output

    def linear(self, x: str, weight: Array, name: str) -> str:
        """``x @ weight``; the bias is left to the operator behind."""
        return self.add("MatMul", [x, self.constant(f"{name}.w", weight)], f"{name}.out")


def _array(tensor: object) -> Array:
    array: Array = tensor.detach().numpy().astype(np.float32)  # type: ignore[attr-defined]
    return array


def _weights(linear: object) -> tuple[Array, Array]:
    """Weights with inputs as rows, and the bias."""
    return _array(linear.weight).T, _array(linear.bias)  # type: ignore[attr-defined]


def _layer(graph: _Graph, layer: Layer, x: str, name: str) -> str:
    weight, bias = _weights(layer.qkv)
    inputs = [x, graph.constant(f"{name}.qkv.w", weight), graph.constant(f"{name}.qkv.b", bias)]
    mixed = graph.add("Attention", inputs, f"{name}.attention", "com.microsoft", num_heads=layer.attention_heads)
    out, out_bias = _weights(layer.ao)
    x = _skip_norm(graph, graph.linear(mixed, out, f"{name}.ao"), x, layer.aln, out_bias, f"{name}.aln")
    inner, inner_bias = _weights(layer.fi)
    wide = graph.linear(x, inner, f"{name}.fi")
    wide = graph.add("BiasGelu", [wide, graph.constant(f"{name}.fi.b", inner_bias)], f"{name}.gelu", "com.microsoft")
    back, back_bias = _weights(layer.fo)
    return _skip_norm(graph, graph.linear(wide, back, f"{name}.fo"), x, layer.oln, back_bias, f"{name}.oln")


def _skip_norm(graph: _Graph, x: str, skip: str, norm: object, bias: Array, name: str) -> str:
    inputs = [
        x,
        skip,
        graph.constant(f"{name}.gamma", _array(norm.weight)),  # type: ignore[attr-defined]
        graph.constant(f"{name}.beta", _array(norm.bias)),  # type: ignore[attr-defined]
        graph.constant(f"{name}.bias", bias),
    ]
    return graph.add("SkipLayerNormalization", inputs, f"{name}.out", "com.microsoft", epsilon=_EPSILON)


def _embedding(graph: _Graph, reader: Reader) -> str:
    rows = _array(reader.encoder.word.weight)
    scale = np.abs(rows).max(1, keepdims=True) / 127
    small = np.round(rows / np.maximum(scale, 1e-9)).astype(np.int8)
    integers = graph.add("Gather", [graph.constant("word.w", small), "pieces"], "word.integers")
    floats = graph.add("Cast", [integers], "word.floats", to=TensorProto.FLOAT)
    scales = graph.add("Gather", [graph.constant("word.scale", scale.astype(np.float32)), "pieces"], "word.scales")
    words = graph.add("Mul", [floats, scales], "word.out")
    positions = graph.constant("position.w", _array(reader.encoder.position.weight))
    where = graph.add("Gather", [positions, "positions"], "position.out")
    both = graph.add("Add", [words, where], "embedding")
    norm = reader.encoder.ln
    inputs = [both, graph.constant("ln.gamma", _array(norm.weight)), graph.constant("ln.beta", _array(norm.bias))]
    return graph.add("LayerNormalization", inputs, "ln.out", axis=-1, epsilon=_EPSILON)


def _cut_to_words(graph: _Graph, x: str, hidden: int) -> str:
    flat = graph.add("Reshape", [x, graph.constant("flat", np.array([-1, hidden]))], "pieces.flat")
    return graph.add("Gather", [flat, "rows"], "words")


def _heads(graph: _Graph, reader: Reader, x: str) -> None:
    simple = [reader.upos, reader.feats, reader.lemmas, reader.names["idner"], reader.ends]
    weights = [_weights(head) for head in simple]
    labels = graph.linear(x, np.concatenate([w for w, _ in weights], 1), "labels")
    graph.add("Add", [labels, graph.constant("labels.b", np.concatenate([b for _, b in weights]))], "scores")
    wide = [reader.arc_dependent, reader.arc_head, reader.relation_dependent, reader.relation_head]
    weights = [_weights(head) for head in wide]
    both = graph.linear(x, np.concatenate([w for w, _ in weights], 1), "wide")
    bias = graph.constant("wide.b", np.concatenate([b for _, b in weights]))
    both = graph.add("BiasGelu", [both, bias], "wide.gelu", "com.microsoft")
    sizes = graph.constant("sizes", np.array([len(b) for _, b in weights]))
    names = ["arc.dependent", "arc.head", "dependents", "heads"]
    graph.nodes.append(helper.make_node("Split", [both, sizes], names, axis=-1))
    weight, bias_ = _weights(reader.arc)
    turned = graph.linear("arc.dependent", weight, "arc")
    turned = graph.add("Add", [turned, graph.constant("arc.b", bias_)], "arc.turned")
    across = graph.add("Transpose", ["arc.head"], "arc.across", perm=[0, 2, 1])
    product = graph.add("MatMul", [turned, across], "arc.product")
    weight, bias_ = _weights(reader.arc_bias)
    lone = graph.add("MatMul", [graph.constant("arc.lone.w", weight.T), across], "arc.lone")
    graph.add("Add", [product, lone], "arcs")


def graph_of(reader: Reader) -> onnx.ModelProto:
    """The network as an ONNX graph of floats."""
    shape = reader.shape
    if shape.mixed:
        raise ValueError("a network that mixes its layers is no student; export the student")
    graph = _Graph()
    x = _embedding(graph, reader)
    for place, layer in enumerate(reader.encoder.layers):
        if place == shape.words_from:
            x = _cut_to_words(graph, x, shape.hidden)
        x = _layer(graph, layer, x, f"l{place}")
    if shape.words_from >= len(shape.layers):
        x = _cut_to_words(graph, x, shape.hidden)
    graph.add("Identity", [x], "states")
    _heads(graph, reader, "states")
    integer, number = TensorProto.INT32, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("pieces", integer, [1, "length"]),
        helper.make_tensor_value_info("positions", integer, ["length"]),
        helper.make_tensor_value_info("rows", integer, [1, "words"]),
    ]
    outputs = [
        helper.make_tensor_value_info("states", number, [1, "words", shape.hidden]),
        helper.make_tensor_value_info("scores", number, [1, "words", "labels"]),
        helper.make_tensor_value_info("arcs", number, [1, "words", "words"]),
        helper.make_tensor_value_info("dependents", number, [1, "words", shape.relation]),
        helper.make_tensor_value_info("heads", number, [1, "words", shape.relation]),
    ]
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid("com.microsoft", 1)]
    made = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.constants)
    return helper.make_model(made, opset_imports=opsets, ir_version=8)


def _quantised(graph: onnx.ModelProto, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(graph, whole)
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=["arc.product", "arc.lone"],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )


def export(reader: Reader, folder: Path, work: Path, name: str, *, quantise: bool = True) -> None:
    """Write the files of the runtime into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = graph_of(reader)
    if quantise:
        _quantised(graph, folder / "reader.onnx")
    else:
        onnx.save(graph, folder / "reader.onnx")
    both, other = reader.relation_both, reader.relation_other
    np.savez(
        folder / "reader.npz",
        relation_both=_array(both.weight).T,
        relation_bias=_array(both.bias),
        relation_one=_array(reader.relation_one.weight).T,
        relation_other=_array(other.weight).T,
        vector=_array(reader.vector.weight).T,
        vector_bias=_array(reader.vector.bias),
    )
    labels = reader.shape.labels
    about = {
        "name": name,
        "upos": labels.upos,
        "relations": labels.relations,
        "feats": labels.feats,
        "lemmas": labels.lemmas,
        "names": labels.names,
    }
    (folder / "reader.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for name_ in ("tokenizer.json", "stems.json"):
        shutil.copy(work / name_, folder / name_)


def main() -> None:
    """Run the step."""
    parser = arguments(__doc__)
    package = Path(__file__).resolve().parent.parent / "src" / "runut" / "language" / "weights"
    parser.add_argument("--from", dest="source", default="student", help="the checkpoint to export")
    parser.add_argument("--to", type=Path, default=package, help="the folder of the shipped files")
    parser.add_argument("--name", default="id-1", help="what records call the model")
    parser.add_argument("--floats", action="store_true", help="do not quantise")
    options: argparse.Namespace = parser.parse_args()
    work = work_of(options)
    reader = load_reader(work.folder, options.source)
    export(reader, options.to, work.folder, options.name, quantise=not options.floats)
    for path in sorted(options.to.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
