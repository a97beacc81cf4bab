"""The accurate tier: a BERT encoder (MiniLM-L6) under the parser heads.

Word = mean of its first and last piece; the heads read a learned mix of all layers, one mix for tagging and one for
attachment. The embedding of letter-case shapes gives an uncased encoder back what it lost.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

from .dropout import Dropout
from .heads import ParserHeads, Scores
from .wordpiece import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        mixed = self.attend(*self.query_key_value(x).chunk(3, -1), mask)
        x = self.attention_norm(x + self.dropout(self.output(mixed)))
        return self.norm(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))

    @staticmethod
    def attend(query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """Multi-head attention over [B, P, WIDTH]; written out, since torch's own is slow on many short sentences."""
        query, key, value = (x.unflatten(-1, (ATTENTION_HEADS, -1)).transpose(1, 2) for x in (query, key, value))
        affinity = query @ key.transpose(2, 3) * (query.shape[-1] ** -0.5)
        if mask is not None:
            affinity = affinity.masked_fill(~mask, -1e4)
        return (affinity.softmax(-1).to(value.dtype) @ value).transpose(1, 2).flatten(2)


class LayerMix(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.cat((torch.zeros(LAYERS), torch.ones(1))))

    def forward(self, layers: torch.Tensor) -> torch.Tensor:
        return (self.weights.softmax(0).unsqueeze(0) @ layers.flatten(1)).view(layers.shape[1:])


class AccurateParser(nn.Module):
    def __init__(self, vocabulary_size: int, sizes: dict[str, int]) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary_size, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.input_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.input_dropout = Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tagging_mix = LayerMix()
        self.attachment_mix = LayerMix()
        self.dropout = Dropout(0.2)
        self.heads = ParserHeads(WIDTH, sizes, arc_width=256, relation_width=256, dropout=0.33)
        nn.init.normal_(self.shapes.weight, std=0.02)
        # The piece table stays as the base encoder learned it: pieces the treebanks lack must not drift from the rest.
        self.pieces.weight.requires_grad_(False)

    def embed(self, pieces: torch.Tensor) -> torch.Tensor:
        return self.pieces(pieces)

    def forward(
        self,
        pieces: torch.Tensor,
        shapes: torch.Tensor,
        first: torch.Tensor,
        last: torch.Tensor,
        piece_mask: torch.Tensor | None = None,
    ) -> Scores:
        length = pieces.shape[1]
        x = self.embed(pieces) + self.positions(torch.arange(length)) + self.shapes(shapes)
        x = self.input_dropout(self.input_norm(x))
        mask = None if piece_mask is None else piece_mask[:, None, None, :]
        states = [x]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        stacked = torch.stack(states)
        attachment = _word_vectors(self.attachment_mix(stacked), first, last)
        tagging = _word_vectors(self.tagging_mix(stacked), first, last)[:, 1:]
        return self.heads(self.dropout(tagging), self.dropout(attachment))


def _word_vectors(states: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
    """[B, 1 + words, WIDTH]: the root, for which [CLS] stands, then the mean of each word's first and last piece."""
    size, length, width = states.shape
    root = torch.zeros_like(first[:, :1])
    rows = torch.arange(size).unsqueeze(1) * length
    flat = states.reshape(size * length, width)
    return 0.5 * (flat[torch.cat((root, first), 1) + rows] + flat[torch.cat((root, last), 1) + rows])


def load_base_encoder(parser: AccurateParser, weights: Path) -> None:
    """Copies the base encoder's weights; every tensor must fit, and the heads stay as they are."""
    base = load_file(str(weights))
    base = {name.removeprefix("bert."): tensor for name, tensor in base.items()}
    own = parser.state_dict()
    taken = {
        "pieces.weight": base["embeddings.word_embeddings.weight"],
        "positions.weight": base["embeddings.position_embeddings.weight"]
        + base["embeddings.token_type_embeddings.weight"][0],
        "input_norm.weight": base["embeddings.LayerNorm.weight"],
        "input_norm.bias": base["embeddings.LayerNorm.bias"],
    }
    for index in range(LAYERS):
        source, target = f"encoder.layer.{index}.", f"layers.{index}."
        for kind in ("weight", "bias"):
            taken[f"{target}query_key_value.{kind}"] = torch.cat(
                [base[f"{source}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            for ours, theirs in (
                ("output", "attention.output.dense"),
                ("attention_norm", "attention.output.LayerNorm"),
                ("inner", "intermediate.dense"),
                ("outer", "output.dense"),
                ("norm", "output.LayerNorm"),
            ):
                taken[f"{target}{ours}.{kind}"] = base[f"{source}{theirs}.{kind}"]
    for name, tensor in taken.items():
        own[name].copy_(tensor)
