"""The network: a small BERT over pieces, words cut out of it, and the heads that read them.

Words stand for their first piece. From layer `Shape.words_from` on only words are kept, which makes the upper layers
as short as the sentence has words. ``<s>`` stands at word 0 for the root of the tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional

ROOT = 0


@dataclass
class Labels:
    """What each head tells apart, in the order of its outputs."""

    upos: list[str]
    relations: list[str]
    feats: list[str]
    lemmas: list[str]
    names: list[str]


@dataclass
class Shape:
    """The sizes of a network.

    Attributes
    ----------
    layers
        Which layers of the encoder it begins from, in order.
    words_from
        The layer, counted among those, before which everything but first pieces is dropped; as many as there are
        layers: none drops any.
    mixed
        Whether words are a weighted sum of all layers instead of the last.
    """

    layers: list[int]
    words_from: int
    mixed: bool
    labels: Labels
    hidden: int = 384
    attention_heads: int = 12
    inner: int = 1536
    arc: int = 256
    relation: int = 192
    vector: int = 384
    guidelines: list[str] = field(default_factory=lambda: ["idner", "nergrit"])


class Layer(nn.Module):
    """A layer of BERT: attention, then two dense layers, each with its residual and norm behind it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attention_heads = shape.attention_heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.ao = nn.Linear(shape.hidden, shape.hidden)
        self.aln = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.fi = nn.Linear(shape.hidden, shape.inner)
        self.fo = nn.Linear(shape.inner, shape.hidden)
        self.oln = nn.LayerNorm(shape.hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Map ``[batch, length, hidden]`` to the same; `mask` ``[batch, 1, 1, length]`` is added to the scores."""
        batch, length, hidden = x.shape
        size = hidden // self.attention_heads
        q, k, v = self.qkv(x).view(batch, length, 3, self.attention_heads, size).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-1, -2) * size**-0.5 + mask, dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + functional.dropout(self.ao(mixed), dropout, self.training))
        inner = self.fo(functional.gelu(self.fi(x)))
        out: Tensor = self.oln(x + functional.dropout(inner, dropout, self.training))
        return out


class Encoder(nn.Module):
    """Pieces → words."""

    def __init__(self, shape: Shape, pieces: int, positions: int) -> None:
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(pieces, shape.hidden)
        self.position = nn.Embedding(positions, shape.hidden)
        self.ln = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in shape.layers)
        self.mix = nn.Parameter(torch.zeros(len(shape.layers)))

    @classmethod
    def begin(cls, shape: Shape, weights: dict[str, Tensor]) -> Encoder:
        """Take the weights of `training.encoder`."""
        encoder = cls(shape, *(weights[name].shape[0] for name in ("emb.word", "emb.pos")))
        own: dict[str, Tensor] = {
            "word.weight": weights["emb.word"],
            "position.weight": weights["emb.pos"] + weights["emb.type"].reshape(-1, shape.hidden)[0],
            "ln.weight": weights["emb.ln.w"],
            "ln.bias": weights["emb.ln.b"],
            "mix": torch.zeros(len(shape.layers)),
        }
        for place, layer in enumerate(shape.layers):
            for kind, short in (("weight", "w"), ("bias", "b")):
                parts = [weights[f"l{layer}.{name}.{short}"] for name in "qkv"]
                own[f"layers.{place}.qkv.{kind}"] = torch.cat(parts)
                for name in ("ao", "aln", "fi", "fo", "oln"):
                    own[f"layers.{place}.{name}.{kind}"] = weights[f"l{layer}.{name}.{short}"]
        encoder.load_state_dict(own)
        return encoder

    def forward(self, pieces: Tensor, firsts: Tensor, dropout: float = 0.0) -> Tensor:
        """Encode.

        Parameters
        ----------
        pieces
            ``[batch, pieces]`` piece numbers; 1 pads.
        firsts
            ``[batch, 1 + words]`` where each word's first piece stands; the root's is 0; -1 pads.

        Returns
        -------
        Tensor
            ``[batch, 1 + words, hidden]``
        """
        piece_mask = _mask(pieces != 1)
        word_mask = _mask(firsts >= 0)
        at = firsts.clamp(min=0).unsqueeze(-1).expand(-1, -1, self.shape.hidden)
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.ln(self.word(pieces) + self.position(positions))
        x = functional.dropout(x, dropout, self.training)
        mask, is_cut, kept = piece_mask, False, []
        for place, layer in enumerate(self.layers):
            if place == self.shape.words_from:
                x, mask, is_cut = x.gather(1, at), word_mask, True
            x = layer(x, mask, dropout)
            if self.shape.mixed:
                kept.append(x if is_cut else x.gather(1, at))
        if self.shape.mixed:
            weights = torch.softmax(self.mix, 0)
            return (torch.stack(kept) * weights.view(-1, 1, 1, 1)).sum(0)
        return x if is_cut else x.gather(1, at)


def _mask(keep: Tensor) -> Tensor:
    return torch.where(keep, 0.0, -1e4)[:, None, None, :]


@dataclass
class Scores:
    """What the heads say, in logits.

    Attributes
    ----------
    upos, feats, lemmas
        ``[batch, words, labels]``
    ends
        ``[batch, words]``: whether a sentence ends with the word.
    names
        The same, by guidelines.
    arcs
        ``[batch, words, 1 + words]``: dependents by heads, of which 0 is the root.
    dependents, heads
        ``[batch, words, relation]`` and ``[batch, 1 + words, relation]``, for `Reader.relations`.
    vector
        ``[batch, vector]`` of the sentence, of length 1.
    """

    upos: Tensor
    feats: Tensor
    lemmas: Tensor
    ends: Tensor
    names: dict[str, Tensor]
    arcs: Tensor
    dependents: Tensor
    heads: Tensor
    vector: Tensor


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, shape: Shape, encoder: Encoder) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = encoder
        hidden, labels = shape.hidden, shape.labels
        self.upos = nn.Linear(hidden, len(labels.upos))
        self.feats = nn.Linear(hidden, len(labels.feats))
        self.lemmas = nn.Linear(hidden, len(labels.lemmas))
        self.ends = nn.Linear(hidden, 1)
        self.names = nn.ModuleDict({name: nn.Linear(hidden, len(labels.names)) for name in shape.guidelines})
        self.arc_dependent = nn.Linear(hidden, shape.arc)
        self.arc_head = nn.Linear(hidden, shape.arc)
        self.arc = nn.Linear(shape.arc, shape.arc)
        self.arc_bias = nn.Linear(shape.arc, 1)
        self.relation_dependent = nn.Linear(hidden, shape.relation)
        self.relation_head = nn.Linear(hidden, shape.relation)
        self.relation_both = nn.Linear(shape.relation, len(labels.relations))
        self.relation_one = nn.Linear(shape.relation, len(labels.relations), bias=False)
        self.relation_other = nn.Linear(shape.relation, len(labels.relations), bias=False)
        self.vector = nn.Linear(hidden, shape.vector)

    def forward(self, pieces: Tensor, firsts: Tensor, dropout: float = 0.0, head_dropout: float = 0.0) -> Scores:
        """Read a batch; shapes as in `Encoder.forward`."""
        return self.score(self.encoder(pieces, firsts, dropout), firsts, head_dropout)

    def score(self, x: Tensor, firsts: Tensor, head_dropout: float = 0.0) -> Scores:
        """Let the heads read encoded words."""
        is_word = (firsts >= 0).unsqueeze(-1)
        x = functional.dropout(x, head_dropout, self.training)
        words = x[:, 1:]

        def drop(y: Tensor) -> Tensor:
            return functional.dropout(functional.gelu(y), head_dropout, self.training)

        dependent, head = drop(self.arc_dependent(words)), drop(self.arc_head(x))
        arcs = self.arc(dependent) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        arcs = arcs.masked_fill(~is_word.transpose(1, 2), -1e4)
        mean = (x * is_word).sum(1) / is_word.sum(1).clamp(min=1)
        return Scores(
            upos=self.upos(words),
            feats=self.feats(words),
            lemmas=self.lemmas(words),
            ends=self.ends(words).squeeze(-1),
            names={name: head(words) for name, head in self.names.items()},
            arcs=arcs,
            dependents=drop(self.relation_dependent(words)),
            heads=drop(self.relation_head(x)),
            vector=functional.normalize(self.vector(mean), dim=-1),
        )

    def relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """Logits of the relations to the given heads ``[batch, words]``: ``[batch, words, labels]``."""
        index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, self.shape.relation)
        chosen = scores.heads.gather(1, index)
        both: Tensor = self.relation_both(scores.dependents * chosen)
        return both + self.relation_one(scores.dependents) + self.relation_other(chosen)
