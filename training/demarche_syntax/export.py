"""Trained weights in, one ONNX graph per tier out, with the settings that src/syntax reads.

A graph parses ONE sentence: no padding and no batch, so that its 8-bit arithmetic depends on the sentence alone.
Inputs:  pieces int32 [2, P] (ids; shapes), words int32 [2, W] (first and last piece of each word).
Outputs: arcs float [W, 1 + W] (log-probabilities, column 0 the root), relations int32 and relation_scores float of the
same shape (the best relation for each possible arc and its log-probability), tags int32 [3, W] (upos, feats, script).
"""

from __future__ import annotations

from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from .accurate import ATTENTION_HEADS, Layer
from .heads import Scores


class ByteTable(nn.Module):
    """An embedding table in 8 bits, with one scale per row."""

    def __init__(self, table: torch.Tensor) -> None:
        super().__init__()
        scales = (table.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8)
        self.register_buffer("bytes", (table / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.bytes[ids].float() * self.scales[ids]


class FusedAttention(torch.autograd.Function):
    """Multi-head attention as the one operator that ONNX Runtime has for it."""

    @staticmethod
    def forward(ctx, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, mask: None) -> torch.Tensor:
        return Layer.attend(query, key, value, mask)

    @staticmethod
    def symbolic(g, query, key, value, mask):
        out = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS)
        out.setType(query.type())
        return out


class OneSentence(nn.Module):
    """Wraps a parser (called with pieces, shapes, first, last) in the inputs and outputs of the graph."""

    def __init__(self, parser: nn.Module) -> None:
        super().__init__()
        self.parser = parser

    def forward(self, pieces: torch.Tensor, words: torch.Tensor) -> tuple[torch.Tensor, ...]:
        ids = pieces.long().unsqueeze(1)
        spans = words.long().unsqueeze(1)
        scores: Scores = self.parser(ids[0], ids[1], spans[0], spans[1])
        arcs = scores.arcs[0]
        count = words.shape[1]
        own = torch.arange(1, count + 1).unsqueeze(1) == torch.arange(count + 1).unsqueeze(0)
        arcs = torch.where(own, torch.full_like(arcs, -1e4), arcs).log_softmax(-1)
        relations = (scores.dependents[0] @ scores.heads[0].transpose(0, 1)).log_softmax(1)
        best, which = relations.max(1)
        tags = torch.stack([t[0].argmax(-1) for t in (scores.upos, scores.feats, scores.scripts)])
        return arcs, which.int(), best, tags.int()


def write_graph(parser: nn.Module, path: Path) -> None:
    """Exports the parser with its matrices in 8 bits, of which 7 are used, so that no processor's sums saturate."""
    whole = path.with_suffix(".float.onnx")
    pieces = torch.stack((torch.arange(100, 109), torch.ones(9, dtype=torch.long))).int()
    words = torch.tensor([[1, 2, 3, 5, 6], [1, 2, 4, 5, 7]]).int()
    torch.onnx.export(
        OneSentence(parser.eval()), (pieces, words), str(whole), opset_version=17, dynamo=False,
        input_names=["pieces", "words"], output_names=["arcs", "relations", "relation_scores", "tags"],
        dynamic_axes={
            "pieces": {1: "P"}, "words": {1: "W"}, "arcs": {0: "W", 1: "W1"}, "relations": {0: "W", 1: "W1"},
            "relation_scores": {0: "W", 1: "W1"}, "tags": {1: "W"},
        },
    )  # fmt: skip
    quantize_dynamic(
        whole, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "LSTM"],
    )  # fmt: skip
    whole.unlink()
